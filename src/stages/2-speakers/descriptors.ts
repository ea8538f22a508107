import type { Lexicon } from '../../data/lexicon.js'
import { perLexicon } from '../../data/lexicon.js'
import type { Range, Tree } from '../../tree.js'
import { rootOf } from './draft.js'
import type { Name } from './names.js'
import { phraseOf } from './sources.js'

/** What a noun phrase says that somebody is: "the president of Russia" and "Russian President" are both president + president, @RU. */
export interface Descriptor {
  /** Lemma of its head noun. */
  readonly head: string
  /** Its words in lower case; countries and peoples as "@" and their code. */
  readonly words: ReadonlySet<string>
  /** It is said as somebody's: "her husband", "the mayor's rival". */
  readonly owned: boolean
}

const short: Readonly<Record<string, string>> = { 'sen.': 'senator', 'rep.': 'representative', 'gov.': 'governor', 'gen.': 'general', 'col.': 'colonel', 'prof.': 'professor', 'rev.': 'reverend', 'lt.': 'lieutenant', 'sgt.': 'sergeant', 'capt.': 'captain', justice: 'judge' }

const empty = /^(a|an|the|this|that|these|those|his|her|their|its|of|for|in|at|'s|’s|mr\.?|ms\.?|mrs\.?|then|new|current|longtime|now)$/

export const headWord = (tree: Tree, index: number): string => {
  const token = tree.tokens[index]
  return short[token?.text.toLowerCase() ?? ''] ?? token?.lemma.toLowerCase() ?? ''
}

/** A noun phrase up to its first comma or relative pronoun. */
export function coreOf({ from, to }: Range, { tokens }: Pick<Tree, 'tokens'>): Range {
  let end = from + 1
  while (end < to && !/^(,|\(|who|which|whose|that)$/i.test(tokens[end]?.text ?? '')) end++
  return { from, to: end }
}

export function isPlural(index: number, { tokens }: Pick<Tree, 'tokens'>): boolean {
  const { tag = '', text = '', lemma = '' } = tokens[index] ?? {}
  // A noun that begins a sentence is now and then tagged as a pronoun.
  return /^NNP?S$/.test(tag) || (/[^s]s$/.test(text) && (tag === 'NN' ? lemma !== text.toLowerCase() : tag === 'PRP' && 6 < text.length && !/sel(f|ves)$/.test(text)))
}

/** Head and words of a noun phrase. */
export function descriptorOf(range: Range, tree: Tree, lexicon: Lexicon, head = rootOf(tree, range)): Descriptor {
  const words = new Set<string>()
  const countries = countryCodes(lexicon)
  for (let index = range.from; index < range.to; ) {
    const length = [3, 2, 1].find((size) => index + size <= range.to && countries.has(tree.tokens.slice(index, index + size).map(({ text }) => text).join(' '))) ?? 0
    const word = tree.tokens[index]?.text.toLowerCase() ?? ''
    if (length) words.add(`@${countries.get(tree.tokens.slice(index, index + length).map(({ text }) => text).join(' ')) ?? ''}`)
    else if (/[\p{L}\p{N}]/u.test(word) && !empty.test(word)) words.add(short[word] ?? word)
    index += length || 1
  }
  const owned = tree.tokens.slice(Math.max(0, range.from - 1), range.to).some(({ tag, relation }) => /^(PRP\$|POS)$/.test(tag) || relation === 'nmod:poss')
  return { head: headWord(tree, head), words, owned }
}

/** Every word of the one is said of the other, and it is the same noun. A former president is not the president. */
export function fits(asked: Descriptor, known: readonly Descriptor[]): boolean {
  const countries = known.flatMap(({ words }) => [...words].filter((word) => word.startsWith('@')))
  return known.some(({ head, words }) => (head === asked.head || (asked.head === 'leader' && (head !== 'minister' || words.has('prime')))) && words.has('former') === asked.words.has('former') && [...asked.words].every((word) => word === asked.head || words.has(word) || countries.includes(word)))
}

/** Nothing is said of them but that very noun, so that "the Russian president" and "the island's governor" may add to it. A word that makes
 *  another office of it ("deputy") adds too much. */
export function fitsLoosely(asked: Descriptor, known: readonly Descriptor[], { tokens }: Pick<Tree, 'tokens'>, range: Range): boolean {
  const own = known.filter(({ head }) => head === asked.head)
  const possessor = tokens.slice(range.from, range.to).findLast((_, index) => tokens[range.from + index + 1]?.tag === 'POS')?.text.toLowerCase()
  const added = [...asked.words].filter((word) => word !== asked.head)
  return 0 < own.length && own.every(({ words }) => words.size === 1) && added.every((word) => word.startsWith('@') || word === possessor) && added.length < 3
}

/** What the text says beside a name: title before it, apposition on either side, "X is the president of Y". */
export function descriptorsBeside(name: Name, tree: Tree, lexicon: Lexicon): Descriptor[] {
  const { tokens, children } = tree
  const own = (index: number) => name.from <= index && index < name.to
  const root = rootOf(tree, name)
  const found: Descriptor[] = []
  const title = titleBefore(name, tree)
  if (title) found.push(descriptorOf(title, tree, lexicon, title.to - 1))
  const heads = (children[root] ?? []).filter((child) => tokens[child]?.relation === 'appos' && !own(child))
  const { head, relation } = tokens[root] ?? {}
  if (head !== undefined && head !== null && (relation === 'appos' || (relation === 'nsubj' && (children[head] ?? []).some((child) => tokens[child]?.relation === 'cop')))) heads.push(head)
  const before = roleBefore(name, tree, lexicon)
  if (before) found.push(descriptorOf(before.range, tree, lexicon, before.noun))
  const after = before ? null : roleAfter(name, tree, lexicon)
  if (after !== null && !heads.includes(after)) heads.push(after)
  for (const noun of heads) {
    const range = /^NN/.test(tokens[noun]?.tag ?? '') ? phraseOf(noun, tree, (index) => !own(index)) : null
    // Somebody else's title is not said of this one, whatever the tree says.
    const another = range && tokens.slice(range.from, range.to).some(({ name }, index) => name.endsWith('Person') && !own(range.from + index))
    if (range && !another) found.push(descriptorOf(range, tree, lexicon, noun))
  }
  return found
}

/** "her spokeswoman, Jane Doe", "the prime minister of Norland, Ada Lind": what stands before the comma, should the tree not say so. */
function roleBefore({ from }: Name, tree: Tree, lexicon: Lexicon): { noun: number; range: Range } | null {
  const { tokens, sentenceOf } = tree
  if (tokens[from - 1]?.text !== ',' || sentenceOf[from - 1] !== sentenceOf[from]) return null
  const isRole = (index: number) => /^NN/.test(tokens[index]?.tag ?? '') && lexicon.words('role-nouns').has(tokens[index]?.lemma.toLowerCase() ?? '')
  let noun = from - 2
  while (from - 8 < noun && !isRole(noun) && !tokens[noun]?.name.endsWith('Person') && /^(NN|DT|JJ|POS|CC)/.test(tokens[noun]?.tag ?? '')) noun--
  if (!isRole(noun) && /^(of|for|at)$/i.test(tokens[noun]?.text ?? '')) noun--
  if (!isRole(noun)) return null
  return { noun, range: { from: titleBefore({ from: noun, to: noun }, tree)?.from ?? noun, to: from - 1 } }
}

/** "Jane Doe, the former mayor": the noun in the few words after the comma. */
function roleAfter({ to }: Name, { tokens }: Tree, lexicon: Lexicon): number | null {
  if (tokens[to]?.text !== ',' || !/^(a|an|the|his|her|its|their)$/i.test(tokens[to + 1]?.text ?? '')) return null
  for (let index = to + 2; index < to + 7 && /^(NNP?|JJ|HYPH|POS)$/.test(tokens[index]?.tag ?? ''); index++)
    if (lexicon.words('role-nouns').has(tokens[index]?.lemma.toLowerCase() ?? '') && !/^NN/.test(tokens[index + 1]?.tag ?? '')) return index
  return null
}

/** "Russian President" before "Vladimir Putin": the nouns and adjectives that touch a name. */
export function titleBefore({ from }: Range, { tokens, sentenceOf }: Tree): Range | null {
  let first = from
  const isPart = (index: number) => /^(NN|NNP|JJ|HYPH)/.test(tokens[index]?.tag ?? '') && /[\p{L}-]/u.test(tokens[index]?.text ?? '') && !tokens[index]?.name.endsWith('Person')
  while (0 < first && from - first < 8 && sentenceOf[first - 1] === sentenceOf[from] && isPart(first - 1)) first--
  return first < from ? { from: first, to: from } : null
}

const countryCodes = perLexicon((lexicon: Lexicon): ReadonlyMap<string, string> => {
  const codes = new Map<string, string>()
  for (const row of lexicon.table('countries'))
    for (const name of [row['name'], ...(row['news_names'] ?? '').split('|'), ...(row['demonyms'] ?? '').split('|')]) if (name) codes.set(name, row['alpha2'] ?? '')
  return codes
})

import type { Attribution } from '../../model.js'
import { indexesOf, type Range, type Tree } from '../../tree.js'
import { tokenAt } from '../../tree.js'
import { rootOf, type Stretch } from './draft.js'

const all = ['quoted', 'clause', 'infinitive', 'gerund', 'as', 'phrase', 'person'] as const

/** What a content looks like: words in marks, a clause, "to fall" or "her to leave", "leaving", "it as a threat"; or a phrase, or nothing but a person or a pronoun. */
export type Form = (typeof all)[number]

export const isForm = (word: string): word is Form => (all as readonly string[]).includes(word)

/** How many of its words are looked at. */
const looked = 40

/** Its first words, as a range. */
export function openingOf(content: readonly Stretch[], tree: Tree): Range {
  const [first = { start: 0, end: 0 }] = content
  let from = tokenAt(tree, first.start)
  const to = Math.min(tokenAt(tree, Math.max(first.start, first.end - 1)) + 1, from + looked)
  while (from < to - 1 && !/[\p{L}\p{N}$]/u.test(tree.tokens[from]?.text ?? '')) from++
  return { from, to }
}

/** Every form that it has. */
export function formsOf(content: readonly Stretch[], type: Attribution['type'], tree: Tree): ReadonlySet<Form> {
  const range = openingOf(content, tree)
  const forms = new Set<Form>()
  if (isQuoted(content, type, tree)) forms.add('quoted')
  if (isClause(range, tree) || goesOn(content, tree)) forms.add('clause')
  if (isInfinitive(range, tree)) forms.add('infinitive')
  if (isGerund(range, tree)) forms.add('gerund')
  if (isTaken(range, tree) || isSplit(content, tree)) forms.add('as')
  forms.add(isPerson(range, tree) ? 'person' : 'phrase')
  return forms
}

/** All of it in marks, or three words or more: fewer are a name or a word that somebody holds with tongs. */
function isQuoted(content: readonly Stretch[], type: Attribution['type'], { text }: Tree): boolean {
  if (type !== 'mixed') return type === 'direct'
  return content.slice(0, 4).some(({ start, end }) => /["“”„«]\s*[^\s"“”„«»]+\s+[^\s"“”„«»]+\s+[^\s"“”„«»]+|''\s*[^\s']+\s+[^\s']+\s+[^\s']+/u.test(text.slice(Math.max(0, start - 1), Math.min(end + 1, start + 600))))
}

/** "That taxes fall", "whether they fall", "taxes fall". */
function isClause(range: Range, tree: Tree): boolean {
  const { tokens, children } = tree
  const first = skipped(range, tree)
  const [opener, next] = [tokens[first], tokens[first + 1]]
  if (!opener) return false
  // "That turned out false" says of what stands before it.
  const relative = opener.tag === 'WDT' && /^(VB[DZP]|MD)$/.test(next?.tag ?? '')
  if (/^(that|whether|if|because)$/i.test(opener.text) && /^(IN|WDT)$/.test(opener.tag) && first + 2 < range.to) return !relative
  if (/^W/.test(opener.tag) && 1 < range.to - first && !/^TO$/.test(next?.tag ?? '')) return true
  const root = rootOf(tree, range)
  const below = children[root] ?? []
  const own = below.filter((child) => range.from <= child && child < range.to)
  const finite = isFinite(root) || own.some((child) => /^(cop|aux)/.test(tokens[child]?.relation ?? '') && isFinite(child))
  return finite && (own.some((child) => /^(nsubj|expl|csubj)/.test(tokens[child]?.relation ?? '')) || /^(VB[DZP]|MD)$/.test(opener.tag))

  function isFinite(index: number): boolean {
    return /^(VB[DZP]|MD)$/.test(tokens[index]?.tag ?? '')
  }
}

/** "To fall", "not to fall", "for taxes to fall", "her to leave", "how to leave". */
function isInfinitive(range: Range, tree: Tree): boolean {
  const { tokens, children } = tree
  const first = skipped(range, tree)
  const begins = [0, 1, 2].some((step) => /^to$/i.test(tokens[first + step]?.text ?? '') && tokens.slice(first, first + step).every(({ tag }) => /^(RB|W)/.test(tag)) && isBase(first + step + 1))
  if (begins) return true
  return heads(range, tree).some((root) => tokens[root]?.tag === 'VB' && (children[root] ?? []).some((child) => tokens[child]?.tag === 'TO' && child < root))

  function isBase(index: number): boolean {
    return /^(VB|RB)$/.test(tokens[index]?.tag ?? '')
  }
}

/** "Leaving early", "about leaving", "for having left", "of lying". */
function isGerund(range: Range, { tokens }: Tree): boolean {
  const words = tokens.slice(range.from, Math.min(range.to, range.from + 4))
  const place = words.findIndex(({ tag, text }) => tag === 'VBG' && /ing$/i.test(text))
  return 0 <= place && words.slice(0, place).every(({ tag }) => /^(IN|TO|RB|PRP\$)$/.test(tag))
}

/** "It as a threat", "the plan a threat", "taxes falling": one thing, and what it is taken for. */
function isTaken(range: Range, tree: Tree): boolean {
  const { tokens } = tree
  if (tokens.slice(range.from, range.from + 14 < range.to ? range.from + 14 : range.to).some(({ text, tag }) => /^as$/i.test(text) && /^(IN|RB)$/.test(tag))) return true
  const roots = heads(range, tree)
  return 1 < roots.length && roots.some((root) => /^(xcomp|advcl|ccomp)/.test(tokens[root]?.relation ?? ''))
}

/** "[Taxes], she said, [would fall]": the rest begins with the clause's verb. */
const goesOn = ([, second]: readonly Stretch[], tree: Tree): boolean => second !== undefined && /^(VB[DZP]|MD)$/.test(tree.tokens[openingOf([second], tree).from]?.tag ?? '')

/** "[The plan] was seen [as a threat]", "[taxes] are expected [to fall]": what stands apart from its beginning says what it is taken for. */
const isSplit = ([, second]: readonly Stretch[], { text }: Tree): boolean => second !== undefined && /^(as|to|so|most|more|less|not|a|an|the|\p{Ll}+(ed|ing|able|ible|ful|ous|ive|al))\b/u.test(text.slice(second.start, second.start + 20))

/** A name of a person with or without a title before it, or one pronoun. */
function isPerson({ from, to }: Range, { tokens }: Tree): boolean {
  const words = tokens.slice(from, to).filter(({ text }) => /\w/.test(text))
  if (words.length === 1) return /^(PRP|DT|EX)$/.test(words[0]?.tag ?? '') || words[0]?.name.endsWith('Person') === true
  return words.length <= 8 && words.at(-1)?.name.endsWith('Person') === true && words.every(({ tag }) => /^(NN|JJ|DT|PRP|IN|HYPH|POS)/.test(tag)) && !words.some(({ tag }) => tag === 'IN')
}

/** Those whose heads stand outside. */
const heads = ({ from, to }: Range, { tokens }: Tree): number[] =>
  indexesOf({ from, to }).filter((index) => {
    const { head = null, tag = '' } = tokens[index] ?? {}
    return (head === null || head < from || to <= head) && /^\w/.test(tag)
  })

/** Where it begins behind a preposition or adverb: "about whether". */
function skipped({ from, to }: Range, { tokens }: Tree): number {
  let first = from
  while (first < Math.min(to - 1, from + 2) && (/^RB/.test(tokens[first]?.tag ?? '') || (tokens[first]?.tag === 'IN' && !/^(that|whether|if|because|as)$/i.test(tokens[first]?.text ?? '')))) first++
  return first
}

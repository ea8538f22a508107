import type { Range } from '../../tree.js'
import { rootOf } from './draft.js'
import type { Name } from './names.js'
import type { Scene } from './scene.js'

type Token = Scene['tree']['tokens'][number]

/** Names that a source is, rather than mentions: "Jane Doe, spokeswoman for John Roe" is Jane Doe. Two only when joined by "and". */
export function bearersIn(source: Range, { nameAt, tree: { tokens } }: Scene): Name[] {
  const inside: Name[] = []
  for (let index = source.from; index < source.to; index++) {
    const name = nameAt.get(index)
    if (name && name.to <= source.to && !inside.includes(name) && !/^(NORP|Date|Money)$/.test(name.kind)) inside.push(name)
  }
  const bearers = inside.filter((name) => isBearer(name, source, tokens))
  const people = bearers.filter(({ kind }) => kind === 'Person')
  const [first, second] = people.length ? people : bearers
  if (!first) return unlabelled(source, inside, tokens)
  // "The Westbrook Times and a chain of newspapers": not the Times alone.
  if (!second && first.kind !== 'Person' && tokens[first.to]?.tag === 'CC' && first.to + 1 < source.to) return []
  const between = second ? tokens.slice(first.to, second.from) : []
  const root = second && tokens[rootOf({ tokens }, second)]
  const listed = first && second && root?.relation === 'conj' && root.head !== null && first.from <= root.head && root.head < first.to
  const joined = (listed || between.length <= 8) && between.some(({ tag }) => tag === 'CC') && (listed || !between.some(({ tag }) => /^(VB|WP|IN)/.test(tag)))
  return second && joined ? [first, second] : [first]
}

/** Not "Trump" in "Trump campaign", not "Doe" in "Doe's lawyer", and nothing behind a preposition, a relative pronoun or a bracket. */
function isBearer(name: Name, source: Range, tokens: readonly Token[]): boolean {
  if (name.kind !== 'Person' && name.to - name.from === 1 && isSome(name.from, source, tokens)) return false
  const after = name.to < source.to ? tokens[name.to] : undefined
  if (after && (isNoun(after) || (after.tag === 'POS' && name.to + 1 < source.to))) return false
  for (let index = name.from - 1; source.from <= index; index--) {
    const { tag = '', text = '' } = tokens[index] ?? {}
    if (/^[,;]$/.test(text)) break
    if (isOffice(index, tokens)) continue
    if (/^(IN|TO|WP|WDT|VB.?)$/.test(tag) || text === '(') return false
  }
  return true
}

/** "Latinos" in "many Latinos" or "Texas Latinos": not all that bear the name. */
const isSome = (index: number, { from }: Range, tokens: readonly Token[]): boolean =>
  from < index && tokens[index]?.tag === 'NNPS' && /^(JJ|CD|NN|PDT)/.test(tokens[index - 1]?.tag ?? '')

/** "Of" in "secretary of state Jane Doe", "chief of staff John Roe": a matter without an article, and no person. */
const isOffice = (index: number, tokens: readonly Token[]): boolean =>
  /^of$/i.test(tokens[index]?.text ?? '') && tokens[index + 2]?.tag === 'NNP' && /^(commerce|communications|defen[cs]e|development|education|energy|finance|health|justice|labou?r|mission|operations|police|policy|research|staff|state|transportation)$/i.test(tokens[index + 1]?.text ?? '')

/** Labels on punctuation are slips of the reader. */
const isNoun = ({ tag, text }: Token): boolean => /^NN/.test(tag) && /\p{L}/u.test(text)

/** A source of capitalised words that the reader took for no name is one all the same: "ReganBooks said". */
function unlabelled(source: Range, inside: readonly Name[], tokens: readonly Token[]): Name[] {
  if (inside.length) return []
  const head = rootOf({ tokens }, source)
  // "None of the three", tagged as a name since it begins the sentence.
  if (/^(all|any|both|each|either|every|few|many|most|much|neither|no|nobody|none|one|other|others|several|some)$/i.test(tokens[head]?.text ?? '')) return []
  const isProper = (index: number) => source.from <= index && index < source.to && /^NNP/.test(tokens[index]?.tag ?? '') && /^\p{Lu}/u.test(tokens[index]?.text ?? '')
  if (!isProper(head) || isSome(head, source, tokens)) return []
  let [from, to] = [head, head + 1]
  while (isProper(from - 1)) from--
  while (isProper(to)) to++
  return [{ kind: 'Misc', from, to, words: tokens.slice(from, to).map(({ text }) => text), person: null }]
}

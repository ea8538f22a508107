import type { Range, Tree } from '../../tree.js'
import { tokenAt } from '../../tree.js'
import type { Draft, Stretch } from './draft.js'

/** A quotation that no attribution covers, and where it stands. */
export interface Unread {
  readonly stretches: readonly Stretch[]
  /** Its tokens with the marks, from the first paragraph's to the last one's. */
  readonly range: Range
  /** It fills whole sentences: nothing but marks before it in its sentence, and an end mark inside. */
  readonly whole: boolean
  readonly words: number
}

export interface Surroundings {
  readonly tree: Tree
  readonly cueVerbs: ReadonlySet<string>
  /** Those with a cue but no content yet, and those complete; in text order of their cues or first contents. */
  readonly idle: Draft[]
  readonly before: Draft | undefined
}

/** A way to attribute a quotation that the reader left out. The first that answers wins. */
export interface QuotationRule {
  readonly name: string
  readonly example: string
  read(quotation: Unread, surroundings: Surroundings): Pick<Draft, 'cue' | 'source' | 'carries'> | null
}

export const quotationRules: readonly QuotationRule[] = [
  {
    name: 'cue-beside',
    example: '“Taxes will fall,” the mayor, Jane Doe, announced on Monday.',
    read({ range }, { idle, tree }) {
      const index = idle.slice(0, 12).findIndex(({ cue }) => cue.some(({ from }) => isBeside(from, range, tree)))
      const [draft] = index < 0 ? [] : idle.splice(index, 1)
      return draft ? { cue: draft.cue, source: draft.source, carries: null } : null
    }
  },
  {
    name: 'verb-beside',
    example: '“Taxes will fall,” hissed and said Jane Doe.',
    read({ range, words }, { tree, cueVerbs }) {
      // "A blog, called the “Feed,”": a name, by a participle.
      const says = (index: number) => cueVerbs.has(tree.tokens[index]?.lemma ?? '') && (4 <= words || /^VB[DZP]$/.test(tree.tokens[index]?.tag ?? ''))
      const verb = [...verbsAfter(range, tree), ...verbsBefore(range, tree)].find(says)
      return verb === undefined ? null : { cue: [withAuxiliaries(verb, tree)], source: [], carries: null }
    }
  },
  {
    name: 'colon',
    example: 'Jane Doe: “Taxes will fall.”',
    read({ range }, { tree }) {
      if (tree.tokens[range.from - 1]?.text !== ':') return null
      const from = Math.max(tree.sentences[tree.sentenceOf[range.from - 1] ?? -1]?.from ?? 0, tree.paragraphs[tree.paragraphOf[range.from] ?? -1]?.from ?? 0)
      return isName({ from, to: range.from - 1 }, tree) ? { cue: [], source: [{ from, to: range.from - 1 }], carries: null } : null
    }
  },
  {
    name: 'dash',
    example: '“Taxes will fall.” – Jane Doe',
    read({ range }, { tree }) {
      const source = signerOf(range, tree)
      return source && { cue: [], source: [source], carries: null }
    }
  },
  {
    name: 'floating',
    example: '“Taxes will fall,” said Jane Doe. She smiled. “They must.”',
    read({ whole, range, words }, { before, tree }) {
      if (!whole || !before || !isNear(before, range, tree) || isSigned(range, tree) || isSubhead(range, words, tree)) return null
      const own = before.source.length || before.cue.length
      return { cue: [], source: [], carries: own ? before : (before.carries ?? before) }
    }
  },
  {
    name: 'marks',
    example: '“Taxes will fall, and rents will rise, and nobody will care.”',
    read: ({ whole, words }) => (whole && 6 <= words ? { cue: [], source: [], carries: null } : null)
  }
]

/** Within fifteen words, and in the same sentence; a cue before it may stand in the sentence before. */
function isBeside(index: number, range: Range, tree: Tree): boolean {
  const { from, to } = range
  const { sentenceOf } = tree
  if (to <= index) return index < to + 15 && sentenceOf[index] === sentenceOf[to] && goesOn(range, tree)
  return index < from && from - 15 < index && (sentenceOf[index] === sentenceOf[from] || (sentenceOf[index] === sentenceOf[from - 1] && isLedTo(range, tree)))
}

/** The sentence goes on behind the quotation: “It will,” she said; “Will it?” asked Jane Doe. Behind “It will.” only a small letter says so. */
function goesOn({ to }: Range, { text, tokens, paragraphOf }: Tree): boolean {
  const [last, next] = [tokens[to - 1], tokens[to]]
  if (!last || !next || paragraphOf[to] !== paragraphOf[to - 1]) return false
  return !/\.["”’»')\]]*$/.test(text.slice(Math.max(0, last.end - 6), last.end)) || /^\p{Ll}/u.test(next.text)
}

/** In the paragraph of what stands before it, or behind a colon or comma at that one's end. */
const isLedTo = ({ from }: Range, { tokens, paragraphOf }: Tree): boolean => paragraphOf[from] === paragraphOf[from - 1] || /^[:,]$/.test(tokens[from - 1]?.text ?? '')

/** Verbs in the eight words after the closing mark, in the same sentence and before any other mark. */
function verbsAfter(range: Range, tree: Tree): number[] {
  const { tokens, sentenceOf } = tree
  const { to } = range
  const verbs: number[] = []
  if (!goesOn(range, tree)) return verbs
  for (let index = to; index < to + 8 && sentenceOf[index] === sentenceOf[to] && !/^["“”;.!?]$/.test(tokens[index]?.text ?? '.'); index++)
    if (/^VB/.test(tokens[index]?.tag ?? '')) verbs.push(index)
  return verbs
}

/** Verbs in the six words before the opening mark, the nearest first, in the same sentence and after any other mark. */
function verbsBefore(range: Range, tree: Tree): number[] {
  const { tokens, sentenceOf } = tree
  const { from } = range
  const verbs: number[] = []
  if (!isLedTo(range, tree)) return verbs
  for (let index = from - 1; from - 6 <= index && sentenceOf[index] === sentenceOf[from - 1] && !/^["“”;.!?]$/.test(tokens[index]?.text ?? '.'); index--)
    if (/^VB/.test(tokens[index]?.tag ?? '')) verbs.push(index)
  return verbs
}

/** "has said", "did not say": the verb with what stands before it in its own verb group. */
export function withAuxiliaries(verb: number, { tokens }: Tree): Range {
  let from = verb
  while (0 < from && tokens[from - 1]?.head === verb && /^(aux|aux:pass|advmod)$/.test(tokens[from - 1]?.relation ?? '')) from--
  const particle = tokens[verb + 1]?.head === verb && tokens[verb + 1]?.relation === 'compound:prt'
  return { from, to: verb + (particle ? 2 : 1) }
}

function isName({ from, to }: Range, { tokens }: Tree): boolean {
  return from < to && to - from <= 12 && tokens.slice(from, to).some(({ name }) => name.endsWith('Person')) && !tokens.slice(from, to).some(({ tag }) => /^(VB|MD)/.test(tag))
}

/** A dash behind the closing mark, in the same paragraph. */
const isSigned = ({ to }: Range, { tokens, paragraphOf }: Tree): boolean => /^[-–—―]+$/.test(tokens[to]?.text ?? '') && paragraphOf[to] === paragraphOf[to - 1]

/** Whoever signs a quotation: “Taxes will fall.” – Jane Doe. */
export function signerOf(range: Range, tree: Tree): Range | null {
  if (!isSigned(range, tree)) return null
  const { tokens } = tree
  const from = range.to + 1
  const end = tree.paragraphs[tree.paragraphOf[range.to] ?? -1]?.to ?? from
  if (isSignature({ from, to: end }, tree)) return { from, to: /^[.,]$/.test(tokens[end - 1]?.text ?? '') ? end - 1 : end }
  let to = from
  while (tokens[to]?.name.slice(2) === 'Person') to++
  // "– Jane Doe, opposition leader", and nothing more in the paragraph.
  const whole = to === end || (tokens[to]?.text === ',' && end - to <= 10 && !tokens.slice(to, end).some(({ tag }) => /^(VB[DZP]|MD)$/.test(tag)))
  return isName({ from, to }, tree) && whole ? { from, to: end } : null
}

/** Two to five words with capitals and nothing else: a name, whatever the reader takes it for. */
function isSignature({ from, to }: Range, { text, tokens }: Tree): boolean {
  if (to <= from || 12 < to - from) return false
  const words = text.slice(tokens[from]?.start, tokens[to - 1]?.end).split(/\s+/)
  return 2 <= words.length && words.length <= 5 && words.every((word) => /^(\p{Lu}[\p{L}\p{M}.'’-]*|de|del|van|von|der|la|al|bin)[.,]?$/u.test(word))
}

/** A few words in single marks that are a paragraph of their own: ‘The tide will turn.’ above what follows. */
const isSubhead = ({ from, to }: Range, words: number, { tokens, paragraphOf }: Tree): boolean =>
  words <= 7 && /^['‘]$/.test(tokens[from]?.text ?? '') && paragraphOf[from - 1] !== paragraphOf[from] && paragraphOf[to] !== paragraphOf[from]

/** Index of the paragraph in which its last content begins. */
export const lastParagraph = ({ content }: Draft, tree: Tree): number => tree.paragraphOf[tokenAt(tree, content.at(-1)?.start ?? 0)] ?? -1

/** In the paragraph of the quotation, or in the one before and quoting. */
function isNear(draft: Draft, { from }: Range, tree: Tree): boolean {
  const last = draft.content.at(-1)
  const distance = (tree.paragraphOf[from] ?? 0) - lastParagraph(draft, tree)
  return distance === 0 || (distance === 1 && last !== undefined && /["“”’»']/.test(tree.text.slice(last.start, last.end)))
}

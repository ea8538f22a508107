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
    read({ range }, { tree, cueVerbs }) {
      const verb = [...verbsAfter(range, tree), ...verbsBefore(range, tree)].find((index) => cueVerbs.has(tree.tokens[index]?.lemma ?? ''))
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
      if (!/^[-–—―]+$/.test(tree.tokens[range.to]?.text ?? '')) return null
      let to = range.to + 1
      while (tree.tokens[to]?.name.slice(2) === 'Person') to++
      const named = isName({ from: range.to + 1, to }, tree)
      const end = tree.paragraphs[tree.paragraphOf[range.to] ?? -1]?.to ?? to
      // "– Jane Doe, opposition leader", and nothing more in the paragraph.
      const whole = to === end || (tree.tokens[to]?.text === ',' && end - to <= 10 && !tree.tokens.slice(to, end).some(({ tag }) => /^(VB[DZP]|MD)$/.test(tag)))
      return named && whole ? { cue: [], source: [{ from: range.to + 1, to: end }], carries: null } : null
    }
  },
  {
    name: 'floating',
    example: '“Taxes will fall,” said Jane Doe. She smiled. “They must.”',
    read({ whole, range }, { before, tree }) {
      if (!whole || !before || !isNear(before, range, tree)) return null
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

const isBeside = (index: number, { from, to }: Range, { sentenceOf }: Tree): boolean =>
  (to <= index && index < to + 15 && sentenceOf[index] === sentenceOf[to]) || (index < from && from - 15 < index && (sentenceOf[index] === sentenceOf[from] || sentenceOf[index] === sentenceOf[from - 1]))

/** Verbs in the eight words after the closing mark, in the same sentence and before any other mark. */
function verbsAfter({ to }: Range, { tokens, sentenceOf }: Tree): number[] {
  const verbs: number[] = []
  for (let index = to; index < to + 8 && sentenceOf[index] === sentenceOf[to] && !/^["“”;.!?]$/.test(tokens[index]?.text ?? '.'); index++)
    if (/^VB/.test(tokens[index]?.tag ?? '')) verbs.push(index)
  return verbs
}

/** Verbs in the six words before the opening mark, the nearest first, in the same sentence and after any other mark. */
function verbsBefore({ from }: Range, { tokens, sentenceOf }: Tree): number[] {
  const verbs: number[] = []
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

/** Index of the paragraph in which its last content begins. */
export const lastParagraph = ({ content }: Draft, tree: Tree): number => tree.paragraphOf[tokenAt(tree, content.at(-1)?.start ?? 0)] ?? -1

/** In the paragraph of the quotation, or in the one before and quoting. */
function isNear(draft: Draft, { from }: Range, tree: Tree): boolean {
  const last = draft.content.at(-1)
  const distance = (tree.paragraphOf[from] ?? 0) - lastParagraph(draft, tree)
  return distance === 0 || (distance === 1 && last !== undefined && /["“”’»']/.test(tree.text.slice(last.start, last.end)))
}

import type { Range, Tree } from '../../tree.js'
import { tokensIn } from '../../tree.js'
import { rootOf, type Draft, type Stretch } from './draft.js'
import { childrenOf, isInside } from './ties.js'
import { isTitle } from './title.js'

/** A piece that does not belong with the others of its content. */
export interface UnglueRule {
  readonly name: string
  /** Marked as [source …], [cue …], [content …], and, around its words, [strange …]: the one that does not belong. */
  readonly example: string
  holds(piece: Range, others: readonly Range[], draft: Draft, tree: Tree): boolean
}

export const unglueRules: readonly UnglueRule[] = [
  {
    name: 'in-the-subject',
    example: '[source A clerk who opposed [content [strange the tax]]] [cue praised] [content the mayor].',
    holds(piece, others, draft, tree) {
      const cue = cueRoot(draft, tree)
      if (cue === null || !isVerb(cue, tree) || cue < piece.to) return false
      const path = pathOf(rootOf(tree, piece), tree)
      const place = path.indexOf(cue)
      const subject = path[place - 1] ?? -1
      return 0 < place && !isInside(piece, subject) && draft.source.some((source) => isInside(source, subject)) && others.some((other) => cue < other.from)
    }
  },
  {
    name: 'of-another-verb',
    example: '[source Jane Doe] [cue mocks] [content the tax] and raises [content [strange the rents]].',
    holds(piece, others, draft, tree) {
      const cue = cueRoot(draft, tree)
      if (cue === null || piece.from < cue || isQuoted(piece, tree)) return false
      const path = pathOf(rootOf(tree, piece), tree)
      const place = path.indexOf(cue)
      return 0 < place && tree.tokens[path[place - 1] ?? -1]?.relation === 'conj' && !isInside(piece, path[place - 1]) && others.some((other) => tree.tokens[rootOf(tree, other)]?.head === cue)
    }
  },
  {
    name: 'beside-a-quotation',
    example: '[content “Taxes will fall,”] [source Jane Doe] [cue told] [content [strange the council of Westbrook]].',
    holds(piece, others, draft, tree) {
      const cue = cueRoot(draft, tree)
      const first = tree.tokens.slice(piece.from, piece.to).findIndex(({ text, head }) => /[\p{L}\p{N}]/u.test(text) && !isInside(piece, head))
      const root = first < 0 ? -1 : piece.from + first
      const noun = tree.tokens[root]?.head === cue && /^(obj|iobj|obl|nsubj|obl:agent)$/.test(tree.tokens[root]?.relation ?? '')
      const named = isQuoted(piece, tree) && isTitle(tree.text.slice(tree.tokens[piece.from]?.start, tree.tokens[piece.to - 1]?.end))
      return cue !== null && cue < piece.from && !draft.cue.some(({ to }) => tree.tokens[to - 1]?.tag === 'IN') && noun && (named || !isQuoted(piece, tree)) && others.some((other) => other.to <= cue && isQuoted(other, tree) && closesAsSpeech(other, tree))
    }
  },
  {
    name: 'title',
    example: 'In [content [strange “A Town Sold,”]] [source Jane Doe] [cue said] [content that the mayor lied].',
    holds(piece, others, draft, tree) {
      const quoted = tree.text.slice(tree.tokens[piece.from]?.start, tree.tokens[piece.to - 1]?.end)
      const clause = others.some((other) => !isQuoted(other, tree) && tree.tokens[rootOf(tree, other)]?.relation === 'ccomp' && tree.tokens[rootOf(tree, other)]?.head === cueRoot(draft, tree))
      return isQuoted(piece, tree) && clause && isTitle(quoted.replace(/,(?=["”'»]*$)/, ''))
    }
  },
  {
    name: 'while-speaking',
    example: '[content [strange Holding up a book]], [source Jane Doe] [cue said], [content “Taxes will fall.”]',
    holds: (piece, others, draft, tree) =>
      piece.to <= (draft.cue[0]?.from ?? 0) && tree.tokens[rootOf(tree, piece)]?.tag === 'VBG' && tree.tokens[rootOf(tree, piece)]?.head === cueRoot(draft, tree) && !/["“”]|''/.test(tree.text.slice(tree.tokens[piece.from]?.start, tree.tokens[piece.to - 1]?.end)) && others.every((other) => piece.to <= other.from && isQuoted(other, tree))
  }
]

const cueRoot = ({ cue: [cue] }: Draft, tree: Tree): number | null => (cue ? rootOf(tree, cue) : null)
const isVerb = (index: number, tree: Tree): boolean => /^VB/.test(tree.tokens[index]?.tag ?? '') || 0 < childrenOf(index, /^(cop|aux)$/, tree).length
const isQuoted = ({ from }: Range, { text, tokens }: Tree): boolean => /^(["“«]|''|``)/.test(text.slice(tokens[from]?.start, (tokens[from]?.start ?? 0) + 2))
const closesAsSpeech = ({ to }: Range, { text, tokens }: Tree): boolean => /[,?!](["”»]|'')$/.test(text.slice(Math.max(0, (tokens[to - 1]?.end ?? 0) - 3), tokens[to - 1]?.end ?? 0))

/** The word, its head, the head's head and so on. */
function pathOf(index: number, { tokens }: Tree): number[] {
  const path: number[] = []
  for (let own: number | null = index; own !== null && !path.includes(own) && path.length < 50; own = tokens[own]?.head ?? null) path.push(own)
  return path
}

/** Takes away the pieces for which a rule holds, as long as one is left. */
export function unglue(drafts: readonly Draft[], tree: Tree): void {
  for (const draft of drafts) {
    if (draft.content.length < 2 || most < draft.content.length) continue
    const kept = draft.content.filter((piece) => !isGlued(piece, draft, tree))
    if (kept.length) draft.content = kept
  }
}

/** A content of more pieces is a long speech in quotations, and takes long to look through. */
const most = 12

function isGlued(piece: Stretch, draft: Draft, tree: Tree): boolean {
  const others = draft.content.filter((other) => other !== piece).map((other) => tokensIn(tree, other))
  return unglueRules.some((rule) => rule.holds(tokensIn(tree, piece), others, draft, tree))
}

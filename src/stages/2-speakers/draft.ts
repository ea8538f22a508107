import type { Span } from '../../model.js'
import type { Range, Tree } from '../../tree.js'

/** A stretch of text without its copy. */
export type Stretch = Pick<Span, 'start' | 'end'>

/** An attribution in the making. Lists are in text order; what stands in them is put right step by step. */
export interface Draft {
  content: Stretch[]
  cue: Range[]
  source: Range[]
  /** The one whose speaker it takes up, where it has none of its own. */
  carries: Draft | null
  /** Mean probability of the role labels that it was made from. */
  sure: number
  rule: string
}

export const stretchOf = ({ tokens }: Pick<Tree, 'tokens'>, { from, to }: Range): Stretch => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 })

export const lengthOf = ({ start, end }: Stretch): number => end - start

/** How many characters two stretches share. */
export const sharedBy = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** The token whose head stands outside of the range; where there are several, a verb or noun before others. */
export function rootOf({ tokens }: Pick<Tree, 'tokens'>, { from, to }: Range): number {
  let best = from
  let rank = -1
  for (let index = from; index < to; index++) {
    const token = tokens[index]
    if (!token || (token.head !== null && from <= token.head && token.head < to)) continue
    const own = /^VB/.test(token.tag) ? 3 : /^NN/.test(token.tag) ? 2 : /^\W+$/.test(token.text) ? 0 : 1
    if (own > rank) [best, rank] = [index, own]
  }
  return best
}

import type { Tree } from '../../tree.js'
import { contains } from '../../span.js'
import { lengthOf, sharedBy, stretchOf, type Draft, type Stretch } from './draft.js'
import type { Pair } from './marks.js'

/** A quotation as a whole: one pair of marks, or those of several paragraphs through which it goes on. */
export type Quotation = readonly Pair[]

export const stretchOfPair = ({ open, close, inside }: Pair): Stretch => ({ start: open.start, end: close?.end ?? inside.end })

/** Pairs of one level as quotations, in text order. Unclosed marks quote nothing for certain and are left out. */
export function quotationsOf(pairs: readonly Pair[], level: number): Quotation[] {
  const quotations: Pair[][] = []
  let goesOn = false
  for (const pair of pairs) {
    if (pair.level !== level) continue
    if (goesOn) quotations.at(-1)?.push(pair)
    else if (pair.close !== null || pair.continued) quotations.push([pair])
    goesOn = pair.continued
  }
  return quotations
}

/** Contents that begin or end inside a quotation are made to take all of it with its marks. Where several attributions claim parts of
 *  one quotation, the largest part wins, except that an attribution whose cue stands inside the quotation stays as it is: it is part of
 *  what is quoted. */
export function squareWithMarks(drafts: readonly Draft[], quotations: readonly Quotation[], tree: Tree): void {
  const claims = claimsOf(drafts, quotations, tree)
  quotations.forEach((quotation, index) => {
    const own = claims.get(index) ?? []
    const shares = new Map<Draft, number>()
    for (const { draft, shared } of own) shares.set(draft, (shares.get(draft) ?? 0) + shared)
    let winner: Draft | null = null
    for (const [draft, share] of shares) if (!winner || share > (shares.get(winner) ?? 0)) winner = draft
    if (!winner) return
    for (const draft of shares.keys()) {
      if (draft === winner) draft.content = taken(draft.content, quotation.map(stretchOfPair))
      else draft.content = draft.content.flatMap((piece) => without(piece, quotation.map(stretchOfPair)))
    }
  })
}

interface Claim {
  readonly draft: Draft
  readonly shared: number
}

/** By index of a quotation: which drafts have content that lies partly in it. One pass over both, for both are in text order. */
function claimsOf(drafts: readonly Draft[], quotations: readonly Quotation[], tree: Tree): Map<number, Claim[]> {
  const pairs = quotations.flatMap((quotation, index) => quotation.map((pair) => ({ index, stretch: stretchOfPair(pair), alone: quotation.length === 1 })))
  const pieces = drafts.flatMap((draft) => draft.content.map((piece) => ({ draft, piece }))).sort((a, b) => a.piece.start - b.piece.start)
  const claims = new Map<number, Claim[]>()
  let first = 0
  for (const { draft, piece } of pieces) {
    while (first < pairs.length && (pairs[first]?.stretch.end ?? 0) <= piece.start) first++
    for (let next = first; next < pairs.length; next++) {
      const pair = pairs[next]
      if (!pair || piece.end <= pair.stretch.start) break
      // What lies whole in a content needs no squaring, unless it goes on in other paragraphs.
      if ((pair.alone && contains(piece, pair.stretch)) || draft.cue.some((cue) => contains(pair.stretch, stretchOf(tree, cue)))) continue
      const list = claims.get(pair.index) ?? []
      list.push({ draft, shared: sharedBy(piece, pair.stretch) })
      claims.set(pair.index, list)
    }
  }
  return claims
}

/** The pieces, with all of the quotation: what lies in it or sticks into it becomes one with it. */
function taken(pieces: readonly Stretch[], quotation: readonly Stretch[]): Stretch[] {
  let result = [...pieces]
  for (const pair of quotation) {
    const touching = result.filter((piece) => sharedBy(piece, pair) > 0)
    const joined = { start: Math.min(pair.start, ...touching.map(({ start }) => start)), end: Math.max(pair.end, ...touching.map(({ end }) => end)) }
    result = [...result.filter((piece) => !touching.includes(piece)), joined].sort((a, b) => a.start - b.start)
  }
  return result
}

/** What is left of a piece outside of the quotation. */
function without(piece: Stretch, quotation: readonly Stretch[]): Stretch[] {
  return quotation.reduce<Stretch[]>(
    (rest, pair) => rest.flatMap(({ start, end }) => [{ start, end: Math.min(end, pair.start) }, { start: Math.max(start, pair.end), end }].filter((part) => lengthOf(part) > 0)),
    [piece]
  )
}

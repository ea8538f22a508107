import type { Tree } from '../../tree.js'
import { rootOf, stretchOf, type Draft } from './draft.js'
import { piecesOf, type Piece } from './pieces.js'

/** Attributions as the reader sees them: each cue with the sources and contents that belong to it, by the words' pointers, by syntax
 *  and by nearness taken together. Contents that belong to no cue become drafts without one. */
export function gather(tree: Tree): Draft[] {
  const pieces = piecesOf(tree)
  const view = viewOf(pieces, tree)
  const drafts = new Map<Piece, Draft>()
  for (const piece of pieces) if (piece.role === 'cue') drafts.set(piece, { content: [], cue: [piece], source: [], carries: null, sure: piece.sure, rule: 'reader' })
  const loose: Draft[] = []
  const sources: { piece: Piece; cue: Piece; weight: number }[] = []
  pieces.forEach((piece, index) => {
    if (piece.role === 'cue') return
    const ranked = rank(piece, index, view)
    if (piece.role === 'source') sources.push(...ranked.map(({ cue, weight }) => ({ piece, cue, weight })))
    else {
      const draft = ranked[0] && drafts.get(ranked[0].cue)
      if (draft) draft.content.push(stretchOf(tree, piece))
      else loose.push({ content: [stretchOf(tree, piece)], cue: [], source: [], carries: null, sure: piece.sure, rule: 'reader' })
      if (draft) draft.sure = Math.min(draft.sure, piece.sure)
    }
  })
  giveSources(sources, drafts)
  return [...drafts.values(), ...loose]
}

/** Best pairs first; every source goes to one cue and every cue takes one source. */
function giveSources(pairs: { piece: Piece; cue: Piece; weight: number }[], drafts: ReadonlyMap<Piece, Draft>): void {
  const given = new Set<Piece>()
  for (const { piece, cue } of pairs.sort((a, b) => b.weight - a.weight)) {
    const draft = drafts.get(cue)
    if (!draft || draft.source.length || given.has(piece)) continue
    given.add(piece)
    draft.source.push(piece)
  }
}

interface View {
  readonly tree: Tree
  readonly pieces: readonly Piece[]
  /** By token index: the cue that it is part of. */
  readonly cueAt: ReadonlyMap<number, Piece>
}

function viewOf(pieces: readonly Piece[], tree: Tree): View {
  const cueAt = new Map<number, Piece>()
  for (const piece of pieces) if (piece.role === 'cue') for (let index = piece.from; index < piece.to; index++) cueAt.set(index, piece)
  return { tree, pieces, cueAt }
}

/** The cues that a source or content may belong to, the best first. The words' pointers weigh up to 1 together; the other weights are as good
 *  as any between 0.5 and 1 on the articles that they were tried on. */
function rank(piece: Piece, index: number, view: View): { cue: Piece; weight: number }[] {
  const weights = new Map<Piece, number>()
  const weigh = (cue: Piece | undefined, weight: number) => cue && weights.set(cue, (weights.get(cue) ?? 0) + weight)
  for (let word = piece.from; word < piece.to; word++) weigh(view.cueAt.get(view.tree.tokens[word]?.of ?? -1), 1 / (piece.to - piece.from))
  weigh(tiedBySyntax(piece, view), 0.8)
  for (const neighbour of neighbours(index, view)) weigh(neighbour, 0.6)
  return [...weights].map(([cue, weight]) => ({ cue, weight })).sort((a, b) => b.weight - a.weight)
}

/** The cue that governs the piece, or the one that hangs in it ("…", he said, with the quotation as the head of "said"). */
function tiedBySyntax(piece: Piece, { tree, cueAt }: View): Piece | undefined {
  const root = rootOf(tree, piece)
  const above = cueAt.get(tree.tokens[root]?.head ?? -1)
  if (above || piece.role === 'source') return above
  const below = tree.children[root]?.find((child) => tree.tokens[child]?.relation === 'parataxis' && cueAt.has(child))
  return below === undefined ? undefined : cueAt.get(below)
}

/** The cues beside a piece with nothing but marks and at most one source between: one to the left, one to the right. */
function neighbours(index: number, { tree, pieces }: View): Piece[] {
  return [-1, 1].flatMap((step) => {
    const next = pieces[index + step]
    const cue = next?.role === 'source' ? pieces[index + 2 * step] : next
    if (!next || cue?.role !== 'cue') return []
    const gaps = next === cue ? [[index, index + step]] : [[index, index + step], [index + step, index + 2 * step]]
    return gaps.every(([a = 0, b = 0]) => isBare(pieces[Math.min(a, b)], pieces[Math.max(a, b)], tree)) ? [cue] : []
  })
}

const isBare = (left: Piece | undefined, right: Piece | undefined, { tokens }: Tree): boolean =>
  left !== undefined && right !== undefined && tokens.slice(left.to, Math.min(right.from, left.to + 9)).every(({ text }) => /^[\s,:"“”'‘’«»]*$/.test(text))

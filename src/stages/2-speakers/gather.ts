import type { Tree } from '../../tree.js'
import { contentTies } from './content-ties.js'
import { stretchOf, type Draft } from './draft.js'
import { piecesOf, type Piece } from './pieces.js'
import { isSpokenOf } from './spoken-of.js'
import { sourceTies } from './source-ties.js'
import { oddsOf, pairOf, type Tie } from './ties.js'

/** Attributions as the reader sees them: each cue with its contents and its source, by the words' pointers, by syntax and by nearness taken
 *  together. A content belongs to one cue, a source to as many as share it. What belongs to no cue is left out. */
export function gather(tree: Tree, felt: ReadonlySet<string>): Draft[] {
  const pieces = piecesOf(tree)
  const drafts = new Map<number, Draft>()
  pieces.forEach((piece, index) => {
    if (piece.role === 'cue') drafts.set(index, { content: [], cue: [piece], source: [], carries: null, sure: piece.sure, rule: 'reader' })
  })
  const links = [...linksOf(pieces, tree)].sort(([a], [b]) => a - b)
  for (const [content, cue] of links) {
    const [piece, draft] = [pieces[content], drafts.get(cue)]
    if (!piece || !draft) continue
    draft.content.push(stretchOf(tree, piece))
    draft.sure = Math.min(draft.sure, piece.sure)
  }
  for (const [index, draft] of drafts) {
    const source = sourceFor(index, pieces, { tree, felt })
    if (source) draft.source.push(source)
  }
  return [...drafts.values()]
}

/** How many pieces, how many paragraphs a cue may be away. */
const reach = { pieces: 10, paragraphs: 2 }

/** By index of a content: index of its cue. The surest pairs first. */
function linksOf(pieces: readonly Piece[], tree: Tree): Map<number, number> {
  const pairs = pieces.flatMap(({ role }, index) => (role === 'content' ? rivalsOf(index, 'cue', pieces, tree).map((cue) => ({ content: index, cue, odds: oddsBetween(index, cue, contentTies, pieces, tree) })) : []))
  const links = new Map<number, number>()
  for (const { content, cue } of pairs.filter(({ odds }) => 0 <= odds).sort((a, b) => b.odds - a.odds)) if (!links.has(content)) links.set(content, cue)
  return links
}

function sourceFor(cue: number, pieces: readonly Piece[], surroundings: { readonly tree: Tree; readonly felt: ReadonlySet<string> }): Piece | null {
  const { tree } = surroundings
  const own = pieces[cue]
  let best: { readonly odds: number; readonly piece: Piece } | null = null
  for (const index of rivalsOf(cue, 'source', pieces, tree)) {
    const odds = oddsBetween(index, cue, sourceTies, pieces, tree)
    const piece = pieces[index]
    if (piece && own && tree.paragraphOf[piece.from] === tree.paragraphOf[own.from] && (best?.odds ?? 0) < odds && !isSpokenOf(own, piece, surroundings)) best = { odds, piece }
  }
  return best?.piece ?? null
}

function rivalsOf(index: number, role: Piece['role'], pieces: readonly Piece[], { paragraphOf }: Tree): number[] {
  const home = paragraphOf[pieces[index]?.from ?? 0] ?? 0
  const rivals: number[] = []
  for (let other = Math.max(0, index - reach.pieces); other < Math.min(pieces.length, index + reach.pieces + 1); other++)
    if (pieces[other]?.role === role && Math.abs((paragraphOf[pieces[other]?.from ?? 0] ?? 0) - home) <= reach.paragraphs) rivals.push(other)
  return rivals
}

function oddsBetween(piece: number, cue: number, ties: readonly Tie[], pieces: readonly Piece[], tree: Tree): number {
  const pair = pairOf(pieces, piece, cue, tree)
  return pair ? oddsOf(pair, ties) : -Infinity
}

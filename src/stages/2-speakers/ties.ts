import type { Range, Tree } from '../../tree.js'
import { rootOf } from './draft.js'
import type { Piece } from './pieces.js'

/** A sign that a source or content belongs to a cue, or that it does not. */
export interface Tie {
  readonly name: string
  /** Marked as [piece …] and [cue …]: a pair for which the sign holds. */
  readonly example: string
  /** Logarithm of the odds. */
  readonly weight: number
  /** 0 to 1. */
  strength(pair: Pair): number
}

/** A source or content, and a cue that it may belong to. */
export interface Pair {
  readonly piece: Piece
  readonly cue: Piece
  /** Their head words. */
  readonly pieceRoot: number
  readonly root: number
  /** The pieces that lie between the two. */
  readonly between: readonly Piece[]
  readonly tree: Tree
}

export const pairOf = (pieces: readonly Piece[], piece: number, cue: number, tree: Tree): Pair | null => {
  const [own, other] = [pieces[piece], pieces[cue]]
  return own && other ? { piece: own, cue: other, pieceRoot: rootOf(tree, own), root: rootOf(tree, other), between: pieces.slice(Math.min(piece, cue) + 1, Math.max(piece, cue)), tree } : null
}

/** Logarithm of the odds that the two belong together. */
export const oddsOf = (pair: Pair, ties: readonly Tie[]): number => ties.reduce((sum, { weight, strength }) => sum + weight * strength(pair), 0)

export const isInside = ({ from, to }: Range, index: number | null | undefined): boolean => index !== null && index !== undefined && from <= index && index < to

export const childrenOf = (index: number, relation: RegExp, { children, tokens }: Tree): number[] => (children[index] ?? []).filter((child) => relation.test(tokens[child]?.relation ?? ''))

export const isBefore = ({ piece, cue }: Pair): boolean => piece.to <= cue.from

export const isVerbal = ({ root, tree }: Pair): boolean => /^(VB|MD)/.test(tree.tokens[root]?.tag ?? '')

/** The words between the two. */
export const gapOf = ({ piece, cue, tree }: Pair): Tree['tokens'] => tree.tokens.slice(Math.min(piece.to, cue.to), Math.max(piece.from, cue.from))

/** Share of the piece's words that point into the cue. */
export const pointing = ({ piece, cue, tree: { tokens } }: Pair): number => tokens.slice(piece.from, piece.to).filter(({ of }) => isInside(cue, of)).length / (piece.to - piece.from)

/** Share of its words that point into some other cue. */
export const pointingElsewhere = ({ piece, cue, tree: { tokens } }: Pair): number =>
  tokens.slice(piece.from, piece.to).filter(({ of }) => of !== null && !isInside(cue, of) && tokens[of]?.role.endsWith('cue')).length / (piece.to - piece.from)

export const far = (pair: Pair): number => Math.min(1, gapOf(pair).length / 30)

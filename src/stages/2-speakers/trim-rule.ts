import { indexesOf, type Range, type Tree } from '../../tree.js'
import { stretchOf, type Draft, type Stretch } from './draft.js'

/** A way in which a content took along words that its source did not say. */
export interface TrimRule {
  readonly name: string
  /** Marked as [cue …], [content …] and, inside of it, what is left of it: [kept …]. */
  readonly example: string
  /** What is left of a piece of content; null where nothing is to be taken off. */
  of(piece: Range, draft: Draft, tree: Tree): Range | null
}

/** Verbs that take whoever listens for their object. */
export const listening = /^(tell|ask|inform|assure|warn|remind|notify|advise|e?mail)$/

export const isWord = (tree: Tree, index: number): boolean => /[\p{L}\p{N}]/u.test(tree.tokens[index]?.text ?? '')
export const wordsIn = (range: Range, tree: Tree): number[] => indexesOf(range).filter((index) => isWord(tree, index))

/** The quotation marks in a piece, opening and closing ones in turn. Two apostrophes are one mark, and two tokens. */
export function marksIn(piece: Range, tree: Tree): Stretch[] {
  const { start, end } = stretchOf(tree, piece)
  return [...tree.text.slice(start, end).matchAll(/["“”«»]|''|``/g)].map(({ index, 0: mark }) => ({ start: start + index, end: start + index + mark.length }))
}

/** Whether it stands between marks that the piece opens. */
export const isQuoted = (index: number, piece: Range, tree: Tree): boolean => marksIn({ from: piece.from, to: index }, tree).length % 2 === 1

/** The piece up to a word, without the comma, dash or conjunction that led to it; null where nothing is left or the place is quoted. */
export function before(index: number, piece: Range, tree: Tree): Range | null {
  if (isQuoted(index, piece, tree)) return null
  let to = index
  while (piece.from < to && (/^([,;:(…]|[-–—―]+)$/.test(tree.tokens[to - 1]?.text ?? '') || tree.tokens[to - 1]?.tag === 'CC')) to--
  return wordsIn({ from: piece.from, to }, tree).length ? { from: piece.from, to } : null
}

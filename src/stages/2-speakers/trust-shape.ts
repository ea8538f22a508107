import { indexesOf, tokensIn, type Range, type Tree } from '../../tree.js'
import { rootOf, type Draft } from './draft.js'

/** An attribution word by word. */
export interface Shape {
  readonly tree: Tree
  readonly draft: Draft
  readonly content: readonly Range[]
  /** Indexes of their words; of a very long content those of its beginning and end. */
  readonly words: { readonly source: readonly number[]; readonly cue: readonly number[]; readonly content: readonly number[] }
  /** Of the content's: words and signs outside of quotation marks; the words among them; the first word of each piece. */
  readonly outside: readonly number[]
  readonly own: readonly number[]
  readonly firsts: readonly number[]
  /** Root of each piece, by syntax; of the cue that of its first piece, -1 where there is none. */
  readonly roots: { readonly source: readonly number[]; readonly cue: number; readonly content: readonly number[] }
}

/** Words looked at, of a content: what is wrong with it shows at its ends. */
const LOOKED_AT = 400

export function shapeOf(draft: Draft, tree: Tree): Shape {
  const { source, cue, content: pieces } = draft
  const [first] = cue
  const content = pieces.map((piece) => tokensIn(tree, piece)).filter(({ from, to }) => from < to)
  const all = content.flatMap(indexesOf)
  const looked = all.length <= LOOKED_AT ? all : [...all.slice(0, LOOKED_AT / 2), ...all.slice(-LOOKED_AT / 2)]
  const seen = new Set(looked)
  const outside = content.flatMap((piece) => outsideOfMarks(piece, tree)).filter((index) => seen.has(index))
  return {
    tree,
    draft,
    content,
    words: { source: source.flatMap(indexesOf), cue: cue.flatMap(indexesOf), content: looked },
    outside,
    own: outside.filter((index) => isWord(tree, index)),
    firsts: content.flatMap(({ from, to }) => firstWord(from, to, tree)),
    roots: { source: source.map((range) => rootOf(tree, range)), cue: first ? rootOf(tree, first) : -1, content: content.map((range) => rootOf(tree, range)) }
  }
}

export const text = ({ tokens }: Tree, index: number): string => tokens[index]?.text.toLowerCase() ?? ''
export const tag = ({ tokens }: Tree, index: number): string => tokens[index]?.tag ?? ''
export const isMark = (tree: Tree, index: number): boolean => /^(?:["“”«»]|''|``)$/.test(text(tree, index))
export const isWord = (tree: Tree, index: number): boolean => /[\p{L}\p{N}]/u.test(text(tree, index))

function outsideOfMarks(piece: Range, tree: Tree): number[] {
  let quoted = false
  return indexesOf(piece).filter((index) => {
    if (isMark(tree, index)) quoted = !quoted
    return !quoted
  })
}

/** As an array, empty where there is none. */
function firstWord(from: number, to: number, tree: Tree): number[] {
  for (let index = from; index < to; index++) if (isWord(tree, index)) return [index]
  return []
}

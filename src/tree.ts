import type { Span, Token, Tokens } from './model.js'

/** The tokens layer with the indexes that every later stage needs. Build it once a run with `treeOf`. */
export interface Tree {
  readonly text: string
  readonly tokens: readonly Token[]
  /** By token index: index of its sentence, of its paragraph. */
  readonly sentenceOf: readonly number[]
  readonly paragraphOf: readonly number[]
  /** By token index: the tokens whose head it is, in text order. */
  readonly children: readonly (readonly number[])[]
  /** By sentence index, by paragraph index: half-open range of token indexes. */
  readonly sentences: readonly Range[]
  readonly paragraphs: readonly Range[]
}

/** Half-open range of token indexes. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The indexes in a range, in order. */
export function indexesOf({ from, to }: Range): number[] {
  const indexes: number[] = []
  for (let index = from; index < to; index++) indexes.push(index)
  return indexes
}

export function treeOf({ text, tokens, sentences, paragraphs }: Tokens): Tree {
  const children: number[][] = tokens.map(() => [])
  tokens.forEach(({ head }, index) => {
    if (head !== null) children[head]?.push(index)
  })
  const sentenceRanges = rangesOf(sentences, tokens)
  const paragraphRanges = rangesOf(paragraphs, tokens)
  return {
    text,
    tokens,
    children,
    sentences: sentenceRanges,
    paragraphs: paragraphRanges,
    sentenceOf: owners(sentenceRanges, tokens.length),
    paragraphOf: owners(paragraphRanges, tokens.length)
  }
}

function rangesOf(spans: readonly Span[], tokens: readonly Token[]): Range[] {
  let index = 0
  return spans.map(({ start, end }) => {
    while (index < tokens.length && (tokens[index]?.start ?? 0) < start) index++
    const from = index
    while (index < tokens.length && (tokens[index]?.start ?? 0) < end) index++
    return { from, to: index }
  })
}

function owners(ranges: readonly Range[], length: number): number[] {
  const owner = new Array<number>(length).fill(-1)
  ranges.forEach(({ from, to }, index) => owner.fill(index, from, to))
  return owner
}

/** Index of the first token that ends after `offset`: the one that covers it, or the next one. */
export function tokenAt({ tokens }: Pick<Tree, 'tokens'>, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens that begin inside a stretch of text, as a range. */
export function tokensIn(tree: Pick<Tree, 'tokens'>, { start, end }: Pick<Span, 'start' | 'end'>): Range {
  const from = tokenAt(tree, start)
  let to = from
  while (to < tree.tokens.length && (tree.tokens[to]?.start ?? 0) < end) to++
  return { from, to }
}

/** The token and all below it, in text order. Iterative, and safe should a tree hold a loop. */
export function subtree(tree: Pick<Tree, 'children'>, root: number, keep: (index: number) => boolean = () => true): number[] {
  const seen = new Set([root])
  const open = [root]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const child of tree.children[next] ?? [])
      if (!seen.has(child) && keep(child)) {
        seen.add(child)
        open.push(child)
      }
  return [...seen].sort((a, b) => a - b)
}

/** Token indexes as spans: neighbours are joined, with what stands between them. */
export function spansOf({ text, tokens }: Pick<Tree, 'text' | 'tokens'>, indexes: readonly number[]): Span[] {
  const spans: Span[] = []
  let last = -2
  for (const index of indexes) {
    const token = tokens[index]
    if (!token) continue
    const before = spans.at(-1)
    if (before && index === last + 1) spans[spans.length - 1] = { start: before.start, end: token.end, text: text.slice(before.start, token.end) }
    else spans.push({ start: token.start, end: token.end, text: token.text })
    last = index
  }
  return spans
}

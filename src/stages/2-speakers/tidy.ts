import type { Tree } from '../../tree.js'
import { subtree, tokenAt, tokensIn } from '../../tree.js'
import { overlaps } from '../../span.js'
import { lengthOf, rootOf, stretchOf, type Draft, type Stretch } from './draft.js'
import { stretchOfPair, type Quotation } from './square.js'

/** Puts contents right that a stray label cut, doubled or led astray. What is unquoted and in another sentence than its cue is no
 *  content of that cue; pieces with hardly anything between them are one piece; a single function word is none, nor is whoever is told, nor what somebody
 *  else does who is only told of behind a quotation. */
export function tidy(drafts: readonly Draft[], quotations: readonly Quotation[], tree: Tree): void {
  const pairs = quotations.flatMap((quotation) => quotation.map(stretchOfPair))
  const quoted = (piece: Stretch) => 0 < overlapping(pairs, piece).length
  for (const draft of drafts) {
    if (draft.cue.length) draft.content = draft.content.filter((piece) => (quoted(piece) ? !isComplete(piece, draft, tree) : isNear(piece, draft, tree)))
    draft.content = joined(draft, tree).map((piece) => withoutListener(completed(piece, tree), draft, tree))
    if (draft.content.length > 1) draft.content = draft.content.filter((piece) => !isCrumb(piece, tree) && (quoted(piece) || !hangsElsewhere(piece, draft, tree)))
  }
}

/** Of stretches in text order that do not overlap, those that overlap this one. */
export function overlapping<T extends Stretch>(stretches: readonly T[], stretch: Stretch): T[] {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) <= stretch.start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let next = stretches[low]; next && next.start < stretch.end; next = stretches[++low]) found.push(next)
  return found
}

function isNear(piece: Stretch, { cue }: Draft, tree: Tree): boolean {
  const range = tokensIn(tree, piece)
  const sentences = [tree.sentenceOf[range.from], tree.sentenceOf[range.to - 1]]
  return cue.some(({ from, to }) => sentences.includes(tree.sentenceOf[from]) || touches(stretchOf(tree, { from, to }), piece))
}

/** A quotation that ends in a stop, before a sentence that says something else: “Nobody wants it.” | John Roe said that rents would rise. */
function isComplete(piece: Stretch, { content, cue: [cue] }: Draft, tree: Tree): boolean {
  if (!cue || !/\.["”»]$/.test(tree.text.slice(piece.start, piece.end))) return false
  const { to } = tokensIn(tree, piece)
  return to <= cue.from && tree.sentenceOf[to - 1] !== tree.sentenceOf[cue.from] && content.some(({ start }) => tokenAt(tree, start) === cue.to)
}

/** With nothing but a blank or a colon between: a sentence border there is a slip of the reader. */
const touches = (a: Stretch, b: Stretch): boolean => a.end <= b.start + 2 && b.start <= a.end + 2

function joined({ content, cue, source }: Draft, tree: Tree): Stretch[] {
  const result: Stretch[] = []
  for (const piece of [...content].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    const gap = last && { start: last.end, end: piece.start }
    const cut = gap && [...cue, ...source].some((range) => overlaps(stretchOf(tree, range), gap))
    if (last && gap && !cut && (lengthOf(gap) <= 0 || isSmall(gap, tree))) result[result.length - 1] = { start: last.start, end: Math.max(last.end, piece.end) }
    else result.push(piece)
  }
  return result
}

/** At most two words, and no sentence ends there. */
function isSmall(gap: Stretch, tree: Tree): boolean {
  const { from, to } = tokensIn(tree, gap)
  return to - from <= 2 && tree.sentenceOf[from - 1] === tree.sentenceOf[to] && !/["“”]/.test(tree.text.slice(gap.start, gap.end))
}

/** A content cannot end in "to", "the" or "which": it goes on to the end of what that word belongs to, as far as no other role begins. */
function completed(piece: Stretch, tree: Tree): Stretch {
  const { to } = tokensIn(tree, piece)
  const last = tree.tokens[to - 1]
  const head = last?.head ?? -1
  if (!last || piece.end < last.end || !/^(DT|TO|PRP\$|IN|WDT|WP|CC)$/.test(last.tag) || head < to) return piece
  let end = to
  const inside = new Set(subtree(tree, head))
  while (inside.has(end) && tree.tokens[end]?.role === 'O') end++
  return { start: piece.start, end: tree.tokens[end - 1]?.end ?? piece.end }
}

/** "Told the Herald she would leave": who is told is no part of what is said. */
function withoutListener(piece: Stretch, { cue }: Draft, tree: Tree): Stretch {
  const { from, to } = tokensIn(tree, piece)
  const own = cue.find((range) => range.to === from)
  if (!own || !tree.tokens.slice(own.from, own.to).some(({ lemma }) => /^(tell|inform|notify)$/.test(lemma))) return piece
  let next = from
  while (next < to - 3 && next < from + 5 && /^NNPS?$/.test(tree.tokens[next]?.tag ?? '')) next++
  const begins = /^(that|he|she|they|we|i|it|there)$/i.test(tree.tokens[next]?.text ?? '')
  return from < next && begins ? { start: tree.tokens[next]?.start ?? piece.start, end: piece.end } : piece
}

function isCrumb(piece: Stretch, tree: Tree): boolean {
  const index = tokenAt(tree, piece.start)
  const token = tree.tokens[index]
  return token !== undefined && piece.end <= token.end && /^(DT|IN|TO|CC|RB|,|\.|:)$/.test(token.tag)
}

/** Behind a quotation and its cue, and below a word that is no part of either: “We are friends,” Jane Doe told a baker who appeared | to be puzzled. */
function hangsElsewhere(piece: Stretch, { content, cue: [cue] }: Draft, tree: Tree): boolean {
  const range = tokensIn(tree, piece)
  const head = tree.tokens[rootOf(tree, range)]?.head ?? -1
  const [first] = content
  const spoken = first !== undefined && cue !== undefined && tokenAt(tree, first.end) <= cue.from && /^["“”«]/.test(tree.text.slice(first.start, first.end)) && /[,?!]["”»]$/.test(tree.text.slice(first.start, first.end))
  return spoken && cue.to <= head && head < range.from && /^(VB|NN)/.test(tree.tokens[head]?.tag ?? '')
}

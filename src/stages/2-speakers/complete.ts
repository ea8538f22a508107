import type { Range, Tree } from '../../tree.js'
import { subtree } from '../../tree.js'
import { rootOf, type Draft } from './draft.js'
import type { Name } from './names.js'

/** Makes sources whole that the reader cut short: within a name, after a title or a preposition, within brackets; and cuts what it took along of a clause behind "who". */
export function completeSources(drafts: readonly Draft[], nameAt: ReadonlyMap<number, Name>, tree: Tree): void {
  for (const draft of drafts) draft.source = draft.source.map((range) => complete(range, nameAt, tree))
}

function complete({ from, to }: Range, nameAt: ReadonlyMap<number, Name>, tree: Tree): Range {
  const { tokens, sentenceOf } = tree
  if (/^WP$|^WDT$/.test(tokens[from]?.tag ?? '') && /^(who|which|that)$/i.test(tokens[from]?.text ?? '')) return { from, to: from + 1 }
  const free = (index: number) => tokens[index]?.role === 'O' && sentenceOf[index] === sentenceOf[from]
  const first = nameAt.get(from)
  if (first && first.from < from && tokens.slice(first.from, from).every(({ role }) => role === 'O')) from = first.from
  if (/^(mr|mrs|ms|dr|sen|rep|gov)\.?$/i.test(tokens[to - 1]?.text ?? '') && nameAt.get(to)?.from === to && free(to)) to++
  const root = tokens[rootOf(tree, { from, to })]
  if (root && root.head !== null && to <= root.head && root.head < to + 5 && /^(amod|compound|det|nmod:desc|nmod:poss)$/.test(root.relation)) while (to <= root.head && free(to)) to++
  // "Foreign Minister" and then a name: a title is no source without its bearer.
  const bearer = nameAt.get(to)
  if (bearer?.from === to && bearer.kind === 'Person' && !nameAt.get(to - 1) && /^NN/.test(tokens[to - 1]?.tag ?? '') && /^\p{Lu}/u.test(tokens[to - 1]?.text ?? '')) while (to < bearer.to && free(to)) to++
  const last = nameAt.get(to - 1)
  while (last && to < last.to && free(to)) to++
  const { tag = '', head } = tokens[to - 1] ?? {}
  if (/^(IN|DT|CC)$/.test(tag) && head !== undefined && head !== null && to <= head) {
    const inside = new Set(subtree(tree, head))
    while (inside.has(to) && free(to)) to++
  }
  // "According to figures reported by the Herald": whose figures they are.
  const [participle] = /^VB[DN]$/.test(tokens[to]?.tag ?? '') && /^(collected|compiled|gathered|given|issued|made|obtained|provided|published|released|reported)$/i.test(tokens[to]?.text ?? '') ? [to] : []
  if (participle !== undefined && /^by$/i.test(tokens[to + 1]?.text ?? '') && /^NN/.test(tokens[to - 1]?.tag ?? '')) {
    const inside = new Set([participle, ...subtree(tree, tokens[to + 1]?.head ?? participle)])
    while (inside.has(to) && !tokens[to]?.role.endsWith('content') && sentenceOf[to] === sentenceOf[from] && !/^[,;.]$/.test(tokens[to]?.text ?? '')) to++
  }
  const words = tokens.slice(from, to).map(({ text }) => text)
  if (words.lastIndexOf(')') < words.lastIndexOf('(')) {
    const close = tokens.slice(to, to + 6).findIndex(({ text }) => text === ')')
    if (0 <= close) to += close + 1
  }
  return { from: afterDateline({ from, to }, tree), to }
}

/** "WESTBROOK – Jane Doe": the place and the date of a report are no part of its first source. */
function afterDateline({ from, to }: Range, { tokens, paragraphs, paragraphOf }: Tree): number {
  const start = paragraphs[paragraphOf[from] ?? -1]?.from
  if (start === undefined || 12 < from - start) return from
  const dash = tokens.slice(start, Math.min(to - 1, start + 12)).findIndex(({ text }) => /^([-–—]|--)$/.test(text))
  const place = tokens[start]?.text ?? ''
  return 0 < dash && from <= start + dash && place === place.toUpperCase() && /\p{Lu}{2}/u.test(place) ? start + dash + 1 : from
}

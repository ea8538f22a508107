import type { Range, Tree } from '../../tree.js'
import { subtree } from '../../tree.js'
import { rootOf, type Draft } from './draft.js'
import type { Name } from './names.js'

/** Makes sources whole that the reader cut short: within a name, after a title or a preposition, within brackets; and cuts what it took along of a clause behind "who". */
export function completeSources(drafts: readonly Draft[], nameAt: ReadonlyMap<number, Name>, tree: Tree): void {
  // A label before a colon is whole: what comes behind it is the speech.
  for (const draft of drafts) if (draft.rule !== 'transcript') draft.source = draft.source.map((range) => withBearer(withParticiple(withNamed(complete(range, nameAt, tree), nameAt, tree), draft, tree), nameAt, tree))
}

function complete({ from, to }: Range, nameAt: ReadonlyMap<number, Name>, tree: Tree): Range {
  const { tokens, sentenceOf } = tree
  if (/^WP$|^WDT$/.test(tokens[from]?.tag ?? '') && /^(who|which|that)$/i.test(tokens[from]?.text ?? '')) return { from, to: from + 1 }
  // "He's wanted": the verb is none of his.
  if (to - from === 2 && tokens[from]?.tag === 'PRP' && /^['’](d|ll|m|re|s|ve)$/i.test(tokens[from + 1]?.text ?? '')) return { from, to: from + 1 }
  const free = (index: number) => tokens[index]?.role === 'O' && sentenceOf[index] === sentenceOf[from]
  const first = nameAt.get(from)
  if (first && first.from < from && tokens.slice(first.from, from).every(({ role }) => role === 'O')) from = first.from
  if (/^(mr|mrs|ms|dr|sen|rep|gov)\.?$/i.test(tokens[to - 1]?.text ?? '') && nameAt.get(to)?.from === to && free(to)) to++
  const root = tokens[rootOf(tree, { from, to })]
  if (root && root.head !== null && to <= root.head && root.head < to + 5 && /^(amod|compound|det|nmod:desc|nmod:poss)$/.test(root.relation)) while (to <= root.head && free(to)) to++
  // "Foreign Minister" and then a name: a title is no source without its bearer.
  const bearer = nameAt.get(to)
  if (bearer?.from === to && bearer.kind === 'Person' && !nameAt.get(to - 1) && /^NN/.test(tokens[to - 1]?.tag ?? '') && (/^\p{Lu}/u.test(tokens[to - 1]?.text ?? '') || /^(candidate|nominee|spokesman|spokeswoman)$/.test(tokens[to - 1]?.text ?? ''))) while (to < bearer.to && free(to)) to++
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

/** "Doe's spokesman" and, between commas, the spokesman's name. */
function withBearer({ from, to }: Range, nameAt: ReadonlyMap<number, Name>, tree: Tree): Range {
  const { tokens } = tree
  const comma = /^,$/.test(tokens[to - 1]?.text ?? '') ? to - 1 : to
  const name = tokens[comma]?.text === ',' ? nameAt.get(comma + 1) : undefined
  if (name?.kind !== 'Person' || name.from !== comma + 1) return { from, to }
  const root = rootOf(tree, { from, to: comma })
  const own = tokens[rootOf(tree, name)]
  const beside = own !== undefined && own.head !== null && ((own.relation === 'appos' && from <= own.head && own.head < comma) || (own.relation === 'nsubj' && tokens[root]?.relation === 'nsubj' && own.head === tokens[root]?.head))
  const named = Array.from({ length: comma - from }, (_, index) => nameAt.get(from + index)).some((other) => other?.kind === 'Person' && tokens[other.to]?.tag !== 'POS')
  const isFree = tokens.slice(to, name.to).every(({ role }) => !/(cue|content)$/.test(role)) && /^([,.;:–—-]|''|"|”)$|^(who|and)$/i.test(tokens[name.to]?.text ?? '')
  return beside && !named && isFree && tokens[root]?.tag === 'NN' ? { from, to: name.to } : { from, to }
}

/** "The Westbrook Fund, a group of teachers, said": the name before what stands in apposition to it. */
function withNamed({ from, to }: Range, nameAt: ReadonlyMap<number, Name>, tree: Tree): Range {
  const { tokens } = tree
  const root = tokens[rootOf(tree, { from, to })]
  const name = tokens[from - 1]?.text === ',' && /^(a|an|the|one)$/i.test(tokens[from]?.text ?? '') ? nameAt.get(from - 2) : undefined
  const own = name && tokens[rootOf(tree, name)]
  const hangs = name !== undefined && root?.relation === 'appos' && root.head !== null && name.from <= root.head && root.head < name.to
  const beside = name?.to === from - 1 && (hangs || (root?.relation === 'nsubj' && own?.relation === 'nsubj' && own.head === root.head))
  if (!beside || tokens.slice(name.from, from).some(({ role }) => /(cue|content)$/.test(role))) return { from, to }
  return { from: /^the$/i.test(tokens[name.from - 1]?.text ?? '') ? name.from - 1 : name.from, to }
}

/** "People briefed on the plan say": which people they are, where the cue comes right behind. */
function withParticiple({ from, to }: Range, { cue: [cue] }: Draft, tree: Tree): Range {
  const { tokens } = tree
  const root = rootOf(tree, { from, to })
  const { tag = '', relation = '', head } = tokens[to] ?? {}
  if (!cue || cue.from <= to || to + 10 < cue.from || !/^VB[NG]$/.test(tag) || relation !== 'acl' || head !== root) return { from, to }
  const below = new Set(subtree(tree, to))
  let end = to
  while (end < cue.from && below.has(end) && tokens[end]?.role === 'O') end++
  return end === cue.from && /[\p{L}\p{N}]/u.test(tokens[end - 1]?.text ?? '') ? { from, to: end } : { from, to }
}

/** "WESTBROOK – Jane Doe": the place and the date of a report are no part of its first source. */
function afterDateline({ from, to }: Range, { tokens, paragraphs, paragraphOf }: Tree): number {
  const start = paragraphs[paragraphOf[from] ?? -1]?.from
  if (start === undefined || 12 < from - start) return from
  const dash = tokens.slice(start, Math.min(to - 1, start + 12)).findIndex(({ text }) => /^([-–—]|--)$/.test(text))
  const place = tokens[start]?.text ?? ''
  return 0 < dash && from <= start + dash && place === place.toUpperCase() && /\p{Lu}{2}/u.test(place) ? start + dash + 1 : from
}

import type { Range, Tree } from '../../tree.js'
import { subtree } from '../../tree.js'
import { doerOf } from './doers.js'
import { rootOf, stretchOf, type Draft } from './draft.js'
import { isSpokenOf } from './spoken-of.js'

/** A way in which grammar tells whose words a cue reports. The first that answers wins. */
interface SourceRule {
  readonly name: string
  readonly example: string
  /** Token that heads the source. */
  headOf(cue: Cue, tree: Tree): number | null
}

interface Cue {
  readonly range: Range
  readonly root: number
  /** Head of the source of an earlier cue in the same sentence, if there is one. */
  readonly earlier: number | null
}

const childOf = ({ children, tokens }: Tree, index: number, relation: RegExp): number | null => children[index]?.find((child) => relation.test(tokens[child]?.relation ?? '')) ?? null

const subject = /^nsubj(:outer)?$/

export const sourceRules: readonly SourceRule[] = [
  {
    name: 'subject',
    example: '[source Jane Doe] [cue said] [content taxes would fall].',
    headOf: ({ root }, tree) => childOf(tree, root, subject)
  },
  {
    name: 'agent',
    example: '[content Jane Doe] was [cue praised] by [source the mayor].',
    headOf: ({ root }, tree) => childOf(tree, root, /^obl:agent$/)
  },
  {
    name: 'according-to',
    example: '[content Taxes will fall], [cue according to] [source Jane Doe].',
    headOf: ({ range }, { tokens, sentenceOf }) => {
      if (!/^according$/i.test(tokens[range.from]?.text ?? '')) return null
      let noun = range.to
      while (noun < range.to + 8 && !/^(NN|PRP)/.test(tokens[noun]?.tag ?? '')) noun++
      for (let head = tokens[noun]?.head ?? -1; noun < head && /^(compound|nmod:poss|nmod:desc)$/.test(tokens[noun]?.relation ?? ''); head = tokens[noun]?.head ?? -1) noun = head
      return sentenceOf[noun] === sentenceOf[range.from] ? noun : null
    }
  },
  {
    name: 'possessive',
    example: '[source Jane Doe’s] [cue claim] [content that taxes would fall] was wrong.',
    headOf: ({ range, root }, tree) => {
      if (!/^NN/.test(tree.tokens[root]?.tag ?? '')) return null
      const before = tree.tokens[range.from - 1]?.tag === 'POS' ? (tree.tokens[range.from - 1]?.head ?? null) : null
      return childOf(tree, root, /^nmod:poss$/) ?? before
    }
  },
  {
    name: 'same-sentence',
    example: '[content Taxes were high], [source Jane Doe] [cue said], [cue adding] [content that they would fall].',
    headOf: ({ root, earlier }, tree) => (/^VBG$/.test(tree.tokens[root]?.tag ?? '') ? earlier : null)
  },
  {
    name: 'shared-subject',
    example: '[source Jane Doe] called taxes high, [cue adding] [content that they would fall].',
    headOf: ({ range, root }, tree) => (childOf(tree, root, /^nsubj/) !== null || isPassive(root, tree) || saysPassive(range, tree) || !/^VB/.test(tree.tokens[root]?.tag ?? '') ? null : climb(root, tree))
  },
  {
    name: 'and-before',
    example: '[source Jane Doe] [cue called] [content the plan unacceptable] and [cue said] [content that taxes would fall].',
    headOf: ({ range, root, earlier }, { tokens, children }) => {
      const own = children[root]?.some((child) => subject.test(tokens[child]?.relation ?? '')) ?? false
      return !own && /^VB[DZPN]$/.test(tokens[root]?.tag ?? '') && /^(and|but|then)$/i.test(tokens[range.from - 1]?.text ?? '') ? earlier : null
    }
  },
  {
    name: 'noun-before',
    example: 'After a long day [source Jane Doe] also [cue said] [content taxes would fall].',
    headOf: ({ range, root }, { tokens, sentenceOf }) => {
      if (!/^VB[DZPN]$/.test(tokens[root]?.tag ?? '')) return null
      let before = range.from - 1
      while (/^(RB|MD)$/.test(tokens[before]?.tag ?? '')) before--
      if (sentenceOf[before] !== sentenceOf[range.from] || !/^(NNP?S?|PRP)$/.test(tokens[before]?.tag ?? '') || !/\p{L}/u.test(tokens[before]?.text ?? '')) return null
      const { relation, head } = tokens[before] ?? {}
      return relation === 'flat' && head !== undefined && head !== null && head < before ? head : before
    }
  }
]

/** "Seems to": nobody is named to whom. */
const isSeeming = (cue: Range, tree: Tree): boolean => /^(seem|appear)$/.test(tree.tokens[rootOf(tree, cue)]?.lemma ?? '')

/** "Was widely expected", in the cue's own words, whatever the tree says. */
const saysPassive = ({ from, to }: Range, { tokens }: Tree): boolean => {
  const words = tokens.slice(from, to)
  const be = words.findIndex(({ text }) => /^(is|are|was|were|been|being|be)$/i.test(text))
  return 0 <= be && words.slice(be + 1).some(({ tag }) => tag === 'VBN') && !words.slice(be + 1).some(({ tag }) => tag === 'VBG')
}

/** "Was asked", "seen as", "asked whether …, she said": the subject is not who speaks. */
function isPassive(root: number, tree: Tree): boolean {
  const token = tree.tokens[root]
  if (childOf(tree, root, /^aux:pass$/) !== null || /^(asked|pressed|questioned|quizzed|told)$/i.test(token?.text ?? '')) return true
  return token?.tag === 'VBN' && !(tree.children[root] ?? []).some((child) => /^(have|'ve)$/.test(tree.tokens[child]?.lemma ?? ''))
}

/** Gives every attribution without a source the one that grammar names, if it lies outside of cue and content. */
export function linkSources(drafts: readonly Draft[], tree: Tree, felt: ReadonlySet<string>): void {
  const last = new Map<number, number>()
  const known = new Map<number, Range>()
  for (const { source } of drafts) for (const range of source) for (let index = range.from; index < range.to; index++) known.set(index, range)
  for (const draft of [...drafts].sort((a, b) => (a.cue[0]?.from ?? 0) - (b.cue[0]?.from ?? 0))) {
    const cue = draft.cue[0]
    if (!cue || isSeeming(cue, tree)) continue
    const sentence = tree.sentenceOf[cue.from] ?? -1
    const found = draft.source.length ? null : sourceOf({ range: cue, root: rootOf(tree, cue), earlier: last.get(sentence) ?? null }, draft, { tree, known, felt })
    if (found) {
      draft.source = [found.range]
      draft.rule = `${draft.rule}, ${found.rule}`
    } else if (!draft.source.length) cutSource(cue, draft, tree)
    const doer = draft.source.length < 2 && !draft.carries ? doerOf(draft.source[0] ?? { from: cue.from, to: cue.from }, cue, tree) : null
    const range = doer && !isTaken(doer.head, draft, tree) ? (known.get(doer.head) ?? phraseOf(doer.head, tree, (index) => !isTaken(index, draft, tree))) : null
    if (doer && range) {
      draft.source = [range]
      draft.rule = `${draft.rule}, ${doer.rule}`
    }
    if (draft.source[0]) last.set(sentence, rootOf(tree, draft.source[0]))
  }
}

/** "According to the Herald, taxes will fall", where the reader took "the Herald" for the beginning of what it says: the words before the comma are the source. */
function cutSource(cue: Range, draft: Draft, tree: Tree): void {
  const { tokens } = tree
  const place = draft.content.findIndex(({ start }) => start === tokens[cue.to]?.start)
  const piece = draft.content[place]
  if (!piece || !/^according$/i.test(tokens[cue.from]?.text ?? '')) return
  let to = cue.to
  while (to < cue.to + 8 && /^(NN|DT|JJ|CD|POS|HYPH)/.test(tokens[to]?.tag ?? '') && /[\p{L}\p{N}]/u.test(tokens[to]?.text ?? '')) to++
  const next = tokens[to + 1]
  if (to === cue.to || tokens[to]?.text !== ',' || !next || piece.end <= next.start) return
  draft.source = [{ from: cue.to, to }]
  draft.content[place] = { start: next.start, end: piece.end }
  draft.rule = `${draft.rule}, according-to`
}

/** The noun phrase that is the subject of a cue's own verb, or stands right before it. */
export function subjectOf(cue: Range, tree: Tree): Range | null {
  const root = rootOf(tree, cue)
  const outside = (index: number) => index < cue.from || cue.to <= index
  const head = childOf(tree, root, subject)
  if (head !== null) return phraseOf(head, tree, outside)
  const before = sourceRules.find(({ name }) => name === 'noun-before')?.headOf({ range: cue, root, earlier: null }, tree) ?? null
  const range = before === null ? null : phraseOf(before, tree, outside)
  return range && widened(range, tree)
}

/** With the articles, adjectives and nouns before it, for where the tree did not tie them: "my" before "father". */
function widened({ from, to }: Range, { tokens, sentenceOf }: Tree): Range {
  while (sentenceOf[from - 1] === sentenceOf[from] && /^(DT|PRP\$|JJ|NN|CD|POS)/.test(tokens[from - 1]?.tag ?? '') && /[\p{L}\p{N}]/u.test(tokens[from - 1]?.text ?? '')) from--
  return { from, to }
}

interface View {
  readonly tree: Tree
  /** By token index: the source that the reader saw there. */
  readonly known: ReadonlyMap<number, Range>
  readonly felt: ReadonlySet<string>
}

function sourceOf(cue: Cue, draft: Draft, { tree, known, felt }: View): { range: Range; rule: string } | null {
  for (const rule of sourceRules) {
    const head = rule.headOf(cue, tree)
    if (head === null) continue
    const range = isTaken(head, draft, tree) ? null : (known.get(head) ?? phraseOf(head, tree, (index) => !isTaken(index, draft, tree)))
    if (range && !isSpokenOf(cue.range, range, { tree, felt })) return { range: titled(range, tree), rule: rule.name }
  }
  return null
}

/** "The party's nominee" and right behind it the nominee's name. */
function titled({ from, to }: Range, { tokens }: Tree): Range {
  const named = /^(candidate|nominee|spokesman|spokeswoman)$/.test(tokens[to - 1]?.lemma ?? '') && tokens[to]?.name === 'B-Person' && tokens[to]?.role === 'O'
  let end = named ? to + 1 : to
  while (named && tokens[end]?.name === 'I-Person') end++
  return { from, to: end }
}

function isTaken(index: number, { content, cue }: Draft, { tokens }: Tree): boolean {
  const token = tokens[index]
  return !token || cue.some(({ from, to }) => from <= index && index < to) || content.some(({ start, end }) => start <= token.start && token.end <= end)
}

/** The words of a noun phrase around its head, without case markers, and with nothing that is not wanted. */
export function phraseOf(head: number, tree: Tree, wanted: (index: number) => boolean = () => true): Range | null {
  if (!wanted(head) || !/[\p{L}\p{N}]/u.test(tree.tokens[head]?.text ?? '')) return null
  if (/^(PRP|WP|WDT)/.test(tree.tokens[head]?.tag ?? '')) return { from: head, to: head + 1 }
  const inside = new Set(subtree(tree, head, (index) => wanted(index) && !(tree.tokens[index]?.head === head && /^(case|cc|punct|parataxis|advcl|cop|aux.*|mark|nsubj.*|acl:relcl)$/.test(tree.tokens[index]?.relation ?? ''))))
  let [from, to] = [head, head + 1]
  while (inside.has(from - 1) || (isInner(from - 1, tree) && inside.has(from - 2))) from--
  while (inside.has(to) || (isInner(to, tree) && inside.has(to + 1))) to++
  if (tree.tokens[to]?.tag === 'POS' && wanted(to)) to++
  return { from, to }
}

const isInner = (index: number, { tokens }: Tree): boolean => /^[,.'"“”’‘()-]$/.test(tokens[index]?.text ?? '')

/** From a verb without a subject of its own to the subject of the one it hangs on. At most four steps. */
function climb(root: number, tree: Tree): number | null {
  let index = root
  for (let step = 0; step < 4; step++) {
    const token = tree.tokens[index]
    if (!token || token.head === null) return null
    const { head, relation } = token
    if (relation === 'acl' && /^(NN|PRP)/.test(tree.tokens[head]?.tag ?? '')) return head
    if (!/^(conj|advcl|xcomp|parataxis|ccomp|dep|acl)$/.test(relation)) return null
    const own = childOf(tree, head, subject)
    if (own !== null) return own
    index = head
  }
  return null
}

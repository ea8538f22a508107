import type { Range, Tree } from '../../tree.js'
import { subtree, tokensIn } from '../../tree.js'
import { rootOf, stretchOf, type Draft, type Stretch } from './draft.js'
import { childrenOf, isInside } from './ties.js'

/** A part that a content lacks. */
export interface FillRule {
  readonly name: string
  /** Marked as [source …], [cue …], [content …] and, as a part of its own, [part …]. */
  readonly example: string
  of(draft: Draft, tree: Tree): Range | null
}

export const fillRules: readonly FillRule[] = [
  {
    name: 'passive-subject',
    example: '[part The old harbour] [cue is expected] [content to be sold].',
    of(draft, tree) {
      const [cue] = draft.cue
      if (!cue || draft.source.length) return null
      const root = rootOf(tree, cue)
      const [subject] = childrenOf(root, /^(nsubj|nsubj:pass)$/, tree)
      if (subject === undefined || cue.from <= subject || !saidOf.test(tree.tokens[root]?.lemma ?? '') || tree.tokens[root]?.tag !== 'VBN' || !childrenOf(root, /^aux:pass$/, tree).length) return null
      return draft.content.some(({ start }) => start < (tree.tokens[cue.from]?.start ?? 0)) ? null : phraseBefore(subject, cue.from, draft, tree)
    }
  },
  {
    name: 'subject-before',
    example: '[part The harbour], [source Jane Doe] [cue said], [content is sold].',
    of(draft, tree) {
      const [piece] = draft.content.map((own) => tokensIn(tree, own))
      if (!piece || !draft.cue.length) return null
      const [cue] = draft.cue
      const root = rootOf(tree, piece)
      const begins = /["“«'`]/.test(tree.tokens[piece.from]?.text ?? '') ? piece.from + 1 : piece.from
      const verb = [begins, begins + 1].some((index) => index === root || childrenOf(root, /^(aux|aux:pass|cop)$/, tree).includes(index)) && /^(VB[DZP]|MD)$/.test(tree.tokens[begins]?.tag ?? '')
      const isSource = (index: number) => draft.source.some((range) => isInside(range, index))
      // The trees are apt to give it to the verb of saying, beside that one's own.
      const [own] = childrenOf(root, /^(nsubj|nsubj:pass)$/, tree)
      const [other] = verb && cue && draft.source.length ? childrenOf(rootOf(tree, cue), /^(nsubj|nsubj:pass)$/, tree).filter((index) => !isSource(index)) : []
      const subject = own ?? other
      if (subject === undefined || piece.from <= subject || isSource(subject)) return null
      const part = phraseBefore(subject, piece.from, draft, tree)
      const touches = part !== null && /^W/.test(tree.tokens[piece.from]?.tag ?? '') && !tree.tokens.slice(part.to, piece.from).some(({ text }) => /[\p{L}\p{N}]/u.test(text))
      return touches || (verb && cue && draft.source.length && subject < cue.from && cue.from < piece.from) ? part : null
    }
  },
  {
    name: 'head-between',
    example: '[source Jane Doe] [cue explained] [part the reasons for] [content the sale of the harbour].',
    of({ cue: [cue], content, source }, tree) {
      const [piece] = content.map((own) => tokensIn(tree, own))
      if (!cue || !piece || !source.length || piece.from <= cue.to || cue.to + 8 < piece.from) return null
      const gap = { from: cue.to, to: piece.from }
      const bare = tree.tokens[gap.from]?.tag !== 'IN' && tree.tokens.slice(gap.from, gap.to).every(({ role, text }) => role === 'O' && /[\p{L}\p{N}]/u.test(text))
      const root = rootOf(tree, gap)
      const head = tree.tokens[rootOf(tree, piece)]?.head ?? -1
      return bare && isInside(gap, head) && tree.tokens[root]?.head === rootOf(tree, cue) && /^(obj|obl|xcomp)$/.test(tree.tokens[root]?.relation ?? '') ? gap : null
    }
  },
  {
    name: 'but-behind',
    example: 'Jane Doe [cue promised] [content not only a harbour], [part but a bridge].',
    of({ content }, tree) {
      const piece = content.map((own) => tokensIn(tree, own)).at(-1)
      if (!piece || !/\bnot (just|only|merely)\b(?!.*\bbut\b)/i.test(tree.text.slice(tree.tokens[piece.from]?.start, tree.tokens[piece.to - 1]?.end))) return null
      const but = tree.tokens[piece.to]?.text === ',' ? piece.to + 1 : piece.to
      if (tree.tokens[but]?.text !== 'but' || tree.sentenceOf[but] !== tree.sentenceOf[piece.from]) return null
      const own = new Set(subtree(tree, tree.tokens[but]?.head ?? but))
      let to = but
      while (own.has(to) && tree.tokens[to]?.role === 'O') to++
      return but + 1 < to ? { from: but, to } : null
    }
  },
  {
    name: 'gap',
    example: '[source Jane Doe] [cue thinks] [content the bond] [part -buying helped] [content the town].',
    of({ content, cue, source }, tree) {
      const pieces = content.map((own) => tokensIn(tree, own))
      for (const [index, { to }] of pieces.entries()) {
        const next = pieces[index + 1]
        if (!next || next.from <= to || to + 8 < next.from || tree.sentenceOf[to - 1] !== tree.sentenceOf[next.from]) continue
        const gap = { from: to, to: next.from }
        const bare = tree.tokens.slice(to, next.from).every(({ role, text }) => role === 'O' && /^([\p{L}\p{N}].*|[-'’%$].*)$/u.test(text))
        if (bare && ![...cue, ...source].some((range) => range.from < gap.to && gap.from < range.to)) return gap
      }
      return null
    }
  }
]

/** What is said of somebody in the passive: "the harbour is expected to be sold" tells of the harbour. Those who are told or asked only listen. */
const saidOf = /^(accuse|allege|believe|blame|call|consider|credit|criticize|criticise|deem|describe|estimate|expect|fear|hail|know|name|portray|praise|predict|project|question|recognize|recognise|regard|remember|rumor|say|see|suspect|think|view)$/

/** The phrase of a word that stands before a place, if no role has it and it is all in one sentence. */
function phraseBefore(index: number, place: number, { content, cue, source }: Draft, tree: Tree): Range | null {
  if (tree.sentenceOf[index] !== tree.sentenceOf[place] || /^(there|it|that|which|who|what)$/i.test(tree.tokens[index]?.text ?? '')) return null
  const own = subtree(tree, index, (word) => word < place)
  let to = index + 1
  while (to < place && own.includes(to)) to++
  // What is told of it behind a comma is left out, unless the content goes on from there.
  const comma = tree.tokens.slice(index, to).findIndex(({ text }) => text === ',')
  if (0 < comma && !(place - to < 2 && content.some(({ start }) => start === tree.tokens[place]?.start))) to = index + comma
  while (index + 1 < to && !/[\p{L}\p{N}]/u.test(tree.tokens[to - 1]?.text ?? '')) to--
  let from = index
  while (own.includes(from - 1)) from--
  while (from < index && /^(CC|[^\p{L}]+)$/u.test(tree.tokens[from]?.tag ?? '')) from++
  if (/^W/.test(tree.tokens[from]?.tag ?? '')) return null
  const taken = (range: Range) => [...cue, ...source, ...content.map((piece) => tokensIn(tree, piece))].some((other) => other.from < range.to && range.from < other.to)
  return taken({ from, to }) ? null : { from, to }
}

/** Adds what the rules find. Contents stay in text order. */
export function fill(drafts: readonly Draft[], tree: Tree): void {
  for (const draft of drafts) {
    if (!draft.content.length || most < draft.content.length) continue
    for (const rule of fillRules) {
      const part = rule.of(draft, tree)
      if (part) draft.content = withPart(stretchOf(tree, part), draft.content, tree)
    }
  }
}

/** A content of more pieces is a long speech in quotations, and takes long to look through. */
const most = 12

/** As a piece of its own, or as a part of those that it touches. */
function withPart(part: Stretch, content: readonly Stretch[], { text }: Tree): Stretch[] {
  const touches = (a: Stretch, b: Stretch) => a.end <= b.start && /^[\s,]*$/.test(text.slice(a.end, b.start))
  const joined = content.filter((piece) => touches(part, piece) || touches(piece, part))
  const whole = { start: Math.min(part.start, ...joined.map(({ start }) => start)), end: Math.max(part.end, ...joined.map(({ end }) => end)) }
  return [...content.filter((piece) => !joined.includes(piece)), whole].sort((a, b) => a.start - b.start)
}

import type { Attribution } from '../../model.js'
import type { Range, Tree } from '../../tree.js'
import { lengthOf, rootOf, sharedBy, type Draft, type Stretch } from './draft.js'
import { overlapping } from './tidy.js'

/** Direct where all of the content stands in marks, mixed where some does. `quoted`: pairs of the outermost level that are neither titles nor nicknames, in text order. */
export function typeOf(content: readonly Stretch[], quoted: readonly Stretch[], { text }: Pick<Tree, 'text'>): Attribution['type'] {
  let inside = 0
  let outside = 0
  for (const piece of content) {
    const own = overlapping(quoted, piece)
    const marked = own.reduce((sum, pair) => sum + sharedBy(pair, piece), 0)
    inside += marked
    const rest = own.reduceRight((words, pair) => words.slice(0, Math.max(0, pair.start - piece.start)) + words.slice(Math.max(0, pair.end - piece.start)), text.slice(piece.start, piece.end))
    outside += marked < lengthOf(piece) ? rest.replace(/[^\p{L}\p{N}]|\b(and|that|but|or)\b/gu, '').length : 0
  }
  if (!inside) return 'indirect'
  return outside ? 'mixed' : 'direct'
}

const denying = /^(denial|deny|refutation|refute|rebut|rebuttal|dispute|disclaim|disavow|disavowal|refusal|rejection|repudiate|reject)$/
const failing = /^(refuse|decline|fail|stop|forget|neglect)$/
/** Denied only to say the more: "has no doubt that", "would not rule out", "makes no secret of". */
const doubting = /^(doubt|mind|secret|rule)$/
const negating = /^(not|n't|n’t|never|no|nobody|none|neither|hardly|without)$/i

/** Denied where the cue says so ("denied that …") or is itself denied ("did not say"). Words in marks were said, whoever denies with them. */
export function polarityOf({ cue, source, content }: Draft, type: Attribution['type'], tree: Tree): Attribution['polarity'] {
  const range = cue[0]
  if (!range) return 'affirmed'
  const words = tree.tokens.slice(range.from, range.to)
  const root = rootOf(tree, range)
  const denies = type !== 'direct' && words.some(({ lemma }) => denying.test(lemma))
  const nots = [
    ...words.flatMap((token, offset) => (negating.test(token.text) ? [range.from + offset] : [])),
    ...(tree.children[root] ?? []).filter((child) => child < range.from && root - child < 7 && negating.test(tree.tokens[child]?.text ?? '') && !within(content, tree.tokens[child]))
  ].filter((index) => !isMerely(index, tree))
  const nobody = source[0] !== undefined && /^(nobody|none|neither|no)$/i.test(tree.tokens[source[0].from]?.text ?? '')
  // "Never said anything", "did not say, and nobody did": one denial. "Did not fail to say": none.
  const failed = words.some((_, offset) => isFailing(range.from + offset, range, tree))
  const doubts = 0 < nots.length && words.some(({ lemma }) => doubting.test(lemma))
  const negated = (0 < nots.length || nobody) !== (failed || doubts)
  return denies === negated ? 'affirmed' : 'denied'
}

/** "Not only said", "did not just say"; but "can't just say" asks that it be left. And "not because they say". */
const isMerely = (index: number, { tokens }: Tree): boolean =>
  (tokens.slice(index + 1, index + 3).some(({ text }) => /^(just|merely|only|simply)$/i.test(text)) && !/^(ca|can|could|must|should)$/i.test(tokens[index - 1]?.text ?? '')) || /^because$/i.test(tokens[index + 1]?.text ?? '')

/** "Forgot to say" and "stopped saying", but who forgot that somebody said it does not deny it. */
function isFailing(index: number, { to }: Range, { tokens }: Tree): boolean {
  const { lemma = '' } = tokens[index] ?? {}
  if (!failing.test(lemma)) return false
  return /^(refuse|decline|fail)$/.test(lemma) || /^short$/i.test(tokens[index + 1]?.text ?? '') || tokens.slice(index + 1, Math.max(to, index + 2)).some(({ text, tag }) => /^to$/i.test(text) || tag === 'VBG')
}

/** “Does it fall? No,” said Jane Doe: her word, and not the cue's. */
const within = (content: readonly Stretch[], token: Stretch | undefined): boolean => token !== undefined && content.some(({ start, end }) => start <= token.start && token.end <= end)

/** How much each way of making an attribution is worth beside the reader's own probability. */
const trust: Readonly<Record<string, number>> = {
  reader: 1,
  subject: 0.95,
  agent: 0.9,
  'according-to': 0.95,
  possessive: 0.9,
  'same-sentence': 0.9,
  'shared-subject': 0.85,
  'and-before': 0.9,
  'noun-before': 0.75,
  'cue-beside': 0.9,
  'verb-beside': 0.85,
  headline: 0.8,
  'own-cue': 0.95,
  inner: 0.85,
  nested: 0.85,
  'quoted-as': 0.9,
  colon: 0.9,
  dash: 0.85,
  transcript: 1,
  floating: 0.8,
  marks: 0.5,
  repeated: 0.85
}

/** How likely the reader and the rules hold it to be one, before anything else is known. */
export function likelihoodOf({ sure, rule }: Draft): number {
  return Math.round(100 * rule.split(', ').reduce((product, name) => product * (trust[name] ?? 1), sure)) / 100
}


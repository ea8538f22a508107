import type { Attribution } from '../../model.js'
import type { Tree } from '../../tree.js'
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

const denying = /^(deny|refute|rebut|dispute|disclaim|disavow|repudiate|reject)$/
const failing = /^(refuse|decline|fail|stop|forget|neglect)$/
const negating = /^(not|n't|n’t|never|no|nobody|none|neither|hardly|without)$/i

/** Denied where the cue says so ("denied that …") or is itself denied ("did not say"). Words in marks were said, whoever denies with them. */
export function polarityOf({ cue, source, content }: Draft, type: Attribution['type'], tree: Tree): Attribution['polarity'] {
  const range = cue[0]
  if (!range) return 'affirmed'
  const words = tree.tokens.slice(range.from, range.to)
  const root = rootOf(tree, range)
  const denies = type !== 'direct' && words.some(({ lemma }) => denying.test(lemma))
  const negated =
    words.some(({ text, lemma }) => negating.test(text) || failing.test(lemma)) ||
    (tree.children[root] ?? []).some((child) => child < root && root - child < 4 && negating.test(tree.tokens[child]?.text ?? '') && !within(content, tree.tokens[child])) ||
    (source[0] !== undefined && /^(nobody|none|neither|no)$/i.test(tree.tokens[source[0].from]?.text ?? ''))
  return denies === negated ? 'affirmed' : 'denied'
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

export function confidenceOf({ sure, rule }: Draft): number {
  return Math.round(100 * rule.split(', ').reduce((product, name) => product * (trust[name] ?? 1), sure)) / 100
}


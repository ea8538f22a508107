import type { Range, Tree } from '../../tree.js'
import { yes, type Feature } from '../weighed.js'
import type { Signs } from './trust-signs.js'
import { contentSigns } from './trust-content.js'
import { likelihoodOf } from './verdicts.js'

type TrustFeature = Feature<Signs>

/** How sure the reader was of a word's role, as a logarithm: 0 for certain, at worst −4. */
const sure = ({ tokens }: Tree, index: number): number => Math.max(-4, Math.log(Math.max(0.01, tokens[index]?.sure.role ?? 1)))
const sureOf = (tree: Tree, indexes: readonly number[]): number => (indexes.length ? indexes.reduce((sum, index) => sum + sure(tree, index), 0) / indexes.length : 0)
const least = (tree: Tree, indexes: readonly number[]): number => Math.min(0, ...indexes.map((index) => sure(tree, index)))
/** The words at both sides of each border. */
const borders = ({ tokens }: Tree, ranges: readonly Range[]): number[] => ranges.flatMap(({ from, to }) => [from - 1, from, to - 1, to]).filter((index) => 0 <= index && index < tokens.length)
const word = ({ tokens }: Tree, index: number): string => tokens[index]?.text.toLowerCase() ?? ''

const seen: readonly TrustFeature[] = [
  { name: 'sure of all', example: 'The mean over all words.', of: ({ draft }) => Math.max(-3, Math.log(Math.max(0.05, draft.sure))) },
  { name: 'sure of the cue', example: '"sang" in "she sang that all was well".', of: ({ tree, words }) => sureOf(tree, words.cue) },
  { name: 'sure of the source', example: '"the move" in "the move signalled that it was over".', of: ({ tree, words }) => sureOf(tree, words.source) },
  { name: 'sure of the content', example: 'The mean over its words.', of: (signs) => sureOf(signs.tree, signs.words.content) },
  { name: 'least sure of the cue', example: 'The worst of its words.', of: ({ tree, words }) => least(tree, words.cue) },
  { name: 'least sure of the source', example: 'The worst of its words.', of: ({ tree, words }) => least(tree, words.source) },
  { name: 'sure of the borders', example: 'Where it begins and ends, the words outside too.', of: (signs) => sureOf(signs.tree, borders(signs.tree, signs.content)) },
  { name: 'least sure of the borders', example: 'The worst of them.', of: (signs) => least(signs.tree, borders(signs.tree, signs.content)) },
  { name: 'source points to the cue', example: 'Share of the source\'s words whose pointer ends in it; 1 where it has none.', of: (signs) => pointing(signs, signs.words.source) },
  { name: 'content points to the cue', example: 'Share of the content\'s words.', of: (signs) => pointing(signs, signs.words.content) }
]

function pointing({ tree, draft: { cue } }: Signs, indexes: readonly number[]): number {
  const own = indexes.filter((index) => tree.tokens[index]?.of != null)
  if (!own.length || !cue.length) return 1
  return own.filter((index) => cue.some(({ from, to }) => from <= (tree.tokens[index]?.of ?? -1) && (tree.tokens[index]?.of ?? -1) < to)).length / own.length
}

const isTied = (tree: Tree, child: number, head: number, relation: RegExp): boolean => tree.tokens[child]?.head === head && relation.test(tree.tokens[child]?.relation ?? '')

const ties: readonly TrustFeature[] = [
  { name: 'source is the subject of the cue', example: '"Lind said".', of: (signs) => yes(signs.roots.source.some((root) => isTied(signs.tree, root, signs.roots.cue, /^nsubj/))) },
  { name: 'content is a clause of the cue', example: '"said that …", "wants to …", "…, Lind said".', of: (signs) => yes(signs.roots.content.some((root) => isTied(signs.tree, root, signs.roots.cue, /^(?:ccomp|xcomp|parataxis)/) || isTied(signs.tree, signs.roots.cue, root, /^parataxis/))) },
  { name: 'content is the object of the cue', example: '"criticised the plan".', of: (signs) => yes(signs.roots.content.some((root) => isTied(signs.tree, root, signs.roots.cue, /^(?:obj|obl|nmod)/))) },
  { name: 'source far from the cue', example: 'Logarithm of the words between.', of: ({ draft: { source, cue } }) => distance(source[0], cue[0]) },
  { name: 'content far from the cue', example: 'Logarithm of the words between.', of: (signs) => (signs.draft.cue[0] ? Math.min(...signs.content.map((piece) => distance(piece, signs.draft.cue[0]))) : 0) },
  { name: 'over sentences', example: 'How many sentences its content ranges over.', of: (signs) => Math.min(4, new Set(signs.words.content.map((index) => signs.tree.sentenceOf[index])).size) },
  { name: 'in several pieces', example: '"The plan", she said, "is dead".', of: ({ draft }) => Math.min(3, draft.content.length - 1) }
]

const distance = (a: Range | undefined, b: Range | undefined): number => (a && b ? Math.log(1 + Math.max(0, a.from - b.to, b.from - a.to)) : 0)

const speaker: readonly TrustFeature[] = [
  ...(['name', 'noun', 'pronoun', 'carried', 'first-person'] as const).map((how): TrustFeature => ({ name: `followed by ${how}`, example: 'See `how` of the speaker.', of: ({ attribution }) => yes(attribution.speaker.how === how) })),
  { name: 'no source', example: 'Nobody is named.', of: ({ draft }) => yes(!draft.source.length) },
  { name: 'nobody', example: 'The source leads to no one.', of: ({ attribution }) => yes(attribution.speaker.span === null && attribution.source.length > 0) },
  { name: 'rivals', example: 'How many others it could be.', of: ({ attribution }) => Math.min(3, attribution.speaker.candidates.length) },
  { name: 'rival close', example: 'How near the second candidate comes to the first, 0 to 1.', of: ({ attribution: { speaker: { candidates } } }) => ratio(candidates.map(({ score }) => score)) },
  { name: 'long chain', example: '"he" → "the mayor" → "Lind".', of: ({ attribution }) => Math.min(3, attribution.speaker.chain.length) },
  { name: 'source is "I" or "we"', example: 'Outside of marks, the writer.', of: ({ tree, draft }) => yes(draft.source.some(({ from, to }) => to - from === 1 && /^(?:i|we)$/.test(word(tree, from)))) },
  { name: 'source is "you" or "one"', example: '"You might think".', of: ({ tree, draft }) => yes(draft.source.some(({ from }) => /^(?:you|one|anyone|anybody|everyone|everybody|someone|somebody|nobody|whoever)$/.test(word(tree, from)))) },
  { name: 'source is a relative', example: '"who", "which".', of: ({ tree, draft }) => yes(draft.source.some(({ from }) => /^(?:who|which|that|whose)$/.test(word(tree, from)))) },
  { name: 'source points', example: '"it", "this", "that".', of: ({ tree, draft }) => yes(draft.source.some(({ from, to }) => to - from === 1 && /^(?:it|this|that|these|those|both|all|some|many|others)$/.test(word(tree, from)))) },
  { name: 'source holds a name', example: '"Mayor Ann Lind".', of: ({ tree, words }) => yes(words.source.some((index) => /(?:Person|Organization)$/.test(tree.tokens[index]?.name ?? ''))) },
  { name: 'source is a place', example: '"Berlin said".', of: ({ tree, roots }) => yes(roots.source.some((root) => /(?:Location|Facility)$/.test(tree.tokens[root]?.name ?? ''))) },
  { name: 'words of the source', example: 'Their logarithm.', of: ({ words }) => Math.log(1 + words.source.length) }
]

const ratio = ([first = 0, second = 0]: readonly number[]): number => (0 < first ? second / first : 0)

const cue: readonly TrustFeature[] = [
  { name: 'says', example: '"said", "told", "added".', of: (signs) => yes(/^(?:say|tell|add|ask|write|note)$/.test(signs.tree.tokens[signs.roots.cue]?.lemma ?? '')) },
  { name: 'no cue', example: '"…" — Lind.', of: ({ draft }) => yes(!draft.cue.length) },
  { name: 'cue is a noun', example: '"the claim that …".', of: (signs) => yes(/^NN/.test(signs.tree.tokens[signs.roots.cue]?.tag ?? '')) },
  { name: 'cue is an adjective', example: '"sure that …".', of: (signs) => yes(/^JJ/.test(signs.tree.tokens[signs.roots.cue]?.tag ?? '')) },
  { name: 'cue is a participle', example: '"…, saying that …".', of: (signs) => yes(/^VBG/.test(signs.tree.tokens[signs.roots.cue]?.tag ?? '')) },
  { name: 'cue is an infinitive', example: '"to say that …".', of: (signs) => yes(/^VB$/.test(signs.tree.tokens[signs.roots.cue]?.tag ?? '')) },
  { name: 'words of the cue', example: 'Their logarithm.', of: ({ words }) => Math.log(1 + words.cue.length) },
  { name: 'cue with a modal', example: '"would say".', of: (signs) => yes((signs.tree.children[signs.roots.cue] ?? []).some((child) => signs.tree.tokens[child]?.tag === 'MD')) },
  { name: 'cue in a condition', example: '"if she says".', of: (signs) => yes((signs.tree.children[signs.roots.cue] ?? []).some((child) => /^(?:if|unless|whether|when|once)$/.test(word(signs.tree, child)))) },
  { name: 'denied', example: '"did not say".', of: ({ attribution }) => yes(attribution.polarity === 'denied') },
  ...(['attitude', 'other'] as const).map((kind): TrustFeature => ({ name: `kind ${kind}`, example: 'See `kind`.', of: ({ attribution }) => yes(attribution.kind === kind) })),
  ...(['direct', 'mixed'] as const).map((type): TrustFeature => ({ name: `type ${type}`, example: 'See `type`.', of: ({ attribution }) => yes(attribution.type === type) }))
]

const content: readonly TrustFeature[] = [
  { name: 'words of the content', example: 'Their logarithm.', of: (signs) => Math.log(1 + signs.words.content.length) },
  { name: 'one or two words', example: '"denied it".', of: (signs) => yes(signs.words.content.length <= 2) },
  { name: 'no verb', example: '"criticised the plan".', of: (signs) => yes(!signs.words.content.some((index) => /^(?:VB|MD)/.test(signs.tree.tokens[index]?.tag ?? ''))) },
  { name: 'no finite verb', example: '"wants to go".', of: (signs) => yes(!signs.words.content.some((index) => /^(?:VB[DZP]|MD)$/.test(signs.tree.tokens[index]?.tag ?? ''))) },
  { name: 'asks', example: '"whether …?"', of: (signs) => yes(signs.words.content.some((index) => word(signs.tree, index) === '?')) },
  { name: 'goes on behind', example: 'The next word is of the same sentence and no mark.', of: (signs) => yes(signs.content.some(({ to }) => signs.tree.sentenceOf[to] === signs.tree.sentenceOf[to - 1] && /^\w/.test(signs.tree.tokens[to]?.text ?? ''))) },
  { name: 'ends in the air', example: '"of", "the", "and" at its end.', of: (signs) => yes(signs.content.some(({ to }) => /^(?:IN|DT|CC|TO|PRP\$|WDT)$/.test(signs.tree.tokens[to - 1]?.tag ?? ''))) }
]

const rules: readonly TrustFeature[] = [
  { name: 'likelihood', example: 'The reader\'s and the rules\', before all this.', of: ({ draft }) => likelihoodOf(draft) },
  { name: 'made by rules', example: 'How many besides the reader.', of: ({ draft }) => draft.rule.split(', ').filter((rule) => rule !== 'reader').length },
  ...['headline', 'own-cue', 'inner', 'nested', 'quoted-as', 'colon', 'transcript', 'floating', 'marks', 'subject', 'same-sentence', 'shared-subject', 'noun-before', 'verb-beside', 'cue-beside'].map((rule): TrustFeature => ({ name: `rule ${rule}`, example: 'See the rule.', of: ({ draft }) => yes(draft.rule.split(', ').includes(rule)) }))
]

const article: readonly TrustFeature[] = [
  { name: 'the writer speaks', example: '"I", "we", "my" outside of marks, per hundred words.', of: ({ article: { own } }) => Math.min(5, 100 * own) },
  { name: 'the reader is addressed', example: '"you" outside of marks, per hundred words.', of: ({ article: { addressed } }) => Math.min(3, 100 * addressed) },
  { name: 'the article asks', example: 'Share of sentences.', of: ({ article: { asking } }) => asking }
]

export const trustFeatures: readonly TrustFeature[] = [...seen, ...ties, ...speaker, ...cue, ...content, ...rules, ...article, ...contentSigns]

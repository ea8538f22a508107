import { indexesOf } from '../../tree.js'
import { yes } from '../weighed.js'
import type { Draft, Phrase } from './draft.js'
import { child, children, lower, sentenceAt, tokenOf, type Grammar } from './grammar.js'
import type { TrustFeature } from './trust-feature.js'
import { surroundings } from './trust-surroundings.js'

/** How sure the reader was of a word's head and relation, as a logarithm: 0 for certain, at worst −4. */
const tie = (grammar: Grammar, index: number): number => Math.max(-4, Math.log(Math.max(0.01, tokenOf(grammar, index).sure.tie)))
const weakest = (grammar: Grammar, tokens: readonly number[]): number => Math.min(0, ...tokens.map((token) => tie(grammar, token)))
const mean = (grammar: Grammar, tokens: readonly number[]): number => (tokens.length === 0 ? 0 : tokens.reduce((sum, token) => sum + tie(grammar, token), 0) / tokens.length)

const ties: readonly TrustFeature[] = [
  { name: 'tie of the subject', example: 'In "the head of the ministry said" is it the head or the ministry?', of: ({ grammar, draft: { subject } }) => (subject ? tie(grammar, subject.head) : 0) },
  { name: 'tie of the object', example: 'In "saw the men with the glass" who has it?', of: ({ grammar, draft: { object } }) => (object ? tie(grammar, object.head) : 0) },
  { name: 'tie of the clause', example: '"signed" in "the pact the king who fled signed" may hang on much.', of: ({ grammar, draft: { at } }) => tie(grammar, at) },
  { name: 'weakest tie of the predicate', example: '"was" in "what he was was clear".', of: ({ grammar, draft: { predicate, at } }) => weakest(grammar, predicate.tokens.filter((token) => token !== at)) },
  { name: 'weakest tie of a complement', example: '"in Oslo" of "met the man from Lund in Oslo".', of: ({ grammar, draft: { complements } }) => weakest(grammar, complements.map(({ phrase }) => phrase.head)) },
  { name: 'weakest tie', example: 'A chain is as strong as that.', of: ({ grammar, tokens }) => weakest(grammar, tokens) },
  { name: 'ties of all words', example: 'Their mean.', of: ({ grammar, tokens }) => mean(grammar, tokens) },
  { name: 'ties of the words left out', example: 'What stands inside the claim and is in none of its parts may belong to it.', of: ({ grammar, tokens }) => weakest(grammar, leftOut(grammar, tokens)) },
  { name: 'ties of the sentence', example: 'Where much is unsure, little is right.', of: ({ grammar, draft: { at } }) => sentenceMean(grammar, at) },
  { name: 'mended ties', example: 'Where something had to be mended, more may be wrong.', of: ({ grammar, tokens }) => Math.min(3, tokens.filter((token) => grammar.mended(token)).length) }
]

/** Words between the first and the last of the claim that are in no part of it, and the one right behind it. */
function leftOut(grammar: Grammar, tokens: readonly number[]): number[] {
  const own = new Set(tokens)
  const found: number[] = []
  for (let index = tokens[0] ?? 0; index <= (tokens.at(-1) ?? -1) + 1; index++) if (!own.has(index) && isWord(grammar, index)) found.push(index)
  return found
}
const isWord = (grammar: Grammar, index: number): boolean => /^\w/.test(tokenOf(grammar, index).tag)

const means = new WeakMap<Grammar, Map<number, number>>()
function sentenceMean(grammar: Grammar, at: number): number {
  const known = means.get(grammar) ?? new Map<number, number>()
  means.set(grammar, known)
  const sentence = grammar.tree.sentenceOf[at] ?? -1
  const { from, to } = sentenceAt(grammar, at)
  const value = known.get(sentence) ?? mean(grammar, indexesOf({ from, to }))
  known.set(sentence, value)
  return value
}

const shape: readonly TrustFeature[] = [
  { name: 'words of the sentence', example: 'Their logarithm: long sentences are read less well.', of: ({ grammar, draft: { at } }) => Math.log(sizeOf(grammar, at)) },
  { name: 'words of the claim', example: 'Their logarithm.', of: ({ tokens }) => Math.log(tokens.length) },
  { name: 'words of the subject', example: 'Their logarithm.', of: ({ draft: { subject } }) => Math.log(1 + (subject?.tokens.length ?? 0)) },
  { name: 'words of the object', example: 'Their logarithm.', of: ({ draft: { object } }) => Math.log(1 + (object?.tokens.length ?? 0)) },
  { name: 'words left out inside', example: '"He – left – for Oslo" of "He, who had come on Monday to see Lind, left for Oslo".', of: ({ grammar, tokens }) => Math.log(1 + leftOut(grammar, tokens).length) },
  { name: 'goes on behind', example: '"Lind – made – an attempt" of "made an attempt to leave": the next word belongs to the sentence still, and no mark stands between.', of: ({ grammar, tokens }) => yes(goesOn(grammar, tokens)) },
  { name: 'complements', example: 'How many.', of: ({ draft: { complements } }) => Math.min(4, complements.length) },
  { name: 'order of the text', example: '"As mayor she" is told as "she … as mayor".', of: ({ draft: { predicate, complements } }) => yes(complements.some(({ phrase }) => (phrase.tokens[0] ?? 0) < (predicate.tokens[0] ?? 0))) },
  { name: 'a complement far behind', example: '"signed a pact, said Lind, in Oslo": something stands between.', of: ({ draft }) => yes(hasFarComplement(draft)) },
  { name: 'a complement without marker', example: '"across Norland – Suderland": a list lost its "and".', of: ({ grammar, draft: { complements } }) => yes(complements.some(({ marker, kind, phrase }) => kind === 'oblique' && marker.length === 0 && !tokenOf(grammar, phrase.head).name.endsWith('Date'))) },
  { name: 'a clause inside', example: '"shows that the islands lie in the bay".', of: ({ draft: { complements } }) => yes(complements.some(({ kind }) => kind === 'clause')) },
  { name: 'nothing but subject and verb', example: '"Lind – waited".', of: ({ draft: { object, complements, predicate } }) => yes(object === null && complements.length === 0 && predicate.supplied === null) },
  { name: 'an open quotation mark', example: 'The claim begins outside a quotation and ends within.', of: ({ grammar, tokens }) => yes(crossesMark(grammar, tokens)) }
]

function sizeOf(grammar: Grammar, at: number): number {
  const { from, to } = sentenceAt(grammar, at)
  return Math.max(1, to - from)
}

function goesOn(grammar: Grammar, tokens: readonly number[]): boolean {
  const last = tokens.at(-1) ?? -1
  return grammar.tree.sentenceOf[last + 1] === grammar.tree.sentenceOf[last] && isWord(grammar, last + 1) && tokenOf(grammar, last + 1).tag !== 'CC'
}

function hasFarComplement({ predicate, object, complements }: Draft): boolean {
  const own = new Set([...predicate.tokens, ...(object?.tokens ?? []), ...complements.flatMap(({ phrase, marker }) => [...marker, ...phrase.tokens])])
  return complements.some(({ phrase, marker }) => {
    const first = Math.min(...marker, ...phrase.tokens)
    return (predicate.tokens.at(-1) ?? 0) < first && !own.has(first - 1)
  })
}

function crossesMark(grammar: Grammar, tokens: readonly number[]): boolean {
  let marks = 0
  for (let index = tokens[0] ?? 0; index <= (tokens.at(-1) ?? -1); index++) if (/^["“”„«»]$|^``$|^''$/.test(tokenOf(grammar, index).text)) marks++
  return marks % 2 === 1
}

const rules: readonly TrustFeature[] = [
  { name: 'confidence of the rule', example: 'An own subject and an object are safer than an antecedent.', of: ({ draft: { confidence } }) => confidence },
  ...['transitive', 'intransitive', 'passive', 'copula', 'clausal', 'linking-verb', 'existential', 'title', 'apposition', 'noun-of-action', 'light-verb'].map((rule): TrustFeature => ({ name: `rule ${rule}`, example: 'See the rule.', of: ({ draft }) => yes(draft.rule.split('+')[0] === rule) })),
  ...['relative-antecedent', 'shared-subject', 'participle-antecedent', 'participle-subject', 'controlled-object', 'clausal-subject', 'noun-before-verb'].map((rule): TrustFeature => ({ name: `subject by ${rule}`, example: 'See the rule.', of: ({ draft }) => yes(draft.rule.endsWith(`+${rule}`)) })),
  ...['root', 'conj', 'ccomp', 'advcl', 'acl:relcl', 'parataxis', 'xcomp'].map((relation): TrustFeature => ({ name: `clause is ${relation}`, example: 'Universal Dependencies.', of: ({ grammar, draft }) => yes(tokenOf(grammar, draft.at).relation === relation) }))
]

const words: readonly TrustFeature[] = [
  { name: 'subject is a personal pronoun', example: '"she – won".', of: ({ grammar, draft: { subject } }) => yes(subject !== null && /^(?:i|you|he|she|we|they)$/.test(lower(grammar, subject.head))) },
  { name: 'subject points', example: '"that – changed – everything".', of: ({ grammar, draft: { subject } }) => yes(subject !== null && /^(?:it|this|that|these|those|which|one|some|all|both|others?|many|each)$/.test(lower(grammar, subject.head))) },
  { name: 'subject is a name', example: '"Lind – won".', of: ({ grammar, draft: { subject } }) => yes(subject !== null && tokenOf(grammar, subject.head).name !== 'O') },
  { name: 'subject lacks its article', example: '"brother – died" of "his mother and brother died".', of: ({ grammar, draft: { subject } }) => yes(isNaked(grammar, subject)) },
  { name: 'object points', example: '"Lind – wants – that".', of: ({ grammar, draft: { object } }) => yes(object !== null && /^(?:it|this|that|these|those|so|which|one|some|all|both|others?|many|each|him|her|them|me|us)$/.test(lower(grammar, object.head))) },
  { name: 'lost its relative clause', example: '"had – a condition" of "had a condition that nobody knew".', of: ({ grammar, draft: { object, subject } }) => yes(isSingledOut(grammar, object) || isSingledOut(grammar, subject)) },
  { name: 'odd relation', example: '"dep", "parataxis", "list" inside of it.', of: ({ grammar, tokens, draft: { at } }) => yes(tokens.some((token) => token !== at && /^(?:dep|parataxis|list|orphan|discourse|vocative|goeswith|reparandum)$/.test(tokenOf(grammar, token).relation))) },
  { name: 'joined inside', example: '"and", "or" within its parts.', of: ({ grammar, tokens }) => yes(tokens.some((token) => tokenOf(grammar, token).relation === 'cc')) },
  { name: 'joined predicate', example: '"came, saw and won": what belongs to which?', of: ({ grammar, draft: { at } }) => yes(child(grammar, at, 'conj') !== null) },
  { name: 'no tense', example: '"Lind – to leave".', of: ({ grammar, draft: { predicate } }) => yes(predicate.supplied === null && !predicate.tokens.some((token) => /^(?:VB[DZP]|MD)$/.test(tokenOf(grammar, token).tag))) },
  { name: 'not stated', example: '"may leave".', of: ({ certainty }) => yes(certainty !== 'stated') },
  { name: 'asked or conditional', example: '"if Lind leaves".', of: ({ certainty }) => yes(certainty === 'asked' || certainty === 'conditional') },
  { name: 'negative', example: '"never signed".', of: ({ polarity }) => yes(polarity === 'negative') },
  { name: 'in a direct quotation', example: '"I will sign," he said.', of: ({ attribution }) => yes(attribution?.type === 'direct') },
  { name: 'in indirect speech', example: 'He said that he would sign.', of: ({ attribution }) => yes(attribution?.type === 'indirect') },
  { name: 'attribution in doubt', example: '1 less its confidence.', of: ({ attribution }) => (attribution ? 1 - attribution.confidence : 0) },
  { name: 'a condition nearby', example: '"if", "unless", "whether" in the sentence.', of: ({ grammar, draft: { at } }) => yes(children(grammar, at, 'advcl').some((clause) => children(grammar, clause, 'mark').length > 0)) }
]

/** A lower-case noun in the singular with nothing before it. */
const isNaked = (grammar: Grammar, phrase: Phrase | null): boolean =>
  phrase !== null && tokenOf(grammar, phrase.head).tag === 'NN' && phrase.tokens[0] === phrase.head && tokenOf(grammar, phrase.head).name === 'O'

/** "a defendant who …", "no man that …": an indefinite noun whose clause, not set off by a comma, was left out. */
function isSingledOut(grammar: Grammar, phrase: Phrase | null): boolean {
  if (phrase === null) return false
  const own = new Set(phrase.tokens)
  const isOpen = children(grammar, phrase.head, 'det').some((word) => /^(?:an?|no|any|every|some)$/.test(lower(grammar, word)))
  return isOpen && children(grammar, phrase.head, 'acl:relcl', 'acl').some((clause) => phrase.head < clause && !own.has(clause) && lower(grammar, phrase.head + 1) !== ',')
}

export const trustFeatures: readonly TrustFeature[] = [...ties, ...shape, ...surroundings, ...rules, ...words]

import { isSameSentence, type Grammar } from './grammar.js'

/** A claim while it is still made of token indexes. Rules write drafts; `claim.ts` turns them into what stands in the layer. */
export interface Draft {
  readonly rule: string
  /** The clause's head: where the claim stands in the text, and what decides on whose word it is. */
  readonly at: number
  readonly subject: Phrase | null
  readonly predicate: Predicate
  readonly object: Phrase | null
  readonly complements: readonly DraftComplement[]
  readonly confidence: number
}

/** A noun phrase or clause: sorted token indexes, not always without gaps, and which of them is its head. */
export interface Phrase {
  readonly head: number
  readonly tokens: readonly number[]
}

export interface Predicate {
  /** Sorted; empty where no word of the text is the predicate ("Russian President Vladimir Putin"). */
  readonly tokens: readonly number[]
  /** The verbs from the finite one to the one that names the deed: "failed" and "sign" in "failed to sign". Polarity and certainty are read from them. */
  readonly verbs: readonly number[]
  /** "There" of "There are four islands": no part of the claim, but of the line that one reads. */
  readonly opening: number | null
  /** "[is]" where the text has no word for it; null where it has. */
  readonly supplied: string | null
  /** Reduced clauses ("the pact signed in May") have no tense of their own. */
  readonly passive: boolean
}

export interface DraftComplement {
  /** The words that tie it to the predicate: "due to", "because", none. */
  readonly marker: readonly number[]
  readonly phrase: Phrase
  readonly kind: 'oblique' | 'clause' | 'adverb' | 'recipient'
}

/** Each once, sorted. Pushed one by one: lists that all have V8's layout for small integers are read faster than a mixture. */
export function inTextOrder(tokens: Iterable<number>): number[] {
  const distinct: number[] = []
  for (const token of new Set(tokens)) distinct.push(token)
  return distinct.sort((a, b) => a - b)
}

/** Its subject, object and complements, as far as it has them. */
export function phrasesOf(draft: Draft): Phrase[] {
  const phrases = partsOf(draft)
  if (draft.subject) phrases.unshift(draft.subject)
  return phrases
}

/** The same without the subject. */
export function partsOf({ object, complements }: Draft): Phrase[] {
  const parts: Phrase[] = []
  if (object) parts.push(object)
  for (const { phrase } of complements) parts.push(phrase)
  return parts
}

/** All words of a draft, part by part. */
export function tokensOf({ subject, object, predicate, complements }: Draft): number[] {
  const tokens = [...(subject?.tokens ?? []), ...predicate.tokens, ...(object?.tokens ?? [])]
  for (const { phrase, marker } of complements) tokens.push(...marker, ...phrase.tokens)
  return tokens
}

/** The phrase's last token; −2 where it has none, so that neither it nor the one behind it is a token. */
export const lastOf = ({ tokens }: Phrase): number => tokens.at(-1) ?? -2

/** The token right behind the phrase, where the sentence goes on and no part of the claim has it; else null. */
export function leftBehind(grammar: Grammar, phrase: Phrase, used: ReadonlySet<number>): number | null {
  const next = lastOf(phrase) + 1
  return !used.has(next) && isSameSentence(grammar, next - 1, next) ? next : null
}

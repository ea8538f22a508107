import type { Attribution, Claim } from '../../model.js'
import { inTextOrder, tokensOf, type Draft } from './draft.js'
import type { Grammar } from './grammar.js'

/** What can be known of a claim when it is asked whether it says what the text says. */
export interface Signs {
  readonly grammar: Grammar
  readonly draft: Draft
  /** All words of the claim, sorted. */
  readonly tokens: readonly number[]
  readonly attribution: Attribution | null
  readonly certainty: Claim['certainty']
  readonly polarity: Claim['polarity']
}

/** Something that tells good claims from broken ones. What each weighs was learnt from claims judged by eye: data/claim-trust.tsv. */
export interface TrustFeature {
  readonly name: string
  readonly example: string
  of(signs: Signs): number
}

export const yes = (holds: boolean): number => (holds ? 1 : 0)

/** The claim's words for the features. */
export const signsOf = (signs: Omit<Signs, 'tokens'>): Signs => ({ ...signs, tokens: inTextOrder(tokensOf(signs.draft)) })

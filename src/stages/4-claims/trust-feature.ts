import type { Attribution, Claim } from '../../model.js'
import type { Feature } from '../weighed.js'
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

/** Something that tells good claims from broken ones: data/claim-trust.tsv. */
export type TrustFeature = Feature<Signs>

/** The claim's words for the features. */
export const signsOf = (signs: Omit<Signs, 'tokens'>): Signs => ({ ...signs, tokens: inTextOrder(tokensOf(signs.draft)) })

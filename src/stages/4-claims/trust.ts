import { perLexicon } from '../../data/lexicon.js'
import { weighedBy, weightsOf, type Weighed } from '../weighed.js'
import type { Signs } from './trust-feature.js'
import { trustFeatures } from './trust-features.js'

/** A logistic regression over the features, learnt by scripts/score/claim-trust.ts from claims judged by eye: the probability that a reader accepts the claim as said in the text. */
export interface Trust extends Weighed<Signs> {
  /** What is less likely than this to be accepted is no claim of the layer. */
  readonly threshold: number
}

export const trustOf = perLexicon((lexicon): Trust => {
  const weights = weightsOf(lexicon.table('claim-trust'))
  return { ...weighedBy(weights, trustFeatures), threshold: weights.get('threshold') ?? 0 }
})

import { perLexicon } from '../../data/lexicon.js'
import type { Signs, TrustFeature } from './trust-feature.js'
import { trustFeatures } from './trust-features.js'

/** A logistic regression over the features, learnt by scripts/score/claim-trust.ts from claims judged by eye. */
export interface Trust {
  readonly base: number
  /** Those that weigh nothing are left out. */
  readonly weighed: readonly { readonly weight: number; readonly of: TrustFeature['of'] }[]
  /** What is less likely than this to be accepted is no claim of the layer. */
  readonly threshold: number
}

export const trustOf = perLexicon((lexicon): Trust => {
  const weights = new Map(lexicon.table('claim-trust').map(({ feature = '', weight = '' }) => [feature, Number(weight)]))
  const weighed = trustFeatures.map(({ name, of }) => ({ weight: weights.get(name) ?? 0, of })).filter(({ weight }) => weight !== 0)
  return { base: weights.get('base') ?? 0, weighed, threshold: weights.get('threshold') ?? 0 }
})

/** Probability that a reader accepts the claim as said in the text. */
export function trusted({ base, weighed }: Trust, signs: Signs): number {
  let sum = base
  for (const { weight, of } of weighed) sum += weight * of(signs)
  return 1 / (1 + Math.exp(-sum))
}

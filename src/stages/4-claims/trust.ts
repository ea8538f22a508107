import { perLexicon } from '../../data/lexicon.js'
import type { Signs } from './trust-features.js'
import { trustFeatures } from './trust-features.js'

/** A logistic regression over the features, learnt by scripts/score/claim-trust.ts from claims judged by eye. */
export interface Trust {
  readonly weights: ReadonlyMap<string, number>
  /** What is less likely than this to be accepted is no claim of the layer. */
  readonly threshold: number
}

export const trustOf = perLexicon((lexicon): Trust => {
  const weights = new Map(lexicon.table('claim-trust').map(({ feature = '', weight = '' }) => [feature, Number(weight)]))
  return { weights, threshold: weights.get('threshold') ?? 0 }
})

/** Probability that a reader accepts the claim as said in the text. */
export function trusted({ weights }: Trust, signs: Signs): number {
  let sum = weights.get('base') ?? 0
  for (const { name, of } of trustFeatures) {
    const weight = weights.get(name)
    if (weight !== undefined && weight !== 0) sum += weight * of(signs)
  }
  return 1 / (1 + Math.exp(-sum))
}

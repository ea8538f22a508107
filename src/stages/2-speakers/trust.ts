import { perLexicon } from '../../data/lexicon.js'
import { likelihood, weighedBy, weightsOf, type Weighed } from '../weighed.js'
import { trustFeatures } from './trust-features.js'
import type { Signs } from './trust-signs.js'

/** Learnt by scripts/score/attribution-trust.ts from attributions judged by eye. */
export const trustOf = perLexicon((lexicon): Weighed<Signs> => weighedBy(weightsOf(lexicon.table('attribution-trust')), trustFeatures))

/** Probability, in two decimals, that a strict reader accepts an attribution: that it is a report, its speaker, and every word of its content. */
export const trusted = (trust: Weighed<Signs>, signs: Signs): number => Math.round(100 * likelihood(trust, signs)) / 100

import type { Row } from '../data/parse.js'

/** Something that tells good findings from bad ones. What each weighs is learnt from findings judged by eye. */
export interface Feature<Signs> {
  readonly name: string
  readonly example: string
  of(signs: Signs): number
}

/** A logistic regression over features. */
export interface Weighed<Signs> {
  readonly base: number
  /** Those that weigh nothing are left out. */
  readonly features: readonly { readonly weight: number; readonly of: Feature<Signs>['of'] }[]
}

/** By what stands in the column `feature` of a table: its `weight`. */
export const weightsOf = (table: readonly Row[]): ReadonlyMap<string, number> => new Map(table.map(({ feature = '', weight = '' }) => [feature, Number(weight)]))

/** The features with their weights; the constant is called "base". */
export const weighedBy = <Signs>(weights: ReadonlyMap<string, number>, features: readonly Feature<Signs>[]): Weighed<Signs> => ({
  base: weights.get('base') ?? 0,
  features: features.map(({ name, of }) => ({ weight: weights.get(name) ?? 0, of })).filter(({ weight }) => weight !== 0)
})

/** Probability that a reader accepts what has these signs. */
export function likelihood<Signs>({ base, features }: Weighed<Signs>, signs: Signs): number {
  let sum = base
  for (const { weight, of } of features) sum += weight * of(signs)
  return 1 / (1 + Math.exp(-sum))
}

export const yes = (holds: boolean): number => (holds ? 1 : 0)

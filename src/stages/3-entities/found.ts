import type { EntityKind, Mention } from '../../model.js'

/** A mention in the making: a range of tokens (half-open) and what it is thought to be. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly kind: EntityKind
  /** Joins mentions for certain: a gazetteer's id ("island:iturup", "country:JP"). null: joined by its words. */
  readonly key: string | null
  readonly form: Mention['form']
  readonly rule: string
  /** 0 to 1. */
  readonly confidence: number
}

export const crosses = (a: Pick<Found, 'from' | 'to'>, b: Pick<Found, 'from' | 'to'>): boolean => a.from < b.to && b.from < a.to

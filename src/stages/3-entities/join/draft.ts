import type { EntityKind, Mention } from '../../../model.js'
import type { Found } from '../found.js'

/** An entity in the making. */
export interface Draft {
  readonly kind: EntityKind
  /** Of a gazetteer or made from the words; unique within the article. */
  readonly key: string
  name: string
  readonly mentions: Part[]
  /** Found to be the same by another name: "Northern Territories" for the Southern Kurils. */
  readonly notes: string[]
}

/** A mention with the rule that brought it to its entity. */
export interface Part {
  readonly from: number
  readonly to: number
  readonly form: Mention['form']
  readonly rule: string
  readonly confidence: number
}

export const partOf = ({ from, to, form, rule, confidence }: Found, joined: string | null = null, sure = 1): Part => ({
  from, to, form, rule: joined ?? rule, confidence: Math.round(confidence * sure * 100) / 100
})

export const draftOf = (kind: EntityKind, key: string, name: string, mentions: Part[] = []): Draft => ({ kind, key, name, mentions, notes: [] })

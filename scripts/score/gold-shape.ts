import { z } from 'zod'
import type { EntityKind } from '../../src/model.js'

/** An article of `gold/`, marked up by hand. Offsets count in `text`, as in the layers. What allows several answers lists them all. */
export interface GoldArticle {
  readonly name: string
  readonly text: string
  readonly published: string
  readonly fictional: boolean
  readonly attributions: readonly GoldAttribution[]
  readonly entities: ReadonlyMap<string, GoldEntity>
  readonly mentions: readonly GoldMention[]
  readonly dates: readonly GoldDate[]
  readonly claims: readonly GoldClaim[]
}

export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface GoldAttribution {
  readonly id: string
  readonly content: readonly Stretch[]
  readonly cue: readonly Stretch[]
  readonly source: readonly Stretch[]
  /** Keys of entities; null among them: to name nobody is right, too. */
  readonly speakers: readonly (string | null)[]
  readonly type: 'direct' | 'indirect' | 'mixed'
  readonly polarity: readonly ('affirmed' | 'denied')[]
}

export interface GoldEntity {
  readonly kind: EntityKind
  /** The fullest name; null for somebody who has none. */
  readonly name: string | null
  readonly also: readonly string[]
}

export interface GoldMention extends Stretch {
  readonly kind: EntityKind
  readonly entity: string
  /** Marked with `?`: whether it is a mention is a matter of taste, so that neither finding nor leaving it counts. */
  readonly optional: boolean
}

export interface GoldDate extends Stretch {
  readonly values: readonly string[]
  readonly optional: boolean
}

export interface GoldClaim {
  /** Where its sentence (or clause) begins. */
  readonly at: number
  readonly subject: string
  readonly predicate: string
  readonly object: string
  /** "article" or ids of attributions. */
  readonly on: readonly string[]
  readonly polarity: readonly string[]
  readonly certainty: readonly string[]
  readonly time: readonly (string | null)[]
}

const key = z.string().regex(/^[a-z0-9]+$/)
const oneOrMore = <T extends z.ZodType>(kind: T) => z.union([kind.transform((value) => [value]), z.array(kind).min(1)])
export const kinds = ['person', 'island', 'summit', 'country', 'place', 'organization', 'agreement', 'people'] as const satisfies readonly EntityKind[]
/** What the JSON file of an article holds; see gold/README.md. */
export const shape = z.strictObject({
  published: z.iso.date(),
  fictional: z.boolean(),
  corpus: z.string().optional(),
  tests: z.string(),
  attributions: z.record(
    z.string().regex(/^a\d+$/),
    z.strictObject({ speaker: oneOrMore(key.nullable()), type: z.enum(['direct', 'indirect', 'mixed']), polarity: oneOrMore(z.enum(['affirmed', 'denied'])) })
  ),
  entities: z.record(key, z.strictObject({ kind: z.enum(kinds), name: z.string().nullable(), also: z.array(z.string()).default([]) })),
  claims: z.array(
    z.strictObject({
      sentence: z.string(),
      subject: z.string(),
      predicate: z.string(),
      object: z.string().nullable(),
      on: oneOrMore(z.string().regex(/^(article|a\d+)$/)),
      polarity: oneOrMore(z.enum(['positive', 'negative'])),
      certainty: oneOrMore(z.enum(['stated', 'likely', 'possible', 'wished', 'conditional', 'asked'])),
      time: oneOrMore(z.string().nullable())
    })
  )
})

export type GoldJson = z.infer<typeof shape>

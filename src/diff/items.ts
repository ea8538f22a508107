import type { Layers, Span } from '../model.js'
import { joined } from '../span.js'

/** One thing that a run found, so that two runs can be held against each other. */
export interface Item {
  readonly kind: Kind
  /** "a5", "c3"; of a mention its entity's id. */
  readonly id: string
  /** What makes it the same thing in both runs: the stretch that it is about. */
  readonly spans: readonly Span[]
  /** What may have changed about it, by name. */
  readonly facts: Readonly<Record<string, string>>
}

export type Kind = 'quotation' | 'mention' | 'claim'

/** Everything found in an article that is worth comparing: not how sure, nor by which rule, which change without anything having changed for a reader. */
export function itemsOf({ speakers, entities, claims }: Layers): Item[] {
  const voice = new Map(entities.speakers.map(({ attribution, entity }) => [attribution, entity]))
  return [
    ...speakers.attributions.map(
      ({ id, type, kind, polarity, content, cue, source, speaker }): Item => ({
        kind: 'quotation',
        id,
        spans: content,
        facts: { speaker: voice.get(id) ?? speaker.span?.text ?? 'nobody', source: textOf(source), cue: textOf(cue), type, kind, polarity }
      })
    ),
    ...entities.entities.flatMap(({ id, mentions }) => mentions.map((mention): Item => ({ kind: 'mention', id, spans: [mention], facts: { entity: id } }))),
    ...claims.claims.map(
      ({ id, text, sentence, polarity, certainty, time, on }): Item => ({
        kind: 'claim',
        id,
        spans: [sentence],
        facts: { text, polarity, certainty, time: time.value ?? 'none', word: on === 'article' ? 'article' : (on.entity ?? 'nobody') }
      })
    )
  ]
}

const textOf = (spans: readonly Span[]): string => joined(spans) || 'none'

import type { Counts, LayerName, Layers } from './model.js'

/** What the header of a layer says of its size; the report and the closing table are made from nothing else. */
export function countsOf<Name extends LayerName>(name: Name, layer: Layers[Name]): Counts {
  return counters[name](layer)
}

const counters: { readonly [Name in LayerName]: (layer: Layers[Name]) => Counts } = {
  tokens: ({ tokens, sentences, paragraphs }) => ({ words: count(tokens, ({ text }) => /[\p{L}\p{N}]/u.test(text)), sentences: sentences.length, paragraphs: paragraphs.length }),

  speakers: ({ attributions, problems }) => ({
    attributions: attributions.length,
    quoted: count(attributions, ({ type }) => type !== 'indirect'),
    followed: count(attributions, ({ speaker }) => speaker.span !== null),
    problems: problems.length
  }),

  entities: ({ entities, speakers, dates }) => ({
    ...Object.fromEntries(kinds.map((kind) => [kind, count(entities, (entity) => entity.kind === kind)])),
    mentions: entities.reduce((sum, { mentions }) => sum + mentions.length, 0),
    speakers: count(speakers, ({ entity }) => entity !== null),
    dates: dates.length
  }),

  claims: ({ claims, withheld }) => ({ claims: claims.length, withheld, attributed: count(claims, ({ on }) => on !== 'article') })
}

/** What the report says of the corpus level. */
export function corpusCounts({ quotes: { quotes }, conflicts: { conflicts }, timeline: { events }, decisions: { decisions } }: CorpusLists): Counts {
  return {
    quotes: quotes.length,
    repeated: count(quotes, ({ occurrences }) => occurrences.length > 1),
    disputed: count(quotes, ({ disputed }) => disputed),
    conflicts: conflicts.length,
    events: events.length,
    decisions: decisions.length,
    undone: count(decisions, ({ problem }) => problem !== null)
  }
}

/** As much of the corpus level as is counted. */
interface CorpusLists {
  readonly quotes: { readonly quotes: readonly { readonly occurrences: readonly unknown[]; readonly disputed: boolean }[] }
  readonly conflicts: { readonly conflicts: readonly unknown[] }
  readonly timeline: { readonly events: readonly unknown[] }
  readonly decisions: { readonly decisions: readonly { readonly problem: string | null }[] }
}

const kinds = ['person', 'island', 'summit', 'country', 'place', 'organization', 'agreement', 'people'] as const

function count<T>(items: readonly T[], counts: (item: T) => boolean): number {
  let sum = 0
  for (const item of items) if (counts(item)) sum++
  return sum
}

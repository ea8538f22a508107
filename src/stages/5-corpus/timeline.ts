import { intervalOf } from './interval.js'
import type { CorpusClaims, CorpusEntity, Timeline, TimelineEvent } from './model.js'
import { inTime, order } from './order.js'

/** What is dated, in the order of its dates. A claim without a date of its own is in no place of time, whenever it was published. */
export function timelineOf({ articles, claims }: CorpusClaims, entities: readonly CorpusEntity[]): Timeline {
  const published = new Map(articles.map(({ article, published }) => [article, published]))
  const told = claims.flatMap(({ article, id, start, end, claim, time, speaker, about }): TimelineEvent[] => {
    const days = time === null ? null : intervalOf(time)
    const path = articles[article]?.article
    return days && path !== undefined && time !== null ? [{ ...days, date: time, kind: 'claim', id, title: claim, article: path, start, end, speaker, about }] : []
  })
  const events = [...told, ...entities.flatMap((entity) => summitOf(entity, published))]
  return { events: events.sort((a, b) => order(a.from, b.from) || order(a.to, b.to) || order(a.article, b.article) || a.start - b.start || a.end - b.end || order(a.kind, b.kind) || order(a.id, b.id)) }
}

function summitOf({ kind, facts, id, name, appearances }: CorpusEntity, published: ReadonlyMap<string, string | null>): TimelineEvent[] {
  const when = facts?.['when']
  const days = kind === 'summit' && typeof when === 'string' ? intervalOf(when) : null
  const places = appearances.flatMap(({ article, mentions }) => mentions.slice(0, 1).map(({ start, end }) => ({ article, start, end, published: published.get(article) ?? null })))
  const [first] = places.sort(inTime)
  if (!days || !first) return []
  const participants = facts?.['participants']
  return [{ ...days, date: String(when), kind: 'summit', id, title: name, article: first.article, start: first.start, end: first.end, speaker: null, about: Array.isArray(participants) ? [...(participants as readonly string[])].sort() : [] }]
}

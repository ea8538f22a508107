import type { Attribution, Span } from '../../src/model.js'
import type { GoldArticle, GoldAttribution } from './gold-shape.js'
import { attributionPairs, keysOf, namesIt, overlapOf, type Found } from './gold-match.js'

/** `right`: a name that the gold accepts. `none`: no name, or only a noun phrase. */
export type Followed = 'right' | 'wrong' | 'none'

export interface FollowedSource {
  readonly gold: GoldAttribution
  readonly found: Attribution
  /** By what stage 2 says, by what stage 3 makes of it; and in words. */
  readonly speaker: Followed
  readonly entity: Followed
  readonly got: string
}

/** Every gold attribution whose content was found, and whether its source was followed to the right name. */
export function followedSources(article: GoldArticle, found: Found): FollowedSource[] {
  const keys = keysOf(article, found)
  return attributionPairs(article, found).map(([gold, attribution]) => {
    const { span, how, why } = attribution.speaker
    const entityId = found.entities.speakers.find((speaker) => speaker.attribution === attribution.id)?.entity ?? null
    const entity = found.entities.entities.find(({ id }) => id === entityId)
    return {
      gold,
      found: attribution,
      speaker: span ? judgedSpan(article, gold, span) : 'none',
      entity: entity ? judged(article, gold, entity.name, keys.get(entity.id)) : 'none',
      got: `${span ? `"${span.text}"` : 'nobody'} (${how}: ${why}) → ${entity?.id ?? 'no entity'}`
    }
  })
}

/** What the right answers are, in words. */
export const expectedOf = (article: GoldArticle, { speakers }: GoldAttribution): string =>
  speakers.map((key) => (key === null ? 'nobody' : (article.entities.get(key)?.name ?? key))).join(' or ')

/** Whether the gold has a name for the source. */
export const hasName = (article: GoldArticle, { speakers }: GoldAttribution): boolean =>
  speakers.every((key) => key !== null && (article.entities.get(key)?.name ?? null) !== null)

/** At this stage a capital still is a name of its government. */
function judgedSpan(article: GoldArticle, gold: GoldAttribution, span: Span): Followed {
  const key = keyAt(article, span)
  const capital = key !== undefined && article.entities.get(key)?.kind === 'country' && gold.speakers.includes(key) && /^(the )?\p{Lu}/u.test(span.text)
  return capital ? 'right' : judged(article, gold, span.text, key)
}

function judged(article: GoldArticle, { speakers, source }: GoldAttribution, text: string, key: string | undefined): Followed {
  const accepted = speakers.flatMap((speaker) => (speaker === null ? [] : [article.entities.get(speaker) ?? []])).flat()
  if (key !== undefined && speakers.includes(key)) return accepted.some((entity) => namesIt(text, entity)) ? 'right' : 'none'
  const other = key === undefined ? undefined : article.entities.get(key)
  if (other && !namesIt(text, other)) return 'none'
  if (key === undefined && accepted.some((entity) => namesIt(text, entity))) return 'right'
  // Only its own words: the best noun phrase for somebody without a name.
  if (key === undefined && source.some(({ start, end }) => article.text.slice(start, end).includes(text))) return 'none'
  return 'wrong'
}

/** The entity of the gold mention that covers the span best. */
function keyAt({ mentions }: GoldArticle, span: Span): string | undefined {
  const best = mentions.map((mention) => ({ mention, overlap: overlapOf([mention], [span]) })).sort((a, b) => b.overlap - a.overlap)[0]
  const ends = best && (best.mention.end === span.end || best.mention.start === span.start)
  return best && (0.5 <= best.overlap || (0 < best.overlap && ends)) ? best.mention.entity : undefined
}

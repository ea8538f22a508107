import { daysBetween, isDay, type Day } from './calendar.js'
import type { Hold } from './tense.js'

/** A date so close to the article's own day is meant whatever the verb says: "the visit on December 15 had been announced". */
const close = 45

/** The year that fits a day and month best. News names the year of what lies far off, so the nearest one is meant,
 *  unless a verb says past or future. 29 February looks for a year that has one. */
export function yearOf(day: number, month: number, published: Day, { tense, noun }: Hold): number | null {
  const years = [-1, 0, 1].map((step) => published.year + step).filter((year) => isDay({ year, month, day }))
  const distance = (year: number) => daysBetween(published, { year, month, day })
  const byDistance = [...years].sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))
  const nearest = byDistance[0]
  if (nearest === undefined) return null
  if (Math.abs(distance(nearest)) <= close || noun) return nearest
  if (tense === 'past') return byDistance.find((year) => distance(year) <= 0) ?? nearest
  if (tense === 'future') return byDistance.find((year) => 0 <= distance(year)) ?? nearest
  return nearest
}

import { addDays, isoDay, weekdayOf } from '../calendar.js'
import { absolute, relative, type DateRule } from '../rule.js'
import { number, numberOf, unit, weekday, weekdayOfName } from '../words.js'

/** ISO 8601: "P3D", "PT3H"; a decade is ten years, a century a hundred. */
function durationOf(amount: number, unitName: string): string {
  const name = unitName.toLowerCase()
  if (name === 'minute') return `PT${amount}M`
  if (name === 'hour') return `PT${amount}H`
  if (name === 'decade') return `P${amount * 10}Y`
  if (name.startsWith('centur')) return `P${amount * 100}Y`
  return `P${amount}${name.charAt(0).toUpperCase()}`
}

const amount: DateRule = {
  name: 'duration',
  example: 'They held [PT3H three-hour] talks for [P2D two days].',
  pattern: new RegExp(`(?<![$€£\\d.,-]|\\bonce\\s|\\btwice\\s)\\b(?<count>${number})[\\s-](?<unit>${unit})s?\\b(?!-old|\\sold\\b|\\sof\\sage|\\s(?:ago|later|earlier)\\b|-long\\b)(?:-long)?`, 'gi'),
  value({ groups, 0: text, index, input }) {
    const count = numberOf(groups?.['count'] ?? '')
    // "two days after the vote" is a time counted from another one; "for two days after the vote" lasted two days.
    if (/^\s(?:before|after)\b/.test(input.slice(index + text.length, index + text.length + 8)) && !/\bfor\s$/i.test(input.slice(Math.max(0, index - 4), index))) return null
    // "a year" and "a day" are as often rates ("twice a year") or chance ("one day") as durations.
    if (!count || /^(an?|one)\s(day|year|week|month)$/i.test(text)) return null
    return absolute(durationOf(count, groups?.['unit'] ?? ''), 'duration')
  }
}

const long: DateRule = {
  name: 'duration-long',
  example: 'It was a [P2Y two-year-long] siege.',
  pattern: new RegExp(`\\b(?<count>${number})-(?<unit>${unit})-long\\b`, 'gi'),
  value: ({ groups }) => {
    const count = numberOf(groups?.['count'] ?? '')
    return count ? absolute(durationOf(count, groups?.['unit'] ?? ''), 'duration') : null
  }
}

/** A repeating interval of ISO 8601. A weekday needs a day to begin with, the first after the article's own. */
const everyDay: DateRule = {
  name: 'every-weekday',
  example: 'They pray [R/2016-11-25/P1W every Friday].',
  pattern: new RegExp(`\\b(?:(?:every|each)\\s(?<day>${weekday})|(?:on\\s)(?<days>(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday))s)\\b`, 'gi'),
  value({ groups }, { published }) {
    if (!published) return null
    const wanted = weekdayOfName(groups?.['day'] ?? groups?.['days'] ?? '') ?? 0
    return relative(`R/${isoDay(addDays(published, (wanted - weekdayOf(published) + 7) % 7))}/P1W`, 'set')
  }
}

const every: DateRule = {
  name: 'every',
  example: 'Leaders meet [R/P1Y every year], and ministers [R/P2M every two months].',
  pattern: new RegExp(`\\b(?:every|each)\\s(?:(?<count>${number})\\s)?(?<unit>minute|hour|day|week|month|year|decade)s?\\b`, 'gi'),
  value: ({ groups }) => absolute(`R/${durationOf(groups?.['count'] ? (numberOf(groups['count']) ?? 1) : 1, groups?.['unit'] ?? '')}`, 'set')
}

const rates: Readonly<Record<string, string>> = {
  annually: 'P1Y', yearly: 'P1Y', annual: 'P1Y', monthly: 'P1M', weekly: 'P1W', daily: 'P1D', biennial: 'P2Y', biennially: 'P2Y', quarterly: 'P3M', hourly: 'PT1H'
}

const rate: DateRule = {
  name: 'rate',
  example: 'The forum is held [R/P1Y annually].',
  pattern: new RegExp(`\\b(?:${Object.keys(rates).join('|')})\\b(?!\\s[A-Z])`, 'g'),
  value: ({ 0: word }) => absolute(`R/${rates[word] ?? ''}`, 'set')
}

const times: DateRule = {
  name: 'times-a-year',
  example: 'They meet [R/P1Y twice a year].',
  pattern: /\b(?:once|twice|(?:two|three|four|five|\d+|several) times)\s(?:an?|per|every)\s(?<unit>day|week|month|year|decade)\b/g,
  value: ({ groups }) => absolute(`R/${durationOf(1, groups?.['unit'] ?? '')}`, 'set')
}

/** Sets stand before weekdays and durations, durations after all else. */
export const sets: readonly DateRule[] = [everyDay, times, every, rate]
export const durations: readonly DateRule[] = [long, amount]

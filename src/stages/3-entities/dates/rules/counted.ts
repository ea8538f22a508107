import { addDays, addMonths, dayOf, isoDay, isoMonth, isoYear } from '../calendar.js'
import { number, numberOf } from '../words.js'

/** Counts from another date of the text, not from the article's own day. */
export interface CountedRule {
  readonly name: string
  readonly example: string
  readonly pattern: RegExp
  /** The date counted from `anchor`, which may be a day, a month or a year; null where the anchor is less exact than the step. */
  value(match: RegExpExecArray, anchor: string): string | null
}

const step = (anchor: string, amount: number, unit: string): string | null => {
  const day = dayOf(anchor)
  const [year = NaN, month = NaN] = anchor.split('-').map(Number)
  if (amount !== Math.trunc(amount)) return null
  if (unit === 'day' || unit === 'week') return day && isoDay(addDays(day, amount * (unit === 'week' ? 7 : 1)))
  if (unit === 'month') return /^\d{4}-\d\d/.test(anchor) ? isoMonth(addMonths({ year, month }, amount)) : null
  return /^\d{4}(?:-|$)/.test(anchor) ? isoYear(year + amount * (unit === 'decade' ? 10 : 1)) : null
}

const later: CountedRule = {
  name: 'so-long-later',
  example: 'He resigned on [2016-05-03 May 3] and died [2016-05-06 three days later].',
  pattern: new RegExp(`\\b(?<count>${number})\\s(?<unit>day|week|month|year|decade)s?\\s(?<where>later|afterwards|earlier)\\b(?!\\sthan)`, 'gi'),
  value({ groups }, anchor) {
    const amount = numberOf(groups?.['count'] ?? '')
    return amount === null ? null : step(anchor, groups?.['where']?.toLowerCase() === 'earlier' ? -amount : amount, groups?.['unit']?.toLowerCase() ?? '')
  }
}

const following: CountedRule = {
  name: 'the-next',
  example: 'It began on [2016-02-28 February 28] and ended [2016-02-29 the next day].',
  pattern: /\bthe (?<which>next|following|previous|preceding) (?<unit>day|month|year)\b(?!['’])/gi,
  value: ({ groups }, anchor) => step(anchor, /^(?:next|following)$/i.test(groups?.['which'] ?? '') ? 1 : -1, groups?.['unit']?.toLowerCase() ?? '')
}

export const counted: readonly CountedRule[] = [later, following]

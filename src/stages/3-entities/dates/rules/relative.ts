import { addDays, addMonths, addMonthsToDay, interval, isoDay, isoMonth, isoWeek, isoYear, type Day } from '../calendar.js'
import { relative, type DateRule } from '../rule.js'
import { number, numberOf, unit } from '../words.js'

/** "a few" and "several" count nothing: such a time is known to nobody. */
const count = `(?<count>${number})`

/** As exact as the words: three years ago is a year, three weeks ago a week, three days ago a day. */
function moved(published: Day, amount: number, unitName: string): string | null {
  if (amount !== Math.trunc(amount)) return null
  switch (unitName.toLowerCase().replace(/s$/, '')) {
    case 'minute':
    case 'hour':
      return null
    case 'day':
      return isoDay(addDays(published, amount))
    case 'week':
      return isoWeek(addDays(published, amount * 7))
    case 'month':
      return isoMonth(addMonths(published, amount))
    case 'year':
      return isoYear(published.year + amount)
    case 'decade':
      return isoYear(published.year + amount * 10)
    default:
      return isoYear(published.year + amount * 100)
  }
}

const ago: DateRule = {
  name: 'ago',
  example: 'It closed [2016-11-19 two days ago].',
  pattern: new RegExp(`\\b${count}[\\s-](?<unit>${unit})s?\\s(?:ago|earlier this)\\b`, 'gi'),
  value({ groups }, { published }) {
    const value = published && moved(published, -(numberOf(groups?.['count'] ?? '') ?? 0.5), groups?.['unit'] ?? '')
    return value ? relative(value) : null
  }
}

/** "in three days" is a duration in the past ("rebuilt in three days") and a date in the future. */
const ahead: DateRule = {
  name: 'from-now',
  example: 'They will meet [2016-W50 in three weeks].',
  pattern: new RegExp(`\\b(?:in\\s${count}\\s(?<unit>${unit})s?['’]?(?:\\stime)?|${count.replace('count', 'later')}\\s(?<laterUnit>${unit})s?\\sfrom\\snow)\\b(?!\\sof)`, 'gi'),
  value({ groups, index }, { published, hold }) {
    const fromNow = groups?.['laterUnit'] !== undefined
    if (!published || (!fromNow && hold(index).tense !== 'future')) return null
    const value = moved(published, numberOf(groups?.['count'] ?? groups?.['later'] ?? '') ?? 0.5, groups?.['unit'] ?? groups?.['laterUnit'] ?? '')
    return value ? relative(value) : null
  }
}

const today: DateRule = {
  name: 'today',
  example: 'He arrived [2016-11-20 yesterday].',
  pattern: /\b(?<day>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]his (?:morning|afternoon|evening)|[Ll]ast night)\b(?:\s(?:morning|afternoon|evening|night))?/g,
  value({ groups }, { published }) {
    if (!published) return null
    const day = (groups?.['day'] ?? '').toLowerCase()
    const step = day === 'yesterday' || day === 'last night' ? -1 : day === 'tomorrow' ? 1 : 0
    return relative(isoDay(addDays(published, step)))
  }
}

const stretch: DateRule = {
  name: 'stretch-up-to-now',
  example: 'Trade has doubled over the [2013-11-21/2016-11-21 past three years].',
  pattern: new RegExp(`\\b(?<date>(?<which>past|last|next|coming)\\s(?<count>${number})\\s(?<unit>day|week|month|year|decade)s?)\\b`, 'g'),
  value({ groups }, { published }) {
    const amount = numberOf(groups?.['count'] ?? '')
    if (!published || !amount || amount !== Math.trunc(amount)) return null
    const end = moveDay(published, groups?.['which'] === 'next' || groups?.['which'] === 'coming' ? amount : -amount, groups?.['unit'] ?? '')
    const [from, to] = [isoDay(published), isoDay(end)].sort() as [string, string]
    return relative(interval(from, to))
  }
}

const namedDecade: DateRule = {
  name: 'named-decade',
  example: 'It grew over the [2006-11-21/2016-11-21 past decade].',
  pattern: /\b(?<date>(?:past|last)\s(?<unit>decade|century))\b/g,
  value({ groups }, { published }) {
    if (!published) return null
    return relative(interval(isoDay(addMonthsToDay(published, groups?.['unit'] === 'decade' ? -120 : -1200)), isoDay(published)))
  }
}

function moveDay(day: Day, amount: number, unitName: string): Day {
  switch (unitName) {
    case 'day':
      return addDays(day, amount)
    case 'week':
      return addDays(day, amount * 7)
    case 'month':
      return addMonthsToDay(day, amount)
    case 'year':
      return addMonthsToDay(day, amount * 12)
    default:
      return addMonthsToDay(day, amount * 120)
  }
}

export const relatives: readonly DateRule[] = [ago, ahead, stretch, namedDecade, today]

import { parse } from 'chrono-node/en'
import { remembered } from '../../../../remembered.js'
import { interval, isDay, isoDay, type Day } from '../calendar.js'
import { yearOf } from '../nearest.js'
import { absolute, relative, type Context, type DateRule, type Value } from '../rule.js'
import { month, ordinal, weekday } from '../words.js'

const day = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'
const dash = '\\s?(?:-|–|—|to|and|through|until)\\s?'
const year = '(?:,?\\s(?:of\\s)?(?:1[5-9]|20)\\d\\d\\b(?!,\\d))'
const noDigit = '(?![\\d%]|[.,:]\\d|\\s?(?:percent|per cent|million|billion|people|pm\\b|am\\b|p\\.m\\.|a\\.m\\.))'

/** A day with its month, with or without weekday and year. The pattern finds it; chrono-node reads it. */
const written: DateRule = {
  name: 'day-and-month',
  example: 'He comes on [2016-12-15 December 15].',
  pattern: new RegExp(
    `\\b(?:${weekday},?\\s(?:the\\s)?)?(?:${month}\\s(?:the\\s)?${day}(?:${dash}${month}\\s${day}|${dash}${day})?${noDigit}|${day}(?:${dash}${day})?(?:\\s(?:of\\s)?)${month}(?![a-z])(?:${dash}${day}\\s${month})?)${year}?`,
    'g'
  ),
  value: read
}

/** "3 May to 5 June" is left to the pattern above; here only what is one word for the eye. */
const numeric: DateRule = {
  name: 'numeric',
  example: 'Filed [2016-11-21 2016-11-21].',
  pattern: /(?<![\d./-])(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?![\d/-]|\.\d)/g,
  value(match, context) {
    const [first = 0, second = 0] = match[0].split(/[/.]/).map(Number)
    // Before the thirteenth nobody can tell the day from the month in 5/6/2016.
    const undecided = !match[0].includes('-') && first <= 12 && second <= 12 && first !== second
    return undecided ? null : read(match, context)
  }
}

const spelled: DateRule = {
  name: 'spelled-day',
  example: 'They met on the [2016-05-02 second of May 2016].',
  pattern: new RegExp(`\\b${ordinal} of ${month}${year}?`, 'g'),
  value: read
}

export const explicit: readonly DateRule[] = [written, numeric, spelled]

function read(match: RegExpExecArray, { published, hold }: Context): Value | null {
  const dated = /\d{4}/.test(match[0])
  if (!dated && !published) return null
  // With a year, a leap year, chrono has nothing to count, and reads 29 February too.
  const found = chronoOf(`${match[0].replace(/\s/g, ' ')}${dated ? '' : ', 2000'}`)
  if (!found?.start.isCertain('day') || !found.start.isCertain('month')) return null
  const held = hold(match.index)
  const complete = (parts: typeof found.start): Day | null => {
    const [day, month] = [parts.get('day') ?? 0, parts.get('month') ?? 0]
    const year = dated ? (found.end ?? found.start).get('year') : published && yearOf(day, month, published, held)
    return year ? { year, month, day } : null
  }
  const end = found.end && complete(found.end)
  let start = complete(found.start)
  if (start && end && isoDay(end) < isoDay(start)) start = { ...start, year: start.year - 1 }
  if (!start || !isDay(start) || (end && !isDay(end))) return null
  return (dated ? absolute : relative)(end ? interval(isoDay(start), isoDay(end)) : isoDay(start))
}

/** chrono reads the local fields of the day it counts from; at noon they are the same in every zone. */
const noon = new Date(2000, 0, 1, 12)

/** What chrono reads, or null. It takes as long for one date as all other rules for a sentence. */
const chronoOf = remembered((text) => parse(text, noon)[0] ?? null)

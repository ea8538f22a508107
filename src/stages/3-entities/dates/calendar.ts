/** A day of the calendar, free of clocks and zones. Months and days count from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** `Date` serves for arithmetic alone, always in UTC: what comes out never depends on where the machine stands. */
const utc = ({ year, month, day }: Day): Date => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date
}

const ofUtc = (date: Date): Day => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })

export function dayOf(iso: string): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso)
  if (!match) return null
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isDay(day) ? day : null
}

/** False for 31 June. */
export const isDay = (day: Day): boolean => {
  const { year, month, day: number } = ofUtc(utc(day))
  return year === day.year && month === day.month && number === day.day
}

const digits = (number: number, length: number): string => String(number).padStart(length, '0')

export const isoYear = (year: number): string => digits(year, 4)

export const isoMonth = ({ year, month }: Pick<Day, 'year' | 'month'>): string => `${isoYear(year)}-${digits(month, 2)}`

export const isoDay = (day: Day): string => `${isoMonth(day)}-${digits(day.day, 2)}`

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => utc(day).getUTCDay()

export const addDays = ({ year, month, day }: Day, days: number): Day => ofUtc(utc({ year, month, day: day + days }))

export function addMonths({ year, month }: Pick<Day, 'year' | 'month'>, months: number): Pick<Day, 'year' | 'month'> {
  const count = year * 12 + month - 1 + months
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
}

/** A month later by the calendar; 31 January and one month is the last day of February. */
export function addMonthsToDay(day: Day, months: number): Day {
  const { year, month } = addMonths(day, months)
  return { year, month, day: Math.min(day.day, lastDay(year, month)) }
}

export const lastDay = (year: number, month: number): number => ofUtc(utc({ year, month: month + 1, day: 0 })).day

/** Days from `a` to `b`; negative if `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((utc(b).getTime() - utc(a).getTime()) / 86_400_000)

/** "2016-W47": the week of ISO 8601, which begins on Monday and belongs to the year of its Thursday. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - (weekdayOf(day) || 7))
  const week = Math.floor(daysBetween({ year: thursday.year, month: 1, day: 1 }, thursday) / 7) + 1
  return `${isoYear(thursday.year)}-W${digits(week, 2)}`
}

export const interval = (from: string, to: string): string => `${from}/${to}`

/** First and last day, "YYYY-MM-DD". */
export interface Interval {
  readonly from: string
  readonly to: string
}

/** The days that a date of a layer covers: "2016-12" is the whole of December, "2016-W19" Monday to Sunday, "1990/1999" ten years.
 *  Null for what is no place in time: durations ("P3D"), what recurs ("R/P1Y"), and what is no date at all. */
export function intervalOf(value: string): Interval | null {
  const [first = '', last = first, ...rest] = value.split('/')
  const [from, to] = [daysOf(first), daysOf(last)]
  return rest.length === 0 && from && to && from.from <= to.to ? { from: from.from, to: to.to } : null
}

function daysOf(date: string): Interval | null {
  const [, year = '', week, month, day] = /^(\d{4})(?:-W(\d\d)|-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(date) ?? []
  if (year === '') return null
  if (week !== undefined) return weekOf(Number(year), Number(week))
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  if (day !== undefined) return isDay(`${year}-${month}-${day}`) ? { from: `${year}-${month}-${day}`, to: `${year}-${month}-${day}` } : null
  const season = SEASONS[month]
  if (season) return { from: `${year}-${season[0]}`, to: season[1] < season[0] ? `${Number(year) + 1}-${season[1]}` : `${year}-${season[1]}` }
  const next = new Date(Date.UTC(Number(year), Number(month), 0))
  return '01' <= month && month <= '12' ? { from: `${year}-${month}-01`, to: iso(next) } : null
}

/** ISO 8601-2: 21 is spring. By the calendar of the north; what a southern paper calls spring is half a year off. */
const SEASONS: Readonly<Record<string, readonly [string, string]>> = { '21': ['03-01', '05-31'], '22': ['06-01', '08-31'], '23': ['09-01', '11-30'], '24': ['12-01', '02-28'] }

function weekOf(year: number, week: number): Interval | null {
  if (week < 1 || 53 < week) return null
  // The week with the fourth of January is the first.
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() + ((week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * DAY
  return { from: iso(new Date(monday)), to: iso(new Date(monday + 6 * DAY)) }
}

export const DAY = 24 * 3600 * 1000

const iso = (date: Date): string => date.toISOString().slice(0, 10)

const isDay = (date: string): boolean => !Number.isNaN(Date.parse(date)) && iso(new Date(date)) === date

/** Days between two dates of publication; null where one is not known. */
export const daysBetween = (one: string | null, other: string | null): number | null => (one === null || other === null ? null : Math.abs(Date.parse(one) - Date.parse(other)) / DAY)

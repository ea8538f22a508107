import { perLexicon, type Lexicon } from '../../../data/lexicon.js'

export interface FoundDate {
  /** `YYYY-MM-DD` */
  readonly value: string
  readonly start: number
  readonly end: number
}

/** The first full date of a short text. A day that no calendar has ("31 February") and a date that two countries read
 *  differently ("03/04/2016") are no dates. */
export function dateIn(text: string, lexicon: Lexicon): FoundDate | null {
  const months = monthsOf(lexicon)
  for (const { pattern } of dateForms)
    for (const match of text.slice(0, 400).matchAll(pattern)) {
      const value = isoOf(match.groups ?? {}, months)
      if (value) return { value, start: match.index, end: match.index + match[0].length }
    }
  return null
}

/** Most precise first. Named groups: year, month or a month's name, day; `either` where day and month may be swapped. */
export const dateForms: readonly { readonly name: string; readonly example: string; readonly pattern: RegExp }[] = [
  {
    name: 'iso',
    example: '2016-11-21T09:30:00Z',
    pattern: /(?<!\d)(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d)/g
  },
  {
    name: 'day-month',
    example: '21st of November, 2016',
    pattern: /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[\s-](?<name>\p{L}{3,9})\.?,?[\s-](?<year>\d{4})(?!\d)/gu
  },
  {
    name: 'month-day',
    example: 'Nov. 21, 2016',
    pattern: /(?<!\p{L})(?<name>\p{L}{3,9})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?<year>\d{4})(?!\d)/gu
  },
  {
    name: 'dotted',
    example: '21.11.2016',
    pattern: /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/g
  },
  {
    name: 'slashed',
    example: '11/21/2016',
    pattern: /(?<!\d)(?<either>\d{1,2})\/(?<other>\d{1,2})\/(?<year>\d{4})(?!\d)/g
  },
  {
    name: 'compact',
    example: '20161121',
    pattern: /(?<!\d)(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d)/g
  }
]

type Groups = { readonly [name: string]: string | undefined }

function isoOf({ year, month, name, day, either, other }: Groups, months: ReadonlyMap<string, number>): string | null {
  if (either !== undefined) return isoOfEither(Number(year), Number(either), Number(other))
  return calendar(Number(year), name === undefined ? Number(month) : (months.get(name.toLowerCase()) ?? 0), Number(day))
}

/** 11/21/2016 can only be November, 03/04/2016 is March in one country and April in another. */
function isoOfEither(year: number, first: number, second: number): string | null {
  const readings = new Set([calendar(year, first, second), calendar(year, second, first)].filter((reading) => reading !== null))
  return readings.size === 1 ? ([...readings][0] ?? null) : null
}

function calendar(year: number, month: number, day: number): string | null {
  if (year < 1500 || 2200 < year) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

const monthsOf = perLexicon((lexicon) => new Map(lexicon.table('months').map(({ name, month }) => [name ?? '', Number(month)])))

import type { Attribution } from '../../src/model.js'
import type { Untold } from '../../src/inspect/model.js'

/** How the page says things. Only words and figures that the layers hold: what is null is "not said" or "undecided". */
export const NOT_SAID = 'not said'
export const UNDECIDED = 'undecided'
export const NOBODY = 'nobody named'

const figures = new Intl.NumberFormat('en')
export const figure = (count: number): string => figures.format(count)

/** "1 claim", "2,400 claims". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${figure(count)} ${count === 1 ? one : many}`

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** "2016-11-20" reads "20 November 2016"; months, years and intervals likewise; anything else stays as it is. */
export function dateWords(value: string | null): string {
  if (value === null || value === '') return NOT_SAID
  if (value.includes('/')) return value.split('/').map(dateWords).join(' to ')
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (!match) return cut(value, 60)
  const [, year = '', month, day] = match
  const name = month === undefined ? '' : (MONTHS[Number(month) - 1] ?? month)
  return [day === undefined ? '' : String(Number(day)), name, year].filter((part) => part !== '').join(' ')
}

/** Milliseconds at the beginning of a date, or of an interval; null where it is none. */
export function instant(value: string | null): number | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|[/T])/.exec(value ?? '')
  return match ? Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)) : null
}

export const dateAndTime = (iso: string): string => {
  const time = new Date(iso)
  return Number.isNaN(time.getTime()) ? iso : `${dateWords(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`
}

/** Names of ten thousand letters exist; a list shows the beginning. Cut between characters, never inside one. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return `${[...text.slice(0, length + 1)].slice(0, -1).join('').trimEnd()}…`
}

/** In quotation marks, unless the text brings its own. */
export const quoted = (text: string): string => (/^["'“‘«„]/.test(text) ? text : `“${text}”`)

export const TYPE: Readonly<Record<'direct' | 'indirect' | 'mixed', string>> = { direct: 'direct', indirect: 'reported', mixed: 'partly direct' }

/** "reported", "thinks or wants": how something stands in the text. */
export const saidAs = ({ type, kind }: Pick<Attribution, 'type' | 'kind'>): string =>
  kind === 'other' ? UNTOLD.other : kind === 'attitude' ? (type === 'mixed' ? `${ATTITUDE}, ${TYPE[type]}` : ATTITUDE) : (TYPE[type] ?? type)

export const ATTITUDE = 'thinks or wants'

/** Why something is left out unless it is asked for. */
export const UNTOLD = { doubtful: 'doubtful', other: 'not a report' } as const satisfies Record<Untold, string>

/** "4 more are doubtful or not a report" */
export const untoldWords = (count: number): string => `${figure(count)} more ${count === 1 ? 'is' : 'are'} doubtful or not a report`

export const HOW: Readonly<Record<string, string>> = {
  name: 'by name',
  noun: 'by a noun phrase',
  pronoun: 'through a pronoun',
  carried: 'carried on from the sentences before',
  'first-person': 'first person',
  none: 'not followed to anybody'
}

export const KIND: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  person: { one: 'person', many: 'people' },
  island: { one: 'island', many: 'islands' },
  summit: { one: 'summit', many: 'summits' },
  country: { one: 'country', many: 'countries' },
  place: { one: 'place', many: 'places' },
  organization: { one: 'organization', many: 'organizations' },
  agreement: { one: 'agreement', many: 'agreements' },
  people: { one: 'nationality', many: 'nationalities' }
}

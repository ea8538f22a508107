import type { Library } from './model.js'
import { CERTAINTIES, POLARITIES } from './claims.js'

/** The questions that can be asked of a server, each with the parameters that it takes. */

type Reader = (text: string) => string | number | null

const text: Reader = (value) => (value.length <= 2000 ? value : null)
const count: Reader = (value) => (/^\d{1,9}$/.test(value) ? Number(value) : null)
const share: Reader = (value) => (/^(0|1|0?\.\d{1,6}|1\.0*|0\.\d{1,6})$/.test(value) ? Number(value) : null)
const date: Reader = (value) => (/^\d{4}(-\d\d){0,2}$/.test(value) ? value : null)
const oneOf =
  (values: readonly string[]): Reader =>
  (value) =>
    values.includes(value) ? value : null

const paging = { offset: count, limit: count }

const parameters = {
  overview: {},
  articles: { q: text, sort: oneOf(['path', 'date', 'statements', 'undecided']), ...paging },
  article: { id: text },
  people: { q: text, ...paging },
  person: { id: text, type: oneOf(['direct', 'reported', 'attitude']), about: text, all: oneOf(['yes']), ...paging },
  islands: {},
  summits: {},
  entity: { id: text, all: oneOf(['yes']), ...paging },
  claims: {
    q: text,
    speaker: text,
    entity: text,
    polarity: oneOf(POLARITIES),
    certainty: oneOf(CERTAINTIES),
    from: date,
    to: date,
    checkable: share,
    article: text,
    sort: oneOf(['place', 'date', 'checkable', 'confidence']),
    ...paging
  },
  conflicts: paging,
  review: paging,
  decisions: {},
  search: { q: text }
} as const satisfies { readonly [Name in Exclude<keyof Library, 'decide' | 'takeBack'>]: Readonly<Record<string, Reader>> }

const NEEDED: Readonly<Record<string, string>> = { article: 'id', person: 'id', entity: 'id', search: 'q' }

/** Answers a question; or says what is wrong with it. `answer` is null where there is no such thing. */
export async function ask(library: Library, name: string, query: URLSearchParams): Promise<{ readonly answer: unknown } | { readonly error: string }> {
  if (!Object.hasOwn(parameters, name)) return { error: 'there is no such question' }
  const known: Readonly<Record<string, Reader>> = parameters[name as keyof typeof parameters]
  const read: Record<string, string | number> = {}
  for (const [key, value] of query) {
    if (!Object.hasOwn(known, key)) return { error: `"${key.slice(0, 40)}" means nothing here` }
    const found = known[key]?.(value) ?? null
    if (found === null) return { error: `"${key}" cannot be "${value.slice(0, 40)}"` }
    read[key] = found
  }
  const needed = NEEDED[name]
  if (needed !== undefined && read[needed] === undefined) return { error: `"${needed}" is missing` }
  return { answer: await (library[name as keyof Library] as (query: object) => Promise<unknown>)(read) }
}

import type { Facts } from '../../model.js'
import type { Member } from './model.js'
import { fold } from './names.js'
import { order } from './order.js'

type Value = Facts[string]

/** What is known of an entity over all articles: what they agree on; what somebody is called, with the article that says so.
 *  `idOf` gives the registry's id for an article's own. */
export function factsOf(members: readonly Member[], idOf: (article: string, id: string) => string | null): Facts | null {
  const known = members.filter(({ facts }) => facts !== null)
  if (known.length === 0) return null
  const all = known.map(({ article, facts }) => withIds(facts ?? {}, (id) => idOf(article, id) ?? id) as Facts)
  const keys = [...new Set(all.flatMap((facts) => Object.keys(facts)))]
  return Object.fromEntries(keys.map((key) => [key, merged(key, known, all.map((facts) => facts[key] ?? null))]))
}

function merged(key: string, members: readonly Member[], values: readonly Value[]): Value {
  if (key === 'roles') return rolesOf(members)
  const given = values.filter((value) => value !== null)
  if (key === 'participants') return [...new Set(given.flat() as string[])].sort()
  const [first] = given
  const agreed = given.every((value) => JSON.stringify(value) === JSON.stringify(first))
  return first !== undefined && agreed ? first : null
}

/** Each role once, with the first article in time that says so. */
function rolesOf(members: readonly Member[]): Facts[] {
  const roles = new Map<string, Facts>()
  const inTime = [...members].sort((a, b) => order(a.published ?? '9999', b.published ?? '9999') || order(a.article, b.article))
  for (const { article, published, facts } of inTime)
    for (const role of Array.isArray(facts?.['roles']) ? (facts['roles'] as Facts[]) : []) {
      const text = String(role['text'] ?? '')
      if (!roles.has(fold(text))) roles.set(fold(text), { text, article, published })
    }
  return [...roles.values()]
}

function withIds(value: Value, idOf: (id: string) => string): Value {
  if (typeof value === 'string') return idOf(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => withIds(item as Value, idOf)) as Value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withIds(item, idOf)]))
}

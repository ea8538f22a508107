/** What a file says of itself outside its text: front matter, `<meta>`, JSON-LD. */
export interface Metadata {
  readonly title: string | null
  /** As written there; not yet ISO. */
  readonly published: string | null
  readonly byline: string | null
  /** The outlet. */
  readonly source: string | null
}

export const noMetadata: Metadata = { title: null, published: null, byline: null, source: null }

/** A value of a metadata file as one line of text: the name of a person or an outlet, a day, a list of them. Null where it says nothing. */
export function plain(value: unknown): string | null {
  if (Array.isArray(value)) return plain(value.slice(0, 20).map(single).filter((entry) => entry !== null).join(', '))
  return single(value)
}

function single(thing: unknown): string | null {
  if (thing instanceof Date) return Number.isNaN(thing.getTime()) ? null : thing.toISOString()
  const value = typeof thing === 'object' && thing !== null && 'name' in thing ? thing.name : thing
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).slice(0, 500).replace(/\s+/g, ' ').trim()
  return text === '' ? null : text
}

/** The first key that says something. */
export function firstOf(values: Readonly<Record<string, unknown>>, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const found = plain(values[key])
    if (found !== null) return found
  }
  return null
}

/** Web pages give an author's address where a name should be. */
export const nameOnly = (text: string | null): string | null => (text === null || /^(?:https?:|www\.|@)/i.test(text) ? null : text.replace(/^by:? /i, ''))

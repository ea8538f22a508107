import matter from 'gray-matter'
import { firstOf, nameOnly, noMetadata, type Metadata } from './metadata.js'

export interface Parted {
  /** What follows the front matter. */
  readonly body: string
  readonly metadata: Metadata
  readonly notes: readonly string[]
}

/** gray-matter would run front matter that calls itself JavaScript; here it is text that says nothing. */
const never = { parse: () => ({}), stringify: () => '' }

/** The YAML between two `---` at the top of a Markdown file. What is no YAML is left in the text, and noted. */
export function partFrontMatter(content: string): Parted {
  const text = content.replace(/^\uFEFF/, '')
  const opens = /^---[^\S\r\n]*(?:yaml)?[^\S\r\n]*\r?\n/.test(text)
  const closes = /\n---[^\S\r\n]*(?:\r?\n|$)/.test(text)
  if (!opens || !closes) return { body: text, metadata: noMetadata, notes: [] }
  const parsed = parse(text)
  if (parsed === null) return { body: text.slice(text.indexOf('\n')), metadata: noMetadata, notes: ['front matter is not YAML and was read as text'] }
  const { data, content: body } = parsed
  const lower = Object.fromEntries(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]))
  return {
    body,
    metadata: {
      title: firstOf(lower, 'title', 'headline'),
      published: firstOf(lower, 'date', 'published', 'datepublished', 'date_published', 'publishdate', 'pubdate', 'created'),
      byline: nameOnly(firstOf(lower, 'author', 'authors', 'byline', 'by')),
      source: firstOf(lower, 'source', 'outlet', 'publication', 'publisher', 'site', 'site_name')
    },
    notes: []
  }
}

/** A parser's exception is its only way to say that this is no YAML. */
function parse(text: string): { readonly data: Readonly<Record<string, unknown>>; readonly content: string } | null {
  try {
    const { data, content } = matter(text, { engines: { js: never, javascript: never, json: never } })
    return data && typeof data === 'object' && !Array.isArray(data) ? { data, content } : null
  } catch {
    return null
  }
}

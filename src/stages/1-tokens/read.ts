import { createHash } from 'node:crypto'
import type { Lexicon } from '../../data/lexicon.js'
import type { Article, Source } from '../../model.js'
import type { Span } from '../../span.js'
import { boilerplateOf } from './read/boilerplate.js'
import { decode } from './read/decode.js'
import { extract } from './read/extract.js'
import { headOf } from './read/head.js'
import { languageOf } from './read/language.js'
import { paragraphsOf } from './read/paragraphs.js'

export type Read =
  | { readonly outcome: 'read'; readonly article: Article; readonly text: string; readonly paragraphs: readonly Span[]; readonly notes: readonly string[] }
  | { readonly outcome: 'skipped'; readonly reason: string }
  | { readonly outcome: 'failed'; readonly reason: string }

/** A file's bytes as an article: its text, its paragraphs, and what its head and its metadata say of it.
 *  Text is at fault only where there is none: bytes that are no text are `failed`, another language than English is `skipped`.
 *  Asynchronous because the readers of HTML, Markdown and foreign languages are loaded when the first such file comes. */
export async function readSource(source: Source, lexicon: Lexicon, { anyLanguage }: { readonly anyLanguage: boolean }): Promise<Read> {
  const decoded = decode(source)
  if ('reason' in decoded) return { outcome: 'failed', reason: decoded.reason }
  const { format, text, metadata, captions, notes, paragraphs: blocks } = await extract(source.path, decoded.text)
  const language = await languageOf(text, lexicon)
  if (language !== 'en' && language !== 'und' && !anyLanguage) return { outcome: 'skipped', reason: `language ${language}` }
  const paragraphs = blocks ?? paragraphsOf(text)
  const boilerplate = boilerplateOf(text, paragraphs, captions, lexicon)
  const { title, published, dateline, byline, source: outlet } = headOf({ path: source.path, text, paragraphs, boilerplate, metadata }, lexicon)
  return {
    outcome: 'read',
    article: {
      id: source.path,
      path: source.path,
      sha256: createHash('sha256').update(source.bytes).digest('hex'),
      title,
      published,
      dateline,
      byline,
      source: outlet,
      language,
      encoding: decoded.encoding,
      format,
      boilerplate
    },
    text,
    paragraphs,
    notes: [...decoded.notes, ...notes, ...(paragraphs.length === 0 ? ['empty'] : [])]
  }
}

import type { Article } from '../../../model.js'
import { spanOf, type Span } from '../../../span.js'
import { noMetadata, type Metadata } from './metadata.js'

/** A block of an extracted text: what stands between two blank lines there. */
export interface Block {
  readonly text: string
  /** The caption of a picture. */
  readonly caption?: boolean
}

export interface Page {
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
  readonly notes: readonly string[]
}

export interface Extracted {
  readonly format: Article['format']
  readonly text: string
  readonly metadata: Metadata
  /** Null: still to be found in the text. */
  readonly paragraphs: readonly Span[] | null
  readonly captions: readonly Span[]
  readonly notes: readonly string[]
}

/** The text that all offsets refer to: of a text file all of it, of a page its article, one block a paragraph. The name's ending says which it is. */
export async function extract(path: string, content: string): Promise<Extracted> {
  if (/\.(?:md|markdown)$/i.test(path)) return joined('markdown', await (await import('./markdown.js')).readMarkdown(content))
  if (/\.(?:html?|xhtml)$/i.test(path)) return joined('html', (await import('./html.js')).readHtml(content))
  return { format: 'text', text: content, metadata: noMetadata, paragraphs: null, captions: [], notes: [] }
}

function joined(format: Article['format'], { blocks, metadata, notes }: Page): Extracted {
  const full = blocks.map((block) => ({ ...block, text: block.text.trim() })).filter(({ text }) => text !== '')
  const text = full.map((block) => block.text).join('\n\n')
  let start = 0
  const paragraphs = full.map((block) => {
    const span = spanOf(text, start, start + block.text.length)
    start = span.end + 2
    return span
  })
  return { format, text, metadata, paragraphs, captions: paragraphs.filter((_, index) => full[index]?.caption), notes }
}

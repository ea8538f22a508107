import type { Lexicon } from '../../../data/lexicon.js'
import type { Article } from '../../../model.js'
import { contains, type Span } from '../../../span.js'
import { bylineOf } from './byline.js'
import { dateIn } from './date.js'
import { dateOfLine, isUpdate } from './date-line.js'
import { datelineOf, type Dateline } from './dateline.js'
import type { Metadata } from './metadata.js'
import { outletIn } from './outlet.js'
import { titleOf } from './title.js'

export interface Known {
  readonly path: string
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly boilerplate: readonly Span[]
  readonly metadata: Metadata
}

export type Head = Pick<Article, 'title' | 'published' | 'dateline' | 'byline' | 'source'>

/** What the article's first lines, its boilerplate, its metadata and its path say of it. Metadata win where they speak. */
export function headOf(known: Known, lexicon: Lexicon): Head {
  const { text, paragraphs, boilerplate, metadata } = known
  const head = headLines(known, lexicon)
  const dateline = first(paragraphs.slice(0, head.length + 2).map((paragraph) => datelineOf(text, paragraph)))
  const above = head.filter((line) => !line.dateline)
  const title = titleOf(above.flatMap((line, index) => (line.isCredit ? [] : [{ paragraph: line.paragraph, beforeCredit: isCredit(head[index + 1]) }])))
  return {
    title: metadata.title === null ? title : (sameIn(above, metadata.title) ?? metadata.title),
    published: publishedOf(known, head, dateline?.span ?? null, lexicon),
    dateline: dateline?.span ?? null,
    byline: metadata.byline ?? first(head.map(({ byline }) => byline)) ?? first(boilerplate.map((span) => bylineOf(text, span))),
    source: metadata.source ?? first(boilerplate.map((span) => outletIn(text, span, lexicon))) ?? dateline?.agency ?? null
  }
}

const first = <T>(found: readonly (T | null)[]): T | null => found.find((entry) => entry !== null) ?? null

/** A paragraph near the top, and what it may be besides text. */
interface HeadLine {
  readonly paragraph: Span
  readonly date: string | null
  readonly byline: Span | null
  readonly dateline: Dateline | null
  /** A date line, a byline, boilerplate: nothing that could be the title. */
  readonly isCredit: boolean
}

const isCredit = (line: HeadLine | undefined): boolean => line !== undefined && (line.isCredit || line.dateline !== null)

/** At most ten paragraphs, up to and with the one that has the dateline, or up to the first that reads like a sentence of
 *  the body. A short first paragraph counts even with a full stop, for it may be a title all the same. */
function headLines({ text, paragraphs, boilerplate }: Known, lexicon: Lexicon): HeadLine[] {
  const lines = paragraphs.slice(0, 10).map((paragraph) => {
    const date = dateOfLine(paragraph.text, lexicon)
    const byline = bylineOf(text, paragraph)
    const isCredit = date !== null || byline !== null || boilerplate.some((span) => contains(span, paragraph))
    return { paragraph, date, byline, dateline: datelineOf(text, paragraph), isCredit }
  })
  const titleThenCredit = (line: HeadLine, index: number) => index === 0 && mayBeTitle(line.paragraph) && isCredit(lines[1])
  const body = lines.findIndex((line, index) => !line.isCredit && isBody(line.paragraph) && !titleThenCredit(line, index))
  if (body === -1) return lines
  const opening = lines[body]
  return lines.slice(0, opening?.dateline || (body === 0 && opening && 1 < paragraphs.length && mayBeTitle(opening.paragraph)) ? body + 1 : body)
}

const isBody = ({ text }: Span): boolean => 240 < text.length || /\.["”’)\]]{0,2}$/.test(text)

/** Short, and not somebody's words as a whole. */
const mayBeTitle = ({ text }: Span): boolean => text.length <= 160 && !/^["“«].*["”»]\W?$/s.test(text)

/** Metadata, a date line at the top, the path, a full date in the dateline, a line "Published: …" at the end. */
function publishedOf({ path, paragraphs, metadata }: Known, head: readonly HeadLine[], dateline: Span | null, lexicon: Lexicon): string | null {
  const dated = head.filter(({ date }) => date !== null)
  const closing = paragraphs.slice(-3).filter(({ text }) => /^\W{0,3}(?:first |originally )?(?:published|posted|date)\b/i.test(text))
  return (
    dateIn(metadata.published ?? '', lexicon)?.value ??
    (dated.find(({ paragraph }) => !isUpdate(paragraph.text)) ?? dated[0])?.date ??
    dateIn(path.replaceAll('_', '-'), lexicon)?.value ??
    dateIn(dateline?.text ?? '', lexicon)?.value ??
    first(closing.map(({ text }) => dateOfLine(text, lexicon)))
  )
}

/** The paragraph that says the same as a title in the metadata, so that the title is a span. */
function sameIn(head: readonly HeadLine[], title: string): Span | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ').trim()
  return head.find(({ paragraph }) => plain(paragraph.text) === plain(title))?.paragraph ?? null
}

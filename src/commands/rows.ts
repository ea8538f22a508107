import { csvLine } from '../csv.js'
import type { Claim } from '../model.js'

/** A line of an answer: everything in it is text, a number or nothing, so that it can be a line of a table as well as an object. */
export type Row = Readonly<Record<string, string | number | null>>

export type Shape = 'text' | 'json' | 'csv'

export const asJson = (rows: readonly object[]): string => JSON.stringify(rows, null, 2)

/** With a header line. */
export function asCsv(rows: readonly Row[], columns: readonly string[]): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map(csvLine).join('\r\n')
}

/** What must be read along with a claim, lest it say something else: that it is denied, unsure, or of a time. */
export function qualifiersOf({ polarity, certainty, time }: Pick<Claim, 'polarity' | 'certainty'> & { readonly time: string | null }): string[] {
  return [polarity === 'negative' ? 'negative' : '', certainty === 'stated' ? '' : certainty, time ?? ''].filter(Boolean)
}

/** Time order, the undated last; then by article and place in it. */
export function byTime(a: Row, b: Row): number {
  const [from, to] = [String(a['published'] ?? '9999'), String(b['published'] ?? '9999')]
  if (from !== to) return from < to ? -1 : 1
  if (a['article'] !== b['article']) return String(a['article']) < String(b['article']) ? -1 : 1
  return Number(a['start']) - Number(b['start'])
}

/** A text from an article on one line of a terminal, whatever is in it; of a very long one the beginning. */
export function quoted(text: string, width = 300): string {
  const line = text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\uFFFD').trim()
  return line.length <= width ? line : `${line.slice(0, width).replace(/[\uD800-\uDBFF]$/, '')} …`
}

/** A stretch of an article's `text`, half-open: `text.slice(start, end)` is what it covers.
 *  Offsets count UTF-16 code units from 0, as every JavaScript string method does. */
export interface Span {
  readonly start: number
  readonly end: number
  /** A copy of the covered text, so that the JSON reads well. Checked on every write and every read. */
  readonly text: string
}

export const spanOf = (text: string, start: number, end: number): Span => ({ start, end, text: text.slice(start, end) })

type Stretch = Pick<Span, 'start' | 'end'>

export const contains = (outer: Stretch, inner: Stretch): boolean => outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end

export const sameSpan = (a: Stretch, b: Stretch): boolean => a.start === b.start && a.end === b.end

/** Text order; of two that begin together the longer comes first, so that parents stand before children. */
export const byPosition = (a: Stretch, b: Stretch): number => a.start - b.start || b.end - a.end

/** The same stretch without white space at its ends, or null if nothing else is in it. */
export function trimmed(text: string, start: number, end: number): Span | null {
  const covered = text.slice(start, end)
  const from = start + covered.length - covered.trimStart().length
  const to = end - covered.length + covered.trimEnd().length
  return from < to ? spanOf(text, from, to) : null
}

/** What stands in several stretches: " … " where something was left out between them. */
export const joined = (spans: readonly Pick<Span, 'text'>[]): string => spans.map(({ text }) => text).join(' … ')

/** Of what was found in the text, or came from elsewhere, the words. */
export const wordsIn = (found: Span | string | null): string | null => (typeof found === 'object' ? (found?.text ?? null) : found)

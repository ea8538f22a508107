import { trimmed, type Span } from '../../../span.js'
import { linesOf, type Line } from './lines.js'

/** Hard-wrapped text is between these wide, in characters. */
const narrowest = 45
const widest = 100

/** The blocks between blank lines, without the white space at their ends; and inside a block each line, unless its
 *  lines were wrapped at a width. A block of lines each of which ends a thought is a page pasted without blank lines. */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text)
  const width = widthOf(lines)
  return blocksOf(text, lines).flatMap((block) => groupsOf(text, block, width).flatMap(({ start, end }) => trimmed(text, start, end) ?? []))
}

/** The width that a text was wrapped at, or null if it was not: its longest line, not counting a few that could not be broken. */
function widthOf(lines: readonly Line[]): number | null {
  let longest = 0
  let filled = 0
  let tooLong = 0
  for (const { start, end } of lines) {
    if (start < end) filled++
    if (widest < end - start) tooLong++
    else longest = Math.max(longest, end - start)
  }
  return tooLong * 20 <= filled && narrowest <= longest ? longest : null
}

function blocksOf(text: string, lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [[]]
  for (const line of lines)
    if (trimmed(text, line.start, line.end)) blocks.at(-1)?.push(line)
    else if (blocks.at(-1)?.length) blocks.push([])
  return blocks
}

/** Neighbouring lines that make one paragraph, as one stretch. */
function groupsOf(text: string, lines: readonly Line[], width: number | null): Line[] {
  const wrapped = width !== null && isWrapped(text, lines, width)
  const flush = lines.some(({ start }) => /^\S/.test(text.slice(start, start + 1)))
  const groups: { start: number; end: number }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && (wrapped ? !(flush && isIndented(text, line)) : goesOn(text, line))) last.end = line.end
    else groups.push({ ...line })
  }
  return groups
}

/** Lines are wrapped where hardly one would have had room for the next one's first word, and most of them end in the
 *  middle of a sentence. A tenth of the width is left to people who press the return key themselves. */
function isWrapped(text: string, lines: readonly Line[], width: number): boolean {
  const breaks = lines.slice(1).map((next, index) => ({ line: lines[index] ?? next, next }))
  const full = breaks.filter(({ line, next }) => width * 0.9 <= line.end - line.start + 1 + firstWord(text, next)).length
  const open = breaks.filter(({ line }) => !/[.!?…:"”’)\]]\s*$/.test(text.slice(line.end - 3, line.end))).length
  return 0 < breaks.length && breaks.length * 0.7 <= full && breaks.length * 0.6 <= open
}

function firstWord(text: string, { start, end }: Line): number {
  return /^\s*(\S+)/.exec(text.slice(start, Math.min(end, start + widest)))?.[1]?.length ?? 0
}

/** "  The second paragraph begins with blanks" where other lines have none. */
const isIndented = (text: string, { start }: Line): boolean => /^(?: {2,}|\t|\u3000)\S/.test(text.slice(start, start + 12))

/** A line that begins in lower case goes on with the sentence before it. */
function goesOn(text: string, { start, end }: Line): boolean {
  return /^\s{0,9}\p{Ll}/u.test(text.slice(start, Math.min(end, start + 12)))
}

import { assert, UserError } from './error.js'

/** A labelled stretch of a text, as in `[quote “Taxes will fall,”] said [speaker Jane Doe].` */
export interface Marking {
  /** A word, perhaps with an attribute: "speaker", "speaker=a1". */
  readonly label: string
  readonly start: number
  readonly end: number
}

/** Takes the markup off. Markings come in the order in which they open, so that parents stand before children.
 *  `\[`, `\]` and `\\` are literal. Throws `UserError` with line and column for a bracket that opens or closes nothing. */
export function read(marked: string): { text: string; marks: Marking[] } {
  const marks: { label: string; start: number; end: number }[] = []
  const open: { mark: (typeof marks)[number]; at: number }[] = []
  const pieces: string[] = []
  let length = 0
  let done = 0
  for (const { 0: found, index } of marked.matchAll(/\\(?:[[\]\\])?|\[(?:[^\s[\]\\]+[^\S\n])?|\]/g)) {
    const piece = marked.slice(done, index) + (found.length === 2 && found[0] === '\\' ? found[1] : '')
    pieces.push(piece)
    length += piece.length
    done = index + found.length
    if (found === '\\') throw broken(marked, index, 'a lone backslash', 'write \\\\')
    if (found === '[') throw broken(marked, index, 'a bracket without a label', 'write [label text], or \\[ for the bracket itself')
    if (found === ']') {
      const last = open.pop()
      if (!last) throw broken(marked, index, 'a bracket that closes nothing', 'write \\] for the bracket itself')
      if (last.mark.start === length) throw broken(marked, last.at, `nothing is marked as "${last.mark.label}"`, 'put words between the brackets')
      last.mark.end = length
    } else if (found[0] === '[') {
      const mark = { label: found.slice(1, -1), start: length, end: length }
      marks.push(mark)
      open.push({ mark, at: index })
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) throw broken(marked, unclosed.at, `"[${unclosed.mark.label}" is never closed`, 'add the ]')
  return { text: pieces.join('') + marked.slice(done), marks }
}

/** Puts markup on: the inverse of `read`. Of two markings of the same stretch the first in the list is the outer one.
 *  Markings may nest, not cross: that and an empty one are bugs of the caller. */
export function write(text: string, marks: readonly Marking[]): string {
  const pieces: string[] = []
  const open: Marking[] = []
  let done = 0
  const copyTo = (offset: number) => {
    pieces.push(text.slice(done, offset).replace(/[[\]\\]/g, '\\$&'))
    done = offset
  }
  const closeUpTo = (offset: number) => {
    for (let last = open.at(-1); last && last.end <= offset; last = open.at(-1)) {
      copyTo(last.end)
      pieces.push(']')
      open.pop()
    }
  }
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    closeUpTo(mark.start)
    const parent = open.at(-1)
    assert(0 <= mark.start && mark.start < mark.end && mark.end <= text.length, `marking "${mark.label}" ${mark.start}–${mark.end} is empty or outside the text`)
    assert(!parent || mark.end <= parent.end, `marking "${mark.label}" ${mark.start}–${mark.end} crosses "${parent?.label}" ${parent?.start}–${parent?.end}`)
    assert(/^[^\s[\]\\]+$/.test(mark.label), `"${mark.label}" is no label: it may hold neither blanks nor brackets nor backslashes`)
    copyTo(mark.start)
    pieces.push(`[${mark.label} `)
    open.push(mark)
  }
  closeUpTo(text.length)
  copyTo(text.length)
  return pieces.join('')
}

function broken(marked: string, index: number, problem: string, remedy: string): UserError {
  const before = marked.slice(0, index).split('\n')
  return new UserError(`line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${problem}; ${remedy}`)
}

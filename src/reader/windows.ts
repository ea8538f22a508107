import { caseOf, quotedIn, startsIn } from './features.js'
import { BEGIN, BREAK, type Pieces } from './pieces.js'
import type { Word } from './words.js'

/** What the network sees at once: whole paragraphs as long as they fit. `T` pieces, `W` words. */
export interface Window {
  /** Index of its first word in the article. */
  readonly from: number
  /** [T] word pieces; 101 first, 102 between paragraphs and last. */
  readonly ids: readonly number[]
  /** [T] how the piece's word is written. */
  readonly case: readonly number[]
  /** [T] whether the piece's word stands in quotation marks. */
  readonly quoted: readonly number[]
  /** [W] place of each word's first piece. */
  readonly first: readonly number[]
  /** [W] whether a sentence can start at the word: 0 no, 1 perhaps, 2 it must. */
  readonly may: readonly number[]
}

/** Pieces in a window, 101 and 102 included. The encoder could take 512, but reads twice as fast at half. */
export const WIDEST = 254
const NO_CASE = 4

interface Stretch {
  readonly words: readonly Pick<Word, 'text'>[]
  readonly pieces: readonly (readonly number[])[]
  readonly quoted: readonly number[]
  readonly may: readonly number[]
}

/** Packs paragraphs into windows, in order. One that is too long is cut where a sentence may start. */
export function windowsOf(paragraphs: readonly (readonly Pick<Word, 'text'>[])[], pieces: Pieces): Window[] {
  const windows: Window[] = []
  let open: Stretch[] = []
  let length = 1
  let from = 0
  const close = () => {
    if (!open.length) return
    const window = windowFrom(open, from)
    windows.push(window)
    from += window.first.length
    open = []
    length = 1
  }
  for (const stretch of paragraphs.filter((words) => words.length).flatMap((words) => cut(stretchOf(words, pieces)))) {
    const more = lengthOf(stretch)
    if (length + more > WIDEST) close()
    open.push(stretch)
    length += more
  }
  close()
  return windows
}

const stretchOf = (words: readonly Pick<Word, 'text'>[], pieces: Pieces): Stretch => ({
  words,
  pieces: words.map(({ text }) => pieces.of(text)),
  quoted: quotedIn(words),
  may: startsIn(words)
})

/** Its pieces, and the 102 behind them. */
const lengthOf = ({ pieces }: Stretch): number => pieces.reduce((sum, { length }) => sum + length, 1)

function cut(stretch: Stretch): Stretch[] {
  if (lengthOf(stretch) + 1 <= WIDEST) return [stretch]
  const cuts: Stretch[] = []
  let begin = 0
  let length = 2
  let good = 0
  stretch.pieces.forEach((piece, index) => {
    if (length + piece.length > WIDEST) {
      const end = good > begin ? good : index
      cuts.push(slice(stretch, begin, end))
      begin = end
      length = 2 + stretch.pieces.slice(begin, index).reduce((sum, { length }) => sum + length, 0)
    }
    length += piece.length
    if (stretch.may[index]) good = index
  })
  return [...cuts, slice(stretch, begin, stretch.words.length)]
}

const slice = ({ words, pieces, quoted, may }: Stretch, from: number, to: number): Stretch => ({
  words: words.slice(from, to),
  pieces: pieces.slice(from, to),
  quoted: quoted.slice(from, to),
  may: may.slice(from, to)
})

function windowFrom(stretches: readonly Stretch[], from: number): Window {
  const window = { from, ids: [BEGIN], case: [NO_CASE], quoted: [0], first: [] as number[], may: [] as number[] }
  for (const { words, pieces, quoted, may } of stretches) {
    words.forEach(({ text }, index) => {
      const ids = pieces[index] ?? []
      const written = caseOf(text)
      window.first.push(window.ids.length)
      window.may.push(may[index] ?? 0)
      for (const id of ids) {
        window.ids.push(id)
        window.case.push(written)
        window.quoted.push(quoted[index] ?? 0)
      }
    })
    window.ids.push(BREAK)
    window.case.push(NO_CASE)
    window.quoted.push(0)
  }
  return window
}

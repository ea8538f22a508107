import type { Word } from './words.js'

/** What the network is told of a word beside its pieces. */

/** How a word is written, since the vocabulary is lower-cased: index into `labels.case`. */
export function caseOf(word: string): number {
  if (!/\p{L}/u.test(word)) return /\d/.test(word) ? 5 : 4
  const lower = word.toLowerCase()
  const upper = word.toUpperCase()
  if (word === lower) return 0
  if (word === upper) return word.length > 1 ? 2 : 6
  return word[0] === upper[0] && word.slice(1) === lower.slice(1) ? 1 : 3
}

const OPENING = new Set(['“', '«', '„', '``'])
const CLOSING = new Set(['”', '»', "''"])

/** For each word of a paragraph: 0 outside double quotation marks, 1 inside, 2 is such a mark.
 *  A rough toggle: what the marks are for is stage 2's business. */
export function quotedIn(paragraph: readonly Pick<Word, 'text'>[]): number[] {
  let inside = false
  return paragraph.map(({ text }) => {
    const opens = OPENING.has(text) || (text === '"' && !inside)
    const closes = CLOSING.has(text) || (text === '"' && inside)
    if (opens || closes) inside = opens
    return opens || closes ? 2 : inside ? 1 : 0
  })
}

const CLOSER = /^["”’'»)\]]+$/
/** Of the closers those that never open. */
const CLOSES_ONLY = /^[”»)\]]+$/
const TERMINATOR = /[.!?…:;–—‒-]["”’')\]]*$|^\*+$|^•$/

/** For each word of a paragraph: 2 a sentence must start here, 1 it may, 0 it cannot. */
export function startsIn(paragraph: readonly Pick<Word, 'text'>[]): number[] {
  let [ended, inside, opened] = [false, false, false]
  const may = paragraph.map(({ text }, index) => {
    const closer = CLOSER.test(text)
    if (text === '"') inside = !inside
    // A straight mark that closes is no beginning, and behind one that opens the sentence has begun: no mark is a sentence of its own.
    const begun = text === '"' ? !inside : opened
    opened = text === '"' && inside
    const may = index === 0 ? 2 : ended && !begun && !CLOSES_ONLY.test(text) && !isSpelt(paragraph, index) ? 1 : 0
    if (!closer) ended = TERMINATOR.test(text)
    else if (/["”»]$/.test(text) && index > 0) ended = true
    return may
  })
  for (const index of clearStarts(paragraph)) may[index] = 2
  return may
}

/** Where a sentence starts beyond doubt, inside quotation marks too: before a capital, behind a question mark or a full stop that is a word of its own (that of
 *  an abbreviation is not). The network, which learned from texts with few quotations, takes "We won. They lost," for one sentence. */
function clearStarts(paragraph: readonly Pick<Word, 'text'>[]): number[] {
  const found: number[] = []
  let [stop, opened, inside] = [-1, -1, false]
  const isTwin = (index: number) => paragraph[index]?.text === "'" && paragraph[index + 1]?.text === "'"
  paragraph.forEach(({ text }, index) => {
    const straight = text === '"' || isTwin(index)
    if (straight) inside = !inside
    if (OPENS.test(text) ? text !== '"' || inside : straight && inside) {
      if (opened < 0) opened = index
      return
    }
    if (CLOSER.test(text)) return
    const first = opened < 0 ? index : opened
    // Behind `…?"` a capital may be the speaker's: `"Really?" Lind asked`.
    if (0 <= stop && /^\p{Lu}/u.test(text) && (paragraph[stop]?.text === '.' || stop === first - 1)) found.push(first)
    stop = isStop(paragraph[index - 1]?.text ?? '', text) ? index : -1
    opened = -1
  })
  return found
}

/** Letters whose words are set apart, "U . S .", are one: none but the first may begin a sentence. In "It was plan B . A week later" the last does. */
function isSpelt(paragraph: readonly Pick<Word, 'text'>[], index: number): boolean {
  const at = (offset: number) => paragraph[index + offset]?.text ?? ''
  return LETTER.test(at(0)) && at(-1) === '.' && LETTER.test(at(-2)) && (/^[.)]$/.test(at(1)) || !/^[AI]$/.test(at(0)))
}

const LETTER = /^\p{Lu}$/u

const OPENS = /^["“„«‘([]$/

/** Not the dots of "…", nor that of an initial. */
const isStop = (before: string, word: string): boolean => (word === '.' && !/^(?:\p{Lu}|\.+|No|vs)$/u.test(before)) || /^\?+$/.test(word)

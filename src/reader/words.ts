import winkNLP, { type ItemToken, type ItsFunction } from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import { assert } from '../error.js'

/** A word, number or mark of a text, with where it stands. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lemma: string
}

// winkNLP() rewrites the model at each call and breaks at the 21st, so one instance serves the whole thread.
let wink: ReturnType<typeof winkNLP> | undefined
const instance = () => (wink ??= winkNLP(model, ['sbd', 'pos']))

/** wink-nlp forgets what it read only with its document, so a long paragraph is handed over in parts of this many code units. */
const LONGEST = 20_000

/** Cuts one paragraph into words with lemmas; offsets count from `base`.
 *  wink-nlp gives no offsets (they are rebuilt and checked here), drops a leading byte-order mark, and cuts "X's."
 *  differently once it has seen "X's," — so the possessive is set apart before it looks. */
export function wordsOf(paragraph: string, base = 0): Word[] {
  return parts(paragraph).flatMap(({ start, text }) => wordsOfPart(text, base + start))
}

function parts(paragraph: string): { start: number; text: string }[] {
  const found: { start: number; text: string }[] = []
  let start = 0
  while (start < paragraph.length) {
    const end = start + LONGEST < paragraph.length ? blankBefore(paragraph, start + LONGEST, start) : paragraph.length
    found.push({ start, text: paragraph.slice(start, end) })
    start = end
  }
  return found
}

/** The last blank before `end`, or `end` itself in a text without any (but never between the halves of a surrogate pair). */
function blankBefore(text: string, end: number, start: number): number {
  for (let at = end; start < at; at--) if (/\s/.test(text[at] ?? '')) return at
  return /[\udc00-\udfff]/.test(text[end] ?? '') ? end - 1 : end
}

const CONTRACTING = /(?:^|[^\p{L}])(?:it|he|she|that|what|who|there|here|where|how|when|why|let|this|everyone|everybody|everything|someone|somebody|something|nobody|nothing|one)$/iu
const POSSESSIVE = /(?<=[\p{L}\p{N}.])(?=['’]s(?![\p{L}\p{N}]))/giu
const CONTRACTION = /(?<=.)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
/** Within a word these part it: "Monday–Friday", "and/or", "off-the-record". */
const JOINT = /([-–—‑/]+)/

function wordsOfPart(text: string, base: number): Word[] {
  const blanks = [...text.matchAll(POSSESSIVE)]
    .map(({ index }) => index)
    .filter((at) => !CONTRACTING.test(text.slice(Math.max(0, at - 12), at)))
    .flatMap((at) => [at, at + 2])
  const words: Word[] = []
  let seen = 0
  let blank = 0
  const spaced = withBlanks(text, blanks)
  let at = spaced.startsWith('\ufeff') ? 1 : 0
  // A run of line ends counts as a token there; it is none here.
  instance().readDoc(spaced).tokens().each((token: ItemToken) => {
    const value = token.out()
    const start = spaced.indexOf(value, at)
    assert(start >= 0 && spaced.slice(at, start).trim() === '', `wink-nlp cut "${value}" out of something that is not there`)
    at = start + value.length
    while (blank < blanks.length && (blanks[blank] ?? 0) + blank < start) blank++
    const from = start - blank
    assert(from >= seen && text.slice(from, from + value.length) === value, `"${value}" does not stand at ${from}`)
    seen = from + value.length
    if (value.trim()) words.push(...divided({ start: base + from, end: base + seen, text: value, lemma: token.out(instance().its.lemma as ItsFunction<string>) }))
  })
  return words
}

function withBlanks(text: string, places: readonly number[]): string {
  let from = 0
  const pieces = places.map((place) => text.slice(from, (from = place)))
  return [...pieces, text.slice(from)].join(' ')
}

/** A word as treebanks cut it: "We'll" in two, "X-led" in three. */
function divided(word: Word): Word[] {
  if (word.text.length < 2) return [word]
  if (/^cannot$/i.test(word.text)) return [part(word, 0, 3), part(word, 3, 6)]
  const suffix = CONTRACTION.exec(word.text)
  if (suffix && 0 < suffix.index) return [...divided(part(word, 0, suffix.index)), part(word, suffix.index, word.text.length)]
  if (!JOINT.test(word.text) || /[\d@]|:\/\/|^www\.|^[-–—‑/]+$/i.test(word.text)) return [word]
  let at = 0
  return word.text.split(JOINT).filter(Boolean).map((piece) => part(word, at, (at += piece.length)))
}

const LEMMAS: Readonly<Record<string, string>> = { "n't": 'not', "'re": 'be', "'m": 'be', "'ve": 'have', "'ll": 'will' }

function part({ start, text }: Word, from: number, to: number): Word {
  const piece = text.slice(from, to)
  const lower = piece.toLowerCase()
  return { start: start + from, end: start + to, text: piece, lemma: LEMMAS[lower.replace('’', "'")] ?? lower }
}

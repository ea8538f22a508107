import type { Lexicon } from '../../data/lexicon.js'
import type { Source, Span, Token, Tokens } from '../../model.js'
import type { Reader, WordReading } from '../../reader/index.js'
import { wordsOf, type Word } from '../../reader/words.js'
import { spanOf } from '../../span.js'
import { readSource } from './read.js'

/** What became of a file: its layer, or why there is none. */
export type Reading =
  | { readonly outcome: 'read'; readonly layer: Tokens; readonly notes: readonly string[] }
  | { readonly outcome: 'skipped' | 'failed'; readonly reason: string }

export interface Tools {
  readonly reader: Reader
  readonly lexicon: Lexicon
  /** Read articles in other languages than English all the same. */
  readonly anyLanguage?: boolean
}

/** Raised with every change that can alter the layer. */
export const version = 6

/** The files of `data/` that reading asks for; part of the fingerprint. */
export const data: readonly string[] = ['boilerplate-openings.tsv', 'date-line-words.txt', 'function-words.txt', 'months.tsv', 'outlets.txt']

/** The first stage is no `Stage`: it reads a file, not a layer, and waits for the network. */
export async function readTokens(source: Source, { reader, lexicon, anyLanguage = false }: Tools): Promise<Reading> {
  const read = await readSource(source, lexicon, { anyLanguage })
  if (read.outcome !== 'read') return read
  const { article, text, paragraphs, notes } = read
  const words = paragraphs.map((paragraph) => wordsOf(paragraph.text, paragraph.start))
  const flat = words.flat()
  const readings = await reader.read(words)
  return {
    outcome: 'read',
    layer: { article, text, paragraphs, sentences: sentencesOf(text, flat, readings), tokens: flat.map((word, index) => tokenOf(word, readings[index])) },
    notes
  }
}

function tokenOf({ start, end, text, lemma }: Word, reading: WordReading | undefined): Token {
  if (!reading) throw new Error(`the reader said nothing of "${text}" at ${start}`)
  const { starts, tag, ...rest } = reading
  return { start, end, text, lemma: /^NNPS?$/.test(tag) || text === 'I' ? text : lemma, tag, ...rest }
}

/** From the first word of each sentence to its last. Sentences never run over a paragraph's end. */
function sentencesOf(text: string, words: readonly Word[], readings: readonly WordReading[]): Span[] {
  const starts = words.flatMap((_, index) => (readings[index]?.starts ? [index] : []))
  return starts.map((from, index) => {
    const to = (starts[index + 1] ?? words.length) - 1
    return spanOf(text, words[from]?.start ?? 0, words[to]?.end ?? 0)
  })
}

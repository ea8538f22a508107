import { createHash } from 'node:crypto'
import type { Claim, Span } from '../../src/model.js'

/** An article of an annotated corpus. */
export interface Document {
  readonly id: string
  readonly text: string
}

/** Political news as it was written; code units, not the corpus's code points, are what offsets count here. */
export const polnearDocuments = (content: string): Document[] => content.trim().split('\n').map((line) => JSON.parse(line) as Document)

/** Newswire comes in words; they are put together again, every block of lines a paragraph. */
export function newswireTexts(content: string): Document[] {
  return content.split(/^# doc = /m).slice(1).map((block) => {
    const [id = '', ...lines] = block.split('\n')
    const paragraphs = lines.join('\n').split(/\n\s*\n/).map((rows) => joined(rows.split('\n').map((row) => row.split('\t')[0] ?? '').filter(Boolean)))
    return { id: id.trim(), text: paragraphs.filter(Boolean).join('\n\n') }
  })
}

/** Words with blanks between them, but none where English has none. */
export function joined(words: readonly string[]): string {
  let text = ''
  let quoted = false
  let tied = true
  words.forEach((word, index) => {
    const closes = word === '"' ? quoted : /^(?:[,.;:!?)\]%”’]+|['’](?:s|re|ve|ll|d|m)?|n['’]t)$/i.test(word)
    const dash = word === '-' && /\w$/.test(text) && /^[a-z0-9]/.test(words[index + 1] ?? '')
    text += tied || closes || dash ? word : ` ${word}`
    tied = dash || (word === '"' ? !quoted : /^[([“‘$€£]$/.test(word))
    if (word === '"') quoted = !quoted
  })
  return text
}

export const hashOf = ({ text }: Document): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** A generator of numbers in [0, 1) that gives the same ones again (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** `count` of the items, each as likely as any other. */
export function drawn<Item>(items: readonly Item[], count: number, next: () => number): Item[] {
  const left = [...items]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(next() * left.length), 1)[0] as Item)
}

/** "12-30,41-45" */
export const offsetsOf = (spans: readonly Pick<Span, 'start' | 'end'>[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(',') || '-'

export const rowOf = (document: Document, { subject, predicate, object, complements }: Omit<Claim, 'id'>): string =>
  [document.id, hashOf(document), offsetsOf(subject?.spans ?? []), offsetsOf(predicate.spans), offsetsOf(object?.spans ?? []), offsetsOf(complements.flatMap(({ spans }) => spans))].join('\t')

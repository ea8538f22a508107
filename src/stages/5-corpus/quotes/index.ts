import { sha256 } from '../../../digest.js'
import { joined } from '../../../span.js'
import type { CorpusEntity, Quote, QuoteOccurrence, Quotes } from '../model.js'
import { inTime, order, twoDecimals } from '../order.js'
import { align } from './align.js'
import { grouped, type Group, type Worded } from './cluster.js'
import type { Company } from './compare.js'
import type { Quoted } from './quoted.js'
import { relationAmong } from './relation.js'
import { vocabularyOf, wordingOf } from './words.js'

/** The word lists that the comparison rests on. */
export interface QuoteWords {
  /** Words that say so little that to share them is no evidence. */
  readonly common: ReadonlySet<string>
  /** Phrases that everybody uses: "our thoughts and prayers are with". */
  readonly stock: ReadonlySet<string>
}

/** Every distinct quotation once. The order in which the quotations come does not matter. */
export function quotesOf(quoted: readonly Quoted[], entities: readonly CorpusEntity[], { common, stock }: QuoteWords): Quotes {
  const vocabulary = vocabularyOf(common, stock)
  const worded = [...quoted].sort((a, b) => order(a.article, b.article) || a.start - b.start || a.end - b.end || order(a.attribution, b.attribution)).map((one): Worded => ({ quoted: one, wording: wordingOf(one.spans.map(({ text }) => text), vocabulary) }))
  const relation = relationAmong(entities)
  const quotes = grouped(worded, relation).map((group) => quoteOf(group, relation))
  return { quotes: quotes.sort((a, b) => byFirst(a, b) || order(a.id, b.id)) }
}

function byFirst(a: Quote, b: Quote): number {
  const [one, other] = [a.occurrences[0], b.occurrences[0]]
  return one && other ? inTime(one, other) : 0
}

function quoteOf({ members, verdicts }: Group, relation: (one: string | null, other: string | null) => Company['speakers']): Quote {
  const inOrder = [...members].sort((a, b) => inTime(a.quoted, b.quoted))
  const longest = inOrder.reduce((best, worded) => (worded.wording.words.length > best.wording.words.length ? worded : best))
  const speakers = [...new Set(inOrder.map(({ quoted }) => quoted.speaker).filter((speaker) => speaker !== null))].sort()
  const text = joined(longest.quoted.spans)
  return {
    id: idOf(longest),
    text,
    longest: inOrder.indexOf(longest),
    earliest: inOrder[0]?.quoted.published == null ? null : 0,
    speakers,
    disputed: speakers.some((one, index) => speakers.slice(index + 1).some((other) => relation(one, other) === 'different')),
    why: verdicts.length === 0 ? null : [...new Set([...verdicts].sort((a, b) => a.similarity - b.similarity || order(a.why, b.why)).map(({ why }) => why))].slice(0, REASONS).join('; '),
    occurrences: inOrder.map((worded) => occurrenceOf(worded, longest))
  }
}

/** The weakest links say most of how sure it is. */
const REASONS = 3

/** Its first words, and a hash of where and what it is: the same quotation has the same id in every run. */
function idOf({ quoted, wording }: Worded): string {
  const slug = wording.words.slice(0, 5).join('-').slice(0, 60)
  return `quote/${slug}-${sha256(JSON.stringify([quoted.article, quoted.start, quoted.end, wording.key])).slice(0, 8)}`
}

function occurrenceOf({ quoted, wording }: Worded, longest: Worded): QuoteOccurrence {
  const { article, published, attribution, type, start, end, spans, speaker, as } = quoted
  const { form, similarity } = likeness(wording, longest.wording)
  return { article, published, attribution, type, start, end, spans, speaker, as, form, similarity }
}

function likeness(wording: Worded['wording'], longest: Worded['wording']): Pick<QuoteOccurrence, 'form' | 'similarity'> {
  if (wording.key === longest.key) return { form: 'same', similarity: 1 }
  const { held, differences } = align(longest, wording)
  const edited = differences.some(({ short }) => short.from < short.to)
  const similarity = twoDecimals(held / Math.max(1, wording.words.length))
  return { form: edited ? 'edited' : differences.some(({ where }) => where === 'middle') ? 'elided' : 'cut', similarity }
}

import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../src/data/lexicon.js'
import type { Filed } from '../src/model.js'
import type { Quotes } from '../src/stages/5-corpus/index.js'
import { compare, contradict, rules } from '../src/stages/5-corpus/quotes/compare.js'
import { quotesOf } from '../src/stages/5-corpus/quotes/index.js'
import { quotedIn, type Quoted } from '../src/stages/5-corpus/quotes/quoted.js'
import { vocabularyOf, wordingOf } from '../src/stages/5-corpus/quotes/words.js'
import { originals, reprinted, seeded, type Original, type Planted } from './planted.js'

const place = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const lexicon = loadLexicon(place('data'))
const lists = { common: lexicon.words('little-words'), stock: lexicon.words('stock-phrases') }
const vocabulary = vocabularyOf(lists.common, lists.stock)
const wording = (...pieces: string[]) => wordingOf(pieces, vocabulary)
/** Kinds are read off the ids. */
const group = (quoted: readonly Quoted[]): Quotes => quotesOf(quoted, [], lists)

/** Share of the pairs that were joined rightly, and of those that should have been. */
function pairScore(planted: readonly Planted[], { quotes }: Quotes) {
  const truth = new Map(planted.map(({ article, start, truth }) => [`${article} ${start}`, truth]))
  const pairs = (sizes: Iterable<number>) => [...sizes].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const count = (keys: readonly string[]) => keys.reduce((counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1), new Map<string, number>())
  const right = quotes.reduce((sum, { occurrences }) => sum + pairs(count(occurrences.map(({ article, start }) => truth.get(`${article} ${start}`) ?? '')).values()), 0)
  return { precision: right / pairs(quotes.map(({ occurrences }) => occurrences.length)), recall: right / pairs(count(planted.map(({ truth }) => truth)).values()) }
}

/** The errors of a run, to read: DEBUG_QUOTES=1. */
function tell(planted: readonly Planted[], { quotes }: Quotes): void {
  if (!process.env['DEBUG_QUOTES']) return
  const of = new Map(planted.map((one) => [`${one.article} ${one.start}`, one]))
  const groupOf = new Map(quotes.flatMap((quote, index) => quote.occurrences.map(({ article, start }) => [of.get(`${article} ${start}`), index] as const)))
  const line = (one: Planted | undefined) => `    [${one?.truth} ${one?.edits} ${one?.speaker} ${one?.published}] ${one?.spans.map(({ text }) => text).join(' | ')}`
  for (const quote of quotes) {
    const members = quote.occurrences.map(({ article, start }) => of.get(`${article} ${start}`))
    if (new Set(members.map((member) => member?.truth)).size > 1) console.log(`JOINED WRONGLY (${quote.why})\n${members.map(line).join('\n')}`)
  }
  for (const truth of new Set(planted.map((one) => one.truth))) {
    const members = planted.filter((one) => one.truth === truth)
    if (new Set(members.map((member) => groupOf.get(member))).size > 1) console.log(`MISSED\n${members.map((one) => `${groupOf.get(one)} ${line(one)}`).join('\n')}`)
  }
}

describe('planted reprints', () => {
  test.each([1, 2, 101, 102])('are found again, and nothing else with them (seed %i)', (seed) => {
    const random = seeded(seed)
    const planted = reprinted(originals(400, random), random)
    const found = group(planted)
    tell(planted, found)
    const { precision, recall } = pairScore(planted, found)
    console.info(`${planted.length} quotations, seed ${seed}: precision ${(100 * precision).toFixed(1)} %, recall ${(100 * recall).toFixed(1)} %`)
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })

  test('of the shipped corpus as well', () => {
    const folder = place('output/2-speakers')
    const layers = (path: string) => ({
      speakers: JSON.parse(readFileSync(join(place('output/2-speakers'), path), 'utf8')) as Filed<'speakers'>,
      entities: JSON.parse(readFileSync(join(place('output/3-entities'), path), 'utf8')) as Filed<'entities'>,
      claims: { claims: [], withheld: 0 }
    })
    const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.endsWith('.json')).sort()
    const all = paths.flatMap((path) => {
      const read = layers(path)
      const speakers = new Map(read.entities.speakers.map(({ attribution, entity }) => [attribution, entity]))
      return quotedIn({ article: path, published: null, title: null, ...read }, (attribution) => speakers.get(attribution) ?? null)
    })
    const texts = new Set<string>()
    const whole = all.map((quoted, index): Original => ({ truth: `s${index}`, text: quoted.spans.map(({ text }) => text).join(' ').replace(/\s+/g, ' '), speaker: quoted.speaker ?? 'person/nobody', day: index * 7 }))
    // Repeated in the corpus itself: one of them will do.
    const distinct = whole.filter(({ text }) => !texts.has(text.slice(0, 40)) && !whole.some((other) => other.text !== text && other.text.includes(text.replace(/[.,]$/, ''))) && texts.add(text.slice(0, 40)))
    expect(distinct.length).toBeGreaterThan(15)
    const random = seeded(7)
    const planted = [...Array(6)].flatMap((_, round) => reprinted(distinct, random).filter(({ edits }) => edits !== 'stock').map((one) => ({ ...one, article: `${round}/${one.article}` })))
    const found = group(planted)
    tell(planted, found)
    const { precision, recall } = pairScore(planted, found)
    console.info(`${planted.length} quotations of the shipped corpus: precision ${(100 * precision).toFixed(1)} %, recall ${(100 * recall).toFixed(1)} %`)
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })
})

const quoted = (article: string, text: string, speaker: string | null, published: string | null = '2017-05-09'): Quoted => ({ article, published, attribution: 'a1', type: 'direct', start: 5, end: 5 + text.length, spans: [{ start: 5, end: 5 + text.length, text }], speaker, as: null })
const long = 'We have mended this harbour for ninety winters, and whoever sails into it pays for the paint.'
const sizes = (...all: Quoted[]) => group(all).quotes.map(({ occurrences }) => occurrences.length)

describe('one quotation', () => {
  test.each(rules.map((rule) => [rule.name, rule] as const))('by the rule %s, as its example says', (_, rule) => {
    const [one, other] = rule.example
    expect(compare(wording(one), wording(other), { speakers: 'same', days: 1 })?.rule).toBe(rule.name)
  })

  test('has its earliest and its longest form, and how each differs from it', () => {
    const [quote, ...more] = group([quoted('c', 'We have mended this harbour for ninety winters …', 'person/a', '2017-05-11'), quoted('b', long, 'person/a', '2017-05-10'), quoted('a', 'whoever sails into it pays for the paint', 'person/a', null)]).quotes
    expect(more).toEqual([])
    expect(quote?.text).toBe(long)
    expect(quote?.longest).toBe(0)
    expect(quote?.earliest).toBe(0)
    expect(quote?.occurrences.map(({ article, form, similarity }) => [article, form, similarity])).toEqual([['b', 'same', 1], ['c', 'cut', 1], ['a', 'cut', 1]])
  })

  test('given to two people is disputed; to a body and a person, or to nobody, it is not', () => {
    const disputed = (one: string | null, other: string | null) => group([quoted('a', long, one), quoted('b', long, other)]).quotes.map((quote) => [quote.disputed, quote.speakers.length])
    expect(disputed('person/a', 'person/b')).toEqual([[true, 2]])
    expect(disputed('person/a', 'organization/b')).toEqual([[false, 2]])
    expect(disputed('person/a', null)).toEqual([[false, 1]])
  })

  test('is not what only begins alike, nor what everybody says', () => {
    expect(sizes(quoted('a', long, 'person/a'), quoted('b', 'We have mended this harbour for ninety winters, but the ferry to Merrow City has never once left it on time.', 'person/b'))).toEqual([1, 1])
    expect(sizes(quoted('a', 'We will see what happens.', 'person/a'), quoted('b', 'We will see what happens.', 'person/b'))).toEqual([1, 1])
    expect(sizes(quoted('a', 'No comment.', null), quoted('b', 'No comment.', null))).toEqual([1, 1])
  })

  test('is not its own denial, nor that of other numbers', () => {
    expect(contradict(wording('I promised them a lighthouse.'), wording('I never promised them a lighthouse.'))).toBe(true)
    expect(sizes(quoted('a', 'I did promise the islanders a lighthouse in writing.', 'person/a'), quoted('b', 'I did not promise the islanders a lighthouse in writing.', 'person/a'))).toEqual([1, 1])
    expect(sizes(quoted('a', 'Merrowland took four barren rocks from us that winter.', 'person/a'), quoted('b', 'Merrowland took nine barren rocks from us that winter.', 'person/a'))).toEqual([1, 1])
  })

  test('is not what is quoted inside it', () => {
    const outer = quoted('a', `He told me, '${long}'`, 'person/a')
    const inner = { ...outer, attribution: 'a2', start: 20, end: 20 + long.length, spans: [{ start: 20, end: 20 + long.length, text: long }], speaker: 'person/b' }
    expect(sizes(outer, inner)).toEqual([1, 1])
  })

  test('without words or with an emoji is no trouble', () => expect(sizes(quoted('a', '🌋', 'person/a'), quoted('b', '…', null))).toEqual([1, 1]))
})

test('no quotation at all is none', () => expect(group([])).toEqual({ quotes: [] }))

test('the order does not matter', () => {
  const random = seeded(11)
  const planted = reprinted(originals(25, random), random)
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (keys) => {
      const shuffled = planted.map((one) => ({ one, key: keys.next().value as number })).sort((a, b) => a.key - b.key).map(({ one }) => one)
      expect(JSON.stringify(group(shuffled))).toBe(JSON.stringify(group(planted)))
    }),
    { numRuns: 10 }
  )
})

test('two thousand reprints of one quotation take no time', () => {
  const random = seeded(5)
  const text = `${long} I have counted the gulls on its wall, the nets and the widows, and I have sent the invoice to Merrow City. Nobody there has ever opened it.`
  const all = Array.from({ length: 600 }, () => reprinted([{ truth: 'q', text, speaker: 'person/a', day: 3 }], random).filter(({ edits }) => edits !== 'stock')).flat().map((one, index) => ({ ...one, article: `${index}.txt` }))
  expect(all.length).toBeGreaterThan(1000)
  const began = process.cpuUsage().user
  const [largest] = group(all).quotes.map(({ occurrences }) => occurrences.length).sort((a, b) => b - a)
  expect(process.cpuUsage().user - began).toBeLessThan(10_000_000)
  expect(largest).toBeGreaterThan(0.97 * all.length)
})

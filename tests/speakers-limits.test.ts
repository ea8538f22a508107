import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Token, Tokens } from '../src/model.js'
import { spanOf } from '../src/span.js'
import { speakers } from '../src/stages/2-speakers/index.js'
import { lexicon } from './support.js'

type Labels = Partial<Omit<Token, 'start' | 'end' | 'text'>>

/** A tokens layer without the network: words at blanks, each hanging on the one before it, one sentence and paragraph a line. */
function tokensOf(text: string, labels: (word: string, index: number) => Labels = () => ({})): Tokens {
  const lines = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => spanOf(text, index, index + line.length))
  const tokens: Token[] = []
  for (const line of lines)
    for (const { 0: word, index } of line.text.matchAll(/["“”‘’']|[^\s"“”‘’']+/g)) {
      const first = tokens.length === 0 || (tokens.at(-1)?.end ?? 0) <= line.start
      tokens.push({
        ...spanOf(text, line.start + index, line.start + index + word.length),
        lemma: word.toLowerCase(),
        tag: /^\p{Lu}/u.test(word) ? 'NNP' : 'NN',
        head: first ? null : tokens.length - 1,
        relation: first ? 'root' : 'dep',
        name: 'O',
        role: 'O',
        of: null,
        same: null,
        sure: { name: 1, role: 1, tie: 1 },
        ...labels(word, tokens.length)
      })
    }
  const article = { id: 'x', path: 'x', sha256: '', title: null, published: null, dateline: null, byline: null, source: null, language: 'en', encoding: 'utf-8', format: 'text' as const, boilerplate: [] }
  return { article, text, paragraphs: lines, sentences: lines, tokens }
}

/** Milliseconds of processor time, for the machine may be busy with other things. */
function timed(tokens: Tokens): number {
  const start = process.cpuUsage()
  speakers.run({ tokens }, lexicon)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** Minutes, if the work grew with the square of the length. */
const limit = 6000

describe('near linear time', { timeout: 60_000 }, () => {
  test.each([
    ['10,000 unclosed marks in a paragraph', '“word '.repeat(10_000)],
    ['10,000 straight marks', '"word '.repeat(10_000)],
    ['10,000 paragraphs that never close', '“word\n'.repeat(10_000)],
    ['10,000 whole quotations', '“Word word word word word word word.”\n'.repeat(10_000)],
    ['a sentence of 5,000 words', 'word '.repeat(5000)],
    ['a paragraph of 100,000 words', 'Word said Doe word '.repeat(25_000)]
  ])('%s', (_, text) => expect(timed(tokensOf(text))).toBeLessThan(limit))

  test('9,000 attributions to pronouns, titles and names', () => {
    const text = 'President Ann Doe said word word word she said word word the president said word\n'.repeat(3_000)
    const tokens = tokensOf(text, (word, index) => {
      if (word === 'said') return { role: 'B-cue', tag: 'VBD', relation: 'root', head: null }
      if (word === 'word') return { role: 'B-content', of: index - 1 }
      if (word === 'Doe' || word === 'Ann') return { name: word === 'Ann' ? 'B-Person' : 'I-Person', role: word === 'Ann' ? 'B-source' : 'I-source', of: index + 1, relation: 'nsubj' }
      if (word === 'she') return { role: 'B-source', tag: 'PRP', of: index + 1, relation: 'nsubj', head: index + 1 }
      if (word === 'the' || word === 'president') return { role: word === 'the' ? 'B-source' : 'I-source', of: index + 2 - Number(word === 'president'), tag: word === 'the' ? 'DT' : 'NN', relation: 'nsubj' }
      return {}
    })
    expect(timed(tokens)).toBeLessThan(2 * limit)
    expect(speakers.run({ tokens }, lexicon).attributions.length).toBeGreaterThan(8000)
  })

  test('5,000 contents that all point at one cue', () => {
    const text = `said ${'Word word word.\n'.repeat(5000)}`
    const tokens = tokensOf(text, (word, index) => (word === 'said' ? { role: 'B-cue', tag: 'VBD' } : { role: word === 'Word' ? 'B-content' : 'I-content', of: index && 0 }))
    expect(timed(tokens)).toBeLessThan(limit)
  })
})

test('an article without a word', () => expect(speakers.run({ tokens: tokensOf('') }, lexicon)).toEqual({ marks: [], attributions: [], problems: [] }))

/** Whatever a network may say: heads in circles, pieces that point at nothing, roles without order. */
const anyLabels = fc.record({
  tag: fc.constantFrom('NN', 'NNS', 'NNP', 'VBD', 'VBN', 'VBG', 'PRP', 'PRP$', 'DT', 'IN', 'WP', 'CC', 'POS', ','),
  head: fc.option(fc.nat({ max: 40 })),
  relation: fc.constantFrom('nsubj', 'appos', 'flat', 'acl:relcl', 'conj', 'parataxis', 'ccomp', 'amod', 'case', 'nmod:poss', 'obl:agent', 'root'),
  name: fc.constantFrom('O', 'B-Person', 'I-Person', 'B-Organization', 'I-Organization', 'I-Location'),
  role: fc.constantFrom('O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'),
  of: fc.option(fc.nat({ max: 40 }))
})

test('any labels: nothing breaks, and every span is exact', () => {
  const word = fc.constantFrom('“', '”', '"', "'", '‘', '’', 'Jane', 'Doe', 'she', 'who', 'It', 'said', 'according', 'the', 'president', 'ministry', ':', '–', ',', '.', '(', '81-year-old', '🦊', '\n')
  fc.assert(
    fc.property(fc.array(fc.tuple(word, anyLabels), { maxLength: 40 }), (words) => {
      const labels = words.filter(([text]) => text !== '\n').map(([, label]) => label)
      const tokens = tokensOf(words.map(([text]) => text).join(' '), (_, index) => ({ ...labels[index], head: (labels[index]?.head ?? 99) < labels.length ? (labels[index]?.head ?? null) : null }))
      const { attributions, marks } = speakers.run({ tokens }, lexicon)
      const spans = attributions.flatMap(({ content, cue, source, speaker: { span, chain, candidates } }) => [...content, ...cue, ...source, ...(span ? [span] : []), ...chain, ...candidates.map(({ span }) => span)])
      for (const span of [...spans, ...marks.flatMap(({ open, close, inside }) => (close ? [open, close, inside] : [open, inside]))]) {
        expect(span).toEqual(spanOf(tokens.text, span.start, span.end))
        expect(span.start).toBeLessThan(span.end)
      }
      for (const { content, confidence } of attributions) {
        expect(content.length).toBeGreaterThan(0)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        content.slice(1).forEach(({ start }, index) => expect(start).toBeGreaterThanOrEqual(content[index]?.end ?? 0))
      }
    }),
    { numRuns: 5000 }
  )
})

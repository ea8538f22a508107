import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../src/reader/words.js'

const cut = (text: string) => wordsOf(text).map((word) => word.text)

describe('words', () => {
  it.each([
    ['Tokyo’s claims to Kunashir.', ['Tokyo', '’s', 'claims', 'to', 'Kunashir', '.']],
    ["the Mayor's.", ['the', 'Mayor', "'s", '.']],
    ['They’ll say “it’s Halvard’s.”', ['They', '’ll', 'say', '“', 'it', '’s', 'Halvard', '’s', '.', '”']],
    ['We cannot, and don’t.', ['We', 'can', 'not', ',', 'and', 'do', 'n’t', '.']],
    ['a U.S.-led, post-WWII plan', ['a', 'U.S.', '-', 'led', ',', 'post', '-', 'WWII', 'plan']],
    ['ministers’ talks', ['ministers', '’', 'talks']],
    ['Mr. Smith paid $4.25 on 12/03/2016', ['Mr.', 'Smith', 'paid', '$', '4.25', 'on', '12/03/2016']],
    ['\ufeffHe said\r\n\tso 😀 twice', ['He', 'said', 'so', '😀', 'twice']]
  ])('cuts %s', (text, expected) => expect(cut(text)).toEqual(expected))

  it('knows lemmas', () => expect(wordsOf('The ministers said they’re leaving').map(({ lemma }) => lemma)).toEqual(['the', 'minister', 'say', 'they', 'be', 'leave']))

  it('cuts a possessive alike whatever came before it', () => {
    const alone = cut('We read X’s.')
    cut('X’s, X’s- X’s/ X’s')
    expect(cut('We read X’s.')).toEqual(alone)
  })

  it('keeps exact offsets in any text, and every letter', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('X’s', "it's", ' ', '\ufeff', '\r\n', '“', '”', 'e\u0301', '\ud83d', 'שלום', '-', "n't", '.')).map((parts) => parts.join('')))
    fc.assert(
      fc.property(text, (text) => {
        const words = wordsOf(text, 7)
        words.forEach((word, index) => {
          expect(text.slice(word.start - 7, word.end - 7)).toBe(word.text)
          expect(word.start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 7)
        })
        const between = words.reduce((rest, { start, end }) => rest.slice(0, start - 7) + ' '.repeat(end - start) + rest.slice(end - 7), text)
        expect(between.replace(/\ufeff/g, '').trim()).toBe('')
      }),
      { numRuns: 300 }
    )
  })

  it('reads a paragraph of 2 MB in time that grows with its length', () => {
    const sentence = 'The minister of the Halvard Islands said on Monday that the ferry would sail again. '
    const words = wordsOf(sentence.repeat(24_000))
    expect(words).toHaveLength(24_000 * 16)
    expect(words.at(-1)?.end).toBe(24_000 * sentence.length - 1)
  }, 30_000)

  it('does not choke on a word without an end', () => expect(cut('a'.repeat(50_000)).join('')).toBe('a'.repeat(50_000)))
})

import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseWords } from '../src/data/parse.js'
import { read, write } from '../src/markup.js'
import { spanOf } from '../src/span.js'
import { pairMarks } from '../src/stages/2-speakers/marks.js'

const elided = parseWords(readFileSync('data/elided-words.txt', 'utf8'), 'data/elided-words.txt')

/** Every line is a paragraph. */
function paragraphsOf(text: string) {
  return [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => spanOf(text, index, index + line.length))
}

function drawn(text: string): string {
  const { pairs } = pairMarks(text, paragraphsOf(text), elided)
  const label = ({ close, continued }: (typeof pairs)[number]) => (close ? 'quote' : continued ? 'continued' : 'open')
  return write(text, pairs.map((pair) => ({ label: label(pair), start: pair.open.start, end: pair.close?.end ?? pair.inside.end })))
}

const cases = readFileSync('tests/cases/marks.txt', 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((block) => ({ title: block.slice(0, block.indexOf('\n')), marked: block.slice(block.indexOf('\n') + 1).trimEnd() }))

describe('quotation marks', () => {
  test('there are at least 80 cases', () => expect(cases.length).toBeGreaterThan(80))

  test.each(cases)('$title', ({ marked }) => expect(drawn(read(marked).text)).toBe(marked))

  test('a level is the number of quotations around', () => {
    const { text } = read('“He said ‘she said “no” to him’ yesterday,” said Jane Doe. “Yes.”')
    expect(pairMarks(text, paragraphsOf(text), elided).pairs.map(({ level }) => level)).toEqual([0, 1, 2, 0])
  })

  test('an unclosed mark is a problem with its place, a continued one is none', () => {
    const text = '“One.\n“Two.” x\nThree.” Four “\n"Five'
    expect(pairMarks(text, paragraphsOf(text), elided).problems.map(({ span, problem }) => `${span.start} ${problem}`)).toEqual([
      '21 this quotation mark closes nothing',
      '28 this quotation mark opens nothing',
      '30 this quotation mark is never closed'
    ])
  })

  test('any text: spans are exact, pairs nest, and every mark is used once', () => {
    const sign = fc.constantFrom(...'"“”„‟«»‹›\'‘’‚', "''", '``', 'a', 'B', 's', ' ', ' ', '.', ',', '\n', '—', '7', '🦊', '(')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const text = signs.join('')
        const { pairs, problems } = pairMarks(text, paragraphsOf(text), elided)
        const used = pairs.flatMap(({ open, close }) => (close ? [open, close] : [open]))
        for (const span of [...used, ...pairs.map(({ inside }) => inside), ...problems.map(({ span }) => span)]) {
          expect(span.text).toBe(text.slice(span.start, span.end))
          expect(span.text).not.toBe('')
        }
        expect(new Set(used.map(({ start }) => start)).size).toBe(used.length)
        expect(() => drawn(text)).not.toThrow()
        for (const { open, level } of pairs) expect(level).toBe(pairs.filter((other) => other.open.start < open.start && open.start < (other.close?.end ?? other.inside.end)).length)
      }),
      { numRuns: 1000 }
    )
  })

  test.each(['“', '"', "'", '‘', '«', '“a ', '‘a ', '"a ', 'a” ', 'a" ', '"\'', '“a” ', '„“', " 'a", "a' "])('twenty thousand times %j takes no time to speak of', (sign) => {
    const time = (count: number) => {
      const text = sign.repeat(count)
      const start = process.cpuUsage()
      pairMarks(text, [spanOf(text, 0, text.length)], elided)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    }
    time(20_000)
    expect(time(20_000)).toBeLessThan(400)
  })
})

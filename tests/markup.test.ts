import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../src/error.js'
import { read, write, type Marking } from '../src/markup.js'

describe('markup', () => {
  test('the form that cases and gold articles are written in', () => {
    const marked = '[quote “Taxes will fall,”] said [speaker Jane Doe].'
    expect(read(marked)).toEqual({
      text: '“Taxes will fall,” said Jane Doe.',
      marks: [
        { label: 'quote', start: 0, end: 18 },
        { label: 'speaker', start: 24, end: 32 }
      ]
    })
    expect(write(read(marked).text, read(marked).marks)).toBe(marked)
  })

  test('markings nest, carry attributes, touch, and cover the same stretch', () => {
    const marked = '[a=1 [b=2 x][c y]][d [e=🦊 z]]'
    expect(read(marked).text).toBe('xyz')
    expect(read(marked).marks.map(({ label, start, end }) => `${label} ${start} ${end}`)).toEqual(['a=1 0 2', 'b=2 0 1', 'c 1 2', 'd 2 3', 'e=🦊 2 3'])
    expect(write(read(marked).text, read(marked).marks)).toBe(marked)
  })

  test('brackets and backslashes of the text itself are escaped', () => {
    expect(read('visit \\[Japan\\] C:\\\\')).toEqual({ text: 'visit [Japan] C:\\', marks: [] })
    expect(write('visit [Japan] C:\\', [{ label: 'where', start: 6, end: 13 }])).toBe('visit [where \\[Japan\\]] C:\\\\')
  })

  test.each([
    ['one\n[quote two', 'line 2, column 1: "[quote" is never closed'],
    ['one] two', 'line 1, column 4: a bracket that closes nothing'],
    ['see [1]', 'line 1, column 5: a bracket without a label'],
    ['see [a ]', 'nothing is marked as "a"'],
    ['C:\\temp', 'line 1, column 3: a lone backslash']
  ])('%j is refused with its place', (marked, message) => {
    expect(() => read(marked)).toThrow(UserError)
    expect(() => read(marked)).toThrow(message)
  })

  test('crossing markings are a bug', () => {
    const crossing = [{ label: 'a', start: 0, end: 2 }, { label: 'b', start: 1, end: 3 }]
    expect(() => write('xyz', crossing)).toThrow('crosses "a"')
  })

  test('read takes back what write made, and write what read took', () => {
    fc.assert(
      fc.property(nested(), ({ text, marks }) => {
        const marked = write(text, marks)
        expect(read(marked)).toEqual({ text, marks })
        expect(write(text, read(marked).marks)).toBe(marked)
      })
    )
  })
})

/** A text with markings that do not cross, in the order in which they open: random cuts, thrown away where they cross. */
function nested(): fc.Arbitrary<{ text: string; marks: Marking[] }> {
  const label = fc.stringMatching(/^[a-z]{1,5}(=[a-z0-9]{1,3})?$/)
  const text = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('[', ']', '\\', '[a ', '\n', '“')), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
  return fc.tuple(text, fc.array(fc.tuple(label, fc.nat(), fc.nat()), { maxLength: 8 })).map(([text, cuts]) => {
    const marks: Marking[] = []
    for (const [label, a, b] of cuts) {
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
      const crosses = marks.some((mark) => (mark.start < start && start < mark.end && mark.end < end) || (start < mark.start && mark.start < end && end < mark.end))
      if (start < end && !crosses) marks.push({ label, start, end })
    }
    return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) }
  })
}

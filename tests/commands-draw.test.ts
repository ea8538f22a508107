import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harmless, inColour, inMarkup, type Drawn } from '../src/commands/draw.js'
import { nearest } from '../src/near.js'
import { read } from '../src/markup.js'
import { asCsv, quoted } from '../src/commands/rows.js'

const text = 'Taxes [will] fall, said\r\nJane 🌋 Doe.\u001b[2J'
const style = fc.constantFrom<Drawn['style']>('direct', 'indirect', 'cue', 'source', 'name')
const offset = fc.nat(text.length).filter((index) => !/[\uDC00-\uDFFF]/.test(text[index] ?? ''))
const mark = fc.tuple(offset, offset, style).map(([a, b, style]): Drawn => ({ start: Math.min(a, b), end: Math.max(a, b), label: style, style }))

test('whatever is marked, nested or crossing, the article can be read back', () => {
  fc.assert(
    fc.property(fc.array(mark), (marks) => {
      const { marked, left } = inMarkup(text, marks)
      expect(read(marked).text).toBe(text)
      expect(read(marked).marks.length + left).toBe(marks.length)
    })
  )
})

test('colours change no letter, and what would move the cursor is made harmless', () => {
  fc.assert(
    fc.property(fc.array(mark), (marks) => {
      const plain = inColour(text, marks).replace(/\u001b\[\d+m/g, '')
      expect(plain).toBe('Taxes [will] fall, said\nJane 🌋 Doe.\uFFFD[2J')
    })
  )
  expect(harmless('a\tb\u0007c')).toBe('a\tb\uFFFDc')
})

test('a text on one line is cut between characters', () => {
  expect(quoted(' a\n\n b\u001b ')).toBe('a b\uFFFD')
  expect(quoted('🌋🌋🌋', 3)).toBe('🌋 …')
})

test('a cell is quoted where it must be, and is no formula', () => {
  expect(asCsv([{ a: 'say "no", twice\n', b: -1, c: null }, { a: '=1+1', b: 2, c: 'x' }], ['a', 'b', 'c'])).toBe('a,b,c\r\n"say ""no"", twice\n",-1,\r\n\'=1+1,2,x')
})

test('near names come first', () => {
  expect(nearest('rnu', ['run', 'show', 'who', 'about'])).toEqual(['run'])
  expect(nearest('abe', ['Shinzo Abe', 'Abe', 'Abel', 'Putin'])).toEqual(['Abe', 'Abel', 'Shinzo Abe'])
  expect(nearest('x', ['', '🌋🌋'])).toEqual([''])
})

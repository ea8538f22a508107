import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockAt, blocksOf } from '../page/src/article/blocks.js'
import { piecesOf, type Layer } from '../page/src/article/pieces.js'
import { placeLabels } from '../page/src/charts/labels.js'
import { placeRows } from '../page/src/charts/rows.js'
import { cut, dateWords, instant } from '../page/src/words.js'
import type { ArticleView } from '../src/inspect/model.js'

const TEXT = 'By Ida Brandt\n\n"No," she said. "Not \u{1F600} now."\n\n  Nobody answered.\n\nThe end'

const view = (paragraphs: readonly (readonly [number, number])[]) =>
  ({ text: TEXT, paragraphs: paragraphs.map(([start, end]) => ({ start, end, text: TEXT.slice(start, end) })), article: { title: null, boilerplate: [] } }) as unknown as ArticleView

const paragraphs = fc.uniqueArray(fc.nat(TEXT.length), { maxLength: 8 }).map((cuts) => {
  const sorted = cuts.sort((a, b) => a - b)
  return sorted.flatMap((start, index): (readonly [number, number])[] => (index % 2 === 0 && sorted[index + 1] !== undefined ? [[start, sorted[index + 1] ?? 0]] : []))
})

const layers = fc
  .array(fc.record({ start: fc.nat(TEXT.length - 1), long: fc.integer({ min: 1, max: 40 }), role: fc.constantFrom('content', 'cue', 'source', 'name'), of: fc.constantFrom('a1', 'a2', 'a3') }), { maxLength: 12 })
  .map((all) => all.map(({ start, long, role, of }): Layer => ({ start, end: Math.min(TEXT.length, start + long), role: role as Layer['role'], of })).sort((a, b) => a.start - b.start || a.end - b.end))

test('The page draws every letter of an article but the blanks round its blocks, whatever the paragraphs are', () => {
  fc.assert(
    fc.property(paragraphs, (found) => {
      const drawn = blocksOf(view(found)).map(({ start, end }) => TEXT.slice(start, end))
      expect(drawn.join('').replace(/\s/g, '')).toBe(TEXT.replace(/\s/g, ''))
    })
  )
})

test('Pieces are the block cut at every border, and each carries exactly what covers it, the shortest first', () => {
  fc.assert(
    fc.property(paragraphs, layers, (found, all) => {
      const blocks = blocksOf(view(found))
      for (const [index, pieces] of piecesOf(blocks, all).entries()) {
        const { start, end } = blocks[index] ?? { start: 0, end: 0 }
        expect(pieces.map((piece) => TEXT.slice(piece.start, piece.end)).join('')).toBe(TEXT.slice(start, end))
        for (const piece of pieces) {
          expect(new Set(piece.layers)).toEqual(new Set(all.filter((layer) => layer.start < piece.end && piece.start < layer.end)))
          expect(piece.layers.every((layer) => layer.start <= piece.start && piece.end <= layer.end)).toBe(true)
          const long = piece.layers.map((layer) => layer.end - layer.start)
          expect(long).toEqual([...long].sort((a, b) => a - b))
        }
      }
    })
  )
})

test('Each statement that is drawn has one handle, where its content first shows', () => {
  fc.assert(
    fc.property(paragraphs, layers, (found, all) => {
      const blocks = blocksOf(view(found))
      const handles = piecesOf(blocks, all).flat().flatMap(({ begins }) => begins.filter(({ again }) => !again).map(({ of }) => of))
      const shown = all.filter(({ role, start, end }) => role === 'content' && blocks.some((block) => block.start < end && start < block.end)).map(({ of }) => of)
      expect([...handles].sort()).toEqual([...new Set(shown)].sort())
    })
  )
})

test('An offset lies in the last block that begins at or before it', () => {
  const blocks = blocksOf(view([[0, 13], [15, 44]]))
  for (const [index, { start }] of blocks.entries()) expect(blockAt(blocks, start)).toBe(index)
  expect(blockAt(blocks, 0)).toBe(0)
  expect(blockAt(blocks, TEXT.length)).toBe(blocks.length - 1)
})

test('Labels of the map stay inside it, and a point that lies on another has none', () => {
  const spots = [{ x: 50, y: 50, text: 'Great Skerry' }, { x: 53, y: 51, text: 'Little Skerry' }, { x: 395, y: 50, text: 'Far Holm' }]
  const [first, second, third] = placeLabels(spots, 400, 200)
  expect(first).not.toBe(null)
  expect(second).toBe(null)
  expect(third?.anchor).toBe('end')
})

test('Names on the line of time take the lowest free row; where none is free the point stands without its name', () => {
  const items = Array.from({ length: 4 }, () => ({ x: 100, text: 'Port Halvard summit' }))
  expect(placeRows(items, 600, 3).map(({ row, written }) => [row, written])).toEqual([[0, true], [1, true], [2, true], [0, false]])
})

test('Dates read as people write them, and what is none stays as it is', () => {
  expect(['2016-11-20', '2016-12', '2018', '2016-11-20/2016-11-21', 'P3D', null].map(dateWords)).toEqual(['20 November 2016', 'December 2016', '2018', '20 November 2016 to 21 November 2016', 'P3D', 'not said'])
  expect(instant('2016-11/2016-12')).toBe(Date.UTC(2016, 10, 1))
  expect(instant('P3D')).toBe(null)
})

test('A cut never goes through a character', () => {
  expect(cut('\u{1F600}'.repeat(10), 5)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
  expect(cut('short', 10)).toBe('short')
})

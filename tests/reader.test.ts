import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestSequence } from '../src/reader/decode.js'
import { caseOf, quotedIn, startsIn } from '../src/reader/features.js'
import { piecesFrom } from '../src/reader/pieces.js'
import { trees } from '../src/reader/trees.js'
import { WIDEST, windowsOf } from '../src/reader/windows.js'
import { wordsOf } from '../src/reader/words.js'
import { reader } from './support.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const pieces = piecesFrom(read('../models/vocab.txt').split('\n'))
const words = (text: string) => wordsOf(text)

describe('pieces', () => {
  // What the reference implementation (Hugging Face tokenizers, BertWordPiece, uncased) gives for the same words.
  it.each(Object.entries(JSON.parse(read('./pieces.json')) as Record<string, number[]>))('cuts %s as the reference does', (word, ids) => expect(pieces.of(word)).toEqual(ids))

  it('gives every word at least one piece', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (word) => pieces.of(word).length > 0)))
})

describe('features', () => {
  it.each([['peace', 0], ['Putin', 1], ['APEC', 2], ['McCain', 3], ['—', 4], ['2016', 5], ['A', 6], ['U.S.', 2], ['Étorofu', 1]])('writes %s as case %i', (word, written) =>
    expect(caseOf(word)).toBe(written)
  )

  it('sees what stands inside double marks', () => expect(quotedIn(words('He “may go,” she said. "No"'))).toEqual([0, 2, 1, 1, 1, 2, 0, 0, 0, 2, 1, 2]))

  it('lets a sentence start only behind an end', () => expect(startsIn(words('Mr. Hale left. “Go!” he said; she'))).toEqual([2, 1, 0, 0, 2, 0, 0, 0, 1, 0, 0, 1]))

  it.each([['the U . S . economy', [2, 0, 0, 0, 0, 1]], ['( A . S )', [2, 0, 0, 0, 0]], ['plan B . A week', [2, 0, 0, 1, 0]]])('knows letters that are set apart: %s', (text, expected) => {
    expect(startsIn(text.split(' ').map((word) => ({ text: word })))).toEqual(expected)
  })

  it('starts one beyond doubt inside quotation marks too', () =>
    expect(startsIn(words('"We won. They lost." Lind left.'))).toEqual([2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0]))
})

describe('windows', () => {
  const paragraph = fc.array(fc.constantFrom('said', 'the', 'Kunashir', '.', '“', '”', 'unquestionableness'), { minLength: 1, maxLength: 400 }).map((list) => list.map((text) => ({ text })))

  it('holds every word once, in order, and never more pieces than fit', () =>
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), (paragraphs) => {
        const windows = windowsOf(paragraphs, pieces)
        const flat = paragraphs.flat()
        let from = 0
        for (const window of windows) {
          expect(window.from).toBe(from)
          expect(window.ids.length).toBeLessThanOrEqual(WIDEST)
          expect([window.case.length, window.quoted.length, window.may.length]).toEqual([window.ids.length, window.ids.length, window.first.length])
          window.first.forEach((at, index) => expect(window.ids[at]).toBe(pieces.of(flat[from + index]?.text ?? '')[0]))
          from += window.first.length
        }
        expect(from).toBe(flat.length)
      }),
      { numRuns: 60 }
    ))
})

describe('the likeliest sequence', () => {
  const labels = ['O', 'B-x', 'I-x', 'B-y', 'I-y']
  const follows = (before: string | undefined, label: string) => !label.startsWith('I-') || before === label || before === `B-${label.slice(2)}`

  it('is the best of all that are allowed', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain((length) => fc.tuple(fc.array(fc.integer({ min: -50, max: 0 }), { minLength: length * 5, maxLength: length * 5 }), fc.array(fc.boolean(), { minLength: length, maxLength: length }))), ([scores, breaks]) => {
        const value = (path: readonly number[]) => path.reduce((sum, column, row) => sum + (scores[row * 5 + column] ?? 0), 0)
        const legal = (path: readonly number[]) => path.every((column, row) => follows(row === 0 || breaks[row] ? undefined : labels[path[row - 1] ?? 0], labels[column] ?? ''))
        const paths = breaks.reduce<number[][]>((paths) => paths.flatMap((path) => labels.map((_, column) => [...path, column])), [[]])
        const found = bestSequence(Float32Array.from(scores), labels, breaks)
        expect(legal(found)).toBe(true)
        expect(value(found)).toBe(Math.max(...paths.filter(legal).map(value)))
      }),
      { numRuns: 100 }
    ))
})

describe('trees', () => {
  it('gives every sentence one root and no loop, whatever the network says', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.integer({ min: 0, max: 99 })), (size, stream) => {
        const next = () => stream.next().value as number
        const start = Array.from({ length: size }, (_, index) => Number(index === 0 || next() < 20))
        const sentence = start.reduce<number[]>((ids, starts) => [...ids, (ids.at(-1) ?? -1) + starts], [])
        const arcs = Float32Array.from({ length: size * size }, (_, at) => (sentence[Math.floor(at / size)] === sentence[at % size] ? next() : -1e4))
        const head = Array.from({ length: size }, (_, word) => {
          const row = [...arcs.slice(word * size, (word + 1) * size)]
          return row.indexOf(Math.max(...row))
        })
        const mended = trees(head, start, arcs)
        const roots = mended.flatMap((to, word) => (to < 0 ? [sentence[word]] : []))
        expect(roots).toEqual([...new Set(sentence)])
        mended.forEach((_, word) => {
          let at = word
          for (let step = 0; step <= size && at >= 0; step++) {
            expect(sentence[at]).toBe(sentence[word])
            at = mended[at] ?? -1
          }
          expect(at).toBe(-1)
        })
      })
    ))

  it('lets no tie cross another', () => {
    // Word 0 hangs on 2, and 1 on 3 although 2 is nearly as good.
    const arcs = Float32Array.from([0, 0, 9, 0, 0, 0, 8, 9, 0, 0, 0, 9, 0, 0, 0, 9])
    expect(trees([2, 3, 3, 3], [1, 0, 0, 0], arcs)).toEqual([2, 2, 3, -1])
  })

  it('leaves a good tree alone', () => expect(trees([1, 1, 1, 4, 4], [1, 0, 0, 1, 0], new Float32Array(25))).toEqual([1, -1, 1, 4, -1]))
})

describe('the reader', () => {
  it('reads a paragraph alike alone and behind another window', async () => {
    const { read } = await reader()
    const paragraph = words('The mayor of Halvard said on Monday that the ferry would sail again. “We waited for years,” she added.')
    const filler = words('Nothing of note was said. '.repeat(40))
    const alone = await read([paragraph])
    const behind = await read([filler, paragraph])
    const shift = filler.length
    const moved = alone.map((word) => ({ ...word, head: word.head === null ? null : word.head + shift, of: word.of === null ? null : word.of + shift, same: word.same === null ? null : word.same + shift }))
    expect(behind.slice(shift)).toEqual(moved)
  })

  it('has nothing to say of nothing', async () => expect(await (await reader()).read([])).toEqual([]))
})

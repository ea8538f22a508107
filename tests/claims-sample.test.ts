import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { drawn, hashOf, joined, newswireTexts, numbersFrom, offsetsOf } from '../scripts/score/claim-documents.js'

describe('gold/claims-200.tsv', () => {
  const [header = '', ...lines] = readFileSync(new URL('../gold/claims-200.tsv', import.meta.url), 'utf8').trimEnd().split('\n')
  const names = header.split('\t')
  const rows = lines.map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [names[index] ?? index, cell])))

  test('two hundred claims by id, hash and offsets, each with a verdict and, where it is not accepted, a cause', () => {
    expect(names).toEqual(['document', 'sha256', 'subject', 'predicate', 'object', 'complements', 'verdict', 'cause', 'judged'])
    expect(rows.length).toBe(200)
    for (const row of rows) {
      expect(row['sha256']).toMatch(/^[0-9a-f]{12}$/)
      for (const part of ['subject', 'predicate', 'object', 'complements']) expect(row[part]).toMatch(/^(?:-|\d+-\d+(?:,\d+-\d+)*)$/)
      expect(`${row['verdict']} ${row['cause']}`).toMatch(/^(?:accepted -|not (?:cut|jumbled|subject|word|polarity|certainty|empty))$/)
      expect(row['judged']).toBe('blind')
    }
  })
  test('no claim twice, and the share that README.md states', () => {
    expect(new Set(lines.map((line) => line.split('\t').slice(0, 6).join())).size).toBe(200)
    const accepted = rows.filter((row) => row['verdict'] === 'accepted').length
    expect(readFileSync(new URL('../gold/README.md', import.meta.url), 'utf8')).toContain(`**${accepted} of 200 were accepted (${accepted / 2} %)`)
  })
})

describe('drawing', () => {
  test('the same seed draws the same, another one something else, nothing twice', () => {
    const items = Array.from({ length: 50 }, (_, index) => index)
    const draw = (seed: number) => drawn(items, 10, numbersFrom(seed))
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
    expect(new Set(draw(7)).size).toBe(10)
  })
  test('words are put together as they are written', () => {
    expect(joined(['"', 'We', 'are', 'n\'t', 'anti', '-', 'gay', ',', '"', 'said', 'Lind', '(', '41', ')', '.'])).toBe('"We aren\'t anti-gay," said Lind (41).')
    expect(newswireTexts('# doc = a.txt\nLind\tB-Person\nleft\tO\n.\tO\n\nBerg\tB-Person\nstayed\tO\n.\tO\n')).toEqual([{ id: 'a.txt', text: 'Lind left.\n\nBerg stayed.' }])
  })
  test('offsets and hash', () => {
    expect([offsetsOf([{ start: 1, end: 4 }, { start: 6, end: 9 }]), offsetsOf([])]).toEqual(['1-4,6-9', '-'])
    expect(hashOf({ id: 'a', text: 'Lind left.' })).toMatch(/^[0-9a-f]{12}$/)
  })
})

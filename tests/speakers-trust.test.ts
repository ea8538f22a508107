import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { thresholdOf, trustReport, trustTable } from '../scripts/score/trust-report.js'
import { parseTable } from '../src/data/parse.js'
import { signedAttributions, speakers } from '../src/stages/2-speakers/index.js'
import { trustFeatures } from '../src/stages/2-speakers/trust-features.js'
import { likelihood, weighedBy, weightsOf, yes } from '../src/stages/weighed.js'
import { isTold } from '../src/told.js'
import { lexicon, tokensOf } from './support.js'

describe('a logistic regression', () => {
  const features = [{ name: 'long', example: '', of: (words: number) => words }, { name: 'odd', example: '', of: (words: number) => yes(words % 2 === 1) }]
  test('adds up what its features weigh', () => {
    const model = weighedBy(new Map([['base', -1], ['long', 0.5], ['odd', 0]]), features)
    expect(model.features).toHaveLength(1)
    expect(likelihood(model, 2)).toBe(0.5)
    expect(likelihood(model, 5)).toBeCloseTo(1 / (1 + Math.exp(-1.5)))
  })
  test('is read from the table that is written of it', () => {
    const table = trustTable(['# of two'], features, { base: -1, weights: [0.5, -2] }, { threshold: 0.4 })
    expect([...weightsOf(parseTable(table, 'trust.tsv'))]).toEqual([['base', -1], ['threshold', 0.4], ['long', 0.5], ['odd', -2]])
  })
})

describe('what a threshold tells', () => {
  const rows = [true, true, false, true, true].map((right, index) => ({ group: String(index), values: [], right }))
  const probabilities = [0.9, 0.8, 0.7, 0.65, 0.2]
  test('is as much of the acceptable as wanted', () => {
    expect(thresholdOf(rows, probabilities, 0.75)).toBe(0.65)
    expect(thresholdOf(rows, probabilities, 1)).toBe(0.2)
  })
  test('is reported with its precision', () => {
    const lines = trustReport('findings', rows, probabilities).split('\n')
    expect(lines[0]).toContain('5 findings of 5 articles, 80.0 % accepted')
    expect(lines).toContain('0.60   80.0 %   75.0 %   75.0 %')
  })
})

test('data/attribution-trust.tsv: a weight for every feature, and nothing else but the base', () => {
  const names = lexicon.table('attribution-trust').map(({ feature }) => feature)
  expect([...names].sort()).toEqual(['base', ...trustFeatures.map(({ name }) => name)].sort())
})

describe.each([['attributions-train', 1000], ['attributions-dev', 100]])('gold/%s.tsv', (name, least) => {
  const lines = readFileSync(new URL(`../gold/${name}.tsv`, import.meta.url), 'utf8').trimEnd().split('\n').slice(1)
  test('by offsets and without a word of the corpora, none twice', () => {
    expect(lines.length).toBeGreaterThan(least)
    expect(new Set(lines.map((line) => line.split('\t').slice(0, 5).join())).size).toBe(lines.length)
    for (const line of lines)
      expect(line).toMatch(/^[^\t]+\t[0-9a-f]{12}(?:\t(?:-|\d+-\d+(?:,\d+-\d+)*)){3}\t(?:none\t-\t-|(?:statement|attitude)\t(?:ok|short|wrong|missing)\t(?:ok|tail|cut|joined|denied))\t[01]$/)
  })
})

describe('how sure', () => {
  const text = 'Ann Lind, the mayor of Tarn, spoke on Monday.\n\n“The harbour will be sold by June,” Lind said.\n\nThe mood in the town may well have seemed to suggest it for some.'
  test('a plain quotation is surer than a vague report, and told', async () => {
    const { attributions } = speakers.run({ tokens: await tokensOf(text) }, lexicon)
    const [quotation, ...others] = [...attributions].sort((a, b) => Number(b.type === 'direct') - Number(a.type === 'direct'))
    expect(quotation?.content[0]?.text).toContain('harbour')
    expect(quotation && isTold(quotation)).toBe(true)
    for (const other of others) expect(other.confidence).toBeLessThan(quotation?.confidence ?? 0)
  })
  test('every sign is a finite number', async () => {
    const { found } = signedAttributions(await tokensOf(`${text}\n\n“Yes.”\n\nLIND: No.\n\n"It is", he`), lexicon)
    expect(found.length).toBeGreaterThan(1)
    for (const signs of found) for (const { name, of } of trustFeatures) expect([name, Number.isFinite(of(signs))]).toEqual([name, true])
  })
})

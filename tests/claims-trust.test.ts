import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { areaUnder, fitted, heldOut, probability, type Row } from '../scripts/score/logistic.js'
import { claims, claimsAndReports } from '../src/stages/4-claims/index.js'
import { trustFeatures } from '../src/stages/4-claims/trust-features.js'
import { trustOf } from '../src/stages/4-claims/trust.js'
import { lexicon, tokensOf } from './support.js'

const rows = (): Row[] => Array.from({ length: 200 }, (_, index) => ({ group: `a${index % 20}`, values: [index % 7, (index * 37) % 11], right: index % 7 < 4 !== (index % 29 === 0) }))

describe('the regression', () => {
  test('learns which value tells right from wrong, also for groups it has not seen', () => {
    const { weights } = fitted(rows(), 1)
    expect(weights[0]).toBeLessThan(-0.5)
    expect(Math.abs(weights[1] ?? 9)).toBeLessThan(0.1)
    expect(areaUnder(rows(), heldOut(rows(), 1))).toBeGreaterThan(0.85)
  })
  test('its probabilities are shares', () => {
    const model = fitted(rows(), 1)
    const near = rows().filter(({ values }) => values[0] === 0)
    const share = near.filter(({ right }) => right).length / near.length
    expect(probability(model, [0, 5])).toBeCloseTo(share, 0)
  })
  test('a value that never changes weighs nothing', () => {
    expect(fitted(rows().map((row) => ({ ...row, values: [...row.values, 3] })), 1).weights[2]).toBe(0)
  })
})

describe('data/claim-trust.tsv', () => {
  test('a weight for every feature, and nothing else but base and threshold', () => {
    const names = lexicon.table('claim-trust').map(({ feature }) => feature)
    expect([...names].sort()).toEqual(['base', 'threshold', ...trustFeatures.map(({ name }) => name)].sort())
    expect(new Set(names).size).toBe(names.length)
    expect(trustOf(lexicon).threshold).toBeGreaterThan(0.5)
  })
})

describe('gold/claims-train.tsv', () => {
  const lines = readFileSync(new URL('../gold/claims-train.tsv', import.meta.url), 'utf8').trimEnd().split('\n').slice(1)
  test('at least 400 claims, none twice, by offsets and without a word of the corpora', () => {
    expect(lines.length).toBeGreaterThanOrEqual(400)
    expect(new Set(lines.map((line) => line.split('\t').slice(0, 6).join())).size).toBe(lines.length)
    for (const line of lines) expect(line).toMatch(/^[^\t]+\t[0-9a-f]{12}(?:\t(?:-|\d+-\d+(?:,\d+-\d+)*)){4}\t(?:accepted\t-|not\t(?:cut|jumbled|subject|word|polarity|certainty|empty))\t(?:by the authors|blind)$/)
  })
  test('none of them is measured by', () => {
    const measured = new Set(readFileSync(new URL('../gold/claims-200.tsv', import.meta.url), 'utf8').split('\n').map((line) => line.split('\t')[0]))
    expect(lines.filter((line) => measured.has(line.split('\t')[0] ?? ''))).toEqual([])
  })
})

describe('what is withheld', () => {
  const layers = async () => ({ tokens: await tokensOf('Norland signed the treaty. What the island that the fishermen who left the bay had the harbour seen was over it, going, by no.'), speakers: { marks: [], attributions: [], problems: [] }, entities: { entities: [], speakers: [], dates: [] } })
  test('is counted, and told when all claims are asked for', async () => {
    const input = await layers()
    const some = claims.run(input, lexicon)
    const all = claims.run(input, lexicon, { allClaims: true })
    expect(some.claims.map(({ text }) => text)).toEqual(['Norland – signed – the treaty'])
    expect(some.withheld).toBeGreaterThan(0)
    expect([all.claims.length, all.withheld]).toEqual([some.claims.length + some.withheld, 0])
    expect(all.claims.map(({ id }) => id)).toEqual(all.claims.map((_, index) => `c${index + 1}`))
  })
  test('is less sure than what is told', async () => {
    const { claims: told, doubtful } = claimsAndReports(await layers(), lexicon)
    const { threshold } = trustOf(lexicon)
    expect(told.every(({ confidence }) => threshold <= confidence)).toBe(true)
    expect(doubtful.every(({ confidence }) => confidence < threshold)).toBe(true)
  })
})

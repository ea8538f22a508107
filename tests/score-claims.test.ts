import { describe, expect, test } from 'vitest'
import { match, readGold, score, tupleOf, type Extraction, type Tuple } from '../scripts/score/claims.js'
import { wholeClaims } from '../src/stages/4-claims/index.js'
import { lexicon, tokensOf } from './support.js'

const tuple = (relation: string, ...args: string[]): Tuple => ({ relation, args })
const extraction = (confidence: number, relation: string, ...args: string[]): Extraction => ({ relation, args, confidence })

describe('one tuple against another', () => {
  test('the same words are a full match, arguments after the first joined', () => {
    expect(match(tuple('signed', 'Norland', 'a treaty', 'in May'), tuple('signed', 'Norland', 'a treaty in May'))).toEqual({ precision: 1, recall: 1 })
  })
  test('relations without a common word never match', () => {
    expect(match(tuple('signed', 'Norland', 'a treaty'), tuple('broke', 'Norland', 'a treaty'))).toEqual({ precision: 0, recall: 0 })
  })
  test('words too many cost precision, words too few recall', () => {
    const { precision, recall } = match(tuple('signed', 'Norland', 'a treaty'), tuple('signed', 'the old Norland', 'treaty'))
    expect([precision, recall]).toEqual([3 / 5, 3 / 4])
  })
  test('a bare "be" matches any form of it, but counts no word of the gold twice', () => {
    expect(match(tuple('was', 'it', 'old'), tuple('be', 'it', 'old')).precision).toBe(1)
  })
  test('a tuple of one argument never matches one of two', () => {
    expect(match(tuple('met', 'Norland', 'Suderland'), tuple('met', 'Norland'))).toEqual({ precision: 0, recall: 0 })
  })
  test('what is said may stand before who says it', () => {
    expect(match(tuple('said', 'it is over', 'Lind'), tuple('said', 'Lind', 'it is over'))).toEqual({ precision: 1, recall: 1 })
    expect(match(tuple('saw', 'it', 'Lind'), tuple('saw', 'Lind', 'it')).precision).toBeLessThan(1)
  })
})

describe('many against many', () => {
  const gold = new Map([['s', [tuple('signed', 'Norland', 'a treaty'), tuple('left', 'Lind', 'Oslo')]]])
  test('all found and nothing else is 1, and so is the area', () => {
    const found = new Map([['s', [extraction(0.9, 'signed', 'Norland', 'a treaty'), extraction(0.9, 'left', 'Lind', 'Oslo')]]])
    expect(score(gold, found)).toEqual({ precision: 1, recall: 1, f1: 1, auc: 1, threshold: 0.9 })
  })
  test('a repeated extraction finds no second partner', () => {
    const found = new Map([['s', [extraction(0.9, 'signed', 'Norland', 'a treaty'), extraction(0.9, 'signed', 'Norland', 'a treaty')]]])
    expect(score(gold, found)).toMatchObject({ precision: 0.5, recall: 0.5 })
  })
  test('one extraction may cover two gold tuples', () => {
    const twice = new Map([['s', [tuple('signed', 'Norland', 'a treaty'), tuple('signed', 'Norland', 'a treaty')]]])
    expect(score(twice, new Map([['s', [extraction(0.9, 'signed', 'Norland', 'a treaty')]]]))).toMatchObject({ precision: 1, recall: 1 })
  })
  test('the threshold that gives the best F1 is found, and the area is the curve\'s', () => {
    const found = new Map([['s', [extraction(0.9, 'signed', 'Norland', 'a treaty'), extraction(0.2, 'ate', 'he', 'it'), extraction(0.2, 'ate', 'she', 'it')]]])
    const { threshold, precision, recall, auc } = score(gold, found)
    expect([threshold, precision, recall]).toEqual([0.9, 1, 0.5])
    expect(auc).toBeCloseTo(0.5)
  })
  test('a sentence without extractions costs recall, nothing found at all is 0', () => {
    const two = new Map([...gold, ['t', [tuple('fell', 'it', 'down')]]])
    expect(score(two, new Map([['s', [extraction(1, 'signed', 'Norland', 'a treaty')]]])).recall).toBeCloseTo(1 / 3)
    expect(score(gold, new Map())).toEqual({ precision: 0, recall: 0, f1: 0, auc: 0, threshold: 0 })
  })
})

test('the gold file: a sentence, a relation, arguments; blanks at the sentence\'s end are dropped', () => {
  expect(readGold('It fell . \tfell\tIt\tdown\nIt fell .\trose\tIt\n')).toEqual(new Map([['It fell .', [tuple('fell', 'It', 'down'), tuple('rose', 'It')]]]))
})

describe('a claim as a tuple', () => {
  const tuples = async (text: string) =>
    wholeClaims({ tokens: await tokensOf(text), speakers: { marks: [], attributions: [], problems: [] }, entities: { entities: [], speakers: [], dates: [] } }, lexicon).map(tupleOf).map(({ relation, args }) => [relation, ...args])
  test('negation and auxiliaries are part of the relation, adverbials are arguments', async () => {
    expect(await tuples('Norland has never signed a treaty in May.')).toEqual([['has never signed', 'Norland', 'a treaty', 'in May']])
  })
  test('where no object follows, the preposition goes with the verb', async () => {
    expect(await tuples('The talks ended in Oslo.')).toEqual([['ended in', 'The talks', 'Oslo']])
  })
  test('"there" is the first argument of what exists', async () => {
    expect(await tuples('There are four islands.')).toEqual([['are', 'there', 'four islands']])
  })
})

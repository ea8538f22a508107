import { describe, expect, test } from 'vitest'
import { fits, readFacts, scoreFacts, triplesOf, type Triple } from '../scripts/score/claim-facts.js'
import { wholeClaims } from '../src/stages/4-claims/index.js'
import { lexicon, tokensOf } from './support.js'

const gold = `sent_id:1\tLind signed the old treaty in Oslo .
1--> Cluster 1:
Lind --> signed --> the [old] treaty
Lind --> signed --> the [old] treaty [in Oslo]

1--> Cluster 2:
Lind --> signed [the treaty] in --> Oslo

sent_id:2\tBerg left .
`

test('the gold file: sentences, clusters, ways; another line is refused with its number', () => {
  expect(readFacts(gold).map(({ text, facts }) => [text, facts.map((ways) => ways.length)])).toEqual([['Lind signed the old treaty in Oslo .', [2, 1]], ['Berg left .', []]])
  expect(() => readFacts('sent_id:1\tLind left .\nsomething else')).toThrow('line 2')
})

describe('a way and a triple', () => {
  test('optional words may be there or not, several in one bracket all or none', () => {
    expect([fits('the [old] treaty', 'the old treaty'), fits('the [old] treaty', 'the treaty'), fits('[in old] Oslo', 'old Oslo')]).toEqual([true, true, false])
  })
  test('half an argument, a word too many and a lost negation are no fact', () => {
    expect([fits('the old treaty', 'treaty'), fits('the treaty', 'the treaty of'), fits('never signed', 'signed')]).toEqual([false, false, false])
  })
})

test('precision over triples, recall over facts', () => {
  const found = new Map<string, Triple[]>([['Lind signed the old treaty in Oslo .', [['Lind', 'signed', 'the treaty'], ['Lind', 'signed', 'the old treaty'], ['Lind', 'signed', 'treaty']]]])
  const { precision, recall, f1 } = scoreFacts(readFacts(gold), found)
  expect([precision, recall]).toEqual([2 / 3, 1 / 2])
  expect(f1).toBeCloseTo(4 / 7)
  expect(scoreFacts(readFacts(gold), new Map())).toEqual({ precision: 0, recall: 0, f1: 0 })
})

test('a claim as triples: its object, and each adverbial with its preposition in the relation', async () => {
  const triples = async (text: string) =>
    wholeClaims({ tokens: await tokensOf(text), speakers: { marks: [], attributions: [], problems: [] }, entities: { entities: [], speakers: [], dates: [] } }, lexicon).flatMap(triplesOf)
  expect(await triples('The minister flew to Oslo.')).toEqual([['The minister', 'flew to', 'Oslo']])
  expect(await triples('Norland has never signed a treaty in May.')).toEqual([['Norland', 'has never signed', 'a treaty'], ['Norland', 'has never signed a treaty in', 'May']])
})

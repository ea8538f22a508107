import { describe, expect, test } from 'vitest'
import { spanOf } from '../src/span.js'
import { inCodePoints, parseAnnotated, scoreAttribution, type Annotated } from '../scripts/score/attribution.js'

const text = '“Go 🦊 home,” said Ann. He left. Bob thinks that it rains, Ann said.'
const find = (words: string): [number, number] => {
  const start = [...text.slice(0, text.indexOf(words))].length
  return [start, start + [...words].length]
}
const direct = { source: [find('Ann')], cue: [find('said')], content: [find('“Go 🦊 home,”')] }
const indirect = { source: [find('Bob')], cue: [find('thinks')], content: [find('that it rains')] }
const gold: Annotated[] = [{ id: 'one', text, attributions: [direct, indirect] }]

describe('the measure of attribution', () => {
  test('gold against gold is 100', () => {
    const { exact, characters, whole, direct } = scoreAttribution(gold, gold)
    for (const { f1 } of [...Object.values(exact), ...Object.values(characters), ...Object.values(whole)]) expect(f1).toBe(100)
    expect(direct).toEqual({ gold: 1, found: 100, gathered: 100, speaker: 100, endToEnd: 100 })
  })

  test('nothing against gold is 0', () => {
    const { exact, characters, whole, direct } = scoreAttribution(gold, [])
    for (const { f1, predicted } of [...Object.values(exact), ...Object.values(characters), ...Object.values(whole)]) expect([f1, predicted]).toEqual([0, 0])
    expect(direct).toEqual({ gold: 1, found: 0, gathered: 0, speaker: 0, endToEnd: 0 })
  })

  test('marks in or out: only the exact measure minds', () => {
    const [start, end] = find('Go 🦊 home')
    const without: Annotated[] = [{ id: 'one', text, attributions: [{ ...direct, content: [[start, end]] }, indirect] }]
    const { exact, whole } = scoreAttribution(gold, without)
    expect(exact.content.right).toBe(1)
    expect(exact['content*'].f1).toBe(100)
    expect(whole['0.5'].f1).toBe(100)
  })

  test('a wrong source is a wrong attribution', () => {
    const wrong: Annotated[] = [{ id: 'one', text, attributions: [{ ...direct, source: [find('He')] }, indirect] }]
    const { whole, direct: quotations } = scoreAttribution(gold, wrong)
    expect(whole['0.5']).toEqual({ precision: 50, recall: 50, f1: 50, right: 1, predicted: 2, gold: 2 })
    expect(whole['0.5 anySource'].f1).toBe(100)
    expect(quotations).toEqual({ gold: 1, found: 100, gathered: 100, speaker: 0, endToEnd: 0 })
  })

  test('one prediction cannot serve two', () => {
    const twice: Annotated[] = [{ id: 'one', text, attributions: [direct, direct] }]
    expect(scoreAttribution(twice, [{ id: 'one', text, attributions: [direct] }]).whole['0.5'].right).toBe(1)
  })

  test('matching takes the detour that finds both', () => {
    const near = { ...direct, content: [find('Go 🦊 home,” said')] }
    const guesses: Annotated[] = [{ id: 'one', text, attributions: [near, direct] }]
    expect(scoreAttribution([{ id: 'one', text, attributions: [direct, near] }], guesses).whole['0.5'].right).toBe(2)
  })

  test('a quotation that goes on without a cue is gathered, if its speaker is the one before', () => {
    const long = '“Taxes fall,” said Ann.\n\n“Rents follow.”\n\n“Nobody pays.”'
    const at = (words: string): [number, number] => [long.indexOf(words), long.indexOf(words) + words.length]
    const parts = ['“Taxes fall,”', '“Rents follow.”', '“Nobody pays.”'].map((words) => ({ source: [], cue: [], content: [at(words)] }))
    const whole = [{ id: 'one', text: long, attributions: [{ source: [at('Ann')], cue: [at('said')], content: parts.slice(0, 2).flatMap(({ content }) => content) }] }]
    const found = (goesOn: boolean) => scoreAttribution(whole, [{ id: 'one', text: long, attributions: parts.map((part, index) => (index && goesOn ? { ...part, goesOn } : part)) }]).direct
    expect([found(true).found, found(true).gathered, found(false).gathered]).toEqual([0, 100, 0])
  })

  test('our offsets become code points', () => {
    const span = (words: string) => spanOf(text, text.indexOf(words), text.indexOf(words) + words.length)
    const attribution = { source: [span('Bob')], cue: [span('thinks')], content: [span('that it rains')], speaker: { how: 'name' } }
    expect(inCodePoints(text, { attributions: [attribution as never] })).toEqual([indirect])
  })

  test('an annotated file is one JSON object a line', () => {
    expect(parseAnnotated(`${JSON.stringify(gold[0])}\n\n`)).toEqual(gold)
  })
})

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Entities, Entity, Speakers, Tokens } from '../src/model.js'
import { speakers } from '../src/stages/2-speakers/index.js'
import { read } from '../src/markup.js'
import { clues } from '../src/stages/3-entities/follow/clues.js'
import { roleRules } from '../src/stages/3-entities/follow/roles.js'
import { thingRules } from '../src/stages/3-entities/follow/things.js'
import { entities } from '../src/stages/3-entities/index.js'
import { lexicon, tokensOf } from './support.js'

/** The article that came with the wish for this program, through the first three stages, network and all. */
describe('the entities of the first article', () => {
  let tokens: Tokens
  let said: Speakers
  let layer: Entities
  beforeAll(async () => {
    tokens = await tokensOf(readFileSync('corpus/2016-11-21-putin-japan.txt', 'utf8'), { path: '2016-11-21-putin-japan.txt', published: '2016-11-21' })
    said = speakers.run({ tokens }, lexicon)
    layer = entities.run({ tokens, speakers: said }, lexicon)
  }, 60_000)

  const entity = (id: string): Entity => {
    const found = layer.entities.find((one) => one.id === id)
    if (!found) throw new Error(`there is no ${id} among ${layer.entities.map((one) => one.id).join(', ')}`)
    return found
  }
  const texts = (id: string) => new Set(entity(id).mentions.map(({ text }) => text))

  test('one Vladimir Putin by every name, role and pronoun, and one Shinzo Abe', () => {
    for (const text of ['Putin', 'Vladimir Putin', 'The Russian president', 'the Russian president', 'he']) expect(texts('person/vladimir-putin')).toContain(text)
    for (const text of ['Shinzo Abe', 'Abe', 'he']) expect(texts('person/shinzo-abe')).toContain(text)
    expect(layer.entities.filter(({ kind }) => kind === 'person').map(({ id }) => id).sort()).toEqual(['person/shinzo-abe', 'person/vladimir-putin'])
  })

  test('the islands, and the groups that they are part of', () => {
    const islands = layer.entities.filter(({ kind }) => kind === 'island').map(({ id }) => id.slice(7))
    expect(islands.sort()).toEqual(['habomai', 'iturup', 'kunashir', 'kuril-islands', 'shikotan', 'southern-kurils'])
    for (const id of ['iturup', 'kunashir', 'shikotan', 'habomai']) expect(entity(`island/${id}`).facts).toMatchObject({ partOf: [{ id: 'island/southern-kurils' }, { id: 'island/kuril-islands' }], claimedBy: [{ code: 'JP' }] })
    expect(texts('island/kuril-islands')).toContain('[Kuril] islands')
  })

  test('the summits, each with its series and place', () => {
    expect(entity('summit/apec-summit-in-lima').facts).toMatchObject({ series: { id: 'apec' }, place: { id: 'place/lima', name: 'Lima' } })
    expect(entity('summit/eastern-economic-forum-in-vladivostok').facts).toMatchObject({ series: { id: 'eef' }, place: { name: 'Vladivostok' }, when: '2016-09' })
    expect(entity('summit/visit-to-japan').facts).toMatchObject({ type: 'visit', place: { id: 'country/japan' } })
  })

  test('a capital for its government is the country, as a noun with a rule', () => {
    expect(entity('country/japan').mentions.filter(({ text }) => text === 'Tokyo')).toMatchObject([{ form: 'noun', rule: 'capital-for-government-possessive' }])
  })

  test('every attribution has a row; all of speech is Vladimir Putin', () => {
    expect(layer.speakers.map(({ attribution }) => attribution)).toEqual(said.attributions.map(({ id }) => id))
    expect(layer.speakers.length).toBeGreaterThanOrEqual(9)
    const direct = new Set(said.attributions.filter(({ type }) => type === 'direct').map(({ id }) => id))
    expect(layer.speakers.filter(({ attribution }) => direct.has(attribution)).every(({ entity: id }) => id === 'person/vladimir-putin')).toBe(true)
  })

  test('dates by the article’s own day', () => {
    const dates = Object.fromEntries(layer.dates.map(({ span, value }) => [span.text, value]))
    expect(dates).toMatchObject({ '21 November 2016': '2016-11-21', 'next month': '2016-12', Sunday: '2016-11-20', September: '2016-09', 'December 15': '2016-12-15', 2014: '2014', 'three-hour': 'PT3H' })
    expect(layer.dates.find(({ span }) => span.text === 'Sunday')?.anchor).toBe('2016-11-21 (published)')
    expect(layer.dates.find(({ span }) => span.text === '2014')?.anchor).toBe(null)
  })

  test('the same bytes at a second run', () => expect(JSON.stringify(entities.run({ tokens, speakers: said }, lexicon))).toBe(JSON.stringify(layer)))
})

/** The rules that need the reader's tree, each on its own example: what is marked, and nothing else of those kinds, belongs to the marked entity. */
describe('who is meant', () => {
  const followed = async (example: string) => {
    const { text, marks } = read(example)
    const tokens = await tokensOf(text, { path: 'example.txt', published: '2016-11-21' })
    const layer = entities.run({ tokens, speakers: speakers.run({ tokens }, lexicon) }, lexicon)
    const found = layer.entities.flatMap(({ id, mentions }) => mentions.flatMap(({ start, text: words, form, rule }) => (form === 'name' ? [] : [{ id: id.slice(id.indexOf('/') + 1), words, start, rule }])))
    return { marks: marks.map(({ label, start, end }) => `${label}: ${text.slice(start, end)}`), found: found.sort((a, b) => a.start - b.start) }
  }

  test.each(clues)('the example of the clue "$name"', async ({ example }) => {
    const { marks, found } = await followed(example)
    expect(found.map(({ id, words }) => `${id}: ${words}`)).toEqual(marks)
  })

  test.each([...roleRules, ...thingRules])('the example of the rule "$name"', async ({ name, example }) => {
    const { marks, found } = await followed(example)
    expect(found.map(({ id, words }) => `${id}: ${words}`)).toEqual(marks)
    expect(found.at(-1)?.rule).toBe(name)
  })

  test('the one whom the byline names is "I" outside of quotations', async () => {
    const { found } = await followed('Letter from the pier\n\nBy Ann Hale\n\nI came to the island in May. “I never sleep,” said Ole Berg.\n')
    expect(found.filter(({ words }) => words === 'I').map(({ id }) => id)).toEqual(['ann-hale', 'ole-berg'])
  })

  test('a surname of a man and a woman is hers whom the article calls "she"', async () => {
    const { found } = await followed('Mayor Lind told reporters that taxes would fall. Later Lind left. She said that she had sold her boat.\n\nPeter Lind and Mary Lind left on Tuesday.\n')
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(['mary-lind']))
  })
})

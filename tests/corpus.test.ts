import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity, EntityKind } from '../src/model.js'
import { register, type Contribution } from '../src/stages/5-corpus/index.js'

interface Told {
  readonly published?: string
  /** Of every entity. */
  readonly facts?: Entity['facts']
}

function article(path: string, names: Readonly<Record<string, string>>, { published, facts = null }: Told = {}): Contribution {
  const entities = Object.entries(names).map(([id, name], index): Entity => {
    const mention = { start: index * 100, end: index * 100 + name.length, text: name, form: 'name' as const, rule: 'test' }
    return { id, kind: id.split('/')[0] as EntityKind, name, aliases: [], mentions: [mention], facts, rule: 'test', confidence: 1 }
  })
  return { article: path, published: published ?? null, title: null, entities }
}

const ids = (contributions: readonly Contribution[]) => Object.fromEntries(register(contributions).entities.map(({ id, appearances }) => [id, appearances.map((appearance) => appearance.article)]))

describe('one id over all articles', () => {
  test('for a full name', () => {
    expect(ids([article('a', { 'person/vladimir-putin': 'Vladimir Putin' }), article('b', { 'person/vladimir-putin': 'Vladimir Putin' })])).toEqual({ 'person/vladimir-putin': ['a', 'b'] })
  })

  test('for islands, countries, organizations of the same id', () => {
    const both = { 'island/kunashir': 'Kunashir', 'organization/gazprom': 'Gazprom' }
    expect(ids([article('a', both), article('b', both)])).toEqual({ 'island/kunashir': ['a', 'b'], 'organization/gazprom': ['a', 'b'] })
  })

  test('not for a surname alone, which stays apart and says why', () => {
    const registry = register([article('a', { 'person/vladimir-putin': 'Vladimir Putin' }), article('b', { 'person/putin': 'Putin' })])
    expect(registry.entities.map(({ id }) => id)).toEqual(['person/putin@b', 'person/vladimir-putin'])
    expect(registry.entities[0]?.apart).toEqual([{ id: 'person/vladimir-putin', why: 'its article gives only "Putin"' }])
  })

  test('not for initials', () => {
    expect(Object.keys(ids([article('a', { 'person/v-putin': 'V. Putin' }), article('b', { 'person/v-putin': 'V. Putin' })]))).toEqual(['person/v-putin@a', 'person/v-putin@b'])
  })

  test('for a full name with and without a middle initial, unless there are two initials to choose from', () => {
    const named = (path: string, name: string) => article(path, { [`person/${name.toLowerCase().replace(/\W+/g, '-')}`]: name })
    const [one, two, three] = [named('a', 'Ole N. Brask'), named('b', 'Ole Brask'), named('c', 'Ole H. Brask')]
    expect(ids([one, two])).toEqual({ 'person/ole-brask': ['a', 'b'] })
    expect(register([one, two]).entities[0]?.joined).toEqual([{ rule: 'middle-initial', why: '"Ole N. Brask" with and without the middle initial in 2 articles' }])
    expect(Object.keys(ids([one, two, three]))).toEqual(['person/ole-brask', 'person/ole-h-brask', 'person/ole-n-brask'])
    expect(Object.keys(ids([one, three]))).toEqual(['person/ole-h-brask', 'person/ole-n-brask'])
  })

  test('not for two of one name in one article', () => {
    const two = article('b', { 'person/john-smith': 'John Smith', 'person/john-smith-2': 'John Smith' })
    expect(ids([article('a', { 'person/john-smith': 'John Smith' }), two])).toEqual({ 'person/john-smith': ['a'], 'person/john-smith@b': ['b'], 'person/john-smith-2@b': ['b'] })
  })

  test('not for a person and a place of one name', () => {
    expect(Object.keys(ids([article('a', { 'person/victoria-falls': 'Victoria Falls' }), article('b', { 'place/victoria-falls': 'Victoria Falls' })]))).toEqual(['person/victoria-falls', 'place/victoria-falls'])
  })
})

describe('a surname joins the full name', () => {
  const president = { roles: [{ text: 'the Russian President' }] }
  const full = article('a', { 'person/vladimir-putin': 'Vladimir Putin' }, { published: '2016-11-21', facts: president })
  const alone = (published: string, facts: Entity['facts'] = president) => article('b', { 'person/putin': 'Putin' }, { published, facts })

  test('when both are called the same at the same time, and there is no other', () => {
    const [entity] = register([full, alone('2016-12-15', { roles: [{ text: 'Russian president' }] })]).entities
    expect(entity?.appearances.map(({ article, id }) => [article, id])).toEqual([['a', 'person/vladimir-putin'], ['b', 'person/putin']])
    expect(entity?.joined).toEqual([
      { rule: 'surname-and-role', why: 'b gives only "Putin", but calls it "russian president" as a does "Vladimir Putin", and no other "Putin" is in the corpus' }
    ])
    expect(entity?.facts).toEqual({ roles: [{ text: 'the Russian President', article: 'a', published: '2016-11-21' }, { text: 'Russian president', article: 'b', published: '2016-12-15' }] })
  })

  test('but not years apart, nor by one word, nor against the gender, nor beside a namesake', () => {
    const namesake = article('c', { 'person/igor-putin': 'Igor Putin' })
    const apart = (contributions: Contribution[]) => register(contributions).entities.some(({ id }) => id === 'person/putin@b')
    expect(apart([full, alone('2016-12-15')])).toBe(false)
    expect(apart([full, alone('2026-12-15')])).toBe(true)
    expect(apart([full, alone('2016-12-15', { roles: [{ text: 'President' }] })])).toBe(true)
    expect(apart([article('a', { 'person/vladimir-putin': 'Vladimir Putin' }, { published: '2016-11-21', facts: { ...president, gender: { shown: 'male' } } }), alone('2016-12-15', { ...president, gender: { shown: 'female' } })])).toBe(true)
    expect(apart([full, alone('2016-12-15'), namesake])).toBe(true)
  })
})

describe('a summit', () => {
  const lima = (path: string, when: string | null, level = 'meeting') => article(path, { 'summit/apec-summit-in-lima': 'APEC summit in Lima' }, { facts: { level, when, series: { id: 'apec' }, participants: [] } })

  test('is one in one year', () => {
    expect(ids([lima('a', '2016-11-20'), lima('b', '2016'), lima('c', '2008-11')])).toEqual({ 'summit/apec-summit-in-lima@2016': ['a', 'b'], 'summit/apec-summit-in-lima@2008': ['c'] })
  })

  test('without a date stands apart, unless the series is meant', () => {
    expect(Object.keys(ids([lima('a', null), lima('b', null)]))).toEqual(['summit/apec-summit-in-lima@a', 'summit/apec-summit-in-lima@b'])
    expect(Object.keys(ids([lima('a', null, 'series'), lima('b', null, 'series')]))).toEqual(['summit/apec-summit-in-lima'])
  })

  test('has its guests by the ids of the registry', () => {
    const there = article('a', { 'summit/talks-in-nagato': 'talks in Nagato', 'person/abe': 'Abe' }, { facts: { level: 'meeting', when: '2016-12-15', series: null, participants: ['person/abe'] } })
    expect(register([there]).entities.find(({ kind }) => kind === 'summit')?.facts).toMatchObject({ participants: ['person/abe@a'] })
  })
})

test('every mention keeps its address', () => {
  const [entity] = register([article('a', { 'island/iturup': 'Iturup' })]).entities
  expect(entity?.appearances).toEqual([{ article: 'a', id: 'island/iturup', mentions: [{ start: 0, end: 6, text: 'Iturup' }] }])
})

test('no article at all is a registry of nobody', () => expect(register([])).toEqual({ articles: [], entities: [] }))

test('the order of articles does not matter', () => {
  const names: Readonly<Record<string, string>> = { 'person/vladimir-putin': 'Vladimir Putin', 'person/putin': 'Putin', 'person/v-putin': 'V. Putin', 'person/josé-pérez': 'José Pérez', 'person/jose-perez': 'Jose Perez', 'island/🌋': '🌋' }
  const some = fc.subarray(Object.entries(names)).map((entries) => Object.fromEntries(entries))
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), some), fc.infiniteStream(fc.nat()), (articles, random) => {
      const contributions = Object.entries(articles).map(([path, names]) => article(path, names))
      const shuffled = contributions.map((contribution) => ({ contribution, key: random.next().value as number })).sort((a, b) => a.key - b.key).map((item) => item.contribution)
      expect(JSON.stringify(register(shuffled))).toBe(JSON.stringify(register(contributions)))
      const seen = register(contributions).entities.flatMap(({ appearances }) => appearances)
      expect(seen.length).toBe(contributions.reduce((sum, { entities }) => sum + entities.length, 0))
      const all = register(contributions).entities.map(({ id }) => id)
      expect(new Set(all).size).toBe(all.length)
    })
  )
})

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Attribution, Claim, Entity, Layers } from '../src/model.js'
import { claims } from '../src/stages/4-claims/index.js'
import { entities } from '../src/stages/3-entities/index.js'
import { speakers } from '../src/stages/2-speakers/index.js'
import { lexicon, tokensOf } from './support.js'

const path = '2016-11-21-putin-japan.txt'
let layers: Layers

beforeAll(async () => {
  const tokens = await tokensOf(readFileSync(new URL(`../corpus/${path}`, import.meta.url), 'utf8'), { path })
  const spoken = speakers.run({ tokens }, lexicon)
  const named = entities.run({ tokens, speakers: spoken }, lexicon)
  layers = { tokens, speakers: spoken, entities: named, claims: claims.run({ tokens, speakers: spoken, entities: named }, lexicon) }
})

const text = (spans: readonly { text: string }[]) => spans.map((span) => span.text).join(' … ')
const entity = (id: string): Entity | undefined => layers.entities.entities.find((entity) => entity.id === id)
const mentions = (id: string) => [...new Set(entity(id)?.mentions.map((mention) => mention.text))]
const speakerOf = ({ id }: Attribution) => layers.entities.speakers.find(({ attribution }) => attribution === id)?.entity
const attribution = (content: string): Attribution => {
  const found = layers.speakers.attributions.find((attribution) => text(attribution.content).startsWith(content))
  if (!found) throw new Error(`nothing attributed begins with "${content}"`)
  return found
}
const claimWith = (...words: string[]): Claim => {
  const found = layers.claims.claims.find((claim) => words.every((word) => claim.text.includes(word)))
  if (!found) throw new Error(`no claim holds ${words.join(', ')}:\n${layers.claims.claims.map((claim) => claim.text).join('\n')}`)
  return found
}
const dates = (words: string) => layers.entities.dates.find(({ span }) => span.text.toLowerCase() === words)?.value

describe('quotations of the user’s article', () => {
  it('are six pairs of marks, none open', () => {
    expect(layers.speakers.marks.map(({ close, use }) => [close !== null, use])).toEqual(Array(6).fill([true, 'speech']))
    expect(layers.speakers.problems).toEqual([])
  })

  it('are all Putin’s', () => {
    const direct = layers.speakers.attributions.filter(({ type }) => type === 'direct')
    expect(direct.map(({ source }) => text(source))).toEqual(['Putin', 'he', 'Putin', 'Putin', 'Putin', 'he'])
    expect(direct.map(speakerOf)).toEqual(Array(6).fill('person/vladimir-putin'))
    expect(direct.map(({ cue }) => text(cue))).toEqual(['told', 'vowed', 'emphasized', 'said', 'told', 'said'])
  })

  it.each([['"The dialogue started', '[Japan]'], ['"At our last meeting', '[Kuril] islands'], ['"Russia and Japan both', 'do it …']])('%s keeps %s inside', (content, inside) => expect(text(attribution(content).content)).toContain(inside))
})

describe('paraphrases of the user’s article', () => {
  it.each([
    ['that peace treaty and disputed territories', 'Putin'],
    ['the need to sign a post-WWII peace treaty', 'Russian President Vladimir Putin'],
    ['that the Kuril Islands were an integral territory', 'The Russian president']
  ])('%s … is on the word of %s', (content, source) => {
    const found = attribution(content)
    expect(found.type).toBe('indirect')
    expect(text(found.source)).toBe(source)
    expect(speakerOf(found)).toBe('person/vladimir-putin')
  })
})

describe('entities of the user’s article', () => {
  it('has one Vladimir Putin and one Shinzo Abe', () => {
    expect(layers.entities.entities.filter(({ kind }) => kind === 'person').map(({ id }) => id)).toEqual(['person/vladimir-putin', 'person/shinzo-abe'])
    expect(mentions('person/vladimir-putin')).toEqual(expect.arrayContaining(['Putin', 'Vladimir Putin', 'The Russian president', 'he']))
    expect(mentions('person/shinzo-abe')).toEqual(expect.arrayContaining(['Shinzo Abe', 'Abe']))
  })

  it.each(['iturup', 'kunashir', 'shikotan', 'habomai', 'kuril-islands', 'southern-kurils'])('has the island %s', (id) => expect(entity(`island/${id}`)?.kind).toBe('island'))

  it('knows the Southern Kurils as part of the Kuril Islands', () => expect(JSON.stringify(entity('island/southern-kurils')?.facts?.['partOf'])).toContain('kuril-islands'))

  it.each([['APEC summit in Lima', 'place/lima'], ['Eastern Economic Forum in Vladivostok', 'place/vladivostok']])('has the summit %s', (name, where) => {
    const summit = layers.entities.entities.find((entity) => entity.kind === 'summit' && entity.name === name)
    expect(JSON.stringify(summit?.facts?.['place'])).toContain(where)
  })

  it.each([['next month', '2016-12'], ['sunday', '2016-11-20'], ['september', '2016-09'], ['december 15', '2016-12-15']])('reads "%s" as %s', (words, value) => expect(dates(words) ?? dates(`in ${words}`) ?? dates(`on ${words}`)).toBe(value))
})

describe('claims of the user’s article', () => {
  it('Japan and Russia never signed a treaty, on the article’s word', () => {
    const claim = claimWith('Japan and Russia', 'never signed', 'a permanent peace treaty')
    expect(claim).toMatchObject({ polarity: 'negative', on: 'article', predicate: { lemma: 'sign' } })
  })

  it('the Kuril Islands were an integral territory of Russia, on Putin’s word', () => {
    const claim = claimWith('Kuril Islands', 'were', 'an integral territory of Russia')
    expect(claim).toMatchObject({ polarity: 'positive', on: { entity: 'person/vladimir-putin' }, subject: { entity: 'island/kuril-islands' } })
  })

  it('Abe took part in the forum, in September in Vladivostok', () => {
    const claim = claimWith('Abe', 'took part', 'the Eastern Economic Forum')
    expect(claim).toMatchObject({ time: { value: '2016-09' }, place: 'place/vladivostok', on: 'article', subject: { entity: 'person/shinzo-abe' } })
  })

  it('the visit had been postponed from 2014', () => expect(claimWith('visit', 'had been postponed', '2014')).toMatchObject({ on: 'article' }))

  it('the last line claims nothing', () => {
    const { start } = layers.tokens.article.boilerplate.at(-1) ?? { start: 0 }
    expect(layers.tokens.text.slice(start)).toMatch(/^This story first appeared on Sputnik/)
    expect(layers.claims.claims.filter(({ sentence }) => start <= sentence.start)).toEqual([])
  })
})

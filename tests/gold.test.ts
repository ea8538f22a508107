import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Attribution, Claim, Entity } from '../src/model.js'
import { spanOf } from '../src/span.js'
import { goldOf, loadGold } from '../scripts/score/gold-articles.js'
import type { GoldArticle } from '../scripts/score/gold-shape.js'
import { chainFigures, chainsOf, type Chains } from '../scripts/score/gold-chains.js'
import { nothing, type Found } from '../scripts/score/gold-match.js'
import { printErrors, printGold } from '../scripts/score/gold-print.js'
import { scoreGold, type GoldScore } from '../scripts/score/gold.js'

const home = fileURLToPath(new URL('..', import.meta.url))
const articles = loadGold(`${home}gold`)

describe('the articles of gold/', () => {
  test('there are at least 20, and claims in at least 10', () => {
    expect(articles.length).toBeGreaterThanOrEqual(20)
    expect(articles.filter(({ claims }) => claims.length).length).toBeGreaterThanOrEqual(10)
  })

  test.each(articles.map((article) => [article.name, article] as const))('%s: quotation marks and type agree', (_, { text, attributions }) => {
    for (const { id, content, type } of attributions) {
      const words = content.map(({ start, end }) => text.slice(start, end)).join(' ')
      if (type === 'direct') expect(`${id} ${words}`).toMatch(/^a\d+ ["“‘«]/)
      if (type === 'indirect') expect(`${id} ${words}`).not.toMatch(/["“”]/)
    }
  })

  test('the text of one from corpus/ is still the text there', () => {
    const from = articles.map(({ name, text }) => ({ name, text, file: (JSON.parse(readFileSync(`${home}gold/${name}.json`, 'utf8')) as { corpus?: string }).corpus }))
    const copied = from.filter(({ file }) => file !== undefined)
    expect(copied.length).toBeGreaterThanOrEqual(6)
    for (const { name, text, file } of copied) expect(`${name}: ${text}`).toBe(`${name}: ${readFileSync(`${home}corpus/${file}`, 'utf8')}`)
  })
})

const marked = '[source=a1 Mayor [person=hale Ann Hale]] [cue=a1 denied] [content=a1 that [person=hale she] had sold [island=tarn Tarn Island] on [date=2016-11-20 Sunday]].\n\n[content=a2 “[person=hale I] may.”]\n'
const json = {
  published: '2016-11-21',
  fictional: true,
  tests: 'the scorer',
  attributions: { a1: { speaker: 'hale', type: 'indirect', polarity: 'denied' }, a2: { speaker: ['hale', null], type: 'direct', polarity: 'affirmed' } },
  entities: { hale: { kind: 'person', name: 'Ann Hale' }, tarn: { kind: 'island', name: 'Tarn Island' } },
  claims: [
    { sentence: 'Mayor', subject: 'she', predicate: 'had sold', object: 'Tarn Island', on: 'a1', polarity: 'negative', certainty: 'stated', time: ['2016-11-20', null] },
    { sentence: '“I may', subject: 'I', predicate: 'may', object: null, on: ['a2', 'a1'], polarity: 'positive', certainty: 'possible', time: null }
  ]
}
const toy = goldOf('toy', marked, json)

describe('the loader refuses', () => {
  test.each([
    ['a label that is not in the JSON', marked.replace('person=hale she', 'person=bell she'), json, '"she" is marked person=bell, which is not in the JSON'],
    ['another kind than the JSON has', marked.replace('person=hale she', 'island=hale she'), json, '"she" is marked island=hale, which the JSON has as a person'],
    ['an attribution without content', marked.replace('content=a2', 'cue=a2'), json, 'a2 has no content in the text'],
    ['an attribution that the JSON lacks', marked.replace('cue=a1', 'cue=a3'), json, '"denied" is marked cue=a3, but a3 is not in the JSON'],
    ['a date that is none', marked.replace('2016-11-20', 'sunday'), json, '"Sunday" is marked date=sunday, and sunday is no date'],
    ['an entity that the text lacks', marked, { ...json, entities: { ...json.entities, bell: { kind: 'person', name: 'Bell' } } }, 'bell has no mention in the text'],
    ['a speaker that nobody is', marked, { ...json, attributions: { ...json.attributions, a1: { ...json.attributions.a1, speaker: 'bell' } } }, 'a1: nobody is called bell'],
    ['a claim in words of its own', marked, { ...json, claims: [{ ...json.claims[0], object: 'a rock' }] }, '"a" of a claim is not in the paragraph of "Mayor"'],
    ['a claim of no sentence', marked, { ...json, claims: [{ ...json.claims[0], sentence: 'Major' }] }, 'no sentence begins "Major"'],
    ['a sentence that could be two', marked, { ...json, claims: [{ ...json.claims[0], sentence: 'I' }] }, '"I" stands in the text twice'],
    ['a claim on nobody’s word', marked, { ...json, claims: [{ ...json.claims[0], on: 'a7' }] }, 'a claim of "Mayor" stands on a7'],
    ['a field that it does not know', marked, { ...json, author: 'me' }, 'author'],
    ['markup that does not close', `${marked}[a b`, json, 'is never closed']
  ])('%s', (_, text, data, message) => expect(() => goldOf('toy', text, data)).toThrow(message))
})

describe('the measure', () => {
  test('gold against gold is 100', () => {
    const score = scoreGold(articles, new Map(articles.map((article) => [article.name, asFound(article)])))
    expect(figures(score).filter(([, value]) => value !== 100)).toEqual([['none', 0], ['wrong', 0]].flatMap(([name, value]) => [[`speaker ${name}`, value], [`entity ${name}`, value]]).sort())
    expect(score.errors).toEqual([])
  })

  test('nothing against gold is 0', () => {
    const score = scoreGold(articles, new Map())
    expect(figures(score).filter(([, value]) => value !== 0)).toEqual([])
    expect(score.found.of).toBe(articles.reduce((sum, { attributions }) => sum + attributions.length, 0))
  })

  test('a wrong name, no name and a mere noun phrase are told apart', () => {
    const answered = (change: (attribution: Attribution) => Attribution['speaker']['span']) => {
      const found = asFound(toy)
      const attributions = found.speakers.attributions.map((one) => ({ ...one, speaker: { ...one.speaker, span: change(one) } }))
      const { right, none, wrong } = scoreGold([toy], new Map([['toy', { ...found, speakers: { ...found.speakers, attributions } }]])).speaker
      return [right.value, none.value, wrong.right]
    }
    expect(answered(() => null)).toEqual([0, 100, 0])
    expect(answered(() => span('Tarn Island'))).toEqual([0, 0, 2])
    expect(answered(() => span('she'))).toEqual([0, 100, 0])
    expect(answered(() => span('Mayor Ann Hale'))).toEqual([100, 0, 0])
  })

  test('B³ of one chain cut in two, and of two run together', () => {
    const [hale = toy.mentions[0], ...rest] = toy.mentions.filter(({ entity }) => entity === 'hale')
    const cut = [entity('p1', 'person', [hale]), entity('p2', 'person', rest)]
    expect(rounded(chainsOf(toy, withEntities(cut), ['person']))).toEqual({ precision: 100, recall: 55.6, f1: 71.4 })
    const together = [entity('p1', 'person', toy.mentions)]
    expect(rounded(chainsOf(toy, withEntities(together), ['person']))).toEqual({ precision: 56.3, recall: 100, f1: 72 })
  })

  test('a mention may take its title along, lose its article, and end before its place', () => {
    const article = goldOf('toy', 'Mayor [person=hale Ann Hale] went to [summit=peaks the Tarn summit in Belmora].\n\n[content=a1 “No.”]', {
      ...json, attributions: { a1: json.attributions.a2 }, entities: { hale: json.entities.hale, peaks: { kind: 'summit', name: 'Tarn summit' } }, claims: []
    })
    const at = (words: string, from = article.text.indexOf(words)) => ({ start: from, end: from + words.length, kind: 'person', entity: '', optional: false }) as const
    const found = (person: string, summit: string) => withEntities([entity('p', 'person', [at(person)], article), entity('s', 'summit', [at(summit)], article)])
    expect(rounded(chainsOf(article, found('Mayor Ann Hale', 'Tarn summit'), ['person', 'summit'])).f1).toBe(100)
    expect(rounded(chainsOf(article, found('Mayor', 'Belmora'), ['person', 'summit'])).f1).toBe(50)
  })

  test('optional mentions count neither way', () => {
    const text = marked.replace('[person=hale she]', '[person=hale? she]')
    const article = goldOf('toy', text, json)
    for (const mentions of [article.mentions, article.mentions.filter(({ optional }) => !optional)]) {
      const found = withEntities(['hale', 'tarn'].map((key) => entity(key, key === 'hale' ? 'person' : 'island', mentions.filter((mention) => mention.entity === key))))
      expect(rounded(chainsOf(article, found, ['person', 'island']))).toEqual({ precision: 100, recall: 100, f1: 100 })
    }
  })

  test('a claim on the wrong word, and one turned round', () => {
    const found = asFound(toy)
    const claims = found.claims.claims.map((claim) => ({ ...claim, on: 'article' as const, polarity: 'positive' as const }))
    const score = scoreGold([toy], new Map([['toy', { ...found, claims: { claims, withheld: 0 } }]]))
    expect([score.claims.found.value, score.claims.on.value, score.claims.polarity.value, score.claims.certainty.value]).toEqual([100, 0, 50, 100])
    expect(printErrors(score, ['polarity'])).toBe('toy:1 polarity\n    expected she – had sold – Tarn Island: negative\n    got      positive')
  })

  test('the figures print with their bars', () => {
    expect(printGold(scoreGold([toy], new Map([['toy', asFound(toy)]])))).toContain('dates: value right                                         100.0 %        1/1  bar 95')
  })
})

const span = (words: string, { text } = toy) => spanOf(text, text.indexOf(words), text.indexOf(words) + words.length)
const rounded = (chains: Chains) => Object.fromEntries(Object.entries(chainFigures(chains)).map(([name, value]) => [name, Math.round(10 * value) / 10]))
const withEntities = (entities: Entity[]): Found => ({ ...nothing, entities: { ...nothing.entities, entities } })

function entity(id: string, kind: Entity['kind'], mentions: readonly (GoldArticle['mentions'][number] | undefined)[], { text } = toy): Entity {
  const spans = mentions.flatMap((mention) => (mention ? [{ ...spanOf(text, mention.start, mention.end), form: 'name' as const, rule: 'gold' }] : []))
  return { id, kind, name: spans[0]?.text ?? id, aliases: [], mentions: spans, facts: null, rule: 'gold', confidence: 1 }
}

/** The gold as if the program had found it. */
function asFound(article: GoldArticle): Found {
  const { text, mentions } = article
  const whole = (start: number, end: number) => spanOf(text, start, end)
  const spans = (list: readonly { start: number; end: number }[]) => list.map(({ start, end }) => whole(start, end))
  const named = (key: string | null | undefined) => {
    const names = [article.entities.get(key ?? '')].flatMap((one) => (one ? [one.name ?? '', ...one.also] : []))
    const of = mentions.filter((mention) => mention.entity === key)
    return of.find(({ start, end }) => names.includes(text.slice(start, end).replace(/^the /i, ''))) ?? of.find(({ start, end }) => /\p{Lu}/u.test(text.slice(start, end))) ?? null
  }
  const entities = [...article.entities].map(([key, { kind, name }]) => ({ ...entity(key, kind, mentions.filter((mention) => mention.entity === key), article), name: name ?? key }))
  const attributions = article.attributions.map(({ id, content, cue, source, speakers, type, polarity }): Attribution => {
    const name = named(speakers[0])
    const speaker = { span: name && whole(name.start, name.end), how: 'name' as const, chain: [], candidates: [], why: 'gold' }
    return { id, type, kind: 'statement', content: spans(content), cue: spans(cue), source: spans(source), speaker, polarity: polarity[0] ?? 'affirmed', confidence: 1, rule: 'gold' }
  })
  const claims = article.claims.map(({ at, subject, predicate, object, on, polarity, certainty, time }, index): Claim => {
    const argument = (words: string) => ({ spans: [], text: words, entity: null })
    const sentence = whole(at, at + 1)
    const attribution = article.attributions.find(({ id }) => id === on[0])
    return {
      id: `c${index}`, sentence, text: '', subject: argument(subject), predicate: { spans: [sentence], lemma: '', phrase: predicate }, object: argument(object), complements: [],
      polarity: polarity[0] as 'positive', certainty: certainty[0] as 'stated', time: { tense: 'none', value: time[0] ?? null, span: null }, place: null,
      on: attribution ? { attribution: attribution.id, entity: attribution.speakers[0] ?? null } : 'article', about: [], checkable: { score: 0, why: [] }, confidence: 1, rule: 'gold'
    }
  })
  const dates = article.dates.map(({ start, end, values }) => ({ span: whole(start, end), value: values[0] ?? '', kind: 'date' as const, anchor: null }))
  const speakers = article.attributions.map(({ id, speakers: [key = null] }) => ({ attribution: id, entity: key, why: 'gold' }))
  return { speakers: { marks: [], attributions, problems: [] }, entities: { entities, speakers, dates }, claims: { claims, withheld: 0 } }
}

function figures({ found, polarityOfAttributions, speaker, entity, chains, dates, claims }: GoldScore): [string, number][] {
  const values: [string, number][] = [
    ['found', found.value],
    ['polarity of attributions', polarityOfAttributions.value],
    ['dates', dates.value],
    ...Object.entries(speaker).map(([name, { value }]): [string, number] => [`speaker ${name}`, value]),
    ...Object.entries(entity).map(([name, { value }]): [string, number] => [`entity ${name}`, value]),
    ...Object.entries(chains).map(([name, { f1 }]): [string, number] => [`chain ${name}`, Math.round(f1 * 1e6) / 1e6]),
    ...Object.entries(claims).map(([name, { value }]): [string, number] => [`claims ${name}`, value])
  ]
  return values.sort(([a], [b]) => (a < b ? -1 : 1))
}

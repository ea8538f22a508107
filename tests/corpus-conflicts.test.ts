import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Argument, Claim, Complement, Entity, EntityKind, Facts } from '../src/model.js'
import { assemble, type ArticleLayers, type Conflict } from '../src/stages/5-corpus/index.js'
import { intervalOf } from '../src/stages/5-corpus/interval.js'

const lexicon = { words: () => new Set<string>() }

interface Said {
  readonly subject: string
  readonly predicate: string
  readonly object?: string
  /** "in the harbour", one each. */
  readonly complements?: readonly string[]
  readonly not?: boolean
  /** Who says so; nobody: the article's own word. */
  readonly by?: string
  readonly rule?: string
  readonly tense?: Claim['time']['tense']
  readonly time?: string
  readonly certainty?: Claim['certainty']
  readonly phrase?: string
  readonly sentence?: string
}

const FACTS: Readonly<Record<string, Facts>> = {
  'country/merrowland': { code: 'XM', name: 'Merrowland' },
  'people/merrow': { countries: [{ code: 'XM', name: 'Merrowland' }] },
  'country/halvard': { code: 'XH', name: 'Halvard' },
  'island/great-skerry': { partOf: [{ id: 'island/outer-skerries', name: 'Outer Skerries' }] }
}

/** "person/brask" is an entity and "Brask" its name; what has no slash is a phrase. */
const nameOf = (text: string): string => (text.includes('/') ? (text.split('/')[1] ?? '').split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') : text)

function article(path: string, said: readonly Said[], published: string | null = '2017-05-12'): ArticleLayers {
  const ids = new Set<string>()
  let at = 0
  const argument = (text: string): Argument => {
    if (text.includes('/')) ids.add(text)
    return { spans: [], text: nameOf(text), entity: text.includes('/') ? text : null }
  }
  const claims = said.map(({ subject, predicate, object, complements = [], not = false, by, rule = object === undefined ? 'intransitive' : 'transitive', tense = 'past', time, certainty = 'stated', phrase = predicate, sentence }, index): Claim => {
    if (by !== undefined) ids.add(by)
    const text = sentence ?? [subject, phrase, object, ...complements].map((part) => nameOf(part ?? '')).join(' ')
    const start = at
    at += text.length + 1
    const [one, two] = [argument(subject), object === undefined ? null : argument(object)]
    const others = complements.map((complement): Complement => ({ marker: complement.split(' ')[0] ?? '', ...argument(complement.split(' ').slice(1).join(' ')) }))
    const about = [one, two, ...others].flatMap((each) => each?.entity ?? [])
    const named = [...(object ?? '').matchAll(/\{(.*?)\}/g)].map(([, id = '']) => id)
    for (const id of named) ids.add(id)
    return {
      id: `c${index + 1}`,
      sentence: { start, end: at - 1, text },
      text: [nameOf(subject), not ? `not ${phrase}` : phrase, two && two.text, ...complements].filter(Boolean).join(' – '),
      subject: one,
      predicate: { spans: [], lemma: predicate.split(' ')[0] ?? '', phrase },
      object: two,
      complements: others,
      polarity: not ? 'negative' : 'positive',
      certainty,
      time: { tense, value: time ?? null, span: null },
      place: null,
      on: by === undefined ? 'article' : { entity: by, attribution: `a${index + 1}` },
      about: [...new Set([...about, ...named])].sort(),
      checkable: { score: 0.5, why: [] },
      confidence: 0.95,
      rule
    }
  })
  const entities = [...ids].sort().map((id): Entity => ({ id, kind: id.split('/')[0] as EntityKind, name: nameOf(id), aliases: [], mentions: [{ start: 0, end: 1, text: 'x', form: 'name', rule: 'test' }], facts: FACTS[id] ?? null, rule: 'test', confidence: 1 }))
  const speakers = said.flatMap(({ by }, index) => (by === undefined ? [] : [{ attribution: `a${index + 1}`, entity: by, why: 'test' }]))
  return { article: path, published, title: null, speakers: { attributions: [], marks: [] }, entities: { entities, speakers }, claims: { claims, withheld: 0 } }
}

const conflicts = (...articles: ArticleLayers[]): readonly Conflict[] => assemble(articles, [], lexicon).conflicts.conflicts
const kinds = (...articles: ArticleLayers[]): string[] => conflicts(...articles).map(({ kind, proposition }) => `${kind}: ${proposition}`)

const brask = 'person/teodor-brask'
const falk = 'person/astrid-falk'
const signed: Said = { subject: brask, predicate: 'sign', object: 'the side letter' }

describe('affirmed and denied', () => {
  test('by two, in one article or in two of the same days', () => {
    expect(kinds(article('a', [signed, { ...signed, not: true, by: falk }]))).toEqual(['denied: Teodor Brask – sign – side letter'])
    expect(kinds(article('a', [signed]), article('b', [{ ...signed, not: true, by: falk }], '2017-05-20'))).toEqual(['denied: Teodor Brask – sign – side letter'])
  })

  test('says why, and has both sides with their addresses', () => {
    const [conflict] = conflicts(article('a', [{ ...signed, by: falk }]), article('b', [{ ...signed, not: true, by: brask }], '2017-05-13'))
    expect(conflict?.why).toEqual(['one subject: Teodor Brask', 'one predicate: "sign"', 'one object: "side letter"', 'articles 1 day apart'])
    expect(conflict?.about).toEqual([brask])
    expect(conflict?.affirmed.map(({ article, id, speaker }) => [article, id, speaker])).toEqual([['a', 'c1', falk]])
    expect(conflict?.denied.map(({ article, id, speaker }) => [article, id, speaker])).toEqual([['b', 'c1', brask]])
  })

  test('by one speaker at two dates is a change of mind', () => {
    const support: Said = { subject: 'country/halvard', predicate: 'support', object: 'country/merrowland', by: falk, tense: 'present' }
    expect(kinds(article('a', [support]), article('b', [{ ...support, not: true }], '2018-01-01'))).toEqual(['changed: Halvard – support – merrowland'])
  })

  test('of anything is denied of each', () => {
    const turned: Said = { subject: brask, predicate: 'turn', phrase: 'turned down', object: 'it' }
    expect(kinds(article('a', [turned, { ...turned, object: 'anything', not: true, by: brask }]))).toEqual(['denied: Teodor Brask – turn down – anything'])
  })

  test('for all times, whenever it is said to have been', () => {
    const visited: Said = { subject: brask, predicate: 'visit', object: 'island/great-skerry' }
    expect(kinds(article('a', [{ ...visited, time: '1997' }], '2010-01-01'), article('b', [{ ...visited, phrase: 'never visited', not: true, by: falk }]))).toEqual(['denied: Teodor Brask – visit – great skerry'])
  })

  const two = (one: Partial<Said>, other: Partial<Said>, days = '2017-05-13') => kinds(article('a', [{ ...signed, ...one }]), article('b', [{ ...signed, not: true, by: falk, ...other }], days))

  test.each<[string, Partial<Said>, Partial<Said>, string?]>([
    ['of another subject', {}, { subject: falk }],
    ['of another object', {}, { object: 'the treaty' }],
    ['under a condition that the other does not have', {}, { complements: ['in Lund Bay'] }],
    ['at another time', { time: '2016' }, { time: '2017' }],
    ['in the future', {}, { tense: 'future' }],
    ['in articles that are far apart', {}, {}, '2019-05-12'],
    ['that somebody only wished or may do', { certainty: 'wished' }, {}],
    ['that is not yet so', {}, { sentence: 'Teodor Brask has not yet sign the side letter' }],
    ['that is no longer so', {}, { sentence: 'Teodor Brask no longer sign the side letter' }],
    ['that is not only so', {}, { sentence: 'Teodor Brask did not only sign the side letter' }],
    ['because of something else', {}, { complements: ['because he was asked'] }],
    ['of one that nobody knows', { subject: 'he' }, { subject: 'he' }],
    ['of one of a people', { subject: 'people/merrow' }, { subject: 'people/merrow' }],
    ['of something that may be anything', { object: 'it' }, { object: 'it' }],
    ['in words that say too little', { predicate: 'have', object: 'time' }, { predicate: 'have', object: 'time' }]
  ])('but not what is denied %s', (_, one, other, days) => {
    expect(two(one, other, days)).toEqual([])
  })

  test('nor what one narrator says in one article: that is a misreading', () => {
    expect(kinds(article('a', [signed, { ...signed, not: true }]))).toEqual([])
  })
})

describe('there is, and there is no', () => {
  const dispute: Said = { subject: 'a territorial dispute', predicate: 'be', rule: 'existential', complements: ['over island/great-skerry'], tense: 'present', by: falk }
  test('a dispute over the same island', () => {
    expect(kinds(article('a', [dispute]), article('b', [{ ...dispute, subject: 'no dispute', not: true, by: brask }], '2018-03-01'))).toEqual(['denied: there is dispute – Great Skerry'])
  })
  test('not over another one, nor of something narrower', () => {
    expect(kinds(article('a', [dispute]), article('b', [{ ...dispute, complements: ['over island/outer-skerries'], not: true, by: brask }]))).toEqual([])
    expect(kinds(article('a', [{ ...dispute, subject: 'a dispute' }]), article('b', [{ ...dispute, subject: 'any military dispute', not: true, by: brask }]))).toEqual([])
  })
})

describe('taken up from the sentence before', () => {
  const letter: Said = { subject: 'a side letter', predicate: 'sign', rule: 'passive', by: falk }
  test('no such letter', () => {
    expect(kinds(article('a', [letter, { subject: 'no such letter', predicate: 'exist', not: true, by: brask }]))).toEqual(['denied: there is such a letter: a side letter – sign'])
    expect(kinds(article('a', [letter, { subject: 'no such promise', predicate: 'exist', not: true, by: brask }]))).toEqual([])
  })
  test('that is not true', () => {
    expect(kinds(article('a', [letter, { subject: 'this', predicate: 'be', phrase: 'was', object: 'true', not: true, by: brask, sentence: 'This was not true, he said.' }]))).toEqual([])
    const untrue = article('a', [letter, { subject: 'this', predicate: 'be', phrase: 'was', not: true, by: brask, rule: 'copula', object: 'true' }])
    const claims = untrue.claims.claims.map((claim) => ({ ...claim, text: claim.id === 'c2' ? 'this – was not – true' : claim.text }))
    expect(kinds({ ...untrue, claims: { claims, withheld: 0 } })).toEqual(['denied: a side letter – sign'])
  })
})

describe('one island, two states', () => {
  const ours: Said = { subject: 'island/great-skerry', predicate: 'belong', complements: ['to country/halvard'], by: falk, tense: 'present' }
  const theirs: Said = { subject: 'island/great-skerry', predicate: 'be', rule: 'copula', object: 'people/merrow', by: brask, tense: 'present' }
  test('is a contradiction, however it is put, and years apart', () => {
    expect(kinds(article('a', [ours]), article('b', [theirs], '2030-01-01'))).toEqual(['contrary: Great Skerry – belongs to – Halvard or Merrowland'])
  })
  test('of an island and of the group that it is part of as well', () => {
    expect(kinds(article('a', [ours]), article('b', [{ ...theirs, subject: 'island/outer-skerries' }]))).toEqual(['contrary: Great Skerry – belongs to – Halvard or Merrowland'])
  })
  test('is none between what was and what is, nor for one state', () => {
    expect(kinds(article('a', [ours]), article('b', [{ ...theirs, time: '1937' }]))).toEqual([])
    expect(kinds(article('a', [ours]), article('b', [{ ...ours, by: brask }]))).toEqual([])
  })
})

test('the order of articles does not matter, and ids stay when others are added', () => {
  const articles = [article('a', [{ ...signed, by: falk }]), article('b', [{ ...signed, not: true, by: brask }], '2017-05-13'), article('c', [{ ...signed, not: true, by: 'person/lena-orr' }], '2017-05-14'), article('🌋', [signed], null)]
  const whole = JSON.stringify(assemble(articles, [], lexicon))
  fc.assert(fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
    expect(JSON.stringify(assemble(shuffled, [], lexicon))).toBe(whole)
  }))
  const [id] = conflicts(...articles.slice(0, 2)).map((conflict) => conflict.id)
  expect(conflicts(...articles).map((conflict) => conflict.id)).toContain(id)
})

test('no article at all is a corpus of nothing', () => {
  expect(assemble([], [], lexicon)).toEqual({
    entities: { articles: [], entities: [] },
    quotes: { quotes: [] },
    claims: { articles: [], claims: [], bySubject: [], bySpeaker: [], byEntity: [] },
    conflicts: { conflicts: [] },
    timeline: { events: [] },
    decisions: { decisions: [], speakers: [], ignored: [] }
  })
})

describe('claims.json and timeline.json', () => {
  const corpus = assemble([article('b', [{ ...signed, time: '2017-05' }, { ...signed, by: falk, time: 'P3D' }]), article('a', [{ subject: falk, predicate: 'leave', time: '1998-21' }])], [], lexicon)
  test('have every claim once, with its article, and who is in which', () => {
    expect(corpus.claims.claims.map(({ article, id, speaker }) => [corpus.claims.articles[article]?.article, id, speaker])).toEqual([['a', 'c1', 'article'], ['b', 'c1', 'article'], ['b', 'c2', falk]])
    expect(corpus.claims.bySubject).toEqual([{ id: falk, claims: [0] }, { id: brask, claims: [1, 2] }])
    expect(corpus.claims.bySpeaker).toEqual([{ id: 'article', claims: [0, 1] }, { id: falk, claims: [2] }])
    expect(corpus.claims.byEntity).toEqual([{ id: falk, claims: [0] }, { id: brask, claims: [1, 2] }])
  })
  test('and what is dated in the order of its dates', () => {
    expect(corpus.timeline.events.map(({ from, to, date, id, article }) => [from, to, date, id, article])).toEqual([['1998-03-01', '1998-05-31', '1998-21', 'c1', 'a'], ['2017-05-01', '2017-05-31', '2017-05', 'c1', 'b']])
  })
})

test.each([
  ['2016', '2016-01-01', '2016-12-31'],
  ['2016-02', '2016-02-01', '2016-02-29'],
  ['2016-11-20/2016-11-21', '2016-11-20', '2016-11-21'],
  ['1990/1999', '1990-01-01', '1999-12-31'],
  ['2017-W19', '2017-05-08', '2017-05-14'],
  ['2020-W53', '2020-12-28', '2021-01-03'],
  ['2016-24', '2016-12-01', '2017-02-28'],
  ['2016-11-20T10:30', '2016-11-20', '2016-11-20']
])('%s is a place in time', (value, from, to) => expect(intervalOf(value)).toEqual({ from, to }))

test.each(['P3D', 'R/P1Y', 'PT2H', '', '2016-13', '2016-02-30', '2017/2016', '🌋', '2016/2017/2018'])('%s is none', (value) => expect(intervalOf(value)).toBeNull())

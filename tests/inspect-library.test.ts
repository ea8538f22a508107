import { beforeAll, describe, expect, test } from 'vitest'
import type { Library } from '../src/inspect/model.js'
import { folded, wordsOf } from '../src/inspect/fold.js'
import { libraryOf } from '../src/inspect/library.js'
import { readRecords } from '../src/inspect/write.js'
import type { Records } from '../src/inspect/records.js'
import { readCorpus } from './inspect-corpus.js'

let library: Library
let records: Records
beforeAll(async () => {
  // As a page gets them: through JSON.
  records = JSON.parse(JSON.stringify(readRecords(await readCorpus()))) as Records
  library = libraryOf(records)
})

describe('the library', () => {
  test('tells what there is', async () => {
    const { counts, dates, perMonth, outlets, writable, reading, speakers } = await library.overview()
    expect(counts).toMatchObject({ articles: 3, direct: 5, indirect: 1, mixed: 0, followed: 5, islands: 1, summits: 1, problems: 1 })
    expect(dates).toEqual(['2016-11-21', '2017-05-09'])
    expect(perMonth).toEqual([
      { month: '2016-11', articles: 1, statements: 3 },
      { month: '2017-05', articles: 1, statements: 2 }
    ])
    expect(outlets).toEqual([
      { outlet: 'The Courier', articles: 1 },
      { outlet: 'The Herald', articles: 1 }
    ])
    expect({ writable, reading }).toEqual({ writable: false, reading: null })
    expect(speakers.map(({ name, direct, reported }) => [name, direct, reported])).toEqual([
      ['Ann Lee', 2, 0],
      ['Bo Ray', 1, 1],
      ['Ray', 1, 0]
    ])
  })

  test('lists articles by path, date, statements; finds words in text, title and outlet', async () => {
    const paths = async (query: Parameters<Library['articles']>[0]) => (await library.articles(query)).rows.map(({ article }) => article)
    expect(await paths({})).toEqual(['2016/harbour.txt', '2017/tower.txt', 'undated.txt'])
    expect(await paths({ sort: 'date', offset: 1, limit: 1 })).toEqual(['2017/tower.txt'])
    expect(await paths({ sort: 'statements' })).toEqual(['2016/harbour.txt', '2017/tower.txt', 'undated.txt'])
    expect(await paths({ q: 'herald tower' })).toEqual(['2017/tower.txt'])
    expect(await paths({ q: 'nowhere' })).toEqual([])
  })

  test('gives an article with the registry’s ids, its neighbours, and who speaks', async () => {
    const view = await library.article({ id: '2016/harbour.txt' })
    expect(view?.row).toMatchObject({ title: 'Harbour talks end', outlet: 'The Courier', statements: 3, undecided: 1, problems: 1 })
    expect(view?.attributions.map(({ by, type }) => [by?.name ?? null, type])).toEqual([
      ['Ann Lee', 'direct'],
      ['Bo Ray', 'indirect'],
      [null, 'direct']
    ])
    expect([view?.previous, view?.next]).toEqual([null, '2017/tower.txt'])
    const talks = (await library.article({ id: '2017/tower.txt' }))?.entities.find(({ kind }) => kind === 'summit')
    expect([talks?.local, talks?.id]).toEqual(['summit/skerry-talks', 'summit/skerry-talks@2017-05'])
    expect(await library.article({ id: '../2016/harbour.txt' })).toBeNull()
    expect(await library.article({ id: '__proto__' })).toBeNull()
  })

  test('gives everything one person said in time order, direct and reported told apart', async () => {
    const view = await library.person({ id: 'person/bo-ray' })
    expect(view?.row).toMatchObject({ direct: 1, reported: 1, articles: 2, role: "Bo Ray's office" })
    expect(view?.statements.rows.map(({ published, content }) => [published, content])).toEqual([
      ['2016-11-21', ['Grey Isle belongs to Norland.']],
      ['2017-05-09', ['“Grey Isle is not for sale to anybody, and it never was.”']]
    ])
    expect((await library.person({ id: 'person/bo-ray', type: 'direct' }))?.statements.total).toBe(1)
    expect((await library.person({ id: 'person/bo-ray', about: 'country/norland' }))?.statements.rows.map(({ content }) => content)).toEqual([['Grey Isle belongs to Norland.']])
    expect(await library.person({ id: 'person/nobody' })).toBeNull()
  })

  test('says who else says the same', async () => {
    const view = await library.person({ id: 'person/ann-lee' })
    const [first] = view?.statements.rows ?? []
    expect(first?.alsoBy).toEqual([expect.objectContaining({ article: '2017/tower.txt', by: expect.objectContaining({ name: 'Bo Ray' }) })])
  })

  test('knows islands and summits', async () => {
    expect(await library.islands()).toEqual([
      { id: 'island/grey-isle', kind: 'island', name: 'Grey Isle', aliases: [], latitude: 60.5, longitude: -3, partOf: 'Skerries', administeredBy: 'Norland', claimedBy: ['Sudland'], claims: 5, articles: 2 }
    ])
    expect(await library.summits()).toMatchObject([{ name: 'Skerry talks', date: '2017-05-09', place: 'Grey Isle', participants: [{ id: 'person/ann-lee' }], claims: 1 }])
    const page = await library.entity({ id: 'island/grey-isle', limit: 1 })
    expect(page?.claims).toMatchObject({ total: 5, rows: [{ about: [{ name: 'Grey Isle' }] }] })
    expect(page?.statements.total).toBe(3)
  })

  test('filters claims by each of their sides', async () => {
    const total = async (query: Parameters<Library['claims']>[0]) => (await library.claims(query)).total
    const all = await total({})
    expect(all).toBe(9)
    expect(await total({ speaker: 'article' })).toBe(3)
    expect(await total({ speaker: 'person/ann-lee' })).toBe(2)
    expect(await total({ speaker: 'nobody' })).toBe(1)
    expect(await total({ polarity: 'negative' })).toBe(2)
    expect(await total({ speaker: 'somebody' })).toBe(6)
    expect((await library.claims({ speaker: 'nobody' })).rows).toMatchObject([{ speaker: null, as: 'He' }])
    expect((await library.claims({ speaker: 'person/ann-lee' })).rows).toMatchObject([{ as: null }, { as: null }])
    expect(await total({ entity: 'country/norland' })).toBe(2)
    expect(await total({ entity: 'country/norland', speaker: 'article' })).toBe(1)
    expect(await total({ checkable: 0.5 })).toBe(3)
    expect(await total({ article: 'undated.txt' })).toBe(1)
    expect(await total({ from: '2017' })).toBe(3)
    expect(await total({ to: '2016-11' })).toBe(5)
    expect(await total({ q: 'tower white' })).toBe(1)
    expect(await total({ q: 'lee tower' })).toBe(1)
    expect(await total({ entity: 'no/such' })).toBe(0)
    const scores = (await library.claims({ sort: 'checkable' })).rows.map(({ checkable }) => checkable.score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    const dates = (await library.claims({ sort: 'date' })).rows.map(({ published }) => published ?? '9999')
    expect(dates).toEqual([...dates].sort())
    const paged = [await library.claims({ offset: 0, limit: 4 }), await library.claims({ offset: 4, limit: 4 }), await library.claims({ offset: 8, limit: 4 })]
    expect(paged.flatMap(({ rows }) => rows)).toEqual((await library.claims({ limit: 100 })).rows)
  })

  test('searches everywhere, forgives a slip of the pen, and falls back on some of the words', async () => {
    const found = await library.search({ q: 'tower' })
    expect(found.articles.map(({ article }) => article)).toEqual(['2017/tower.txt'])
    expect(found.statements[0]?.content).toEqual(['“The tower is white.”'])
    expect((await library.search({ q: 'lee' })).entities[0]?.name).toBe('Ann Lee')
    expect((await library.search({ q: 'Norlannd' })).entities[0]?.name).toBe('Norland')
    expect((await library.search({ q: 'Norlannd' })).articles).not.toEqual([])
    expect((await library.search({ q: 'what did Ann say of the tower' })).statements[0]?.content).toEqual(['“The tower is white.”'])
    for (const q of ['', '"', '***', '(((', '\u0000', 'x'.repeat(100_000)]) expect((await library.search({ q })).statements).toEqual([])
  })

  test('lists what is undecided, most useful first, with decisions that fit hearsay.json', async () => {
    const { rows } = await library.review({})
    expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['speaker', 'join', 'problem']))
    const who = rows.find(({ what }) => what === 'speaker')
    expect(who?.question).toBe('Who is “He”?')
    expect(who?.choices.map(({ label, score }) => [label, score])).toEqual([
      ['Ann Lee', 0.5],
      ['Bo Ray', 0.5],
      ['It cannot be known', null]
    ])
    expect(who?.choices[0]?.decision).toEqual({ speaker: 'person/ann-lee', says: { article: '2016/harbour.txt', start: expect.any(Number), end: expect.any(Number), text: '“We shall see.”' } })
    expect(who?.context[1]).toBe('“We shall see.”')
    expect((await library.overview()).counts.undecided).toBe(rows.filter(({ what }) => what !== 'problem').length)
  })

  test('writes nothing', async () => {
    expect(await library.decide({ decision: {} })).toMatchObject({ ok: false })
    expect(await library.takeBack({ decision: {} })).toMatchObject({ ok: false })
    expect(await library.decisions()).toEqual({ rows: [], run: null })
  })
})

describe('what is searched', () => {
  test('stays at its place, letter for letter', () => {
    for (const text of ['Ann “Lee” met José Ñandú – İstanbul', '𝒜𝓃𝓃 ﬁsh ½ Ǆ', '\ud800 alone', 'ß ẞ Σίσυφος']) expect(folded(text)).toHaveLength(text.length)
    expect(folded('“Møller’s” Übung – São')).toBe('"moller\'s" ubung - sao')
  })

  test('is words, and phrases in quotation marks', () => {
    expect(wordsOf('Kuril  “peace treaty” putin putin')).toEqual(['kuril', 'peace treaty', 'putin'])
    expect(wordsOf('What did Putin say of the Kurils?')).toEqual(['putin', 'kurils'])
    expect(wordsOf('who is who')).toEqual(['who', 'is'])
  })
})

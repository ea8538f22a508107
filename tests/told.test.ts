import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readingOf, isAskedFor } from '../page/src/article/reading.js'
import { about } from '../src/commands/about.js'
import { exportTo } from '../src/commands/export.js'
import { show } from '../src/commands/show.js'
import { who } from '../src/commands/who.js'
import { libraryOf } from '../src/inspect/library.js'
import type { ArticleView, Library } from '../src/inspect/model.js'
import { readRecords } from '../src/inspect/write.js'
import type { Places } from '../src/store/index.js'
import { articleTables, recordsIn } from '../src/tables/index.js'
import { TOLD, isTold, untoldAs } from '../src/told.js'
import { folder } from './folders.js'
import { decided, readBridge } from './told-corpus.js'

let places: Places
let library: Library
beforeAll(async () => {
  places = await readBridge()
  library = libraryOf(readRecords(places))
})

const texts = (statements: readonly { readonly content: readonly string[] }[]) => statements.map(({ content }) => content.join(' '))

test('Told is what somebody said or thought, if it is sure enough', () => {
  expect([{ kind: 'statement' as const, confidence: TOLD }, { kind: 'attitude' as const, confidence: 1 }].map(isTold)).toEqual([true, true])
  expect([{ kind: 'other' as const, confidence: 1 }, { kind: 'statement' as const, confidence: TOLD - 0.01 }, { kind: 'other' as const, confidence: 0 }].map(untoldAs)).toEqual(['other', 'doubtful', 'other'])
})

describe('the library', () => {
  test('counts what is told, and says how many are not', async () => {
    const { counts, perMonth, speakers } = await library.overview()
    expect(counts).toMatchObject({ direct: 1, indirect: 1, mixed: 0, attitudes: 1, untold: 4, followed: 3, claims: 7 })
    expect(perMonth).toEqual([{ month: '2020-03', articles: 1, statements: 3 }])
    expect(speakers.map(({ name, direct, reported, attitudes, untold }) => [name, direct, reported, attitudes, untold])).toEqual([['Ann Lee', 1, 0, 1, 0], ['Bo Ray', 0, 1, 0, 2]])
    expect((await library.articles({})).rows).toMatchObject([{ statements: 3, untold: 4 }])
  })

  test('lists what is told of a person, and all of it if asked', async () => {
    const told = await library.person({ id: 'person/bo-ray' })
    expect([texts(told?.statements.rows ?? []), told?.untold]).toEqual([['The bridge on Grey Isle is safe.'], 2])
    const all = await library.person({ id: 'person/bo-ray', all: 'yes' })
    expect([all?.statements.rows.map(({ kind, untold }) => [kind, untold]), all?.untold]).toEqual([[['statement', null], ['other', 'other'], ['statement', 'doubtful']], 2])
    expect((await library.person({ id: 'person/bo-ray', all: 'yes', type: 'reported' }))?.statements.total).toBe(2)
  })

  test('tells what was thought or wanted from what was said', async () => {
    const of = async (type: 'direct' | 'reported' | 'attitude') => texts((await library.person({ id: 'person/ann-lee', type }))?.statements.rows ?? [])
    expect([await of('direct'), await of('reported'), await of('attitude')]).toEqual([['“The bridge is not safe.”'], [], ['The bridge on Grey Isle opens in May.']])
  })

  test('lists what is told of an island, and all of it if asked', async () => {
    const [told, all] = [await library.entity({ id: 'island/grey-isle' }), await library.entity({ id: 'island/grey-isle', all: 'yes' })]
    expect([told?.statements.total, told?.untold, all?.statements.total, all?.untold]).toEqual([2, 2, 4, 2])
  })

  test('finds nothing as somebody’s that is not told of them', async () => {
    const ill = await library.search({ q: 'mayor' })
    expect([ill.statements, ill.claims, ill.articles.map(({ article }) => article)]).toEqual([[], [], ['2020/bridge.txt']])
    const may = await library.search({ q: 'opens May' })
    expect([may.statements.map(({ kind }) => kind), may.claims.length]).toEqual([['attitude'], 1])
  })

  test('keeps every claim, and marks those that stand on what is not told', async () => {
    const { rows } = await library.claims({})
    expect(rows.map(({ untold }) => untold)).toEqual([null, null, null, 'other', 'doubtful', 'doubtful', 'doubtful'])
  })

  test('asks who speaks of what is told, and of what stands in quotation marks', async () => {
    const { rows } = await library.review({})
    expect(rows.map(({ context }) => context[1])).toEqual(['“Nobody asked me.”'])
    expect((await library.articles({})).rows).toMatchObject([{ undecided: 1 }])
    expect((await library.overview()).counts.undecided).toBe(1)
  })

  test('tells whatever the user has given to somebody', async () => {
    const own = libraryOf(readRecords(await readBridge({ 'hearsay.json': decided('person/bo-ray', 'It is late.') })))
    expect(texts((await own.person({ id: 'person/bo-ray' }))?.statements.rows ?? [])).toEqual(['The bridge on Grey Isle is safe.', 'It is late.'])
    expect((await own.overview()).counts).toMatchObject({ untold: 3 })
  })

  test('names nobody as saying the same whose word is not told', async () => {
    const others = async (line: string, words: string) => {
      const own = libraryOf(readRecords(await readBridge({ '2020/isle.txt': `The isle\n2020-04-01\nAnn Lee: “${words}”\n${line}\n` })))
      return (await own.person({ id: 'person/ann-lee' }))?.statements.rows.at(-1)?.alsoBy.map(({ by, same }) => [by?.name, same])
    }
    const proposition = 'Grey Isle is part of Norland.'
    expect([await others(`Bo Ray says: ${proposition}`, proposition), await others(`Bo Ray says?: ${proposition}`, proposition)]).toEqual([[['Bo Ray', 'proposition']], []])
    const words = 'The ferry is not for sale to anybody, and it never was.'
    expect([await others(`Bo Ray: “${words}”`, words), await others(`Bo Ray?: “${words}”`, words)]).toEqual([[['Bo Ray', 'words']], []])
  })
})

describe('an article on the page', () => {
  let view: ArticleView
  beforeAll(async () => {
    view = (await library.article({ id: '2020/bridge.txt' })) as ArticleView
  })

  test('is drawn with what is told, with one more that an address points at, or with all', () => {
    const doubtful = view.attributions.find(({ source, untold }) => source[0]?.text === 'Bo Ray' && untold === 'doubtful')
    const [start, end] = [doubtful?.content[0]?.start ?? 0, doubtful?.content[0]?.end ?? 0]
    expect(readingOf(view).order).toEqual(['a1', 'a2', 'a3'])
    expect(readingOf(view, (statement) => isAskedFor(statement, start, end)).order).toEqual(['a1', 'a2', 'a3', doubtful?.id])
    expect(readingOf(view, (statement) => isAskedFor(statement, start, end - 1)).order).toHaveLength(3)
    expect(readingOf(view, () => true).order).toHaveLength(view.attributions.length)
  })

  test('marks no word of what is left out', () => {
    const marked = (reading: ReturnType<typeof readingOf>) => new Set(reading.pieces.flat().flatMap(({ layers }) => layers.filter(({ role }) => role !== 'name').map(({ of }) => of)))
    expect(marked(readingOf(view))).toEqual(new Set(['a1', 'a2', 'a3']))
    expect(marked(readingOf(view, () => true))).toEqual(new Set(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7']))
  })

  test('keeps everybody’s colour and initials when the rest is shown, wherever that stands', async () => {
    const own = libraryOf(readRecords(await readBridge({ '2020/rain.txt': 'Rain\n2020-04-01\nBo Ray says?: It rains.\nAnn Lee: “It is dry.”\nRay: “It is wet.”\n' })))
    const rain = (await own.article({ id: '2020/rain.txt' })) as ArticleView
    const looks = (reading: ReturnType<typeof readingOf>) => reading.voices.map(({ name, initials, colour }) => [name, initials, colour])
    const [told, all] = [looks(readingOf(rain)), looks(readingOf(rain, () => true))]
    expect([told.map(([name]) => name), all.map(([name]) => name)]).toEqual([['Ann Lee', 'Ray'], ['Ann Lee', 'Ray', 'Bo Ray']])
    expect(all.slice(0, 2)).toEqual(told)
  })
})

describe('commands', () => {
  test('who lists what is told and counts the rest; --all lists it too, and says which', () => {
    const told = who('Bo Ray', places, 'text')
    expect(told).toMatch(/^Bo Ray \(person\/bo-ray\): 1 attribution in 1 of 1 articles\n[^]* reported: The bridge on Grey Isle is safe\.[^]*\n\n2 more are doubtful or report no word: --all$/)
    const all = who('Bo Ray', places, 'text', true)
    expect(all).toContain(': 3 attributions in 1 of 1 articles\n')
    expect(all).toContain(' perhaps no report: The bridge on Grey Isle is a risk.')
    expect(all).toContain(' reported, doubtful: The mayor of Grey Isle is ill.')
    expect(all).not.toContain('--all')
    expect(who('Ann Lee', places, 'text')).toMatch(/ said: “The bridge is not safe\.”[^]* thinks or wants: The bridge on Grey Isle opens in May\.  \(a3, "hopes", as "Ann Lee"\)$/)
  })

  test('who as JSON and CSV has the kind, and of what is not told only with --all', () => {
    const kinds = (all: boolean) => (JSON.parse(who('Bo Ray', places, 'json', all)) as { kind: string }[]).map(({ kind }) => kind)
    expect([kinds(false), kinds(true)]).toEqual([['statement'], ['statement', 'other', 'statement']])
    expect([who('Bo Ray', places, 'csv'), who('Bo Ray', places, 'csv', true)].map((table) => table.split('\r\n').length)).toEqual([2, 4])
  })

  test('who lists what the user has given to somebody', async () => {
    const own = await readBridge({ 'hearsay.json': decided('person/bo-ray', 'It is late.') })
    expect(who('Bo Ray', own, 'text')).toMatch(/ reported: It is late\.  \([^]*\n\n2 more are/)
  })

  test('about says "perhaps" where a claim stands on what is not told', () => {
    const found = about('Grey Isle', places, 'text')
    expect(found).toMatch(/is ill\.  \(c5, perhaps on the word of Bo Ray\)/)
    expect(found).toMatch(/is safe\.  \(c2, on the word of Bo Ray\)/)
    expect((JSON.parse(about('Grey Isle', places, 'json')) as { doubt: string | null }[]).map(({ doubt }) => doubt)).toEqual([null, null, 'other', 'doubtful'])
  })

  test('about takes the user’s word for it', async () => {
    const own = await readBridge({ 'hearsay.json': decided('person/ann-lee', 'The mayor of Grey Isle is ill.') })
    expect(about('Grey Isle', own, 'text')).toMatch(/is ill\.  \(c5, on the word of Ann Lee\)/)
  })

  test('show and its explanations say of what kind', () => {
    const layer = show('bridge', places, { layer: 'speakers', explain: null, colour: false })
    expect(layer).toMatch(/^a3 {3}indirect attitude {2}person\/ann-lee: The bridge on Grey Isle opens in May\.$/m)
    expect(layer).toMatch(/^a5 {3}indirect statement person\/bo-ray: .* \(doubtful\)$/m)
    const explained = (id: string) => show('bridge', places, { layer: null, explain: id, colour: false })
    expect(explained('a4')).toMatch(/^a4: indirect, other, affirmed;/)
    expect(explained('person/bo-ray')).toMatch(/ {2}says {7}a2: [^]* {2}perhaps {4}a4: [^]* {2}perhaps {4}a5: /)
    expect(explained('person/ann-lee')).toMatch(/ {2}thinks {5}a3: /)
  })
})

describe('tables and exports leave nothing out, and say of what kind', () => {
  const exported = (to: 'brat' | 'webannotation' | 'schemaorg'): string => {
    const out = folder()
    exportTo({ to, out, tables: null, base: 'hearsay:' }, places, { progress() {} })
    return out
  }

  test('quotations', () => {
    const table = articleTables.find(({ name }) => name === 'quotations')
    const at = table?.columns.findIndex(({ name }) => name === 'kind') ?? -1
    expect([...recordsIn(places).articles].flatMap((record) => [...(table?.rows(record) ?? [])].map((row) => row[at]))).toEqual(['statement', 'statement', 'attitude', 'other', 'statement', 'statement', 'statement'])
  })

  test('brat: an attribute, which its configuration knows', () => {
    const out = exported('brat')
    const lines = readFileSync(join(out, '2020/bridge.txt.ann'), 'utf8').split('\n')
    const marked = (attribute: string) => lines.flatMap((line) => new RegExp(`^A\\d+\\t${attribute} (T\\d+)$`).exec(line)?.[1] ?? []).map((id) => lines.find((line) => line.startsWith(`${id}\t`))?.split('\t')[2])
    expect([marked('Attitude'), marked('Other')]).toEqual([['The bridge on Grey Isle opens in May.'], ['The bridge on Grey Isle is a risk.']])
    for (const attribute of ['Attitude', 'Other']) expect(readFileSync(join(out, 'annotation.conf'), 'utf8')).toContain(`\n${attribute}\tArg:Content\n`)
  })

  test('Web Annotation: a body that classifies', () => {
    const { items } = JSON.parse(readFileSync(join(exported('webannotation'), '2020/bridge.txt.jsonld'), 'utf8')) as { items: { id: string; body: { purpose: string; value?: string }[] }[] }
    const kinds = items.filter(({ id }) => /#a\d$/.test(id)).map(({ body }) => body.flatMap(({ purpose, value }) => (purpose === 'classifying' ? [value] : [])).at(-1))
    expect(kinds).toEqual(['statement', 'statement', 'attitude', 'other', 'statement', 'statement', 'statement'])
  })
})

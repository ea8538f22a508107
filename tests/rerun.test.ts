import fc from 'fast-check'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fakePipeline } from './fakes.mjs'
import { contents, folder, put, runFake } from './folders.js'

const articles = {
  '2016/putin.txt': 'Vladimir_Putin: we talk. 2016-11-21',
  'a.md': 'Shinzo_Abe: we talk too. 2016-11-22',
  'a.txt': 'Putin met Abe.'
}

/** A corpus that was run once, and a way to run it again and be told what was computed. */
async function once(files: Readonly<Record<string, string>> = articles) {
  const corpus = folder(files)
  const output = folder()
  await runFake(corpus, output, fakePipeline())
  const again = async (pipeline: Parameters<typeof fakePipeline>[0] = {}, options: Parameters<typeof runFake>[3] = {}) => {
    const calls: string[] = []
    const report = await runFake(corpus, output, fakePipeline({ ...pipeline, calls }), options)
    return { calls, report }
  }
  return { corpus, output, again }
}

async function fromNothing(corpus: string, pipeline = fakePipeline(), options: Parameters<typeof runFake>[3] = {}): Promise<Record<string, string>> {
  const output = folder()
  await runFake(corpus, output, pipeline, options)
  return contents(output)
}

const allOf = (...paths: string[]): string[] => paths.flatMap((path) => ['tokens', 'speakers', 'entities', 'claims'].map((layer) => `${layer} ${path}`))

describe('a second run', () => {
  test('with nothing changed computes nothing, writes nothing, and says so', async () => {
    const { output, again } = await once()
    const before = contents(output)
    const { calls, report } = await again()
    expect(calls).toEqual([])
    expect(report.totals).toMatchObject({ files: 3, read: 3, unchanged: 3, words: 12 })
    expect(contents(output)).toEqual(before)
  })

  test('makes an added article and an edited one, and nothing else', async () => {
    const { corpus, output, again } = await once()
    put(corpus, { 'a.txt': 'Putin met nobody.', 'new/b.txt': 'Kuroda: no.' })
    const { calls } = await again()
    expect(calls.sort()).toEqual(allOf('a.txt', 'new/b.txt').sort())
    expect(contents(output)).toEqual(await fromNothing(corpus))
  })

  test('takes away what belongs to a deleted article, and empty folders with it', async () => {
    const { corpus, output, again } = await once()
    rmSync(join(corpus, '2016'), { recursive: true })
    const { calls, report } = await again()
    expect(calls).toEqual([])
    expect(report.removed).toEqual(['2016/putin.txt'])
    expect(contents(output)).toEqual(await fromNothing(corpus))
    expect(() => rmSync(join(output, '1-tokens/2016'))).toThrow('ENOENT')
  })

  test('takes away the layers of an article that is no longer read', async () => {
    const { corpus, output, again } = await once()
    put(corpus, { 'a.txt': 'DE nicht englisch', 'a.md': 'PNG' })
    const { report } = await again()
    expect(report.files.map(({ file, outcome, reason }) => [file, outcome, reason])).toEqual([
      ['2016/putin.txt', 'read', null],
      ['a.md', 'failed', 'no text'],
      ['a.txt', 'skipped', 'language de']
    ])
    expect(contents(output)).toEqual(await fromNothing(corpus))
    expect((await again()).calls).toEqual([])
  })

  test('makes what depends on a new version of a stage: its layer, and what follows where that became another one', async () => {
    const { corpus, again, output } = await once()
    const { calls } = await again({ versions: { entities: 2 } })
    expect(calls.sort()).toEqual(Object.keys(articles).map((path) => `entities ${path}`).sort())
    expect(contents(output)).toEqual(await fromNothing(corpus, fakePipeline({ versions: { entities: 2 } })))
  })

  test('makes what depends on a changed word list', async () => {
    const data = folder({ 'titles.txt': 'Abe\n', 'unused.txt': 'x\n' })
    const corpus = folder(articles)
    const output = folder()
    const pipeline = { data: { entities: ['titles'] } }
    await runFake(corpus, output, fakePipeline(pipeline), { data })
    put(data, { 'unused.txt': 'y\n' })
    const calls: string[] = []
    await runFake(corpus, output, fakePipeline({ ...pipeline, calls }), { data })
    expect(calls).toEqual([])
    put(data, { 'titles.txt': 'Abe\nPutin\n' })
    await runFake(corpus, output, fakePipeline({ ...pipeline, calls }), { data })
    // Every article's entities, and the claims of the one in which they became others.
    expect(calls.sort()).toEqual([...Object.keys(articles).map((path) => `entities ${path}`), 'claims a.txt'].sort())
    expect(contents(output)).toEqual(await fromNothing(corpus, fakePipeline(pipeline), { data }))
  })

  test('makes everything with another model', async () => {
    const models = folder({ 'reader.onnx': 'one' })
    const corpus = folder(articles)
    const output = folder()
    await runFake(corpus, output, fakePipeline(), { models })
    put(models, { 'README.md': 'not part of the model' })
    const calls: string[] = []
    await runFake(corpus, output, fakePipeline({ calls }), { models })
    expect(calls).toEqual([])
    put(models, { 'reader.onnx': 'two' })
    await runFake(corpus, output, fakePipeline({ calls }), { models })
    expect(calls.filter((call) => call.startsWith('tokens')).length).toBe(3)
    expect(contents(output)).toEqual(await fromNothing(corpus, fakePipeline(), { models }))
  })

  test('with --any-language reads what was skipped', async () => {
    const { again, corpus, output } = await once({ 'de.txt': 'DE Text', 'en.txt': 'text' })
    const { report } = await again({}, { anyLanguage: true })
    expect(report.totals).toMatchObject({ read: 2, skipped: 0 })
    expect(contents(output)).toEqual(await fromNothing(corpus, fakePipeline(), { anyLanguage: true }))
    expect((await again()).report.totals).toMatchObject({ read: 1, skipped: 1 })
    expect(contents(output)).toEqual(await fromNothing(corpus))
  })

  test('with --from makes a stage and all that follow, with --force everything', async () => {
    const { again, output } = await once({ 'a.txt': 'A: b' })
    const before = contents(output)
    expect((await again({}, { from: 'entities' })).calls).toEqual(['entities a.txt', 'claims a.txt'])
    expect((await again({}, { from: 'tokens' })).calls).toEqual(allOf('a.txt'))
    expect((await again({}, { from: 'corpus' })).calls).toEqual([])
    expect(contents(output)).toEqual(before)
  })
})

describe('an output folder that is not as it was left', () => {
  const broken: [string, string, string][] = [
    ['cut short', '3-entities/a.txt.json', '{\n  "header": {'],
    ['empty', '1-tokens/a.txt.json', ''],
    ['somebody else’s JSON', '2-speakers/a.txt.json', '{ "header": { "sha256": "x" } }'],
    ['no JSON at all', '4-claims/a.txt.json', '\u0000\u0001'],
    ['a broken registry', '5-corpus/entities.json', '{}'],
    ['a broken report', 'report.json', '{ "files": [1, null, { "file": 2 }] }']
  ]
  test.each(broken)('%s: is made again', async (_, file, content) => {
    const { output, again } = await once()
    const before = contents(output)
    writeFileSync(join(output, file), content)
    await again()
    expect(contents(output)).toEqual(before)
  })

  test('one word changed by hand: is made again, and goes nowhere', async () => {
    const { output, again } = await once()
    const before = contents(output)
    for (const [file, content] of Object.entries(before)) writeFileSync(join(output, file), content.replace('Abe', 'Ebe'))
    await again()
    expect(contents(output)).toEqual(before)
  })

  test('foreign files stay and are mentioned, leftovers of killed runs go', async () => {
    const { output, again } = await once()
    const before = contents(output)
    const foreign = { 'notes.txt': 'mine', '1-tokens/mine.json': '{}', '3-entities/mine.txt.json': '{ "mine": 1 }', '5-corpus/plot.svg': '<svg/>', 'exports/a.csv': 'a' }
    put(output, { ...foreign, '2-speakers/.hearsay-00000000-1-x.tmp': 'another machine’s, at work', '.hidden': '' })
    const { report } = await again()
    expect(report.foreign).toEqual(['1-tokens/mine.json', '3-entities/mine.txt.json', '5-corpus/plot.svg', 'exports/', 'notes.txt'])
    expect(contents(output)).toEqual({ ...before, ...foreign, '2-speakers/.hearsay-00000000-1-x.tmp': 'another machine’s, at work', '.hidden': '' })
  })

  test('a lost report costs nothing but the skipped files', async () => {
    const { output, again } = await once({ 'a.txt': 'A: b', 'empty.txt': '', 'de.txt': 'DE Text' })
    const { report } = await again()
    rmSync(join(output, 'report.json'))
    const anew = await again()
    expect(anew.calls).toEqual(['tokens de.txt'])
    expect(anew.report.files).toEqual(report.files)
    expect(report.files.find(({ file }) => file === 'empty.txt')).toMatchObject({ notes: ['empty'], counts: { words: 0 } })
  })
})

test('shards together make what one run makes', async () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.txt`, `Name_${index % 7}: text ${index}`]))
  const corpus = folder({ ...files, 'picture.png': '' })
  const output = folder()
  const reports = []
  for (const index of [3, 1, 2]) reports.push(await runFake(corpus, output, fakePipeline(), { shard: { index, count: 3 } }))
  expect(reports.reduce((sum, { totals }) => sum + totals.files, 0)).toBe(21)
  expect(Math.max(...reports.map(({ totals }) => totals.read))).toBeLessThan(15)
  const calls: string[] = []
  const report = await runFake(corpus, output, fakePipeline({ calls }))
  expect(calls).toEqual([])
  expect(report.totals).toMatchObject({ files: 21, read: 20, unchanged: 20, skipped: 1 })
  expect(contents(output)).toEqual(await fromNothing(corpus))
  expect(readdirSync(output).filter((name) => name.startsWith('report'))).toEqual(['report.json'])
})

test('after any edits the output is that of a run from nothing', async () => {
  const path = fc.constantFrom('a.txt', 'a.md', 'b/a.txt', 'b/c/d.html', 'ü 🌋.txt', 'b.txt')
  const text = fc.constantFrom('', 'Vladimir_Putin: we talk.', 'Putin met Shinzo_Abe 2016-11-21.', 'Shinzo_Abe: no.', 'DE Text', 'PNG', 'BUG', 'A A A', '🌋 Abe')
  const edit = fc.oneof(
    { weight: 4, arbitrary: fc.record({ path, text }) },
    { weight: 2, arbitrary: fc.record({ path, text: fc.constant(null) }) },
    { weight: 1, arbitrary: fc.constant('run' as const) }
  )
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
      const corpus = folder()
      const output = folder()
      for (const step of [...edits, 'run' as const]) {
        if (step === 'run') await runFake(corpus, output, fakePipeline())
        else if (step.text === null) rmSync(join(corpus, step.path), { force: true })
        else {
          mkdirSync(join(corpus, step.path, '..'), { recursive: true })
          writeFileSync(join(corpus, step.path), step.text)
        }
      }
      expect(contents(output)).toEqual(await fromNothing(corpus))
    }),
    { numRuns: 30 }
  )
})

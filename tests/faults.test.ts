import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { corpusFolder, corpusNames } from '../src/layers.js'
import { fakePipeline } from './fakes.mjs'
import { contents, folder, put, runFake } from './folders.js'

const fakeRun = fileURLToPath(new URL('fake-run.mjs', import.meta.url))
const empty = folder()
const corpusLayers = corpusNames.map((name) => `${corpusFolder}/${name}.json`).sort()

const start = (corpus: string, output: string, slow = 0): ChildProcess => spawn(process.execPath, [fakeRun, corpus, output, empty, String(slow)], { stdio: ['ignore', 'pipe', 'inherit'] })
const end = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.on('exit', (code) => resolve(code)))

/** Resolves when a run has printed so many points. */
const points = (child: ChildProcess, count: number): Promise<void> =>
  new Promise((resolve) => {
    let seen = 0
    child.stdout?.on('data', (data: Buffer) => (seen += data.length) >= count && resolve())
  })

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index % 3}/${index}.txt`, `Jane_Doe: ${'word '.repeat(index * 20)}Name_${index % 5}`]))

describe('processes', () => {
  test('killed at any moment leave nothing half-written, and the next run goes on where they stopped', async () => {
    const corpus = folder(many(30))
    const output = folder()
    const whole = folder()
    await runFake(corpus, whole, fakePipeline(), { data: empty, models: empty })
    const right = contents(whole)
    for (let round = 0; round < 5; round++) {
      const child = start(corpus, output, 5)
      const ended = end(child)
      await points(child, 1 + Math.floor(Math.random() * 6))
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
      child.kill('SIGKILL')
      await ended
      // What is there under its own name is there whole.
      for (const [file, content] of Object.entries(contents(output))) if (!file.endsWith('.tmp')) expect(content, file).toBe(right[file])
    }
    const calls: string[] = []
    await runFake(corpus, output, fakePipeline({ calls }), { data: empty, models: empty })
    expect(contents(output)).toEqual(right)
    expect(readdirSync(output, { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual([])
    expect(calls.length).toBeLessThan(30 * 4)
  })

  test('at once on the same output leave what one leaves', async () => {
    const corpus = folder(many(40))
    const [output, whole] = [folder(), folder()]
    await runFake(corpus, whole, fakePipeline(), { data: empty, models: empty })
    const old = { 'old/gone.txt': 'Jane_Doe: old', '0/old.txt': 'x' }
    put(corpus, old)
    await runFake(corpus, output, fakePipeline(), { data: empty, models: empty })
    for (const name of Object.keys(old)) rmSync(join(corpus, name))
    rmSync(join(output, '2-speakers'), { recursive: true })
    rmSync(join(output, '1-tokens/1'), { recursive: true })
    const codes = await Promise.all([1, 2].map(() => end(start(corpus, output, 3))))
    expect(codes).toEqual([0, 0])
    expect(contents(output)).toEqual(contents(whole))
  })
})

describe('one bad article', () => {
  test('fails alone, with its reason; what was right stays', async () => {
    const corpus = folder({ 'good.txt': 'A: b', 'bad.txt': 'PNG', 'bug.txt': 'BUG: x' })
    const output = folder()
    const report = await runFake(corpus, output, fakePipeline())
    expect(report.totals).toMatchObject({ files: 3, read: 1, failed: 2 })
    expect(report.files.map(({ file, reason }) => [file, reason?.slice(0, 60) ?? null])).toEqual([
      ['bad.txt', 'no text'],
      ['bug.txt', 'a bug in hearsay, stage speakers: Error: this stage does not'],
      ['good.txt', null]
    ])
    expect(Object.keys(contents(output))).toEqual(['1-tokens/good.txt.json', '2-speakers/good.txt.json', '3-entities/good.txt.json', '4-claims/good.txt.json', ...corpusLayers])
  })

  test('is tried again if a bug failed it, not if it is no text', async () => {
    const corpus = folder({ 'bad.txt': 'PNG', 'bug.txt': 'BUG: x' })
    const output = folder()
    await runFake(corpus, output, fakePipeline())
    const calls: string[] = []
    await runFake(corpus, output, fakePipeline({ calls }))
    expect(calls).toEqual(['tokens bug.txt', 'speakers bug.txt'])
  })

  test('a stage that breaks an invariant is found out before anything is written', async () => {
    const pipeline = fakePipeline()
    const broken = pipeline.stages.map((stage) =>
      stage.writes !== 'claims' ? stage : { ...stage, run: (...input: Parameters<typeof stage.run>) => JSON.parse(JSON.stringify(stage.run(...input)).replace('"A: b"', '"A: c"')) as ReturnType<typeof stage.run> }
    )
    const report = await runFake(folder({ 'a.txt': 'A: b' }), folder(), { ...pipeline, stages: broken })
    expect(report.files[0]?.reason).toContain('claims: the article says "A: b" at 0, not "A: c"')
  })
})

describe('the two folders', () => {
  test('must not be one, nor the corpus inside the output', async () => {
    const corpus = folder({ 'in/a.txt': 'A: b' })
    await expect(runFake(corpus, corpus, fakePipeline())).rejects.toThrow('is both corpus and output')
    await expect(runFake(join(corpus, 'in'), corpus, fakePipeline())).rejects.toThrow('lies inside the output folder')
  })

  test('the output inside the corpus is not read', async () => {
    const corpus = folder({ 'a.txt': 'A: b' })
    put(corpus, { 'output/notes.txt': 'mine' })
    const report = await runFake(corpus, join(corpus, 'output'), fakePipeline())
    expect(report.files.map(({ file }) => file)).toEqual(['a.txt'])
  })

  test('an output that is a file is told to the person', async () => {
    const output = folder({ file: 'x' })
    await expect(runFake(folder({ 'a.txt': 'A: b' }), join(output, 'file'), fakePipeline())).rejects.toThrow(/a file stands where a folder has to/)
  })

  test('a corpus of nothing is read', async () => {
    expect((await runFake(folder(), folder(), fakePipeline())).totals).toMatchObject({ files: 0, read: 0, failed: 0 })
  })
})

test('names of all kinds keep their own layers', async () => {
  const long = `${'島'.repeat(83)}.txt`
  const names = ['a.txt', 'a.md', 'with blank.txt', "it's.txt", '"so".txt', '🌋.txt', 'new\nline.txt', 'a.txt.json/b.txt', 'deep/er/and/deeper.htm', '%41.txt', 'A%0A.txt', long]
  const corpus = folder(Object.fromEntries(names.map((name) => [name, `Jane_Doe: ${name.length}`])))
  const output = folder()
  const report = await runFake(corpus, output, fakePipeline())
  expect(report.files.map(({ file, outcome }) => [file, outcome])).toEqual([...names].sort().map((name) => [name, 'read']))
  expect(Object.keys(contents(output)).length).toBe(names.length * 4 + corpusLayers.length)
  expect((await runFake(corpus, output, fakePipeline())).totals.unchanged).toBe(names.length)
})

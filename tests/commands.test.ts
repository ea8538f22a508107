import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '../src/markup.js'
import type { Report } from '../src/report.js'
import { contents, folder, put } from './folders.js'

const home = fileURLToPath(new URL('..', import.meta.url))

const may = `9 May 2017

Gates stay open in Port Halvard

"Nobody will close the gates this year," Mayor Ingrid Solvang told reporters in Port Halvard on Tuesday. Solvang said that the island of Kunashir was far away.

Fisherman Ole Brask did not believe her.
`
const june = `1 June 2017

Solvang keeps her word

"The gates are still open," Ingrid Solvang said on Thursday.
`
const corpus = folder({ 'may.txt': may, 'later/june.md': june, 'picture.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'empty.txt': '' })
const output = join(folder(), 'out')

function hearsay(...command: string[]): { code: number | null; out: string; errors: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'dist/cli.js'), ...command], { encoding: 'utf8', cwd: folder() })
  return { code: status, out: stdout, errors: stderr }
}

const report = (path = output): Report => JSON.parse(readFileSync(join(path, 'report.json'), 'utf8')) as Report

let first: ReturnType<typeof hearsay>
beforeAll(() => {
  first = hearsay('run', corpus, output, '--workers', '1')
})

describe('hearsay run', () => {
  test('reads what it can, says what it could not, and ends with 1', () => {
    expect(first.code).toBe(1)
    expect(first.errors).toBe('')
    expect(first.out).toContain('may.txt')
    expect(first.out).toMatch(/3 articles made, 0 unchanged/)
    expect(first.out).toMatch(/failed: picture\.txt: /)
    expect(first.out).toMatch(/note: empty\.txt: /)
    expect(report().totals).toMatchObject({ files: 4, read: 3, failed: 1, unchanged: 0 })
  })

  test('a second time has nothing to do, and says so', () => {
    const before = contents(output)
    const { out } = hearsay('run', corpus, output)
    expect(out).toContain('nothing to do: 3 articles unchanged')
    expect(contents(output)).toEqual(before)
  })

  test('two workers make the same, byte for byte', () => {
    const other = folder()
    expect(hearsay('run', corpus, other, '--workers', '2').code).toBe(1)
    expect(report(other).settings.workers).toBe(2)
    expect(contents(other)).toEqual(contents(output))
  })

  test('a missing or damaged model is told to the person: which file, what was expected', () => {
    const models = folder()
    const missing = hearsay('run', corpus, folder(), '--models', models)
    expect(missing.code).toBe(2)
    expect(missing.errors).toContain(models)
    expect(missing.errors).not.toMatch(/^\s+at /m)
    const reader = readFileSync(join(home, 'models/reader.onnx'))
    for (const name of ['labels.json', 'vocab.txt', 'sha256.txt']) put(models, { [name]: readFileSync(join(home, 'models', name)) })
    put(models, { 'reader.onnx': reader.subarray(0, 1000) })
    for (const workers of ['1', '2']) {
      const damaged = hearsay('run', corpus, folder(), '--models', models, '--workers', workers)
      expect(damaged.code).toBe(2)
      expect(damaged.errors).toMatch(/reader\.onnx.*[0-9a-f]{64}/s)
      expect(damaged.errors).not.toMatch(/^\s+at /m)
    }
  })

  test('what was mistyped is told with what may have been meant, and ends with 2', () => {
    const wrong: [string[], RegExp][] = [
      [['rnu'], /"rnu" is neither a command nor a folder; did you mean "hearsay run"\?/],
      [['run', 'nowhere'], /^nowhere: there is no such folder; make it/],
      [['run', corpus, output, '--workers', '0'], /write a number from 1 to 256/],
      [['run', corpus, output, '--shard', '5/4'], /--shard 5\/4: write it as 1\/4/],
      [['run', corpus, output, '--from', 'speaker'], /Allowed choices are tokens, speakers, entities, claims, corpus/],
      [['run', corpus, output, '--wrokers', '2'], /Did you mean --workers\?/],
      [['run', corpus, corpus], /is both corpus and output/],
      [['show'], /missing required argument 'article'/]
    ]
    for (const [command, message] of wrong) {
      const { code, errors, out } = hearsay(...command)
      expect(errors, command.join(' ')).toMatch(message)
      expect(errors).not.toMatch(/^\s+at /m)
      expect([code, out]).toEqual([2, ''])
    }
  })

  test('help and version are no errors', () => {
    expect(hearsay('--version')).toMatchObject({ code: 0, out: '0.1.0\n' })
    for (const command of [['--help'], ['run', '--help'], ['help', 'show']]) expect(hearsay(...command)).toMatchObject({ code: 0, errors: '', out: expect.stringContaining('Usage: hearsay') as string })
  })
})

describe('hearsay show', () => {
  const show = (...words: string[]) => hearsay('show', ...words, '--output', output)

  test('prints the article with markup, from which it can be had back', () => {
    const { code, out } = show('may')
    expect(code).toBe(0)
    expect(read(out.slice(0, -1)).text).toBe(may)
    expect(out).toMatch(/\[content=a\d+ "Nobody will close the gates this year,"\]/)
    expect(out).toContain('[person/ingrid-solvang ')
  })

  test.each(['may.txt', './may.txt', 'later/june.md', 'june.md', 'june', 'ater/ju'])('finds the article %s', (name) => expect(show(name).code).toBe(0))

  test('says what there is where it finds nothing', () => {
    expect(show('mya').errors).toBe(`no article "mya" in ${output}; did you mean\n  may.txt\n`)
    expect(show('.').errors).toContain('may be any of these')
  })

  test.each(['tokens', 'speakers', 'entities', 'claims'])('prints the layer %s', (layer) => expect(show('may', '--layer', layer)).toMatchObject({ code: 0, errors: '' }))

  test('explains an attribution, a claim, an entity', () => {
    expect(show('may', '--explain', 'a1').out).toMatch(/^a1: direct, statement, affirmed; confidence [\d.]+, rule \S+\n {2}content {4}\d+–\d+ "Nobody will close/)
    expect(show('may', '-e', 'c1').out).toMatch(/^c1: .*\n.*rule [\s\S]* {2}sentence /)
    expect(show('may', '-e', 'person/ingrid-solvang').out).toMatch(/^person\/ingrid-solvang: Ingrid Solvang, person;/)
    expect(show('may', '-e', 'a99').errors).toMatch(/^nothing with the id "a99" in this article; there is a/)
  })
})

describe('hearsay who and about', () => {
  const ask = (command: string, ...words: string[]) => hearsay(command, ...words, '--output', output)

  test('who: in time order over all articles, with the address', () => {
    const { code, out } = ask('who', 'Solvang', '--all')
    expect(code).toBe(0)
    expect(out).toMatch(/^Ingrid Solvang \(person\/ingrid-solvang\): 3 attributions in 2 of 2 articles\n/)
    expect(out.indexOf('2017-05-09  may.txt')).toBeLessThan(out.indexOf('2017-06-01  later/june.md'))
    expect(out).toContain(`${may.indexOf('"Nobody')} said: "Nobody will close the gates this year,"`)
    expect(out).toMatch(/reported: that the island of Kunashir was far away/)
  })

  test('as JSON and as CSV', () => {
    const rows = JSON.parse(ask('who', 'Ingrid', 'Solvang', '--json', '--all').out) as { article: string; start: number; end: number; said: string; type: string; kind: string }[]
    expect(rows.map(({ article, type, kind }) => [article, type, kind])).toEqual([['may.txt', 'direct', 'statement'], ['may.txt', 'indirect', 'statement'], ['later/june.md', 'direct', 'statement']])
    for (const { article, start, end, said } of rows) expect((article === 'may.txt' ? may : june).slice(start, end)).toBe(said)
    const [header, line] = ask('who', 'person/ingrid-solvang', '--csv', '--all').out.split('\r\n')
    expect(header).toBe('published,article,start,end,id,type,kind,polarity,said,cue,as,how,confidence,rule,decided')
    expect(line).toMatch(/^2017-05-09,may\.txt,\d+,\d+,a1,direct,statement,affirmed,"""Nobody will close the gates this year,""",told,/)
  })

  test('about: claims and on whose word', () => {
    expect(ask('about', 'Kunashir').out).toMatch(/^Kunashir \(island\/kunashir\): \d claims? in 1 of 1 articles\n\n2017-05-09 {2}may\.txt\n[^]*on the word of Ingrid Solvang/)
  })

  test('about: what is denied is said to be', () => {
    const shipped = hearsay('about', 'Northern Territories', '--output', join(home, 'output')).out
    expect(shipped).toMatch(/the status of the islands – is – open – to discussion  \(c\d+, on the word of Russia, negative\)/)
  })

  test('about: of a group of islands also what is claimed about its members', () => {
    const { out } = hearsay('about', 'Northern Territories', '--output', join(home, 'output'))
    expect(out).toMatch(/^Southern Kurils \(island\/southern-kurils\), with Habomai, Iturup, Kunashir, Shikotan: /)
    expect(out).toMatch(/c\d+, about Kunashir, /)
  })

  test('a name that is not there, and one of several', () => {
    expect(ask('who', 'Solvagn')).toMatchObject({ code: 2, out: '', errors: expect.stringMatching(/^nobody and nothing of the name "Solvagn" is in the corpus; there is "Solvang"/) as string })
  })

  test('without a run, and with a damaged layer, say what to do', () => {
    expect(hearsay('who', 'Solvang')).toMatchObject({ code: 2, errors: expect.stringMatching(/^output holds no registry of entities, or a damaged one; make it: hearsay run/) as string })
    const damaged = folder(contents(output))
    truncateSync(join(damaged, '2-speakers/may.txt.json'), 300)
    expect(hearsay('who', 'Solvang', '--output', damaged).errors).toMatch(/the speakers of may\.txt are missing or damaged; make them again/)
  })
})

test('a closed pipe is nobody’s fault', () => {
  const { stderr, status } = spawnSync('sh', ['-c', `"${process.execPath}" "${join(home, 'dist/cli.js')}" show may --layer tokens --output "${output}" | head -1`], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

test('an output folder that cannot be made is told to the person', () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  expect(hearsay('run', corpus, join(file, 'out'))).toMatchObject({ code: 2, errors: expect.stringContaining('a file stands where a folder has to') as string })
  rmSync(file)
})

describe('--json', () => {
  const parsed = (...command: string[]): unknown => JSON.parse(hearsay(...command).out)

  test('of a run is its report', () => {
    const again = parsed('run', corpus, output, '--json') as Report
    expect(again.totals).toMatchObject({ files: 4, unchanged: 3 })
  })

  test('of show are the layers, one layer, or one thing in it', () => {
    expect(Object.keys(parsed('show', 'may', '-o', output, '--json') as object)).toEqual(['tokens', 'speakers', 'entities', 'claims'])
    expect(parsed('show', 'may', '-o', output, '--json', '--layer', 'speakers')).toHaveProperty('attributions')
    expect(parsed('show', 'may', '-o', output, '--json', '--explain', 'a1')).toMatchObject({ layer: 'speakers', item: { id: 'a1' } })
  })

  test('of export is what was written', () => {
    const out = folder()
    expect(parsed('export', out, '--to', 'csv', '--tables', 'articles', '-o', output, '--json')).toEqual({ format: 'csv', folder: out, articles: 3, files: ['articles.csv'] })
  })

  test('of diff and sql', () => {
    expect(parsed('diff', output, output, '--json')).toMatchObject({ lost: [], gained: [], articles: [], same: 3 })
    expect(parsed('sql', '--json', '-o', output, 'select count(*) as n from articles')).toEqual([{ n: 3 }])
  })
})

describe('completion', () => {
  test.each(['bash', 'zsh', 'fish'])('a script for %s', (shell) => {
    const { code, out } = hearsay('completion', shell)
    expect(code).toBe(0)
    expect(out).toContain('hearsay')
    if (shell === 'bash') expect(spawnSync('bash', ['-n'], { input: out }).status).toBe(0)
  })

  test('offers commands, formats, articles and names', () => {
    const at = (...words: string[]) => spawnSync(process.execPath, [join(home, 'dist/cli.js'), 'complete', '--', ...words], { encoding: 'utf8', cwd: join(output, '..') }).stdout
    const named = spawnSync('cp', ['-r', output, join(output, '..', 'output')])
    expect(named.status).toBe(0)
    expect(at('sh')).toMatch(/^show\t/)
    expect(at('export', '--to', '')).toContain('parquet')
    expect(at('show', 'la')).toContain('later/june.md')
    expect(at('who', 'person/ing')).toContain('person/ingrid-solvang\tIngrid Solvang')
  })
})

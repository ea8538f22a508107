import { DuckDBInstance } from '@duckdb/node-api'
import { parquetReadObjects } from 'hyparquet'
import jsonld from 'jsonld'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { formatNames } from '../src/cli/take.js'
import { exportTo } from '../src/commands/export.js'
import { run } from '../src/commands/run.js'
import { addressOf } from '../src/export/address.js'
import { codePointsOf } from '../src/export/code-points.js'
import { filesIn, formats, type FormatName } from '../src/export/index.js'
import { universal } from '../src/export/universal.js'
import { pipeline } from '../src/pipeline.js'
import { shipped } from '../src/workshop.js'
import { allTables, articleTables, corpusTables, recordsIn, type ArticleRecord, type Cell } from '../src/tables/index.js'
import { folder } from './folders.js'

/** Made to be hard: signs of two units before what is quoted, quotation marks over lines, cells that look like formulas, a name that is markup. */
const hard = `=HYPERLINK("x") 🛥️ opens Port Halvard

Port Halvard, 9 May 2017

🛥️🛥️ "Nobody will close the gates, ‘never’, this year," Mayor Ingrid Solvang told reporters in Port Halvard on Tuesday. She did not say; "tariffs", a comma, and more.

The Norwegian trawler lay at Kunashir; Solvang denied that it had been there in 2016.

"The gates are open.

"They will stay open," said Solvang, who claims that the island of Kunashir is far away.
`

const quiet = { progress() {} }
const places = { corpus: folder({ 'may & june/<b>ha%rd "one".txt': hard, 'later.md': '---\ntitle: Later, "much"\ndate: 2017-06-01\n---\n\n"The gates are still open," Ingrid Solvang said on Thursday. Ole Brask agreed.\n' }), output: folder() }
let records: ArticleRecord[]

beforeAll(async () => {
  await run({ ...places, ...shipped, workers: 1, anyLanguage: true, from: null, shard: null }, pipeline, quiet)
  records = [...recordsIn(places).articles]
})

function exported(to: FormatName, tables: readonly string[] | null = null): string {
  const out = folder()
  exportTo({ to, out, tables, base: 'hearsay:' }, places, quiet)
  return out
}

/** What must come back: every row of every table. */
function expected(name: string): { columns: string[]; rows: Cell[][] } {
  const columns = allTables.find((table) => table.name === name)?.columns.map((column) => column.name) ?? []
  const ofArticles = articleTables.filter((table) => table.name === name).flatMap((table) => records.flatMap((record) => [...table.rows(record)]))
  const ofCorpus = corpusTables.filter((table) => table.name === name).flatMap((table) => [...table.rows(recordsIn(places).corpus)])
  return { columns, rows: [...ofArticles, ...ofCorpus].map((row) => [...row]) }
}

async function duck(question: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  try {
    return (await connection.runAndReadAll(question)).getRowObjectsJson() as Record<string, unknown>[]
  } finally {
    connection.closeSync()
  }
}

const names = allTables.map(({ name }) => name)

test('there is something to export', () => {
  expect(records).toHaveLength(2)
  for (const name of ['articles', 'quotations', 'claims', 'mentions', 'dates', 'tokens', 'entities']) expect(expected(name).rows, name).not.toHaveLength(0)
})

test('the help names the formats that there are', () => {
  expect([...formatNames].sort()).toEqual(Object.keys(formats).sort())
})

test('every table and column says what it is', () => {
  for (const { name, about, columns } of allTables) {
    expect(about, name).not.toBe('')
    expect(new Set(columns.map((column) => column.name)).size, name).toBe(columns.length)
    for (const column of columns) expect(column.about, `${name}.${column.name}`).not.toBe('')
  }
})

describe.each(names)('table %s', (name) => {
  test('CSV, read by DuckDB', async () => {
    const file = join(exported('csv', [name]), `${name}.csv`)
    const { columns, rows } = expected(name)
    const back = await duck(`select * from read_csv('${file}', all_varchar = true, header = true, nullstr = '', strict_mode = true, delim = ',', quote = '"', escape = '"')`)
    const written = (cell: Cell) => {
      const text = cell === null ? '' : Array.isArray(cell) ? cell.join('; ') : String(cell)
      return text === '' ? null : typeof cell !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    }
    expect(back).toEqual(rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, written(row[index] ?? null)]))))
  })

  test('Parquet, read by DuckDB and by hyparquet', async () => {
    const file = join(exported('parquet', [name]), `${name}.parquet`)
    const { columns, rows } = expected(name)
    const wanted = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])))
    expect(await duck(`select * from read_parquet('${file}')`)).toEqual(wanted)
    const bytes = readFileSync(file)
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const plain = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null))
    const back = rows.length === 0 ? [] : await parquetReadObjects({ file: buffer as ArrayBuffer })
    expect(back.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])))).toEqual(wanted)
  })

  test('JSON Lines', () => {
    const text = readFileSync(join(exported('jsonl', [name]), `${name}.jsonl`), 'utf8')
    const { columns, rows } = expected(name)
    const back = text.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Record<string, Cell>)
    expect(back.map((row) => columns.map((column) => row[column]))).toEqual(rows)
  })
})

describe('brat', () => {
  test('each annotation holds the very words, counted in code points', () => {
    const out = exported('brat')
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ann'))
    expect(files).toHaveLength(2)
    for (const file of files) {
      const text = Array.from(readFileSync(join(out, file.replace(/\.ann$/, '.txt')), 'utf8'))
      const lines = readFileSync(join(out, file), 'utf8').split('\n').slice(0, -1)
      const ids = new Set(lines.map((line) => line.split('\t')[0]))
      expect(ids.size).toBe(lines.length)
      for (const line of lines) {
        if (line.startsWith('T')) {
          const [, type, places, words] = /^T\d+\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)$/u.exec(line) ?? []
          expect(type, line).toBeDefined()
          const pieces = (places ?? '').split(';').map((place) => place.split(' ').map(Number))
          expect(pieces.map(([start, end]) => text.slice(start, end).join('')).join(' '), line).toBe(words)
        } else {
          const [, , ...rest] = /^(?:(R\d+)\t(?:By|Reported) Arg1:(T\d+) Arg2:(T\d+)|(A\d+)\t(?:Direct|Mixed|Attitude|Other|Denied) (T\d+)|(#\d+)\tAnnotatorNotes (T\d+)\t.+)$/u.exec(line) ?? []
          expect(rest.length, line).toBeGreaterThan(0)
          for (const id of rest.filter((id) => id?.startsWith('T'))) expect(ids.has(id), line).toBe(true)
        }
      }
    }
  })
})

describe('CoNLL-U', () => {
  test('obeys the rules of the format', () => {
    const out = exported('conllu')
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.conllu'))
    expect(files).toHaveLength(2)
    for (const file of files) {
      const content = readFileSync(join(out, file), 'utf8')
      expect(content.endsWith('\n\n')).toBe(true)
      for (const sentence of content.trimEnd().split('\n\n')) checkSentence(sentence)
    }
  })

  /** The rules of https://universaldependencies.org/format.html that a file without multiword tokens can break. */
  function checkSentence(sentence: string): void {
    const lines = sentence.split('\n')
    const comments = lines.filter((line) => line.startsWith('#'))
    const words = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))
    expect(comments.some((line) => line.startsWith('# sent_id = '))).toBe(true)
    const text = comments.find((line) => line.startsWith('# text = '))?.slice('# text = '.length)
    const printed = words.map((fields) => (fields[1] ?? '') + (fields[9]?.split('|').includes('SpaceAfter=No') ? '' : ' ')).join('').trimEnd()
    expect(printed).toBe(text)
    for (const [index, fields] of words.entries()) {
      expect(fields).toHaveLength(10)
      expect(fields[0]).toBe(String(index + 1))
      for (const field of fields) expect(field).toMatch(/^\S(?:.*\S)?$/u)
      expect(fields[3]).toMatch(/^(ADJ|ADP|ADV|AUX|CCONJ|DET|INTJ|NOUN|NUM|PART|PRON|PROPN|PUNCT|SCONJ|SYM|VERB|X)$/)
      expect(fields[7]).toMatch(/^[a-z]+(:[a-z]+)?$/)
      expect(fields[6] === '0').toBe(fields[7] === 'root')
      expect(Number(fields[6])).toBeLessThanOrEqual(words.length)
      const misc = (fields[9] ?? '').split('|')
      expect([...misc].sort()).toEqual(misc)
    }
    expect(words.filter((fields) => fields[6] === '0')).toHaveLength(1)
    for (const [index] of words.entries()) expect(reachesRoot(words, index)).toBe(true)
  }

  function reachesRoot(words: readonly string[][], from: number): boolean {
    let at = from + 1
    for (let steps = 0; steps <= words.length; steps++) {
      if (at === 0) return true
      at = Number(words[at - 1]?.[6])
    }
    return false
  }

  const word = { start: 0, end: 1, text: 'x', lemma: 'x', tag: 'NN', head: null, relation: 'root', name: 'O', role: 'O', of: null, same: null, sure: { name: 1, role: 1, tie: 1 } }
  test.each([
    [{ tag: 'VBZ', relation: 'cop', lemma: 'be' }, 'AUX'],
    [{ tag: 'VBD', relation: 'root', lemma: 'say' }, 'VERB'],
    [{ tag: 'IN', relation: 'mark', lemma: 'that' }, 'SCONJ'],
    [{ tag: 'IN', relation: 'case', lemma: 'in' }, 'ADP'],
    [{ tag: 'DT', relation: 'nsubj', lemma: 'this' }, 'PRON'],
    [{ tag: 'RB', relation: 'advmod', lemma: 'not' }, 'PART'],
    [{ tag: 'nonsense', relation: 'dep', lemma: 'x' }, 'X']
  ])('%j is %s', (facts, upos) => {
    expect(universal({ ...word, ...facts })).toBe(upos)
  })
})

/** The terms of http://www.w3.org/ns/anno.jsonld that are used here, as the W3C has them. */
const ANNOTATION_CONTEXT = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#', as: 'http://www.w3.org/ns/activitystreams#', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', dc: 'http://purl.org/dc/elements/1.1/', xsd: 'http://www.w3.org/2001/XMLSchema#',
    id: { '@type': '@id', '@id': '@id' }, type: { '@type': '@id', '@id': '@type' },
    Annotation: 'oa:Annotation', AnnotationPage: 'as:OrderedCollectionPage', SpecificResource: 'oa:SpecificResource', TextualBody: 'oa:TextualBody', TextPositionSelector: 'oa:TextPositionSelector', TextQuoteSelector: 'oa:TextQuoteSelector',
    identifying: 'oa:identifying', tagging: 'oa:tagging', classifying: 'oa:classifying', describing: 'oa:describing', commenting: 'oa:commenting',
    body: { '@type': '@id', '@id': 'oa:hasBody' }, target: { '@type': '@id', '@id': 'oa:hasTarget' }, source: { '@type': '@id', '@id': 'oa:hasSource' }, selector: { '@type': '@id', '@id': 'oa:hasSelector' },
    motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' }, purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
    value: 'rdf:value', exact: 'oa:exact', prefix: 'oa:prefix', suffix: 'oa:suffix', start: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:start' }, end: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:end' },
    items: { '@type': '@id', '@id': 'as:items', '@container': '@list' }
  }
}

/** Offline, and with an error for every term that the context does not know. */
const processing = {
  safe: true,
  documentLoader: async (url: string) => {
    expect(url).toBe('http://www.w3.org/ns/anno.jsonld')
    return { document: ANNOTATION_CONTEXT as unknown as jsonld.NodeObject, documentUrl: url }
  }
}

interface AnnotationPage {
  readonly items: readonly { readonly target: readonly { readonly selector: readonly { readonly start?: number; readonly end?: number; readonly exact?: string; readonly prefix?: string; readonly suffix?: string }[] }[] }[]
}

describe('Web Annotation', () => {
  test('is JSON-LD of which a processor drops nothing, and both selectors find the same words', async () => {
    const out = exported('webannotation')
    for (const { article, tokens, speakers, claims } of records) {
      const file = readdirSync(out, { recursive: true, encoding: 'utf8' }).find((path) => path.replace(/%22|%3C|%3E|%25/g, '').endsWith(`${article.path.replace(/["<>%]/g, '')}.jsonld`)) ?? ''
      const page = JSON.parse(readFileSync(join(out, file), 'utf8')) as AnnotationPage
      expect(page.items.length).toBeGreaterThan(speakers.attributions.length + claims.claims.length)
      const points = Array.from(tokens.text)
      for (const { target } of page.items)
        for (const { selector } of target) {
          const [position, quote] = selector
          expect(points.slice(position?.start, position?.end).join('')).toBe(quote?.exact)
          expect(tokens.text).toContain(`${quote?.prefix}${quote?.exact}${quote?.suffix}`)
        }
      const quads = (await jsonld.toRDF(page as object, processing)) as unknown as { predicate: { value: string } }[]
      const count = (term: string) => quads.filter(({ predicate }) => predicate.value === `http://www.w3.org/ns/oa#${term}`).length
      expect(count('hasTarget')).toBe(page.items.reduce((sum, { target }) => sum + target.length, 0))
      expect(count('exact')).toBe(count('hasTarget'))
      expect(count('start')).toBe(count('hasTarget'))
    }
  })
})

describe('schema.org', () => {
  test('is JSON-LD with a Quotation for every quotation in marks and a Claim for every claim', async () => {
    const graph = JSON.parse(readFileSync(join(exported('schemaorg'), 'schemaorg.jsonld'), 'utf8')) as object
    const quads = (await jsonld.toRDF(graph, processing)) as unknown as { subject: { value: string }; predicate: { value: string }; object: { value: string } }[]
    const ofType = (type: string) => quads.filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value === `https://schema.org/${type}`).map(({ subject }) => subject.value)
    const quoted = records.flatMap(({ article, speakers }) => speakers.attributions.filter(({ type }) => type !== 'indirect').map(({ id }) => `${addressOf('hearsay:', article.path)}#${id}`))
    expect(quoted.length).toBeGreaterThan(1)
    expect(ofType('Quotation').sort()).toEqual(quoted.sort())
    expect(ofType('Claim')).toHaveLength(records.reduce((sum, { claims }) => sum + claims.claims.length, 0))
    expect(ofType('NewsArticle')).toHaveLength(2)
    const texts = quads.filter(({ subject, predicate }) => quoted.includes(subject.value) && predicate.value === 'https://schema.org/text').map(({ object }) => object.value)
    expect(texts.join('\n')).not.toMatch(/^["“]/m)
  })
})

describe('files', () => {
  test('an export that breaks off leaves the last one as it was, and nothing beside it', () => {
    const out = exported('csv', ['articles'])
    const before = readFileSync(join(out, 'articles.csv'), 'utf8')
    const files = filesIn(out)
    files.open('articles.csv').write('half a')
    files.write('new.csv', 'whole')
    files.discard()
    expect(readFileSync(join(out, 'articles.csv'), 'utf8')).toBe(before)
    expect(readdirSync(out)).toEqual(['articles.csv'])
  })

  test('the output itself is no place for an export', () => {
    expect(() => exportTo({ to: 'csv', out: places.output, tables: null, base: '' }, places, quiet)).toThrow(/another folder/)
    expect(existsSync(join(places.output, 'articles.csv'))).toBe(false)
  })

  test('a table that is misspelt', () => {
    expect(() => exportTo({ to: 'csv', out: folder(), tables: ['quotatons'], base: '' }, places, quiet)).toThrow('did you mean "quotations"?')
  })

  test('same in, same out', () => {
    const [one, other] = [exported('parquet'), exported('parquet')]
    for (const name of readdirSync(one)) expect(readFileSync(join(one, name)).equals(readFileSync(join(other, name))), name).toBe(true)
  })
})

test('code points are counted, wherever the pairs stand', () => {
  const text = 'a🛥️b🛥c'
  const pointOf = codePointsOf(text)
  expect([0, 1, 3, 4, 5, 7, 8].map(pointOf)).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('an address can not be left by a name in it', () => {
  expect(addressOf('https://example.org/', '../a b/#<x>?.txt')).toBe('https://example.org/%2E%2E/a%20b/%23%3Cx%3E%3F.txt')
})

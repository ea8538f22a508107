import { beforeAll, describe, expect, test } from 'vitest'
import { run } from '../src/commands/run.js'
import { sql, tablesListed } from '../src/commands/sql.js'
import { allTables } from '../src/tables/index.js'
import { fakePipeline } from './fakes.mjs'
import { folder } from './folders.js'

const quiet = { progress() {} }
const places = { corpus: folder({ 'a.txt': 'Anna says "boats, and gates" today', 'b.txt': 'Ole says nothing' }), output: folder() }
const empty = folder()

beforeAll(async () => {
  await run({ ...places, data: empty, models: empty, workers: 1, anyLanguage: false, from: null, shard: null }, fakePipeline(), quiet)
})

const ask = async (question: string): Promise<unknown> => JSON.parse(await sql(question, places, 'json', quiet))

describe('sql', () => {
  test('answers over the articles', async () => {
    expect(await ask('select article, tokens from articles order by article')).toEqual([
      { article: 'a.txt', tokens: 6 },
      { article: 'b.txt', tokens: 3 }
    ])
  })

  test('every table can be asked, in capitals too', async () => {
    for (const { name, columns } of allTables) expect(await ask(`SELECT ${columns.map((column) => `"${column.name}"`).join(', ')} FROM ${name.toUpperCase()} LIMIT 1`), name).toBeInstanceOf(Array)
  })

  test('joins, lists, big numbers and dates come back as JSON can hold them', async () => {
    expect(await ask(`select count(*) as n, sum(t.index) as s, ['x', null] as l, date '2017-05-09' as d, 10::hugeint ** 30 > 1 as b, 9007199254740993 as big from tokens t join articles using (article)`)).toEqual([
      { n: 9, s: 18, l: ['x', null], d: '2017-05-09', b: 'true', big: '9007199254740993' }
    ])
  })

  test('as CSV and as a table', async () => {
    expect(await sql(`select article, 'a "b", c' as text from articles where article = 'a.txt'`, places, 'csv', quiet)).toBe('article,text\r\na.txt,"a ""b"", c"')
    expect(await sql('select article from articles order by all', places, 'text', quiet)).toMatch(/a\.txt[^]*b\.txt[^]*2 rows$/)
  })

  test('what is wrong with a question is said, with the tables that there are', async () => {
    await expect(sql('select * from quotation', places, 'text', quiet)).rejects.toThrow(/quotation[^]*Tables: articles, quotations/)
    await expect(sql('selct 1', places, 'text', quiet)).rejects.toThrow(/syntax error/)
  })

  test('nothing is asked of an output that is not there', async () => {
    await expect(sql('select 1 from articles', { corpus: 'corpus', output: folder() }, 'text', quiet)).rejects.toThrow(/hearsay run/)
  })

  test('lists its tables with every column', () => {
    for (const { name, columns } of allTables) for (const column of columns) expect(tablesListed('text')).toContain(column.about)
    expect(JSON.parse(tablesListed('json'))).toHaveLength(allTables.length)
  })
})

import { DuckDBDateValue, DuckDBInstance, DuckDBListValue, LIST, VARCHAR, type DuckDBAppender, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'
import Table from 'cli-table3'
import { UserError } from '../error.js'
import { articleTables, allTables, corpusTables, recordsIn, type Cell, type CellType, type Column, type Row } from '../tables/index.js'
import type { Places } from '../store/index.js'
import { asCsv, asJson, quoted, type Shape } from './rows.js'
import type { Watcher } from './run.js'

/** Answers a question in SQL (DuckDB's) over everything that `output/` holds. Only tables that the question names are filled. */
export async function sql(question: string, places: Places, shape: Shape, { progress }: Watcher): Promise<string> {
  const connection = await connected()
  try {
    await fill(connection, question, places, progress)
    const reader = await connection.runAndReadAll(question).catch((error: unknown) => {
      throw new UserError(`${messageOf(error)}\n\nTables: ${allTables.map(({ name }) => name).join(', ')}; "hearsay sql" alone lists their columns.`)
    })
    const names = reader.deduplicatedColumnNames()
    const rows = reader.getRows().map((row) => Object.fromEntries(names.map((name, index) => [name, plain(row[index] ?? null)])))
    if (shape === 'json') return asJson(rows)
    if (shape === 'csv') return asCsv(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, asText(cell)]))), names)
    return drawn(names, rows.map((row) => names.map((name) => asText(row[name] ?? null))))
  } finally {
    connection.closeSync()
  }
}

/** The tables and their columns, for whoever asks nothing yet. */
export function tablesListed(shape: Shape): string {
  if (shape === 'json') return asJson(allTables)
  const width = Math.max(...allTables.flatMap(({ columns }) => columns.map(({ name }) => name.length)))
  const listed = allTables.map(({ name, about, columns }) => [`${name}: ${about}`, ...columns.map((column) => `  ${column.name.padEnd(width)}  ${column.type.padEnd(7)}  ${column.about}`)].join('\n'))
  return [...listed, `Try: hearsay sql "select speaker, count(*) as said from quotations group by all order by said desc limit 10"`].join('\n\n')
}

/** Nothing is fetched: a question that needs an extension which is not there is an error. */
async function connected(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false', threads: '2' })
  return instance.connect()
}

type Filled = { readonly name: string; readonly columns: readonly Column[] }

async function fill(connection: DuckDBConnection, question: string, places: Places, progress: Watcher['progress']): Promise<void> {
  const named = ({ name }: Filled) => new RegExp(`\\b${name}\\b`, 'i').test(question)
  const ofArticles = articleTables.filter(named)
  const ofCorpus = corpusTables.filter(named)
  const { articles, count, corpus } = recordsIn(places)
  const appenders = new Map<string, DuckDBAppender>()
  for (const table of [...articleTables, ...corpusTables]) {
    await connection.run(`create table "${table.name}" (${table.columns.map(({ name, type }) => `"${name}" ${TYPES[type]}`).join(', ')})`)
    if (named(table)) appenders.set(table.name, await connection.createAppender(table.name))
  }
  const append = (table: Filled, rows: Iterable<Row>) => {
    const appender = appenders.get(table.name)
    if (appender) for (const row of rows) appendRow(appender, row, table.columns)
  }
  if (ofArticles.length > 0) {
    let done = 0
    progress(0, count)
    for (const record of articles) {
      for (const table of ofArticles) append(table, table.rows(record))
      progress(++done, count)
    }
  }
  for (const table of ofCorpus) append(table, table.rows(corpus))
  for (const appender of appenders.values()) appender.closeSync()
}

const TYPES: Readonly<Record<CellType, string>> = { text: 'varchar', integer: 'integer', real: 'double', date: 'date', list: 'varchar[]' }

function appendRow(appender: DuckDBAppender, row: Row, columns: readonly Column[]): void {
  for (const [index, { type }] of columns.entries()) appendCell(appender, row[index] ?? null, type)
  appender.endRow()
}

function appendCell(appender: DuckDBAppender, cell: Cell, type: CellType): void {
  if (cell === null) appender.appendNull()
  else if (typeof cell === 'object') appender.appendList([...cell], LIST(VARCHAR))
  else if (typeof cell === 'number' && type === 'integer') appender.appendInteger(cell)
  else if (typeof cell === 'number') appender.appendDouble(cell)
  else if (type === 'date') appendDate(appender, cell)
  else appender.appendVarchar(cell)
}

/** A date that is no day of the calendar is left out rather than bent. */
function appendDate(appender: DuckDBAppender, cell: string): void {
  const days = Date.parse(`${cell}T00:00:00Z`) / 86_400_000
  if (Number.isInteger(days)) appender.appendDate(new DuckDBDateValue(days))
  else appender.appendNull()
}

type Plain = string | number | null | readonly Plain[]

/** A value of DuckDB as JSON can hold it: numbers as numbers while they are exact, the rest as DuckDB writes it. */
function plain(value: DuckDBValue): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof DuckDBListValue) return value.items.map(plain)
  return String(value)
}

const asText = (cell: Plain): string | number | null => (Array.isArray(cell) ? cell.map(asText).join('; ') : (cell as string | number | null))

function drawn(names: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const table = new Table({ head: [...names], style: { head: [], border: [], compact: true } })
  for (const row of rows) table.push(row.map((cell) => (typeof cell === 'number' ? { content: String(cell), hAlign: 'right' as const } : quoted(cell ?? '–', 80))))
  return `${table.toString()}\n${rows.length} row${rows.length === 1 ? '' : 's'}`
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter, type Writer } from 'hyparquet-writer'
import type { Cell, CellType, Column, Row } from '../tables/index.js'
import type { TextFile } from './files.js'
import { tableFormat } from './table-format.js'

/** Rows of one row group: what is kept in memory of a table. */
const GROUP = 50_000

/** Apache Parquet, one file a table; a date is a DATE, a list a LIST. */
export const parquet = tableFormat('Apache Parquet; lists are lists, dates are dates', ({ name, columns }, files) => {
  const writer = new ParquetWriter({ writer: writingTo(files.open(`${name}.parquet`)), schema: schemaOf(columns), createdBy: 'hearsay' })
  let rows: Row[] = []
  const flush = () => {
    if (rows.length === 0) return
    writer.write({ columnData: columns.map(({ name, type }, index) => ({ name, data: rows.map((row) => valueOf(row[index] ?? null, type)) })), rowGroupSize: GROUP })
    rows = []
  }
  return {
    row(row) {
      rows.push(row)
      if (rows.length === GROUP) flush()
    },
    end() {
      flush()
      writer.finish()
    }
  }
})

/** Hands on each row group as it is done; offsets count on. */
function writingTo(file: TextFile): Writer {
  const bytes = new ByteWriter()
  const flush = () => {
    file.write(bytes.getBytes())
    bytes.index = 0
  }
  return Object.assign(bytes, { flush, finish: flush })
}

const TYPES: Readonly<Record<Exclude<CellType, 'list'>, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  real: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' }
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const elements = columns.flatMap(({ name, type }): SchemaElement[] =>
    type === 'list'
      ? [
          { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
          { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
          { name: 'element', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' }
        ]
      : [{ name, repetition_type: 'OPTIONAL', ...TYPES[type] }]
  )
  return [{ name: 'root', num_children: columns.length }, ...elements]
}

/** A date that is no day of the calendar is left out rather than bent. */
function valueOf(cell: Cell, type: CellType): unknown {
  if (type !== 'date' || typeof cell !== 'string') return cell
  const date = new Date(`${cell}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? null : date
}

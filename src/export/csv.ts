import { csvLine } from '../csv.js'
import type { Cell } from '../tables/index.js'
import { tableFormat } from './table-format.js'

/** RFC 4180 in UTF-8. The mark at its start tells Excel so; lists are parted by "; ". */
export const csv = tableFormat('one row a quotation, claim, mention, …; lists are parted by "; "', ({ name, columns }, files) => {
  const file = files.open(`${name}.csv`)
  file.write(`\uFEFF${csvLine(columns.map((column) => column.name))}\r\n`)
  return { row: (row) => file.write(`${csvLine(row.map(cellOf))}\r\n`), end() {} }
})

const cellOf = (cell: Cell): string | number => (cell === null ? '' : typeof cell === 'object' ? cell.join('; ') : cell)

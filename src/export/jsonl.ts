import { tableFormat } from './table-format.js'

/** JSON Lines: an object a row, lists as lists, `null` where nothing was found. */
export const jsonl = tableFormat('one JSON object a line', ({ name, columns }, files) => {
  const file = files.open(`${name}.jsonl`)
  return { row: (row) => file.write(`${JSON.stringify(Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? null])))}\n`), end() {} }
})

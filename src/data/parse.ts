import { UserError } from '../error.js'

export type Row = Readonly<Record<string, string>>

/** One entry a line, sorted, `#` begins a comment. Throws `UserError` for a duplicate or an entry out of order. */
export function parseWords(content: string, path: string): ReadonlySet<string> {
  const lineOf = new Map<string, number>()
  let last = ''
  content.split('\n').forEach((line, index) => {
    const word = line.replace(/(^|\s)#.*/, '').trim()
    if (!word) return
    const at = `${path}:${index + 1}: "${word}"`
    const earlier = lineOf.get(word)
    if (earlier) throw new UserError(`${at} is already on line ${earlier}; delete one`)
    if (word < last) throw new UserError(`${at} comes after "${last}"; sort the file (LC_ALL=C sort)`)
    lineOf.set(word, index + 1)
    last = word
  })
  return new Set(lineOf.keys())
}

/** Tab-separated values under one header line; `#` lines before the header are comments. */
export function parseTable(content: string, path: string): readonly Row[] {
  const lines = content.split('\n').map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line !== '' && !line.startsWith('#'))
  const [header, ...rest] = lines
  if (!header) throw new UserError(`${path}: no header line; the first line names the columns`)
  const columns = header.line.split('\t')
  return rest.map(({ line, number }) => {
    const cells = line.split('\t')
    if (cells.length !== columns.length) throw new UserError(`${path}:${number}: ${cells.length} columns instead of ${columns.length}; put one tab between cells`)
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

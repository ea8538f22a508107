import { join } from 'node:path'
import { UserError } from '../error.js'
import { filesIn, formats, type FormatName } from '../export/index.js'
import { nearest } from '../near.js'
import { sameFolder } from './folders.js'
import type { Places } from '../store/index.js'
import { allTables, recordsIn } from '../tables/index.js'
import type { Watcher } from './run.js'
import { hearsayVersion } from '../workshop.js'

export interface ExportRequest {
  readonly to: FormatName
  /** The folder for the files. */
  readonly out: string
  /** Tables wanted; null: all but tokens, which are a hundred times the rest. */
  readonly tables: readonly string[] | null
  readonly base: string
}

export interface Exported {
  readonly format: FormatName
  readonly folder: string
  readonly articles: number
  readonly files: readonly string[]
}

/** Writes what `output/` holds in a format that others read. Files of an earlier export are replaced once all new ones are whole. */
export function exportTo({ to, out, tables, base }: ExportRequest, places: Places, { progress }: Watcher): Exported {
  const wanted = tables ?? allTables.map(({ name }) => name).filter((name) => name !== 'tokens')
  for (const name of wanted) if (!allTables.some((table) => table.name === name)) throw new UserError(unknownTable(name))
  if (sameFolder(out, places.output) || sameFolder(out, places.corpus)) throw new UserError(`${out} holds hearsay's own files; name another folder with --out`)
  const { articles, count, corpus } = recordsIn(places)
  const files = filesIn(out)
  try {
    const writing = formats[to].open(files, { tables: wanted, base, hearsay: hearsayVersion })
    let done = 0
    progress(0, count)
    for (const record of articles) {
      writing.article(record)
      progress(++done, count)
    }
    writing.corpus(corpus)
    writing.end()
    return { format: to, folder: out, articles: count, files: files.settle() }
  } catch (error) {
    files.discard()
    throw error
  }
}

export function unknownTable(name: string): string {
  const names = allTables.map((table) => table.name)
  const [near] = nearest(name, names)
  return `there is no table "${name}"${near === undefined ? '' : `; did you mean "${near}"?`} (${names.join(', ')})`
}

export function exportedLines({ format, folder, articles, files }: Exported): string {
  const shown = files.slice(0, 12).map((file) => `  ${join(folder, file)}`)
  return [`${articles} article${articles === 1 ? '' : 's'} as ${format}:`, ...shown, ...(files.length > shown.length ? [`  … ${files.length - shown.length} more`] : [])].join('\n')
}

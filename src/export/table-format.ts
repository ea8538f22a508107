import { articleTables, corpusTables, type Column, type Row } from '../tables/index.js'
import type { Files } from './files.js'
import type { Format } from './model.js'

export interface TableWriter {
  row(row: Row): void
  end(): void
}

type Opens = (table: { readonly name: string; readonly columns: readonly Column[] }, files: Files) => TableWriter

/** A format with a file a table, whose rows are written as they come. */
export const tableFormat = (about: string, opens: Opens): Format => ({
  about,
  open(files, { tables }) {
    const wanted = ({ name }: { readonly name: string }) => tables.includes(name)
    const ofArticles = articleTables.filter(wanted).map((table) => ({ table, writer: opens(table, files) }))
    const ofCorpus = corpusTables.filter(wanted).map((table) => ({ table, writer: opens(table, files) }))
    return {
      article(record) {
        for (const { table, writer } of ofArticles) for (const row of table.rows(record)) writer.row(row)
      },
      corpus(record) {
        for (const { table, writer } of ofCorpus) for (const row of table.rows(record)) writer.row(row)
      },
      end() {
        for (const { writer } of [...ofArticles, ...ofCorpus]) writer.end()
      }
    }
  }
})

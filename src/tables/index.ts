import { articleTables } from './article-tables.js'
import { corpusTables } from './corpus-tables.js'
import type { Column } from './model.js'

export { articleTables, corpusTables }
export { keyOf, recordsIn, registryOf, type Records } from './records.js'
export type { ArticleRecord, Cell, CellType, Column, Row, Table } from './model.js'
export type { CorpusRecord } from './corpus-tables.js'

/** Every table, documented: its name, what a row is, what each column holds. */
export const allTables: readonly { readonly name: string; readonly about: string; readonly columns: readonly Column[] }[] = [...articleTables, ...corpusTables]

import type { Article, Layers } from '../model.js'

/** One cell. A list is text in a spreadsheet and a list everywhere else; null: looked for and not found. */
export type Cell = string | number | null | readonly string[]

export type CellType = 'text' | 'integer' | 'real' | 'date' | 'list'

/** A table of what hearsay found, as every export and `hearsay sql` have it. */
export interface Table<From> {
  readonly name: string
  /** What one row is. */
  readonly about: string
  readonly columns: readonly Column[]
  /** Rows in a fixed order, each as long as `columns`. */
  rows(from: From): Iterable<Row>
}

export interface Column {
  readonly name: string
  readonly type: CellType
  readonly about: string
}

export type Row = readonly Cell[]

/** All that was found in one article. Ids of entities in its layers are the article's own. */
export interface ArticleRecord extends Layers {
  readonly article: Article
  /** The registry's id for an id of the article's own; null: none, or the user wants it left out. */
  idOf(entity: string | null): string | null
  /** The name of an entity of the registry. */
  nameOf(id: string | null): string | null
  /** Who speaks in an attribution, by the registry's id, after the user's decisions; null: nobody named, or undecided. */
  speakerOf(attribution: string): string | null
}

/** A column and where its cells come from. */
export interface Source<Item, From> extends Column {
  of(item: Item, from: From): Cell
}

export function table<Item, From>(name: string, about: string, items: (from: From) => Iterable<Item>, columns: readonly Source<Item, From>[]): Table<From> {
  return {
    name,
    about,
    columns: columns.map(({ name, type, about }) => ({ name, type, about })),
    *rows(from) {
      for (const item of items(from)) yield columns.map((column) => column.of(item, from))
    }
  }
}

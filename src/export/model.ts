import type { ArticleRecord, CorpusRecord } from '../tables/index.js'
import type { Files } from './files.js'

/** One format. It is given every article once, in order, then what is known across them. */
export interface Format {
  /** What stands in each file, for the help. */
  readonly about: string
  open(files: Files, options: ExportOptions): Writing
}

export interface Writing {
  article(record: ArticleRecord): void
  corpus(record: CorpusRecord): void
  /** All articles were given. */
  end(): void
}

export interface ExportOptions {
  /** Names of the tables wanted, of formats that are tables. */
  readonly tables: readonly string[]
  /** What stands before an article's path where an address is needed: "https://example.org/articles/". */
  readonly base: string
  readonly hearsay: string
}

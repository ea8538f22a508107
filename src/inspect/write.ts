import { gzipSync } from 'node:zlib'
import type { Places } from '../store/index.js'
import { guarded, mounted } from './page.js'
import { readArticleRecord, readCorpus } from './read.js'
import type { ArticleRecord, Records } from './records.js'

/** The page as one file that carries all it shows. Of the same output always the same bytes. */
export function standalone(page: string, records: Records): string {
  return guarded(mounted(page, { mode: 'file', gzip: gzipSync(JSON.stringify(records), { level: 9 }).toString('base64') }))
}

/** Everything at once: a page for sending is made of a corpus that a person can look through. */
export function readRecords(places: Places): Records {
  const corpus = readCorpus(places)
  const read = corpus.registry.articles.map(({ article }) => readArticleRecord(places, article))
  const damaged = read.flatMap((record) => ('why' in record ? [record] : []))
  return { corpus: { ...corpus, damaged: [...corpus.damaged, ...damaged] }, articles: read.filter((record): record is ArticleRecord => !('why' in record)) }
}

import { UserError } from '../error.js'
import type { FileReport } from '../report.js'
import type { Decision } from '../decisions/index.js'
import type { Conflicts, Decisions, Quotes, Registry } from '../stages/5-corpus/index.js'
import { readCorpusFile, readDecisions, readText, readWholeReport, type Places } from '../store/index.js'
import { articleLayers } from '../tables/article-layers.js'
import type { ArticleCounts, ArticleRecord, CorpusRecord } from './records.js'

/** Not with the names of folders: a page may be sent to somebody else. */
const AGAIN = '; run hearsay again'

/** What holds for the whole corpus, from `output/` and from the user's decisions. A damaged file is named, and all else is there.
 *  Throws `UserError` where there is nothing to show. */
export function readCorpus(places: Places): CorpusRecord {
  const report = readWholeReport(places)
  const registry = readCorpusFile<Registry>(places, 'entities')
  const again = `hearsay run ${places.corpus} ${places.output}`
  if (registry.state === 'missing' && !report) throw new UserError(`${places.output} holds nothing that hearsay has written; read your articles first: ${again}`)
  if (registry.state !== 'whole') throw new UserError(`${places.output}: the registry of entities (5-corpus/entities.json) is ${registry.state}; make it again: ${again}`)
  const damaged: { file: string; why: string }[] = []
  const corpusFile = <File>(name: string): File | null => {
    const read = readCorpusFile<File>(places, name)
    if (read.state === 'damaged') damaged.push({ file: `5-corpus/${name}.json`, why: `it is damaged${AGAIN}` })
    return read.state === 'whole' ? read.file : null
  }
  if (!report) damaged.push({ file: 'report.json', why: `it is missing or damaged${AGAIN}` })
  for (const { file, outcome, reason } of report?.files ?? []) if (outcome === 'failed') damaged.push({ file, why: reason ?? 'could not be read' })
  const decisions = corpusFile<Decisions>('decisions')
  const current = decisionsIn(places)
  if ('why' in current) damaged.push(current)
  return {
    hearsay: report?.hearsay ?? '',
    finished: report?.finished ?? '',
    registry: { articles: registry.file.articles, entities: registry.file.entities },
    quotes: corpusFile<Quotes>('quotes')?.quotes ?? [],
    conflicts: corpusFile<Conflicts>('conflicts')?.conflicts ?? [],
    decided: decisions?.decisions ?? [],
    speakers: decisions?.speakers ?? [],
    decisions: 'why' in current ? (decisions?.decisions ?? []).map(({ decision }) => decision) : current,
    counts: Object.fromEntries((report?.files ?? []).flatMap((file) => (file.outcome === 'read' ? [[file.file, countsOf(file)]] : []))),
    damaged
  }
}

/** What `hearsay.json` says now; or what is wrong with it. */
export function decisionsIn(places: Places): readonly Decision[] | { readonly file: string; readonly why: string } {
  try {
    return readDecisions(places).entries.map(({ decision }) => decision)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { file: 'hearsay.json', why: error.message }
  }
}

function countsOf({ counts }: FileReport): ArticleCounts {
  const { words = 0, attributions = 0, claims = 0, problems = 0 } = counts
  return { words, statements: attributions, claims, problems }
}

/** An article with its layers; or which of them is missing or damaged. */
export function readArticleRecord(places: Places, path: string): ArticleRecord | { readonly file: string; readonly why: string } {
  const layers = articleLayers(places, path, readText)
  if ('broken' in layers) return { file: path, why: `its ${layers.broken.join(' and ')} ${layers.broken.length === 1 ? 'layer is' : 'layers are'} missing or damaged${AGAIN}` }
  const { tokens, speakers, entities, claims } = layers
  const { article, text, paragraphs, sentences, header } = tokens
  return {
    article,
    words: header.counts['words'] ?? 0,
    text,
    paragraphs,
    sentences,
    notes: header.notes,
    speakers: { attributions: speakers.attributions, problems: speakers.problems },
    entities: { entities: entities.entities, speakers: entities.speakers, dates: entities.dates },
    claims: claims.claims
  }
}

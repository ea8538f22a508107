import { UserError } from '../error.js'
import type { FileReport } from '../report.js'
import type { Decision } from '../decisions/index.js'
import type { Conflicts, Decided, Decisions, Quotes, Registry } from '../stages/5-corpus/index.js'
import { readCorpusFile, readDecisions, readLayer, readText, readWholeReport, type Places } from '../store/index.js'
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
  const pending = pendingIn(places, decisions?.decisions ?? [])
  if ('why' in pending) damaged.push(pending)
  return {
    hearsay: report?.hearsay ?? '',
    finished: report?.finished ?? '',
    registry: { articles: registry.file.articles, entities: registry.file.entities },
    quotes: corpusFile<Quotes>('quotes')?.quotes ?? [],
    conflicts: corpusFile<Conflicts>('conflicts')?.conflicts ?? [],
    decided: decisions?.decisions ?? [],
    speakers: decisions?.speakers ?? [],
    pending: 'why' in pending ? [] : pending,
    counts: Object.fromEntries((report?.files ?? []).flatMap((file) => (file.outcome === 'read' ? [[file.file, countsOf(file)]] : []))),
    damaged
  }
}

/** What `hearsay.json` decides and the last run did not know; or what is wrong with it. */
export function pendingIn(places: Places, decided: readonly Decided[]): readonly Decision[] | { readonly file: string; readonly why: string } {
  const kept = new Set(decided.map(({ decision }) => JSON.stringify(decision)))
  try {
    return readDecisions(places).entries.flatMap(({ decision }) => (kept.has(JSON.stringify(decision)) ? [] : [decision]))
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
  const tokens = readText(places, path)
  const speakers = readLayer(places, 'speakers', path)
  const entities = readLayer(places, 'entities', path)
  const claims = readLayer(places, 'claims', path)
  if (!tokens || !speakers || !entities || !claims) {
    const broken = Object.entries({ tokens, speakers, entities, claims }).flatMap(([name, layer]) => (layer ? [] : [name]))
    return { file: path, why: `its ${broken.join(' and ')} ${broken.length === 1 ? 'layer is' : 'layers are'} missing or damaged${AGAIN}` }
  }
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

import { loadLexicon } from './data/lexicon.js'
import type { Entry } from './decisions/index.js'
import { sha256 } from './digest.js'
import { groundPrint } from './fingerprint.js'
import type { Made } from './make.js'
import type { Counts } from './model.js'
import { wordsIn } from './span.js'
import { assemble, version, type ArticleLayers, type Decided, type Outcome } from './stages/5-corpus/index.js'
import { corpusPrint, readArticle, readCorpus, readLayer, writeCorpus, type Places } from './store/index.js'
import { dataPrints } from './workshop.js'

type Digests = Made['digests']

/** What the corpus level is made with besides the layers. */
export interface CorpusJob extends Places {
  readonly hearsay: string
  /** Folder of the word lists, and which of them there are. */
  readonly data: string
  readonly corpusData: readonly string[]
  /** It is made again even where nothing has changed. */
  readonly forced: boolean
  /** The user's `hearsay.json`, as it is written and as it is understood. */
  readonly decisions: { readonly text: string; readonly entries: readonly Entry[] }
  /** Outcomes of decisions that were carried out before: files that are not read. */
  readonly settled: ReadonlyMap<Entry, Outcome>
}

export interface MadeCorpus {
  /** False: it was as it should be. */
  readonly made: boolean
  readonly counts: Counts
  /** Decisions that could not be carried out, each with the reason. */
  readonly undone: readonly Decided[]
  /** Articles whose layers were gone or damaged when they were read here: another run was at work, or a disk fails. */
  readonly unread: readonly string[]
}

/** Brings the corpus level up to date. It is made from nothing each time that an article or a decision has changed: joining is global, and reading 5,000 articles
 *  takes seconds. */
export function makeCorpus(job: CorpusJob, articles: ReadonlyMap<string, Digests>): MadeCorpus {
  const ground = groundPrint({ hearsay: job.hearsay, layer: 'corpus', version, settings: {}, data: dataPrints(job.data, job.corpusData), model: null })
  const print = (digests: ReadonlyMap<string, Digests>) => printOf(ground, digests, job)
  const kept = job.forced ? null : corpusPrint(job)
  if (kept?.fingerprint === print(articles)) return { made: false, counts: kept.counts, undone: (kept.counts['undone'] ?? 0) > 0 ? undoneIn(readCorpus(job, 'decisions')?.decisions) : [], unread: [] }
  const read = new Map<string, Digests>()
  const lexicon = loadLexicon(job.data)
  const words = (name: string) => (job.corpusData.includes(name) ? lexicon.words(name) : new Set<string>())
  const corpus = assemble(layersOf(job, articles, read), job.decisions.entries, { words }, job.settled)
  const counts = writeCorpus(job, job.hearsay, print(read), corpus)
  return { made: true, counts, undone: undoneIn(corpus.decisions.decisions), unread: [...articles.keys()].filter((article) => !read.has(article)).sort() }
}

const undoneIn = (decisions: readonly Decided[] = []): Decided[] => decisions.filter(({ problem }) => problem !== null)

/** Notes in `read` what it has really read: beside another run, a layer may be gone or another one by now. */
function* layersOf(places: Places, articles: ReadonlyMap<string, Digests>, read: Map<string, Digests>): Iterable<ArticleLayers> {
  for (const [article, digests] of articles) {
    const about = readArticle(places, article)
    const [speakers, entities, claims] = [readLayer(places, 'speakers', article), readLayer(places, 'entities', article), readLayer(places, 'claims', article)]
    if (!about || !speakers || !entities || !claims) continue
    read.set(article, { ...digests, speakers: speakers.header.sha256, entities: entities.header.sha256, claims: claims.header.sha256 })
    const title = wordsIn(about.title)
    yield { article, published: about.published, title, speakers, entities, claims }
  }
}

/** `hearsay.json` counts by what is written in it and not by what it comes to: the lines of its decisions are told of. */
const printOf = (ground: string, articles: ReadonlyMap<string, Digests>, { decisions, settled }: CorpusJob): string =>
  sha256(
    ground,
    JSON.stringify([...articles].map(([article, { tokens, speakers, entities, claims }]) => [article, tokens, speakers, entities, claims]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))),
    JSON.stringify([decisions.text, [...settled.values()]])
  )

import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { makeCorpus } from '../corpus.js'
import { fileName, ignoringFiles, type Entry } from '../decisions/index.js'
import { sha256 } from '../digest.js'
import { UserError } from '../error.js'
import { layerNames } from '../layers.js'
import { makeArticle, survey, type Job, type Made } from '../make.js'
import type { LayerName } from '../model.js'
import { totalsOf, type FileReport, type Report } from '../report.js'
import { findArticles, readDecisions, readReport, sweep, writeReport, type Found, type FoundArticle, type Other } from '../store/index.js'
import { groundsOf, hearsayVersion, modelPrint, openWorkshop, versionOf, type Equipment, type Pipeline, type Workshop } from '../workshop.js'
import { makeInThreads } from './threads.js'
import { checkFolders } from './folders.js'

export interface RunOptions extends Equipment {
  readonly corpus: string
  readonly output: string
  /** Worker threads; null: one a core, at most four, and fewer where there is little to do. */
  readonly workers: number | null
  readonly anyLanguage: boolean
  /** Doubtful claims too. */
  readonly allClaims?: boolean
  /** This layer and all that follow are made again. */
  readonly from: LayerName | 'corpus' | null
  readonly shard: Shard | null
}

/** Part `index` of `count`, from 1: several machines share the articles of a corpus among them. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** What the person at the keyboard is told while it goes on. */
export interface Watcher {
  /** Called with the articles to make, then after each. */
  progress(done: number, all: number): void
}

/** Reads `corpus/` into `output/`. What is there already and still right is left as it is. Whoever runs again and again passes the same workshop, so that the network is loaded once. */
export async function run(options: RunOptions, pipeline: Pipeline, { progress }: Watcher, workshop: Workshop = openWorkshop(pipeline, options)): Promise<Report> {
  const began = performance.now()
  checkFolders(options)
  const decisions = readDecisions(options)
  const { found, settled } = withoutIgnored(findArticles(options), decisions.entries)
  const articles = found.articles.filter(inShard(options.shard))
  const job = jobOf(options, pipeline)
  const { kept, open } = surveyAll(articles, job, options.shard)
  const start = performance.now() - began
  const workers = workersFor(open, options.workers)
  progress(0, open.length)
  let done = 0
  const made = await makeAll(open.map(({ path }) => path), job, options, workshop, workers, () => progress(++done, open.length))
  const all = [...kept, ...made].sort((a, b) => (a.report.file < b.report.file ? -1 : 1))
  const settings = { workers, anyLanguage: options.anyLanguage, from: options.from, shard: options.shard && `${options.shard.index}/${options.shard.count}` }
  const swept = options.shard ? { removed: [], foreign: [] } : sweep(options, found)
  const joining = performance.now()
  const joined = options.shard ? null : makeCorpus({ ...options, corpusData: pipeline.corpusData ?? [], hearsay: hearsayVersion, forced: options.from !== null, decisions, settled }, digestsOf(all))
  const ended = performance.now()
  const files = [...all.map(({ report }) => report), ...othersOf(found, options.shard)].sort((a, b) => (a.file < b.file ? -1 : 1))
  const report: Report = {
    hearsay: hearsayVersion,
    finished: new Date().toISOString(),
    seconds: seconds(ended - began),
    settings,
    versions: versionsOf(options, pipeline),
    totals: { ...totalsOf(files), ...joined?.counts },
    times: { start: seconds(start), ...timesOf(made), corpus: seconds(ended - joining) },
    ...swept,
    undone: joined?.undone.map(({ line, problem }) => `${join(options.corpus, fileName)}:${line}: ${problem ?? ''}`) ?? [],
    unread: joined?.unread ?? [],
    files
  }
  writeReport(options, report)
  return report
}

/** What the user wants left out is told of like all else that is no article. */
function withoutIgnored(found: Found, entries: readonly Entry[]): { found: Found; settled: ReturnType<typeof ignoringFiles>['outcomes'] } {
  const { ignored, outcomes } = ignoringFiles(entries, [...found.articles, ...found.others].map(({ path }) => path))
  const reasons = new Map(ignored.map(({ path, reason }) => [path, reason]))
  const others: Other[] = [...reasons].map(([path, reason]) => ({ path, outcome: 'skipped', reason }))
  const kept = <File extends { readonly path: string }>(files: readonly File[]) => files.filter(({ path }) => !reasons.has(path))
  return { found: { articles: kept(found.articles), others: [...kept(found.others), ...others] }, settled: outcomes }
}

function jobOf({ corpus, output, data, models, anyLanguage, allClaims = false, from }: RunOptions, pipeline: Pipeline): Job {
  const grounds = groundsOf(pipeline, { data, models }, { anyLanguage, allClaims })
  return { corpus, output, hearsay: hearsayVersion, anyLanguage, allClaims, from: from === 'corpus' ? null : from, grounds }
}

/** What is as it should be, and the articles of which something has to be made: the largest first, so that no worker is left with
 *  a long one while the others have nothing more to do. */
function surveyAll(articles: readonly FoundArticle[], job: Job, shard: Shard | null): { kept: Made[]; open: FoundArticle[] } {
  const last = readReport(job, shard && `${shard.index}/${shard.count}`)
  const kept: Made[] = []
  const open: FoundArticle[] = []
  for (const article of articles) {
    const found = survey(article.path, job, last.get(article.path))
    if (found) kept.push(found)
    else open.push(article)
  }
  return { kept, open: open.sort((a, b) => b.size - a.size) }
}

/** What a thread needs to be worth its start, which takes as long as reading this much. Bytes. */
const WORTH_A_THREAD = 20_000

function workersFor(open: readonly FoundArticle[], wanted: number | null): number {
  const bytes = open.reduce((sum, { size }) => sum + size, 0)
  const useful = wanted ?? Math.min(4, availableParallelism(), Math.ceil(bytes / WORTH_A_THREAD))
  return Math.max(1, Math.min(useful, open.length))
}

async function makeAll(paths: readonly string[], job: Job, equipment: Equipment, workshop: Workshop, workers: number, onDone: () => void): Promise<Made[]> {
  if (workers > 1) return makeInThreads(paths, { job, equipment: { data: equipment.data, models: equipment.models } }, workers, onDone)
  const made: Made[] = []
  for (const path of paths) {
    made.push(await makeArticle(path, job, workshop))
    onDone()
  }
  return made
}

/** By a hash of the path: adding an article moves no other one to another shard. */
const inShard = (shard: Shard | null) => (article: FoundArticle): boolean => shard === null || parseInt(sha256(article.path).slice(0, 8), 16) % shard.count === shard.index - 1

const digestsOf = (all: readonly Made[]) => new Map(all.filter(({ report }) => report.outcome === 'read').map(({ report, digests }) => [report.file, digests]))

/** What is no article is told of once: by the first shard. */
const othersOf = ({ others }: Found, shard: Shard | null): FileReport[] =>
  shard !== null && shard.index > 1 ? [] : others.map(({ path, outcome, reason }) => ({ file: path, outcome, reason, notes: [], counts: {}, made: [], fingerprint: null }))

function timesOf(made: readonly Made[]): Record<string, number> {
  const sum = (name: LayerName) => seconds(made.reduce((total, { times }) => total + (times[name] ?? 0), 0))
  return Object.fromEntries(layerNames.map((name) => [name, sum(name)]))
}

const versionsOf = ({ models }: Equipment, pipeline: Pipeline): Report['versions'] => ({
  node: process.versions.node,
  model: modelPrint(models),
  stages: Object.fromEntries(layerNames.map((name) => [name, versionOf(name, pipeline)]))
})

/** Milliseconds as seconds, three decimals. */
const seconds = (milliseconds: number): number => Math.round(milliseconds) / 1000

/** "2/5" → part 2 of 5. */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? []
  if (index === undefined || count === undefined || index < 1 || count < index) throw new UserError(`--shard ${text}: write it as 1/4, 2/4, 3/4, 4/4 for four machines`)
  return { index, count }
}

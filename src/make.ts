import { check } from './check.js'
import { countsOf } from './counts.js'
import { assert, UserError } from './error.js'
import { layerPrint, sourcePrint, type Grounds } from './fingerprint.js'
import { layerNames } from './layers.js'
import type { Counts, Filed, Header, LayerName, Layers, Source } from './model.js'
import type { FileReport } from './report.js'
import { codeOf, keptHeader, readLayer, readSource, removeLayers, writeLayer, type Places } from './store/index.js'
import type { Workshop } from './workshop.js'

/** What a run does, as plain data: it goes to worker threads as it is. */
export interface Job extends Places {
  readonly hearsay: string
  readonly anyLanguage: boolean
  readonly allClaims: boolean
  /** This layer and the later ones are made again even where nothing has changed. */
  readonly from: LayerName | null
  readonly grounds: Grounds
}

/** What became of an article, and how long each layer took, in milliseconds. */
export interface Made {
  readonly report: FileReport
  /** The `sha256` of its layers; empty where it was not read. */
  readonly digests: Readonly<Partial<Record<LayerName, string>>>
  readonly times: Readonly<Partial<Record<LayerName, number>>>
}

/** Looks whether every layer of an article is as a run from nothing would make it. Null: something has to be made.
 *  `last` is what the last run said of it: what was skipped then need not be opened again. */
export function survey(path: string, job: Job, last: FileReport | undefined): Made | null {
  if (job.from !== null) return null
  const source = readSource(job, path)
  if ('reason' in source) return null
  const unread = last && last.outcome !== 'read' && last.fingerprint === fingerprintOf('tokens', source, job, new Map()) ? last : null
  if (unread) return withoutLayers(path, unread.outcome === 'failed' ? 'failed' : 'skipped', unread.reason ?? '', job, unread.fingerprint)
  const headers = new Map<LayerName, Header>()
  for (const name of layerNames) {
    const header = keptHeader(job, name, path)
    if (header === null || header.hearsay !== job.hearsay || header.fingerprint !== fingerprintOf(name, source, job, headers)) return null
    headers.set(name, header)
  }
  return made(path, headers, {})
}

/** Brings all layers of an article up to date; makes what has to be made and nothing else. Whatever happens to one article is its own
 *  affair: a bug in a stage fails the article and not the run. Throws `UserError` for what would happen to every other article too. */
export async function makeArticle(path: string, job: Job, workshop: Workshop): Promise<Made> {
  const source = readSource(job, path)
  if ('reason' in source) return withoutLayers(path, 'failed', source.reason, job, null)
  const headers = new Map<LayerName, Header>()
  const layers: Partial<Layers> = {}
  const times: Partial<Record<LayerName, number>> = {}
  for (const name of layerNames) {
    const fingerprint = fingerprintOf(name, source, job, headers)
    const kept = isForced(name, job) ? null : keptHeader(job, name, path)
    if (kept?.fingerprint === fingerprint && kept.hearsay === job.hearsay) {
      headers.set(name, kept)
      continue
    }
    const began = performance.now()
    try {
      if (!load(job.grounds[name].reads, path, job, headers, layers)) return await makeArticle(path, job, workshop)
      const outcome = name === 'tokens' ? await makeTokens(source, job, workshop, layers) : makeLayer(name, job, workshop, layers)
      if ('reason' in outcome) return withoutLayers(path, outcome.outcome, outcome.reason, job, fingerprint)
      headers.set(name, writeMade(name, path, job, layers, fingerprint, outcome.notes))
    } catch (error) {
      if (error instanceof UserError) throw error
      if (codeOf(error) === 'ENAMETOOLONG') return withoutLayers(path, 'failed', 'its path is too long to write its layers; shorten its name', job, null)
      return withoutLayers(path, 'failed', `a bug in hearsay, stage ${name}: ${firstLines(error)}`, job, null)
    }
    times[name] = performance.now() - began
  }
  return made(path, headers, times)
}

type Outcome = { readonly notes: readonly string[] } | { readonly outcome: 'skipped' | 'failed'; readonly reason: string }

async function makeTokens(source: Source, { anyLanguage }: Job, { pipeline, reader, lexicon }: Workshop, layers: Partial<Layers>): Promise<Outcome> {
  const reading = await pipeline.first.read(source, { reader: await reader(), lexicon: lexicon('tokens'), anyLanguage })
  if (reading.outcome !== 'read') return reading
  Object.assign(layers, { tokens: reading.layer })
  return { notes: reading.notes }
}

function makeLayer(name: LayerName, { allClaims }: Job, { pipeline, lexicon }: Workshop, layers: Partial<Layers>): Outcome {
  const stage = pipeline.stages.find(({ writes }) => writes === name)
  assert(stage, `no stage writes ${name}`)
  const input = Object.fromEntries(stage.reads.map((read) => [read, layers[read]]))
  Object.assign(layers, { [name]: stage.run(input as unknown as Layers, lexicon(name), { allClaims }) })
  return { notes: [] }
}

/** Reads the layers that a stage needs and that this run did not make. False: another run has changed one since its header was read. */
function load(names: readonly LayerName[], path: string, job: Job, headers: ReadonlyMap<LayerName, Header>, layers: Partial<Layers>): boolean {
  for (const name of names) {
    if (layers[name]) continue
    const filed = readLayer(job, name, path)
    if (filed?.header.sha256 !== headers.get(name)?.sha256) return false
    const { header: _, ...layer } = filed as Filed
    Object.assign(layers, { [name]: layer })
    check(name, layers)
  }
  return true
}

function writeMade(name: LayerName, path: string, job: Job, layers: Partial<Layers>, fingerprint: string, notes: readonly string[]): Header {
  check(name, layers)
  const layer = layers[name]
  assert(layer, `${name} was not made`)
  return writeLayer(job, { hearsay: job.hearsay, layer: name, article: path, counts: countsOf(name, layer), notes }, fingerprint, layer)
}

function fingerprintOf(name: LayerName, source: Source, { grounds }: Job, headers: ReadonlyMap<LayerName, Header>): string {
  const { print, reads } = grounds[name]
  return name === 'tokens' ? sourcePrint(print, source) : layerPrint(print, source.path, Object.fromEntries(reads.map((read) => [read, headers.get(read)?.sha256 ?? ''])))
}

const isForced = (name: LayerName, { from }: Job): boolean => from !== null && layerNames.indexOf(from) <= layerNames.indexOf(name)

function made(path: string, headers: ReadonlyMap<LayerName, Header>, times: Made['times']): Made {
  const all = [...headers.values()]
  const counts: Counts = Object.assign({}, ...all.map((header) => header.counts))
  const notes = all.flatMap((header) => header.notes)
  const fingerprint = headers.get('tokens')?.fingerprint ?? null
  return {
    report: { file: path, outcome: 'read', reason: null, notes, counts, made: layerNames.filter((name) => name in times), fingerprint },
    digests: Object.fromEntries(all.map(({ layer, sha256 }) => [layer, sha256])),
    times
  }
}

/** An article that is not read leaves nothing behind from the time when it was. */
export function withoutLayers(path: string, outcome: 'skipped' | 'failed', reason: string, job: Job, fingerprint: string | null): Made {
  removeLayers(job, layerNames, path)
  return { report: { file: path, outcome, reason, notes: [], counts: {}, made: [], fingerprint }, digests: {}, times: {} }
}

const firstLines = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).map((line) => line.trim()).join(' ') : String(error))

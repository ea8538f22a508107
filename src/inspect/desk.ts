import { setImmediate as breathe } from 'node:timers/promises'
import { canonical } from '../canonical.js'
import type { Decision } from '../decisions/index.js'
import { UserError } from '../error.js'
import { addDecision, layerMark, removeDecision, replaceDecision, reportMark, type Places } from '../store/index.js'
import { digestOf, type Digest } from './digest.js'
import { libraryOver, warmed } from './library.js'
import type { Changes, DecisionRow, Library, Written } from './model.js'
import { decisionsIn, readArticleRecord, readCorpus } from './read.js'
import type { CorpusRecord } from './records.js'

/** A library over `output/` as it is now, and after every new run as it is then. */
export interface Desk {
  library(): Library
  /** Tells of every change until the returned function is called. */
  listen(told: (change: Change) => void): () => void
  /** Resolves when everything is read; what is asked earlier is answered from what has been read so far. */
  readonly ready: Promise<void>
  close(): void
}

export type Change = { readonly [Name in keyof Changes]: { readonly name: Name; readonly value: Changes[Name] } }[keyof Changes]

interface Read {
  readonly mark: string | null
  readonly digest: Digest
}

/** Milliseconds: how long the reading works before it lets questions be answered, how often it tells how far it is, how often a new run is looked for. */
const SLICE = 12
const TELL = 500
const LOOK = 1000

/** As somebody would type it. */
const commandFor = ({ corpus, output }: Places): string => ['hearsay run', ...[corpus, output].map((path) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`))].join(' ')

const digestsOf = (reads: ReadonlyMap<string, Read>): Digest[] => [...reads.values()].map(({ digest }) => digest)

/** Throws `UserError` where there is nothing to show. */
export function openDesk(places: Places): Desk {
  let corpus = readCorpus(places)
  let reads: ReadonlyMap<string, Read> = new Map()
  let reading: Changes['reading'] | null = { read: 0, of: corpus.registry.articles.length }
  let mark = reportMark(places)
  let busy = false
  let closed = false
  let current: Library | null = null
  const listeners = new Set<(change: Change) => void>()
  const tell = (change: Change) => listeners.forEach((told) => told(change))
  const show = (why: Changes['changed']['why']) => {
    current = null
    tell({ name: 'changed', value: { finished: corpus.finished, why } })
  }

  const run = commandFor(places)

  const library = (): Library => (current ??= writing(libraryOver({ corpus, digests: digestsOf(reads), reading, run, open })))

  /** What `hearsay.json` says now, or, where it cannot be understood, said before. */
  const standing = ({ decisions }: CorpusRecord): CorpusRecord['decisions'] => {
    const now = decisionsIn(places)
    return 'why' in now ? decisions : now
  }

  const open = async (article: string) => {
    if (!corpus.registry.articles.some((each) => each.article === article)) return null
    const record = readArticleRecord(places, article)
    return 'why' in record ? null : record
  }

  /** Changes `hearsay.json` and shows what follows from it. Where that is in one of these states, it takes a run. */
  async function written(decision: unknown, later: DecisionRow['state'], change: () => void): Promise<Written> {
    try {
      change()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { ok: false, error: error.message }
    }
    corpus = { ...corpus, decisions: standing(corpus) }
    show('decision')
    const { rows } = await library().decisions()
    return { ok: true, run: rows.some((row) => row.state === later && canonical(row.decision) === canonical(decision)) ? run : null }
  }

  const writing = (answers: Library): Library => ({
    ...answers,
    decide: ({ decision, instead }) =>
      written(decision, 'waiting', () => (instead === undefined ? addDecision(places.corpus, decision as Decision) : replaceDecision(places.corpus, instead, decision as Decision))),
    takeBack: ({ decision }) => written(decision, 'withdrawn', () => removeDecision(places.corpus, decision))
  })

  /** What has not changed since the last reading is not read again. */
  async function readAll(next: CorpusRecord, why: 'run' | 'read', partly: (reads: ReadonlyMap<string, Read>, progress: Changes['reading']) => void): Promise<void> {
    const found = new Map<string, Read>()
    const damaged: CorpusRecord['damaged'][number][] = []
    const of = next.registry.articles.length
    let [rested, told] = [performance.now(), performance.now()]
    for (const { article } of next.registry.articles) {
      const known = reads.get(article)
      const now = layerMark(places, article)
      if (known && known.mark === now) found.set(article, known)
      else {
        const record = readArticleRecord(places, article)
        if ('why' in record) damaged.push(record)
        else found.set(article, { mark: now, digest: digestOf(record) })
      }
      if (performance.now() - rested < SLICE) continue
      if (performance.now() - told > TELL) {
        partly(found, { read: found.size + damaged.length, of })
        told = performance.now()
      }
      await breathe()
      if (closed) return
      rested = performance.now()
    }
    const all = { ...next, damaged: [...next.damaged, ...damaged] }
    const made = writing(libraryOver({ corpus: all, digests: digestsOf(found), reading: null, run, open }))
    await warmed(made, breathe)
    // A decision that was made meanwhile is not forgotten.
    corpus = { ...all, decisions: standing(all) }
    reads = found
    reading = null
    show(why)
    if (canonical(corpus.decisions) === canonical(all.decisions)) current = made
  }

  const ready = readAll(corpus, 'read', (found, progress) => {
    reads = new Map(found)
    reading = progress
    current = null
    tell({ name: 'reading', value: progress })
  })

  const look = async (): Promise<void> => {
    const now = reportMark(places)
    if (busy || reading || now === null || now === mark) return
    busy = true
    try {
      const next = readCorpus(places)
      mark = now
      await readAll(next, 'run', () => {})
    } catch (error) {
      // Another run may be about to replace what is missing: what is shown stays until there is something whole to show.
      if (!(error instanceof UserError)) throw error
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => void look(), LOOK)

  return {
    library,
    listen(told) {
      listeners.add(told)
      if (reading) told({ name: 'reading', value: reading })
      return () => listeners.delete(told)
    },
    ready,
    close() {
      closed = true
      clearInterval(timer)
      listeners.clear()
    }
  }
}

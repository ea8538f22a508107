import { useEffect, useRef, useState } from 'preact/hooks'
import type { Changes, Overview } from '../../src/inspect/model.js'
import { given, library } from './library.js'
import { here } from './route.js'

export type Answer<Value> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: string; readonly again: () => void }
  /** `stale`: the question has changed and its answer is still to come; what is shown is the last one. */
  | { readonly state: 'here'; readonly value: Value; readonly stale: boolean }

/** Asks whenever `key` changes, and again when a new run has ended. The last answer stays until the next is here, so that nothing flickers. */
export function useAnswer<Value>(key: string, ask: () => Promise<Value>): Answer<Value> {
  const [answer, setAnswer] = useState<Answer<Value>>({ state: 'waiting' })
  const [tries, setTries] = useState(0)
  const run = useRuns()
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    let wanted = true
    setAnswer((before) => (before.state === 'here' ? { ...before, stale: true } : { state: 'waiting' }))
    latest.current().then(
      (value) => wanted && setAnswer({ state: 'here', value, stale: false }),
      (error: unknown) => wanted && setAnswer({ state: 'failed', error: error instanceof Error ? error.message : String(error), again: () => setTries((count) => count + 1) })
    )
    return () => {
      wanted = false
    }
  }, [key, tries, run])
  return answer
}

let runs = 0
const listeners = new Set<() => void>()

export interface Ear {
  /** Other records are shown from now on. */
  readonly changed: (why: Changes['changed']['why']) => void
  readonly reading: (progress: Changes['reading']) => void
}

/** One ear for the whole page: the server says when a run has ended, and how far it has read. */
export function hearChanges({ changed, reading }: Ear): () => void {
  if (given.mode !== 'server') return () => {}
  const source = new EventSource('/api/changes')
  source.addEventListener('reading', (event) => reading(JSON.parse((event as MessageEvent<string>).data) as Changes['reading']))
  source.addEventListener('changed', (event) => {
    const { why } = JSON.parse((event as MessageEvent<string>).data) as Changes['changed']
    runs += 1
    // The list of questions stays as it is under the hands of who answers them; it is read anew when they come back to it.
    if (why === 'decision' && here().view === 'review' && here().query['show'] !== 'decided') return
    for (const listener of listeners) listener()
    changed(why)
  })
  return () => source.close()
}

let overview: { readonly run: number; readonly answer: Promise<Overview> } | null = null

/** Three places of the page want it; one question is enough until a new run has ended. */
export function useOverview(): Answer<Overview> {
  return useAnswer('overview', () => {
    if (overview?.run !== runs) overview = { run: runs, answer: library.overview() }
    const asked = overview
    asked.answer.catch(() => {
      if (overview === asked) overview = null
    })
    return asked.answer
  })
}

function useRuns(): number {
  const [seen, setSeen] = useState(runs)
  useEffect(() => {
    const listener = () => setSeen(runs)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  return seen
}

import { Piscina } from 'piscina'
import { UserError } from '../error.js'
import { withoutLayers, type Made } from '../make.js'
import type { Answer, WorkerData } from '../worker.js'

/** Makes articles in worker threads. Their order does not matter to what comes out. */
export async function makeInThreads(paths: readonly string[], workerData: WorkerData, workers: number, onDone: () => void): Promise<Made[]> {
  const pool = new Piscina({ filename: new URL('../worker.js', import.meta.url).href, minThreads: workers, maxThreads: workers, workerData })
  const waiting = [...paths].reverse()
  const made: Made[] = []
  let trouble: string | null = null

  const work = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined && trouble === null; path = waiting.pop()) {
      const answer: Answer | { died: string } = await pool.run(path).catch(died)
      if ('userError' in answer) trouble = answer.userError
      else made.push('died' in answer ? withoutLayers(path, 'failed', `a bug in hearsay, or too little memory: ${answer.died}`, workerData.job, null) : answer)
      onDone()
    }
  }
  // One article a thread at a time, and when there is trouble each thread ends what it is at: to stop one while the network
  // computes takes the whole process down.
  await Promise.all(Array.from({ length: workers }, work))
  await pool.destroy()
  if (trouble !== null) throw new UserError(trouble)
  return made
}

/** A thread that ran out of memory takes one article with it, not the run; the pool starts another thread. */
const died = (error: unknown): { died: string } => ({ died: error instanceof Error ? error.message : String(error) })

import { workerData } from 'node:worker_threads'
import { UserError } from './error.js'
import { makeArticle, type Job, type Made } from './make.js'
import { pipeline } from './pipeline.js'
import { openWorkshop, type Equipment } from './workshop.js'

/** What every worker thread is given when it starts. */
export interface WorkerData {
  readonly job: Job
  readonly equipment: Equipment
}

/** A `UserError` does not keep its class on its way between threads, so it travels as its message. */
export type Answer = Made | { readonly userError: string }

const { job, equipment } = workerData as WorkerData
const workshop = openWorkshop(pipeline, equipment)

/** One article, in a worker thread. Every thread has its own reader; nothing but file names and counts goes between threads. */
export default async function work(path: string): Promise<Answer> {
  try {
    return await makeArticle(path, job, workshop)
  } catch (error) {
    if (error instanceof UserError) return { userError: error.message }
    throw error
  }
}

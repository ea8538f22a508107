import { loadReader } from './reader/index.js'
import { data, readTokens, version } from './stages/1-tokens/index.js'
import { speakers } from './stages/2-speakers/index.js'
import { entities } from './stages/3-entities/index.js'
import { claims } from './stages/4-claims/index.js'
import { data as corpusData } from './stages/5-corpus/index.js'
import type { Pipeline } from './workshop.js'

/** The pipeline, left to right. Each stage may read only what stands before it. */
export const pipeline: Pipeline = {
  loadReader: (models) => loadReader(models, { threads: 1 }),
  first: { version, data, read: readTokens },
  stages: [speakers, entities, claims],
  corpusData
}

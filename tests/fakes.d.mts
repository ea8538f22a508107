import type { LayerName } from '../src/model.js'
import type { Pipeline } from '../src/workshop.js'

export interface Fakes {
  /** Versions of stages, 1 where not given. */
  readonly versions?: Partial<Record<LayerName, number>>
  /** Word lists that a stage uses: words in the list of `entities` are no names. */
  readonly data?: Partial<Record<LayerName, readonly string[]>>
  /** Is told of every stage run: "speakers a.txt". */
  readonly calls?: string[]
  /** Milliseconds that reading an article takes. */
  readonly slow?: number
}

export function fakePipeline(fakes?: Fakes): Pipeline

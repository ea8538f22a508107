import type { Lexicon } from './data/lexicon.js'
import type { LayerName, Layers } from './model.js'

/** What the person at the keyboard has chosen; part of the fingerprint of the layers that look at it. */
export interface Settings {
  /** Claims that are too doubtful to be told are told all the same. */
  readonly allClaims: boolean
}

/** A stage is a pure function from the layers before it to one new layer: no disk, no console, no clock, no global. */
export interface Stage<Reads extends LayerName = LayerName, Writes extends LayerName = LayerName> {
  readonly writes: Writes
  readonly reads: readonly Reads[]
  /** Raised with every change that can alter the layer; part of the fingerprint. */
  readonly version: number
  /** The files of `data/` that the stage asks its lexicon for; part of the fingerprint. */
  readonly data: readonly string[]
  run(input: Pick<Layers, Reads>, lexicon: Lexicon, settings?: Settings): Layers[Writes]
}

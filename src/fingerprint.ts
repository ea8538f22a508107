import { canonical } from './canonical.js'
import { sha256 } from './digest.js'
import type { LayerName, Source } from './model.js'

/** Everything besides the article that a layer depends on. */
export interface Ground {
  readonly hearsay: string
  readonly layer: LayerName | 'corpus'
  readonly version: number
  readonly settings: Readonly<Record<string, boolean>>
  /** The stage's files of `data/`: name → sha256, or null for one that is missing. */
  readonly data: Readonly<Record<string, string | null>>
  /** sha256 of the reader network, where the stage uses it. */
  readonly model: string | null
}

/** By layer: the part of its fingerprint that all articles share, and the layers that it is made from. */
export type Grounds = Readonly<Record<LayerName, { readonly print: string; readonly reads: readonly LayerName[] }>>

/** The part of a fingerprint that all articles share: computed once a run. */
export const groundPrint = (ground: Ground): string => sha256(canonical(ground))

/** Of the tokens layer: the article's path counts too, since the layer holds it. */
export const sourcePrint = (ground: string, { path, bytes }: Source): string => sha256(canonical([ground, path, sha256(bytes)]))

/** Of any later layer: `read` holds the `sha256` of each layer that the stage reads. What matters is what stands in them and not
 *  how it came about, so a new version of a stage that changes nothing in an article leaves all that follows alone. */
export const layerPrint = (ground: string, article: string, read: Readonly<Partial<Record<LayerName, string>>>): string => sha256(canonical([ground, article, read]))

import type { LayerName } from './model.js'

/** Names of the layers in the order of the pipeline. */
export const layerNames = ['tokens', 'speakers', 'entities', 'claims'] as const satisfies readonly LayerName[]

/** The folder of a layer below `output/`: "1-tokens". */
export const folderOf = (layer: LayerName): string => `${layerNames.indexOf(layer) + 1}-${layer}`

/** The folder of what is known across articles. */
export const corpusFolder = '5-corpus'

/** Its files, without ".json". */
export const corpusNames = ['entities', 'quotes', 'claims', 'conflicts', 'timeline', 'decisions'] as const
export type CorpusName = (typeof corpusNames)[number]

/** What stands before a layer in the pipeline, and what comes after it. */
export const before = (layer: LayerName): readonly LayerName[] => layerNames.slice(0, layerNames.indexOf(layer))
export const after = (layer: LayerName): readonly LayerName[] => layerNames.slice(layerNames.indexOf(layer) + 1)

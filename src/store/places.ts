import { statSync } from 'node:fs'
import { join } from 'node:path'
import { folderOf } from '../layers.js'
import type { LayerName } from '../model.js'
import { outputPath } from './paths.js'

/** The two folders of a run. */
export interface Places {
  readonly corpus: string
  readonly output: string
}

export const sourceFile = ({ corpus }: Places, article: string): string => join(corpus, article)

export const layerFile = ({ output }: Places, layer: LayerName, article: string): string => join(output, folderOf(layer), outputPath(article))

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

import { readdirSync, readFileSync, rmSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { folderOf } from '../layers.js'
import type { Counts, Filed, Header, LayerName, Layers, Source } from '../model.js'
import { seal, unseal } from './envelope.js'
import { articlePath } from './paths.js'
import { layerFile, sourceFile, type Places } from './places.js'
import { codeOf, writeTrouble } from './trouble.js'
import { writeWhole } from './write.js'

/** An article's bytes, or why it cannot be read. */
export function readSource(places: Places, path: string): Source | { readonly reason: string } {
  try {
    return { path, bytes: readFileSync(sourceFile(places, path)) }
  } catch (error) {
    const code = codeOf(error)
    return { reason: code === 'ENOENT' ? 'it is gone: somebody moved or deleted it during the run' : `cannot be opened (${code})` }
  }
}

/** What a layer file says of itself besides its hashes. */
export interface Facts {
  readonly hearsay: string
  readonly layer: LayerName
  readonly article: string
  readonly counts: Counts
  readonly notes: readonly string[]
}

export function writeLayer<Name extends LayerName>(places: Places, { hearsay, layer, article, counts, notes }: Facts & { layer: Name }, fingerprint: string, body: Layers[Name]): Header {
  const { header, pieces } = seal({ hearsay, layer, article, counts, notes }, fingerprint, body)
  writeWhole(layerFile(places, layer, article), pieces)
  return header
}

/** The header of a layer that is whole and unaltered, of this version of hearsay or another; else null. */
export function keptHeader(places: Places, layer: LayerName, article: string): Header | null {
  return headerIn(bytesOf(layerFile(places, layer, article)), layer, article)
}

/** A layer that is whole and unaltered; else null. */
export function readLayer<Name extends LayerName>(places: Places, layer: Name, article: string): Filed<Name> | null {
  const bytes = bytesOf(layerFile(places, layer, article))
  return headerIn(bytes, layer, article) ? (JSON.parse(bytes?.toString('utf8') ?? '') as Filed<Name>) : null
}

function headerIn(bytes: Buffer | null, layer: LayerName, article: string): Header | null {
  const header = bytes && unseal(bytes)
  return header && header['layer'] === layer && header['article'] === article ? (header as unknown as Header) : null
}

/** Paths of the articles that have a tokens layer, whole or not, in order. */
export function articlesIn({ output }: Places): readonly string[] {
  const root = join(output, folderOf('tokens'))
  const paths: string[] = []
  const visit = (folder: string) => {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      const article = entry.isDirectory() ? visit(path) : articlePath(path)
      if (article) paths.push(article)
    }
  }
  visit('')
  return paths.sort()
}

/** Nothing where there is no such folder. */
export function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
    throw error
  }
}

export function removeLayers(places: Places, layers: readonly LayerName[], article: string): void {
  for (const layer of layers) {
    const path = layerFile(places, layer, article)
    try {
      rmSync(path, { force: true })
    } catch (error) {
      if (!['ENOTDIR', 'EISDIR', 'ERR_FS_EISDIR'].includes(codeOf(error))) throw writeTrouble(path, error)
    }
  }
}

/** null where there is no such file. */
export function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(codeOf(error))) return null
    throw writeTrouble(path, error)
  }
}

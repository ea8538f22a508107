import { join } from 'node:path'
import { corpusFolder } from '../layers.js'
import type { Article } from '../model.js'
import type { Registry } from '../stages/5-corpus/index.js'
import { seal, unseal } from './envelope.js'
import { bytesOf } from './layers.js'
import { layerFile, type Places } from './places.js'
import { startOf } from './start.js'
import { writeWhole } from './write.js'

const registryFile = ({ output }: Places): string => join(output, corpusFolder, 'entities.json')

export function writeRegistry(places: Places, hearsay: string, fingerprint: string, registry: Registry): void {
  writeWhole(registryFile(places), seal({ hearsay, layer: 'corpus' }, fingerprint, registry).pieces)
}

/** The fingerprint of the registry, if it is whole and unaltered; else null. */
export function registryPrint(places: Places): string | null {
  const bytes = bytesOf(registryFile(places))
  return (bytes && unseal(bytes)?.fingerprint) ?? null
}

/** The registry, if it is whole and unaltered; else null. */
export function readRegistry(places: Places): Registry | null {
  const bytes = bytesOf(registryFile(places))
  return bytes && unseal(bytes) ? (JSON.parse(bytes.toString('utf8')) as Registry) : null
}

/** What the tokens layer says of the article itself, without reading the thousands of tokens behind it. */
export function readArticle(places: Places, path: string): Article | null {
  for (let size = 2 ** 14; ; size *= 8) {
    const start = startOf(layerFile(places, 'tokens', path), size)
    if (start === null) return null
    const from = start.text.indexOf('\n  "article": ')
    const to = start.text.indexOf(',\n  "text": ')
    if (0 <= from && from < to) return (JSON.parse(`{${start.text.slice(from, to)}}`) as { article: Article }).article
    if (start.whole) return null
  }
}

import { join } from 'node:path'
import { corpusCounts } from '../counts.js'
import { corpusFolder, corpusNames, type CorpusName } from '../layers.js'
import type { Article, Counts } from '../model.js'
import type { Corpus, Registry } from '../stages/5-corpus/index.js'
import { seal, unseal } from './envelope.js'
import { readCorpusFile } from './inspect.js'
import { bytesOf } from './layers.js'
import { layerFile, type Places } from './places.js'
import { startOf } from './start.js'
import { writeWhole } from './write.js'

const corpusFile = ({ output }: Places, name: CorpusName): string => join(output, corpusFolder, `${name}.json`)

/** Writes all files of the corpus level. Those of a run that was killed on the way have different fingerprints, and the next run makes them again. */
export function writeCorpus(places: Places, hearsay: string, fingerprint: string, corpus: Corpus): Counts {
  const counts = corpusCounts(corpus)
  for (const name of corpusNames) writeWhole(corpusFile(places, name), seal({ hearsay, layer: 'corpus', counts }, fingerprint, corpus[name]).pieces)
  return counts
}

/** What the corpus level holds, if every file of it is whole, unaltered, and made from the same; else null. */
export function corpusPrint(places: Places): { readonly fingerprint: string; readonly counts: Counts } | null {
  let found: { readonly fingerprint: string; readonly counts: Counts } | null = null
  for (const name of corpusNames) {
    const bytes = bytesOf(corpusFile(places, name))
    const header = bytes && unseal(bytes)
    if (!header || (found !== null && found.fingerprint !== header.fingerprint)) return null
    found = { fingerprint: header.fingerprint, counts: (header['counts'] ?? {}) as Counts }
  }
  return found
}

/** A file of the corpus level, if it is whole and unaltered; else null. */
export function readCorpus<Name extends CorpusName>(places: Places, name: Name): Corpus[Name] | null {
  const found = readCorpusFile<Corpus[Name]>(places, name)
  return found.state === 'whole' ? found.file : null
}

export const readRegistry = (places: Places): Registry | null => readCorpus(places, 'entities')

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

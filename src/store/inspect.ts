import { statSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFolder } from '../layers.js'
import type { Filed, Tokens } from '../model.js'
import type { Report } from '../report.js'
import { unseal } from './envelope.js'
import { bytesOf } from './layers.js'
import { layerFile, type Places } from './places.js'
import { reportFile } from './reports.js'

/** The tokens layer up to its tokens, which are nine tenths of it and take the most time to read; null if it is not whole and unaltered. */
export function readText(places: Places, path: string): (Pick<Filed<'tokens'>, 'header'> & Omit<Tokens, 'tokens'>) | null {
  const bytes = bytesOf(layerFile(places, 'tokens', path))
  const header = bytes && unseal(bytes)
  if (!bytes || !header || header['layer'] !== 'tokens' || header['article'] !== path) return null
  const text = bytes.toString('utf8')
  const end = text.indexOf(',\n  "tokens": [')
  const { tokens: _, ...filed } = JSON.parse(end < 0 ? text : `${text.slice(0, end)}}`) as Filed<'tokens'>
  return filed
}

/** Two files of a layer with the same mark hold the same: length and time of the last writing. Null where there is none. */
export function layerMark(places: Places, path: string): string | null {
  const marks = (['tokens', 'speakers', 'entities', 'claims'] as const).map((layer) => markOf(layerFile(places, layer, path)))
  return marks.includes(null) ? null : marks.join(' ')
}

export function markOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? `${stat.size}-${stat.mtimeMs}` : null
}

/** Changes with every run. */
export const reportMark = (places: Places): string | null => markOf(reportFile(places, null))

/** A file of `5-corpus/`. missing: an older hearsay did not write it; damaged: cut short, or changed by hand. */
export function readCorpusFile<File>({ output }: Places, name: string): { readonly state: 'whole'; readonly file: File } | { readonly state: 'missing' | 'damaged' } {
  const bytes = bytesOf(join(output, corpusFolder, `${name}.json`))
  if (!bytes) return { state: 'missing' }
  return unseal(bytes) ? { state: 'whole', file: JSON.parse(bytes.toString('utf8')) as File } : { state: 'damaged' }
}

/** What the last run over everything said; null where there is no report, or one that cannot be understood. */
export function readWholeReport(places: Places): Report | null {
  try {
    const report = JSON.parse(bytesOf(reportFile(places, null))?.toString('utf8') ?? 'null') as Report | null
    return report && Array.isArray(report.files) && typeof report.finished === 'string' ? report : null
  } catch {
    return null
  }
}

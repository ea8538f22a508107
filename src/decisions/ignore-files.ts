import { nearest } from '../near.js'
import type { Entry } from './parse.js'
import { reasonOf } from './reason.js'

/** A file that the user wants left out. */
export interface IgnoredFile {
  readonly path: string
  readonly reason: string
}

/** Which of these files are ignored, and which decisions meet no file. `{ "ignore": { "file": "drafts/" } }` means all below that folder. */
export function ignoringFiles(entries: readonly Entry[], paths: readonly string[]): { ignored: readonly IgnoredFile[]; outcomes: ReadonlyMap<Entry, { did: string } | { problem: string }> } {
  const ignored = new Map<string, IgnoredFile>()
  const outcomes = new Map<Entry, { did: string } | { problem: string }>()
  for (const entry of entries) {
    const file = 'ignore' in entry.decision && 'file' in entry.decision.ignore ? entry.decision.ignore.file.replace(/^\.\//, '') : null
    if (file === null) continue
    const met = paths.filter((path) => (file.endsWith('/') ? path.startsWith(file) : path === file))
    for (const path of met) if (!ignored.has(path)) ignored.set(path, { path, reason: `ignored, as ${reasonOf(entry.decision)}` })
    outcomes.set(entry, met.length > 0 ? { did: met.length === 1 ? `${file} is not read` : `${met.length} files below ${file} are not read` } : { problem: `no article "${file}" is in the corpus${hint(file, paths)}` })
  }
  return { ignored: [...ignored.values()], outcomes }
}

function hint(file: string, paths: readonly string[]): string {
  const folder = paths.some((path) => path.startsWith(`${file}/`))
  const [near] = folder ? [`${file}/`] : nearest(file, paths, 1)
  return near === undefined ? '' : `; did you mean "${near}"?`
}

import type { Counts, LayerName } from './model.js'

/** What became of a file of `corpus/`. */
export interface FileReport {
  readonly file: string
  readonly outcome: 'read' | 'skipped' | 'failed'
  /** Why it was not read; null where it was. */
  readonly reason: string | null
  readonly notes: readonly string[]
  readonly counts: Counts
  /** Layers made in this run; the others were as they should be. */
  readonly made: readonly LayerName[]
  /** What the outcome rests on: a rerun need not open a skipped file again as long as this is the same. */
  readonly fingerprint: string | null
}

/** `output/report.json`. It alone holds times. */
export interface Report {
  readonly hearsay: string
  readonly finished: string
  readonly seconds: number
  readonly settings: { readonly workers: number; readonly anyLanguage: boolean; readonly from: string | null; readonly shard: string | null }
  readonly versions: { readonly node: string; readonly model: string | null; readonly stages: Readonly<Record<string, number>> }
  readonly totals: { readonly files: number; readonly read: number; readonly skipped: number; readonly failed: number; readonly unchanged: number } & Counts
  /** Seconds of work by stage, over all workers; "start" is the time until the first article could begin. */
  readonly times: Readonly<Record<string, number>>
  /** Articles whose layers were removed because they are gone. */
  readonly removed: readonly string[]
  /** Files in `output/` that hearsay did not write and left alone. */
  readonly foreign: readonly string[]
  /** Decisions of `hearsay.json` that could not be carried out: where, and why. */
  readonly undone: readonly string[]
  /** Articles that are not in `5-corpus`, because their layers could not be read there. */
  readonly unread: readonly string[]
  readonly files: readonly FileReport[]
}

export function totalsOf(files: readonly FileReport[]): Report['totals'] {
  const totals: Record<string, number> = {}
  for (const { counts } of files) for (const [name, count] of Object.entries(counts)) totals[name] = (totals[name] ?? 0) + count
  const outcomes = (outcome: FileReport['outcome']) => files.filter((file) => file.outcome === outcome).length
  const unchanged = files.filter(({ outcome, made }) => outcome === 'read' && made.length === 0).length
  return { ...totals, files: files.length, read: outcomes('read'), skipped: outcomes('skipped'), failed: outcomes('failed'), unchanged }
}

/** The files of a report that was written by whatever version, as far as it can be understood; null for anything else. */
export function filesIn(content: unknown): ReadonlyMap<string, FileReport> | null {
  if (typeof content !== 'object' || content === null || !('files' in content) || !Array.isArray(content.files)) return null
  const files = (content.files as unknown[]).filter(isFileReport)
  return new Map(files.map((file) => [file.file, file]))
}

function isFileReport(value: unknown): value is FileReport {
  if (typeof value !== 'object' || value === null) return false
  const { file, outcome, reason } = value as Partial<FileReport>
  return typeof file === 'string' && (outcome === 'read' || ((outcome === 'skipped' || outcome === 'failed') && typeof reason === 'string'))
}

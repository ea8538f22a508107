import { areaUnder, type Model, type Row } from './logistic.js'

export const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

/** The highest threshold that still tells as large a share of the acceptable ones as wanted. */
export function thresholdOf(rows: readonly Row[], probabilities: readonly number[], wanted: number): number {
  const acceptable = rows.flatMap(({ right }, index) => (right ? (probabilities[index] ?? 0) : [])).sort((a, b) => b - a)
  return Math.floor(100 * (acceptable[Math.ceil(wanted * acceptable.length) - 1] ?? 0)) / 100
}

/** How well probabilities of rows, each by a model that has not seen its group, tell the acceptable ones. */
export function trustReport(what: string, rows: readonly Row[], probabilities: readonly number[]): string {
  const accepted = (some: readonly Row[]) => some.filter(({ right }) => right).length
  const between = (from: number, to: number) => rows.filter((_, index) => from <= (probabilities[index] ?? 0) && (probabilities[index] ?? 0) < to)
  const tenths = Array.from({ length: 10 }, (_, tenth) => [tenth / 10, (tenth + 1) / 10] as const)
  return [
    `${rows.length} ${what} of ${new Set(rows.map(({ group }) => group)).size} articles, ${percent(accepted(rows), rows.length)} accepted; held out, tenfold by article:`,
    `area under the curve ${areaUnder(rows, probabilities).toFixed(3)}`,
    `probability   ${what}   accepted`,
    ...tenths.map(([from, to]) => `${from.toFixed(1)}–${to.toFixed(1)}   ${between(from, to).length}   ${percent(accepted(between(from, to)), between(from, to).length)}`),
    'threshold   kept   of them accepted   of all accepted kept',
    ...[0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9].map((threshold) => {
      const kept = between(threshold, Infinity)
      return `${threshold.toFixed(2)}   ${percent(kept.length, rows.length)}   ${percent(accepted(kept), kept.length)}   ${percent(accepted(kept), accepted(rows))}`
    })
  ].join('\n')
}

/** A file of `data/`: comments, then a weight for each feature. */
export function trustTable(about: readonly string[], features: readonly { readonly name: string }[], { base, weights }: Model, more: Readonly<Record<string, number>> = {}): string {
  const cell = (value: number) => (Math.round(value * 10_000) / 10_000).toString()
  const rows = [['base', cell(base)], ...Object.entries(more).map(([name, value]) => [name, String(value)]), ...features.map(({ name }, index) => [name, cell(weights[index] ?? 0)])]
  return [...about, 'feature\tweight', ...rows.map((row) => row.join('\t'))].join('\n') + '\n'
}

/** Order of code units, on whatever system. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Dated {
  readonly published: string | null
  readonly article: string
  readonly start: number
  readonly end: number
}

/** In time order, the undated last; then by article and place in it. */
export const inTime = (a: Dated, b: Dated): number => order(a.published ?? '~', b.published ?? '~') || order(a.article, b.article) || a.start - b.start || a.end - b.end

/** A number of two decimals, as it stands in the files. */
export const twoDecimals = (value: number): number => Math.round(value * 100) / 100

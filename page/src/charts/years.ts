const YEAR = 365.25 * 24 * 3600 * 1000
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500]

/** A line of time from the beginning of the first year to the end of the last, with as many years written as there is room for. */
export function yearsOf(instants: readonly number[], width: number) {
  const first = new Date(least(instants)).getUTCFullYear()
  const last = new Date(-least(instants.map((instant) => -instant))).getUTCFullYear() + 1
  const from = Date.UTC(first, 0, 1)
  const to = Date.UTC(last, 0, 1)
  const x = (instant: number): number => ((instant - from) / (to - from)) * width
  const step = STEPS.find((years) => 54 <= (years * YEAR * width) / (to - from)) ?? 1000
  const ticks: { readonly year: number; readonly x: number }[] = []
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push({ year, x: x(Date.UTC(year, 0, 1)) })
  return { x, ticks }
}

/** `Math.min(...thousands)` would fill the stack. */
const least = (values: readonly number[]): number => values.reduce((one, other) => (other < one ? other : one), Infinity)

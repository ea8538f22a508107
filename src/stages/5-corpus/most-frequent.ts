import { order } from './order.js'

/** The one that most articles use; of several rather one that is not in capitals, then the first in the order of code units. */
export function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || Number(a === a.toUpperCase()) - Number(b === b.toUpperCase()) || order(a, b))
  return best?.[0] ?? ''
}

/** The names nearest to one that was not found, for "did you mean": those that hold it, then those a few letters away. */
export function nearest(name: string, names: Iterable<string>, limit = 5): string[] {
  const wanted = name.toLowerCase()
  const allowed = wanted.length < 3 ? 1 : Math.max(2, Math.floor(wanted.length / 3))
  const found: { name: string; distance: number }[] = []
  for (const candidate of names) {
    const other = candidate.toLowerCase()
    const distance = other.includes(wanted) ? 0 : editDistance(wanted, other, allowed)
    if (distance <= allowed) found.push({ name: candidate, distance })
  }
  found.sort((a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
  return found.slice(0, limit).map((item) => item.name)
}

/** Levenshtein's distance, or more than `limit` as soon as it is certain to be. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > limit) return limit + 1
    row = next
  }
  return row[b.length] ?? limit + 1
}

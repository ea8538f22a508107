import type { Wording } from './words.js'

/** How two wordings lie on one another: stretches of words that both have, in the same order in both, and between them what only one has. */
export interface Alignment {
  /** Words that both have. */
  readonly held: number
  /** Those of them that are no part of a stock phrase. */
  readonly own: number
  /** How many different ones of them say something. */
  readonly weight: number
  /** Words of the longest stretch. */
  readonly longestRun: number
  readonly differences: readonly Difference[]
}

/** What stands between two common stretches (or before the first, after the last): half-open ranges of words. */
export interface Difference {
  readonly long: { readonly from: number; readonly to: number }
  readonly short: { readonly from: number; readonly to: number }
  readonly where: 'start' | 'middle' | 'end'
}

/** The longest common sequence of words, in which single words that only happen to be there ("the", between two different halves) are given up again. */
export function align(long: Wording, short: Wording): Alignment {
  const runs = long.key === short.key ? [{ long: 0, short: 0, length: short.words.length }] : meaningful(runsOf(pairsOf(long.words, short.words)), long, short)
  const differences: Difference[] = []
  let at = { long: 0, short: 0 }
  for (const { long: i, short: j, length } of runs) {
    if (at.long < i || at.short < j) differences.push({ long: { from: at.long, to: i }, short: { from: at.short, to: j }, where: at.long === 0 && at.short === 0 ? 'start' : 'middle' })
    at = { long: i + length, short: j + length }
  }
  if (at.long < long.words.length || at.short < short.words.length) differences.push({ long: { from: at.long, to: long.words.length }, short: { from: at.short, to: short.words.length }, where: 'end' })
  const said = new Set<string>()
  let [held, own] = [0, 0]
  for (const { short: j, length } of runs) {
    held += length
    for (let index = j; index < j + length; index++) {
      if (short.weights[index]) own++
      if (short.weights[index] === 2) said.add(short.words[index] ?? '')
    }
  }
  return { held, own, weight: said.size, longestRun: Math.max(0, ...runs.map(({ length }) => length)), differences }
}

interface Run {
  readonly long: number
  readonly short: number
  length: number
}

/** The tables of the last comparison, used again by the next: there are a million of them. `paired` is the best with the pair of words itself, 0 where they differ. */
let best = new Float32Array(0)
let paired = new Float32Array(0)

/** Places of the words of a longest common sequence. Of several the one in the fewest stretches: a word that follows its neighbour counts a little more. */
function pairsOf(long: readonly string[], short: readonly string[]): [number, number][] {
  const width = short.length + 1
  const size = (long.length + 1) * width
  if (best.length < size) [best, paired] = [new Float32Array(size), new Float32Array(size)]
  best.fill(0, 0, size)
  paired.fill(0, 0, size)
  for (let i = long.length - 1; 0 <= i; i--)
    for (let j = short.length - 1; 0 <= j; j--) {
      const here = i * width + j
      const next = here + width + 1
      const skip = Math.max(best[here + width] ?? 0, best[here + 1] ?? 0)
      if (long[i] === short[j]) paired[here] = 1 + Math.max(best[next] ?? 0, (paired[next] ?? 0) > 0 ? (paired[next] ?? 0) + TOGETHER : 0)
      best[here] = Math.max(skip, paired[here] ?? 0)
    }
  const pairs: [number, number][] = []
  let running = false
  for (let i = 0, j = 0; i < long.length && j < short.length; ) {
    const here = i * width + j
    const pair = paired[here] ?? 0
    if (pair > 0 && pair + (running ? TOGETHER : 0) >= (best[here] ?? 0)) {
      pairs.push([i++, j++])
      running = true
    } else {
      running = false
      if ((best[here + width] ?? 0) >= (best[here + 1] ?? 0)) i++
      else j++
    }
  }
  return pairs
}

/** A power of two, so that sums are exact, in 24 bits too. */
const TOGETHER = 1 / 1024

function runsOf(pairs: readonly (readonly [number, number])[]): Run[] {
  const runs: Run[] = []
  for (const [long, short] of pairs) {
    const last = runs.at(-1)
    if (last && last.long + last.length === long && last.short + last.length === short) last.length++
    else runs.push({ long, short, length: 1 })
  }
  return runs
}

/** A lone word that stands far from its neighbours in the other wording is chance; so is a pair of little words. */
function meaningful(runs: readonly Run[], long: Wording, short: Wording): Run[] {
  return runs.filter(({ long: i, short: j, length }, index) => {
    if (length > 2) return true
    const before = runs[index - 1]
    const after = runs[index + 1]
    const near = [before && Math.max(i - before.long - before.length, j - before.short - before.length), after && Math.max(after.long - i - length, after.short - j - length)]
    if (near.some((distance) => distance !== undefined && distance <= 2)) return true
    return length === 2 && short.words.slice(j, j + 2).some((_, offset) => short.weights[j + offset] === 2) && long.words.length < 12
  })
}

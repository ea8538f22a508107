import { daysBetween } from '../interval.js'
import { compare, contradict, type Company, type Verdict } from './compare.js'
import type { Quoted } from './quoted.js'
import type { Wording } from './words.js'

/** A quotation of one attribution with its words. */
export interface Worded {
  readonly quoted: Quoted
  readonly wording: Wording
}

/** Quotations that are one, and how they were held to be. */
export interface Group {
  readonly members: readonly Worded[]
  readonly verdicts: readonly Verdict[]
}

type Relation = (one: string | null, other: string | null) => Company['speakers']

/** Words of a shingle. */
const WIDTH = 3
/** A shingle that more quotations have than this is looked up among the longest of them only. */
const COMMON = 60
/** Share of the shingles of the shorter one that the other has to have, to be worth a closer look. */
const SHARED = 0.35
/** Of quotations with the very same words: each is compared with as many others as this. */
const NEIGHBOURS = 8

/** Puts together what is one quotation. The worded ones come in an order that does not depend on how the articles were read. */
export function grouped(all: readonly Worded[], relation: Relation): Group[] {
  const { pairs, datesOf } = pairsOf(all)
  const links = pairs.flatMap(([a, b]) => linkOf(a, b, all, relation, datesOf)).sort((x, y) => y.verdict.similarity - x.verdict.similarity || y.held - x.held || x.a - y.a || x.b - y.b)
  const group = all.map((_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (group[root] !== root) root = group[root] ?? root
    for (let at = index; at !== root; ) {
      const next = group[at] ?? root
      group[at] = root
      at = next
    }
    return root
  }
  // Of every group the longest, which stands for it, and who speaks in it.
  const longest = all.map((_, index) => index)
  const verdicts = new Map<number, Verdict[]>()
  for (const { a, b, verdict } of links) {
    const [one, other] = [find(a), find(b)]
    const found = verdicts.get(one) ?? []
    if (one === other) continue
    const [first, second] = [all[longest[one] ?? one], all[longest[other] ?? other]]
    // What both are cut from may be two different sentences: then the cut stays with the one that it is nearest to.
    if (first && second && (longest[one] !== a || longest[other] !== b) && contradict(first.wording, second.wording)) continue
    const [root, gone] = one < other ? [one, other] : [other, one]
    group[gone] = root
    longest[root] = length(first) < length(second) ? (longest[other] ?? other) : (longest[one] ?? one)
    verdicts.set(root, [...found, ...(verdicts.get(other) ?? []), verdict])
  }
  const members = new Map<number, Worded[]>()
  for (const [index, worded] of all.entries()) {
    const root = find(index)
    const found = members.get(root)
    if (found) found.push(worded)
    else members.set(root, [worded])
  }
  return [...members].map(([root, list]) => ({ members: list, verdicts: verdicts.get(root) ?? [] }))
}

const length = (worded: Worded | undefined): number => worded?.wording.words.length ?? 0

interface Link {
  readonly a: number
  readonly b: number
  readonly verdict: Verdict
  readonly held: number
}

function linkOf(a: number, b: number, all: readonly Worded[], relation: Relation, datesOf: DatesOf): Link[] {
  const [one, other] = [all[a], all[b]]
  if (!one || !other || isInside(one.quoted, other.quoted)) return []
  const company = { speakers: relation(one.quoted.speaker, other.quoted.speaker), days: one.quoted.article === other.quoted.article ? 0 : nearestDays(datesOf(a), datesOf(b)) }
  const verdict = compare(one.wording, other.wording, company)
  return verdict ? [{ a, b, verdict, held: Math.round(verdict.similarity * Math.min(one.wording.words.length, other.wording.words.length)) }] : []
}

/** What somebody quotes inside his own words is another quotation. */
const isInside = (one: Quoted, other: Quoted): boolean => one.article === other.article && one.start < other.end && other.start < one.end

/** When the words of a quotation were printed as its speaker's, word for word: every date, in order. */
type DatesOf = (index: number) => readonly string[]

/** Days between the nearest two of them; null where there are none. */
function nearestDays(one: readonly string[], other: readonly string[]): number | null {
  let best: number | null = null
  for (let i = 0, j = 0; i < one.length && j < other.length; (one[i] ?? '') < (other[j] ?? '') ? i++ : j++) {
    const days = daysBetween(one[i] ?? null, other[j] ?? null)
    if (days !== null && (best === null || days < best)) best = days
  }
  return best
}

/** Pairs worth comparing: those with the same words, and those that share enough stretches of three words. */
function pairsOf(all: readonly Worded[]): { pairs: [number, number][]; datesOf: DatesOf } {
  const byKey = new Map<string, number[]>()
  for (const [index, { wording }] of all.entries()) if (wording.words.length > 0) push(byKey, wording.key, index)
  const pairs: [number, number][] = []
  for (const same of byKey.values()) for (const [place, index] of same.entries()) for (const other of same.slice(place + 1, place + 1 + NEIGHBOURS)) pairs.push([index, other])
  // The rest among one of each wording for each speaker: a thousand reprints are compared once.
  const dates = new Map<number, string[]>()
  for (const same of byKey.values()) {
    const first = new Map<string | null, number>()
    for (const index of same) {
      const { speaker = null, published = null } = all[index]?.quoted ?? {}
      const kept = first.get(speaker) ?? index
      first.set(speaker, kept)
      const list = dates.get(kept) ?? []
      if (published !== null) list.push(published)
      dates.set(kept, list)
    }
  }
  for (const list of dates.values()) list.sort()
  const few = [...dates.keys()].sort((a, b) => length(all[b]) - length(all[a]) || a - b)
  const datesOf = (index: number) => dates.get(index) ?? [all[index]?.quoted.published ?? null].filter((date) => date !== null)
  return { pairs: [...pairs, ...sharing(few, all)], datesOf }
}

function sharing(few: readonly number[], all: readonly Worded[]): [number, number][] {
  const postings = new Map<string, number[]>()
  const pairs: [number, number][] = []
  for (const index of few) {
    const { words = [], key = '' } = all[index]?.wording ?? {}
    const shared = new Map<number, number>()
    const shingles = shinglesOf(words)
    for (const shingle of shingles) {
      for (const other of postings.get(shingle) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      const list = postings.get(shingle)
      if (!list) postings.set(shingle, [index])
      else if (list.length < COMMON) list.push(index)
    }
    for (const [other, count] of shared) if (key !== all[other]?.wording.key && count >= SHARED * shingles.size) pairs.push(other < index ? [other, index] : [index, other])
  }
  return pairs
}

const shinglesOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.slice(0, Math.max(1, words.length - WIDTH + 1)).map((_, index) => words.slice(index, index + WIDTH).join(' ')))

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

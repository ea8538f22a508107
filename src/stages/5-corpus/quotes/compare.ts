import { align, type Alignment, type Difference } from './align.js'
import type { Wording } from './words.js'

/** What two quotations have to do with one another besides their words. */
export interface Company {
  /** same: one speaker; open: of one of them nobody knows; mixed: a body and a person, or two names that could be one; different: two speakers. */
  readonly speakers: 'same' | 'open' | 'mixed' | 'different'
  /** Days between the two articles (of reprints word for word: between the nearest of them); null where one has no date. */
  readonly days: number | null
}

export type Form = 'same' | 'cut' | 'elided' | 'edited'

export interface Verdict {
  readonly rule: string
  readonly form: Form
  /** How many of the words of the shorter one stand in the longer, 0 to 1. */
  readonly similarity: number
  /** Readable: "8 of 9 words in the same order, from one speaker". */
  readonly why: string
}

interface Compared {
  readonly long: Wording
  readonly short: Wording
  readonly alignment: Alignment
  /** What the two differ in, as a share of the shorter; Infinity where they say different things. */
  readonly cost: number
  readonly company: Company
}

interface Rule {
  readonly name: string
  readonly example: readonly [string, string]
  readonly form: (compared: Compared) => Form
  applies(compared: Compared): boolean
}

/** Words that turn what is said into something else. */
const TURNING = /^(?:no|not|never|nobody|nothing|none|neither|nor|without|cant|\w+nt|less|more|all|every|only|before|after|if|unless|\d\S*)$/

export const rules: readonly Rule[] = [
  {
    name: 'word-for-word',
    example: ['“We shall sail at dawn, whatever the weather!”', '‘We shall sail at dawn whatever the weather,’'],
    form: () => 'same',
    applies: ({ long, short, alignment, company }) => long.key === short.key && isEvidence(alignment, company, 1)
  },
  {
    name: 'cut-short',
    example: ['“The harbour belongs to those who mend it, and nobody else shall paint its walls.”', '“the harbour belongs to those who mend it”'],
    form: () => 'cut',
    applies: ({ short, alignment, cost, company }) => cost === 0 && alignment.differences.every(({ where, short }) => where !== 'middle' && short.from === short.to) && isEvidence(alignment, company, alignment.held < short.words.length ? 2 : 1.25)
  },
  {
    name: 'left-out',
    example: ['“The harbour belongs to those who mend it, in summer and in winter, and nobody else shall paint its walls.”', '“The harbour belongs to those who mend it … and nobody else shall paint its walls.”'],
    form: () => 'elided',
    // Fragments of a few words fit into many a sentence.
    applies: ({ alignment, cost, company }) => cost === 0 && alignment.longestRun >= 5 && isEvidence(alignment, company, 1.5)
  },
  {
    name: 'small-changes',
    example: ['“The harbour belongs to those who mend it, and nobody else shall ever paint its walls.”', '“The harbour belongs to the ones who mend it, and nobody else shall paint its walls.”'],
    form: () => 'edited',
    applies: ({ short, alignment, cost, company }) => cost <= (isClose(company) ? CHANGED : CHANGED / 2) * short.words.length && alignment.held >= 0.8 * short.words.length && isEvidence(alignment, company, 1.5)
  },
  {
    name: 'overlap',
    example: ['“Nobody thanked us. We have mended this harbour for ninety winters.”', '“We have mended this harbour for ninety winters. Now it is ours.”'],
    form: () => 'edited',
    // What only begins alike goes on otherwise in both.
    applies: ({ alignment, company, short, cost }) =>
      cost < Infinity && company.speakers === 'same' && company.days !== null && company.days <= 3 && alignment.longestRun >= 8 && alignment.weight >= 4 && alignment.held * 2 >= short.words.length && alignment.differences.every(({ where, long, short }) => where !== 'middle' && (long.from === long.to || short.from === short.to))
  }
]

/** Share of the words that may be others, of one speaker in the same days; else half of it. */
const CHANGED = 0.13

const isClose = ({ speakers, days }: Company): boolean => speakers === 'same' && days !== null && days <= MONTH

const MONTH = 31

/** Enough words that are no stock phrase, and enough of them that say something: the more, the less else speaks for it. `strictness` grows with what differs. */
function isEvidence({ own, weight }: Alignment, { speakers, days }: Company, strictness: number): boolean {
  const near = days !== null && days <= MONTH
  const [words, telling] = NEEDED[speakers][near ? 'near' : 'far']
  if (speakers !== 'same' || !near) return own >= words * strictness && weight >= telling * strictness
  return (own >= words * strictness && weight >= telling) || own >= MANY * strictness
}

/** Words that are enough even where none of them tells much: "From today we look after them together", twice in a month from one speaker. */
const MANY = 6

/** Words, and telling ones among them, that make it more than chance. */
const NEEDED: Readonly<Record<Company['speakers'], Readonly<Record<'near' | 'far', readonly [number, number]>>>> = {
  same: { near: [2, 1], far: [5, 1] },
  mixed: { near: [6, 3], far: [7, 3] },
  open: { near: [6, 2], far: [7, 3] },
  different: { near: [10, 5], far: [10, 5] }
}

/** Whether two quotations are one; null: nothing says so. The order of the two does not matter. */
export function compare(one: Wording, other: Wording, company: Company): Verdict | null {
  const [long, short] = one.words.length > other.words.length || (one.words.length === other.words.length && one.key <= other.key) ? [one, other] : [other, one]
  if (short.words.length === 0) return null
  const alignment = align(long, short)
  const compared: Compared = { long, short, alignment, cost: costOf(alignment.differences, long, short), company }
  // Part of what somebody else said may be what he quotes.
  if (company.speakers === 'different' && alignment.held * 5 < long.words.length * 3) return null
  const rule = rules.find((each) => each.applies(compared))
  if (!rule) return null
  const similarity = alignment.held / short.words.length
  return { rule: rule.name, form: rule.form(compared), similarity, why: `${rule.name}: ${alignment.held} of ${short.words.length} words in the same order, ${FROM[company.speakers]}` }
}

const FROM: Readonly<Record<Company['speakers'], string>> = { same: 'from one speaker', open: 'one of them from nobody known', mixed: 'from a body and one of its people, or two names that could be one', different: 'from two speakers' }

/** Whether two wordings that lie on one another say different things: with "not" and without, of four islands and of two. */
export function contradict(one: Wording, other: Wording): boolean {
  const [long, short] = one.words.length >= other.words.length ? [one, other] : [other, one]
  const alignment = align(long, short)
  return alignment.held * 2 >= short.words.length && costOf(alignment.differences, long, short) === Infinity
}

function costOf(differences: readonly Difference[], long: Wording, short: Wording): number {
  let cost = 0
  for (const difference of differences) cost += costOfOne(difference, long, short)
  return cost
}

function costOfOne({ long: a, short: b, where }: Difference, long: Wording, short: Wording): number {
  const [left, added] = [long.words.slice(a.from, a.to), short.words.slice(b.from, b.to)]
  // The one goes on where the other one ends; what only the shorter one has there counts.
  if (where !== 'middle') return added.length === 0 ? 0 : substitution([], added, [], short.weights.slice(b.from, b.to)) * (left.length > 0 ? 2 : 1)
  const marked = hasGap(short, b.from, b.to)
  if (added.length === 0 && marked) return 0
  if (left.length === 0 && hasGap(long, a.from, a.to)) return 0
  if (left.concat(added).some((word) => TURNING.test(word)) && !sameTurns(left, added)) return Infinity
  return substitution(left, added, long.weights.slice(a.from, a.to), short.weights.slice(b.from, b.to))
}

const hasGap = ({ gaps }: Wording, from: number, to: number): boolean => {
  for (let at = from; at <= to; at++) if (gaps.has(at) && at > 0) return true
  return false
}

const sameTurns = (left: readonly string[], added: readonly string[]): boolean => left.filter((word) => TURNING.test(word)).join(' ') === added.filter((word) => TURNING.test(word)).join(' ')

function substitution(left: readonly string[], added: readonly string[], leftWeights: readonly number[], addedWeights: readonly number[]): number {
  if (left.length === 1 && added.length === 1 && areNear(left[0] ?? '', added[0] ?? '')) return 0.3
  const weigh = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + (weight === 2 ? 1.5 : 0.5), 0)
  // A word put in the place of another says something else, if both say something; one that is only left out says less.
  const both = leftWeights.includes(2) && addedWeights.includes(2) ? 2 : 1
  return Math.max(weigh(leftWeights), weigh(addedWeights)) * both
}

/** "labour" and "labor", "agree" and "agreed". */
function areNear(one: string, other: string): boolean {
  if (one.length < 4 || other.length < 4 || Math.abs(one.length - other.length) > 2) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return start >= 3 && Math.max(one.length, other.length) - start - end <= 2
}

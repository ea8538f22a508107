/** How well claims agree with the crowd's tuples of CaRB (Bhardwaj, Aggarwal, Mausam 2019, "CaRB: A Crowdsourced Benchmark for Open IE"), whose measure this is,
 *  written anew: words of relation and arguments are compared as bags; a claim's precision comes from one gold tuple of its own (pairs are taken greedily,
 *  best first), a gold tuple's recall from whichever claim covers it best; `confidence` is the threshold. Where the paper's text and its program differ, the program is followed. */
import type { Lexicon } from '../../src/data/lexicon.js'
import type { Claim, Tokens } from '../../src/model.js'
import { finishedDrafts } from '../../src/stages/4-claims/index.js'
import type { Finished } from '../../src/stages/4-claims/claim.js'

/** Relation, first argument, and the others in order, each as blank-separated words. */
export interface Tuple {
  readonly relation: string
  readonly args: readonly string[]
}

export interface Extraction extends Tuple {
  readonly confidence: number
}

export interface CarbScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Area under the curve of precision over recall, from (recall 0, precision 1). */
  readonly auc: number
  /** The confidence at which F1 is best. */
  readonly threshold: number
}

/** `sentence TAB relation TAB arg1 TAB arg2 …`, one tuple a line. */
export function readGold(content: string): Map<string, Tuple[]> {
  const gold = new Map<string, Tuple[]>()
  for (const line of content.split('\n')) {
    const [written, relation, ...args] = line.replace(/\r$/, '').split('\t')
    // Some lines of the gold file have a blank at the sentence's end, the sentences themselves have none.
    const sentence = written?.trim()
    if (!sentence || relation === undefined) continue
    gold.set(sentence, [...(gold.get(sentence) ?? []), { relation, args }])
  }
  return gold
}

/** What Open IE would make of a sentence. CaRB's crowd wrote "she – said – …" down as a tuple too, which in hearsay is an attribution and no claim: so the reports
 *  that the stage sets apart are counted here, no attributions are given to it, and what has lost a part is counted with low confidence. They are ranked by how sure
 *  the rules are of what they cut from the tree: the claim's own confidence answers another question, whether a reader accepts it as the whole of what is said. With
 *  `threshold` only what the layer tells at that confidence is counted, and the reports. */
export function extractionsOf(tokens: Tokens, lexicon: Lexicon, { threshold = null }: { readonly threshold?: number | null } = {}): Extraction[] {
  const speakers = { marks: [], attributions: [], problems: [] }
  // A lone sentence may look like a headline or a line of credits to the reader of articles; here it is neither.
  const article = { ...tokens.article, title: null, byline: null, dateline: null, source: null, boilerplate: [] }
  const { claims, reports, doubtful } = finishedDrafts({ tokens: { ...tokens, article }, speakers, entities: { entities: [], speakers: [], dates: [] } }, lexicon)
  const ranked = (found: readonly Finished[], share = 1) => found.map(({ claim, signs }) => ({ ...tupleOf(claim), confidence: share * signs.draft.confidence }))
  if (threshold !== null) return ranked([...claims.filter(({ claim }) => threshold <= claim.confidence), ...reports])
  return [...ranked([...claims, ...reports]), ...ranked(doubtful, 0.5)]
}

/** A claim as Open IE writes it: the relation is the predicate with its negation and auxiliaries; where no object follows, the first complement's preposition
 *  goes with it ("consists of"); every other complement is an argument that begins with its marker. */
export function tupleOf({ subject, predicate, object, complements, confidence, rule }: Omit<Claim, 'id'>): Extraction {
  const phrase = predicate.phrase.replace(/^\[(.*)\]$/, '$1')
  if (rule === 'existential') return { relation: phrase, args: ['there', ...rest(subject && [subject.text]), ...complements.map(written)], confidence }
  const first = subject ? [subject.text] : []
  const [lead, ...others] = complements
  if (object === null && lead && lead.marker !== '' && follows(predicate.spans.at(-1)?.end, lead.spans[0]?.start))
    return { relation: `${phrase} ${lead.marker}`, args: [...first, lead.text, ...others.map(written)], confidence }
  return { relation: phrase, args: [...first, ...rest(object && [object.text]), ...complements.map(written)], confidence }
}

const rest = (texts: readonly string[] | null): readonly string[] => texts ?? []
const written = ({ marker, text }: { readonly marker: string; readonly text: string }): string => (marker === '' ? text : `${marker} ${text}`)
const follows = (end: number | undefined, start: number | undefined): boolean => end !== undefined && start !== undefined && end <= start

/** Extractions by sentence against gold by sentence. */
export function score(gold: ReadonlyMap<string, readonly Tuple[]>, found: ReadonlyMap<string, readonly Extraction[]>): CarbScore {
  const thresholds = [...new Set([...found.values()].flat().map(({ confidence }) => confidence))].sort((a, b) => a - b)
  const sums = thresholds.map(() => ({ precision: 0, claims: 0, recall: 0, tuples: 0 }))
  for (const [sentence, tuples] of gold) addSentence(sums, thresholds, tuples, found.get(sentence) ?? [])
  const points = sums.map(({ precision, claims, recall, tuples }, index) => {
    const p = 0 < claims ? precision / claims : 1
    const r = 0 < tuples ? recall / tuples : 0
    return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r), threshold: thresholds[index] ?? 0 }
  })
  const best = points.reduce((a, b) => (a.f1 < b.f1 ? b : a), { precision: 0, recall: 0, f1: 0, threshold: 0 })
  return { ...best, auc: area(points) }
}

interface Sums {
  precision: number
  claims: number
  recall: number
  tuples: number
}

/** Adds one sentence to the sums at every threshold. Between two of its confidences nothing changes, so each of them is counted once. */
function addSentence(sums: Sums[], thresholds: readonly number[], tuples: readonly Tuple[], claims: readonly Extraction[]): void {
  const scores = tuples.map((tuple) => claims.map((claim) => match(tuple, claim)))
  let from = 0
  for (const confidence of [...new Set(claims.map((claim) => claim.confidence))].sort((a, b) => a - b)) {
    const kept = claims.flatMap((claim, index) => (confidence <= claim.confidence ? [index] : []))
    const precision = onePartnerEach(scores, kept)
    const recall = scores.reduce((sum, row) => sum + Math.max(0, ...kept.map((index) => row[index]?.recall ?? 0)), 0)
    const to = thresholds.indexOf(confidence) + 1
    for (const sum of sums.slice(from, to)) {
      sum.precision += precision
      sum.claims += kept.length
      sum.recall += recall
    }
    from = to
  }
  for (const sum of sums) sum.tuples += tuples.length
}

function onePartnerEach(scores: readonly (readonly Match[])[], kept: readonly number[]): number {
  const pairs = scores.flatMap((row, tuple) => kept.map((claim) => ({ tuple, claim, precision: row[claim]?.precision ?? 0 })))
  const taken = { tuples: new Set<number>(), claims: new Set<number>() }
  let sum = 0
  for (const { tuple, claim, precision } of pairs.sort((a, b) => b.precision - a.precision || a.tuple - b.tuple || a.claim - b.claim)) {
    if (taken.tuples.has(tuple) || taken.claims.has(claim)) continue
    taken.tuples.add(tuple)
    taken.claims.add(claim)
    sum += precision
  }
  return sum
}

/** The trapezoids between neighbouring points, the last of which is (recall 0, precision 1). */
function area(points: readonly { readonly precision: number; readonly recall: number }[]): number {
  const curve = [...points, { precision: 1, recall: 0 }]
  return curve.slice(1).reduce((sum, { precision, recall }, index) => {
    const before = curve[index] ?? { precision: 0, recall: 0 }
    return sum + ((before.recall - recall) * (before.precision + precision)) / 2
  }, 0)
}

export interface Match {
  readonly precision: number
  readonly recall: number
}

const saidVerbs = ['said', 'told', 'added', 'adds', 'says']

/** Arguments after the first are joined into one. For verbs of saying the arguments may be the other way round, as in `"…," she said`. */
export function match(gold: Tuple, claim: Tuple): Match {
  const straight = matchParts(binary(gold), binary(claim))
  if (!saidVerbs.some((verb) => gold.relation.includes(verb))) return straight
  const { relation, args } = binary(claim)
  const turned = matchParts(binary(gold), { relation, args: [...args].reverse() })
  return turned.precision < straight.precision || (turned.precision === straight.precision && turned.recall <= straight.recall) ? straight : turned
}

const binary = ({ relation, args: [first, ...others] }: Tuple): Tuple => ({ relation, args: [...(first === undefined ? [] : [first]), ...(others.length === 0 ? [] : [others.join(' ')])] })

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)
const formsOfBe = new Set(['be', 'is', 'am', 'are', 'was', 'were', 'been', 'being'])

function matchParts(gold: Tuple, claim: Tuple): Match {
  const none = { precision: 0, recall: 0 }
  const relation = common(wordsOf(gold.relation), wordsOf(claim.relation), true)
  if (relation === 0 || claim.args.length < Math.min(2, gold.args.length)) return none
  const parts = [{ gold: gold.relation, claim: claim.relation, both: relation }, ...gold.args.map((arg, index) => ({ gold: arg, claim: claim.args[index] ?? '', both: common(wordsOf(arg), wordsOf(claim.args[index] ?? ''), false) }))]
  const sum = (value: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + value(part), 0)
  const both = sum((part) => part.both)
  return { precision: ratio(both, sum((part) => wordsOf(part.claim).length)), recall: ratio(both, sum((part) => wordsOf(part.gold).length)) }
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Words that both have, each as often as both have it. In a relation a bare "be" that is left over matches any form of it. */
function common(gold: readonly string[], claim: readonly string[], isRelation: boolean): number {
  const left = [...claim]
  const shared = gold.filter((word) => {
    const place = left.indexOf(word)
    if (place < 0) return false
    left.splice(place, 1)
    return true
  }).length
  return shared + (isRelation && left.includes('be') && gold.some((word) => formsOfBe.has(word)) ? 1 : 0)
}

import type { Claim } from '../../src/model.js'
import { wordsOf } from './gold-articles.js'
import type { GoldArticle, GoldClaim } from './gold-shape.js'
import { keysOf, pairs, type Found } from './gold-match.js'
import { followedSources } from './gold-sources.js'

export interface MatchedClaim {
  readonly gold: GoldClaim
  readonly found: Claim
  readonly on: boolean
  readonly polarity: boolean
  readonly certainty: boolean
  readonly time: boolean
}

/** Gold claims paired with found ones: a word of the predicate (no auxiliary, unless it has nothing else)
 *  in common, and F1 of at least one half over the words of all parts. */
export function matchedClaims(article: GoldArticle, found: Found): MatchedClaim[] {
  const followed = new Map(followedSources(article, found).map((source) => [source.found.id, source]))
  const keys = keysOf(article, found)
  return pairs(article.claims, found.claims.claims, (gold, claim) => (near(article, gold, claim) ? likeness(gold, claim) : 0)).map(([gold, claim]) => ({
    gold,
    found: claim,
    on: gold.on.some((on) => standsOn(on, claim)),
    polarity: gold.polarity.includes(claim.polarity),
    certainty: gold.certainty.includes(claim.certainty),
    // How long something took is not when it was.
    time: gold.time.includes(claim.time.value?.startsWith('P') ? null : claim.time.value)
  }))

  /** The same attribution, its speaker not followed to a wrong name; or another one of the same speaker. */
  function standsOn(on: string, { on: word }: Claim): boolean {
    if (on === 'article' || word === 'article') return on === word
    const source = followed.get(word.attribution ?? '')
    if (source?.gold.id === on) return source.entity !== 'wrong'
    const speaker = keys.get(word.entity ?? '')
    return speaker !== undefined && (article.attributions.find(({ id }) => id === on)?.speakers ?? []).includes(speaker)
  }
}

/** The predicate stands between the beginning of the gold sentence and the end of its paragraph. */
function near({ text }: GoldArticle, { at }: GoldClaim, { sentence, predicate }: Claim): boolean {
  const [start, end] = [predicate.spans[0]?.start ?? sentence.start, text.indexOf('\n\n', at)]
  return at <= start && (end < 0 || start < end)
}

function likeness(gold: GoldClaim, { subject, predicate, object, complements }: Claim): number {
  const verb = wordsOf(predicate.phrase)
  const sameVerb = meaningful(wordsOf(gold.predicate)).some((word) => meaningful(verb).includes(word)) || (bare(gold.predicate) && bare(predicate.phrase))
  if (!sameVerb) return 0
  const parts = [subject?.text ?? '', predicate.phrase, object?.text ?? '', ...complements.map(({ marker, text }) => `${marker} ${text}`)]
  const [wanted, got] = [wordsOf(`${gold.subject} ${gold.predicate} ${gold.object}`), wordsOf(parts.join(' '))]
  const f1 = (2 * shared(wanted, got)) / (wanted.length + got.length)
  return 0.5 <= f1 ? f1 : 0
}

const auxiliaries = new Set('am are be been being can could d did do does had has have is it ll m may might must not re s shall should t to ve was were will would'.split(' '))
const meaningful = (words: readonly string[]): readonly string[] => words.filter((word) => !auxiliaries.has(word))
const bare = (phrase: string): boolean => meaningful(wordsOf(phrase)).length === 0

function shared(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1)
  return one.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return 0 < count
  }).length
}

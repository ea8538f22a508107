import type { GoldArticle, Stretch } from './gold-shape.js'
import { added, chained, chainFigures, chainsOf, type Chains } from './gold-chains.js'
import { matchedClaims } from './gold-claims.js'
import { pairs, overlapOf, nothing, type Found } from './gold-match.js'
import { expectedOf, followedSources, hasName, type Followed } from './gold-sources.js'

/** What `gold/` measures. All figures in per cent; `of` says of how many. */
export interface GoldScore {
  /** Attributions whose content was found (overlap of at least one half). */
  readonly found: Share
  readonly polarityOfAttributions: Share
  /** Of the found ones whose source stands for somebody with a name; `wrong`: of all found ones. By stage 2 and by stage 3. */
  readonly speaker: { readonly right: Share; readonly none: Share; readonly wrong: Share }
  readonly entity: { readonly right: Share; readonly none: Share; readonly wrong: Share }
  readonly chains: Readonly<Record<'all' | (typeof chained)[number], { readonly precision: number; readonly recall: number; readonly f1: number }>>
  readonly dates: Share
  /** Gold claims found, and of these the ones with the right word, polarity, certainty and time. */
  readonly claims: Readonly<Record<'found' | 'on' | 'polarity' | 'certainty' | 'time', Share>>
  readonly errors: readonly GoldError[]
}

export interface Share {
  readonly value: number
  readonly right: number
  readonly of: number
}

export interface GoldError {
  readonly measure: 'attribution' | 'speaker' | 'entity' | 'chain' | 'date' | 'claim' | 'on' | 'polarity' | 'certainty' | 'time'
  readonly article: string
  /** Of the article's text, from 1. */
  readonly line: number
  readonly expected: string
  readonly got: string
}

/** Scores what was found in each article (by its name) against the gold. An article without an answer counts as one with nothing found. */
export function scoreGold(gold: readonly GoldArticle[], answers: ReadonlyMap<string, Found>): GoldScore {
  const errors: GoldError[] = []
  const counts = new Map<string, [right: number, of: number]>()
  const count = (name: string, right: boolean) => {
    const [before, of] = counts.get(name) ?? [0, 0]
    counts.set(name, [before + Number(right), of + 1])
    return right
  }
  const chains = new Map<string, Chains>()
  for (const article of gold) {
    const found = answers.get(article.name) ?? nothing
    const missed = (measure: GoldError['measure'], at: number, expected: string, got: string) =>
      errors.push({ measure, article: article.name, line: article.text.slice(0, at).split('\n').length, expected, got })
    scoreSources(article, found, count, missed)
    for (const kinds of [chained, ...chained.map((kind) => [kind])]) {
      const name = kinds.length === 1 ? String(kinds[0]) : 'all'
      const { errors: list, ...sums } = chainsOf(article, found, kinds)
      chains.set(name, added(chains.get(name) ?? { precision: 0, recall: 0, found: 0, gold: 0 }, sums))
      if (name === 'all') for (const { at, expected, got } of list) missed('chain', at, expected, got)
    }
    scoreDates(article, found, count, missed)
    scoreClaims(article, found, count, missed)
  }
  const share = (name: string): Share => {
    const [right, of] = counts.get(name) ?? [0, 0]
    return { value: of ? (100 * right) / of : 0, right, of }
  }
  const followed = (layer: string) => ({ right: share(`${layer} right`), none: share(`${layer} none`), wrong: share(`${layer} wrong`) })
  const chain = (name: string) => chainFigures(chains.get(name) ?? { precision: 0, recall: 0, found: 0, gold: 0 })
  return {
    found: share('found'),
    polarityOfAttributions: share('denied'),
    speaker: followed('speaker'),
    entity: followed('entity'),
    chains: { all: chain('all'), person: chain('person'), island: chain('island'), summit: chain('summit') },
    dates: share('dates'),
    claims: { found: share('claim'), on: share('on'), polarity: share('polarity'), certainty: share('certainty'), time: share('time') },
    errors
  }
}

type Count = (name: string, right: boolean) => boolean
type Missed = (measure: GoldError['measure'], at: number, expected: string, got: string) => void

function scoreSources(article: GoldArticle, found: Found, count: Count, missed: Missed): void {
  const followed = new Map(followedSources(article, found).map((source) => [source.gold, source]))
  for (const gold of article.attributions) {
    const source = followed.get(gold)
    const at = gold.content[0]?.start ?? 0
    const words = `${gold.id} ${quoted(article, gold.content)}`
    if (!count('found', source !== undefined) || !source) {
      missed('attribution', at, words, 'no such content')
      continue
    }
    if (!count('denied', gold.polarity.includes(source.found.polarity))) missed('attribution', at, `${words} ${gold.polarity.join(' or ')}`, source.found.polarity)
    for (const layer of ['speaker', 'entity'] as const) {
      const answer: Followed = source[layer]
      count(`${layer} wrong`, answer === 'wrong')
      if (hasName(article, gold)) {
        count(`${layer} right`, answer === 'right')
        count(`${layer} none`, answer === 'none')
      }
      if (answer === 'wrong' || (answer === 'none' && hasName(article, gold))) missed(layer, at, `${words} by ${expectedOf(article, gold)}`, `${answer}: ${source.got}`)
    }
  }
}

function scoreDates(article: GoldArticle, { entities }: Found, count: Count, missed: Missed): void {
  const matched = new Map(pairs(article.dates, entities.dates, (gold, { span }) => overlapOf([gold], [span])))
  for (const gold of article.dates.filter(({ optional }) => !optional)) {
    const date = matched.get(gold)
    if (!count('dates', date !== undefined && gold.values.includes(date.value))) missed('date', gold.start, `${quoted(article, [gold])} is ${gold.values.join(' or ')}`, date ? `"${date.span.text}" is ${date.value}` : 'no date')
  }
}

function scoreClaims(article: GoldArticle, found: Found, count: Count, missed: Missed): void {
  const matched = new Map(matchedClaims(article, found).map((claim) => [claim.gold, claim]))
  for (const gold of article.claims) {
    const claim = matched.get(gold)
    const words = [gold.subject, gold.predicate, gold.object].filter(Boolean).join(' – ')
    if (!count('claim', claim !== undefined) || !claim) {
      missed('claim', gold.at, words, 'no such claim')
      continue
    }
    const { on, polarity, certainty, time } = claim.found
    const word = on === 'article' ? on : `the program’s ${on.attribution ?? 'no attribution'} (${on.entity ?? 'nobody'})`
    if (!count('on', claim.on)) missed('on', gold.at, `${words}: on ${gold.on.map((id) => `${id}${speakersOf(article, id)}`).join(' or ')}`, word)
    if (!count('polarity', claim.polarity)) missed('polarity', gold.at, `${words}: ${gold.polarity.join(' or ')}`, polarity)
    if (!count('certainty', claim.certainty)) missed('certainty', gold.at, `${words}: ${gold.certainty.join(' or ')}`, certainty)
    if (!count('time', claim.time)) missed('time', gold.at, `${words}: ${gold.time.map(String).join(' or ')}`, String(time.value))
  }
}

const quoted = ({ text }: GoldArticle, spans: readonly Stretch[]): string => `"${spans.map(({ start, end }) => text.slice(start, end)).join(' … ')}"`

function speakersOf(article: GoldArticle, id: string): string {
  const attribution = article.attributions.find((one) => one.id === id)
  return attribution ? ` (${expectedOf(article, attribution)})` : ''
}

import type { EntityKind } from '../../src/model.js'
import type { GoldArticle, GoldMention } from './gold-shape.js'
import { mentionPairs, type Found } from './gold-match.js'

/** Sums of B³ over mentions; `chainFigures` divides. A mention without a counterpart gives 0 to its own side. */
export interface Chains {
  readonly precision: number
  readonly recall: number
  readonly found: number
  readonly gold: number
}

export interface ChainError {
  readonly at: number
  readonly expected: string
  readonly got: string
}

export const chained = ['person', 'island', 'summit'] as const satisfies readonly EntityKind[]

/** B³ (Bagga and Baldwin 1998; mentions without a counterpart as in Stoyanov and others 2009, B³all) over the mentions of some kinds.
 *  Optional mentions and what lies within them, those of entities without a name, relative and reflexive pronouns are left out on both sides. */
export function chainsOf(article: GoldArticle, { entities }: Found, kinds: readonly EntityKind[]): Chains & { readonly errors: readonly ChainError[] } {
  const { found: all, matched } = mentionPairs(article, entities.entities)
  const counterpart = new Map(matched)
  const counts = ({ optional, kind, entity }: GoldMention) => !optional && kinds.includes(kind) && article.entities.get(entity)?.name !== null
  const isPartOfOptional = ({ kind, start, end }: { kind: EntityKind; start: number; end: number }) =>
    article.mentions.some((mention) => mention.optional && mention.kind === kind && mention.start <= start && end <= mention.end)
  const gold = article.mentions.filter(counts)
  const found = all.filter((mention) => {
    const mate = counterpart.get(mention)
    return kinds.includes(mention.kind) && (mate ? counts(mate) : !neverMarked.test(mention.text) && !isPartOfOptional(mention))
  })
  const mates = found.flatMap((mention) => ((mate) => (mate ? [{ mention, mate }] : []))(counterpart.get(mention)))
  const shared = tally(mates.map(({ mention, mate }) => `${mention.entity} ${mate.entity}`))
  const [sizes, goldSizes] = [tally(found.map(({ entity }) => entity)), tally(gold.map(({ entity }) => entity))]
  let [precision, recall] = [0, 0]
  for (const { mention, mate } of mates) {
    const common = shared.get(`${mention.entity} ${mate.entity}`) ?? 0
    precision += common / (sizes.get(mention.entity) ?? 1)
    recall += common / (goldSizes.get(mate.entity) ?? 1)
  }
  return { precision, recall, found: found.length, gold: gold.length, errors: errors() }

  function errors(): ChainError[] {
    const quoted = ({ start, end }: { start: number; end: number }) => `"${article.text.slice(start, end)}"`
    const matchedGold = new Set(mates.map(({ mate }) => mate))
    const main = new Map<string, string>()
    for (const [pair] of [...shared].sort((a, b) => a[1] - b[1])) main.set(pair.split(' ')[1] ?? '', pair.split(' ')[0] ?? '')
    return [
      ...gold.filter((mention) => !matchedGold.has(mention)).map((mention) => ({ at: mention.start, expected: `${quoted(mention)} is ${mention.entity}`, got: 'no mention of this kind' })),
      ...found.filter((mention) => !counterpart.has(mention)).map((mention) => ({ at: mention.start, expected: `no ${mention.kind}`, got: `${quoted(mention)} is ${mention.entity} (${mention.rule})` })),
      ...mates.flatMap(({ mention, mate }) =>
        main.get(mate.entity) === mention.entity ? [] : [{ at: mate.start, expected: `${quoted(mate)} is ${mate.entity}`, got: `${mention.entity} (${mention.rule})` }]
      )
    ].sort((a, b) => a.at - b.at)
  }
}

export const added = (a: Chains, b: Chains): Chains => ({ precision: a.precision + b.precision, recall: a.recall + b.recall, found: a.found + b.found, gold: a.gold + b.gold })

/** Per cent. */
export function chainFigures(chains: Chains): { precision: number; recall: number; f1: number } {
  const [precision, recall] = [chains.found ? (100 * chains.precision) / chains.found : 0, chains.gold ? (100 * chains.recall) / chains.gold : 0]
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 }
}

const neverMarked = /^(who|whom|whose|which|that|\w+sel(f|ves))$/i

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

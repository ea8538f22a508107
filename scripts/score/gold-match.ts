import type { Claims, Entities, Entity, Speakers } from '../../src/model.js'
import { wordsOf } from './gold-articles.js'
import type { GoldArticle, GoldMention, Stretch } from './gold-shape.js'

/** What the program found in an article: every layer but the tokens. */
export interface Found {
  readonly speakers: Speakers
  readonly entities: Entities
  readonly claims: Claims
}

export const nothing: Found = { speakers: { marks: [], attributions: [], problems: [] }, entities: { entities: [], speakers: [], dates: [] }, claims: { claims: [], withheld: 0 } }

/** Pairs with a score above 0, best first, each side used once. Of equal scores the earlier pair wins. */
export function pairs<A, B>(left: readonly A[], right: readonly B[], score: (a: A, b: B) => number): [A, B][] {
  const candidates = left.flatMap((a) => right.flatMap((b) => ((value) => (value > 0 ? [{ a, b, value }] : []))(score(a, b))))
  const used = new Set<A | B>()
  return candidates
    .sort((one, other) => other.value - one.value)
    .flatMap(({ a, b }): [A, B][] => {
      if (used.has(a) || used.has(b)) return []
      used.add(a).add(b)
      return [[a, b]]
    })
}

/** Shared part of two lists of stretches: characters in both over characters in either. */
export function overlapOf(one: readonly Stretch[], other: readonly Stretch[]): number {
  const common = one.reduce((sum, a) => sum + other.reduce((part, b) => part + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)), 0), 0)
  const size = (list: readonly Stretch[]) => list.reduce((sum, { start, end }) => sum + end - start, 0)
  return common && common / (size(one) + size(other) - common)
}

/** Gold attribution to found attribution, by contents that overlap by at least one half. */
export function attributionPairs({ attributions }: GoldArticle, { speakers }: Found) {
  return pairs(attributions, speakers.attributions, (gold, found) => {
    const overlap = overlapOf(gold.content, found.content)
    return 0.5 <= overlap ? overlap : 0
  })
}

/** Found mention to gold mention of the same kind. "Russian President Vladimir Putin" and "Vladimir Putin" are the same mention (one holds the
 *  other and both end alike), "the APEC summit in Lima" and "APEC summit" too (the shorter begins the longer, but for the article). */
export function mentionPairs(article: GoldArticle, entities: readonly Entity[]) {
  const found = entities.flatMap((entity) => entity.mentions.map((mention) => ({ ...mention, kind: entity.kind, entity: entity.id })))
  const bare = ({ start, end }: Stretch): Stretch => {
    const text = article.text.slice(start, end)
    return { start: start + (/^(the|an?)\s+/i.exec(text)?.[0].length ?? 0), end: end - (/['’]s?$/.exec(text)?.[0].length ?? 0) }
  }
  return {
    found,
    matched: pairs(found, article.mentions, (mention, gold) => {
      if (mention.kind !== gold.kind || mention.end <= gold.start || gold.end <= mention.start) return 0
      const [a, b] = [bare(mention), bare(gold)]
      const overlap = overlapOf([a], [b])
      return a.start === b.start || a.end === b.end || 0.5 <= overlap ? overlap : 0
    })
  }
}

/** Found entity (its id) to the key of the gold entity that it is: by its name, else by what most of its mentions are. */
export function keysOf(article: GoldArticle, { entities }: Found): ReadonlyMap<string, string> {
  const votes = new Map<string, GoldMention[]>()
  for (const [mention, gold] of mentionPairs(article, entities.entities).matched) votes.set(mention.entity, [...(votes.get(mention.entity) ?? []), gold])
  return new Map(
    entities.entities.flatMap((entity): [string, string][] => {
      const named = [...article.entities].filter(([, gold]) => namesOf(gold).some((name) => bareName(name) === bareName(entity.name)))
      const key = named.length === 1 ? named[0]?.[0] : mostFrequent((votes.get(entity.id) ?? []).map((gold) => gold.entity))
      return key === undefined ? [] : [[entity.id, key]]
    })
  )
}

/** Whether the words hold a part of one of the entity's names: "Putin" of "Vladimir Putin", not "The Russian president". */
export function namesIt(text: string, { name, also }: { name: string | null; also: readonly string[] }): boolean {
  const capitals = new Set(wordsOf((text.match(/[\p{Lu}\p{N}][\p{L}\p{N}]*/gu) ?? []).join(' ')))
  return namesOf({ name, also }).some((known) => (known.match(/[\p{Lu}\p{N}][\p{L}\p{N}]*/gu) ?? []).some((word) => capitals.has(word.toLowerCase())))
}

const namesOf = ({ name, also }: { name: string | null; also: readonly string[] }): string[] => [...(name === null ? [] : [name]), ...also]
const bareName = (name: string): string => wordsOf(name.replace(/^the\s+/i, '')).join(' ')

function mostFrequent(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

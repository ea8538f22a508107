import { daysBetween, intervalOf } from '../interval.js'
import type { CorpusClaim, CorpusClaims, CorpusEntity, Registry } from '../model.js'
import type { Phrase, Proposition } from './proposition.js'

/** A claim as it is set against others: what it says by the registry's ids, who says so, and when. */
export interface Statement extends Proposition {
  readonly article: string
  readonly published: string | null
  readonly claim: CorpusClaim
}

/** What an article contributes: its propositions, and the way from its ids to the registry's. */
export interface Told {
  readonly article: string
  readonly propositions: readonly Proposition[]
  readonly idOf: (id: string) => string | null
}

/** Two statements that cannot both be right. `first` affirms; `second` denies, or affirms something else. */
export interface Clash {
  readonly first: Statement
  readonly second: Statement
  /** What both are held to speak of; those with the same key are one conflict. */
  readonly key: string
  readonly proposition: string
  readonly about: readonly string[]
  readonly why: readonly string[]
  readonly confidence: number
}

/** All that the rules look at. */
export interface Scene {
  readonly statements: readonly Statement[]
  /** By article, in the order of the text. */
  readonly byArticle: ReadonlyMap<string, readonly Statement[]>
  readonly entities: ReadonlyMap<string, CorpusEntity>
}

export interface ConflictRule {
  readonly name: string
  readonly example: readonly [string, string]
  readonly kind: 'denied' | 'contrary'
  find(scene: Scene): Iterable<Clash>
}

/** What an uncertain clause says is not worth setting against another. */
const SUREST = 0.45

export function sceneOf({ articles, claims }: CorpusClaims, { entities }: Registry, told: readonly Told[]): Scene {
  const places = new Map(articles.map(({ article }, place) => [article, place]))
  const first = new Map<number, number>()
  for (const [index, { article }] of claims.entries()) if (!first.has(article)) first.set(article, index)
  const byArticle = new Map<string, Statement[]>()
  for (const { article, propositions, idOf } of told) {
    const place = places.get(article)
    const start = place === undefined ? undefined : first.get(place)
    if (place === undefined || start === undefined) continue
    const published = articles[place]?.published ?? null
    const named = (phrase: Phrase): Phrase => (phrase.entity === null ? phrase : { ...phrase, entity: idOf(phrase.entity) })
    const statements = propositions.flatMap((proposition): Statement[] => {
      const claim = claims[start + proposition.index]
      if (!claim || claim.confidence < SUREST) return []
      const { subject, object, complements } = proposition
      return [{ ...proposition, subject: subject && named(subject), object: object && named(object), complements: complements.map((each) => ({ ...named(each), marker: each.marker })), article, published, claim }]
    })
    byArticle.set(article, statements)
  }
  return { statements: [...byArticle.values()].flat(), byArticle, entities: new Map(entities.map((entity) => [entity.id, entity])) }
}

/** Whether two statements stand on different words: what one narrator or speaker says in one article is not set against itself. */
export function isBetweenTwo({ claim: a, article: one }: Statement, { claim: b, article: other }: Statement): boolean {
  if (one !== other) return true
  if (a.attribution === null && b.attribution === null) return false
  return a.attribution !== b.attribution && (a.speaker === null || b.speaker === null || a.speaker !== b.speaker)
}

/** Predicates of what lasts: whoever recognises something does so the year after, unless he says otherwise. */
const LASTING = /^(?:be|have|belong|own|exist|claim|recognize|recognise|acknowledge|support|oppose|accept|reject|back|favor|favour|want|believe|know|possess|administer|control|occupy|hold|govern|rule|include|contain|cover|consist|owe|deserve|trust|intend|plan|regard|consider)\b/

/** Days within which two articles may speak of the same event without saying when it was. */
const NEAR = 31
const LONG = 3 * 366

/** Why the two may speak of the same time, and how sure that is; null: they need not. `denial` denies what `affirmed` says. */
export function sameTime(affirmed: Statement, denial: Statement): { readonly why: string; readonly sure: number } | null {
  const [one, other] = [affirmed.claim, denial.claim]
  if ((one.tense === 'future') !== (other.tense === 'future')) return null
  const [a, b] = [one.time === null ? null : intervalOf(one.time), other.time === null ? null : intervalOf(other.time)]
  if ((one.time !== null && !a) || (other.time !== null && !b)) return null
  if (a && b) return a.from <= b.to && b.from <= a.to ? { why: `both of ${one.time === other.time ? one.time : `${one.time}, ${other.time}`}`, sure: 1 } : null
  if (denial.ever && one.tense !== 'future' && (a === null || denial.published === null || a.from <= denial.published)) return { why: 'the denial is for all times', sure: 0.95 }
  if (affirmed.article === denial.article) return a || b ? { why: 'in one article, one of them dated', sure: 0.8 } : { why: 'in one article', sure: 0.95 }
  if (a || b) return null
  const days = daysBetween(affirmed.published, denial.published)
  if (days !== null && days <= NEAR) return { why: `${days === 0 ? 'articles of one day' : `articles ${days} day${days === 1 ? '' : 's'} apart`}`, sure: 0.9 }
  return days !== null && days <= LONG && LASTING.test(affirmed.predicate) && affirmed.voice !== 'passive' ? { why: `"${affirmed.predicate}" is of what lasts, articles ${Math.round(days / 30)} months apart`, sure: 0.75 } : null
}

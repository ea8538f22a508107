import type { Claim } from '../../model.js'
import type { ClaimsOf, CorpusArticle, CorpusClaim, CorpusClaims } from './model.js'
import { order } from './order.js'

/** A claim with whatever stands in the registry in the place of what stands in its article. */
export interface Registered {
  readonly article: string
  readonly published: string | null
  readonly claim: CorpusClaim
}

/** From an article's own ids to the registry's. */
export interface Names {
  idOf(id: string): string | null
  /** Who speaks in an attribution. */
  speakerOf(attribution: string): string | null
}

/** A claim on one line, by the ids of the registry. Its article's place in the list is known only when all articles are. */
export function registered(claim: Claim, { idOf, speakerOf }: Names): Omit<CorpusClaim, 'article'> {
  const { id, sentence, text, subject, object, predicate, polarity, certainty, time, on, about, checkable, confidence, rule } = claim
  const entity = (own: string | null | undefined) => (own == null ? null : idOf(own))
  const attribution = on === 'article' ? null : on.attribution
  const speaker = on === 'article' ? 'article' : attribution === null ? entity(on.entity) : speakerOf(attribution)
  return {
    id,
    start: sentence.start,
    end: sentence.end,
    claim: text,
    subject: entity(subject?.entity),
    object: entity(object?.entity),
    predicate: predicate.lemma,
    speaker,
    attribution,
    about: [...new Set(about.map(idOf).filter((id) => id !== null))].sort(),
    polarity,
    certainty,
    tense: time.tense,
    time: time.value,
    checkable: checkable.score,
    confidence,
    rule
  }
}

/** `articles` by path; the claims of each as in its layer. */
export function corpusClaims(articles: readonly CorpusArticle[], claimsOf: (article: string) => readonly Omit<CorpusClaim, 'article'>[]): CorpusClaims {
  const claims = articles.flatMap(({ article }, place) => claimsOf(article).map((claim): CorpusClaim => ({ article: place, ...claim })))
  return {
    articles,
    claims,
    bySubject: indexed(claims, ({ subject }) => (subject === null ? [] : [subject])),
    bySpeaker: indexed(claims, ({ speaker }) => [speaker ?? 'nobody']),
    byEntity: indexed(claims, ({ about }) => about)
  }
}

function indexed(claims: readonly CorpusClaim[], keysOf: (claim: CorpusClaim) => readonly string[]): ClaimsOf[] {
  const index = new Map<string, number[]>()
  for (const [place, claim] of claims.entries())
    for (const key of keysOf(claim)) {
      const places = index.get(key)
      if (places) places.push(place)
      else index.set(key, [place])
    }
  return [...index].map(([id, places]) => ({ id, claims: places })).sort((a, b) => order(a.id, b.id))
}

import type { Claim } from '../model.js'
import type { Conflict, ConflictClaim } from '../stages/5-corpus/model.js'
import { addressOf, byTime, type Catalogue, type Claimed } from './catalogue.js'
import type { Digest } from './digest.js'
import type { Finder } from './find.js'
import { wordsOf } from './fold.js'
import type { ClaimQuery, ClaimRow, ConflictView } from './model.js'
import { namedAll } from './statements.js'

export function claimRow(catalogue: Catalogue): (claimed: Claimed) => ClaimRow {
  const { named, idOf, voiceOf, statementOf, untoldOf } = catalogue
  return (claimed) => {
    const { digest, claim } = claimed
    const { id, text, start, end, attribution, about, polarity, certainty, time, checkable, confidence, rule } = claim
    const voice = voiceOf(claimed)
    const statement = statementOf(claimed)
    return {
      ...addressOf(digest, start, end),
      claim: id,
      text,
      sentence: digest.text.slice(start, end),
      speaker: voice === 'article' ? 'article' : named(voice),
      as: voice === null ? (statement?.source || null) : null,
      attribution,
      untold: statement && untoldOf({ digest, statement }),
      about: namedAll(catalogue, [...new Set(about.flatMap((place) => idOf(digest, place) ?? []))]),
      polarity,
      certainty,
      time,
      checkable,
      confidence,
      rule
    }
  }
}

/** The claims that a query asks for, in the order that it asks for. */
export function claimsFor(catalogue: Catalogue, finder: Finder): (query: ClaimQuery) => readonly Claimed[] {
  const everything = new Map<string, readonly Claimed[]>()
  return (query) => {
    const { offset: _, limit: __, sort = 'place', ...filters } = query
    const unfiltered = Object.values(filters).every((value) => value === undefined || value === '')
    const kept = unfiltered ? everything.get(sort) : undefined
    if (kept) return kept
    const found = sorted(sifted(catalogue, finder, query), sort)
    if (unfiltered) everything.set(sort, found)
    return found
  }
}

/** In the order of the corpus, which is also that of memory: a quarter of a million claims are looked through in some 20 ms. */
function sifted(catalogue: Catalogue, finder: Finder, { q, speaker, entity, polarity, certainty, from, to, checkable, article }: ClaimQuery): Claimed[] {
  const { shelf, digests, voiceOf, appearancesOf } = catalogue
  const question = finder.question(wordsOf(q ?? ''), 'all')
  const named = entity === undefined ? null : appearancesOf(entity)
  const found: Claimed[] = []
  const look = (digest: Digest): void => {
    const mentioned = named?.get(digest.article)
    if ((named && !mentioned) || (question && !question.mayBeIn(digest))) return
    const places = mentioned?.map(({ id }) => digest.entities.indexOf(id))
    for (const claim of digest.claims) {
      if (places && !places.some((place) => claim.about.includes(place))) continue
      if (polarity !== undefined && claim.polarity !== polarity) continue
      if (certainty !== undefined && claim.certainty !== certainty) continue
      if (checkable !== undefined && claim.checkable.score < checkable) continue
      if ((from || to) && !isWithin(claim.time !== null && /^\d{4}/.test(claim.time) ? claim.time : digest.published, from, to)) continue
      const claimed = { digest, claim }
      if (speaker !== undefined && !isOnWordOf(voiceOf(claimed), speaker)) continue
      if (question && question.inside(digest, [claim.start, claim.end], () => voiceOf(claimed)) === 0) continue
      found.push(claimed)
    }
  }
  const only = article === undefined ? null : digests.get(article)
  if (only) look(only)
  else if (article === undefined) shelf.digests.forEach(look)
  return found
}

const isOnWordOf = (voice: string | null, speaker: string): boolean => (speaker === 'somebody' ? voice !== 'article' : (voice ?? 'nobody') === speaker)

/** Of what a claim says when it was, else of the article's date. "2016-12" lies within 2016-12-05 to 2016-12-31: a part of it does. */
function isWithin(date: string | null, from: string | undefined, to: string | undefined): boolean {
  if (date === null) return false
  const [first = '', last = first] = date.split('/')
  return (!from || `${last}~` >= from) && (!to || first <= `${to}~`)
}

const HIGHEST = 100

function sorted(claims: readonly Claimed[], by: NonNullable<ClaimQuery['sort']>): readonly Claimed[] {
  if (by === 'place') return claims
  if (by === 'date') {
    const times = new Map([...new Set(claims.map(({ digest }) => digest))].sort(byTime).map((digest, index) => [digest, index]))
    const dated = claims.map((claimed, index) => ({ claimed, index, when: times.get(claimed.digest) ?? 0 }))
    return dated.sort((a, b) => a.when - b.when || a.index - b.index).map(({ claimed }) => claimed)
  }
  // Scores have two decimals: one heap for each is quicker than comparing hundreds of thousands.
  const heaps = Array.from({ length: HIGHEST + 1 }, (): Claimed[] => [])
  for (const claimed of claims) {
    const score = by === 'checkable' ? claimed.claim.checkable.score : claimed.claim.confidence
    heaps[HIGHEST - Math.round(score * HIGHEST)]?.push(claimed)
  }
  return heaps.flat()
}

/** Conflicts of which both sides can be shown: one whose articles have not been read yet waits. */
export function conflictsOf({ corpus, digests }: Catalogue): readonly Conflict[] {
  const isRead = ({ article }: ConflictClaim) => digests.has(article)
  return corpus.conflicts.filter(({ affirmed, denied }) => affirmed.some(isRead) && denied.some(isRead))
}

export function conflictRow(catalogue: Catalogue): (conflict: Conflict) => ConflictView {
  const row = claimRow(catalogue)
  const claimed = ({ article, id }: ConflictClaim) => {
    const digest = catalogue.digests.get(article)
    const claim = digest?.claims.find((each) => each.id === id)
    return digest && claim ? [row({ digest, claim })] : []
  }
  return ({ id, kind, proposition, why, confidence, affirmed, denied }) => ({ id, kind, proposition, why: why.join('; '), confidence, sides: [affirmed.flatMap(claimed), denied.flatMap(claimed)] })
}

export const POLARITIES = ['positive', 'negative'] as const satisfies readonly Claim['polarity'][]
export const CERTAINTIES = ['stated', 'likely', 'possible', 'wished', 'conditional', 'asked'] as const satisfies readonly Claim['certainty'][]

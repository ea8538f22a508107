import type { EntityKind } from '../model.js'
import type { Appearance, CorpusEntity } from '../stages/5-corpus/model.js'
import { order } from '../stages/5-corpus/order.js'
import { registryIds } from '../tables/ids.js'
import { type Untold, untoldAs } from '../told.js'
import { applied, decidedSpeakers } from './apply.js'
import type { ClaimDigest, Digest, StatementDigest } from './digest.js'
import type { Address, Named, Paging, Page } from './model.js'
import type { ArticleRecord, CorpusRecord } from './records.js'

/** Where a library finds what it answers from. */
export interface Shelf {
  readonly corpus: CorpusRecord
  /** Of the articles that have been read, by path. */
  readonly digests: readonly Digest[]
  /** How far the reading has come; null: everything is read. */
  readonly reading: { readonly read: number; readonly of: number } | null
  /** The command that runs it all again; null in a self-contained page, which nothing can be written from. */
  readonly run: string | null
  /** null: there is no such article, or its layers are damaged. */
  open(article: string): Promise<ArticleRecord | null>
}

/** A statement or claim with the article that it stands in. */
export interface Said {
  readonly digest: Digest
  readonly statement: StatementDigest
}

export interface Claimed {
  readonly digest: Digest
  readonly claim: ClaimDigest
}

/** The shelf, indexed: who is who, and who says what. Everything is computed when it is first asked for; what is asked never changes it. */
export interface Catalogue {
  readonly shelf: Shelf
  readonly corpus: CorpusRecord
  /** By id, after decisions. */
  readonly entities: ReadonlyMap<string, CorpusEntity>
  readonly digests: ReadonlyMap<string, Digest>
  named(id: string | null): Named | null
  /** Of an article that may not be read yet. */
  address(article: string, start: number, end: number): Address
  /** By place in the article's list of entities: the registry's id; null where the registry does not have it. */
  idsIn(digest: Digest): readonly (string | null)[]
  idOf(digest: Digest, place: number | null): string | null
  /** Who says it: the user's word above the layer's. */
  speakerOf(said: Said): string | null
  togetherOf(said: Said): readonly string[]
  /** What the user has decided of it: why; null: nothing. */
  decidedOf(said: Said): string | null
  /** Why it is not told; null: it is. Whom the user names as its speaker has said it. */
  untoldOf(said: Said): Untold | null
  voiceOf(claimed: Claimed): 'article' | string | null
  /** The statement on whose word a claim stands; null: on the article's own. */
  statementOf(claimed: Claimed): StatementDigest | null
  /** What an entity says, told or not, in time order; those with several voices count for each. */
  statementsBy(id: string): readonly Said[]
  /** Islands of a group of islands. */
  partsOf(id: string): readonly CorpusEntity[]
  /** Where an entity, or a part of it, is named: by article. */
  appearancesOf(id: string): ReadonlyMap<string, readonly Appearance[]>
  /** What is claimed about an entity or a part of it, in the order of the corpus. */
  claimsAbout(id: string): readonly Claimed[]
  /** All of them, told or not, in time order. */
  statements(): readonly Said[]
  /** Who says anything at all. */
  speakers(): Iterable<string>
}

export function catalogueOf(shelf: Shelf): Catalogue {
  const corpus = applied(shelf.corpus)
  const entities = new Map(corpus.registry.entities.map((entity) => [entity.id, entity]))
  const digests = new Map(shelf.digests.map((digest) => [digest.article, digest]))
  const articles = once(() => new Map(corpus.registry.articles.map((article) => [article.article, article])))
  const ids = once(() => registryIds(corpus.registry))
  const decided = once(() => new Map(decidedSpeakers(corpus, digests).map((speaker) => [`${speaker.article}\n${speaker.attribution}`, speaker])))
  const attributions = once(() => new Map(shelf.digests.map(({ article, statements }) => [article, new Map(statements.map((statement) => [statement.id, statement]))])))

  const resolved = new Map<Digest, readonly (string | null)[]>()
  const idsIn = (digest: Digest): readonly (string | null)[] => {
    const kept = resolved.get(digest)
    if (kept) return kept
    const own = ids().get(digest.article)
    const made = digest.entities.map((local) => own?.get(local) ?? null)
    resolved.set(digest, made)
    return made
  }
  const idOf = (digest: Digest, place: number | null) => (place === null ? null : (idsIn(digest)[place] ?? null))
  const decisionOf = ({ digest, statement }: Said) => (decided().size === 0 ? null : (decided().get(`${digest.article}\n${statement.id}`) ?? null))
  const speakerOf = (said: Said) => {
    const decision = decisionOf(said)
    return decision ? decision.entity : idOf(said.digest, said.statement.entity)
  }
  const togetherOf = (said: Said) => (said.statement.together.length === 0 || decisionOf(said) ? [] : said.statement.together.flatMap((place) => idOf(said.digest, place) ?? []))
  const statementOf = ({ digest, claim }: Claimed) => (claim.attribution === null ? null : (attributions().get(digest.article)?.get(claim.attribution) ?? null))
  const parts = once(() => grouped(corpus.registry.entities.filter(({ kind }) => kind === 'island'), ({ facts }) => groupsIn(facts?.['partOf'])))
  const partsOf = (id: string) => parts().get(id) ?? []
  const appearancesOf = (id: string) => {
    const entity = entities.get(id)
    const others = partsOf(id)
    const all = [...(entity ? [entity] : []), ...others].flatMap(({ appearances }) => appearances)
    return grouped(others.length === 0 ? all : all.sort((a, b) => order(a.article, b.article)), ({ article }) => [article])
  }
  const statements = once(() => [...shelf.digests].sort(byTime).flatMap((digest) => digest.statements.map((statement) => ({ digest, statement }))))
  const bySpeaker = once(() => grouped(statements(), (said) => [speakerOf(said), ...togetherOf(said)]))

  return {
    shelf,
    corpus,
    entities,
    digests,
    named: (id) => {
      const entity = id === null ? undefined : entities.get(id)
      return entity ? namedOf(entity) : null
    },
    address: (article, start, end) => {
      const { title, published } = digests.get(article) ?? articles().get(article) ?? { title: null, published: null }
      return { article, title: title ?? article, published, start, end }
    },
    idsIn,
    idOf,
    speakerOf,
    togetherOf,
    decidedOf: (said) => decisionOf(said)?.why ?? null,
    untoldOf: (said) => (decisionOf(said)?.entity ? null : untoldAs(said.statement)),
    statementOf,
    voiceOf: (claimed) => {
      const { digest, claim } = claimed
      if (claim.own) return 'article'
      const statement = decided().size === 0 ? null : statementOf(claimed)
      const decision = statement && decisionOf({ digest, statement })
      return decision ? decision.entity : idOf(digest, claim.entity)
    },
    statementsBy: (id) => bySpeaker().get(id) ?? [],
    partsOf,
    appearancesOf,
    claimsAbout: (id) =>
      [...appearancesOf(id)].flatMap(([article, all]) => {
        const digest = digests.get(article)
        if (!digest) return []
        const places = all.map((appearance) => digest.entities.indexOf(appearance.id))
        return digest.claims.filter(({ about }) => places.some((place) => about.includes(place))).map((claim) => ({ digest, claim }))
      }),
    statements,
    speakers: () => bySpeaker().keys()
  }
}

export const namedOf = ({ id, kind, name }: { readonly id: string; readonly kind: EntityKind; readonly name: string }): Named => ({ id, kind, name })

const groupsIn = (fact: unknown): string[] => (Array.isArray(fact) ? (fact as readonly { readonly id?: unknown }[]).flatMap(({ id }) => (typeof id === 'string' ? [id] : [])) : [])

/** Time order, the undated last; then by path. */
export const byTime = (a: Digest, b: Digest): number => order(a.published ?? '9999', b.published ?? '9999') || order(a.article, b.article)

export function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly (string | null)[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items)
    for (const key of keysOf(item)) {
      if (key === null) continue
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  return groups
}

/** Computed at the first call. */
export function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | null = null
  return () => (kept ??= { value: compute() }).value
}

export const LIMIT = 50
export const LARGEST = 10_000

/** The rows of a page out of all, each drawn up only if it is on it. */
export function pageOf<T, Row>(all: readonly T[], { offset = 0, limit = LIMIT }: Paging, row: (item: T) => Row): Page<Row> {
  const from = Math.max(0, Math.trunc(offset) || 0)
  const size = Math.min(LARGEST, Math.max(1, Math.trunc(limit) || LIMIT))
  return { total: all.length, offset: from, rows: all.slice(from, from + size).map(row) }
}

export function addressOf({ article, title, published }: Digest, start: number, end: number): Address {
  return { article, title, published, start, end }
}

import type { Claim, Facts } from '../model.js'
import { order } from '../stages/5-corpus/order.js'
import type { Catalogue } from './catalogue.js'
import { digestOf, type Digest } from './digest.js'
import type { ArticleRow, ArticleView } from './model.js'
import type { ArticleRecord } from './records.js'
import { isAsked } from './review-speakers.js'
import { namedAll } from './statements.js'
import { untoldAs } from '../told.js'

/** An article as its layers have it, with the registry's ids and the user's decisions. */
export function articleView(catalogue: Catalogue, record: ArticleRecord): ArticleView {
  const { corpus, named, idsIn, speakerOf, togetherOf, decidedOf, untoldOf } = catalogue
  const { article, text, paragraphs, sentences, speakers, entities, claims, notes } = record
  const path = article.path
  const digest = catalogue.digests.get(path) ?? digestOf(record)
  const statements = new Map(digest.statements.map((statement) => [statement.id, statement]))
  const ids = new Map(idsIn(digest).map((known, place) => [digest.entities[place], known]))
  const id = (local: string): string => ids.get(local) ?? local
  const all = corpus.registry.articles
  const index = all.findIndex((each) => each.article === path)
  return {
    row: articleRow(catalogue)(digest),
    article,
    text,
    paragraphs,
    sentences,
    attributions: speakers.attributions.map((attribution) => {
      const statement = statements.get(attribution.id)
      const said = statement && { digest, statement }
      return {
        ...attribution,
        untold: said ? untoldOf(said) : untoldAs(attribution),
        by: said ? named(speakerOf(said)) : null,
        byWhy: statement?.entityWhy ?? attribution.speaker.why,
        decided: said ? decidedOf(said) : null,
        together: said ? namedAll(catalogue, togetherOf(said)) : []
      }
    }),
    entities: entities.entities.map((entity) => ({ ...entity, id: id(entity.id), local: entity.id, facts: withIds(entity.facts, id) as Facts | null })),
    dates: entities.dates,
    claims: claims.map((claim) => claimWith(claim, id)),
    problems: speakers.problems,
    notes,
    previous: all[index - 1]?.article ?? null,
    next: index < 0 ? null : (all[index + 1]?.article ?? null)
  }
}

export function articleRow({ decidedOf, untoldOf }: Catalogue): (digest: Digest) => ArticleRow {
  return (digest) => {
    const { article, title, published, outlet, words, statements, claims, problems } = digest
    const undecided = statements.filter((statement) => statement.undecided && isAsked(statement) && decidedOf({ digest, statement }) === null).length
    const untold = statements.filter((statement) => untoldOf({ digest, statement }) !== null).length
    return { article, title, published, outlet, words, statements: statements.length - untold, untold, claims: claims.length, undecided, problems: problems.length }
  }
}

/** Every article, by path; one that is not read yet as far as the report knows it. */
export function articleRows(catalogue: Catalogue): readonly ArticleRow[] {
  const { corpus, digests } = catalogue
  const row = articleRow(catalogue)
  return corpus.registry.articles.map(({ article, title, published }) => {
    const digest = digests.get(article)
    if (digest) return row(digest)
    const { words = 0, statements = 0, claims = 0, problems = 0 } = corpus.counts[article] ?? {}
    return { article, title: title ?? article.split('/').at(-1) ?? article, published, outlet: null, words, statements, untold: 0, claims, undecided: 0, problems }
  })
}

function claimWith(claim: Claim, id: (local: string) => string): Claim {
  const { subject, object, complements, place, on, about } = claim
  const named = <T extends { readonly entity: string | null }>(part: T): T => ({ ...part, entity: part.entity === null ? null : id(part.entity) })
  return {
    ...claim,
    subject: subject && named(subject),
    object: object && named(object),
    complements: complements.map(named),
    place: place === null ? null : id(place),
    on: on === 'article' ? on : named(on),
    about: [...new Set(about.map(id))].sort(order)
  }
}

/** Facts name other entities by their ids: the place of a meeting, who took part. */
function withIds(value: unknown, id: (local: string) => string): unknown {
  if (typeof value === 'string') return /^[a-z]+\/\S+$/.test(value) ? id(value) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => withIds(item, id))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withIds(item, id)]))
}

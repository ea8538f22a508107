import type { Article, Attribution, Claim, Entities, Facts, Problem, Span } from '../model.js'
import { joined } from '../span.js'
import { folded } from './fold.js'
import type { ArticleRecord } from './records.js'

/** What of an article is kept in memory, so that questions over thousands of them are answered without reading a file: a tenth of its layers. */
export interface Digest {
  readonly article: string
  /** The article's own ids of its entities. Everywhere else an entity is its place in this list, or null. */
  readonly entities: readonly string[]
  readonly title: string
  readonly published: string | null
  readonly outlet: string | null
  readonly words: number
  readonly text: string
  /** The text as it is searched: see `folded`. */
  readonly folded: string
  /** In time order of the text. */
  readonly statements: readonly StatementDigest[]
  readonly claims: readonly ClaimDigest[]
  readonly problems: readonly Problem[]
  /** By person: how the article calls them. */
  readonly roles: ReadonlyMap<number, readonly string[]>
}

export interface StatementDigest extends Pick<Attribution, 'id' | 'type' | 'kind' | 'polarity' | 'confidence' | 'rule'> {
  /** Start and end of each stretch, one after the other. */
  readonly content: readonly number[]
  readonly cue: string
  readonly source: string
  readonly how: Attribution['speaker']['how']
  readonly why: string
  readonly entity: number | null
  readonly entityWhy: string
  /** Those who speak with one voice; else empty. */
  readonly together: readonly number[]
  readonly candidates: readonly { readonly entity: number | null; readonly text: string; readonly score: number }[]
  /** Nobody is named as the source, or it could be one of several. "Officials said" is not undecided: it names nobody. */
  readonly undecided: boolean
}

export interface ClaimDigest extends Pick<Claim, 'id' | 'text' | 'polarity' | 'certainty' | 'checkable' | 'confidence' | 'rule'> {
  readonly about: readonly number[]
  /** Of its sentence. */
  readonly start: number
  readonly end: number
  /** On the article's own word. */
  readonly own: boolean
  readonly entity: number | null
  readonly attribution: string | null
  readonly time: string | null
  /** What is said of whom, where both ends are entities: claims with the same one say (or deny) the same. */
  readonly proposition: { readonly subject: number; readonly lemma: string; readonly object: number } | null
}

export function digestOf(record: ArticleRecord): Digest {
  const { article, text, words, speakers, entities, claims } = record
  const places = new Map(entities.entities.map(({ id }, place) => [id, place]))
  const placeOf = (id: string | null): number | null => (id === null ? null : (places.get(id) ?? null))
  return {
    article: article.path,
    entities: entities.entities.map(({ id }) => id),
    title: titleOf(article),
    published: article.published,
    outlet: textOf(article.source),
    words,
    text,
    folded: folded(text),
    statements: statementsOf(record, placeOf),
    claims: claims.map(claimOf(placeOf)),
    problems: speakers.problems,
    roles: rolesOf(entities)
  }
}

type PlaceOf = (id: string | null) => number | null

/** The title, or for want of one the file's name. */
export const titleOf = ({ title, path }: Pick<Article, 'title' | 'path'>): string => oneLine(textOf(title)) ?? path.split('/').at(-1) ?? path

export const textOf = (part: Span | string | null): string | null => (part === null || typeof part === 'string' ? part : part.text)

/** A title may go over two lines in its article. */
const oneLine = (text: string | null): string | null => text?.replace(/\s+/g, ' ').trim() || null

function statementsOf({ speakers, entities }: ArticleRecord, placeOf: PlaceOf): StatementDigest[] {
  const said = new Map(entities.speakers.map((speaker) => [speaker.attribution, speaker]))
  const entityAt = namesOf(entities)
  return speakers.attributions.map(({ id, type, kind, polarity, content, cue, source, speaker, confidence, rule }) => {
    const candidates = speaker.candidates.map(({ span, score }) => ({ entity: entityAt(span), text: span.text, score }))
    const several = isSeveral(speaker)
    const entity = placeOf(said.get(id)?.entity ?? null)
    return {
      id,
      type,
      kind,
      polarity,
      content: content.flatMap(({ start, end }) => [start, end]),
      cue: joined(cue),
      source: joined(source),
      how: speaker.how,
      why: speaker.why,
      entity,
      entityWhy: said.get(id)?.why ?? speaker.why,
      together: entity === null && several ? [...new Set(candidates.flatMap((candidate) => candidate.entity ?? []))] : [],
      candidates: several ? [] : candidates,
      undecided: entity === null && !several && (speaker.span === null || candidates.length > 1),
      confidence,
      rule
    }
  })
}

/** "Abe and Putin agreed": the words that the source stands for hold every candidate, so it is not one or the other but all of them. */
const isSeveral = ({ span, candidates }: Attribution['speaker']): boolean =>
  span !== null && candidates.length > 1 && candidates.every((candidate) => span.start <= candidate.span.start && candidate.span.end <= span.end)

/** Which entity a stretch names: the one with a mention inside it, best of all by name. */
function namesOf({ entities }: Entities): (span: Span) => number | null {
  return ({ start, end }) => {
    let found: number | null = null
    for (const [place, { mentions }] of entities.entries())
      for (const mention of mentions) {
        if (mention.start < start || end < mention.end) continue
        if (mention.form === 'name') return place
        found ??= place
      }
    return found
  }
}

function rolesOf({ entities }: Entities): ReadonlyMap<number, readonly string[]> {
  const roles = new Map<number, string[]>()
  for (const [place, { facts }] of entities.entries()) {
    const found = facts?.['roles']
    if (Array.isArray(found) && found.length > 0) roles.set(place, (found as readonly Facts[]).flatMap(({ text }) => (typeof text === 'string' ? [text] : [])))
  }
  return roles
}

/** Lists of the same few entities and reasons stand in every claim: one copy of each will do. */
function claimOf(placeOf: PlaceOf) {
  const [abouts, reasons] = [sharing<number>(), sharing<string>()]
  return ({ id, text, sentence, subject, predicate, object, complements, polarity, certainty, time, on, about, checkable, confidence, rule }: Claim): ClaimDigest => {
    const one = placeOf(subject?.entity ?? null)
    const other = placeOf((object ?? complements.find(({ entity }) => entity !== null))?.entity ?? null)
    return {
      id,
      text,
      start: sentence.start,
      end: sentence.end,
      own: on === 'article',
      entity: on === 'article' ? null : placeOf(on.entity),
      attribution: on === 'article' ? null : on.attribution,
      about: abouts(about.flatMap((local) => placeOf(local) ?? [])),
      polarity,
      certainty,
      time: time.value,
      checkable: { score: checkable.score, why: reasons(checkable.why) },
      proposition: one === null || other === null ? null : { subject: one, lemma: predicate.lemma, object: other },
      confidence,
      rule
    }
  }
}

function sharing<T>(): (list: readonly T[]) => readonly T[] {
  const copies = new Map<string, readonly T[]>()
  return (list) => {
    const key = list.join('\n')
    const kept = copies.get(key) ?? list
    copies.set(key, kept)
    return kept
  }
}

import type { Facts } from '../model.js'
import type { CorpusEntity } from '../stages/5-corpus/model.js'
import { order } from '../stages/5-corpus/order.js'
import { byTime, type Catalogue, namedOf, type Said } from './catalogue.js'
import type { IslandRow, SummitRow } from './model.js'

/** By name. */
export function islandsOf(catalogue: Catalogue): readonly IslandRow[] {
  return entitiesOf(catalogue, 'island').map((entity) => islandRow(catalogue, entity))
}

export function islandRow({ claimsAbout, appearancesOf }: Catalogue, entity: CorpusEntity): IslandRow {
  const { id, aliases, facts } = entity
  const coordinates = facts?.['coordinates'] as Facts | null | undefined
  return {
    ...namedOf(entity),
    aliases,
    latitude: numberOf(coordinates?.['latitude']),
    longitude: numberOf(coordinates?.['longitude']),
    partOf: namesIn(facts?.['partOf'])[0] ?? null,
    administeredBy: namesIn(facts?.['administeredBy']).join(', ') || null,
    claimedBy: namesIn(facts?.['claimedBy']),
    claims: claimsAbout(id).length,
    articles: appearancesOf(id).size
  }
}

/** In time order, the undated last. */
export function summitsOf(catalogue: Catalogue): readonly SummitRow[] {
  const rows = entitiesOf(catalogue, 'summit').map((entity) => summitRow(catalogue, entity))
  return rows.sort((a, b) => order(a.date ?? '9999', b.date ?? '9999') || order(a.name, b.name))
}

export function summitRow({ claimsAbout, named, address }: Catalogue, entity: CorpusEntity): SummitRow {
  const { id, facts, appearances } = entity
  const participants = facts?.['participants']
  const when = facts?.['when']
  return {
    ...namedOf(entity),
    date: typeof when === 'string' ? when : null,
    place: namesIn(facts?.['place'])[0] ?? null,
    participants: Array.isArray(participants) ? (participants as readonly unknown[]).flatMap((each) => (typeof each === 'string' ? (named(each) ?? []) : [])) : [],
    series: namesIn(facts?.['series'])[0] ?? null,
    claims: claimsAbout(id).length,
    appearances: appearances.map(({ article, mentions }) => {
      const { start, end } = mentions[0] ?? { start: 0, end: 0 }
      return address(article, start, end)
    })
  }
}

const entitiesOf = ({ corpus }: Catalogue, kind: string): CorpusEntity[] =>
  corpus.registry.entities.filter((entity) => entity.kind === kind).sort((a, b) => order(a.name, b.name) || order(a.id, b.id))

/** Names in a fact that is one thing with a name or several: `{ "code": "RU", "name": "Russia" }`. */
function namesIn(fact: unknown): string[] {
  if (typeof fact === 'string') return [fact]
  if (Array.isArray(fact)) return fact.flatMap((each) => namesIn(each))
  if (typeof fact !== 'object' || fact === null || !('name' in fact)) return []
  return typeof fact.name === 'string' ? [fact.name] : []
}

const numberOf = (fact: unknown): number | null => (typeof fact === 'number' ? fact : null)

/** Statements in which somebody names it, or a part of it, in time order. */
export function statementsNaming({ digests, appearancesOf }: Catalogue, id: string): Said[] {
  const found = [...appearancesOf(id)].flatMap(([article, all]) => {
    const digest = digests.get(article)
    return digest ? [{ digest, mentions: all.flatMap((appearance) => appearance.mentions) }] : []
  })
  return found
    .sort((a, b) => byTime(a.digest, b.digest))
    .flatMap(({ digest, mentions }) => digest.statements.filter(({ content }) => mentions.some(({ start, end }) => isIn(content, start, end))).map((statement) => ({ digest, statement })))
}

function isIn(content: readonly number[], start: number, end: number): boolean {
  for (let at = 0; at < content.length; at += 2) if ((content[at] ?? 0) <= start && end <= (content[at + 1] ?? 0)) return true
  return false
}

import type { Lexicon } from '../../data/lexicon.js'
import { perLexicon } from '../../data/lexicon.js'
import { assert } from '../../error.js'
import { phrasesOf, type Phrases } from './phrases.js'
import { fold } from './fold.js'

export interface Island {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: string
  readonly latitude: number
  readonly longitude: number
  /** Id of the group that it is part of. */
  readonly partOf: string | null
  /** ISO 3166-1 of who administers it, and of who else claims it. */
  readonly countries: readonly string[]
  readonly claimedBy: readonly string[]
  readonly ambiguity: ReadonlySet<string>
}

export interface Country {
  readonly code: string
  readonly name: string
  readonly names: readonly string[]
  readonly demonyms: readonly string[]
  readonly capitals: readonly string[]
}

export interface Series {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: 'organization' | 'group' | 'forum'
  readonly years: string | null
  readonly about: string
}

/** An island under one of its names. */
export interface IslandName {
  readonly island: Island
  /** The name has its generic word: "Howland Island", not "Howland". */
  readonly full: boolean
}

export interface Gazetteer {
  readonly islands: ReadonlyMap<string, Island>
  readonly countries: ReadonlyMap<string, Country>
  readonly series: ReadonlyMap<string, Series>
  /** The same name may stand for several rows; the preferred one is the first. */
  readonly islandNames: Phrases<readonly IslandName[]>
  readonly countryNames: Phrases<Country>
  readonly demonyms: Phrases<readonly Country[]>
  readonly capitals: Phrases<Country>
  readonly seriesNames: Phrases<Series>
}

const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : [])
const word = (cell: string | undefined): string => cell ?? ''

/** The words that make a name an island's whatever stands before them. */
export const generic = /\b(?:islands?|isles?|islets?|atolls?|archipelago|reefs?|shoals?|rocks?|cays?|chain|banks?|islas?|ostrov|oshima|jima|shoto)\b/i

export const gazetteerOf: (lexicon: Lexicon) => Gazetteer = perLexicon((lexicon) => {
  const islands = lexicon.table('islands').map((row): Island => ({
    id: word(row['id']), name: word(row['name']), aliases: list(row['aliases']), kind: word(row['kind']), latitude: Number(row['lat']), longitude: Number(row['lon']),
    partOf: row['part_of'] || null, countries: list(row['country']), claimedBy: list(row['claimed_by']), ambiguity: new Set(list(row['ambiguity']))
  }))
  const countries = lexicon.table('countries').map((row): Country => ({
    code: word(row['alpha2']), name: word(row['name']), names: list(row['news_names']), demonyms: list(row['demonyms']), capitals: list(row['capital'])
  }))
  const series = lexicon.table('summits').map((row): Series => {
    const kind = word(row['kind'])
    assert(kind === 'organization' || kind === 'group' || kind === 'forum', `data/summits.tsv: "${kind}" is no kind of series`)
    return { id: word(row['id']), name: word(row['name']), aliases: list(row['aliases']), kind, years: row['years'] || null, about: word(row['about']) }
  })
  return {
    islands: new Map(islands.map((island) => [island.id, island])),
    countries: new Map(countries.map((country) => [country.code, country])),
    series: new Map(series.map((one) => [one.id, one])),
    islandNames: phrasesOf(grouped(islands.flatMap((island) => [island.name, ...island.aliases].map((name) => [name, { island, full: isFull(name) }] as const)))),
    countryNames: phrasesOf(countries.flatMap((country) => [country.name, ...country.names].map((name) => [name.replace(/^(?:[Tt]he |mainland )/, ''), country] as const))),
    demonyms: phrasesOf(grouped(countries.flatMap((country) => country.demonyms.map((name) => [name, country] as const)))),
    capitals: phrasesOf(countries.flatMap((country) => country.capitals.map((name) => [name, country] as const))),
    seriesNames: phrasesOf(series.flatMap((one) => [one.name, ...one.aliases].map((name) => [name, one] as const)))
  }
})

const known = new WeakMap<Gazetteer, ReadonlyMap<string, string>>()

/** Countries and territories that are an island or a group of the gazetteer by name, by code: Greenland, the Falklands, the British Indian Ocean Territory. */
export function territories(gazetteer: Gazetteer): ReadonlyMap<string, string> {
  const kept = known.get(gazetteer)
  if (kept) return kept
  const idOf = new Map<string, string>()
  for (const { id, name, aliases, ambiguity } of [...gazetteer.islands.values()].reverse()) if (!ambiguity.has('country')) for (const form of [name, ...aliases]) idOf.set(fold(form).toLowerCase(), id)
  const found = new Map<string, string>()
  for (const { code, name } of gazetteer.countries.values()) {
    const id = idOf.get(fold(name).toLowerCase())
    if (id !== undefined) found.set(code, id)
  }
  known.set(gazetteer, found)
  return found
}

const isFull = (name: string): boolean => generic.test(name) && name.includes(' ')

/** One entry a name, with all that bear it in the order of the table. */
function grouped<Value>(entries: readonly (readonly [string, Value])[]): [string, Value[]][] {
  const byName = new Map<string, Value[]>()
  for (const [name, value] of entries) {
    const key = fold(name)
    const bearers = byName.get(key)
    if (!bearers) byName.set(key, [value])
    else if (!bearers.includes(value)) bearers.push(value)
  }
  return [...byName]
}

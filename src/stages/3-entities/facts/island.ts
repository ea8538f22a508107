import type { Facts } from '../../../model.js'
import type { Gazetteer, Island } from '../gazetteer.js'

/** What the gazetteer knows; null for an island that it does not know. The groups go from the nearest to the widest. */
export function islandFacts(gazetteer: Gazetteer, key: string): Facts | null {
  const island = key.startsWith('island:') ? gazetteer.islands.get(key.slice(7)) : undefined
  if (!island) return null
  return {
    gazetteer: island.id,
    name: island.name,
    kind: island.kind,
    coordinates: { latitude: island.latitude, longitude: island.longitude },
    partOf: groupsOf(gazetteer, island).map(({ id, name }) => ({ id: `island/${id}`, name })),
    administeredBy: island.countries.map((code) => countryOf(gazetteer, code)),
    claimedBy: island.claimedBy.map((code) => countryOf(gazetteer, code))
  }
}

export function groupsOf({ islands }: Gazetteer, island: Island): Island[] {
  const groups: Island[] = []
  for (let group = island.partOf; group !== null && groups.length < 8; group = groups.at(-1)?.partOf ?? null) {
    const parent = islands.get(group)
    if (!parent) break
    groups.push(parent)
  }
  return groups
}

export const countryOf = ({ countries }: Gazetteer, code: string): Facts => ({ code, name: countries.get(code)?.name ?? code })

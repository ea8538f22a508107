import type { IslandRow } from '../../../src/inspect/model.js'
import { Columns } from '../parts/Columns.js'
import { Maybe } from '../parts/Maybe.js'
import { Name } from '../parts/Name.js'
import { offsetOf, Pager } from '../parts/Pager.js'
import { address, type Route } from '../route.js'
import { statesOf } from '../states.js'
import { counted, cut, figure } from '../words.js'

const LIMIT = 100

/** The map in words: groups first, their members below them. */
export function IslandTable({ islands, route }: { readonly islands: readonly IslandRow[]; readonly route: Route }) {
  const offset = offsetOf(route)
  const rows = grouped(islands)
  const shown = rows.slice(offset, offset + LIMIT)
  return (
    <div class="beside-map">
      <table class="rows">
        <caption>{counted(islands.length, 'island')}{rows.some(({ depth }) => 0 < depth) && '; members stand below their group'}</caption>
        <Columns of={['Island', 'Administered by', 'Claimed by', 'Claims', 'Map']} figures={['Claims']} />
        <tbody>{shown.map(({ island, depth }) => <Island key={island.id} island={island} depth={depth} route={route} />)}</tbody>
      </table>
      <Pager route={route} total={rows.length} offset={offset} shown={shown.length} limit={LIMIT} what="the islands" />
    </div>
  )
}

function Island({ island, depth, route }: { readonly island: IslandRow; readonly depth: number; readonly route: Route }) {
  const states = statesOf(island).length
  return (
    <tr class={depth === 0 ? undefined : `member depth${Math.min(depth, 3)}`}>
      <th scope="row">
        {0 < depth && <span class="unseen">member of {cut(island.partOf ?? '', 80)}: </span>}
        <Name of={island} />{1 < states && <> <span class="tag strong">{states} states</span></>}
      </th>
      <td data-label="Administered by"><Maybe text={island.administeredBy} /></td>
      <td data-label="Claimed by"><Maybe text={island.claimedBy.join(', ')} otherwise="nobody known" /></td>
      <td data-label="Claims" class="number">{figure(island.claims)}</td>
      <td data-label="Map"><OnMap island={island} route={route} /></td>
    </tr>
  )
}

function OnMap({ island: { id, name, latitude }, route }: { readonly island: IslandRow; readonly route: Route }) {
  if (latitude === null) return <span class="null">none<span class="unseen">: the gazetteer does not know where it lies</span></span>
  return <a href={address('islands', '', { ...route.query, on: id })}>show<span class="unseen"> {cut(name, 80)}</span></a>
}

function grouped(islands: readonly IslandRow[]) {
  const byName = new Map(islands.flatMap((island) => [[island.name, island] as const, [island.id, island] as const]))
  const members = new Map<IslandRow | undefined, IslandRow[]>()
  for (const island of islands) {
    const group = island.partOf === null ? undefined : byName.get(island.partOf)
    const key = group === island ? undefined : group
    members.set(key, [...(members.get(key) ?? []), island])
  }
  const rows: { readonly island: IslandRow; readonly depth: number }[] = []
  const seen = new Set<IslandRow>()
  const down = (island: IslandRow, depth: number): void => {
    if (seen.has(island)) return
    seen.add(island)
    rows.push({ island, depth })
    for (const member of members.get(island) ?? []) down(member, depth + 1)
  }
  for (const island of members.get(undefined) ?? []) down(island, 0)
  // Two groups that are part of each other would otherwise be lost.
  for (const island of islands) down(island, 0)
  return rows
}

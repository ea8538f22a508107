import { useEffect, useState } from 'preact/hooks'
import type { IslandRow } from '../../../src/inspect/model.js'
import { useAnswer } from '../answer.js'
import { closer, lookAt, WORLD, type Camera } from '../charts/camera.js'
import { IslandMap } from '../charts/IslandMap.js'
import { holds, regions } from '../charts/regions.js'
import { library } from '../library.js'
import { Asked, Nothing } from '../parts/Asked.js'
import { Choice, Words } from '../parts/Fields.js'
import { useFilter } from '../parts/filters.js'
import { View } from '../parts/View.js'
import type { Route } from '../route.js'
import { statesOf } from '../states.js'
import { counted } from '../words.js'
import { IslandTable } from './IslandTable.js'

const LEAD = 'Every island that an article names. Who administers and who claims comes from the gazetteer; what is claimed about it, from the articles.'

const choices = [['', 'any'], ['several', 'more than one state'], ['two', 'exactly two states'], ['one', 'one state'], ['none', 'no state that is known']] as const

const fits: Readonly<Record<string, (count: number) => boolean>> = {
  several: (count) => 1 < count,
  two: (count) => count === 2,
  one: (count) => count === 1,
  none: (count) => count === 0
}

export function IslandsView({ route }: { readonly route: Route }) {
  const answer = useAnswer('islands', () => library.islands())
  return (
    <View title="Islands" heading="Islands" lead={LEAD} wide>
      <Asked answer={answer} what="the islands">
        {(islands) => (islands.length === 0 ? <Nothing>No article names an island.</Nothing> : <Islands islands={islands} route={route} />)}
      </Asked>
    </View>
  )
}

function Islands({ islands, route }: { readonly islands: readonly IslandRow[]; readonly route: Route }) {
  const { set, later } = useFilter(route)
  const q = route.query['q'] ?? ''
  const states = route.query['states'] ?? ''
  const on = route.query['on'] ?? null
  const [camera, look] = useState<Camera>(WORLD)
  const found = islands.filter((island) => (fits[states]?.(statesOf(island).length) ?? true) && names(island, q))
  useEffect(() => {
    const island = islands.find(({ id }) => id === on)
    if (island && island.latitude !== null && island.longitude !== null) look({ longitude: island.longitude, latitude: island.latitude, zoom: 12 })
  }, [on])
  return (
    <>
      <div class="filters" role="search" aria-label="Islands">
        <Words id="islands-q" label="Name or state" value={q} typed={(value) => later({ q: value })} />
        <Choice id="islands-states" label="Administered or claimed by" value={states} choices={choices} chosen={(value) => set({ states: value })} />
      </div>
      <div class="map-and-list">
        <div class="map-side">
          <MapBar islands={found} camera={camera} look={look} />
          <IslandMap islands={found} camera={camera} look={look} chosen={on} />
          <p class="legend">
            <span class="legend-diamond" aria-hidden="true">◆</span> administered or claimed by more than one state{' '}
            <span class="legend-dot" aria-hidden="true">●</span> by one, or not said. {unplaced(found)}
          </p>
        </div>
        {found.length === 0 ? <Nothing>No island fits.</Nothing> : <IslandTable islands={found} route={route} />}
      </div>
      <p class="unseen" role="status">{counted(found.length, 'island')} in the list</p>
    </>
  )
}

function MapBar({ islands, camera, look }: { readonly islands: readonly IslandRow[]; readonly camera: Camera; readonly look: (camera: Camera) => void }) {
  const peopled = regions.filter((region) => islands.some(({ longitude, latitude }) => longitude !== null && latitude !== null && holds(region, longitude, latitude)))
  return (
    <div class="map-bar" role="group" aria-label="Map">
      <button type="button" class="button" onClick={() => look(closer(camera, 1.6))} aria-label="Zoom in">+</button>
      <button type="button" class="button" onClick={() => look(closer(camera, 1 / 1.6))} aria-label="Zoom out">−</button>
      <button type="button" class="button" onClick={() => look(WORLD)}>World</button>
      {peopled.map((region) => <button key={region.name} type="button" class="button" onClick={() => look(lookAt(region))}>{region.name}</button>)}
    </div>
  )
}

function unplaced(islands: readonly IslandRow[]): string {
  const count = islands.filter(({ latitude }) => latitude === null).length
  return count === 0 ? '' : `${counted(count, 'island')} the gazetteer does not know: in the list, not on the map.`
}

function names({ name, aliases, administeredBy, claimedBy }: IslandRow, q: string): boolean {
  const wanted = q.trim().toLowerCase()
  return wanted === '' || [name, ...aliases, administeredBy ?? '', ...claimedBy].some((text) => text.toLowerCase().includes(wanted))
}

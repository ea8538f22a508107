import { geoGraticule10, geoPath } from 'd3-geo'
import { useMemo } from 'preact/hooks'
import type { IslandRow } from '../../../src/inspect/model.js'
import { entityLink } from '../links.js'
import { statesOf } from '../states.js'
import { cut } from '../words.js'
import { closer, moved, projectionOf, WORLD, type Camera } from './camera.js'
import { placeLabels } from './labels.js'
import { useWidth } from './width.js'
import { borders, land } from './world.js'

const LABEL = 'Map of the islands. Arrow keys move it, plus and minus zoom, 0 shows the world; the list says the same in words.'

const steps: Readonly<Record<string, (camera: Camera) => Camera>> = {
  ArrowLeft: (camera) => moved(camera, -1, 0),
  ArrowRight: (camera) => moved(camera, 1, 0),
  ArrowUp: (camera) => moved(camera, 0, 1),
  ArrowDown: (camera) => moved(camera, 0, -1),
  '+': (camera) => closer(camera, 1.6),
  '=': (camera) => closer(camera, 1.6),
  '-': (camera) => closer(camera, 1 / 1.6),
  '0': () => WORLD
}

/** Points on a map of the world. The list beside it says the same to those who do not see it. */
export function IslandMap({ islands, camera, look, chosen }: {
  readonly islands: readonly IslandRow[]
  readonly camera: Camera
  readonly look: (camera: Camera) => void
  readonly chosen: string | null
}) {
  const { box, width } = useWidth<HTMLDivElement>()
  const height = Math.round(Math.min(620, Math.max(260, width * 0.56)))
  const drawn = useMemo(() => draw(camera, width, height), [camera, width, height])
  const points = pointsOf(islands, drawn.projection, chosen)
  const labels = placeLabels(points, width, height)
  const pressed = (event: KeyboardEvent) => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key]
    if (!step) return
    event.preventDefault()
    look(step(camera))
  }
  return (
    <div class="map" ref={box} role="group" tabIndex={0} aria-label={LABEL} onKeyDown={pressed}>
      <svg width={width} height={height} aria-hidden="true">
        <path class="sea" d={drawn.sphere} />
        <path class="graticule" d={drawn.graticule} />
        <path class="land" d={drawn.land} />
        <path class="borders" d={drawn.borders} />
        {points.map(({ island, x, y }, index) => <Point key={island.id} island={island} x={x} y={y} label={labels[index] ?? null} chosen={island.id === chosen} />)}
      </svg>
    </div>
  )
}

function draw(camera: Camera, width: number, height: number) {
  const projection = projectionOf(camera, width, height)
  const path = geoPath(projection)
  return { projection, sphere: path({ type: 'Sphere' }) ?? '', graticule: path(geoGraticule10()) ?? '', land: path(land) ?? '', borders: path(borders) ?? '' }
}

/** Groups first, then the most claims: they have the first choice of where their label stands. */
function pointsOf(islands: readonly IslandRow[], projection: ReturnType<typeof projectionOf>, chosen: string | null) {
  const extent = projection.clipExtent()!
  const groups = new Set(islands.map(({ partOf }) => partOf))
  const first = ({ island, text }: { readonly island: IslandRow; readonly text: string }): number => (island.id === chosen ? 2 : groups.has(text) ? 1 : 0)
  return islands.flatMap((island) => {
    if (island.latitude === null || island.longitude === null) return []
    const at = projection([island.longitude, island.latitude])
    if (!at || at[0] < 0 || at[1] < 0 || extent[1][0] < at[0] || extent[1][1] < at[1]) return []
    return [{ island, x: at[0], y: at[1], text: cut(island.name, 40) }]
  }).sort((one, other) => first(other) - first(one) || other.island.claims - one.island.claims)
}

function Point({ island, x, y, label, chosen }: {
  readonly island: IslandRow
  readonly x: number
  readonly y: number
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' } | null
  readonly chosen: boolean
}) {
  const several = 1 < statesOf(island).length
  return (
    <a href={entityLink(island.id)} tabindex={-1} class={`point${several ? ' several' : ''}${chosen ? ' chosen' : ''}`}>
      <title>{`${cut(island.name, 120)}${several ? `: ${statesOf(island).join(', ')}` : ''}`}</title>
      {chosen && <circle cx={x} cy={y} r={12} class="halo" />}
      {several ? <path d={`M${x} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`} /> : <circle cx={x} cy={y} r={4.5} />}
      {label && <text x={label.x} y={label.y} text-anchor={label.anchor}>{cut(island.name, 40)}</text>}
    </a>
  )
}

import { geoNaturalEarth1, type GeoProjection } from 'd3-geo'
import type { Region } from './regions.js'

/** What the map looks at: a point in degrees and how many times larger than the whole world. */
export interface Camera {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
}

export const WORLD: Camera = { longitude: 0, latitude: 0, zoom: 1 }
export const CLOSEST = 60
const WHOLE = 1.2

/** The world's width in degrees fills the drawing at zoom 1. Closer by, the globe is turned until the point lies in the middle, where the projection is truest. */
export function projectionOf({ longitude, latitude, zoom }: Camera, width: number, height: number): GeoProjection {
  const whole = zoom <= WHOLE
  const projection = geoNaturalEarth1().rotate([-longitude, whole ? 0 : -latitude])
  const scale = Math.min(width / 5.4, height / 2.45) * zoom
  // The far south is ice: the world is shown a little from above the equator.
  return projection.scale(scale).translate([width / 2, height / 2 + (whole ? 0.2 * scale : 0)]).clipExtent([[0, 0], [width, height]])
}

export function lookAt({ box: [west, south, east, north] }: Region): Camera {
  const zoom = Math.min(300 / Math.max(east - west, 1), 150 / Math.max(north - south, 1))
  return within({ longitude: (west + east) / 2, latitude: (south + north) / 2, zoom })
}

export function moved(camera: Camera, east: number, north: number): Camera {
  const step = 40 / camera.zoom
  return within({ ...camera, longitude: camera.longitude + east * step, latitude: camera.latitude + north * step })
}

export const closer = (camera: Camera, times: number): Camera => within({ ...camera, zoom: camera.zoom * times })

function within({ longitude, latitude, zoom }: Camera): Camera {
  return { longitude: ((longitude + 540) % 360) - 180, latitude: Math.max(-85, Math.min(85, latitude)), zoom: Math.max(1, Math.min(CLOSEST, zoom)) }
}

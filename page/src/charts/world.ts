import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-110m.json'

const topology = atlas as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** Natural Earth at 1:110 million: small islands are not in it, so they are drawn as points wherever they lie. */
export const land = feature(topology, topology.objects.land)
export const borders = mesh(topology, topology.objects.countries, (one, other) => one !== other)

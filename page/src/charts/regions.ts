/** Stretches of the sea that islands are disputed in, to zoom to at once: west, south, east, north in degrees. */
export interface Region {
  readonly name: string
  readonly box: readonly [west: number, south: number, east: number, north: number]
}

export const regions: readonly Region[] = [
  { name: 'Kuril Islands', box: [140, 42, 160, 54] },
  { name: 'East Asia', box: [115, 20, 150, 47] },
  { name: 'South China Sea', box: [104, 1, 123, 24] },
  { name: 'Pacific', box: [130, -50, 180, 20] },
  { name: 'Arctic', box: [-100, 60, -10, 84] },
  { name: 'North Atlantic', box: [-45, 35, 15, 70] },
  { name: 'Mediterranean', box: [-8, 30, 37, 46] },
  { name: 'Gulf', box: [46, 22, 60, 31] },
  { name: 'Indian Ocean', box: [38, -40, 100, 12] },
  { name: 'Caribbean', box: [-92, 8, -58, 28] },
  { name: 'South Atlantic', box: [-75, -62, -10, -5] }
]

export const holds = ({ box: [west, south, east, north] }: Region, longitude: number, latitude: number): boolean =>
  west <= longitude && longitude <= east && south <= latitude && latitude <= north

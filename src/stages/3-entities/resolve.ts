import type { Found } from './found.js'
import { findAgreements } from './find/agreements.js'
import { findCountries } from './find/countries.js'
import { findIslands } from './find/islands.js'
import { findRest } from './find/rest.js'
import type { Gathering } from './find/gathering.js'
import { findSummits } from './find/summits.js'
import { findWithin } from './find/within.js'
import { findUnknownIslands } from './find/unknown-islands.js'
import type { Scene } from './scene.js'

export interface Names {
  /** In text order; they do not overlap, but for islands within the name of something else. */
  readonly flat: readonly Found[]
  /** Gatherings lie over them: "APEC summit" over "APEC". */
  readonly gatherings: readonly Gathering[]
}

/** All names of an article. What is surer takes its words first: agreements, gatherings, islands, countries, and what only the reader saw. */
export function findNames(scene: Scene): Names {
  const taken = new Uint8Array(scene.tree.tokens.length)
  const isTaken = (from: number, to: number): boolean => taken.subarray(from, to).includes(1)
  const flat: Found[] = []
  const take = (founds: readonly Found[]) => {
    for (const found of founds) {
      if (isTaken(found.from, found.to)) continue
      taken.fill(1, found.from, found.to)
      flat.push(found)
    }
  }
  const countries = findCountries(scene)
  const codes = new Set(countries.flatMap(({ key }) => (key?.startsWith('country:') ? [key.slice(8)] : key?.startsWith('people:') ? key.slice(7).split('|') : [])))
  const agreements = findAgreements(scene)
  const { gatherings, bodies } = findSummits(scene)
  take(agreements)
  const free = gatherings.filter(({ from, to }) => !isTaken(from, to))
  // The words of a gathering's own name are no other names, but a place or a body in it is: "the EU summit", "the Lima summit".
  const whole = free.filter(({ series, rule }) => (series && series.kind !== 'organization') || rule === 'capital-gathering')
  take(bodies)
  for (const { from, to } of whole) taken.fill(1, from, to)
  const islands = findIslands(scene, codes)
  take(islands)
  take(findUnknownIslands(scene, islands))
  take(countries)
  take(findRest(scene, isTaken))
  flat.push(...findWithin(scene, flat))
  return { flat: flat.sort((a, b) => a.from - b.from || b.to - a.to), gatherings: free.sort((a, b) => a.from - b.from) }
}

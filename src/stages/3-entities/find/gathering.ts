import type { Found } from '../found.js'
import type { Series } from '../gazetteer.js'
import { matchesAt } from '../phrases.js'
import { lower, type Scene } from '../scene.js'

/** A gathering as it is named, before its place joins it. */
export interface Gathering extends Found {
  readonly series: Series | null
  /** "talks", "visit", "summit": what the text calls it. */
  readonly noun: string
}

/** "the 2016 APEC summit", "the 11th East Asia Summit". */
export function startOf(scene: Scene, from: number): number {
  const before = scene.tree.tokens[from - 1]?.text ?? ''
  return /^(?:19|20)\d\d$|^\d+(?:st|nd|rd|th)$|^[IVXL]{2,}$/.test(before) && scene.tree.sentenceOf[from - 1] === scene.tree.sentenceOf[from] ? from - 1 : from
}

/** "in Lima": the name of a place right behind. */
export function placeAfter(scene: Scene, index: number, preposition: string): { from: number; to: number } | null {
  if (lower(scene, index) !== preposition) return null
  const from = lower(scene, index + 1) === 'the' ? index + 2 : index + 1
  const name = scene.nameAt[from]
  if (name && name.from === from && ['Location', 'Facility'].includes(name.label)) return { from, to: untilComma(scene, name.from, name.to) }
  const known = matchesAt(scene.gazetteer.capitals, scene.page, from)[0] ?? matchesAt(scene.gazetteer.countryNames, scene.page, from)[0]
  return known ? { from, to: known.to } : null
}

function untilComma({ tree: { tokens } }: Scene, from: number, to: number): number {
  for (let index = from; index < to; index++) if (/^(?:,|\(|['’]s?)$/.test(tokens[index]?.text ?? '')) return index
  return to
}

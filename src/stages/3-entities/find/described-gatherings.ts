import { fold } from '../fold.js'
import { isCapital, lower, sentenceAt, textOf, type Scene } from '../scene.js'
import { placeAfter, startOf, type Gathering } from './gathering.js'

/** Small words with a name: "the Gont summit", "a summit in Gont", "talks in Gont", "the Roke-Gont meeting", "her visit to Gont". */
export function* described(scene: Scene): Generator<Gathering> {
  const { tokens } = scene.tree
  for (let index = 0; index < tokens.length; index++) {
    const word = tokens[index]?.text ?? ''
    const isVisit = /^(?:visit|trip)$/.test(word) && /^NN/.test(tokens[index]?.tag ?? '')
    if (!(strong.test(word) || /^(?:talks|meeting|negotiations|conference)$/.test(word) || isVisit)) continue
    const place = placeAfter(scene, index + 1, isVisit ? 'to' : 'in')
    const before = isVisit ? null : nameBefore(scene, index, strong.test(word))
    if (isVisit && (place === null || !isOfSomeone(scene, index))) continue
    if (before === null && place === null) continue
    if (word === 'meeting' && before === null && !hasParties(scene, index)) continue
    if (word === 'conference' && (before === null || lower(scene, index - 1) === 'news' || lower(scene, index - 1) === 'press')) continue
    if (before !== null && !strong.test(word) && lower(scene, before - 1) !== 'the' && place === null) continue
    const from = before ?? adjectives(scene, index)
    const key = place === null ? fold(textOf(scene, from, index + 1)) : `${isVisit ? 'visit' : 'talks'} ${fold(textOf(scene, place.from, place.to))}`
    yield {
      from: before === null ? from : startOf(scene, from), to: index + 1, kind: 'summit', key: `gathering?${key.toLowerCase()}`, form: 'name',
      rule: isVisit ? 'visit-to-place' : place === null ? 'name-and-gathering' : 'gathering-in-place', confidence: isVisit ? 0.7 : 0.75, series: null, noun: word
    }
  }
}

const strong = /^(?:summit|summits)$/

/** The name that a gathering is called by: a place, a country or people joined by a hyphen. Not "the EU summit": that is in the table. */
function nameBefore(scene: Scene, index: number, isSummit: boolean): number | null {
  const { tokens } = scene.tree
  let last = index - 1
  if (/^(?:peace|nuclear|leaders|['’]|bilateral|trilateral|economic|trade|border|climate|security|energy)$/.test(lower(scene, last))) last--
  const name = scene.nameAt[last]
  const token = tokens[last]
  if (!token || !isCapital(token) || tokens[last + 1]?.text === ',') return null
  if (name && name.to === last + 1) {
    let from = name.from
    while (tokens[from - 1]?.text === '-' && scene.nameAt[from - 2]) from = scene.nameAt[from - 2]?.from ?? from
    const joined = from < name.from || textOf(scene, name.from, name.to).includes('-')
    if (name.label === 'Location' || name.label === 'Misc') return from
    return joined || (isSummit && name.label === 'Organization') ? from : null
  }
  return null
}

/** "peace talks", "three-day summit": the words that say what kind it is. */
function adjectives(scene: Scene, index: number): number {
  let from = index
  while (/^(?:peace|trade|nuclear|bilateral|trilateral|six-party|border|climate|emergency)$/.test(lower(scene, from - 1))) from--
  return from
}

const isOfSomeone = (scene: Scene, index: number): boolean => {
  for (let at = index - 1; index - 5 < at && 0 <= at; at--) {
    const word = lower(scene, at)
    if (/^(?:his|her|their|['’]s?)$/.test(word)) return true
    if (/^[,.;:]$/.test(word) || /^VB/.test(scene.tree.tokens[at]?.tag ?? '')) break
  }
  return lower(scene, index + 3) === 'by' || scene.nameAt[index + 3]?.label === 'Date' || scene.nameAt[index + 4]?.label === 'Date'
}

/** A meeting is one of these if the sentence says between whom. */
function hasParties(scene: Scene, index: number): boolean {
  const { from, to } = sentenceAt(scene, index)
  const parties = new Set<unknown>()
  for (let at = from; at < to; at++) if (['Person', 'NORP'].includes(scene.nameAt[at]?.label ?? '')) parties.add(scene.nameAt[at])
  return parties.size > 1
}

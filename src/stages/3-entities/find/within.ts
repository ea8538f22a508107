import { fold } from '../fold.js'
import type { Found } from '../found.js'
import { matchesAt } from '../phrases.js'
import { isCapital, lower, textOf, type Scene } from '../scene.js'

/** Islands that are mentioned along with something else. The Solomon Islands are a country and islands both: the same words are a mention
 *  of either. "Heping Island Park" is a place and names the island that it is on. */
export function findWithin(scene: Scene, flat: readonly Found[]): Found[] {
  return flat.flatMap((found): Found[] => {
    if (found.kind === 'country' && found.form === 'name') return bothAt(scene, found)
    if (found.kind === 'place' && found.to - found.from > 2) return insideOf(scene, found)
    return []
  })
}

function bothAt(scene: Scene, { from, to }: Found): Found[] {
  const match = matchesAt(scene.gazetteer.islandNames, scene.page, from).find((one) => one.to === to)
  const first = match?.phrase.value[0]
  return first?.full ? [{ from, to, kind: 'island', key: `island:${first.island.id}`, form: 'name', rule: 'country-that-is-islands', confidence: 0.9 }] : []
}

function insideOf(scene: Scene, { from, to }: Found): Found[] {
  for (let index = from; index < to - 1; index++) {
    const match = matchesAt(scene.gazetteer.islandNames, scene.page, index).find((one) => one.to < to && one.phrase.value[0]?.full)
    const first = match?.phrase.value[0]
    if (match && first) return [{ from: index, to: match.to, kind: 'island', key: `island:${first.island.id}`, form: 'name', rule: 'inside-a-place-name', confidence: 0.7 }]
    if (from < index && /^(?:island|isle|atoll)$/.test(lower(scene, index)) && isCapital(scene.tree.tokens[index]) && isCapital(scene.tree.tokens[index - 1]) && !scene.lexicon.words('not-islands').has(fold(textOf(scene, from, index + 1))))
      return [{ from, to: index + 1, kind: 'island', key: `island?${fold(textOf(scene, from, index)).toLowerCase()}`, form: 'name', rule: 'inside-a-place-name', confidence: 0.65 }]
  }
  return []
}

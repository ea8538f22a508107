import type { Found } from '../found.js'
import { matchesAt } from '../phrases.js'
import { isCapital, isProper, lower, sentenceAt, type Scene } from '../scene.js'

export const plural = /^(?:islands|isles|islets|atolls|cays|skerries)$/

/** One name of one or two words behind "on", which the reader took for a place. */
export function* standingOn(scene: Scene, from: number): Generator<[number, number]> {
  const name = scene.nameAt[from] ?? { from, to: from + 1, label: 'none' }
  const { tokens } = scene.tree
  if (name.from !== from || !/^(?:Location|Misc|Person|none)$/.test(name.label) || name.to - from > 2 || isCapital(tokens[name.to]) || isNationality(scene, from, name.to)) return
  // What the reader took for a person, or passed over, is one proper word that is nobody's name and owns nothing.
  if (/^(?:Person|none)$/.test(name.label) && (name.to - from > 1 || !isProper(tokens[from]) || scene.personWords.has(lower(scene, from)) || /^['’]s?$/.test(tokens[name.to]?.text ?? ''))) return
  if (/^(?:Facebook|Twitter|Instagram|YouTube|Reddit|TikTok|Telegram|Wikipedia|Earth|Mars|Medicare|Medicaid|Welfare|Parliament|Congress)$/.test(tokens[from]?.text ?? '')) return
  if (/^(?:Street|Avenue|Road|Square|Hill|Mount|Mt|Lake|River|Coast|Beach|Bridge|Strip|Riviera|Mars|Earth|Broadway|Highway|Bank|Peninsula|Hills|Bay|Plaza|Boulevard|Border)$/.test(scene.tree.tokens[name.to - 1]?.text ?? '')) return
  if (/^(?:Mount|Lake|Cape|Fifth|Wall|Capitol|Main)$/.test(scene.tree.tokens[from]?.text ?? '')) return
  yield [from, name.to]
}

/** "Gont and Roke, the two largest of the Kargad Islands": what stands before the comma. */
export function* superlatives(scene: Scene, index: number, taken: readonly Found[]): Generator<[number, number]> {
  const { tokens } = scene.tree
  const group = index + (lower(scene, index + 2) === 'the' ? 3 : 2)
  if (!taken.some(({ kind, from }) => kind === 'island' && from === group) && !namesIslands(scene, group)) return
  let comma = index - 1
  while (index - 4 < comma && /^(?:the|two|three|four|second|third)$/.test(lower(scene, comma))) comma--
  if (tokens[comma]?.text !== ',') return
  let end = comma
  for (let steps = 0; steps < 4; steps++) {
    let from = end
    while (end - 3 < from && isProper(tokens[from - 1])) from--
    if (from === end) return
    yield [from, end]
    if (!/^(?:,|and)$/.test(lower(scene, from - 1))) return
    end = from - 1
  }
}

const namesIslands = (scene: Scene, from: number): boolean => [0, 1, 2, 3].some((step) => plural.test(lower(scene, from + step)))

/** The name before ", a tiny island" or "is an island", and the one in "the island, X,". */
export function* describedBy(scene: Scene, noun: number): Generator<[number, number]> {
  const { tokens } = scene.tree
  const sentence = sentenceAt(scene, noun)
  let at = noun - 1
  while (sentence.from < at && noun - 5 < at && /^(?:JJ|JJR|JJS|NN|CD|HYPH|VBN|RB)/.test(tokens[at]?.tag ?? '') && !isCapital(tokens[at])) at--
  if (!/^(?:a|an|the|one|another|its|their)$/.test(lower(scene, at))) return
  const link = tokens[at - 1]?.text
  if (link === 'of' && /^(?:largest|smallest|biggest|northernmost|southernmost|one|last|first|most)$/.test(lower(scene, at - 2))) return
  if (link !== ',' && !/^(?:is|was|are|were)$/.test(link ?? '')) return
  const end = at - 1
  let from = end
  while (sentence.from < from && end - 3 < from && isProper(tokens[from - 1])) from--
  if (from === end || /^(?:NORP|Person|Organization)$/.test(scene.nameAt[from]?.label ?? '') && end - from > 1) return
  // "Berg, a rock of the party": only what the reader took for a place, or for nothing.
  if (/rock|reef/.test(lower(scene, noun)) && scene.nameAt[from]?.label !== 'Location') return
  yield [from, end]
}

export function isNationality(scene: Scene, from: number, to: number): boolean {
  const name = scene.nameAt[from]
  return matchesAt(scene.gazetteer.demonyms, scene.page, from).some((match) => match.to === to) || (name?.label === 'NORP' && name.to <= to) || matchesAt(scene.gazetteer.countryNames, scene.page, from).some((match) => match.to === to)
}

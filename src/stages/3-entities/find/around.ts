import { lower, type Scene } from '../scene.js'

type Stretch = { readonly from: number; readonly to: number }

const between = new Set([',', 'and', 'or', '&', 'the', ';', '/', 'to'])

/** One follows the other in a list: "X, Y", "X and the Y". */
export function coordinated({ tree: { tokens } }: Pick<Scene, 'tree'>, a: Stretch, b: Stretch): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a]
  if (second.from <= first.to || first.to + 3 < second.from) return false
  for (let index = first.to; index < second.from; index++) if (!between.has(tokens[index]?.text.toLowerCase() ?? '')) return false
  return true
}

/** "the island of X", "the isles of X and Y": looks back over at most two list members. */
export function islandOf(scene: Pick<Scene, 'tree'>, from: number): boolean {
  if (lower(scene, from - 1) === 'of') return /^(?:island|islands|isle|isles|islet|islets|atoll|archipelago)$/.test(lower(scene, from - 2))
  return false
}

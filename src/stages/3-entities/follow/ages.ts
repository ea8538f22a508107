import type { Draft } from '../join/draft.js'
import { lower, type Scene } from '../scene.js'

/** "The 64-year-old" as a whole noun phrase, from its article to behind "old"; null where no such phrase begins or a noun follows
 *  ("the 64-year-old minister"). */
export function agePhraseAt(scene: Scene, index: number): { readonly to: number; readonly age: string } | null {
  if (lower(scene, index) !== 'the') return null
  const { tokens } = scene.tree
  const start = lower(scene, index + 1) === 'then' ? index + 2 : index + 1
  const joined = /^(\d{1,3})-year-old$/.exec(lower(scene, start))
  const apart = /^\d{1,3} [-–‑] year [-–‑] old$/.test([0, 1, 2, 3, 4].map((step) => lower(scene, start + step)).join(' '))
  if (!joined && !apart) return null
  const to = joined ? start + 1 : start + 5
  return /^(?:NN|JJ|CD)/.test(tokens[to]?.tag ?? '') ? null : { to, age: joined?.[1] ?? lower(scene, start) }
}

/** "Ada Lind, 64,": who is how old, as the article says beside the names. */
export function agesOf({ tree: { tokens } }: Scene, people: readonly Draft[]): ReadonlyMap<string, ReadonlySet<Draft>> {
  const ages = new Map<string, Set<Draft>>()
  for (const draft of people)
    for (const { to, form } of draft.mentions) {
      const age = form === 'name' && tokens[to]?.text === ',' && /^[,.;)]$/.test(tokens[to + 2]?.text ?? '') ? tokens[to + 1]?.text : undefined
      if (age === undefined || !/^\d{1,3}$/.test(age)) continue
      ages.set(age, (ages.get(age) ?? new Set()).add(draft))
    }
  return ages
}

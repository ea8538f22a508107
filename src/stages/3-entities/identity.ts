import { slugOf } from './fold.js'
import type { Gazetteer } from './gazetteer.js'
import type { Draft } from './join/draft.js'
import type { Scene } from './scene.js'
import { textOf } from './scene.js'
import { fold } from './fold.js'
import { tidy, withoutNickname } from './join/people.js'

/** Ids: the kind and what names it. A thing of a table has its id from there, so that it is the same in every article; a second
 *  one of a name gets "-2". In the order of the drafts. */
export function idsOf({ gazetteer }: Scene, drafts: readonly Draft[]): Map<Draft, string> {
  const taken = new Set<string>()
  const ids = new Map<Draft, string>()
  for (const draft of drafts) {
    const base = `${draft.kind}/${knownSlug(gazetteer, draft) ?? slugOf(draft.kind === 'person' ? withoutNickname(draft.name) : draft.name)}`
    let id = base
    for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
    taken.add(id)
    ids.set(draft, id)
  }
  return ids
}

function knownSlug({ countries }: Gazetteer, { key }: Draft): string | null {
  const [sort, id = ''] = key.split(':')
  if (key.includes('@')) return null
  if (sort === 'island' || sort === 'series' || sort === 'agreement') return id
  if (sort === 'country') return slugOf(countries.get(id)?.name ?? id)
  if (sort === 'people') return slugOf(countries.get(id.split('|')[0] ?? '')?.demonyms[0] ?? id)
  return null
}

/** Other names: those of the article first, as they stand there, then those of the tables. */
export function aliasesOf(scene: Scene, { name, kind, key, mentions }: Draft): string[] {
  const { gazetteer } = scene
  const [sort, id = ''] = key.split(':')
  const here = mentions.filter(({ form }) => form === 'name').map(({ from, to }) => tidy(textOf(scene, from, to)))
  const island = sort === 'island' ? gazetteer.islands.get(id) : undefined
  const country = sort === 'country' ? gazetteer.countries.get(id) : undefined
  const series = sort === 'series' && kind === 'organization' ? gazetteer.series.get(id) : undefined
  const known = island ? [island.name, ...island.aliases] : country ? [country.name, ...country.names] : series ? [series.name, ...series.aliases] : []
  const distinct = new Map([...here, ...known].map((alias) => [fold(alias).toLowerCase(), alias] as const).reverse())
  distinct.delete(fold(name).toLowerCase())
  return [...distinct.values()].reverse()
}

import type { Registry } from '../stages/5-corpus/model.js'

/** By article, by the id that an entity has there: its id in the registry. What the user wants left out is in neither. */
export function registryIds({ entities }: Pick<Registry, 'entities'>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const ids = new Map<string, Map<string, string>>()
  for (const { id, appearances } of entities)
    for (const { article, id: local } of appearances) {
      const own = ids.get(article) ?? new Map<string, string>()
      own.set(local, id)
      ids.set(article, own)
    }
  return ids
}

import { nearest } from '../../../near.js'
import type { Cluster } from '../join.js'
import type { Member } from '../model.js'
import { fold } from '../names.js'

/** Whom a name in `hearsay.json` means: a whole entity of the registry, or only the one of an article; or why nobody. */
export type Meant = { readonly cluster: Cluster; readonly member: Member | null } | { readonly problem: string }

const SHOWN = 5

/** How names are looked up among the entities as they are before any decision: by id, by id and article, by name. */
export function referencesTo(clusters: readonly Cluster[]): (name: string) => Meant {
  const byId = new Map<string, Cluster>(clusters.map((cluster) => [cluster.id, cluster]))
  const byAddress = new Map<string, { readonly cluster: Cluster; readonly member: Member }>(clusters.flatMap((cluster) => cluster.members.map((member) => [`${member.id}@${member.article}`, { cluster, member }] as const)))
  const byName = new Map<string, Set<Cluster>>()
  for (const cluster of clusters)
    for (const name of new Set(cluster.members.flatMap(({ name, aliases }) => [name, ...aliases].map(fold)))) byName.set(name, (byName.get(name) ?? new Set()).add(cluster))

  return (name) => {
    const cluster = byId.get(name)
    if (cluster) return { cluster, member: null }
    const addressed = byAddress.get(name)
    if (addressed) return addressed
    const named = [...(byName.get(fold(name)) ?? [])]
    const [only] = named
    if (only && named.length === 1) return { cluster: only, member: null }
    if (only) return { problem: `"${name}" may be any of ${some(named.map(({ id }) => id).sort())}; say which by its id` }
    const names = name.includes('/') ? byId.keys() : clusters.flatMap(({ members }) => members.flatMap((member) => [member.name, ...member.aliases]))
    const near = nearest(name, new Set(names), 3)
    return { problem: `"${name}" is nobody and nothing in the corpus${near.length > 0 ? `; did you mean ${near.map((other) => `"${other}"`).join(', ')}?` : ''}` }
  }
}

const some = (ids: readonly string[]): string => ids.slice(0, SHOWN).map((id) => `"${id}"`).join(', ') + (ids.length > SHOWN ? ` (${ids.length - SHOWN} more)` : '')

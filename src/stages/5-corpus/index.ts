import type { Facts } from '../../model.js'
import { factsOf } from './facts.js'
import { joinEntities, type Cluster } from './join.js'
import type { Contribution, CorpusArticle, CorpusEntity, Member, Registry } from './model.js'

export { fold } from './names.js'
export type { Address, Apart, Appearance, Contribution, CorpusArticle, CorpusEntity, Joined, Registry } from './model.js'

/** Raised with every change that can alter the registry. */
export const version = 1

/** Who and what is named in the corpus. The order of the contributions does not matter: the result is the same for any. */
export function register(contributions: Iterable<Contribution>): Registry {
  const shared = sharing((text: string) => text)
  const sharedFacts = sharing((facts: Facts | null) => JSON.stringify(facts))
  const sharedAliases = sharing((aliases: readonly string[]) => aliases.join('\n'))
  const articles: CorpusArticle[] = []
  const members: Member[] = []
  for (const { article, published, title, entities } of contributions) {
    articles.push({ article, published, title })
    for (const { id, kind, name, aliases, facts, mentions } of entities)
      members.push({ article, published, id: shared(id), kind, name: shared(name), aliases: sharedAliases(aliases), facts: sharedFacts(lean(facts)), mentions: mentions.map(({ start, end, text }) => ({ start, end, text: shared(text) })) })
  }
  const clusters = joinEntities(members.sort((a, b) => order(a.article, b.article) || order(a.id, b.id)))
  const ids = new Map(clusters.flatMap((cluster) => cluster.members.map(({ article, id }) => [`${article}\n${id}`, cluster.id])))
  const idOf = (article: string, id: string) => ids.get(`${article}\n${id}`) ?? id
  return {
    articles: articles.sort((a, b) => order(a.article, b.article)),
    entities: clusters.map((cluster) => entityOf(cluster, idOf)).sort((a, b) => order(a.id, b.id))
  }
}

/** Its name is the gazetteer's, where it is in one, else the one that most articles use. */
function entityOf({ id, members, joined, apart }: Cluster, idOf: (article: string, id: string) => string): CorpusEntity {
  const facts = factsOf(members, idOf)
  const known = facts?.['name']
  const name = typeof known === 'string' ? known : mostFrequent(members.map((member) => member.name))
  const aliases = new Set(members.flatMap((member) => [member.name, ...member.aliases]))
  aliases.delete(name)
  return {
    id,
    kind: members[0]?.kind ?? 'person',
    name,
    aliases: [...aliases].sort(),
    facts,
    joined,
    apart,
    appearances: members.map(({ article, id, mentions }) => ({ article, id, mentions }))
  }
}

/** The one that most articles use; of several rather one that is not in capitals, then the first in the order of code units. */
function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || Number(a === a.toUpperCase()) - Number(b === b.toUpperCase()) || order(a, b))
  return best?.[0] ?? ''
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of thousands of articles only what the registry needs is kept: of a role its words, not the sentence that it stands in. */
function lean(facts: Facts | null): Facts | null {
  const roles = facts?.['roles']
  return Array.isArray(roles) ? { ...facts, roles: (roles as readonly Facts[]).map(({ text }) => ({ text: text ?? null })) } : facts
}

/** A name, and what the gazetteer knows of an island, are the same a thousand times: one copy of each will do. */
function sharing<T>(keyOf: (value: T) => string): (value: T) => T {
  const copies = new Map<string, T>()
  return (value) => {
    const key = keyOf(value)
    const kept = copies.get(key)
    if (kept === undefined) copies.set(key, value)
    return kept ?? value
  }
}

import type { Entry } from '../../decisions/index.js'
import type { Facts } from '../../model.js'
import { decideJoins, type DecidedCluster, type Outcome } from './decide/join.js'
import { withoutMentions } from './decide/stretches.js'
import { factsOf } from './facts.js'
import { joinEntities } from './join.js'
import type { Contribution, CorpusArticle, CorpusEntity, Member, Registry } from './model.js'
import { mostFrequent } from './most-frequent.js'
import { order } from './order.js'

/** The registry, and what else follows from who is who. */
export interface Registration {
  readonly registry: Registry
  /** The registry's id for an article's own; null where the user wants it left out. */
  readonly idOf: (article: string, id: string) => string | null
  /** The registry's id for a name in a decision. */
  readonly named: (name: string) => { readonly id: string } | { readonly problem: string }
  readonly outcomes: ReadonlyMap<Entry, Outcome>
  readonly ignored: readonly string[]
}

/** Who and what is named in the corpus. The order of the contributions does not matter: the result is the same for any. */
export const register = (contributions: Iterable<Contribution>): Registry => registration(contributions, []).registry

/** The same with the user's decisions, and a way from the articles' ids to the registry's. */
export function registration(contributions: Iterable<Contribution>, entries: readonly Entry[]): Registration {
  const { articles, members: all } = gathered(contributions)
  const { members, outcomes: mentioned } = withoutMentions(all, entries)
  const { clusters, outcomes, ignored, idOf: named } = decideJoins(joinEntities(members), entries)
  // An article's own id → the registry's; null for what is left out.
  const ids = new Map<string, Map<string, string | null>>(articles.map(({ article }) => [article, new Map()]))
  for (const { article, id } of all) ids.get(article)?.set(id, null)
  for (const { id, members } of clusters) for (const member of members) ids.get(member.article)?.set(member.id, id)
  const idOf = (article: string, id: string) => {
    const found = ids.get(article)?.get(id)
    return found === undefined ? id : found
  }
  const entities = clusters.map((cluster) => entityOf(cluster, idOf)).sort((a, b) => order(a.id, b.id))
  return { registry: { articles, entities }, idOf, named, outcomes: new Map([...mentioned, ...outcomes]), ignored }
}

function gathered(contributions: Iterable<Contribution>): { articles: CorpusArticle[]; members: Member[] } {
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
  return { articles: articles.sort((a, b) => order(a.article, b.article)), members: members.sort((a, b) => order(a.article, b.article) || order(a.id, b.id)) }
}

/** Its name is the one that the user's choice gives it, else the gazetteer's, where it is in one, else the one that most articles use. */
function entityOf({ id, members, joined, apart, lead, aliases: given, decided }: DecidedCluster, idOf: (article: string, id: string) => string | null): CorpusEntity {
  const kind = lead?.kind ?? members[0]?.kind ?? 'person'
  const facts = factsOf(members.filter((member) => member.kind === kind), idOf)
  const known = facts?.['name']
  const name = lead?.name ?? (typeof known === 'string' ? known : mostFrequent(members.map((member) => member.name)))
  const aliases = new Set([...members.flatMap((member) => [member.name, ...member.aliases]), ...given])
  aliases.delete(name)
  return { id, kind, name, aliases: [...aliases].sort(), facts, joined, apart, decided, appearances: members.map(({ article, id, mentions }) => ({ article, id, mentions })) }
}

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

import type { CorpusEntity } from '../stages/5-corpus/model.js'
import { order } from '../stages/5-corpus/order.js'
import { type Catalogue, namedOf, once, pageOf } from './catalogue.js'
import { holds } from './find.js'
import { folded, wordsOf } from './fold.js'
import type { EntityFile, Paging, PersonRow } from './model.js'

/** Who speaks, and who is named as a person. */
export interface People {
  /** Most statements first. */
  all(): readonly PersonRow[]
  named(q: string | undefined): readonly PersonRow[]
  row(id: string): PersonRow | null
}

export function peopleOf(catalogue: Catalogue): People {
  const { entities, statementsBy, corpus } = catalogue
  const role = roleOf(catalogue)
  const rowOf = (entity: CorpusEntity): PersonRow => {
    const said = statementsBy(entity.id)
    const reported = said.filter(({ statement }) => statement.type === 'indirect').length
    return { ...namedOf(entity), role: role(entity), direct: said.length - reported, reported, articles: entity.appearances.length }
  }
  const all = once(() => {
    const rows = corpus.registry.entities.filter(({ id, kind }) => kind === 'person' || statementsBy(id).length > 0).map(rowOf)
    return rows.sort((a, b) => b.direct + b.reported - a.direct - a.reported || b.articles - a.articles || order(a.name, b.name) || order(a.id, b.id))
  })
  const names = once(() => new Map(all().map(({ id, role: title }) => [id, folded([entities.get(id)?.name, ...(entities.get(id)?.aliases ?? []), title ?? ''].join(' | '))])))
  return {
    all,
    named: (q) => {
      const words = wordsOf(q ?? '')
      return all().filter(({ id }) => words.every((word) => holds(names().get(id) ?? '', word)))
    },
    row: (id) => {
      const entity = entities.get(id)
      return entity ? rowOf(entity) : null
    }
  }
}

/** What most articles call somebody, rather in several words ("Russian President") than in one; of several the first in time. */
function roleOf({ digests }: Catalogue): (entity: CorpusEntity) => string | null {
  return ({ facts, appearances }) => {
    const counts = new Map<string, number>()
    const given = facts?.['roles']
    if (Array.isArray(given)) for (const each of given as readonly { readonly text?: unknown }[]) if (typeof each.text === 'string') counts.set(each.text, 0)
    for (const { article, id } of appearances) {
      const digest = digests.get(article)
      if (digest) for (const text of new Set(digest.roles.get(digest.entities.indexOf(id)))) counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    const [best] = [...counts].sort(([one, a], [other, b]) => Number(other.includes(' ')) - Number(one.includes(' ')) || b - a)
    return best?.[0] ?? null
  }
}

const ARTICLES = 200

/** An entity as the registry has it, with the first place of each article that names it. */
export function fileOf(catalogue: Catalogue, { id, kind, name, aliases, facts, joined, apart, appearances }: CorpusEntity, paging: Paging = {}): EntityFile {
  const { named, address } = catalogue
  return {
    id,
    kind,
    name,
    aliases,
    facts,
    joins: joined,
    apart: apart.map((other) => ({ id: other.id, name: named(other.id)?.name ?? other.id, why: other.why })),
    appearances: pageOf(appearances, { limit: ARTICLES, ...paging }, ({ article, mentions }) => {
      const { start, end, text } = mentions[0] ?? { start: 0, end: 0, text: name }
      return { ...address(article, start, end), text }
    })
  }
}

import type { CorpusEntity } from '../stages/5-corpus/model.js'
import { order } from '../stages/5-corpus/order.js'
import { type Catalogue, namedOf, once, pageOf } from './catalogue.js'
import { holds } from './find.js'
import { folded, wordsOf } from './fold.js'
import type { StatementDigest } from './digest.js'
import type { EntityFile, Paging, PersonRow, SaidAs } from './model.js'

/** Who speaks, and who is named as a person. */
export interface People {
  /** Most statements first. */
  all(): readonly PersonRow[]
  named(q: string | undefined): readonly PersonRow[]
  row(id: string): PersonRow | null
}

export function peopleOf(catalogue: Catalogue): People {
  const { entities, statementsBy, corpus, untoldOf } = catalogue
  const role = roleOf(catalogue)
  const rowOf = (entity: CorpusEntity): PersonRow => {
    const said = statementsBy(entity.id)
    const told = said.filter((one) => untoldOf(one) === null)
    const count = (as: SaidAs) => told.filter(({ statement }) => saidAs(statement) === as).length
    return { ...namedOf(entity), role: role(entity), direct: count('direct'), reported: count('reported'), attitudes: count('attitude'), untold: said.length - told.length, articles: entity.appearances.length }
  }
  const all = once(() => {
    const rows = corpus.registry.entities.map(rowOf).filter((row) => row.kind === 'person' || isHeard(row))
    return rows.sort((a, b) => b.direct + b.reported - a.direct - a.reported || b.attitudes - a.attitudes || b.articles - a.articles || order(a.name, b.name) || order(a.id, b.id))
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

/** Something is told of what they said or thought. */
export const isHeard = ({ direct, reported, attitudes }: PersonRow): boolean => direct + reported + attitudes > 0

/** null: it is no report. */
export const saidAs = ({ kind, type }: Pick<StatementDigest, 'kind' | 'type'>): SaidAs | null => (kind === 'other' ? null : kind === 'attitude' ? 'attitude' : type === 'indirect' ? 'reported' : 'direct')

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

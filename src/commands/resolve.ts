import { UserError } from '../error.js'
import { nearest } from '../near.js'
import { fold, type CorpusEntity, type Registry } from '../stages/5-corpus/index.js'

/** Whom or what a name means, and others of that name that are left out and may be the same. */
export interface Resolved {
  readonly entity: CorpusEntity
  readonly perhaps: readonly CorpusEntity[]
}

/** Finds an entity by id, by name or alias, or by a part of its name ("Putin"), in this order.
 *  Throws `UserError` with the choices where there are several, with what is near where there is none. */
export function resolve(name: string, { entities }: Registry): Resolved {
  const exact = entities.find(({ id }) => id === name)
  if (exact) return { entity: exact, perhaps: [] }
  const wanted = fold(name)
  const names = (entity: CorpusEntity) => [entity.name, ...entity.aliases].map(fold)
  const ways: ((entity: CorpusEntity) => boolean)[] = [
    (entity) => fold(entity.name) === wanted,
    (entity) => names(entity).includes(wanted),
    (entity) => wanted !== '' && holds(fold(entity.name), wanted),
    (entity) => wanted !== '' && names(entity).some((other) => holds(other, wanted))
  ]
  const certain = entities.filter(({ apart, id }) => apart.length === 0 && !id.includes('@'))
  for (const way of ways) {
    const found = certain.filter(way)
    if (found.length > 1) throw new UserError(`"${name}" may be any of these; say which by its id:\n${choices(found)}`)
    const [entity] = found
    if (entity) return { entity, perhaps: entities.filter(({ apart }) => apart.some(({ id }) => id === entity.id)) }
  }
  const alone = entities.filter((entity) => ways.some((way) => way(entity)))
  const [only] = alone
  if (only && alone.length === 1) return { entity: only, perhaps: [] }
  if (only) throw new UserError(`"${name}" stands alone in several articles, which do not say that it is the same one; say which by its id:\n${choices(alone)}`)
  const near = nearest(name, new Set(entities.flatMap((entity) => [entity.name, ...entity.aliases])))
  throw new UserError(`nobody and nothing of the name "${name}" is in the corpus${near.length > 0 ? `; there is ${near.map((other) => `"${other}"`).join(', ')}` : ''}`)
}

const holds = (name: string, words: string): boolean => ` ${name} `.includes(` ${words} `)

const SHOWN = 12

function choices(entities: readonly CorpusEntity[]): string {
  const mentions = (entity: CorpusEntity) => entity.appearances.reduce((sum, appearance) => sum + appearance.mentions.length, 0)
  const sorted = [...entities].sort((a, b) => mentions(b) - mentions(a) || (a.id < b.id ? -1 : 1))
  const lines = sorted.slice(0, SHOWN).map((entity) => `  ${JSON.stringify(entity.id)} (${entity.name}, ${mentions(entity)} mentions in ${entity.appearances.length} articles)`)
  return [...lines, ...(sorted.length > SHOWN ? [`  … ${sorted.length - SHOWN} more`] : [])].join('\n')
}

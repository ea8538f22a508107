import type { CorpusEntity } from '../model.js'
import type { Company } from './compare.js'

/** What two speakers have to do with one another, by their ids in the registry. */
export function relationAmong(entities: readonly CorpusEntity[]): (one: string | null, other: string | null) => Company['speakers'] {
  const apart = new Map(entities.filter(({ apart }) => apart.length > 0).map(({ id, apart }) => [id, new Set(apart.map((other) => other.id))]))
  const kinds = new Map(entities.map(({ id, kind }) => [id, kind]))
  const couldBe = (one: string, other: string) => Boolean(apart.get(one)?.has(other) || apart.get(other)?.has(one) || [...(apart.get(one) ?? [])].some((id) => apart.get(other)?.has(id)))
  const kindOf = (id: string) => kinds.get(id) ?? id.split('/')[0]
  return (one, other) => {
    if (one === null || other === null) return 'open'
    if (one === other) return 'same'
    // A country and its ministry, a ministry and its spokeswoman: both may be said to have said it.
    return kindOf(one) !== kindOf(other) || couldBe(one, other) ? 'mixed' : 'different'
  }
}

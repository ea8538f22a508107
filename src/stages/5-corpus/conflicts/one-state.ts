import type { CorpusEntity } from '../model.js'
import { isBetweenTwo, type Clash, type ConflictRule, type Scene, type Statement } from './statement.js'

/** An island is part of one state's territory: who says that it is Japan's and who says that it is Russia's cannot both be right. */
export const oneState: ConflictRule = {
  name: 'one-state',
  example: ['Grey Skerry has been Merrow territory for centuries, the ministry said.', 'Falk said that Grey Skerry belongs to the Halvard Islands.'],
  kind: 'contrary',
  *find({ statements, entities }: Scene): Iterable<Clash> {
    const owned = statements.flatMap((statement) => {
      const state = stateOf(statement, entities)
      const island = statement.subject?.entity ?? null
      return state && island !== null ? [{ statement, island, ...state }] : []
    })
    for (const [index, one] of owned.entries())
      for (const other of owned.slice(index + 1)) {
        const island = partOf(one.island, other.island, entities)
        if (island === null || one.codes.some((code) => other.codes.includes(code)) || !isBetweenTwo(one.statement, other.statement)) continue
        const [first, second] = one.codes.join() < other.codes.join() ? [one, other] : [other, one]
        const name = (id: string) => entities.get(id)?.name ?? id
        yield {
          first: first.statement,
          second: second.statement,
          key: JSON.stringify(['one-state', island, first.codes, second.codes]),
          proposition: `${name(island)} – belongs to – ${first.state} or ${second.state}`,
          about: [...new Set([one.island, other.island])],
          why: [one.island === other.island ? `both of ${name(island)}` : `${name(island)} ${entities.get(island)?.name.endsWith('s') ? 'are' : 'is'} part of ${name(island === one.island ? other.island : one.island)}`, `the one says ${first.state}, the other ${second.state}; an island is the territory of one state`],
          confidence: first.statement.claim.confidence * second.statement.claim.confidence * (one.island === other.island ? 1 : 0.9)
        }
      }
  }
}

const TERRITORY = /^(?:territory|soil|land|part|possession|homeland|property)$/
/** Old rights, and what was: neither says whose it is. */
const PAST = /\b(?:once|formerly|until|originally|used to|had been|was then)\b/i

interface State {
  readonly codes: readonly string[]
  readonly state: string
}

function stateOf({ subject, object, complements, predicate, claim, lasting }: Statement, entities: Scene['entities']): State | null {
  if (claim.polarity !== 'positive' || claim.certainty !== 'stated' || subject?.entity == null || entities.get(subject.entity)?.kind !== 'island' || subject.words.length > 5 || PAST.test(claim.claim) || claim.time !== null) return null
  // In the article's own words the past is past; in reported speech it is the present.
  if (claim.attribution === null && claim.tense === 'past' && !lasting) return null
  if (predicate === 'belong') return statesIn(complements.filter(({ marker }) => marker === 'to').flatMap(({ entity }) => entity ?? []), entities)
  if (predicate !== 'be' || object === null) return null
  if (object.entity !== null && object.words.length <= 2 && /^(?:people|country)\//.test(object.entity)) return statesIn([object.entity], entities)
  if (!object.words.some((word) => TERRITORY.test(word))) return null
  const others = claim.about.filter((id) => id !== subject.entity && /^(?:people|country)\//.test(id) && isIn(id, object.words, entities))
  return others.length === 1 ? statesIn(others, entities) : null
}

const isIn = (id: string, words: readonly string[], entities: Scene['entities']): boolean => {
  const entity = entities.get(id)
  return [entity?.name ?? '', ...(entity?.aliases ?? [])].some((name) => words.includes(name.toLowerCase()))
}

function statesIn(ids: readonly string[], entities: Scene['entities']): State | null {
  const [entity, ...more] = [...new Set(ids)].flatMap((id) => entities.get(id) ?? [])
  const states = entity && more.length === 0 ? countriesOf(entity) : []
  return states.length > 0 ? { codes: states.map(({ code }) => code).sort(), state: states.map(({ name }) => name).join(' or ') } : null
}

function countriesOf({ facts }: CorpusEntity): readonly { readonly code: string; readonly name: string }[] {
  const list: unknown = typeof facts?.['code'] === 'string' ? [facts] : facts?.['countries']
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown) => (typeof item === 'object' && item !== null && 'code' in item && 'name' in item ? [{ code: String(item.code), name: String(item.name) }] : []))
}

/** The island that both speak of: the same, or the one that is part of the other. */
function partOf(one: string, other: string, entities: Scene['entities']): string | null {
  if (one === other) return one
  const within = (inner: string, outer: string): boolean => {
    const groups = entities.get(inner)?.facts?.['partOf']
    return Array.isArray(groups) && groups.some((group: unknown) => typeof group === 'object' && group !== null && 'id' in group && group.id === outer)
  }
  return within(one, other) ? one : within(other, one) ? other : null
}

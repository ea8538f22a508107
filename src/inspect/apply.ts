import type { Decision, Different, Same } from '../decisions/model.js'
import { reasonOf } from '../decisions/reason.js'
import type { CorpusEntity, DecidedSpeaker, Registry } from '../stages/5-corpus/model.js'
import { order } from '../stages/5-corpus/order.js'
import type { Digest } from './digest.js'
import type { CorpusRecord } from './records.js'
import { sinceRun, statementAt, type Since } from './since.js'

/** Decisions that came after the run, as far as a page can show them at once: those said to be the same become one, those to be ignored go; for who speaks
 *  see `decidedSpeakers`. Whatever else a decision does, the next run does; `showsAtOnce` says which is which. */
export function applied(corpus: CorpusRecord): CorpusRecord {
  const { pending } = sinceRun(corpus)
  return pending.length === 0 ? corpus : { ...corpus, registry: pending.reduce(afterwards, corpus.registry) }
}

/** The registry after one decision more. */
export function afterwards(registry: Registry, decision: Decision): Registry {
  if ('same' in decision) return merged(registry, decision)
  if (!('ignore' in decision && 'entity' in decision.ignore)) return registry
  const gone = entityCalled(registry, decision.ignore.entity)
  return gone ? { ...registry, entities: registry.entities.filter((entity) => entity !== gone) } : registry
}

/** Who speaks, as the user says: what the run knew of it and what has been decided since, without what has been taken back. */
export function decidedSpeakers(corpus: CorpusRecord, digests: ReadonlyMap<string, Digest>): DecidedSpeaker[] {
  const { pending, withdrawn } = sinceRun(corpus)
  const gone = new Set(withdrawn.flatMap((decision) => ('speaker' in decision ? [`${decision.says.article}\n${statementAt(decision.says, digests)?.id}`] : [])))
  return [...corpus.speakers.filter(({ article, attribution }) => !gone.has(`${article}\n${attribution}`)), ...pendingSpeakers(corpus.registry, pending, digests)]
}

function pendingSpeakers(registry: Registry, pending: Since['pending'], digests: ReadonlyMap<string, Digest>): DecidedSpeaker[] {
  return pending.flatMap((decision) => {
    if (!('speaker' in decision)) return []
    const statement = statementAt(decision.says, digests)
    const entity = decision.speaker === null ? null : partCalled(registry, decision.speaker)
    return statement && entity !== undefined ? [{ article: decision.says.article, attribution: statement.id, entity: entity?.id ?? null, why: reasonOf(decision) }] : []
  })
}

/** Whether a page shows what a decision does without another run. `registry` is that before it. */
export function showsAtOnce(registry: Registry, decision: Decision, digests: ReadonlyMap<string, Digest>): boolean {
  if ('speaker' in decision) return pendingSpeakers(registry, [decision], digests).length > 0
  if ('same' in decision) return becomeOne(registry, decision) !== null
  if ('different' in decision) return standApart(registry, decision)
  return 'ignore' in decision && 'entity' in decision.ignore && entityCalled(registry, decision.ignore.entity) !== undefined
}

/** The first gives its id, kind and name. */
function merged(registry: Registry, decision: Same): Registry {
  const [first, ...others] = becomeOne(registry, decision) ?? []
  if (!first || others.length === 0) return registry
  const all = [first, ...others]
  const aliases = new Set(all.flatMap((entity) => [entity.name, ...entity.aliases]))
  aliases.delete(first.name)
  const one: CorpusEntity = {
    ...first,
    aliases: [...aliases].sort(),
    joined: [...all.flatMap(({ joined }) => joined), { rule: 'hearsay.json', why: `${reasonOf(decision)}: ${all.map(({ id }) => id).join(' and ')}` }],
    apart: all.flatMap(({ apart }) => apart).filter(({ id }) => !all.some((entity) => entity.id === id)),
    appearances: all.flatMap(({ appearances }) => appearances).sort((a, b) => order(a.article, b.article))
  }
  return { ...registry, entities: registry.entities.flatMap((entity) => (entity === first ? [one] : others.includes(entity) ? [] : [entity])) }
}

/** Those that are one from now on, each once; null where one of them is only a part of an entity, or none: what becomes of the rest, a run finds out. */
function becomeOne(registry: Registry, { same }: Same): readonly CorpusEntity[] | null {
  const parts = same.map((name) => partCalled(registry, name))
  const all = [...new Set(parts)]
  if (all.length === 1 && all[0]) return [all[0]]
  const whole = same.map((name) => entityCalled(registry, name) ?? partCalled(registry, name, 'whole'))
  return whole.every((entity) => entity !== undefined) ? [...new Set(whole)] : null
}

/** They are different entities as it is. */
function standApart(registry: Registry, { different }: Different): boolean {
  const found = different.map((name) => partCalled(registry, name))
  return !found.includes(undefined) && new Set(found).size === found.length
}

/** By its id, or by its name, where only one has it. */
function entityCalled({ entities }: Registry, name: string): CorpusEntity | undefined {
  return entities.find(({ id }) => id === name) ?? onlyOf(entities.filter((entity) => entity.name === name))
}

/** Or by the id that it has in one article, "person/lee@2016/x.txt"; 'whole': only if it is in no other. */
function partCalled(registry: Registry, name: string, much: 'whole' | 'part' = 'part'): CorpusEntity | undefined {
  const own = entityCalled(registry, name)
  if (own) return own
  const { local, article } = inArticle(name)
  const found = registry.entities.find(({ appearances }) => appearances.some((each) => each.id === local && each.article === article))
  return much === 'part' || found?.appearances.length === 1 ? found : undefined
}

/** "person/lee@2016/x.txt": its id there, and the article; null where none is named. */
export function inArticle(name: string): { readonly local: string; readonly article: string | null } {
  const at = name.indexOf('@')
  return at < 0 ? { local: name, article: null } : { local: name.slice(0, at), article: name.slice(at + 1) }
}

const onlyOf = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined)

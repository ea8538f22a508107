import type { Decision, Same } from '../decisions/model.js'
import { reasonOf } from '../decisions/reason.js'
import type { CorpusEntity, DecidedSpeaker, Registry } from '../stages/5-corpus/model.js'
import type { Digest } from './digest.js'
import type { CorpusRecord } from './records.js'

/** Decisions that came after the run, as far as a page can show them at once: those said to be the same become one, those to be ignored go; for who speaks
 *  see `pendingSpeakers`. Whatever else a decision does, the next run does. */
export function applied(corpus: CorpusRecord): CorpusRecord {
  if (corpus.pending.length === 0) return corpus
  return { ...corpus, registry: corpus.pending.reduce(decided, corpus.registry) }
}

function decided(registry: Registry, decision: Decision): Registry {
  if ('same' in decision) return merged(registry, decision)
  if ('ignore' in decision && 'entity' in decision.ignore) {
    const { entity } = decision.ignore
    return { ...registry, entities: registry.entities.filter(({ id, name }) => id !== entity && name !== entity) }
  }
  return registry
}

/** Who speaks, by decisions that came after the run and say where in an article. */
export function pendingSpeakers({ pending, registry }: CorpusRecord, digests: ReadonlyMap<string, Digest>): DecidedSpeaker[] {
  return pending.flatMap((decision) => {
    if (!('speaker' in decision)) return []
    const { article, start, end } = decision.says
    const statement = digests.get(article)?.statements.find(({ content }) => content[0] === start && content.at(-1) === end)
    const entity = decision.speaker === null ? null : registry.entities.find(({ id, name }) => id === decision.speaker || name === decision.speaker)
    return statement && entity !== undefined ? [{ article, attribution: statement.id, entity: entity?.id ?? null, why: reasonOf(decision) }] : []
  })
}

/** The first gives its id, kind and name. */
function merged(registry: Registry, decision: Same): Registry {
  const found = decision.same.flatMap((name) => registry.entities.find(({ id }) => id === name) ?? registry.entities.find((entity) => entity.name === name) ?? [])
  const [first, ...others] = [...new Set(found)]
  if (!first || others.length === 0) return registry
  const all = [first, ...others]
  const aliases = new Set(all.flatMap((entity) => [entity.name, ...entity.aliases]))
  aliases.delete(first.name)
  const one: CorpusEntity = {
    ...first,
    aliases: [...aliases].sort(),
    joined: [...all.flatMap(({ joined }) => joined), { rule: 'hearsay.json', why: `${reasonOf(decision)}: ${all.map(({ id }) => id).join(' and ')}` }],
    apart: all.flatMap(({ apart }) => apart).filter(({ id }) => !all.some((entity) => entity.id === id)),
    appearances: all.flatMap(({ appearances }) => appearances).sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0))
  }
  return { ...registry, entities: registry.entities.flatMap((entity) => (entity === first ? [one] : others.includes(entity) ? [] : [entity])) }
}

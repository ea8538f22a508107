import { canonical } from '../canonical.js'
import type { Decision } from '../decisions/model.js'
import type { CorpusEntity } from '../stages/5-corpus/model.js'
import { beginning, CHOICES, contextOf } from './around.js'
import type { Catalogue } from './catalogue.js'
import type { ReviewChoice, ReviewItem } from './model.js'
import type { Doubt } from './review.js'

/** Joins that rest on less than a full name. */
const WEAK = ['surname-and-role', 'middle-initial', 'initials']

export function joinDoubts(catalogue: Catalogue): Doubt[] {
  const { entities, corpus, statementsBy } = catalogue
  const failed = new Set(corpus.decided.flatMap(({ decision, problem }) => (problem === null ? [] : [canonical(decision)])))
  const settled = new Set(corpus.decisions.filter((decision) => !failed.has(canonical(decision))).flatMap(names))
  const isSettled = ({ id, appearances }: CorpusEntity) => settled.has(id) || appearances.some((appearance) => settled.has(`${appearance.id}@${appearance.article}`))
  const doubts: Doubt[] = []
  for (const entity of entities.values()) {
    const others = entity.apart.flatMap(({ id }) => entities.get(id) ?? [])
    const weak = entity.kind === 'person' ? entity.joined.find(({ rule }) => WEAK.includes(rule)) : undefined
    if ((others.length === 0 && !weak) || isSettled(entity)) continue
    // What somebody said whose name is one of several is what is gained by knowing.
    if (others.length > 0) doubts.push({ what: 'join', use: useOf(statementsBy(entity.id).length, entity), row: () => apartItem(catalogue, entity, others) })
    else doubts.push({ what: 'join', use: useOf(1, entity) / 3, row: () => joinedItem(catalogue, entity, weak?.why ?? '') })
  }
  return doubts
}

const useOf = (statements: number, { appearances }: CorpusEntity): number => 1 + Math.log2(1 + statements + appearances.reduce((sum, { mentions }) => sum + mentions.length, 0) / 4)

function apartItem(catalogue: Catalogue, entity: CorpusEntity, others: readonly CorpusEntity[]): ReviewItem {
  const only = others.length === 1 ? others[0] : undefined
  const choices: ReviewChoice[] = others.slice(0, CHOICES).map((other) => ({ label: `The same as ${called(other, entity)}`, score: null, decision: { same: [other.id, entity.id] } }))
  return {
    ...placed(catalogue, entity),
    id: `join ${entity.id}`,
    what: 'join',
    question: only ? `Is “${beginning(entity.name, 80)}” here the same as ${called(only, entity)}?` : `Which “${beginning(entity.name, 80)}” is this?`,
    why: entity.apart[0]?.why ?? '',
    choices: [...choices, { label: others.length === 1 ? 'Two different ones' : 'None of them', score: null, decision: { different: [...others.map(({ id }) => id), entity.id] } }]
  }
}

/** With the file that names it, where both are called the same. */
function called({ name, appearances: [first] }: CorpusEntity, other: CorpusEntity): string {
  return name === other.name && first ? `${beginning(name, 80)} of ${first.article}` : beginning(name, 80)
}

function joinedItem(catalogue: Catalogue, entity: CorpusEntity, why: string): ReviewItem {
  const [first, ...rest] = entity.appearances.map(({ article, id }) => `${id}@${article}`)
  return {
    ...placed(catalogue, entity),
    id: `join ${entity.id}`,
    what: 'join',
    question: `Is “${beginning(entity.name, 80)}” one ${entity.kind} in these ${entity.appearances.length} articles?`,
    why,
    choices: [
      { label: 'One and the same', score: null, decision: { same: [first ?? entity.id, ...rest] } },
      { label: 'Not the same', score: null, decision: { ignore: { join: entity.id } } }
    ]
  }
}

/** Entities that a decision joins or parts. */
function names(decision: Decision): readonly string[] {
  if ('same' in decision) return decision.same
  if ('different' in decision) return decision.different
  return 'ignore' in decision && 'join' in decision.ignore ? [decision.ignore.join] : []
}

function placed({ digests, address }: Catalogue, { appearances }: CorpusEntity): Pick<ReviewItem, 'article' | 'title' | 'published' | 'start' | 'end' | 'context'> {
  const { article = '', mentions = [] } = appearances[0] ?? {}
  const { start, end, text } = mentions[0] ?? { start: 0, end: 0, text: '' }
  const digest = digests.get(article)
  return { ...address(article, start, end), context: digest ? contextOf(digest, start, end) : ['', text, ''] }
}

import type { SpeakerDecision } from '../decisions/model.js'
import { beginning, CHOICES, contextOf } from './around.js'
import { addressOf, type Catalogue, type Said } from './catalogue.js'
import type { Digest, StatementDigest } from './digest.js'
import type { ReviewChoice, ReviewItem } from './model.js'
import type { Doubt } from './review.js'
import { isTold } from '../told.js'

/** Below it a speaker who was followed through a pronoun, or carried on, is worth a look. */
const UNSURE = 0.5

const WEIGHT = { direct: 3, mixed: 2, indirect: 1 } as const

/** Words of somebody's own weigh more than what is reported, one of two known candidates more than nobody at all. */
export function speakerDoubts(catalogue: Catalogue): Doubt[] {
  return catalogue.statements().flatMap((said): Doubt[] => {
    const { statement } = said
    if (catalogue.decidedOf(said) !== null) return []
    const unsure = statement.entity !== null && statement.confidence < UNSURE && (statement.how === 'pronoun' || statement.how === 'carried')
    if ((!statement.undecided && !unsure) || !isAsked(statement)) return []
    const known = statement.candidates.length > 1 ? 3 : unsure || statement.how === 'pronoun' ? 2 : statement.source === '' ? 0.5 : 1
    return [{ what: 'speaker', use: WEIGHT[statement.type] * known * (unsure ? 1 - statement.confidence : statement.confidence), row: () => speakerItem(catalogue, said) }]
  })
}

/** Who speaks is worth asking of what is told, and of what stands in quotation marks: somebody has said that. */
export const isAsked = (statement: StatementDigest): boolean => isTold(statement) || statement.type === 'direct'

function speakerItem(catalogue: Catalogue, said: Said): ReviewItem {
  const { digest, statement } = said
  const { named, idOf } = catalogue
  const [start, end] = [statement.content[0] ?? 0, statement.content.at(-1) ?? 0]
  const says = { article: digest.article, start, end, text: beginning(digest.text.slice(start, end)) }
  const choice = (id: string, score: number | null): ReviewChoice[] => {
    const entity = named(id)
    return entity ? [{ label: entity.name, score, decision: { speaker: id, says } satisfies SpeakerDecision }] : []
  }
  const scored = new Map<string, number | null>()
  const own = idOf(digest, statement.entity)
  if (own !== null) scored.set(own, statement.confidence)
  for (const { entity, score } of statement.candidates) {
    const id = idOf(digest, entity)
    if (id !== null && !scored.has(id)) scored.set(id, score)
  }
  for (const id of voicesOf(catalogue, digest)) if (scored.size < CHOICES && !scored.has(id)) scored.set(id, null)
  return {
    ...addressOf(digest, start, end),
    id: `speaker ${digest.article} ${statement.id}`,
    what: 'speaker',
    question: statement.entity === null ? (statement.source === '' ? 'Who says this?' : `Who is “${beginning(statement.source, 60)}”?`) : `Is it ${named(own)?.name ?? 'the one named'} who says this?`,
    why: statement.entity === null ? statement.why : `${statement.why}; confidence ${statement.confidence}`,
    context: contextOf(digest, start, end),
    choices: [...[...scored].flatMap(([id, score]) => choice(id, score)), { label: 'It cannot be known', score: null, decision: { speaker: null, says } satisfies SpeakerDecision }]
  }
}

/** Who else speaks in the article, or is named in it as a person: most statements first. */
function voicesOf({ idOf, entities, speakerOf }: Catalogue, digest: Digest): string[] {
  const counts = new Map<string, number>()
  for (const statement of digest.statements) {
    const id = speakerOf({ digest, statement })
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  for (const [place] of digest.roles) {
    const id = idOf(digest, place)
    if (id !== null && entities.has(id) && !counts.has(id)) counts.set(id, 0)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id)
}

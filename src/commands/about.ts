import type { Claim, Entities } from '../model.js'
import type { Places } from '../store/index.js'
import { resolve } from './resolve.js'
import { asCsv, asJson, byTime, qualifiersOf, quoted, type Shape } from './rows.js'
import { byArticle, datesOf, headOf, layerOf, notCounted, registryOf } from './who.js'

const COLUMNS = ['published', 'article', 'start', 'end', 'id', 'claim', 'polarity', 'certainty', 'time', 'on', 'sentence', 'checkable', 'confidence', 'rule'] as const

/** What is claimed about somebody or something over the whole corpus, in time order, each with its address and on whose word. */
export function about(name: string, places: Places, shape: Shape): string {
  const registry = registryOf(places)
  const { entity, perhaps } = resolve(name, registry)
  const dates = datesOf(registry)
  const rows = entity.appearances.flatMap(({ article, id }) => claimsOf(places, dates.get(article) ?? null, article, id)).sort(byTime)
  if (shape === 'json') return asJson(rows)
  if (shape === 'csv') return asCsv(rows, COLUMNS)
  const count = `${rows.length} claim${rows.length === 1 ? '' : 's'} in ${new Set(rows.map((row) => row['article'])).size} of ${entity.appearances.length} articles`
  return [`${headOf(entity)}: ${count}`, ...byArticle(rows, lineOf), ...notCounted(perhaps)].join('\n')
}

function claimsOf(places: Places, published: string | null, article: string, id: string): ClaimRow[] {
  const entities = layerOf(places, 'entities', article)
  const { claims } = layerOf(places, 'claims', article)
  return claims.filter((claim) => claim.about.includes(id)).map((claim) => rowOf(claim, entities, article, published))
}

function rowOf({ id, sentence, text, polarity, certainty, time, on, checkable, confidence, rule }: Claim, entities: Entities, article: string, published: string | null) {
  const { start, end } = sentence
  return { published, article, start, end, id, claim: text, polarity, certainty, time: time.value, on: voiceOf(on, entities), sentence: sentence.text, checkable: checkable.score, confidence, rule }
}

type ClaimRow = ReturnType<typeof rowOf>

/** On whose word, as a name: null is the article itself. */
function voiceOf(on: Claim['on'], { entities }: Entities): string | null {
  if (on === 'article') return null
  return entities.find(({ id }) => id === on.entity)?.name ?? 'somebody not named'
}

function lineOf(row: ClaimRow): string {
  const facts = [row.id, row.on === null ? 'the article says so' : `on the word of ${row.on}`, ...qualifiersOf(row)]
  return `  ${String(row.start).padStart(6)} ${quoted(row.claim)}  (${facts.join(', ')})`
}

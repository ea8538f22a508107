import type { Claim, Entities } from '../model.js'
import type { Places } from '../store/index.js'
import { resolve } from './resolve.js'
import { asCsv, asJson, byTime, qualifiersOf, quoted, type Shape } from './rows.js'
import type { CorpusEntity, DecidedSpeaker } from '../stages/5-corpus/index.js'
import { byArticle, datesOf, decidedIn, headOf, idsIn, keyOf, layerOf, notCounted, registryOf } from './who.js'

const COLUMNS = ['published', 'article', 'start', 'end', 'id', 'claim', 'polarity', 'certainty', 'time', 'on', 'sentence', 'checkable', 'confidence', 'rule'] as const

/** What is claimed about somebody or something over the whole corpus, in time order, each with its address and on whose word. */
export function about(name: string, places: Places, shape: Shape): string {
  const registry = registryOf(places)
  const { entity, perhaps } = resolve(name, registry)
  const dates = datesOf(registry)
  const decided = decidedIn(places)
  const names = new Map(registry.entities.map((other) => [other.id, other.name]))
  const rows = [...new Set(entity.appearances.map(({ article }) => article))].flatMap((article) => claimsOf(places, dates.get(article) ?? null, article, entity, { decided, names })).sort(byTime)
  if (shape === 'json') return asJson(rows)
  if (shape === 'csv') return asCsv(rows, COLUMNS)
  const count = `${rows.length} claim${rows.length === 1 ? '' : 's'} in ${new Set(rows.map((row) => row['article'])).size} of ${entity.appearances.length} articles`
  return [`${headOf(entity)}: ${count}`, ...byArticle(rows, lineOf), ...notCounted(perhaps)].join('\n')
}

/** Who speaks, where the user has decided it. */
interface Choices {
  readonly decided: ReadonlyMap<string, DecidedSpeaker>
  readonly names: ReadonlyMap<string, string>
}

function claimsOf(places: Places, published: string | null, article: string, entity: CorpusEntity, choices: Choices): ClaimRow[] {
  const entities = layerOf(places, 'entities', article)
  const { claims } = layerOf(places, 'claims', article)
  const ids = idsIn(entity, article)
  return claims.filter((claim) => claim.about.some((id) => ids.has(id))).map((claim) => rowOf(claim, voiceOf(claim.on, entities, article, choices), article, published))
}

function rowOf({ id, sentence, text, polarity, certainty, time, checkable, confidence, rule }: Claim, on: string | null, article: string, published: string | null) {
  const { start, end } = sentence
  return { published, article, start, end, id, claim: text, polarity, certainty, time: time.value, on, sentence: sentence.text, checkable: checkable.score, confidence, rule }
}

type ClaimRow = ReturnType<typeof rowOf>

/** On whose word, as a name: null is the article itself. */
function voiceOf(on: Claim['on'], { entities }: Entities, article: string, { decided, names }: Choices): string | null {
  if (on === 'article') return null
  const choice = on.attribution === null ? undefined : decided.get(keyOf(article, on.attribution))
  const name = choice ? names.get(choice.entity ?? '') : entities.find(({ id }) => id === on.entity)?.name
  return name ?? 'somebody not named'
}

function lineOf(row: ClaimRow): string {
  const facts = [row.id, row.on === null ? 'the article says so' : `on the word of ${row.on}`, ...qualifiersOf(row)]
  return `  ${String(row.start).padStart(6)} ${quoted(row.claim)}  (${facts.join(', ')})`
}

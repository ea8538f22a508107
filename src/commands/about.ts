import type { Attribution, Claim, Entities, Facts } from '../model.js'
import type { Places } from '../store/index.js'
import { keyOf, registryOf } from '../tables/index.js'
import { untoldAs, type Untold } from '../told.js'
import { resolve } from './resolve.js'
import { asCsv, asJson, byTime, qualifiersOf, quoted, type Shape } from './rows.js'
import type { CorpusEntity, DecidedSpeaker, Registry } from '../stages/5-corpus/index.js'
import { byArticle, datesOf, decidedIn, headOf, idsIn, layerOf, notCounted } from './who.js'

const COLUMNS = ['published', 'article', 'start', 'end', 'id', 'claim', 'polarity', 'certainty', 'time', 'on', 'doubt', 'sentence', 'checkable', 'confidence', 'rule', 'member'] as const

/** What is claimed about somebody or something over the whole corpus, in time order, each with its address and on whose word.
 *  What is claimed about an island is claimed about the group that it belongs to: whoever asks for the Kurils wants Kunashir too. */
export function about(name: string, places: Places, shape: Shape): string {
  const registry = registryOf(places)
  const { entity, perhaps } = resolve(name, registry)
  const members = membersOf(entity, registry)
  const asked = [entity, ...members]
  const dates = datesOf(registry)
  const choices = { decided: decidedIn(places), names: new Map(registry.entities.map((other) => [other.id, other.name])) }
  const articles = [...new Set(asked.flatMap(({ appearances }) => appearances.map(({ article }) => article)))]
  const rows = articles.flatMap((article) => claimsOf(places, dates.get(article) ?? null, article, asked, choices)).sort(byTime)
  if (shape === 'json') return asJson(rows)
  if (shape === 'csv') return asCsv(rows, COLUMNS)
  const count = `${rows.length} claim${rows.length === 1 ? '' : 's'} in ${new Set(rows.map((row) => row['article'])).size} of ${articles.length} articles`
  const group = members.length === 0 ? '' : `, with ${members.map((member) => member.name).join(', ')}`
  return [`${headOf(entity)}${group}: ${count}`, ...byArticle(rows, lineOf), ...notCounted(perhaps)].join('\n')
}

/** Of a group of islands those that the corpus names, as the gazetteer has it. */
const membersOf = (group: CorpusEntity, { entities }: Registry): CorpusEntity[] =>
  entities.filter(({ facts }) => {
    const groups = facts?.['partOf']
    return Array.isArray(groups) && (groups as readonly Facts[]).some(({ id }) => id === group.id)
  })

/** Who speaks, where the user has decided it. */
interface Choices {
  readonly decided: ReadonlyMap<string, DecidedSpeaker>
  readonly names: ReadonlyMap<string, string>
}

function claimsOf(places: Places, published: string | null, article: string, asked: readonly CorpusEntity[], choices: Choices): ClaimRow[] {
  const entities = layerOf(places, 'entities', article)
  const { claims } = layerOf(places, 'claims', article)
  const attributions = new Map(layerOf(places, 'speakers', article).attributions.map((attribution) => [attribution.id, attribution]))
  const named = asked.map((entity) => ({ entity, ids: idsIn(entity, article) }))
  return claims.flatMap((claim) => {
    const found = named.find(({ ids }) => claim.about.some((id) => ids.has(id)))
    if (!found) return []
    const member = found.entity === asked[0] ? null : found.entity.name
    const on = voiceOf(claim.on, entities, article, choices)
    return [rowOf(claim, on, doubtOf(claim.on, attributions, article, choices), article, published, member)]
  })
}

function rowOf({ id, sentence, text, polarity, certainty, time, checkable, confidence, rule }: Claim, on: string | null, doubt: Untold | null, article: string, published: string | null, member: string | null) {
  const { start, end } = sentence
  return { published, article, start, end, id, claim: text, polarity, certainty, time: time.value, on, doubt, sentence: sentence.text, checkable: checkable.score, confidence, rule, member }
}

type ClaimRow = ReturnType<typeof rowOf>

/** On whose word, as a name: null is the article itself. */
function voiceOf(on: Claim['on'], { entities }: Entities, article: string, { decided, names }: Choices): string | null {
  if (on === 'article') return null
  const choice = on.attribution === null ? undefined : decided.get(keyOf(article, on.attribution))
  const name = choice ? names.get(choice.entity ?? '') : entities.find(({ id }) => id === on.entity)?.name
  return name ?? 'somebody not named'
}

/** Why it may be on nobody's word but the article's: the attribution that it stands on is not told. */
function doubtOf(on: Claim['on'], attributions: ReadonlyMap<string, Attribution>, article: string, { decided }: Choices): Untold | null {
  const attribution = on === 'article' || on.attribution === null ? undefined : attributions.get(on.attribution)
  return attribution && !decided.get(keyOf(article, attribution.id))?.entity ? untoldAs(attribution) : null
}

function lineOf(row: ClaimRow): string {
  const facts = [row.id, ...(row.member === null ? [] : [`about ${row.member}`]), row.on === null ? 'the article says so' : `${row.doubt === null ? '' : 'perhaps '}on the word of ${row.on}`, ...qualifiersOf(row)]
  return `  ${String(row.start).padStart(6)} ${quoted(row.claim)}  (${facts.join(', ')})`
}

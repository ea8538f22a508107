import { UserError } from '../error.js'
import type { Attribution, Layers } from '../model.js'
import { readCorpus, readLayer, type Places } from '../store/index.js'
import { keyOf, registryOf } from '../tables/index.js'
import type { CorpusEntity, DecidedSpeaker, Registry } from '../stages/5-corpus/index.js'
import { joined } from '../span.js'
import { untoldAs, type Untold } from '../told.js'
import { resolve, type Resolved } from './resolve.js'
import { asCsv, asJson, byTime, quoted, type Row, type Shape } from './rows.js'

const COLUMNS = ['published', 'article', 'start', 'end', 'id', 'type', 'kind', 'polarity', 'said', 'cue', 'as', 'how', 'confidence', 'rule', 'decided'] as const

/** What somebody said or thought over the whole corpus, in time order, each with its address; `all`: also what is doubtful or reports no word. */
export function who(name: string, places: Places, shape: Shape, all = false): string {
  const registry = registryOf(places)
  const { entity, perhaps } = resolve(name, registry)
  const dates = datesOf(registry)
  const decided = decidedIn(places)
  const articles = new Set([...entity.appearances.map(({ article }) => article), ...[...decided.values()].flatMap((choice) => (choice.entity === entity.id ? [choice.article] : []))])
  const found = [...articles].flatMap((article) => sayings(places, dates.get(article) ?? null, article, entity, decided)).sort(byTime)
  const rows = all ? found : found.filter(isTold)
  if (shape === 'json') return asJson(rows)
  if (shape === 'csv') return asCsv(rows, COLUMNS)
  const count = `${rows.length} attribution${rows.length === 1 ? '' : 's'} in ${new Set(rows.map((row) => row['article'])).size} of ${entity.appearances.length} articles`
  return [`${headOf(entity)}: ${count}`, ...byArticle(rows, lineOf), ...notCounted(perhaps), ...leftOut(found.length - rows.length)].join('\n')
}

/** Who speaks, as the user says in `hearsay.json`, by article and attribution. */
export function decidedIn(places: Places): ReadonlyMap<string, DecidedSpeaker> {
  return new Map(readCorpus(places, 'decisions')?.speakers.map((choice) => [keyOf(choice.article, choice.attribution), choice]))
}

/** Ids that an entity has in an article: several, where the user has joined what the article keeps apart. */
export const idsIn = ({ appearances }: CorpusEntity, article: string): ReadonlySet<string> => new Set(appearances.filter((appearance) => appearance.article === article).map(({ id }) => id))

function sayings(places: Places, published: string | null, article: string, entity: CorpusEntity, decided: ReadonlyMap<string, DecidedSpeaker>): Saying[] {
  const speakers = layerOf(places, 'speakers', article)
  const ids = idsIn(entity, article)
  const own = new Set(layerOf(places, 'entities', article).speakers.filter((speaker) => speaker.entity !== null && ids.has(speaker.entity)).map(({ attribution }) => attribution))
  return speakers.attributions.flatMap((attribution) => {
    const choice = decided.get(keyOf(article, attribution.id))
    const speaks = choice ? choice.entity === entity.id : own.has(attribution.id)
    return speaks ? [rowOf(attribution, article, published, choice?.why ?? null)] : []
  })
}

function rowOf({ id, type, kind, polarity, content, cue, source, speaker, confidence, rule }: Attribution, article: string, published: string | null, decided: string | null) {
  const [start, end] = [content[0]?.start ?? 0, content.at(-1)?.end ?? 0]
  return { published, article, start, end, id, type, kind, polarity, said: joined(content), cue: joined(cue), as: joined(source), how: speaker.how, confidence, rule, decided }
}

type Saying = ReturnType<typeof rowOf>

/** What the user has given to somebody is theirs. */
const doubtOf = (row: Saying): Untold | null => (row.decided === null ? untoldAs(row) : null)
const isTold = (row: Saying): boolean => doubtOf(row) === null

const SAYS: Readonly<Record<Attribution['type'], string>> = { direct: 'said', mixed: 'said in part', indirect: 'reported' }

function lineOf(row: Saying): string {
  const { start, id, type, kind, polarity, said, cue, as, how, decided } = row
  const says = { statement: SAYS[type], attitude: 'thinks or wants', other: 'perhaps no report' }[kind]
  const more = [polarity === 'denied' ? 'denied' : '', cue ? `"${quoted(cue, 60)}"` : '', as ? `as "${quoted(as, 60)}"` : how, decided === null ? '' : `decided in ${quoted(decided, 80)}`]
  return `  ${String(start).padStart(6)} ${says}${doubtOf(row) === 'doubtful' ? ', doubtful' : ''}: ${quoted(said)}  (${id}, ${more.filter(Boolean).join(', ')})`
}

const leftOut = (count: number): string[] => (count === 0 ? [] : ['', `${count} more ${count === 1 ? 'is doubtful or reports' : 'are doubtful or report'} no word: --all`])

/** Lines under the article that they stand in. */
export function byArticle<R extends Row>(rows: readonly R[], line: (row: R) => string): string[] {
  return rows.flatMap((row, index) => [...(row['article'] === rows[index - 1]?.['article'] ? [] : ['', `${row['published'] ?? 'no date   '}  ${row['article']}`]), line(row)])
}

export const headOf = ({ name, id }: CorpusEntity): string => `${name} (${id})`

export function notCounted(perhaps: Resolved['perhaps']): string[] {
  if (perhaps.length === 0) return []
  const shown = perhaps.slice(0, 5).map(({ id, apart }) => `  ${JSON.stringify(id)}: ${apart[0]?.why ?? ''}`)
  return ['', `not counted, since nothing says that it is the same one:`, ...shown, ...(perhaps.length > 5 ? [`  … ${perhaps.length - 5} more`] : [])]
}

/** By article: its date, where it has one. */
export const datesOf = ({ articles }: Registry): ReadonlyMap<string, string | null> => new Map(articles.map(({ article, published }) => [article, published]))

export function layerOf<Name extends 'speakers' | 'entities' | 'claims' | 'tokens'>(places: Places, name: Name, article: string): Layers[Name] {
  const layer = readLayer(places, name, article)
  if (!layer) throw new UserError(`${places.output}: the ${name} of ${article} are missing or damaged; make them again: hearsay run ${places.corpus} ${places.output}`)
  return layer
}

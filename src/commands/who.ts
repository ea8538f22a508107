import { UserError } from '../error.js'
import type { Attribution, Layers } from '../model.js'
import { readLayer, readRegistry, type Places } from '../store/index.js'
import type { CorpusEntity, Registry } from '../stages/5-corpus/index.js'
import { resolve, type Resolved } from './resolve.js'
import { asCsv, asJson, byTime, quoted, type Row, type Shape } from './rows.js'

const COLUMNS = ['published', 'article', 'start', 'end', 'id', 'type', 'polarity', 'said', 'cue', 'as', 'how', 'confidence', 'rule'] as const

/** What somebody said over the whole corpus, in time order, each with its address. */
export function who(name: string, places: Places, shape: Shape): string {
  const registry = registryOf(places)
  const { entity, perhaps } = resolve(name, registry)
  const dates = datesOf(registry)
  const rows = entity.appearances.flatMap(({ article, id }) => sayings(places, dates.get(article) ?? null, article, id)).sort(byTime)
  if (shape === 'json') return asJson(rows)
  if (shape === 'csv') return asCsv(rows, COLUMNS)
  const count = `${rows.length} attribution${rows.length === 1 ? '' : 's'} in ${new Set(rows.map((row) => row['article'])).size} of ${entity.appearances.length} articles`
  return [`${headOf(entity)}: ${count}`, ...byArticle(rows, lineOf), ...notCounted(perhaps)].join('\n')
}

export function registryOf(places: Places): Registry {
  const registry = readRegistry(places)
  if (!registry) throw new UserError(`${places.output} holds no registry of entities, or a damaged one; make it: hearsay run ${places.corpus} ${places.output}`)
  return registry
}

function sayings(places: Places, published: string | null, article: string, id: string): Row[] {
  const speakers = layerOf(places, 'speakers', article)
  const entities = layerOf(places, 'entities', article)
  const own = new Set(entities.speakers.filter(({ entity }) => entity === id).map(({ attribution }) => attribution))
  return speakers.attributions.filter((attribution) => own.has(attribution.id)).map((attribution) => rowOf(attribution, article, published))
}

function rowOf({ id, type, polarity, content, cue, source, speaker, confidence, rule }: Attribution, article: string, published: string | null): Row {
  const text = (spans: readonly { text: string }[]) => spans.map((span) => span.text).join(' … ')
  const [start, end] = [content[0]?.start ?? 0, content.at(-1)?.end ?? 0]
  return { published, article, start, end, id, type, polarity, said: text(content), cue: text(cue), as: text(source), how: speaker.how, confidence, rule }
}

const SAYS: Readonly<Record<Attribution['type'], string>> = { direct: 'said', mixed: 'said in part', indirect: 'reported' }

function lineOf(row: Row): string {
  const type = SAYS[row['type'] as Attribution['type']]
  const how = [row['polarity'] === 'denied' ? 'denied' : '', row['cue'] ? `"${quoted(String(row['cue']), 60)}"` : '', row['as'] ? `as "${quoted(String(row['as']), 60)}"` : row['how']]
  return `  ${String(row['start']).padStart(6)} ${type}: ${quoted(String(row['said']))}  (${row['id']}, ${how.filter(Boolean).join(', ')})`
}

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

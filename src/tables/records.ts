import { UserError } from '../error.js'
import { articlesIn, readCorpusFile, readLayer, readRegistry, type Places } from '../store/index.js'
import type { Conflicts, Decisions, Quotes, Registry, Timeline } from '../stages/5-corpus/index.js'
import { articleLayers } from './article-layers.js'
import type { CorpusRecord } from './corpus-tables.js'
import { registryIds } from './ids.js'
import type { ArticleRecord } from './model.js'

export interface Records {
  /** One article after the other, so that a corpus of any size fits into memory. */
  readonly articles: Iterable<ArticleRecord>
  readonly count: number
  readonly corpus: CorpusRecord
}

/** What `output/` holds. Throws `UserError` where nothing is there, or a file of it is damaged. */
export function recordsIn(places: Places): Records {
  const registry = registryOf(places)
  const paths = articlesIn(places)
  const names = new Map(registry.entities.map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null))
  const ids = registryIds(registry)
  const decided = new Map(fileOf<Decisions>(places, 'decisions')?.speakers.map(({ article, attribution, entity }) => [keyOf(article, attribution), entity]))

  function* articles(): Iterable<ArticleRecord> {
    for (const path of paths) {
      const layers = articleLayers(places, path, () => readLayer(places, 'tokens', path))
      if ('broken' in layers) throw new UserError(`${places.output}: a layer of ${path} is missing or damaged; make it again: hearsay run ${places.corpus} ${places.output}`)
      const idOf = (id: string | null): string | null => (id === null ? null : (ids.get(path)?.get(id) ?? null))
      const voices = new Map(layers.entities.speakers.map(({ attribution, entity }) => [attribution, idOf(entity)]))
      const speakerOf = (id: string): string | null => {
        const key = keyOf(path, id)
        return decided.has(key) ? (decided.get(key) ?? null) : (voices.get(id) ?? null)
      }
      yield { ...layers, article: layers.tokens.article, idOf, nameOf, speakerOf }
    }
  }

  const corpus: CorpusRecord = {
    entities: registry.entities,
    quotes: fileOf<Quotes>(places, 'quotes')?.quotes ?? [],
    conflicts: fileOf<Conflicts>(places, 'conflicts')?.conflicts ?? [],
    events: fileOf<Timeline>(places, 'timeline')?.events ?? [],
    nameOf
  }
  return { articles: articles(), count: paths.length, corpus }
}

export function registryOf(places: Places): Registry {
  const registry = readRegistry(places)
  if (!registry) throw new UserError(`${places.output} holds no registry of entities, or a damaged one; make it: hearsay run ${places.corpus} ${places.output}`)
  return registry
}

/** Of something in an article, by its id there. */
export const keyOf = (article: string, id: string): string => `${article}\n${id}`

/** A file of the corpus level; null where an older run has not written it. */
function fileOf<File>(places: Places, name: string): File | null {
  const found = readCorpusFile<File>(places, name)
  if (found.state === 'damaged') throw new UserError(`${places.output}: 5-corpus/${name}.json is damaged; make it again: hearsay run ${places.corpus} ${places.output} --from corpus`)
  return found.state === 'whole' ? found.file : null
}

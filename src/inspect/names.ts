import MiniSearch from 'minisearch'
import type { CorpusEntity } from '../stages/5-corpus/model.js'
import { type Catalogue, once } from './catalogue.js'
import { holds } from './find.js'
import { folded } from './fold.js'

/** The names of the corpus, searched with an index. */
export interface Names {
  /** Best first; forgives a slip of the pen ("Medvedyev"). */
  search(q: string): readonly CorpusEntity[]
  /** The part of a name that a misspelt word comes nearest to. */
  nearest(word: string): string | null
  /** Of which a name begins so, or with several words holds them. */
  called(words: string): readonly CorpusEntity[]
  /** Ids of those of them who say something. */
  speaking(words: string): ReadonlySet<string>
}

/** How many letters may be wrong, as a share of the word. */
const slips = (term: string): number | false => (term.length > 4 ? 0.2 : false)

/** Two letters begin too many names to mean one of them. */
const SHORTEST = 3

export function namesOf({ corpus, entities, speakers }: Catalogue): Names {
  const index = once(() => {
    const made = new MiniSearch<{ id: string; name: string; aliases: string }>({ fields: ['name', 'aliases'], processTerm: (term) => folded(term), searchOptions: { boost: { name: 2 } } })
    made.addAll(corpus.registry.entities.map(({ id, name, aliases }) => ({ id, name, aliases: aliases.join(' ') })))
    return made
  })
  const spoken = once(() => [...speakers()].map((id) => [id, folded(entities.get(id)?.name ?? '')] as const))
  const lately = new Map<string, ReadonlySet<string>>()
  const known = (id: unknown) => entities.get(String(id))
  return {
    search: (q) => {
      const boost = (id: unknown) => 1 + Math.log2(1 + (known(id)?.appearances.length ?? 0))
      return index().search(q.slice(0, 200), { prefix: true, fuzzy: slips, boostDocument: boost }).flatMap(({ id }) => known(id) ?? [])
    },
    nearest: (word) => index().search(word, { fuzzy: slips })[0]?.terms[0] ?? null,
    called: (words) => {
      if (words.length < SHORTEST) return []
      const found = index().search(words, { prefix: true, combineWith: 'AND' }).flatMap(({ id }) => known(id) ?? [])
      return words.includes(' ') ? found.filter(({ name, aliases }) => [name, ...aliases].some((each) => folded(each).includes(words))) : found
    },
    speaking: (words) => {
      const kept = lately.get(words) ?? new Set(spoken().flatMap(([id, name]) => (holds(name, words) ? [id] : [])))
      lately.set(words, kept)
      if (lately.size > 16) lately.delete(lately.keys().next().value as string)
      return kept
    }
  }
}

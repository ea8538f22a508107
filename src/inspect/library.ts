import { order } from '../stages/5-corpus/order.js'
import { articleRows, articleView } from './article.js'
import { catalogueOf, namedOf, once, pageOf, type Said, type Shelf } from './catalogue.js'
import { claimRow, claimsFor, conflictRow, conflictsOf } from './claims.js'
import { decisionRows } from './decided.js'
import { digestOf } from './digest.js'
import { finderOf, type Question } from './find.js'
import { wordsOf } from './fold.js'
import type { ArticleRow, Library, Paging, PersonView } from './model.js'
import { namesOf } from './names.js'
import { overviewOf } from './overview.js'
import { fileOf, peopleOf, saidAs } from './people.js'
import type { Records } from './records.js'
import { doubtsOf } from './review.js'
import { searchOf } from './search.js'
import { statementsOf } from './statements.js'
import { islandRow, islandsOf, statementsNaming, summitRow, summitsOf } from './things.js'

/** A library of everything at once, for a page that carries its records. Runs in a browser as well as in Node. */
export function libraryOf({ corpus, articles }: Records): Library {
  const byPath = new Map(articles.map((record) => [record.article.path, record]))
  return libraryOver({
    corpus,
    digests: articles.map(digestOf),
    reading: null,
    run: null,
    open: (article) => Promise.resolve(byPath.get(article) ?? null)
  })
}

/** Answers from what is on the shelf. Each list is drawn up at the first question that needs it, and kept. */
export function libraryOver(shelf: Shelf): Library {
  const catalogue = catalogueOf(shelf)
  const { entities, statementsBy, claimsAbout, partsOf, untoldOf } = catalogue
  const people = peopleOf(catalogue)
  const names = namesOf(catalogue)
  const finder = finderOf(shelf, { meant: (word) => names.called(word).flatMap(({ appearances }) => appearances), called: names.speaking, idsIn: catalogue.idsIn })
  const statement = statementsOf(catalogue).row
  const claim = claimRow(catalogue)
  const search = searchOf(catalogue, finder, names, statement, claim)
  const claims = claimsFor(catalogue, finder)
  const rows = once(() => articleRows(catalogue))
  const islands = once(() => islandsOf(catalogue))
  const summits = once(() => summitsOf(catalogue))
  const conflicts = once(() => conflictsOf(catalogue))
  const doubts = once(() => doubtsOf(catalogue))
  const decisions = once(() => decisionRows(catalogue))
  const overview = once(() => overviewOf(catalogue, people, doubts))

  return {
    overview: async () => overview(),
    articles: async ({ q, sort, ...paging }) => pageOf(ordered(found(q), sort), paging, (row) => row),
    article: async ({ id }) => {
      const record = await shelf.open(id)
      return record && articleView(catalogue, record)
    },
    people: async ({ q, ...paging }) => pageOf(people.named(q), paging, (row) => row),
    person: async ({ id, type, about, all, ...paging }) => {
      const [entity, row] = [entities.get(id), people.row(id)]
      if (!entity || !row) return null
      const said = (about === undefined ? statementsBy(id) : saidOf(id, about)).filter((each) => type === undefined || saidAs(each.statement) === type)
      return { row, entity: fileOf(catalogue, entity), ...toldOf(said, all, paging) }
    },
    islands: async () => islands(),
    summits: async () => summits(),
    entity: async ({ id, all, ...paging }) => {
      const entity = entities.get(id)
      if (!entity) return null
      return {
        entity: fileOf(catalogue, entity),
        island: entity.kind === 'island' ? islandRow(catalogue, entity) : null,
        summit: entity.kind === 'summit' ? summitRow(catalogue, entity) : null,
        parts: partsOf(id).map(namedOf),
        claims: pageOf(claimsAbout(id), paging, claim),
        ...toldOf(statementsNaming(catalogue, id), all, paging)
      }
    },
    claims: async (query) => pageOf(claims(query), query, claim),
    conflicts: async (paging) => pageOf(conflicts(), paging, conflictRow(catalogue)),
    review: async (paging) => pageOf(doubts(), paging, (doubt) => doubt.row()),
    search: async ({ q }) => search(q),
    decisions: async () => ({ rows: decisions(), run: shelf.run }),
    decide: async () => ({ ok: false, error: 'this page stands alone, so it cannot write; copy the decision into hearsay.json, beside the articles' }),
    takeBack: async () => ({ ok: false, error: 'this page stands alone, so it cannot write; delete the decision from hearsay.json, beside the articles' })
  }

  /** What is told, or all of it; and how many are not told. */
  function toldOf(said: readonly Said[], all: 'yes' | undefined, paging: Paging): Pick<PersonView, 'statements' | 'untold'> {
    const told = said.filter((one) => untoldOf(one) === null)
    return { statements: pageOf(all === undefined ? told : said, paging, statement), untold: said.length - told.length }
  }

  function saidOf(id: string, about: string): readonly Said[] {
    const naming = new Set(statementsNaming(catalogue, about).map((said) => said.statement))
    return statementsBy(id).filter((said) => naming.has(said.statement))
  }

  function found(q: string | undefined): readonly ArticleRow[] {
    const question = finder.question(wordsOf(q ?? ''), 'all')
    if (!question) return rows()
    const scored = rows().map((row) => ({ row, score: scoreOf(row, question) }))
    return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).map(({ row }) => row)
  }

  function scoreOf({ article }: ArticleRow, { inArticle }: Question): number {
    const digest = catalogue.digests.get(article)
    return digest ? inArticle(digest) : 0
  }
}

/** As they come (by path, or best first) unless told otherwise. */
function ordered(rows: readonly ArticleRow[], sort: Parameters<Library['articles']>[0]['sort']): readonly ArticleRow[] {
  if (sort === 'path') return [...rows].sort((a, b) => order(a.article, b.article))
  if (sort === 'date') return [...rows].sort((a, b) => order(a.published ?? '9999', b.published ?? '9999'))
  return sort === undefined ? rows : [...rows].sort((a, b) => b[sort] - a[sort])
}

/** Asks what takes longest at the first time, step by step, so that nobody has to wait for it. */
export async function warmed(library: Library, rest: () => Promise<unknown>): Promise<Library> {
  const [first] = (await library.people({ limit: 1 })).rows
  const steps = [
    () => library.claims({ limit: 1 }),
    () => library.review({ limit: 1 }),
    () => library.overview(),
    () => library.islands(),
    () => library.person({ id: first?.id ?? '' }),
    () => library.search({ q: 'people' }),
    () => library.search({ q: `${first?.name ?? ''} government` })
  ]
  for (const step of steps) {
    await step()
    await rest()
  }
  return library
}

import { order } from '../stages/5-corpus/order.js'
import type { Catalogue } from './catalogue.js'
import { articleRows } from './article.js'
import type { Overview } from './model.js'
import type { Doubt } from './review.js'
import { isHeard, type People } from './people.js'

const SPEAKERS = 20

export function overviewOf(catalogue: Catalogue, people: People, doubts: () => readonly Doubt[]): Overview {
  const { shelf, corpus, speakerOf, togetherOf, untoldOf } = catalogue
  const rows = articleRows(catalogue)
  const all = shelf.digests.flatMap((digest) => digest.statements.map((statement) => ({ digest, statement })))
  const said = all.filter((one) => untoldOf(one) === null)
  const types = (type: string) => said.filter(({ statement }) => statement.type === type && statement.kind !== 'attitude').length
  const kinds = (kind: string) => corpus.registry.entities.filter((entity) => entity.kind === kind).length
  const dates = rows.flatMap(({ published }) => published ?? []).sort(order)
  const sum = (key: 'words' | 'claims' | 'problems') => rows.reduce((total, row) => total + row[key], 0)
  return {
    hearsay: corpus.hearsay,
    finished: corpus.finished,
    counts: {
      articles: rows.length,
      words: sum('words'),
      direct: types('direct'),
      indirect: types('indirect'),
      mixed: types('mixed'),
      attitudes: said.filter(({ statement }) => statement.kind === 'attitude').length,
      untold: all.length - said.length,
      followed: said.filter((one) => speakerOf(one) !== null || togetherOf(one).length > 0).length,
      people: kinds('person'),
      islands: kinds('island'),
      summits: kinds('summit'),
      claims: sum('claims'),
      negative: shelf.digests.reduce((total, digest) => total + digest.claims.filter(({ own, polarity }) => !own && polarity === 'negative').length, 0),
      conflicts: corpus.conflicts.length,
      undecided: doubts().filter(({ what }) => what !== 'problem').length,
      problems: sum('problems')
    },
    dates: dates.length > 0 ? [dates[0] ?? '', dates.at(-1) ?? ''] : null,
    perMonth: counted(rows.flatMap((row) => (row.published === null ? [] : [{ key: row.published.slice(0, 7), row }]))).map(([month, all]) => ({
      month,
      articles: all.length,
      statements: all.reduce((total, { statements }) => total + statements, 0)
    })),
    speakers: people.all().filter(isHeard).slice(0, SPEAKERS),
    outlets: counted(rows.flatMap((row) => (row.outlet === null ? [] : [{ key: row.outlet, row }])))
      .map(([outlet, all]) => ({ outlet, articles: all.length }))
      .sort((a, b) => b.articles - a.articles),
    writable: shelf.run !== null,
    reading: shelf.reading,
    damaged: corpus.damaged
  }
}

/** Rows by key, the keys in order. */
function counted<Row>(rows: readonly { readonly key: string; readonly row: Row }[]): [string, Row[]][] {
  const groups = new Map<string, Row[]>()
  for (const { key, row } of rows) {
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].sort(([a], [b]) => order(a, b))
}

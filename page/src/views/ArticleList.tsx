import type { ArticleRow, Overview } from '../../../src/inspect/model.js'
import { useAnswer, useOverview } from '../answer.js'
import { library } from '../library.js'
import { articleLink } from '../links.js'
import { Asked, Nothing } from '../parts/Asked.js'
import { Columns } from '../parts/Columns.js'
import { Choice, Words } from '../parts/Fields.js'
import { useFilter } from '../parts/filters.js'
import { Maybe, When } from '../parts/Maybe.js'
import { Plain } from '../parts/Name.js'
import { offsetOf, Pager } from '../parts/Pager.js'
import type { Route } from '../route.js'
import { counted, figure } from '../words.js'

const sorts = [['date', 'date'], ['path', 'path'], ['statements', 'statements'], ['undecided', 'undecided']] as const

/** A column in which nothing would stand says so once, by not being there. */
interface Columned {
  readonly dated: boolean
  readonly outlets: boolean
  readonly problems: boolean
}

export function ArticleList({ route }: { readonly route: Route }) {
  const { set, later } = useFilter(route)
  const offset = offsetOf(route)
  const q = route.query['q'] ?? ''
  const sort = sorts.find(([name]) => name === route.query['sort'])?.[0] ?? 'date'
  const overview = useOverview()
  const has = (known: (overview: Overview) => boolean): boolean => overview.state !== 'here' || known(overview.value)
  const columns: Columned = { dated: has(({ dates }) => dates !== null), outlets: has(({ outlets }) => 0 < outlets.length), problems: has(({ counts }) => 0 < counts.problems) }
  const answer = useAnswer(JSON.stringify([q, sort, offset]), () => library.articles({ q, sort, offset, limit: 50 }))
  return (
    <>
      <div class="filters" role="search" aria-label="Articles">
        <Words id="articles-q" label="Words in the title, path or text" value={q} typed={(value) => later({ q: value })} />
        <Choice id="articles-sort" label="Sorted by" value={sort} choices={sorts} chosen={(value) => set({ sort: value })} />
      </div>
      <Asked answer={answer} what="the articles">
        {({ total, rows }) => (
          <>
            {rows.length === 0 ? <Nothing>No article fits.</Nothing> : <ArticleTable rows={rows} columns={columns} caption={`${counted(total, 'article')}, sorted by ${sort}`} />}
            <Pager route={route} total={total} offset={offset} shown={rows.length} what="the articles" />
          </>
        )}
      </Asked>
    </>
  )
}

function ArticleTable({ rows, columns: { dated, outlets, problems }, caption }: { readonly rows: readonly ArticleRow[]; readonly columns: Columned; readonly caption: string }) {
  const figures = ['Words', 'Statements', 'Claims', 'Undecided', ...(problems ? ['Problems'] : [])]
  return (
    <table class="rows">
      <caption>{caption}</caption>
      <Columns of={['Article', ...(dated ? ['Published'] : []), ...(outlets ? ['Outlet'] : []), ...figures]} figures={figures} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.article}>
            <th scope="row"><a class="headline" href={articleLink(row.article)}><Plain text={row.title} length={160} /></a></th>
            {dated && <td data-label="Published"><When date={row.published} /></td>}
            {outlets && <td data-label="Outlet"><Maybe text={row.outlet} length={60} /></td>}
            <td data-label="Words" class="number">{figure(row.words)}</td>
            <td data-label="Statements" class="number">{figure(row.statements)}</td>
            <td data-label="Claims" class="number">{figure(row.claims)}</td>
            <td data-label="Undecided" class="number">{figure(row.undecided)}</td>
            {problems && <td data-label="Problems" class="number">{figure(row.problems)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

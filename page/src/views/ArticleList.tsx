import type { ArticleRow } from '../../../src/inspect/model.js'
import { useAnswer } from '../answer.js'
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

const figures = ['Words', 'Statements', 'Claims', 'Undecided', 'Problems']

export function ArticleList({ route }: { readonly route: Route }) {
  const { set, later } = useFilter(route)
  const offset = offsetOf(route)
  const q = route.query['q'] ?? ''
  const sort = sorts.find(([name]) => name === route.query['sort'])?.[0] ?? 'date'
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
            {rows.length === 0 ? <Nothing>No article fits.</Nothing> : <ArticleTable rows={rows} caption={`${counted(total, 'article')}, sorted by ${sort}`} />}
            <Pager route={route} total={total} offset={offset} shown={rows.length} what="the articles" />
          </>
        )}
      </Asked>
    </>
  )
}

function ArticleTable({ rows, caption }: { readonly rows: readonly ArticleRow[]; readonly caption: string }) {
  return (
    <table class="rows">
      <caption>{caption}</caption>
      <Columns of={['Article', 'Published', 'Outlet', ...figures]} figures={figures} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.article}>
            <th scope="row"><a class="headline" href={articleLink(row.article)}><Plain text={row.title} length={160} /></a></th>
            <td data-label="Published"><When date={row.published} /></td>
            <td data-label="Outlet"><Maybe text={row.outlet} length={60} /></td>
            <td data-label="Words" class="number">{figure(row.words)}</td>
            <td data-label="Statements" class="number">{figure(row.statements)}</td>
            <td data-label="Claims" class="number">{figure(row.claims)}</td>
            <td data-label="Undecided" class="number">{figure(row.undecided)}</td>
            <td data-label="Problems" class="number">{figure(row.problems)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

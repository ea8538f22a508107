import type { Statement } from '../../../src/inspect/model.js'
import { articleLink } from '../links.js'
import { dateWords } from '../words.js'
import { Plain } from './Name.js'
import { StatementItem } from './StatementItem.js'

/** In time order; what one article holds stands together below its date and title. */
export function StatementsByDate({ statements, who }: { readonly statements: readonly Statement[]; readonly who: boolean }) {
  return (
    <>
      {byArticle(statements).map(([first, ...others], index) => first && (
        <section key={index} class="day">
          <h3>
            <span class={first.published === null ? 'null' : 'day-date'}>{first.published === null ? 'date not said' : dateWords(first.published)}</span>{' '}
            <a href={articleLink(first.article)}><Plain text={first.title} length={160} /></a>
            {first.outlet !== null && <span class="day-outlet"> <Plain text={first.outlet} length={60} /></span>}
          </h3>
          <div class="day-items">{[first, ...others].map((statement) => <StatementItem key={statement.attribution} statement={statement} who={who} titled={false} />)}</div>
        </section>
      ))}
    </>
  )
}

function byArticle(statements: readonly Statement[]): Statement[][] {
  const groups: Statement[][] = []
  for (const statement of statements) {
    const last = groups.at(-1)
    if (last?.[0]?.article === statement.article) last.push(statement)
    else groups.push([statement])
  }
  return groups
}

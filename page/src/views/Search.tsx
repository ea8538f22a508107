import type { SearchAnswer } from '../../../src/inspect/model.js'
import { useAnswer } from '../answer.js'
import { library } from '../library.js'
import { articleLink } from '../links.js'
import { Asked, Nothing } from '../parts/Asked.js'
import { ClaimItem } from '../parts/ClaimItem.js'
import { Marked } from '../parts/Marked.js'
import { When } from '../parts/Maybe.js'
import { Name } from '../parts/Name.js'
import { StatementItem } from '../parts/StatementItem.js'
import { View } from '../parts/View.js'
import { address, type Route } from '../route.js'
import { counted, cut, KIND } from '../words.js'

export function SearchView({ route }: { readonly route: Route }) {
  const q = (route.query['q'] ?? '').trim()
  const answer = useAnswer(q, () => (q === '' ? Promise.resolve(null) : library.search({ q })))
  return (
    <View title={q === '' ? 'Search' : `Search: ${q}`} heading={q === '' ? 'Search' : <>Search: <bdi>{cut(q, 100)}</bdi></>}>
      <Asked answer={answer} what="what was found">
        {(found) => (found === null ? <Nothing>Type a name or some words into the field above; <kbd>/</kbd> leads there.</Nothing> : <Found found={found} q={q} />)}
      </Asked>
    </View>
  )
}

function Found({ found: { articles, entities, statements, claims }, q }: { readonly found: SearchAnswer; readonly q: string }) {
  const total = articles.length + entities.length + statements.length + claims.length
  return (
    <>
      <p role="status" class={total === 0 ? 'nothing' : 'unseen'}>{total === 0 ? 'Nothing was found. Fewer or other words may help.' : counted(total, 'result')}</p>
      {0 < entities.length && (
        <section aria-labelledby="found-names">
          <h2 id="found-names">Names</h2>
          <ul class="plain found-names">
            {entities.map((entity) => <li key={entity.id}><Name of={entity} /> <span class="aside">{KIND[entity.kind]?.one}, {counted(entity.articles, 'article')}</span></li>)}
          </ul>
        </section>
      )}
      {0 < statements.length && (
        <section aria-labelledby="found-statements">
          <h2 id="found-statements">Statements</h2>
          <div class="day-items">{statements.map((statement) => <StatementItem key={`${statement.article} ${statement.attribution}`} statement={statement} q={q} />)}</div>
        </section>
      )}
      {0 < claims.length && (
        <section aria-labelledby="found-claims">
          <h2 id="found-claims">Claims</h2>
          <div class="day-items">{claims.map((claim) => <ClaimItem key={`${claim.article} ${claim.claim}`} claim={claim} q={q} />)}</div>
          <p><a href={address('claims', '', { q })}>All claims with these words</a></p>
        </section>
      )}
      {0 < articles.length && (
        <section aria-labelledby="found-articles">
          <h2 id="found-articles">Articles</h2>
          <ul class="plain">
            {articles.map(({ article, title, published, statements: said }) => (
              <li key={article}>
                <a class="headline" href={articleLink(article)}><Marked text={cut(title, 160)} q={q} /></a> <span class="aside"><When date={published} />, {counted(said, 'statement')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

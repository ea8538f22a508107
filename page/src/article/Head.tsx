import type { ArticleView } from '../../../src/inspect/model.js'
import { articleLink } from '../links.js'
import { Plain } from '../parts/Name.js'
import { address } from '../route.js'
import { counted, dateWords } from '../words.js'

/** Above the text: where it comes from, and its neighbours in the corpus. */
export function Head({ view: { row, article, previous, next }, titled }: { readonly view: ArticleView; readonly titled: boolean }) {
  const byline = article.byline === null ? null : typeof article.byline === 'string' ? article.byline : article.byline.text
  return (
    <div class="article-head">
      <nav class="neighbours" aria-label="Articles">
        <a href={address('')}>All articles</a>
        {previous !== null && <a rel="prev" href={articleLink(previous)}>← Previous</a>}
        {next !== null && <a rel="next" href={articleLink(next)}>Next →</a>}
      </nav>
      {!titled && <h1 class="block title" tabIndex={-1}><Plain text={row.title} length={400} /></h1>}
      <p class="kicker">
        {row.published === null ? 'date not said' : dateWords(row.published)}
        {' · '}{row.outlet === null ? 'outlet not said' : <Plain text={row.outlet} length={80} />}
        {byline !== null && <> · <Plain text={byline} length={120} /></>}
        {' · '}{counted(row.words, 'word')}, {counted(row.statements, 'statement')}, {counted(row.claims, 'claim')}
      </p>
    </div>
  )
}

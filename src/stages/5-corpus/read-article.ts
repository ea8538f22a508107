import type { Claims, Entities, Speakers } from '../../model.js'
import type { CorpusArticle } from './model.js'

/** What the corpus level reads of an article. */
export interface ArticleLayers extends CorpusArticle {
  readonly speakers: Pick<Speakers, 'attributions' | 'marks'>
  readonly entities: Pick<Entities, 'entities' | 'speakers'>
  readonly claims: Claims
}

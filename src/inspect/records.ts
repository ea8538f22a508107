import type { Decision } from '../decisions/model.js'
import type { Article, Claim, Entities, Span, Speakers } from '../model.js'
import type { Conflict, Decided, DecidedSpeaker, Quote, Registry } from '../stages/5-corpus/model.js'

/** What a library is made of: nothing but what stands in `output/`, as plain JSON, so that a page can carry it. */
export interface Records {
  readonly corpus: CorpusRecord
  /** By path. */
  readonly articles: readonly ArticleRecord[]
}

/** What holds for the whole corpus: the files of `5-corpus/` and what the report says. */
export interface CorpusRecord {
  readonly hearsay: string
  /** When the run ended, ISO 8601. */
  readonly finished: string
  readonly registry: Registry
  readonly quotes: readonly Quote[]
  readonly conflicts: readonly Conflict[]
  /** Decisions that the run has applied, or could not. */
  readonly decided: readonly Decided[]
  readonly speakers: readonly DecidedSpeaker[]
  /** What `hearsay.json` says now, which may be more or less than the run knew of. Most of it shows at once, and the next run writes it into the layers. */
  readonly decisions: readonly Decision[]
  /** What the report counts in each article; enough to list it before its layers are read. */
  readonly counts: Readonly<Record<string, ArticleCounts>>
  readonly damaged: readonly { readonly file: string; readonly why: string }[]
}

export interface ArticleCounts {
  readonly words: number
  readonly statements: number
  readonly claims: number
  readonly problems: number
}

/** An article with its layers, but without its thousands of tokens, which no view shows. */
export interface ArticleRecord {
  readonly article: Article
  readonly words: number
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Span[]
  readonly notes: readonly string[]
  readonly speakers: Pick<Speakers, 'attributions' | 'problems'>
  readonly entities: Entities
  readonly claims: readonly Claim[]
}

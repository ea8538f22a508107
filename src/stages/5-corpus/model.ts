import type { Entity, EntityKind, Facts } from '../../model.js'

/** `output/5-corpus/entities.json`: who and what is named in the whole corpus, with one id for each. */
export interface Registry {
  /** Every article that was read, by path. */
  readonly articles: readonly CorpusArticle[]
  /** By id. */
  readonly entities: readonly CorpusEntity[]
}

export interface CorpusArticle {
  readonly article: string
  /** `YYYY-MM-DD`. */
  readonly published: string | null
  readonly title: string | null
}

export interface CorpusEntity {
  /** That of the articles, "person/vladimir-putin". What needs more to be one has it behind an @: a meeting its year
   *  ("summit/apec-summit-in-lima@2016"), one that stands apart its article ("person/putin@2016/tokyo.txt"). */
  readonly id: string
  readonly kind: EntityKind
  readonly name: string
  readonly aliases: readonly string[]
  readonly facts: Facts | null
  /** Why its appearances are one, and why it was not joined with others. */
  readonly joined: readonly Joined[]
  readonly apart: readonly Apart[]
  /** In the order of articles. */
  readonly appearances: readonly Appearance[]
}

export interface Joined {
  readonly rule: string
  readonly why: string
}

export interface Apart {
  /** The entity that it could have been. */
  readonly id: string
  readonly why: string
}

/** An entity of one article. A mention's address is the article, its start and its end. */
export interface Appearance {
  readonly article: string
  /** Its id there. */
  readonly id: string
  readonly mentions: readonly Address[]
}

export interface Address {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** An entity of one article, on its way into the registry. */
export interface Member extends Appearance {
  readonly kind: EntityKind
  readonly name: string
  readonly aliases: readonly string[]
  readonly facts: Facts | null
  readonly published: string | null
}

/** What the corpus layer reads of an article. */
export interface Contribution extends CorpusArticle {
  readonly entities: readonly Entity[]
}

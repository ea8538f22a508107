import type { Decision } from '../../decisions/model.js'
import type { Claim, Entity, EntityKind, Facts, Span } from '../../model.js'

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
  /** What the user's `hearsay.json` did to it, one reason each; empty where nothing. */
  readonly decided: readonly string[]
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

// ── the other files of output/5-corpus/ ─────────────────────────────────────────────────────────
//
// Everywhere: `article` is the article's path, `start` and `end` are offsets in its text, ids of attributions and claims are those of its own layers ("a5", "c3"),
// ids of entities are the registry's, after the user's decisions. `published` is the article's, "YYYY-MM-DD". Speakers are after the user's decisions too.

/** `output/5-corpus/quotes.json`: every distinct quotation, once. */
export interface Quotes {
  /** By time of the earliest occurrence, the undated last; then by article and place in it. */
  readonly quotes: readonly Quote[]
}

export interface Quote {
  /** "quote/but-the-fact-that-there-3f2a9c01": its first words and a hash of its longest form. */
  readonly id: string
  /** The longest form: its stretches as they stand in the article, without their outer marks, " … " between them. */
  readonly text: string
  /** Place in `occurrences` of the one that `text` is taken from. */
  readonly longest: number
  /** Place in `occurrences` of the earliest; null where no article that has it is dated. */
  readonly earliest: number | null
  /** To whom it is given, sorted; those of whom it is known. */
  readonly speakers: readonly string[]
  /** True where articles disagree: two different people (or two different bodies, countries, …) are said to have said it. A body and one of its people do
   *  not disagree, nor do a full name and a surname that could be the same. */
  readonly disputed: boolean
  /** Why the occurrences are one quotation; null where there is only one. */
  readonly why: string | null
  /** In time order, the undated last; then by article and place in it. */
  readonly occurrences: readonly QuoteOccurrence[]
}

export interface QuoteOccurrence {
  readonly article: string
  readonly published: string | null
  /** "a5" */
  readonly attribution: string
  readonly type: 'direct' | 'mixed'
  /** From the first mark to the last. */
  readonly start: number
  readonly end: number
  /** What stands in quotation marks, without them, in text order. */
  readonly spans: readonly Span[]
  /** Registry id; null: nobody named, or undecided. */
  readonly speaker: string | null
  /** The source as it is written there: "the Russian president"; null where none is. */
  readonly as: string | null
  /** How it differs from the longest form: word for word the same, a part of it, with something left out (…), with other words here and there. */
  readonly form: 'same' | 'cut' | 'elided' | 'edited'
  /** How many of its words stand in the longest form in the same order: 0 to 1, two decimals. */
  readonly similarity: number
}

/** `output/5-corpus/claims.json`: every claim of the corpus on one line, and who is in which. */
export interface CorpusClaims {
  /** By path; `CorpusClaim.article` is a place in this list. */
  readonly articles: readonly CorpusArticle[]
  /** By article, then as in its own layer. */
  readonly claims: readonly CorpusClaim[]
  /** By registry id, sorted: places in `claims` of those whose subject it is, … */
  readonly bySubject: readonly ClaimsOf[]
  /** … that stand on its word; "article" is the articles' own word, "nobody" somebody who is not named or not decided, … */
  readonly bySpeaker: readonly ClaimsOf[]
  /** … in which it is named (its `about`). */
  readonly byEntity: readonly ClaimsOf[]
}

export interface ClaimsOf {
  readonly id: string
  readonly claims: readonly number[]
}

export interface CorpusClaim {
  /** Place in `articles`. */
  readonly article: number
  /** "c3" */
  readonly id: string
  /** Of its sentence. */
  readonly start: number
  readonly end: number
  /** One readable line, as in the claims layer: "Japan and Russia – never signed – a permanent peace treaty". */
  readonly claim: string
  readonly subject: string | null
  readonly object: string | null
  /** Lemma of the predicate. */
  readonly predicate: string
  /** Registry id; "article": on the article's own word; null: on the word of somebody not named or not decided. */
  readonly speaker: string | null
  /** "a5", null for the article's own word. */
  readonly attribution: string | null
  readonly about: readonly string[]
  readonly polarity: Claim['polarity']
  readonly certainty: Claim['certainty']
  readonly tense: Claim['time']['tense']
  /** ISO 8601, as in the claims layer. */
  readonly time: string | null
  /** 0 to 1; why stands in the claims layer. */
  readonly checkable: number
  readonly confidence: number
  readonly rule: string
}

/** `output/5-corpus/conflicts.json`: claims that cannot both be right, or that one speaker made at one date and took back at another. */
export interface Conflicts {
  /** Surest first; then by the earliest claim. */
  readonly conflicts: readonly Conflict[]
}

export interface Conflict {
  /** "conflict/…": from what the proposition is, so that it stays the same when articles are added. */
  readonly id: string
  /** denied: affirmed by one, denied by another. changed: by one speaker, affirmed and denied in articles of different dates. contrary: both affirm, and only
   *  one can be right ("Takeshima is Japanese", "the islets are Korean"); then `affirmed` is the one side, `denied` the other. */
  readonly kind: 'denied' | 'changed' | 'contrary'
  /** What one side affirms and the other denies, readable: "Japan – recognise – Dokdo". */
  readonly proposition: string
  /** Registry ids of the entities in the proposition, sorted. */
  readonly about: readonly string[]
  /** Why both sides are held to speak of the same proposition, one reason each. */
  readonly why: readonly string[]
  /** How sure that is: 0 to 1, two decimals. */
  readonly confidence: number
  /** Who affirms, who denies; each in time order. */
  readonly affirmed: readonly ConflictClaim[]
  readonly denied: readonly ConflictClaim[]
}

export interface ConflictClaim {
  readonly article: string
  readonly published: string | null
  /** "c3" */
  readonly id: string
  /** Of its sentence. */
  readonly start: number
  readonly end: number
  readonly claim: string
  /** As in `CorpusClaim`. */
  readonly speaker: string | null
  readonly attribution: string | null
  readonly time: string | null
}

/** `output/5-corpus/timeline.json`: what is dated, in the order of what it is dated to (not of publication). */
export interface Timeline {
  /** By `from`, then `to`, then article and place in it. */
  readonly events: readonly TimelineEvent[]
}

export interface TimelineEvent {
  /** First and last day, "YYYY-MM-DD": of "2016-12" the 1st and the 31st. */
  readonly from: string
  readonly to: string
  /** As it is written in the layer: "2016-12", "2016-11-20/2016-11-21". */
  readonly date: string
  readonly kind: 'claim' | 'summit'
  /** Registry id of the summit; id of the claim ("c3"). */
  readonly id: string
  /** The claim's readable line, the summit's name. */
  readonly title: string
  /** Of the claim's sentence; of the summit's first mention in the first article that names it. */
  readonly article: string
  readonly start: number
  readonly end: number
  /** As in `CorpusClaim`; null for a summit. */
  readonly speaker: string | null
  /** Ids of the entities in it, sorted: a claim's `about`, a summit's participants. */
  readonly about: readonly string[]
}

/** `output/5-corpus/decisions.json`: what the user's `corpus/hearsay.json` says, and what became of it. */
export interface Decisions {
  /** In the order of `hearsay.json`; empty where there is none. */
  readonly decisions: readonly Decided[]
  /** Who speaks, as the user says: it stands over `speakers` of the entities layers. By article and attribution. */
  readonly speakers: readonly DecidedSpeaker[]
  /** Entities that the user wants left out: they are in no other file of this folder. Their ids, sorted. */
  readonly ignored: readonly string[]
}

export interface Decided {
  /** Where it begins in `hearsay.json`, from 1. */
  readonly line: number
  /** As it is written there; see `src/decisions/model.ts`. */
  readonly decision: Decision
  /** What it did, one readable line: "person/putin@2016/tokyo.txt is now person/vladimir-putin"; null where it could not be applied. */
  readonly did: string | null
  /** Why it could not be applied, with what is near ("did you mean"); null where it was. */
  readonly problem: string | null
}

export interface DecidedSpeaker {
  readonly article: string
  /** "a5" */
  readonly attribution: string
  /** Registry id; null: the user says that it cannot be known. */
  readonly entity: string | null
  /** "hearsay.json, by Ann on 2026-11-23: …" */
  readonly why: string
}

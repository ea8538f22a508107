/** What the page asks and what it is told. One `Library` answers: in the server over `output/`, or in the browser over the records that a self-contained page
 *  carries. Everything is plain JSON; every list that can be long comes in pages; ids of entities are the registry's, and every stretch of text has its address. */
import type { Article, Attribution, Claim, DateMention, Entity, EntityKind, Facts, Problem, Span } from '../model.js'
import type { Untold } from '../told.js'

export type { Untold }

/** A question's parameters as they stand in an address: `?q=kurils&offset=50`. */
export interface Paging {
  readonly offset?: number
  /** 50 unless told. */
  readonly limit?: number
}

export interface Page<Row> {
  /** How many there are in all. */
  readonly total: number
  readonly offset: number
  readonly rows: readonly Row[]
}

/** Where something stands. `start` and `end` count UTF-16 units of the article's text. */
export interface Address {
  readonly article: string
  readonly title: string
  readonly published: string | null
  readonly start: number
  readonly end: number
}

export interface Named {
  readonly id: string
  readonly kind: EntityKind
  readonly name: string
}

// ── the whole corpus ────────────────────────────────────────────────────────────────────────────

export interface Overview {
  readonly hearsay: string
  /** When the run ended that wrote what is shown, ISO 8601. */
  readonly finished: string
  /** `direct`, `indirect`, `mixed`: statements that are told; `attitudes`: what is told that somebody thought or wanted; `untold`: neither, or doubtful.
   *  `negative`: claims that something is not so, on the word of somebody and not of the article itself. */
  readonly counts: Readonly<Record<'articles' | 'words' | 'direct' | 'indirect' | 'mixed' | 'attitudes' | 'untold' | 'followed' | 'people' | 'islands' | 'summits' | 'claims' | 'negative' | 'conflicts' | 'undecided' | 'problems', number>>
  /** First and last date of publication. */
  readonly dates: readonly [string, string] | null
  readonly perMonth: readonly { readonly month: string; readonly articles: number; readonly statements: number }[]
  readonly speakers: readonly PersonRow[]
  readonly outlets: readonly { readonly outlet: string; readonly articles: number }[]
  /** False in a self-contained page: decisions cannot be written there, only copied. */
  readonly writable: boolean
  /** While the server still reads (a large corpus, just after its start): answers hold what has been read so far. Null: everything is read. */
  readonly reading: { readonly read: number; readonly of: number } | null
  /** Files of `output/` that are damaged or missing, and articles that the run could not read: everything else is shown. */
  readonly damaged: readonly { readonly file: string; readonly why: string }[]
}

export interface ArticleRow {
  readonly article: string
  readonly title: string
  readonly published: string | null
  readonly outlet: string | null
  readonly words: number
  /** Told ones: statements and attitudes. */
  readonly statements: number
  readonly untold: number
  readonly claims: number
  readonly undecided: number
  readonly problems: number
}

// ── one article ─────────────────────────────────────────────────────────────────────────────────

export interface ArticleView {
  readonly row: ArticleRow
  readonly article: Article
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Span[]
  readonly attributions: readonly StatementView[]
  readonly entities: readonly EntityView[]
  readonly dates: readonly DateMention[]
  readonly claims: readonly Claim[]
  readonly problems: readonly Problem[]
  readonly notes: readonly string[]
  /** Before and after it in the order of the corpus. */
  readonly previous: string | null
  readonly next: string | null
}

/** An attribution as filed, with what the later layers know of its speaker. */
export interface StatementView extends Attribution {
  /** Why it is not told unless asked for; null: it is told, for one because the user has said who speaks. */
  readonly untold: Untold | null
  /** Who speaks, after the user's decisions; null: nobody named, or undecided. */
  readonly by: Named | null
  /** Why this entity, or why none. */
  readonly byWhy: string
  /** Set where a decision of the user says who speaks. */
  readonly decided: string | null
  /** Where several speak with one voice ("Canada and Denmark agreed …"): all of them, and `by` is null. Else empty. */
  readonly together: readonly Named[]
}

export interface EntityView extends Omit<Entity, 'id'> {
  /** The registry's. */
  readonly id: string
  /** The article's own layer's. */
  readonly local: string
}

// ── people, islands, summits ────────────────────────────────────────────────────────────────────

export interface PersonRow extends Named {
  /** "Russian President": the role that most articles give. */
  readonly role: string | null
  /** Statements that are told, quoted at least in part. */
  readonly direct: number
  readonly reported: number
  /** What they are told to have thought or wanted. */
  readonly attitudes: number
  /** What is not told of them. */
  readonly untold: number
  readonly articles: number
}

/** Statements that are quoted at least in part, those that are not, and attitudes. */
export type SaidAs = 'direct' | 'reported' | 'attitude'

export interface PersonView {
  readonly row: PersonRow
  readonly entity: EntityFile
  readonly statements: Page<Statement>
  /** How many of what is asked for are not told: left out of the list, or with `all` in it. */
  readonly untold: number
}

/** An entity as the registry has it. */
export interface EntityFile extends Named {
  readonly aliases: readonly string[]
  readonly facts: Facts | null
  /** Each automatic join and each decision, with its reason. */
  readonly joins: readonly { readonly rule: string; readonly why: string }[]
  /** Others that it could be, and why it was not joined with them. */
  readonly apart: readonly { readonly id: string; readonly name: string; readonly why: string }[]
  /** The first mention in each article that names it. */
  readonly appearances: Page<Address & { readonly text: string }>
}

/** One thing somebody said, in time order. */
export interface Statement extends Address {
  readonly attribution: string
  readonly type: Attribution['type']
  readonly kind: Attribution['kind']
  /** As in `StatementView`. */
  readonly untold: Untold | null
  readonly polarity: Attribution['polarity']
  readonly by: Named | null
  /** As in `StatementView`. */
  readonly together: readonly Named[]
  /** The content's stretches as they stand in the text. */
  readonly content: readonly string[]
  readonly cue: string
  readonly source: string
  readonly how: Attribution['speaker']['how']
  readonly why: string
  readonly rule: string
  readonly confidence: number
  readonly outlet: string | null
  /** Others to whom the same words, or the same proposition, are given, and where. */
  readonly alsoBy: readonly (Address & { readonly by: Named | null; readonly same: 'words' | 'proposition' })[]
}

export interface IslandRow extends Named {
  readonly aliases: readonly string[]
  /** Degrees; null where the gazetteer does not know it. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly partOf: string | null
  readonly administeredBy: string | null
  readonly claimedBy: readonly string[]
  readonly claims: number
  readonly articles: number
}

export interface SummitRow extends Named {
  /** ISO date or interval; null: not said. */
  readonly date: string | null
  readonly place: string | null
  readonly participants: readonly Named[]
  readonly series: string | null
  readonly claims: number
  readonly appearances: readonly Address[]
}

export interface EntityPage {
  readonly entity: EntityFile
  readonly island: IslandRow | null
  readonly summit: SummitRow | null
  /** Islands of a group that the corpus names: what is said of them counts for the group. */
  readonly parts: readonly Named[]
  /** What is claimed about it. */
  readonly claims: Page<ClaimRow>
  /** Statements in which somebody names it, or an island of its group; what it says itself, where it speaks, `person` tells. */
  readonly statements: Page<Statement>
  /** As in `PersonView`. */
  readonly untold: number
}

// ── claims and conflicts ────────────────────────────────────────────────────────────────────────

export interface ClaimQuery extends Paging {
  readonly q?: string
  /** Registry ids; `speaker=article` is the article's own word, `speaker=nobody` somebody who is not named, `speaker=somebody` anybody but the article. */
  readonly speaker?: string
  readonly entity?: string
  readonly polarity?: Claim['polarity']
  readonly certainty?: Claim['certainty']
  readonly from?: string
  readonly to?: string
  /** The least score of what can be checked, 0 to 1. */
  readonly checkable?: number
  readonly article?: string
  readonly sort?: 'place' | 'date' | 'checkable' | 'confidence'
}

export interface ClaimRow extends Address {
  readonly claim: string
  readonly text: string
  readonly sentence: string
  readonly speaker: 'article' | Named | null
  /** Where the speaker is nobody by name: how the text calls them ("officials"); else null. */
  readonly as: string | null
  readonly attribution: string | null
  /** Why the attribution that it stands on is not told; null: it is, or there is none. */
  readonly untold: Untold | null
  readonly about: readonly Named[]
  readonly polarity: Claim['polarity']
  readonly certainty: Claim['certainty']
  readonly time: string | null
  readonly checkable: { readonly score: number; readonly why: readonly string[] }
  readonly confidence: number
  readonly rule: string
}

export interface ConflictView {
  readonly id: string
  readonly kind: 'denied' | 'changed' | 'contrary'
  /** One readable line: what is affirmed by one side and denied by the other. */
  readonly proposition: string
  readonly why: string
  readonly confidence: number
  readonly sides: readonly [readonly ClaimRow[], readonly ClaimRow[]]
}

// ── review ──────────────────────────────────────────────────────────────────────────────────────

/** Something that hearsay could not decide, or is not sure of; most useful first. */
export interface ReviewItem extends Address {
  readonly id: string
  readonly what: 'speaker' | 'join' | 'problem'
  /** "Who says this?", "Are these one person?" */
  readonly question: string
  readonly why: string
  /** The text round it: before, itself, after. */
  readonly context: readonly [string, string, string]
  readonly choices: readonly ReviewChoice[]
}

export interface ReviewChoice {
  readonly label: string
  readonly score: number | null
  /** What is written to `corpus/hearsay.json` if this is chosen: an entry as `src/decisions` defines it. */
  readonly decision: unknown
}

/** A decision of the user, as it stands in `corpus/hearsay.json`. */
export interface DecisionRow {
  /** "Ann Lee says this", "Ann Lee and Lee (2016/x.txt) are one and the same" */
  readonly says: string
  /** The words that it is about, and where they stand; null where it is about no words, or the file gives no place. */
  readonly quote: string | null
  readonly at: Address | null
  /** Who decided, when and why, as far as the file says it. */
  readonly reason: string | null
  /** The last run has applied it; it could not; it came after the run, but shows already; it came after the run and shows only after the next;
   *  it has been taken back, and shows until the next. */
  readonly state: 'applied' | 'failed' | 'shown' | 'waiting' | 'withdrawn'
  /** What it did, or why it could not be applied. */
  readonly note: string | null
  /** As it is written in the file: with this, `takeBack` finds it. */
  readonly decision: unknown
}

export interface DecisionList {
  /** The latest first. */
  readonly rows: readonly DecisionRow[]
  /** The command that makes all of them count; null where nothing can be written. */
  readonly run: string | null
}

/** Of something that was written to `hearsay.json`. `run`: the command after which it shows; null: it shows already. */
export type Written = { readonly ok: true; readonly run: string | null } | { readonly ok: false; readonly error: string }

export interface SearchAnswer {
  readonly articles: readonly ArticleRow[]
  readonly entities: readonly (Named & { readonly articles: number })[]
  readonly statements: readonly Statement[]
  readonly claims: readonly ClaimRow[]
}

/** Every question of the page. In a server each is `GET /api/NAME?…`; a null answer is a 404. `decide` and `takeBack` are the only ones that write (POST, with the page's own token). */
export interface Library {
  overview(): Promise<Overview>
  articles(query: Paging & { q?: string; sort?: 'path' | 'date' | 'statements' | 'undecided' }): Promise<Page<ArticleRow>>
  article(query: { id: string }): Promise<ArticleView | null>
  people(query: Paging & { q?: string }): Promise<Page<PersonRow>>
  /** `about`: only what names this entity. `all`: also what is not told. */
  person(query: Paging & { id: string; type?: SaidAs; about?: string; all?: 'yes' }): Promise<PersonView | null>
  islands(): Promise<readonly IslandRow[]>
  summits(): Promise<readonly SummitRow[]>
  entity(query: Paging & { id: string; all?: 'yes' }): Promise<EntityPage | null>
  claims(query: ClaimQuery): Promise<Page<ClaimRow>>
  conflicts(query: Paging): Promise<Page<ConflictView>>
  review(query: Paging): Promise<Page<ReviewItem>>
  search(query: { q: string }): Promise<SearchAnswer>
  decisions(): Promise<DecisionList>
  /** `instead`: an earlier choice, which is taken back by the same stroke. */
  decide(choice: { decision: unknown; instead?: unknown }): Promise<Written>
  takeBack(choice: { decision: unknown }): Promise<Written>
}

// ── how a page gets its library ─────────────────────────────────────────────────────────────────

/** What stands in the page's `<script type="application/json" id="hearsay">`. `gzip`: `Records` (./records.ts) as JSON, gzipped, in base64; make a library of it with
 *  `libraryOf` of ./library.ts. `token` goes along with `POST /api/decide` and `/api/takeback` in the header `x-hearsay-token`; the body is the choice as JSON. */
export type Mount = { readonly mode: 'server'; readonly token: string } | { readonly mode: 'file'; readonly gzip: string }

/** Server-sent events of `GET /api/changes`, each named by its key, with its value as JSON. `changed`: other records are shown from now on: ask again.
 *  (Where a run has ended, or all is read, it also comes without a name, as a plain message.) `reading`: how far the reading has come. */
export interface Changes {
  readonly changed: { readonly finished: string; readonly why: 'run' | 'read' | 'decision' }
  readonly reading: { readonly read: number; readonly of: number }
}

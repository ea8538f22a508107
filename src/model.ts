/** Every type of every layer. What these say is what stands in `output/`; see ARCHITECTURE.md for a picture.
 *  `null` always means "looked for and not found". */
import type { Span } from './span.js'

export type { Span }

export interface Header {
  /** The version of hearsay that wrote the file. */
  readonly hearsay: string
  readonly layer: LayerName
  /** The article's path below `corpus/`, with `/` between folders. */
  readonly article: string
  /** Hash of everything that the layer depends on: stage, settings, data, model, and the bytes of the layers it read. */
  readonly fingerprint: string
  /** Hash of what the file itself holds, so that one cut short or changed by hand is seen and made again. */
  readonly sha256: string
  /** How much of what is in it, for the report. */
  readonly counts: Counts
  /** What reading the article had to say: an encoding that was guessed, nothing in it. */
  readonly notes: readonly string[]
}

export type Counts = Readonly<Record<string, number>>

/** A file of `corpus/` as it lies on the disk, before anything is known of it. */
export interface Source {
  readonly path: string
  readonly bytes: Uint8Array
}

// ── 1-tokens ────────────────────────────────────────────────────────────────────────────────────

export interface Tokens {
  readonly article: Article
  /** The article as read. All offsets of all layers count in this string; nothing ever alters it. */
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Span[]
  readonly tokens: readonly Token[]
}

export interface Article {
  /** The path, as everywhere else; unique in the corpus. */
  readonly id: string
  readonly path: string
  /** Of the file's bytes. */
  readonly sha256: string
  /** A span where the title stands in the text, a string where it came from metadata. */
  readonly title: Span | string | null
  /** `YYYY-MM-DD`. */
  readonly published: string | null
  readonly dateline: Span | null
  readonly byline: Span | string | null
  /** The outlet: "Sputnik", "Reuters". */
  readonly source: Span | string | null
  /** ISO 639-1, or "und" where the text is too short to tell. */
  readonly language: string
  readonly encoding: string
  readonly format: 'text' | 'markdown' | 'html'
  /** Stretches that are not the article's: "This story first appeared on …", captions, credits. No claims come from them. */
  readonly boilerplate: readonly Span[]
}

export interface Token extends Span {
  readonly lemma: string
  /** Penn Treebank part of speech. */
  readonly tag: string
  /** Index of the head token; null at the root of a sentence. */
  readonly head: number | null
  /** Universal Dependencies relation to the head, with subtypes: "nsubj:pass". */
  readonly relation: string
  /** BIO over Person, Location, Organization, NORP, Date, Money, Facility, Product, Misc (events are Misc). */
  readonly name: string
  /** BIO over source, cue, content. */
  readonly role: string
  /** For a source or content token: index of a token of the cue that it belongs to. */
  readonly of: number | null
  /** Index of an earlier token that this one takes up (coreference). */
  readonly same: number | null
  /** Probability of `name`, of `role`, and of `head` with its `relation`, two decimals. */
  readonly sure: { readonly name: number; readonly role: number; readonly tie: number }
}

// ── 2-speakers ──────────────────────────────────────────────────────────────────────────────────

export interface Speakers {
  readonly marks: readonly Mark[]
  readonly attributions: readonly Attribution[]
  readonly problems: readonly Problem[]
}

export interface Mark {
  readonly open: Span
  /** null: never closed. */
  readonly close: Span | null
  readonly inside: Span
  readonly use: 'speech' | 'title' | 'scare' | 'nickname' | 'other'
  /** 0 at the outside, 1 for a quotation inside a quotation, … */
  readonly level: number
  /** The quotation goes on in the next paragraph, which opens it again. */
  readonly continued: boolean
}

export interface Attribution {
  /** "a1", "a2", … in text order. */
  readonly id: string
  readonly type: 'direct' | 'indirect' | 'mixed'
  /** statement: somebody says, writes, announces, shows or finds it; attitude: thinks, knows, feels, hopes, wants, plans, supports or opposes it;
   *  other: no report of anybody's word or mind, but an act, an effect, an idiom. */
  readonly kind: 'statement' | 'attitude' | 'other'
  /** In text order; several where the content is discontinuous. */
  readonly content: readonly Span[]
  /** Empty where no word reports: `X: "…"`, floating quotations. */
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
  readonly speaker: Speaker
  readonly polarity: 'affirmed' | 'denied'
  readonly confidence: number
  readonly rule: string
}

export interface Speaker {
  /** The name that the source stands for (or, where there is none, its best noun phrase); null: nobody, or undecided. */
  readonly span: Span | null
  readonly how: 'name' | 'noun' | 'pronoun' | 'carried' | 'first-person' | 'none'
  /** The steps from the source to `span`, each a mention. */
  readonly chain: readonly Span[]
  /** Whom else it could have been; two near-equal ones are no answer. */
  readonly candidates: readonly { readonly span: Span; readonly score: number }[]
  readonly why: string
}

/** Something in the text that a reader should know of. Text is never at fault, so this is data, not an exception. */
export interface Problem {
  readonly span: Span
  readonly problem: string
  readonly hint: string
}

// ── 3-entities ──────────────────────────────────────────────────────────────────────────────────

export interface Entities {
  readonly entities: readonly Entity[]
  readonly speakers: readonly { readonly attribution: string; readonly entity: string | null; readonly why: string }[]
  readonly dates: readonly DateMention[]
}

export type EntityKind = 'person' | 'island' | 'summit' | 'country' | 'place' | 'organization' | 'agreement' | 'people'

export interface Entity {
  /** "person/vladimir-putin": kind and slug of the name. */
  readonly id: string
  readonly kind: EntityKind
  /** The fullest name in the article. */
  readonly name: string
  readonly aliases: readonly string[]
  /** In text order. */
  readonly mentions: readonly Mention[]
  readonly facts: Facts | null
  readonly rule: string
  readonly confidence: number
}

export interface Mention extends Span {
  readonly form: 'name' | 'noun' | 'pronoun' | 'possessive'
  /** Which rule brought this mention to this entity. */
  readonly rule: string
}

/** What is known of an entity; which keys are there depends on its kind. */
export type Facts = { readonly [key: string]: string | number | null | readonly string[] | Facts | readonly Facts[] }

export interface DateMention {
  readonly span: Span
  /** ISO 8601: "2016-12", "2016-11-20", an interval "2016-11-20/2016-11-21", a duration "P3D". */
  readonly value: string
  readonly kind: 'date' | 'duration' | 'set'
  /** What a relative date was counted from: "2016-11-21 (published)"; null for an absolute one. */
  readonly anchor: string | null
}

// ── 4-claims ────────────────────────────────────────────────────────────────────────────────────

export interface Claims {
  readonly claims: readonly Claim[]
  /** How many more were read off the trees, but have lost a part or are too doubtful to be told; 0 where all were asked for. */
  readonly withheld: number
}

export interface Claim {
  /** "c1", "c2", … in text order. */
  readonly id: string
  readonly sentence: Span
  /** One readable line: "Japan and Russia – never signed – a permanent peace treaty". */
  readonly text: string
  readonly subject: Argument | null
  readonly predicate: { readonly spans: readonly Span[]; readonly lemma: string; readonly phrase: string }
  readonly object: Argument | null
  readonly complements: readonly Complement[]
  readonly polarity: 'positive' | 'negative'
  readonly certainty: 'stated' | 'likely' | 'possible' | 'wished' | 'conditional' | 'asked'
  readonly time: { readonly tense: 'past' | 'present' | 'future' | 'none'; readonly value: string | null; readonly span: Span | null }
  /** An entity's id. */
  readonly place: string | null
  /** On whose word it stands: the article's own, or that of an attribution (and its speaker's entity, if known). */
  readonly on: 'article' | { readonly entity: string | null; readonly attribution: string | null }
  /** Ids of the entities named in it, sorted. */
  readonly about: readonly string[]
  readonly checkable: { readonly score: number; readonly why: readonly string[] }
  /** Probability that a reader accepts it as said in the text. */
  readonly confidence: number
  readonly rule: string
}

export interface Argument {
  readonly spans: readonly Span[]
  readonly text: string
  readonly entity: string | null
}

export interface Complement extends Argument {
  /** What ties it to the predicate: a preposition ("in", "due to"), "to", "because"; "" for a bare adverbial. */
  readonly marker: string
}

// ── all of them ─────────────────────────────────────────────────────────────────────────────────

export interface Layers {
  readonly tokens: Tokens
  readonly speakers: Speakers
  readonly entities: Entities
  readonly claims: Claims
}

export type LayerName = keyof Layers

/** A layer as it stands in a file. */
export type Filed<Name extends LayerName = LayerName> = { readonly header: Header } & Layers[Name]

/** `corpus/hearsay.json`: what the user has decided. `{ "decisions": [ … ] }`; what a decision decides is told by which of these keys it has.
 *
 *  An entity is named by its id in the registry ("person/vladimir-putin"), by its id in one article ("person/putin@2016/tokyo.txt": only the one of that article),
 *  or by its name ("Vladimir Putin"), where only one has it. Ids and names are those from before any decision: the order of decisions does not matter. */
export interface HearsayFile {
  readonly decisions: readonly Decision[]
}

export type Decision = Same | Different | Alias | Ignore | SpeakerDecision

/** Who decided, when ("YYYY-MM-DD") and why. All of it may be left out. */
export interface Reason {
  readonly why?: string
  readonly by?: string
  readonly date?: string
}

/** These are one; the first gives its id, kind and name. `{ "same": ["person/vladimir-putin", "person/putin@2016/tokyo.txt"] }` */
export interface Same extends Reason {
  readonly same: readonly string[]
}

/** No two of these are one. Named by article ("person/john-smith@b.txt"), one is taken out of those that it was joined with. */
export interface Different extends Reason {
  readonly different: readonly string[]
}

/** Whoever is called so, in whatever article, is this one. `{ "alias": "Putin", "of": "person/vladimir-putin" }` */
export interface Alias extends Reason {
  readonly alias: string
  readonly of: string
}

export interface Ignore extends Reason {
  readonly ignore: Ignored
}

/** What is left out, by one of these keys. */
export type Ignored =
  /** A file, or with a slash at its end a folder, below `corpus/`: it is not read, and the report says so. */
  | { readonly file: string }
  /** An entity: it is in no file of `5-corpus`. */
  | { readonly entity: string }
  /** An automatic join: the one of each article stands apart. To part only some of them, use `different`. */
  | { readonly join: string }
  /** One mention: it is nobody's. */
  | { readonly mention: Quoted }

/** Who speaks; null: it cannot be known. `{ "speaker": "person/ann-lee", "says": { "article": "2016/x.txt", "start": 86, "end": 110, "text": "“We shall sail.”" } }` */
export interface SpeakerDecision extends Reason {
  readonly speaker: string | null
  /** From the start of the attribution's first content to the end of its last, with the text as it stands there in between (or the beginning of it). */
  readonly says: Quoted
}

/** A stretch of an article. The text must be there; where the article was edited and it stands elsewhere by now, it is found there if it stands there once. */
export interface Quoted {
  readonly article: string
  readonly start?: number
  readonly end?: number
  readonly text: string
}

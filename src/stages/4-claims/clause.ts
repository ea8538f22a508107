import type { DraftComplement, Phrase } from './draft.js'
import type { Grammar } from './grammar.js'
import type { FoundSubject } from './subjects.js'
import type { VerbGroup } from './verb-group.js'

/** A clause as the rules see it. */
export interface Clause {
  readonly grammar: Grammar
  readonly head: number
  readonly group: VerbGroup
  readonly subject: FoundSubject | null
  /** The noun that a relative clause is about. */
  readonly antecedent: number | null
}

/** What a rule makes of a clause. */
export interface Shape {
  /** Where it is not the clause's own. */
  readonly subject?: Phrase
  /** Words of the predicate beside the verb group. */
  readonly more?: readonly number[]
  /** "There" of "There are four islands". */
  readonly opening?: number
  readonly object: Phrase | null
  readonly complements: readonly DraftComplement[]
}

/** A type of clause, tried in order; the first that answers wins. */
export interface ClauseRule {
  readonly name: string
  readonly example: string
  readonly confidence: number
  read(clause: Clause): Shape | null
}

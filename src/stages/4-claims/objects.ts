import { antecedentPhrase } from './antecedents.js'
import type { Clause } from './clause.js'
import type { Phrase } from './draft.js'
import { isMeasure } from './complements.js'
import { child, children, isRelativePronoun, lower, subjectRelations, tokenOf, type Grammar } from './grammar.js'
import { nounPhrase, withItsRelative } from './phrase.js'
import type { FoundSubject } from './subjects.js'
import type { VerbGroup } from './verb-group.js'

/** The direct object: the verb's own, the antecedent of "that they signed" and "they signed", or what "signed and ratified the pact" shares. */
export function objectOf({ grammar, head, group, antecedent, subject }: Clause): { index: number; phrase: Phrase } | null {
  for (const link of [...group.heads].reverse()) {
    const objects = children(grammar, link, 'obj')
    const index = objects.find((object) => link < object) ?? objects[0]
    if (index === undefined) continue
    const relative = isRelativePronoun(tokenOf(grammar, index)) && !/^(?:what|whatever)$/.test(lower(grammar, index))
    const phrase = relative ? antecedent === null ? null : antecedentPhrase(grammar, antecedent, head) : nounPhrase(grammar, index)
    return phrase && { index, phrase: withItsRelative(grammar, phrase) }
  }
  if (antecedent !== null && zeroRelative(grammar, head, group, subject)) {
    const phrase = antecedentPhrase(grammar, antecedent, head)
    return phrase && { index: antecedent, phrase }
  }
  return sharedObject(grammar, head, group) ?? unmarkedObject(grammar, group)
}

/** "called off the talks": a noun behind the verb that the tree calls an adverbial, though it has no preposition and is no time or measure. */
function unmarkedObject(grammar: Grammar, { last, passive, copula }: VerbGroup): { index: number; phrase: Phrase } | null {
  if (passive || copula) return null
  const index = children(grammar, last, 'obl').find((noun) => last < noun && child(grammar, noun, 'case') === null && !isMeasure(grammar, noun) && tokenOf(grammar, noun).tag.startsWith('NN'))
  const phrase = index === undefined ? null : nounPhrase(grammar, index)
  return index !== undefined && phrase ? { index, phrase } : null
}

/** "topics they discussed": no pronoun stands for the antecedent, and the verb wants an object. */
function zeroRelative(grammar: Grammar, head: number, { last, passive, copula }: VerbGroup, subject: FoundSubject | null): boolean {
  if (passive || copula || subject?.rule !== 'own-subject' || child(grammar, last, 'ccomp', 'xcomp') !== null) return false
  const stranded = children(grammar, last, 'obl', 'advmod').some((word) => isRelativePronoun(tokenOf(grammar, word)) || tokenOf(grammar, word).tag === 'WRB' || children(grammar, word, 'case').length === 0 && tokenOf(grammar, word).tag === 'IN')
  return !stranded && !children(grammar, head, ...subjectRelations).some((word) => isRelativePronoun(tokenOf(grammar, word)))
}

function sharedObject(grammar: Grammar, head: number, { passive, copula, last }: VerbGroup): { index: number; phrase: Phrase } | null {
  if (passive || copula || child(grammar, last, 'obl', 'ccomp', 'xcomp') !== null) return null
  const joined = children(grammar, head, 'conj').filter((verb) => verb === head + 2 && child(grammar, verb, 'obj') !== null)
  const { relation, head: first } = tokenOf(grammar, head)
  const source = joined[0] ?? (relation === 'conj' && first !== null && first === head - 2 ? first : null)
  const index = source === null ? null : child(grammar, source, 'obj')
  const phrase = index === null || index < head ? null : nounPhrase(grammar, index)
  return index !== null && phrase ? { index, phrase } : null
}

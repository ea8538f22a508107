import { antecedentPhrase } from './antecedents.js'
import type { Clause } from './clause.js'
import type { Phrase } from './draft.js'
import { isMeasure } from './complements.js'
import { child, children, isRelativePronoun, lower, subjectRelations, tokenOf, type Grammar } from './grammar.js'
import { nounPhrase } from './phrase.js'
import { withItsRelative } from './restrictive.js'
import type { FoundSubject } from './subjects.js'
import type { VerbGroup } from './verb-group.js'

/** The direct object: the verb's own, the antecedent of "that they signed" and "they signed", or what "signed and ratified the pact" shares. */
export function objectOf({ grammar, head, group, antecedent, subject }: Clause): { index: number; phrase: Phrase } | null {
  for (const link of [...group.heads].reverse()) {
    const objects = children(grammar, link, 'obj')
    const named = objects.find((object) => object < link && isRelativePronoun(tokenOf(grammar, object)))
    // "the islands, which they call Norby": what is called so, and its name beside it.
    if (named !== undefined && antecedent !== null && objects.some((object) => link < object) && /^(?:call|name|dub|term|label|nickname)$/.test(tokenOf(grammar, link).lemma)) {
      const phrase = antecedentPhrase(grammar, antecedent, head)
      return phrase && { index: named, phrase }
    }
    const index = objects.find((object) => link < object && lower(grammar, object + 1) !== 'ago' && !isOfAnotherVerb(grammar, link, object)) ?? objects.find((object) => object < link && isQuestioned(grammar, object))
    if (index === undefined) continue
    const relative = isRelativePronoun(tokenOf(grammar, index)) && !/^(?:what|whatever)$/.test(lower(grammar, index))
    const phrase = relative ? antecedent === null ? null : antecedentPhrase(grammar, antecedent, head) : nounPhrase(grammar, index)
    return phrase && { index, phrase: relative ? phrase : withItsRelative(grammar, phrase) }
  }
  if (antecedent !== null && zeroRelative(grammar, head, group, subject)) {
    const phrase = antecedentPhrase(grammar, antecedent, head)
    return phrase && { index: antecedent, phrase }
  }
  return sharedObject(grammar, head, group) ?? unmarkedObject(grammar, group)
}

/** "which they signed", "how many ships they sank": nothing else stands before its verb as an object. */
const isQuestioned = (grammar: Grammar, object: number): boolean => isRelativePronoun(tokenOf(grammar, object)) || (grammar.tree.children[object] ?? []).some((word) => tokenOf(grammar, word).tag.startsWith('W') || (grammar.tree.children[word] ?? []).some((inner) => tokenOf(grammar, inner).tag.startsWith('W')))

/** "get along with Oslo if she were elected mayor": behind another tense, and no clause on the way there, a noun belongs to the other verb. */
function isOfAnotherVerb(grammar: Grammar, link: number, object: number): boolean {
  for (let index = link + 1; index < object; index++) {
    if (!/^(?:VB[DPZ]|MD)$/.test(tokenOf(grammar, index).tag)) continue
    const { head } = tokenOf(grammar, index)
    const clause = /^(?:aux|cop)/.test(tokenOf(grammar, index).relation) && head !== null ? head : index
    if (clause < object && clause !== link && tokenOf(grammar, clause).head === link && /^(?:advcl|conj|ccomp|parataxis)$/.test(tokenOf(grammar, clause).relation)) return true
  }
  return false
}

/** "called off the talks": a noun behind the verb that the tree calls an adverbial, though it has no preposition and is no time or measure. */
function unmarkedObject(grammar: Grammar, { last, passive, copula }: VerbGroup): { index: number; phrase: Phrase } | null {
  if (passive || copula) return null
  const index = children(grammar, last, 'obl').find((noun) => last < noun && child(grammar, noun, 'case', 'cc') === null && !isMeasure(grammar, noun) && tokenOf(grammar, noun).tag.startsWith('NN'))
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
  if (passive || copula) return null
  const joined = [...children(grammar, head, 'conj'), ...children(grammar, last, 'conj')].filter((verb) => (verb === head + 2 || verb === last + 2) && child(grammar, verb, 'obj') !== null)
  // "shot and wounded the mayor in May": what stands behind both verbs is no sign that the first has all it needs.
  const between = joined[0] === undefined ? Infinity : joined[0]
  if (children(grammar, last, 'obl', 'ccomp', 'xcomp').some((word) => word < between)) return null
  const { relation, head: first } = tokenOf(grammar, head)
  const source = joined[0] ?? (relation === 'conj' && first !== null && first === head - 2 ? first : null)
  const index = source === null ? null : child(grammar, source, 'obj')
  const phrase = index === null || index < head ? null : nounPhrase(grammar, index)
  return index !== null && phrase ? { index, phrase } : null
}

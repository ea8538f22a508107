import type { Phrase } from './draft.js'
import { child, children, isNounTag, isRelativePronoun, lower, tokenOf, type Grammar } from './grammar.js'
import { nounPhrase } from './phrase.js'
import { withItsRelative } from './restrictive.js'

export const nounRelations = ['nsubj', 'nsubj:pass']

/** The subject's head. A parser sometimes gives a clause two; the one nearest before the verb is meant. */
export function nounSubject(grammar: Grammar, head: number): number | null {
  const found = children(grammar, head, ...nounRelations)
  const expletive = child(grammar, head, 'expl') !== null
  const usual = found.filter((noun) => noun < head && isSubjectTag(grammar, noun))
  return usual.at(-1) ?? (expletive || found.length === 1 ? (found.find((noun) => isSubjectTag(grammar, noun)) ?? null) : null)
}

const isSubjectTag = (grammar: Grammar, noun: number): boolean => {
  const { tag } = tokenOf(grammar, noun)
  return isNounTag(tag) || tag === 'WDT' || tag === 'VBG' || tag === 'EX' || tag.startsWith('JJ') || tag === 'ADD' || lower(grammar, noun) === 'that'
}

export function subjectPhrase(grammar: Grammar, noun: number): Phrase | null {
  const { tag } = tokenOf(grammar, noun)
  if (tag === 'WP' || tag === 'WDT' || tag === 'EX') return null
  // "the past that is preventing us", hung somewhere else than on its noun: whom it is about is not known.
  if (lower(grammar, noun) === 'that' && tokenOf(grammar, noun - 1).tag.startsWith('NN')) return null
  // "One, …" and "Two, …" count what follows.
  if (tag === 'CD' && lower(grammar, noun + 1) === ',') return null
  const phrase = nounPhrase(grammar, noun)
  // "In a poll" is nobody: the tree has taken an adverbial for the subject. "At least two bids" is one.
  const [first = noun] = phrase?.tokens ?? []
  const counts = [1, 2, 3].some((step) => tokenOf(grammar, first + step).tag === 'CD')
  return /^(?:IN|TO)$/.test(tokenOf(grammar, first).tag) && !counts ? null : phrase && withItsRelative(grammar, phrase)
}

/** "who", "which", "that" under its own relative clause, or a noun that "whose" owns. */
export function isRelative(grammar: Grammar, noun: number): boolean {
  const token = tokenOf(grammar, noun)
  if (isRelativePronoun(token)) return token.text.toLowerCase() !== 'that' || relativeClauseOf(grammar, noun) !== null
  return children(grammar, noun, 'nmod:poss').some((owner) => lower(grammar, owner) === 'whose')
}

function relativeClauseOf(grammar: Grammar, noun: number): number | null {
  const { head } = tokenOf(grammar, noun)
  return head !== null && tokenOf(grammar, head).relation === 'acl:relcl' ? head : null
}

/** A finite verb without a subject has one all the same: the noun before it that was labelled its object, or the one right before it that was given to the clause
 *  before ("If Norland signs, Suderland will return"). */
export function mislabelled(grammar: Grammar, head: number): number | null {
  const first = Math.min(head, ...children(grammar, head, 'aux', 'aux:pass', 'cop').filter((word) => head - word < 6))
  const labelled = children(grammar, head, 'obj', 'dep').filter((noun) => noun < first)
  if (labelled.length === 1) return isSubjectTag(grammar, labelled[0] ?? -1) ? (labelled[0] ?? null) : null
  const reported = betweenReportAndClause(grammar, head, first)
  if (reported !== null) return reported
  const before = tokenOf(grammar, first - 1).tag === 'RB' ? first - 2 : first - 1
  const { relation, head: other, tag } = tokenOf(grammar, before)
  const isStolen = relation.startsWith('nsubj') && other !== null && other < before && (tag.startsWith('NN') || tag === 'PRP')
  return isStolen && children(grammar, other, ...nounRelations).some((noun) => noun < other) ? before : null
}

/** "said the need for a treaty would be high": the noun between the verb of saying and a clause without a subject is that subject. */
function betweenReportAndClause(grammar: Grammar, head: number, first: number): number | null {
  const { relation, head: governor } = tokenOf(grammar, head)
  if (relation !== 'ccomp' || governor === null || head < governor || grammar.words.effects.get(tokenOf(grammar, governor).lemma) !== 'says') return null
  const nouns = children(grammar, governor, 'obj', 'ccomp', 'obl').filter((noun) => governor < noun && noun < first && tokenOf(grammar, noun).tag.startsWith('NN'))
  return nouns.find((noun) => child(grammar, noun, 'cop', 'nsubj', 'case') === null) ?? null
}

import { yes } from '../weighed.js'
import { children, lower, sentenceAt, tokenOf, type Grammar } from './grammar.js'
import type { TrustFeature } from './trust-feature.js'

/** Where a claim stands in its sentence: what opens a sentence and hangs under nothing is read best. */
export const surroundings: readonly TrustFeature[] = [
  { name: 'begins the sentence', example: '"Lind – won" of "Lind won, and …".', of: ({ grammar, tokens }) => yes(first(tokens) === sentenceAt(grammar, first(tokens)).from) },
  { name: 'clauses above', example: 'Ties from its clause up to the main one, six at most: two for "won" in "knew that Berg said Lind won".', of: ({ grammar, draft: { at } }) => above(grammar, at).length },
  { name: 'under a relative clause', example: '"won" in "the man who said that Lind won".', of: ({ grammar, draft: { at } }) => yes(above(grammar, at).some((index) => tokenOf(grammar, index).relation.startsWith('acl'))) },
  { name: 'in a question', example: '"Who said that Lind won?"', of: ({ grammar, draft: { at } }) => yes(isAsked(grammar, at)) },
  { name: '"that" right before', example: '"Berg knew that Lind won".', of: ({ grammar, tokens }) => yes(sentenceAt(grammar, first(tokens)).from < first(tokens) && lower(grammar, first(tokens) - 1) === 'that') },
  { name: 'opens with a subordinator', example: '"that", "to", "because": the clause has a mark of its own, which is no part of the claim.', of: ({ grammar, draft: { at }, tokens }) => yes(children(grammar, at, 'mark').some((mark) => !tokens.includes(mark))) },
  { name: 'subject begins with a capital', example: '"The mayor – won", "Lind – won".', of: ({ grammar, draft: { subject } }) => yes(subject !== null && /^\p{Lu}/u.test(tokenOf(grammar, subject.tokens[0] ?? -1).text)) },
  { name: 'complements before the subject', example: '"In Lund, Lind won": how many.', of: ({ draft: { at, subject, complements } }) => complements.filter(({ phrase: { head } }) => head < at && head < (subject?.head ?? -1)).length },
  { name: 'words of the predicate', example: 'Two of "has won".', of: ({ draft: { predicate } }) => predicate.tokens.length }
]

const first = (tokens: readonly number[]): number => tokens[0] ?? -1

/** The clause's head and the heads over it, without the sentence's own. */
function above(grammar: Grammar, at: number): number[] {
  const found: number[] = []
  for (let index = at; found.length < 6; ) {
    const { head } = tokenOf(grammar, index)
    if (head === null || head === index) break
    found.push(index)
    index = head
  }
  return found
}

function isAsked(grammar: Grammar, at: number): boolean {
  const { from, to } = sentenceAt(grammar, at)
  for (let index = to - 1; from <= index && to - 4 < index; index--) if (tokenOf(grammar, index).text === '?') return true
  return false
}

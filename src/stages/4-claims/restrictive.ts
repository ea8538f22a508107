import type { Phrase } from './draft.js'
import { children, isSameSentence, lower, subjectRelations, tokenOf, type Grammar } from './grammar.js'
import { clausePhrase } from './phrase.js'

/** Most words of a relative clause that an argument takes along. */
const longestRelative = 12

/** "a defendant [who lost his appeal]", "a letter to the sailors [who refused]", "the year [in which they met]", "the pact [they signed]": a relative clause right behind
 *  its noun, with no comma between, says which one is meant; without it the claim would be about others. The phrase as it is where there is none, or it is long. */
export function withItsRelative(grammar: Grammar, phrase: Phrase): Phrase {
  const { head, tokens } = phrase
  const last = tokens.at(-1) ?? head
  const opening = tokenOf(grammar, last + 1)
  if (!isSameSentence(grammar, last, last + 1) || !/^[\w$]/.test(opening.tag) || /^(?:CC|VB[DPZ]|MD|RB)$/.test(opening.tag)) return phrase
  for (let place = tokens.length - 1; 0 <= place; place--) {
    const noun = tokens[place] ?? -1
    for (const clause of children(grammar, noun, 'acl:relcl', 'acl')) {
      if (clause <= last || isNamed(grammar, noun) || !/^(?:NN|CD$|JJ|DT$)/.test(tokenOf(grammar, noun).tag) || !opens(grammar, last + 1, clause)) continue
      const whole = clausePhrase(grammar, clause, new Set())
      const size = whole?.tokens.length ?? 0
      if (!whole || whole.tokens[0] !== last + 1 || longestRelative < size || (whole.tokens.at(-1) ?? 0) - last !== size || isNested(grammar, whole)) continue
      return { head, tokens: [...tokens, ...whole.tokens] }
    }
  }
  return phrase
}

/** "the isle that the men who left the bay saw": a clause within the clause is not easily read, and often read wrongly. */
const isNested = (grammar: Grammar, { tokens }: Phrase): boolean => tokens.slice(2).some((token) => /^(?:who|whom|which|whose)$/.test(lower(grammar, token)))

/** Of Lind there is only one, whatever follows; of the Norlanders, or the Lind who won, there is not. */
const isNamed = (grammar: Grammar, noun: number): boolean => tokenOf(grammar, noun).tag === 'NNP' && tokenOf(grammar, noun).name !== 'O' && children(grammar, noun, 'det').length === 0

/** Does the clause begin here: with its pronoun, with a preposition and its pronoun, or with its subject? */
function opens(grammar: Grammar, first: number, clause: number): boolean {
  const word = lower(grammar, first)
  // "ground [on which to build]"
  if (tokenOf(grammar, clause).relation === 'acl') return tokenOf(grammar, first).tag === 'IN' && /^(?:which|whom)$/.test(lower(grammar, first + 1))
  if (/^(?:that|which|who|whom|whose|where|when|why)$/.test(word)) return true
  if (tokenOf(grammar, first).tag === 'IN') return /^(?:which|whom|whose)$/.test(lower(grammar, first + 1))
  return children(grammar, clause, ...subjectRelations).some((subject) => first <= subject && subject < clause && subject - first < 4 && !tokenOf(grammar, subject).tag.startsWith('W')) && children(grammar, clause, 'mark').length === 0
}

import type { Surroundings } from './claim.js'
import type { Draft } from './draft.js'
import { child, lower, tokenOf, type Grammar } from './grammar.js'
import { isReporting } from './holders.js'

/** Which drafts only report: "Putin said", "told reporters in Lima". "wants to sign" says something of its own, and so does "demanded an apology", since nothing
 *  in what was demanded is a claim. */
export function reportsAmong({ grammar, voices }: Surroundings, drafts: readonly Draft[]): (draft: Draft) => boolean {
  const holding = new Set(drafts.filter(({ predicate }) => predicate.supplied === null).map(({ at }) => voices.innermost[at] ?? -1))
  return (draft) => {
    const { predicate, at, object, complements } = draft
    const verb = predicate.verbs.at(-1) ?? at
    if (predicate.supplied !== null) return false
    // "An impossible combination, they complain": what is said stands before the verb.
    if (isReporting(grammar, verb) && object !== null && (object.tokens.at(-1) ?? 0) < (predicate.tokens[0] ?? 0)) return true
    const clause = child(grammar, verb, 'ccomp', 'parataxis')
    const chained = 1 < predicate.verbs.length && tokenOf(grammar, at).relation !== 'xcomp'
    const spoken = speech.has(tokenOf(grammar, verb).lemma)
    const cue = voices.cues[verb] ?? -1
    if (0 <= cue || (0 <= (voices.cues[at] ?? -1) && !chained)) {
      const told = (grammar.tree.children[verb] ?? []).some((token) => voices.innermost[token] === cue)
      const quoted = voices.attributions[cue]?.type === 'direct' || (spoken && !hasDirectObject(grammar, verb))
      return clause !== null || (!chained && (quoted || !told || holding.has(cue)))
    }
    if (spoken && !predicate.passive && !hasDirectObject(grammar, verb)) return true
    const isDenied = predicate.tokens.some((token) => grammar.words.negators.has(lower(grammar, token)))
    return isReporting(grammar, verb) && (clause !== null || (!predicate.passive && !isDenied && object === null && complements.length === 0 && child(grammar, verb, 'obj', 'iobj', 'obl', 'xcomp') === null))
  }
}

/** "said in a statement", "told reporters in Lima": saying it is all that they tell. */
const speech = new Set(['say', 'tell', 'add', 'reply', 'remark', 'quip'])
const hasDirectObject = (grammar: Grammar, verb: number): boolean => child(grammar, verb, 'obj', 'xcomp') !== null && (tokenOf(grammar, verb).lemma !== 'tell' || child(grammar, verb, 'iobj', 'xcomp') !== null)

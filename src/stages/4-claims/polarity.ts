import type { Attribution, Claim } from '../../model.js'
import { contains } from '../../span.js'
import { tokensIn } from '../../tree.js'
import type { Draft, Phrase } from './draft.js'
import { children, lower, tokenOf, type Grammar } from './grammar.js'
import { isDenied, leadingClause } from './worlds.js'

/** Every word that turns the clause around counts once, and two of them cancel out: "did not fail to sign". */
export function polarityOf(grammar: Grammar, draft: Draft, attribution: Attribution | null): Claim['polarity'] {
  const turns = inPredicate(grammar, draft) + inNoun(grammar, draft.subject) + (draft.predicate.supplied === null ? inNoun(grammar, draft.object) : 0) + inMarkers(grammar, draft) + inComplements(grammar, draft) + inGovernor(grammar, draft, attribution)
  return turns % 2 === 1 ? 'negative' : 'positive'
}

function inPredicate(grammar: Grammar, { predicate: { tokens, verbs } }: Draft): number {
  const { negators, effects } = grammar.words
  const words = tokens.filter((token) => {
    const word = lower(grammar, token)
    const kind = negators.get(word)
    if (kind === 'verb' || kind === 'minimal') return !scopesElsewhere(grammar, token)
    // "took no part", where the noun is a word of the predicate.
    if (kind === 'determiner' && tokenOf(grammar, token).relation === 'det') return tokens.includes(tokenOf(grammar, token).head ?? -1)
    return word === 'cannot' || (2 < word.length && /n['’]t$/.test(word))
  })
  const noLonger = tokens.some((token) => lower(grammar, token) === 'longer' && lower(grammar, token - 1) === 'no')
  const implied = verbs.slice(0, -1).filter((verb) => effects.get(tokenOf(grammar, verb).lemma) === 'negates')
  // "not … nor" and "neither … nor" deny once.
  const plain = words.filter((token) => lower(grammar, token) !== 'nor')
  return (0 < plain.length ? plain.length : words.length) + implied.length + (noLonger ? 1 : 0)
}

/** "not only", "not least": what comes next is added, and the clause stands. */
const scopesElsewhere = (grammar: Grammar, token: number): boolean => /^(?:only|just|merely|simply|least)$/.test(lower(grammar, token + 1))

/** "no agreement", "nobody", "none of the islands". What a noun beside a name is ("the motto, no fear") denies nothing. */
function inNoun(grammar: Grammar, phrase: Phrase | null): number {
  if (!phrase) return 0
  const { negators } = grammar.words
  if (negators.get(lower(grammar, phrase.head)) === 'pronoun') return 1
  // "not all ministers": that all did is denied.
  const [first = -1] = phrase.tokens
  if (phrase.tokens.some((token) => lower(grammar, token) === 'nor') || lower(grammar, first) === 'neither') return 1
  if (lower(grammar, first) === 'not' && quantifiers.test(lower(grammar, first + 1))) return 1
  const denied = children(grammar, phrase.head, 'det', 'cc:preconj', 'advmod').some(
    (word) => (negators.get(lower(grammar, word)) === 'determiner' || (lower(grammar, word) === 'not' && /^(?:a|an|one|any)$/.test(lower(grammar, word + 1)))) && phrase.tokens.includes(word)
  )
  return denied ? 1 : 0
}

/** "belongs to nobody", "comes from none of them" */
const inComplements = (grammar: Grammar, { complements }: Draft): number =>
  complements.filter(({ kind, phrase }) => kind === 'oblique' && grammar.words.negators.get(lower(grammar, phrase.head)) === 'pronoun').length

/** "no evidence that …", "little proof that …" */
const noEvidence = (grammar: Grammar, noun: number): boolean => {
  const nouns = [noun, ...children(grammar, noun, 'obj')].filter((index) => /^(?:evidence|proof|sign|indication|basis|chance)$/.test(tokenOf(grammar, index).lemma))
  return nouns.some((index) => children(grammar, index, 'det', 'amod').some((word) => /^(?:no|little|scant)$/.test(lower(grammar, word))))
}

/** Is the cue's only denial that of a proof? */
const isBaseless = ({ tree, lowers }: Grammar, { cue }: Attribution): boolean =>
  cue.some((span) => {
    const { from, to } = tokensIn(tree, span)
    const words = lowers.slice(from, to)
    return words.includes('without') && words.some((word) => /^(?:evidence|proof|basis|sources?|citing|providing|offering|elaborating)$/.test(word)) && !words.some((word) => /^(?:not|n['’]t|never|den(?:y|ies|ied|ying))$/.test(word))
  })

const negates = /^(?:not|never|n['’]t)$/
const quantifiers = /^(?:all|every(?:one|body|thing)?|many|each)$/

/** "left without signing"; "no longer" beside the verb. */
function inMarkers(grammar: Grammar, { at, predicate }: Draft): number {
  const without = children(grammar, at, 'mark', 'case').some((mark) => lower(grammar, mark) === 'without')
  const longer = children(grammar, at, 'advmod').some((word) => lower(grammar, word) === 'longer' && lower(grammar, word - 1) === 'no' && !predicate.tokens.includes(word))
  return (without ? 1 : 0) + (longer ? 1 : 0)
}

/** "denied that …", "doubts that …", "it is unlikely that …": the clause under it is turned around, on the speaker's word. */
function inGovernor(grammar: Grammar, { at }: Draft, attribution: Attribution | null): number {
  const { head, relation } = tokenOf(grammar, at)
  // "declined to say whether Lind had left": what is asked is neither said nor denied.
  if (children(grammar, leadingClause(grammar, at), 'mark').some((mark) => lower(grammar, mark) === 'whether')) return 0
  // "claimed without any evidence that Lind left": that is what was claimed.
  if (attribution?.polarity === 'denied' && !isBaseless(grammar, attribution)) return head === null || !attribution.content.some((span) => contains(span, tokenOf(grammar, head))) ? 1 : 0
  if (head !== null && /^(?:acl|ccomp)$/.test(relation) && noEvidence(grammar, head)) return 1
  if (head === null || (relation !== 'ccomp' && relation !== 'csubj')) return 0
  const { lemma } = tokenOf(grammar, head)
  // "I don't think that Norland signed": not that he thinks nothing.
  if (/^(?:think|believe|expect|suppose|imagine)$/.test(lemma) && children(grammar, head, 'advmod').some((word) => negates.test(lower(grammar, word)))) return 1
  // "There is no denying that Lind left", "nobody doubts that she left"
  const isUndenied = isDenied(grammar, head) || children(grammar, head, 'det').some((word) => lower(grammar, word) === 'no') || lower(grammar, head - 1) === 'no'
  if (grammar.words.effects.get(lemma) === 'denies') return isUndenied ? 0 : 1
  return grammar.words.hedges.get(lemma) === 'unlikely' ? 1 : 0
}

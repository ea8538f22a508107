import type { Attribution, Claim } from '../../model.js'
import { contains } from '../../span.js'
import type { Draft } from './draft.js'
import { child, children, lower, tokenOf, type Grammar } from './grammar.js'

type Certainty = Claim['certainty']

/** From what takes most away to what takes nothing. */
const order: readonly Certainty[] = ['asked', 'conditional', 'wished', 'possible', 'likely', 'stated']

/** How surely a claim is meant: by its mood, its modals and hedges, the verbs that lead it, and what stands above it. The strongest wins. */
export function certaintyOf(grammar: Grammar, draft: Draft, attribution: Attribution | null): Certainty {
  const found = [mood(grammar, draft, attribution), ...modals(grammar, draft, attribution), ...hedges(grammar, draft), ...leaders(grammar, draft), above(grammar, draft, attribution)]
  return order.find((certainty) => found.includes(certainty)) ?? 'stated'
}

function mood(grammar: Grammar, { at }: Draft, attribution: Attribution | null): Certainty {
  const marks = children(grammar, at, 'mark').map((mark) => lower(grammar, mark))
  const { relation, head } = tokenOf(grammar, at)
  if (marks.includes('whether') || (marks.includes('if') && relation === 'ccomp' && isOpenQuestion(grammar, head))) return 'asked'
  if (isQuestion(grammar, at, attribution) || isOpenHow(grammar, at)) return 'asked'
  if (marks.some((mark) => conditions.has(mark)) || isAsIf(grammar, at) || isWhenever(grammar, at)) return 'conditional'
  return children(grammar, at, 'advcl').some((clause) => children(grammar, clause, 'mark').some((mark) => conditions.has(lower(grammar, mark)))) ? 'conditional' : 'stated'
}
/** "asked if", "does not know if", but not "agreed that, if …". */
const isOpenQuestion = (grammar: Grammar, governor: number | null): boolean => {
  const { lemma } = tokenOf(grammar, governor ?? -1)
  return grammar.words.effects.get(lemma) === 'asks' || /^(?:know|see|tell|decide|determine|say|check|discuss|sure|clear)$/.test(lemma)
}
const conditions = new Set(['if', 'unless', 'provided', 'providing', 'lest'])

/** "depends on how Norland will decide": with a modal, "how" and "when" leave it open. */
const isOpenHow = (grammar: Grammar, at: number): boolean =>
  !/^(?:advcl|acl:relcl|root|conj)$/.test(tokenOf(grammar, at).relation) &&
  children(grammar, at, 'advmod').some((word) => word < at && /^(?:how|when|where)$/.test(lower(grammar, word)) && !/^(?:JJ|RB)/.test(tokenOf(grammar, word + 1).tag)) &&
  children(grammar, at, 'aux').some((word) => tokenOf(grammar, word).tag === 'MD')

/** "as though he were screaming" */
const isAsIf = (grammar: Grammar, at: number): boolean =>
  children(grammar, at, 'mark').some((mark) => /^(?:if|though)$/.test(lower(grammar, mark)) && lower(grammar, mark - 1) === 'as')

/** "when the time is right": with a verb in the present it says what will have to be so, and not that it is. */
function isWhenever(grammar: Grammar, at: number): boolean {
  if (tokenOf(grammar, at).relation !== 'advcl') return false
  const isPresent = [at, ...children(grammar, at, 'aux', 'cop')].some((verb) => /^VB[PZ]$/.test(tokenOf(grammar, verb).tag))
  return isPresent && children(grammar, at, 'mark', 'advmod').some((word) => word < at && /^(?:when|whenever|once|until|till)$/.test(lower(grammar, word)))
}

/** A question mark hangs on the clause or on one above it; a mark outside the quotation does not ask what is inside. */
function isQuestion(grammar: Grammar, at: number, attribution: Attribution | null): boolean {
  let index: number | null = at
  for (let step = 0; index !== null && step < 12; step++) {
    const token = tokenOf(grammar, index)
    if (attribution && !attribution.content.some((span) => contains(span, token))) return false
    if (children(grammar, index, 'punct').some((mark) => tokenOf(grammar, mark).text.startsWith('?'))) return true
    if (/^(?:acl|advcl|appos)/.test(token.relation)) return false
    index = token.head
  }
  return false
}

function modals(grammar: Grammar, { predicate, at }: Draft, attribution: Attribution | null): Certainty[] {
  return predicate.tokens.flatMap((token) => {
    if (!isModal(grammar, token)) return []
    const word = lower(grammar, token)
    // "said that it would be": what was future then, not a condition.
    if (word === 'would' && isReportedFuture(grammar, at, attribution)) return []
    // "would like to make": a wish, politely.
    if (word === 'would' && /^(?:like|love|prefer|hate)$/.test(tokenOf(grammar, at).lemma) && child(grammar, at, 'xcomp') !== null) return ['wished']
    return [grammar.words.modals.get(word)?.certainty ?? 'stated']
  })
}

/** By its tag, or as an auxiliary by its form. */
export function isModal(grammar: Grammar, token: number): boolean {
  const { tag, relation } = tokenOf(grammar, token)
  return tag === 'MD' || (relation === 'aux' && grammar.words.modals.has(lower(grammar, token)) && lower(grammar, token) !== "'d" && lower(grammar, token) !== '’d')
}

export const isReportedFuture = (grammar: Grammar, at: number, attribution: Attribution | null): boolean =>
  attribution !== null && attribution.type !== 'direct' && !children(grammar, at, 'advcl').some((clause) => children(grammar, clause, 'mark').some((mark) => conditions.has(lower(grammar, mark))))

function hedges(grammar: Grammar, { predicate: { verbs }, at }: Draft): Certainty[] {
  const near = [...new Set([at, ...verbs])].flatMap((verb) => [verb, ...children(grammar, verb, 'advmod')])
  return near.flatMap((word) => {
    const hedge = grammar.words.hedges.get(lower(grammar, word))
    if (hedge === undefined || (word === at && child(grammar, at, 'xcomp') === null)) return []
    return [hedge === 'unlikely' || hedge === 'reported' ? 'likely' : hedge]
  })
}

/** The verbs before the last one of a chain: "wants to sign", "seems to agree". */
function leaders(grammar: Grammar, { predicate: { verbs, passive }, at }: Draft): Certainty[] {
  return [...new Set([at, ...verbs])].filter((verb) => verb !== verbs.at(-1)).flatMap((verb): Certainty[] => {
    const { lemma, tag } = tokenOf(grammar, verb)
    const effect = grammar.words.effects.get(lemma)
    if (effect === 'wishes') return [lemma === 'expect' && (passive || tag === 'VBN') ? 'likely' : 'wished']
    // "is looking to fill" seeks, "looks to be" seems.
    if (effect === 'aims' || (lemma === 'look' && tag === 'VBG')) return ['wished']
    if (effect === 'may') return ['possible']
    return effect === 'seems' ? ['likely'] : []
  })
}

/** "hopes that …", "it is possible that …", "wonders whether …". */
function above(grammar: Grammar, { at, predicate }: Draft, attribution: Attribution | null): Certainty {
  const { head, relation, tag } = tokenOf(grammar, at)
  const isInfinitive = tag === 'VB' && children(grammar, at, 'mark').some((mark) => lower(grammar, mark) === 'to')
  if (head === null || (relation !== 'ccomp' && relation !== 'csubj' && relation !== 'xcomp')) return isInfinitive ? 'wished' : 'stated'
  const { lemma } = tokenOf(grammar, head)
  // "the reason may be that …"
  if (relation !== 'xcomp' && head < at && children(grammar, head, 'aux').some((word) => /^(?:may|might)$/.test(lower(grammar, word)))) return 'possible'
  const hedge = grammar.words.hedges.get(lemma)
  if (hedge) return hedge === 'unlikely' || hedge === 'reported' ? 'likely' : hedge
  const effect = grammar.words.effects.get(lemma)
  // What is past is no wish, and inside quotation marks it is not the verb outside that says how it is meant.
  const isOutside = attribution?.type === 'direct' && !attribution.content.some((span) => contains(span, tokenOf(grammar, head)))
  const isSettled = (isOutside && !isInfinitive) || predicate.tokens.some((token) => tokenOf(grammar, token).tag === 'VBD')
  if (effect === 'wishes' || effect === 'aims') return isSettled ? 'stated' : 'wished'
  if (effect === 'says' && isInfinitive) return 'wished'
  if (effect === 'asks') return isInfinitive ? 'wished' : 'asked'
  if (effect === 'may') return 'possible'
  if (isInfinitive && relation === 'ccomp') return 'wished'
  return effect === 'seems' ? 'likely' : 'stated'
}

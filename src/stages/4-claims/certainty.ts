import type { Attribution, Claim } from '../../model.js'
import { contains } from '../../span.js'
import type { Draft } from './draft.js'
import { conditionAt, conditionsOf, isAsked } from './conditions.js'
import { child, children, lower, tokenOf, type Grammar } from './grammar.js'
import type { World } from './words.js'
import { isPassive } from './verb-group.js'
import { isContent, leadingClause, moodOf, worldOf } from './worlds.js'

type Certainty = Claim['certainty']

/** From what takes most away to what takes nothing. */
const order: readonly Certainty[] = ['asked', 'conditional', 'wished', 'possible', 'likely', 'stated']

/** How surely a claim is meant: by its mood, its modals and hedges, the verbs that lead it, and what stands above it. The strongest wins. */
export function certaintyOf(grammar: Grammar, draft: Draft, attribution: Attribution | null): Certainty {
  const found = [mood(grammar, draft, attribution), ...modals(grammar, draft, attribution), ...hedges(grammar, draft), ...leaders(grammar, draft), leaderOfParticiple(grammar, draft), above(grammar, draft, attribution)]
  return order.find((certainty) => found.includes(certainty)) ?? 'stated'
}

function mood(grammar: Grammar, draft: Draft, attribution: Attribution | null): Certainty {
  const { at, predicate } = draft
  const marks = children(grammar, at, 'mark').map((mark) => lower(grammar, mark))
  if (marks.includes('whether') || isSecondOfWhether(grammar, at) || (marks.includes('if') && isAsked(grammar, at))) return 'asked'
  if (isQuestion(grammar, at, attribution) || isOpenHow(grammar, at) || isTurned(grammar, draft)) return 'asked'
  if (isBlessing(grammar, draft)) return 'wished'
  if (marks.includes('before') && isStillToCome(grammar, at)) return 'conditional'
  if (conditionAt(grammar, at) !== null || isAsIf(grammar, at)) return 'conditional'
  return conditionsOf(grammar, [at, ...predicate.verbs]).some(({ kind }) => kind === 'if') ? 'conditional' : 'stated'
}

/** "must sign before it enters into force": the other clause is still to come too. */
const isStillToCome = (grammar: Grammar, at: number): boolean => {
  const head = tokenOf(grammar, at).head ?? -1
  const finite = [...children(grammar, at, 'aux', 'aux:pass', 'cop'), at].map((verb) => tokenOf(grammar, verb).tag).find((tag) => /^(?:VB[DPZ]|MD)$/.test(tag))
  return /^VB[PZ]$/.test(finite ?? '') && (tokenOf(grammar, head).tag === 'VB' || children(grammar, head, 'aux', 'mark').some((word) => /^(?:MD|TO)$/.test(tokenOf(grammar, word).tag)))
}

/** "whether you stay or leave": the second verb is no surer than the first. */
function isSecondOfWhether(grammar: Grammar, at: number): boolean {
  const first = leadingClause(grammar, at)
  return first !== at && children(grammar, at, 'mark').length === 0 && children(grammar, first, 'mark').some((mark) => lower(grammar, mark) === 'whether') && !children(grammar, at, 'cc').some((word) => lower(grammar, word) === 'but')
}

/** "Are you trying to leave": the verb before its pronoun, with nothing before it, asks, whatever mark ends the sentence. */
function isTurned(grammar: Grammar, { at, subject, predicate: { tokens } }: Draft): boolean {
  const [first = -1] = tokens
  if (subject === null || at < subject.head) return false
  // "Can a port without ships live?": of a noun only behind a modal or "do", which no subject of another clause can precede.
  const isNoun = first + 1 === subject.tokens[0] && /^(?:can|could|will|would|do|does|did)$/.test(lower(grammar, first))
  if (!isNoun && (first + 1 !== subject.head || tokenOf(grammar, subject.head).tag !== 'PRP')) return false
  if (!/^(?:am|are|is|was|were|do|does|did|have|has|can|could|will|would)$/.test(lower(grammar, first)) || tokenOf(grammar, first).relation === 'advmod') return false
  const { sentenceOf } = grammar.tree
  return sentenceOf[first - 1] !== sentenceOf[first] || /^["“'‘(]$|^``$/.test(lower(grammar, first - 1))
}

/** "depends on how Norland will decide": with a modal, "how" and "when" leave it open. */
const isOpenHow = (grammar: Grammar, at: number): boolean =>
  !/^(?:advcl|acl:relcl|root|conj)$/.test(tokenOf(grammar, at).relation) &&
  children(grammar, at, 'advmod').some((word) => word < at && /^(?:how|when|where)$/.test(lower(grammar, word)) && !/^(?:JJ|RB)/.test(tokenOf(grammar, word + 1).tag)) &&
  children(grammar, at, 'aux').some((word) => tokenOf(grammar, word).tag === 'MD')

/** "as though he were screaming" */
const isAsIf = (grammar: Grammar, at: number): boolean =>
  children(grammar, at, 'mark').some((mark) => /^(?:if|though)$/.test(lower(grammar, mark)) && lower(grammar, mark - 1) === 'as')

/** A question mark hangs on the clause or on one above it, behind it and before the next full stop; a mark outside the quotation does not ask what is inside. */
function isQuestion(grammar: Grammar, at: number, attribution: Attribution | null): boolean {
  let index: number | null = at
  for (let step = 0; index !== null && step < 12; step++) {
    const token = tokenOf(grammar, index)
    // "Is it true that Lind said so?": a report inside of a question is asked with it.
    if (attribution?.type === 'direct' && !attribution.content.some((span) => contains(span, token))) return false
    const asking = children(grammar, index, 'punct').find((mark) => at < mark && lower(grammar, mark).startsWith('?') && !hasStop(grammar, at, mark))
    if (asking !== undefined) return !asksOnlyLater(grammar, at, asking)
    if (/^(?:advcl|appos|acl:relcl)/.test(token.relation) || (token.relation === 'acl' && !isContent(grammar, index))) return false
    index = token.head
  }
  return false
}

/** "I know him, so why should I go?": behind a comma and with its own "why", only the last clause asks. */
function asksOnlyLater(grammar: Grammar, at: number, asking: number): boolean {
  const subject = child(grammar, at, 'nsubj', 'nsubj:pass')
  if (subject === null || at < subject || children(grammar, at, 'aux', 'aux:pass', 'cop').some((word) => word < subject)) return false
  if (children(grammar, at, 'advmod', 'obj', 'obl').some((word) => tokenOf(grammar, word).tag.startsWith('W'))) return false
  for (let index = at + 1; index < asking; index++) {
    if (!/^(?:why|how|what|who|where|when)$/.test(lower(grammar, index)) || !/^(?:so|then|but|and|,|;|—|–|-|\.{3}|…)$/.test(lower(grammar, index - 1))) continue
    if (/^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|not)$/.test(lower(grammar, index + 1))) return true
  }
  return false
}

/** "He was beaten... Who did it?": what is asked begins behind the stop. */
function hasStop(grammar: Grammar, from: number, to: number): boolean {
  for (let index = from + 1; index < to; index++) if (/^(?:[.;!…]|\.{2,})$/.test(lower(grammar, index))) return true
  return false
}

/** "God bless Norland" */
const isBlessing = (grammar: Grammar, { at, subject, predicate: { tokens } }: Draft): boolean =>
  subject !== null && /^(?:god|lord|heavens?)$/.test(lower(grammar, subject.head)) && tokens.length === 1 && /^(?:bless|save|help|forbid|grant|keep|rest)$/.test(lower(grammar, at))

/** A participle beside a verb is as sure as the verb: "may leave, taking the map along". Behind a comma it belongs to the verb that leads the chain. */
function leaderOfParticiple(grammar: Grammar, { at, rule, predicate: { tokens } }: Draft): Certainty {
  let { head } = tokenOf(grammar, at)
  if (!rule.endsWith('+participle-subject') || head === null) return 'stated'
  const isApart = lower(grammar, Math.min(at, ...tokens) - 1) === ','
  while (isApart && tokenOf(grammar, head).relation === 'xcomp') head = tokenOf(grammar, head).head ?? -1
  const mood = moodOf(grammar, head)
  return mood === 'conditional' && !hasCondition(grammar, head) ? 'stated' : mood
}

function modals(grammar: Grammar, { predicate, at }: Draft, attribution: Attribution | null): Certainty[] {
  return predicate.tokens.flatMap((token) => {
    if (!isModal(grammar, token)) return []
    const word = lower(grammar, token)
    // "said that it would be": what was future then, not a condition.
    if (word === 'would' && isOfAPlan(grammar, at)) return ['conditional']
    if (word === 'would' && (isReportedFuture(grammar, at, attribution) || isNarrated(grammar, at) || isGiven(grammar, at))) return []
    // "would like to make": a wish, politely.
    if (word === 'would' && /^(?:like|love|prefer|hate)$/.test(tokenOf(grammar, at).lemma) && child(grammar, at, 'xcomp') !== null) return ['wished']
    return [grammar.words.modals.get(word)?.certainty ?? 'stated']
  })
}

/** "a bill that would close the port": it does so only if it is passed. */
function isOfAPlan(grammar: Grammar, at: number): boolean {
  const { relation, head } = tokenOf(grammar, leadingClause(grammar, at))
  return relation === 'acl:relcl' && head !== null && head < at && plans.test(tokenOf(grammar, head).lemma)
}
const plans = /^(?:act|agreement|amendment|ban|bid|bill|clause|deal|draft|idea|initiative|law|legislation|measure|motion|offer|option|ordinance|pact|petition|plan|policy|project|proposal|proposition|provision|referendum|reform|resolution|rule|scenario|scheme|settlement|system|tax|treaty)$/

/** "She joined the choir and would sing on Sundays", "he would later become mayor": what was done again and again, or came later. */
export function isNarrated(grammar: Grammar, at: number): boolean {
  const would = children(grammar, at, 'aux').find((word) => lower(grammar, word) === 'would')
  if (would === undefined || children(grammar, at, 'aux').some((word) => lower(grammar, word) === 'have') || hasCondition(grammar, at)) return false
  if (tokenOf(grammar, at).lemma === 'go' && lower(grammar, at + 1) === 'on') return true
  if (children(grammar, at, 'advmod').some((word) => /^(?:later|eventually|subsequently|ultimately|often|sometimes|regularly|frequently|always)$/.test(lower(grammar, word)) && Math.abs(word - would) < 3)) return true
  const { relation, head } = tokenOf(grammar, at)
  const isPast = (verb: number) => tokenOf(grammar, verb).tag === 'VBD' || children(grammar, verb, 'cop', 'aux').some((word) => tokenOf(grammar, word).tag === 'VBD')
  return relation === 'conj' && head !== null && head < at && child(grammar, at, 'nsubj', 'nsubj:pass') === null && isPast(head) && tokenOf(grammar, head).relation !== 'ccomp'
}

/** "it became clear that Lind would leave", "it is no surprise that Lind would leave": under a verb in the past "would" is the future of then, and what surprises is so. */
function isGiven(grammar: Grammar, at: number): boolean {
  const { relation, head } = tokenOf(grammar, at)
  if (head === null || at < head || !/^(?:ccomp|csubj|acl)$/.test(relation) || hasCondition(grammar, at)) return false
  if (children(grammar, at, 'aux').some((word) => lower(grammar, word) === 'have')) return false
  if (/^(?:surpris|unsurpris|odd|strange|ironic|striking|remarkable|shocking|telling|natural|wonder|shame|pity|fitting)/.test(tokenOf(grammar, head).lemma)) return true
  return tokenOf(grammar, head).tag === 'VBD' || children(grammar, head, 'cop', 'aux', 'aux:pass').some((word) => tokenOf(grammar, word).tag === 'VBD')
}

const hasCondition = (grammar: Grammar, at: number): boolean =>
  conditionsOf(grammar, [at]).some(({ kind }) => kind === 'if') || conditionAt(grammar, at) !== null ||
  // "without her help he would be poor"
  children(grammar, at, 'obl').some((noun) => children(grammar, noun, 'case').some((word) => lower(grammar, word) === 'without'))

/** By its tag, or as an auxiliary by its form. */
export function isModal(grammar: Grammar, token: number): boolean {
  const { tag, relation } = tokenOf(grammar, token)
  return tag === 'MD' || (relation === 'aux' && grammar.words.modals.has(lower(grammar, token)) && lower(grammar, token) !== "'d" && lower(grammar, token) !== '’d')
}

export const isReportedFuture = (grammar: Grammar, at: number, attribution: Attribution | null): boolean =>
  attribution !== null && attribution.type !== 'direct' && !hasCondition(grammar, at)

function hedges(grammar: Grammar, { predicate: { verbs }, at }: Draft): Certainty[] {
  const last = verbs.at(-1)
  const near = [...new Set([at, ...verbs])].flatMap((verb) => [verb, ...children(grammar, verb, 'advmod')])
  return near.flatMap((word) => {
    const hedge = grammar.words.hedges.get(lower(grammar, word))
    // "was expected to leave", but not "expected her to leave".
    if (hedge === undefined || (word === at && (child(grammar, at, 'xcomp') === null || tokenOf(grammar, at).tag === 'VBD'))) return []
    // "tries to set a record": a verb that leads nothing is no hedge.
    if (word === last && /^VB[DGPZ]?$/.test(tokenOf(grammar, word).tag)) return []
    return [hedge === 'unlikely' || hedge === 'reported' ? 'likely' : hedge]
  })
}

/** The verbs before the last one of a chain: "wants to sign", "seems to agree". */
function leaders(grammar: Grammar, { predicate: { verbs, passive }, at }: Draft): Certainty[] {
  return [...new Set([at, ...verbs])].filter((verb) => verb !== verbs.at(-1)).flatMap((verb): Certainty[] => {
    const { lemma, tag } = tokenOf(grammar, verb)
    // "is an attempt", "was her wish": a noun is what is said, and leads nothing.
    if (tag.startsWith('NN')) return []
    // "were to play": it was settled.
    if (lemma === 'be') return []
    // "needs to be reported" is a rule; "we need to win" a wish.
    if (lemma === 'need' && isRule(grammar, verb, passive)) return []
    const effect = grammar.words.effects.get(lemma)
    // "does not mean leaving": what it comes to, and no wish.
    if (lemma === 'mean' && tokenOf(grammar, verbs[verbs.indexOf(verb) + 1] ?? -1).tag === 'VBG') return []
    if (effect === 'wishes') return [lemma === 'expect' && (passive || tag === 'VBN') ? 'likely' : 'wished']
    // "is looking to fill", "looked to fill" seek, "looks to be" seems.
    if (lemma === 'look' && seeks(grammar, verbs, verb)) return ['wished']
    if (effect === 'aims') return wasAsked(grammar, verb) ? [] : ['wished']
    if (lemma === 'look' && tag === 'VBG') return ['wished']
    // "will be allowed to work": the leave is given.
    if (effect === 'may') return tag === 'VBN' || isPassive(grammar, verb) ? [] : ['possible']
    return effect === 'seems' ? ['likely'] : []
  })
}

/** A deed behind "to". */
const seeks = (grammar: Grammar, verbs: readonly number[], verb: number): boolean => {
  const next = verbs[verbs.indexOf(verb) + 1]
  return next !== undefined && tokenOf(grammar, next).tag === 'VB' && !/^(?:be|have)$/.test(tokenOf(grammar, next).lemma) && child(grammar, next, 'cop', 'aux', 'aux:pass') === null
}

/** "was invited to stay": she was; "are urged to stay": they may not. */
const wasAsked = (grammar: Grammar, verb: number): boolean =>
  isPassive(grammar, verb) && children(grammar, verb, 'aux', 'aux:pass').some((word) => /^(?:was|were|has|have|had|been)$/.test(lower(grammar, word)))

/** In the passive, in the past, or of a thing. */
function isRule(grammar: Grammar, verb: number, passive: boolean): boolean {
  const subject = child(grammar, verb, 'nsubj', 'nsubj:pass')
  return passive || tokenOf(grammar, verb).tag === 'VBD' || (subject !== null && !/^(?:i|we|you)$/.test(lower(grammar, subject)) && tokenOf(grammar, subject).tag !== 'PRP')
}

/** "hopes that …", "it is possible that …", "wonders whether …": what stands above a clause, or above the one that it is joined to. */
function above(grammar: Grammar, { at, predicate }: Draft, attribution: Attribution | null): Certainty {
  const leading = leadingClause(grammar, at)
  const { head, relation, tag } = tokenOf(grammar, leading)
  // "were to sign": it was settled, and is no wish.
  const isArranged = children(grammar, leading, 'aux', 'cop').some((word) => /^(?:is|are|was|were)$/.test(lower(grammar, word)))
  const isInfinitive = tag === 'VB' && !isArranged && children(grammar, leading, 'mark').some((mark) => lower(grammar, mark) === 'to')
  if (head !== null && isGoal(grammar, leading)) return 'wished'
  if (head !== null && isProposed(grammar, leading, head)) return 'wished'
  const meant = meantBy(grammar, leading)
  if (meant !== null) return meant
  if (head !== null && seemsLike(grammar, leading, head)) return 'likely'
  const own = tokenOf(grammar, at)
  if (own.relation === 'conj' && own.head !== null && seemsLike(grammar, at, own.head)) return 'likely'
  const world = head === null ? undefined : worldAbove(grammar, leading, head)
  if (head === null || (!/^(?:ccomp|csubj|xcomp)$/.test(relation) && (world === undefined || !/^(?:acl|advcl)/.test(relation)))) return isInfinitive && leading === at ? 'wished' : 'stated'
  const { lemma } = tokenOf(grammar, head)
  // "the reason may be that …"
  if (relation !== 'xcomp' && head < at && children(grammar, head, 'aux').some((word) => /^(?:may|might)$/.test(lower(grammar, word)))) return 'possible'
  if (relation === 'ccomp' && isOfParticiple(grammar, leading, head)) return moodOf(grammar, tokenOf(grammar, head).head ?? -1)
  if (world === 'implies') return moodOf(grammar, maker(grammar, head))
  if (world !== undefined && world !== 'untrue' && !(isInfinitive && relation === 'xcomp')) return world
  if (relation !== 'xcomp' && !factives.test(lemma) && conditionAt(grammar, head) !== null) return 'conditional'
  const hedge = grammar.words.hedges.get(lemma)
  if (hedge) return hedge === 'unlikely' || hedge === 'reported' ? 'likely' : hedge
  const effect = grammar.words.effects.get(lemma)
  // What is past is no wish, and inside quotation marks it is not the verb outside that says how it is meant.
  const isOutside = attribution?.type === 'direct' && !attribution.content.some((span) => contains(span, tokenOf(grammar, head)))
  const isSettled = (isOutside && !isInfinitive) || predicate.tokens.some((token) => tokenOf(grammar, token).tag === 'VBD')
  // "that means that Lind leaves" is no wish, but "means to leave" is.
  if (effect === 'wishes' || effect === 'aims') return isSettled || (lemma === 'mean' && !isInfinitive) ? 'stated' : 'wished'
  if (effect === 'says' && isInfinitive) return 'wished'
  // "He was beaten... Who did it?" she asked: that is told by the marks.
  if (effect === 'asks') return isInfinitive ? 'wished' : isOutside || at < head ? 'stated' : 'asked'
  if (effect === 'may') return 'possible'
  if (isInfinitive && (relation === 'ccomp' || effect === 'decides')) return 'wished'
  return effect === 'seems' ? 'likely' : 'stated'
}

/** "suggested that they walk", "to prove that they can": what is proposed, or what is still to be proved. */
function isProposed(grammar: Grammar, clause: number, head: number): boolean {
  if (clause < head || tokenOf(grammar, clause).relation !== 'ccomp') return false
  const { lemma, tag } = tokenOf(grammar, head)
  if (lemma === 'prove') return moodOf(grammar, head) === 'wished'
  const isBare = /^VBP?$/.test(tokenOf(grammar, clause).tag) && child(grammar, clause, 'aux', 'aux:pass', 'cop') === null && child(grammar, clause, 'nsubj') !== null
  return isBare && tag === 'VBD' && /^(?:suggest|propose|recommend|demand|insist|request|ask|urge)$/.test(lemma)
}

/** "The plan is that prices fall", "my fear is that they rise" */
function meantBy(grammar: Grammar, clause: number): Certainty | null {
  const noun = child(grammar, clause, 'nsubj:outer')
  if (noun === null || clause < noun) return null
  const { lemma } = tokenOf(grammar, noun)
  if (/^(?:plan|goal|aim|hope|dream|wish|ambition|intention|objective|purpose|target|expectation)$/.test(lemma)) return 'wished'
  return /^(?:fear|danger|risk|worry|concern|possibility|threat|chance|suspicion)$/.test(lemma) ? 'possible' : null
}

/** "it sounds like she is leaving": told as an impression. */
const seemsLike = (grammar: Grammar, clause: number, head: number): boolean =>
  head < clause && /^(?:sound|look|seem|feel|appear)$/.test(tokenOf(grammar, head).lemma) && [clause, ...children(grammar, head, 'advcl')].some((first) => first <= clause && children(grammar, first, 'mark').some((mark) => lower(grammar, mark) === 'like' && head < mark && mark < clause))

/** "Realizing that the war is lost, the ministers could leave": whoever may do so may realize it. */
function isOfParticiple(grammar: Grammar, clause: number, participle: number): boolean {
  const { tag, relation, head } = tokenOf(grammar, participle)
  return participle < clause && tag === 'VBG' && relation === 'advcl' && head !== null && clause < head && child(grammar, participle, 'mark', 'aux', 'nsubj') === null && /^(?:possible)$/.test(moodOf(grammar, head))
}

/** "if he knew that Lind had left": she had, whether he knew or not. */
const factives = /^(?:know|realize|realise|regret|discover|learn|notice|forget|remember|recall|recognize|recognise)$/

/** The world of the word that the clause hangs on, where the clause is what is feared, hoped or ensured: "that" stands before it, or it is the word's own. */
function worldAbove(grammar: Grammar, at: number, head: number): World | undefined {
  const { relation } = tokenOf(grammar, at)
  if (at < head) return undefined
  const world = worldOf(grammar, head)
  // "was afraid that", whatever the tree makes of it.
  if (relation === 'advcl') return /^(?:JJ|VBN)/.test(tokenOf(grammar, head).tag) && isContent(grammar, at) && lower(grammar, head + 1) === 'that' ? world : undefined
  if (/^acl/.test(relation)) return tokenOf(grammar, head).tag.startsWith('NN') && isContent(grammar, at) ? world : undefined
  // "is sure that" is no more than sure; "makes sure that" brings it about.
  return world === 'implies' && tokenOf(grammar, head).tag.startsWith('JJ') && maker(grammar, head) === head ? undefined : world
}

/** "make" of "make sure". */
function maker(grammar: Grammar, word: number): number {
  const { relation, head } = tokenOf(grammar, word)
  return relation === 'xcomp' && head !== null && tokenOf(grammar, head).lemma === 'make' ? head : word
}

/** "so that everybody has a share", "so that everybody will have one", but not "so that many were left out". */
const isGoal = (grammar: Grammar, at: number): boolean => {
  const { relation, tag } = tokenOf(grammar, at)
  const isSoThat = relation === 'advcl' && children(grammar, at, 'mark').some((mark) => mark < at && ((lower(grammar, mark) === 'that' && lower(grammar, mark - 1) === 'so') || (lower(grammar, mark) === 'so' && lower(grammar, mark + 1) === 'that')))
  const helpers = children(grammar, at, 'aux', 'aux:pass', 'cop')
  if (!isSoThat) return false
  if (helpers.some((word) => /^(?:will|wo|['’]ll)$/.test(lower(grammar, word)))) return true
  return /^VB[PZ]?$/.test(tag) && !helpers.some((word) => tokenOf(grammar, word).relation === 'aux' && /^VB[DPZ]$/.test(tokenOf(grammar, word).tag))
}

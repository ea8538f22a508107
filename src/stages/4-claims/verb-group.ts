import { inTextOrder } from './draft.js'
import { child, children, isVerbTag, isVerbal, lower, tokenOf, withFixed, type Grammar } from './grammar.js'
import { adverbsBefore, copulaOf, hyphenated, noLonger, secondTenses, strayAuxiliaries, wordsBetween } from './predicate-words.js'

/** The verbs of one clause and the words that go with them: "have recently been closed", "did n't want to sign". */
export interface VerbGroup {
  /** From the finite verb to the one that names the deed; a copula for a clause without another verb. */
  readonly verbs: readonly number[]
  /** Sorted token indexes of the predicate. */
  readonly tokens: readonly number[]
  /** The verb, or the noun or adjective behind a copula, that takes the objects and complements. */
  readonly last: number
  /** All heads from the clause's head to `last`: their objects and adverbials are the clause's. */
  readonly heads: readonly number[]
  readonly passive: boolean
  readonly copula: boolean
}

/** More links than "seems to have been about to begin to …" are a loop or a parser's error. */
const longestChain = 5
const auxiliaries = ['aux', 'aux:pass', 'cop']

export function verbGroup(grammar: Grammar, head: number): VerbGroup {
  const heads = chainFrom(grammar, head)
  const first = leader(grammar, head)
  const shared = first === null ? [] : sharedWords(grammar, first, head)
  const tokens = new Set(shared)
  const verbs: number[] = first !== null && shared.includes(first) ? [first] : []
  for (const link of heads) {
    const copula = copulaOf(grammar, link)
    verbs.push(copula ?? link)
    for (const word of wordsOfLink(grammar, { link, copula, isFirst: link === heads[0], isLead: link !== heads.at(-1) })) tokens.add(word)
  }
  const last = heads.at(-1) ?? head
  // "is a witch-hunt": what a copula says is no part of its predicate.
  for (const word of [...(copulaOf(grammar, last) === null ? hyphenated(grammar, last) : []), ...strayAuxiliaries(grammar, tokens)]) tokens.add(word)
  for (const stray of secondTenses(grammar, tokens)) tokens.delete(stray)
  for (const word of wordsBetween(grammar, tokens)) tokens.add(word)
  for (const link of heads) for (const word of noLonger(grammar, link)) tokens.add(word)
  for (const adverb of adverbsBefore(grammar, heads, tokens)) tokens.add(adverb)
  return {
    verbs,
    tokens: inTextOrder(tokens),
    last,
    heads,
    passive: isPassive(grammar, last) || (isPassive(grammar, head) && 1 < heads.length),
    copula: copulaOf(grammar, last) !== null
  }
}

/** "wants to begin signing": one chain, as long as nothing but the subject of the first can do the later ones. */
function chainFrom(grammar: Grammar, head: number): number[] {
  const heads = [head]
  for (let link = head; heads.length < longestChain; ) {
    if (child(grammar, link, 'obj', 'iobj') !== null && !isPassive(grammar, link)) break
    const next = child(grammar, link, 'xcomp') ?? gerundAfter(grammar, link)
    if (next !== null && isAskedOf(grammar, link, next)) break
    if (next === null || next < link || heads.includes(next) || child(grammar, next, 'nsubj', 'nsubj:pass') !== null) break
    // "some said were unanswered": with a tense of its own it is another clause.
    if (children(grammar, next, 'aux', 'aux:pass', 'cop').some((word) => /^(?:VB[DZP]|MD)$/.test(tokenOf(grammar, word).tag))) break
    const { tag } = tokenOf(grammar, next)
    const infinitive = children(grammar, next, 'mark').some((mark) => tokenOf(grammar, mark).tag === 'TO')
    if (child(grammar, next, 'cop') === null && !(tag === 'VB' || tag === 'VBG') && !(infinitive && isVerbTag(tag))) break
    heads.push(next)
    link = next
  }
  return heads
}

/** "called upon Lind to leave", "appealed to Norland to sign": it is the other who shall do it; "seems to Lind to be" is one chain. */
const isAskedOf = (grammar: Grammar, link: number, next: number): boolean =>
  !/^(?:seem|appear|prove|turn|happen|tend|continue|begin|be)$/.test(tokenOf(grammar, link).lemma) && children(grammar, link, 'obl').some((word) => link < word && word < next && children(grammar, word, 'case').some((mark) => link < mark && /^(?:on|upon|to|for|with|at)$/.test(lower(grammar, mark))) && tokenOf(grammar, next - 1).tag === 'TO' && !tokenOf(grammar, word).name.endsWith('Date'))

const phases = new Set(['begin', 'start', 'continue', 'keep', 'resume', 'stop', 'quit', 'finish', 'cease'])

/** "began conducting": right behind a verb that says how far a deed has come, the gerund is the deed. */
function gerundAfter(grammar: Grammar, link: number): number | null {
  const { relation, tag, head } = tokenOf(grammar, link + 1)
  return head === link && tag === 'VBG' && relation === 'advcl' && phases.has(tokenOf(grammar, link).lemma) ? link + 1 : null
}

/** In "will meet and discuss" the second verb shares "will" with the first, in "wants to sign and ratify" it shares "wants to". */
function leader(grammar: Grammar, head: number): number | null {
  const { relation, head: parent, tag } = tokenOf(grammar, head)
  if (relation !== 'conj' || parent === null || head < parent) return null
  if (child(grammar, head, ...auxiliaries) !== null || child(grammar, head, 'nsubj', 'nsubj:pass', 'mark') !== null) return null
  const same = tokenOf(grammar, parent).tag === tag
  return same && (tag === 'VB' || tag === 'VBN' || tag === 'VBG') ? parent : null
}

function sharedWords(grammar: Grammar, first: number, head: number): number[] {
  const auxiliary = children(grammar, first, 'aux', 'aux:pass').filter((word) => word < first)
  const negators = children(grammar, first, 'advmod').filter((word) => word < first && grammar.words.negators.get(lower(grammar, word)) === 'verb')
  const { relation, head: governor } = tokenOf(grammar, first)
  if (relation !== 'xcomp' || governor === null || head < governor || tokenOf(grammar, head).tag !== 'VB') return [...auxiliary, ...negators]
  const above = wordsOfLink(grammar, { link: governor, copula: null, isFirst: true, isLead: true })
  return [...above, ...children(grammar, first, 'mark'), ...auxiliary, ...negators]
}

const seenMarks = new Set(['without', 'to'])

interface Link {
  readonly link: number
  readonly copula: number | null
  readonly isFirst: boolean
  /** Another verb of the chain follows, so an adjective is part of the predicate: "is ready to sign". */
  readonly isLead: boolean
}

function wordsOfLink(grammar: Grammar, { link, copula, isFirst, isLead }: Link): number[] {
  const { words } = grammar
  const auxiliary = children(grammar, link, 'aux', 'aux:pass', ...(copula === null && child(grammar, link, 'nsubj:outer') === null ? ['cop'] : [])).filter((word) => word < link && link - word < 15)
  const particle = children(grammar, link, 'compound:prt').filter((word) => link < word && word - link < 10)
  const around = [...auxiliary, ...particle, ...(copula === null ? [] : [copula])]
  const negators = children(grammar, link, 'advmod', 'det', 'cc').filter((word) => {
    const kind = words.negators.get(lower(grammar, word))
    if ((kind !== 'verb' && kind !== 'minimal') || link + 1 < word) return false
    // "hopes not just to win": more than that is hoped.
    if (/^(?:only|just|merely|simply)$/.test(lower(grammar, word + 1))) return false
    // "Not everyone was pleased": of the noun, not of the verb.
    if (/^(?:all|every(?:one|body|thing)?|many|each)$/.test(lower(grammar, word + 1)) && word < link) return false
    // "Not" before the finite verb denies something else: "Not this, he said, was …".
    if (lower(grammar, word) === 'not' && word < Math.min(link, ...around) && (0 < around.length || /^VB[DZP]$/.test(tokenOf(grammar, link).tag))) return false
    // "n't" is half a word: it goes with its other half or not at all.
    return !/^n['’]t$/.test(lower(grammar, word)) || around.includes(word - 1) || word - 1 === link
  })
  // "left without signing", "want Norland to sign": what turns the verb around or makes it an infinitive is seen in its predicate.
  const to = children(grammar, link, 'mark', 'case').filter((mark) => mark < link && link - mark < 4 && (!isFirst || seenMarks.has(lower(grammar, mark)))).flatMap((mark) => withFixed(grammar, mark))
  return [...around, ...negators, ...to, ...(copula === null || isLead ? [link] : [])]
}

export function isPassive(grammar: Grammar, verb: number): boolean {
  if (child(grammar, verb, 'aux:pass') !== null) return true
  const { tag, relation, head } = tokenOf(grammar, verb)
  if (tag !== 'VBN' && !(tag === 'JJ' && isVerbal(grammar, verb))) return false
  if (child(grammar, verb, 'nsubj:pass') !== null && child(grammar, verb, 'aux') === null) return true
  // A parser's slip: "should be supported" with "be" as a copula.
  if (child(grammar, verb, 'cop') !== null) return true
  if (relation === 'acl' || relation === 'advcl') return child(grammar, verb, 'aux') === null
  if (relation === 'conj' && head !== null && head < verb) return tokenOf(grammar, head).tag === 'VBN' && child(grammar, verb, 'aux', 'nsubj') === null && isPassive(grammar, head)
  return false
}

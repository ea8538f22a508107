import type { Draft, Phrase } from './draft.js'
import { child, children, lower, tokenOf, type Grammar } from './grammar.js'

/** A reason why what is joined by "and" must not be told one by one. */
interface ListTie {
  readonly name: string
  readonly example: string
  /** `joined`: the members behind the first, whose head is that of the phrase. */
  holds(grammar: Grammar, phrase: Phrase, joined: readonly number[]): boolean
}

const isBare = (grammar: Grammar, noun: number): boolean => child(grammar, noun, 'det', 'nmod:poss', 'nummod', 'amod') === null

const countedTogether: ListTie = {
  name: 'counted-together',
  example: '"hired 40 pilots and sailors": forty of both.',
  holds: (grammar, { head, tokens }, joined) => children(grammar, head, 'nummod').some((number) => tokens.includes(number)) && joined.every((member) => isBare(grammar, member) && tokenOf(grammar, member).tag.endsWith('S'))
}

const oneHead: ListTie = {
  name: 'one-head',
  example: '"food and water safety": the safety of both.',
  holds(grammar, { head, tokens }, joined) {
    const [member = -1] = joined
    return joined.length === 1 && tokens[0] === head && tokenOf(grammar, head).tag === 'NN' && tokenOf(grammar, head).name === 'O' && lower(grammar, head + 1) === 'and' &&
      isBare(grammar, member) && tokenOf(grammar, head + 2).tag === 'NN' && tokenOf(grammar, head + 2).relation === 'compound' && tokenOf(grammar, head + 2).head === member
  }
}

const twoAnds: ListTie = {
  name: 'two-ands',
  example: '"thanked Lind, Berg and Norby and Sandby mayor Holm": which "and" is the list\'s?',
  holds: (grammar, { tokens }) => tokens.some((token) => /^(?:and|&)$/.test(lower(grammar, token)) && tokenOf(grammar, token - 1).name !== 'O' && /^(?:compound|flat|nmod:desc)$/.test(tokenOf(grammar, tokenOf(grammar, token).head ?? -1).relation))
}

const ofAll: ListTie = {
  name: 'of-all',
  example: '"the licence and certificate of Fjord Air": without an article of its own the second noun shares all that follows.',
  holds(grammar, { head, tokens }, joined) {
    const last = joined.at(-1) ?? -1
    if (!isBareOfArticles(grammar, last) || tokenOf(grammar, last).name !== 'O' || children(grammar, head, 'nmod').some((noun) => head < noun && noun < last)) return false
    return children(grammar, last, 'nmod', 'acl', 'acl:relcl').some((word) => last < word && tokens.includes(word) && (tokenOf(grammar, word).relation === 'nmod' ? children(grammar, word, 'case').some((mark) => lower(grammar, mark) === 'of') : !/^VBG?$/.test(tokenOf(grammar, word).tag))) &&
      children(grammar, head, 'det').some((word) => tokens.includes(word))
  }
}
const isBareOfArticles = (grammar: Grammar, noun: number): boolean => child(grammar, noun, 'det', 'nmod:poss', 'nummod') === null

const theOne: ListTie = {
  name: 'the-one',
  example: '"the ban that Norland has and the one that it plans": "one" is named by the noun before.',
  holds: (grammar, _, joined) => joined.some((member) => /^(?:ones?|that|those|others?)$/.test(lower(grammar, member)))
}

const clauseOfAll: ListTie = {
  name: 'clause-of-all',
  example: '"the sailors and pilots who left": a clause behind the last that the tree hangs on the first.',
  holds: (grammar, { head, tokens }, joined) => children(grammar, head, 'acl:relcl').some((clause) => (joined.at(-1) ?? head) < clause && tokens.includes(clause))
}

const measuredApart: ListTie = {
  name: 'measured-apart',
  example: '"among Norlanders (34%) and Suderlanders (32%)": each with a figure of its own.',
  holds: (grammar, { tokens }) => tokens.some((token) => /^(?:\(|-LRB-)$/.test(tokenOf(grammar, token).text) && [1, 2].some((step) => tokenOf(grammar, token + step).tag === 'CD'))
}

const ties: readonly ListTie[] = [countedTogether, oneHead, twoAnds, ofAll, theOne, clauseOfAll, measuredApart]

export const isTied = (grammar: Grammar, phrase: Phrase, joined: readonly number[]): boolean => ties.some(({ holds }) => holds(grammar, phrase, joined))

/** What one does with or against another. */
const mutual = /^(?:war|battle|fight|feud|row|spat|dispute|quarrel|argument|debate|duel|talks|negotiation|discussion|conversation|dialogue|exchange|relationship|marriage|friendship|partnership|alliance|rivalry|deal|truce|ceasefire|clash|showdown|contest|race)$/

/** "Lind and Berg engaged in a war of words": of each alone it says too little. */
export const isMutual = (grammar: Grammar, { object, complements, predicate: { verbs } }: Draft): boolean =>
  /^(?:engage|have|hold|reach|exchange|end|begin|start|fight|share|trade|forge|form|continue|resume|be|enter)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma) &&
  [...(object ? [object] : []), ...complements.filter(({ marker }) => /^(?:in|into)$/.test(lower(grammar, marker[0] ?? -1))).map(({ phrase }) => phrase)].some(({ head }) => mutual.test(tokenOf(grammar, head).lemma))

/** "saw Lind and Berg leaving their ship", "want Lind and Berg to meet": what the objects do they may do together. */
export const doSomething = (grammar: Grammar, { object, complements }: Draft): boolean =>
  object !== null && complements.some(({ kind, marker, phrase }) => kind === 'clause' && marker.length === 0 && tokenOf(grammar, phrase.head).relation === 'xcomp' && /^VB[GN]?$/.test(tokenOf(grammar, phrase.head).tag) && object.head < phrase.head)

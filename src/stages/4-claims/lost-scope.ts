import { phrasesOf } from './draft.js'
import { children, lower, tokenOf, type Grammar } from './grammar.js'
import { lostWorlds } from './lost-worlds.js'
import type { Loss } from './whole.js'

/** Signs that a claim has lost what says of which things, of whom alone, in what way or how far it holds. */

const isOpenNoun = (grammar: Grammar, noun: number): boolean => {
  const determiners = children(grammar, noun, 'det', 'nmod:poss', 'nummod')
  return /^NNS?$/.test(tokenOf(grammar, noun).tag) && determiners.every((word) => /^(?:an?|some|any|no|another|such)$/.test(lower(grammar, word)))
}

const ofWhatKind: Loss = {
  name: 'of-what-kind',
  example: '"This – is – a culture" of "This is a culture in which nobody reads": the clause, or the "like this", that says what kind is behind the last noun of a part.',
  holds: (grammar, draft, used) =>
    phrasesOf(draft).some(({ tokens }) => {
      const last = tokens.at(-1) ?? -1
      const next = last + 1
      if (used.has(next) || grammar.tree.sentenceOf[last] !== grammar.tree.sentenceOf[next] || !isOpenNoun(grammar, last)) return false
      if (lower(grammar, next) === 'like') return true
      const word = tokenOf(grammar, next).tag === 'IN' && lower(grammar, next) !== 'that' ? next + 1 : next
      return /^(?:that|which|who|whom|whose|where)$/.test(lower(grammar, word)) && children(grammar, last, 'acl:relcl').some((clause) => next < clause && !used.has(clause))
    })
}

const onlyOne: Loss = {
  name: 'only-left-out',
  example: '"Lind – stayed – home" of "Only Lind stayed home.": "only" belongs to a part and is in none.',
  holds(grammar, { subject, predicate: { tokens, supplied }, object, at }, used) {
    if (supplied !== null) return false
    const heads = new Set([at, ...tokens, ...(subject ? [subject.head] : []), ...(object ? [object.head] : [])])
    const from = Math.min(at, ...tokens, subject?.tokens[0] ?? at) - 1
    for (let index = Math.max(0, from); index <= Math.max(at, ...tokens, object?.tokens.at(-1) ?? at) + 1; index++)
      if (!used.has(index) && /^(?:only|solely)$/.test(lower(grammar, index)) && heads.has(tokenOf(grammar, index).head ?? -1) && lower(grammar, index - 1) !== 'not') return true
    return false
  }
}

const justWithoutNot: Loss = {
  name: 'just-without-not',
  example: '"It – is – just a game" of "It is not just a game": "just" without the "not" before it says the opposite.',
  holds(grammar, draft, used) {
    return [...used].some((index) => /^(?:just|only|merely|simply|solely)$/.test(lower(grammar, index)) && !used.has(index - 1) && /^(?:not|n['’]t)$/.test(lower(grammar, index - 1)) && grammar.tree.sentenceOf[index - 1] === grammar.tree.sentenceOf[draft.at])
  }
}

const notInWhatWay: Loss = {
  name: 'not-in-what-way',
  example: '"Norland – does not award – seats" of "Norland does not award seats on a first-come basis": what is denied is the phrase that is left out.',
  holds(grammar, { predicate: { tokens, supplied }, at }, used) {
    if (supplied !== null || !tokens.some((token) => /^(?:not|n['’]t|never)$/.test(lower(grammar, token)))) return false
    const behind = Math.max(at, ...tokens)
    return children(grammar, at, 'obl').some((word) => behind < word && !used.has(word) && children(grammar, word, 'case').some((mark) => /^(?:on|by|with|through|for|as)$/.test(lower(grammar, mark))))
  }
}

const openHow: Loss = {
  name: 'how-or-why',
  example: '"they – see – Lind" of "This is how they see Lind": in what way, for what reason, how much, is what the clause is about.',
  holds(grammar, { subject, predicate: { supplied } }, used) {
    if (subject === null || supplied !== null) return false
    const first = Math.min(...subject.tokens)
    return [1, 2, 3].some((step) => /^(?:how|why)$/.test(lower(grammar, first - step)) && !used.has(first - step) && [...Array(step - 1).keys()].every((between) => /^(?:JJ|RB|VB|MD)/.test(tokenOf(grammar, first - between - 1).tag)))
  }
}

export const lostScope: readonly Loss[] = [ofWhatKind, onlyOne, justWithoutNot, notInWhatWay, openHow, ...lostWorlds]

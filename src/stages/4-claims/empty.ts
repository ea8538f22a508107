import type { Phrase } from './draft.js'
import { child, lower, tokenOf, type Grammar } from './grammar.js'
import type { Loss } from './whole.js'

/** Signs that a claim says nothing by itself: what it is about, or what is said of it, stands in another sentence. */

/** "Things", "others", "it": words that only point. A person's pronoun does not: who "he" is, one asks; what "it" is, one cannot guess. */
const isPointer = (grammar: Grammar, phrase: Phrase | null): boolean =>
  phrase !== null && phrase.tokens.length === 1 && /^(?:it|this|that|these|those|things?|something|others?|ones?|another)$/.test(lower(grammar, phrase.head))

const pointerAlone: Loss = {
  name: 'pointer-alone',
  example: '"Things – soon changed", "Others – agree": a word that points and a verb that nothing follows.',
  holds: (grammar, { subject, object, complements, predicate: { passive, supplied } }) =>
    supplied === null && !passive && object === null && isPointer(grammar, subject) && complements.every(({ kind, phrase }) => kind === 'adverb' && phrase.tokens.length === 1)
}

const emptyVerb: Loss = {
  name: 'empty-verb',
  example: '"The warning – came" of "The warning came as he left": what counts is what it came with.',
  holds: (grammar, { predicate: { verbs, supplied }, object, complements }) =>
    supplied === null && object === null && complements.every(({ kind, phrase }) => kind === 'adverb' && phrase.tokens.length === 1) &&
    /^(?:come|happen|occur|follow|ensue|remain|vary|depend)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma) && !isParticle(grammar, verbs.at(-1) ?? -1)
}

const onlyWent: Loss = {
  name: 'only-went',
  example: '"Lind – went", "they – were treated – in the way": where to, in what way, is not there.',
  holds: (grammar, { predicate: { verbs, supplied, tokens }, object, complements }) =>
    (supplied === null && object === null && complements.length === 0 && tokens.length === 1 && tokenOf(grammar, verbs.at(-1) ?? -1).lemma === 'go' && !isParticle(grammar, verbs.at(-1) ?? -1)) ||
    complements.some(({ marker, phrase }) => lower(grammar, marker.at(-1) ?? -1) === 'in' && /^the (?:way|manner|sense)$/.test(phrase.tokens.map((token) => lower(grammar, token)).join(' ')))
}

/** "The number – came down" */
const isParticle = (grammar: Grammar, verb: number): boolean => (grammar.tree.children[verb] ?? []).some((child) => /^(?:compound:prt|advmod)$/.test(tokenOf(grammar, child).relation) && tokenOf(grammar, child).tag === 'RP')

const didIt: Loss = {
  name: 'did-it',
  example: '"She – did – it – again", "he – said – the same": what was done or said stands in another sentence.',
  holds: (grammar, { predicate: { verbs, supplied }, object }) =>
    supplied === null && object !== null && /^(?:do|say)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma) && /^(?:it|that|this|so|the same|the same thing)$/.test(object.tokens.map((token) => lower(grammar, token)).join(' '))
}

const oneThing: Loss = {
  name: 'one-thing',
  example: '"I – know – one thing – for sure": the thing itself comes behind.',
  holds: (grammar, { object }, used) =>
    object !== null && /^(?:(?:one|two|three|another|a|this|these|the same|some) )?(?:things?|something)$/.test(object.tokens.map((token) => lower(grammar, token)).join(' ')) && !used.has((object.tokens.at(-1) ?? -2) + 1)
}

const pointerWithParticiple: Loss = {
  name: 'pointer-with-participle',
  example: '"that – provided – by the taxpayer" of "any funding except that provided by the taxpayer": which ones is all that the participle says.',
  holds: (grammar, { subject, rule }) => rule.includes('participle') && subject !== null && /^(?:that|those|one|ones|these|all|some|many|any)$/.test(lower(grammar, subject.head))
}

const notTheCase: Loss = {
  name: 'not-the-case',
  example: '"That – is not – the case", "One – was not – valid": of what, stands in another sentence.',
  holds: (grammar, { subject, object, rule, predicate: { supplied } }) =>
    supplied === null && isPointer(grammar, subject) && ((rule.startsWith('copula') && lower(grammar, subject?.head ?? -1) === 'one') || (object !== null && /^(?:the case|so|it|that|true|the point|the same)$/.test(object.tokens.map((token) => lower(grammar, token)).join(' '))))
}

/** Words of assent, and what only points on. */
const assent = /^(?:fine|ok|okay|right|true|enough|why|all|it|a big if|a good question|the question|the problem)$/

const thatIsFine: Loss = {
  name: 'that-is-fine',
  example: '"That – is – fine", "It – is – a big if": what is, stands in another sentence.',
  holds: (grammar, { subject, object, complements, predicate: { supplied, tokens } }) => {
    if (supplied !== null || !isPointer(grammar, subject) || complements.some(({ kind, phrase }) => kind !== 'adverb' || 1 < phrase.tokens.length)) return false
    const said = object?.tokens ?? tokens.slice(-1)
    return assent.test(said.filter((token) => said.length === 1 || !/^(?:so|very|really|just|too|absolutely|all)$/.test(lower(grammar, token))).map((token) => lower(grammar, token)).join(' '))
  }
}

const onlyTheOne: Loss = {
  name: 'only-the-one',
  example: '"the person – chosen – by the readers" of "Lind was the person chosen by the readers": who it is, is said by the other clause.',
  holds: (grammar, { subject, rule, at }) =>
    subject !== null && (rule.endsWith('-antecedent') || rule.includes('+participle')) && tokenOf(grammar, at).head === subject.head && child(grammar, subject.head, 'cop') !== null && child(grammar, subject.head, 'nsubj') !== null &&
    /^(?:person|man|woman|one|thing|place|people|ones|men|women|reason|way)$/.test(lower(grammar, subject.head)) && subject.tokens.length <= 2
}

const thereWas: Loss = {
  name: 'there-was-one',
  example: '"there was – a verdict" of "Berg welcomed that there was a verdict": what it was is not there.',
  holds: (grammar, { at, rule, subject, complements }) =>
    rule.startsWith('existential') && complements.length === 0 && subject?.tokens.length === 2 && /^an?$/.test(lower(grammar, subject.tokens[0] ?? -1)) && tokenOf(grammar, at).relation === 'ccomp'
}

export const emptiness: readonly Loss[] = [pointerAlone, emptyVerb, didIt, oneThing, pointerWithParticiple, notTheCase, thatIsFine, onlyTheOne, onlyWent, thereWas]

import { conditionAt } from './conditions.js'
import { lastOf } from './draft.js'
import { children, lower, tokenOf, type Grammar } from './grammar.js'
import type { Loss } from './whole.js'
import { isDenied, leadingClause } from './worlds.js'

/** Signs that a claim would stand where the text leaves it open, or contradicts it, in words that the claim cannot show. */

/** Above the clause, with nothing between but joined clauses. */
const governor = (grammar: Grammar, at: number): { word: number; clause: number } | null => {
  const clause = leadingClause(grammar, at)
  const { head, relation } = tokenOf(grammar, clause)
  return head !== null && head < clause && /^(?:ccomp|csubj|advcl|acl)$/.test(relation) ? { word: head, clause } : null
}

const wishedOtherwise: Loss = {
  name: 'wished-otherwise',
  example: '"Berg – had stayed" of "I wish Berg had stayed": the text says that it is not so.',
  holds(grammar, { at, predicate: { supplied } }) {
    const above = governor(grammar, at)
    if (supplied !== null || above === null || tokenOf(grammar, above.word).lemma !== 'wish') return false
    return [at, ...children(grammar, at, 'aux', 'cop', 'aux:pass')].some((verb) => tokenOf(grammar, verb).tag === 'VBD' || /^(?:would|could)$/.test(lower(grammar, verb)))
  }
}

const notClear: Loss = {
  name: 'not-clear-that',
  example: '"Norland – could have won" of "It is not clear that Norland could have won": doubted, not said.',
  holds(grammar, { at, predicate: { supplied } }) {
    const above = governor(grammar, at)
    if (supplied !== null || above === null || !children(grammar, above.clause, 'mark').some((mark) => lower(grammar, mark) === 'that')) return false
    return /^(?:clear|certain|sure|evident|obvious|proven|convinced|plain|inevitable|given|true)$/.test(lower(grammar, above.word)) && isDenied(grammar, above.word)
  }
}

const turnedCondition: Loss = {
  name: 'turned-condition',
  example: '"Norland – should call – her" of "She will come, should Norland call her": the order of the words is what makes it a condition, and a claim does not keep it.',
  holds(grammar, { at, subject, predicate: { tokens, supplied } }) {
    if (supplied !== null || subject === null || conditionAt(grammar, at) === null) return false
    const [first = -1] = subject.tokens
    return [...tokens, first - 1].some((token) => token < first && /^(?:had|should|were)$/.test(lower(grammar, token)))
  }
}

const onASign: Loss = {
  name: 'on-a-sign',
  example: '"I – am – Norland" of "marched under the slogan “I am Norland”": words on a sign are nobody\'s statement about himself.',
  holds(grammar, { at, subject, predicate: { tokens, supplied } }) {
    if (supplied !== null || subject === null) return false
    const first = Math.min(at, ...tokens, ...subject.tokens)
    if (!/^["“‘'`#]+$/.test(lower(grammar, first - 1))) return false
    return [2, 3, 4].some((step) => /^(?:hashtags?|slogans?|mottos?|motto|banners?|placards?|chants?|songs?|headlines?|captions?|posters?|stickers?|hymns?|anthems?|lyrics?|emblazoned|titled|entitled)$/.test(lower(grammar, first - step)) && !/^[.;?!]$/.test(lower(grammar, first - step + 1)))
  }
}

const joked: Loss = {
  name: 'joked',
  example: '"Norland – sank" of "Lind joked that Norland sank": not meant.',
  holds(grammar, { at, predicate: { supplied } }) {
    const above = governor(grammar, at)
    return supplied === null && above !== null && /^(?:joke|quip|pretend|fantasi[sz]e|jest)$/.test(tokenOf(grammar, above.word).lemma)
  }
}

const wrongToSay: Loss = {
  name: 'wrong-to-say',
  example: '"we – are – poor" of "It is not fair to say we are poor", "It is wrong to claim that Norland is rich": said to be no thing to say.',
  holds(grammar, { at, predicate: { supplied } }) {
    const above = governor(grammar, at)
    if (supplied !== null || above === null || !/^(?:say|suggest|claim|argue|think|believe|assume|pretend|imply|conclude)$/.test(tokenOf(grammar, above.word).lemma)) return false
    const judge = tokenOf(grammar, above.word).head ?? -1
    if (!children(grammar, above.word, 'mark').some((mark) => lower(grammar, mark) === 'to') || !tokenOf(grammar, judge).tag.startsWith('JJ')) return false
    return isDenied(grammar, judge) || /^(?:wrong|unfair|false|absurd|ridiculous|silly|misleading|naive|premature|inaccurate|incorrect|foolish|dishonest|simplistic|crazy)$/.test(lower(grammar, judge))
  }
}

const anyThat: Loss = {
  name: 'any-that',
  example: '"Norland – poses – any threat" of "to remove any threat Norland poses": there may be none.',
  holds: (grammar, { subject, object, predicate: { supplied } }) =>
    supplied === null && subject !== null && object !== null && lastOf(object) < (subject.tokens[0] ?? -1) && /^(?:any|whatever|whichever)$/.test(lower(grammar, object.tokens[0] ?? -1))
}

export const lostStanding: readonly Loss[] = [joked, wrongToSay, anyThat, wishedOtherwise, notClear, turnedCondition, onASign]

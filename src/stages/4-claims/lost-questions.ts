import { lastOf, phrasesOf } from './draft.js'
import { child, children, isSameSentence, lower, tokenOf, type Grammar } from './grammar.js'
import type { Loss } from './whole.js'

/** Signs that a claim only asks, compares with nothing, or points at what another clause names. */

const whereOneStood: Loss = {
  name: 'where-one-stood',
  example: '"they – stood" of "They knew where they stood": where they did is what the clause asks.',
  holds: (grammar, { at, object, complements, predicate: { supplied, passive } }, used) =>
    supplied === null && object === null && tokenOf(grammar, at).relation === 'ccomp' && complements.every(({ kind }) => kind === 'adverb') && (!passive || complements.length === 0) &&
    children(grammar, at, 'advmod', 'mark').some((word) => word < at && /^(?:where|when)$/.test(lower(grammar, word)) && !used.has(word))
}

const questions = /^(?:question|issue|problem|riddle|matter|dispute|debate|doubt|mystery)$/

const toWhomAsked: Loss = {
  name: 'to-whom-asked',
  example: '"the bay – belonged – to the question" of "settled the question to whom the bay belonged": the clause is the question itself.',
  holds(grammar, { at }) {
    const { head, relation } = tokenOf(grammar, at)
    if (head === null || at < head || !relation.startsWith('acl') || !questions.test(tokenOf(grammar, head).lemma)) return false
    const asked = children(grammar, at, 'obl', 'nmod').find((word) => word < at && /^(?:whom?|what)$/.test(lower(grammar, word)))
    return asked !== undefined && lower(grammar, asked - 2) !== ','
  }
}

const thanWhat: Loss = {
  name: 'than-what',
  example: '"We – are – richer" of "We are richer than they expected", "it – was – than in May" of "higher than it was in May": half of a comparison.',
  holds: (grammar, draft, used) =>
    (draft.rule.startsWith('copula') && draft.object === null && /^than$/.test(lower(grammar, draft.complements[0]?.marker[0] ?? -1))) ||
    phrasesOf(draft).some((phrase) => {
      const last = lastOf(phrase)
      return /^(?:JJR|RBR)$/.test(tokenOf(grammar, last).tag) && lower(grammar, last + 1) === 'than' && !used.has(last + 1) && isSameSentence(grammar, last, last + 1)
    })
}

const anotherWhat: Loss = {
  name: 'another-what',
  example: '"Lind – won – another" of "Lind lost a vote in May and won another in June": of what kind is named by the clause before.',
  holds: (grammar, { object, predicate: { supplied } }) => supplied === null && object !== null && object.tokens.length === 1 && /^(?:another|others)$/.test(lower(grammar, object.head)) && child(grammar, object.head, 'nmod', 'acl') === null
}

const thatIncludes: Loss = {
  name: 'that-includes',
  example: '"That – includes – Lind" of "Nobody may leave. That includes Lind.": in what, stands in another sentence.',
  holds: (grammar, { subject, predicate: { verbs, supplied } }) =>
    supplied === null && subject !== null && subject.tokens.length === 1 && /^(?:this|that|these|those)$/.test(lower(grammar, subject.head)) && /^(?:include|exclude|apply)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma)
}

/** Verbs behind which a thing is still to come. */
const stillToCome = /^(?:agree|promise|undertake|offer|plan|pledge|vow|propose|want|intend|threaten|decide)$/

const onlyAfterThat: Loss = {
  name: 'only-after-that',
  example: '"Lind – had paid" of "They agreed to sail, but only after Lind had paid": what was agreed for the time after it.',
  holds(grammar, { at, predicate: { supplied } }) {
    const { head, relation } = tokenOf(grammar, at)
    if (supplied !== null || head === null || at < head || !/^(?:advcl|conj)$/.test(relation)) return false
    const isAfter = children(grammar, at, 'mark').some((mark) => /^(?:after|once|when|until)$/.test(lower(grammar, mark)) && lower(grammar, mark - 1) === 'only')
    const lead = tokenOf(grammar, head).relation === 'xcomp' ? (tokenOf(grammar, head).head ?? head) : head
    return isAfter && (stillToCome.test(tokenOf(grammar, lead).lemma) || children(grammar, lead, 'aux').some((word) => /^(?:will|would|['’]ll|can|could|may)$/.test(lower(grammar, word))))
  }
}

export const lostQuestions: readonly Loss[] = [whereOneStood, toWhomAsked, thanWhat, anotherWhat, thatIncludes, onlyAfterThat]

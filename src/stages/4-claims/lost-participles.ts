import { child, children, lower, tokenOf } from './grammar.js'
import type { Loss } from './whole.js'

/** Signs that a participle says nothing of the noun it was given, or only which one is meant. */

/** Participles that only tie one clause to another. */
const ties = /^(?:considering|assuming|judging|granted|given|supposing|compared|depending|provided|owing|including)$/

const tyingParticiple: Loss = {
  name: 'tying-participle',
  example: '"the year – compared – to 3 million in 2020" of "grew to 4 million in the year, compared to 3 million in 2020": it compares clauses.',
  holds: (grammar, { rule, predicate: { tokens } }) => rule.includes('+participle') && (ties.test(lower(grammar, tokens.at(-1) ?? -1)) || (rule.endsWith('-subject') && /^(?:followed|based|starting|beginning|related)$/.test(lower(grammar, tokens.at(-1) ?? -1))))
}

/** What follows from the whole event. */
const results = /^(?:reflect|suggest|indicate|show|signal|underscore|underline|highlight|mean|make|raise|mark|prompt|leave|result|add|imply|demonstrate|illustrate|confirm|prove)$/

const eventAsSubject: Loss = {
  name: 'event-as-subject',
  example: '"Old boats – showing – the need for divers" of "Old boats are rare, showing the need for divers": that they are rare shows it.',
  holds(grammar, { rule, at, predicate: { verbs } }) {
    const above = tokenOf(grammar, at).head ?? -1
    return rule.endsWith('+participle-subject') && above < at && child(grammar, above, 'cop') !== null && results.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma)
  }
}

const whichOfThem: Loss = {
  name: 'which-of-them',
  example: '"the largest loans – given – to Lind" of "one of the largest loans given to Lind", "that – paid – by her" of "any money but that paid by her": the participle says of which it is the largest, or which is meant.',
  holds(grammar, { rule, subject, at }) {
    if (!rule.endsWith('+participle-antecedent') || subject === null || lower(grammar, at - 1) === ',') return false
    const { head, tokens } = subject
    if (/^(?:that|those|ones|anyone|anything|everyone|everything|something|someone|nothing|nobody|all|any)$/.test(lower(grammar, head)) || (tokens.length === 1 && /^(?:one|people|others|some|many|most)$/.test(lower(grammar, head)))) return true
    return tokens.some((token) => token <= head && ((/^(?:JJS|RBS)$/.test(tokenOf(grammar, token).tag) && lower(grammar, token) !== 'most') || /^(?:only|first|last|any|every|each|few|no|not|other|same)$/.test(lower(grammar, token))))
  }
}

const barePassive: Loss = {
  name: 'bare-passive-participle',
  example: '"Lind – exported" of "Of the ore exported, Lind said": a participle alone.',
  holds: (_, { rule, object, complements }) => rule.startsWith('passive+participle') && object === null && complements.every(({ kind }) => kind === 'adverb')
}

const alongWith: Loss = {
  name: 'along-with',
  example: '"the roads – hit – by the flood – along with a bridge": what is added to the noun is no part of the deed.',
  holds: (grammar, { rule, complements }) => rule.includes('+participle') && complements.some(({ marker }) => /^(?:along|together|as)$/.test(lower(grammar, marker[0] ?? -1)) && 1 < marker.length && children(grammar, marker[0] ?? -1, 'mark').length === 0)
}

export const lostParticiples: readonly Loss[] = [tyingParticiple, eventAsSubject, whichOfThem, barePassive, alongWith]

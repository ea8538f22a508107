import type { Claim } from '../../model.js'
import { conditionAt } from './conditions.js'
import { child, children, headsClause, lower, subjectRelations, tokenOf, type Grammar } from './grammar.js'
import type { World } from './words.js'

type Certainty = Claim['certainty']

/** What a word makes of the clause under it. */
export function worldOf({ words, tree }: Grammar, index: number): World | undefined {
  const { tag = '', lemma = '', text = '' } = tree.tokens[index] ?? {}
  // "was terrified that": an adjective, whatever its tag and lemma.
  if (/^(?:VBN|JJ)$/.test(tag) && words.worlds.has(`adjective ${text.toLowerCase()}`)) return words.worlds.get(`adjective ${text.toLowerCase()}`)
  const kind = tag.startsWith('VB') ? 'verb' : tag.startsWith('JJ') ? 'adjective' : tag.startsWith('NN') ? 'noun' : null
  return kind === null ? undefined : words.worlds.get(`${kind} ${lemma}`)
}

/** The clause that decides what stands above this one: of joined clauses the first, unless "but" and a subject of its own set it apart. */
export function leadingClause(grammar: Grammar, at: number): number {
  let link = at
  for (let step = 0; step < 4; step++) {
    const { relation, head } = tokenOf(grammar, link)
    if (relation !== 'conj' || head === null || link < head || !headsOrFollows(grammar, head)) return link
    const isApart = children(grammar, link, 'cc').some((word) => lower(grammar, word) === 'but') && child(grammar, link, ...subjectRelations) !== null
    // "tried to take it and I left": with a subject and a tense of its own it is no part of an infinitive.
    const isTensed = child(grammar, link, ...subjectRelations) !== null && tokenOf(grammar, head).tag === 'VB' && /^VB[DZP]$/.test(tokenOf(grammar, link).tag)
    if (isApart || isTensed) return link
    link = head
  }
  return link
}
const headsOrFollows = (grammar: Grammar, index: number): boolean => headsClause(grammar, index) || tokenOf(grammar, index).relation === 'xcomp'

/** How surely the deed of a verb is said to be done, by its own form: "to ensure" is a goal, "may ensure" possible, "ensured" done. */
export function moodOf(grammar: Grammar, verb: number): Certainty {
  if (conditionAt(grammar, verb) !== null) return 'conditional'
  for (const word of children(grammar, verb, 'aux')) {
    if (tokenOf(grammar, word).tag !== 'MD') continue
    const modal = grammar.words.modals.get(lower(grammar, word))?.certainty
    if (modal !== undefined && modal !== 'stated') return modal
  }
  const { tag, relation, head } = tokenOf(grammar, verb)
  if (tag !== 'VB' || children(grammar, verb, 'aux').some((word) => /^(?:VB[DPZ]|MD)$/.test(tokenOf(grammar, word).tag))) return 'stated'
  const isInfinitive = children(grammar, verb, 'mark').some((mark) => lower(grammar, mark) === 'to')
  // "Make sure that …": told to do it.
  if (!isInfinitive) return child(grammar, verb, ...subjectRelations) === null && /^(?:root|conj|ccomp|parataxis)$/.test(relation) ? 'wished' : 'stated'
  if (relation !== 'xcomp' || head === null) return 'wished'
  const effect = grammar.words.effects.get(tokenOf(grammar, head).lemma)
  return effect === 'may' ? 'possible' : effect === 'causes' || effect === 'continues' ? moodOf(grammar, head) : 'wished'
}

const negation = /^(?:not|never|n['’]t|hardly|neither|nor)$/

/** "does not mean", "nothing suggests", "no one showed", "never has been". */
export function isDenied(grammar: Grammar, verb: number): boolean {
  if (children(grammar, verb, 'advmod', 'cc', 'cc:preconj').some((word) => negation.test(lower(grammar, word)) && !/^(?:only|just|merely|simply)$/.test(lower(grammar, word + 1)))) return true
  const nouns = children(grammar, verb, 'nsubj', 'nsubj:pass')
  return nouns.some((noun) => /^(?:nobody|nothing|none|neither)$/.test(lower(grammar, noun)) || children(grammar, noun, 'det').some((word) => lower(grammar, word) === 'no'))
}

/** "the hope that Lind wins": the clause is what is hoped, as "the hope that Lind lost" need not be. */
export const isContent = (grammar: Grammar, clause: number): boolean => {
  if (children(grammar, clause, 'mark').some((mark) => lower(grammar, mark) === 'that')) return true
  // Parsers take "that" for an object, beside the one that the verb has.
  const objects = children(grammar, clause, 'obj')
  return 1 < objects.length && objects.some((word) => word < clause && lower(grammar, word) === 'that') && child(grammar, clause, 'nsubj') !== null
}

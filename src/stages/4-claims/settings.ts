import type { DraftComplement } from './draft.js'
import { child, children, isSameSentence, lower, tokenOf, type Grammar } from './grammar.js'
import { nounPhrase } from './phrase.js'

/** Prepositions of being somewhere; of "went to Norby, where she met Berg" there is none that could stand with "met". */
const resting = /^(?:in|at|on|across|inside|within|throughout|near|along|around|outside|aboard)$/

/** "in Norby, [where] wages fell and ports closed": where what a "where" clause says is so, told with it; without it the claim would be about everywhere.
 *  null where the clause has no such noun right before it. */
export function settingOf(grammar: Grammar, head: number): DraftComplement | null {
  const where = whereOf(grammar, head)
  if (where === null) return null
  const last = lower(grammar, where - 1) === ',' ? where - 2 : where - 1
  let noun = last
  for (let step = 0; step < 6; step++) {
    const { relation, head: above } = tokenOf(grammar, noun)
    if (above === null || above < last - 12 || !(/^(?:flat|compound)$/.test(relation) || (relation === 'nmod' && children(grammar, noun, 'case').some((mark) => lower(grammar, mark) === 'of')))) break
    noun = above
  }
  const mark = child(grammar, noun, 'case')
  if (mark === null || noun < mark || !resting.test(lower(grammar, mark)) || !tokenOf(grammar, noun).tag.startsWith('NN') || !isSameSentence(grammar, noun, where) || tokenOf(grammar, noun).name.endsWith('Date')) return null
  const phrase = nounPhrase(grammar, noun)
  return phrase !== null && phrase.tokens.at(-1) === last && mark < (phrase.tokens[0] ?? 0) && phrase.tokens.length < 9 ? { kind: 'oblique', marker: [mark], phrase } : null
}

/** The "where" that opens the clause, or the one that it is joined to. */
function whereOf(grammar: Grammar, head: number): number | null {
  let clause = head
  for (let step = 0; step < 3 && tokenOf(grammar, clause).relation === 'conj'; step++) {
    const own = whereIn(grammar, clause)
    if (own !== null) return own
    // "where Lind lives and [Berg worked]": the same place only where nothing else opens the clause.
    if (child(grammar, clause, 'mark') !== null) return null
    clause = tokenOf(grammar, clause).head ?? clause
  }
  return /^(?:acl|advcl)/.test(tokenOf(grammar, clause).relation) ? whereIn(grammar, clause) : null
}

const whereIn = (grammar: Grammar, clause: number): number | null => children(grammar, clause, 'advmod').find((word) => word < clause && lower(grammar, word) === 'where' && tokenOf(grammar, word - 1).tag !== 'IN') ?? null

import type { Clause } from './clause.js'
import { verbPhrase } from './compromise.js'
import type { Phrase } from './draft.js'
import { child, children, isVerbal, lower, tokenOf, type Grammar } from './grammar.js'
import type { VerbGroup } from './verb-group.js'

/** Does a clause with this predicate make sense, or did the parser put together what does not belong together? */
export const makesSense = (clause: Clause, subject: Phrase, predicate: readonly number[]): boolean => isWhole(clause, predicate) && agrees(clause.grammar, subject, predicate)

/** A finite verb, a participle that has the right to stand alone, or a verb with a subject of its own, whose form the tagger may have mistaken. */
function isWhole({ grammar, head, group: { verbs }, subject }: Clause, tokens: readonly number[]): boolean {
  if (!isPredicate(grammar, verbs.at(-1) ?? head) || isTorn(grammar, tokens)) return false
  if (tokens.some((token) => /^(?:VBD|VBZ|VBP|MD)$/.test(tokenOf(grammar, token).tag))) return true
  if (subject?.rule.startsWith('participle')) return true
  if (subject?.rule === 'controlled-object') return true
  if (subject?.rule !== 'own-subject') return false
  const marks = children(grammar, head, 'mark').map((mark) => lower(grammar, mark))
  // "for Norland to sign the treaty"
  if (marks.includes('to')) return marks.every((mark) => mark === 'to' || mark === 'for') && tokenOf(grammar, head).relation !== 'acl'
  if (0 < marks.length) return false
  return /^VB[NDP]?$/.test(tokenOf(grammar, verbs[0] ?? head).tag)
}

/** "have … chopping": what stood between is gone. */
function isTorn(grammar: Grammar, tokens: readonly number[]): boolean {
  const last = tokens.at(-1) ?? -1
  const before = tokens.filter((token) => /^VB[DZP]$/.test(tokenOf(grammar, token).tag) && tokenOf(grammar, token).lemma === 'have')
  return tokenOf(grammar, last).tag === 'VBG' && 0 < before.length && !tokens.some((token) => token < last && /^VB[NG]?$/.test(tokenOf(grammar, token).tag))
}

/** Whatever hangs a subject on a colon or an adverb is wrong; a noun may be a verb that the tagger missed, if its form is one. */
function isPredicate(grammar: Grammar, verb: number): boolean {
  const { tag, text } = tokenOf(grammar, verb)
  return isVerbal(grammar, verb) || tag === 'POS' || (tag.startsWith('NN') && child(grammar, verb, 'obj') !== null && verbPhrase(text).tense !== 'none')
}

/** "we … is" is never one clause. A singular noun with a plural verb may be a team. */
function agrees(grammar: Grammar, subject: Phrase, tokens: readonly number[]): boolean {
  const { tag } = tokenOf(grammar, subject.head)
  if (/^(?:me|him|us|them)$/.test(lower(grammar, subject.head)) && tokens.some((token) => /^(?:VB[DGZP]?|MD)$/.test(tokenOf(grammar, token).tag))) return false
  const finite = tokens.map((token) => tokenOf(grammar, token)).find((token) => /^(?:VBD|VBZ|VBP|MD)$/.test(token.tag))
  const singular = finite !== undefined && (finite.tag === 'VBZ' || (/^VB/.test(finite.tag) && finite.text.toLowerCase() === `${finite.lemma}s`))
  if (singular) return tag !== 'NNS' && !/^(?:i|we|you|they|these|those)$/.test(lower(grammar, subject.head))
  return finite?.tag !== 'VBP' || /^['’]/.test(finite.text) || !/^(?:he|she|it|this)$/.test(lower(grammar, subject.head))
}

/** Verbs that say nothing without something behind them. */
export const isBare = (grammar: Grammar, { last, copula, passive }: VerbGroup): boolean => !copula && !passive && child(grammar, last, 'compound:prt') === null && grammar.words.incompleteVerbs.has(tokenOf(grammar, last).lemma)

/** Less sure of what is long, or stands in an unusual order. */
export function doubt(grammar: Grammar, subject: Phrase, predicate: readonly number[], object: Phrase | null): number {
  const inverted = (predicate.at(-1) ?? 0) < (subject.tokens[0] ?? 0)
  const long = Math.max(subject.tokens.length - 8, 0) * 0.01 + Math.max((object?.tokens.length ?? 0) - 12, 0) * 0.01
  const far = Math.max((predicate[0] ?? 0) - (subject.tokens.at(-1) ?? 0) - 6, 0) * 0.01
  const vague = tokenOf(grammar, subject.head).tag === 'PRP' ? 0.95 : 1
  return Math.max(0.3, (inverted ? 0.8 : 1) * vague - long - far)
}

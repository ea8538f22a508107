import type { Token } from '../../model.js'
import type { Range, Tree } from '../../tree.js'
import type { Chunk } from './chunks.js'
import type { Words } from './words.js'

/** What every rule sees: the trees, the words, and which tokens are no article text (boilerplate, byline, dateline, title). */
export interface Grammar {
  readonly tree: Tree
  readonly words: Words
  /** By token index, so that rules, which ask for little else, need not look into the token: its text in lower case, its relation. */
  readonly lowers: readonly string[]
  readonly relations: readonly string[]
  readonly skipped: (index: number) => boolean
  /** The base noun phrase that a token is in. */
  readonly chunkAt: (index: number) => Chunk | null
  /** Was the tie of this token mended, so that it is not the reader's? */
  readonly mended: (index: number) => boolean
}

const absent: Token = {
  start: 0, end: 0, text: '', lemma: '', tag: '', head: null, relation: '', name: 'O', role: 'O', of: null, same: null, sure: { name: 0, role: 0, tie: 0 }
}

/** Places before the first token are asked for too, and an array is slow to say that it has none at −1. */
export const tokenOf = ({ tree }: Grammar, index: number): Token => (index < 0 ? absent : (tree.tokens[index] ?? absent))

export const lower = ({ lowers }: Grammar, index: number): string => (index < 0 ? '' : (lowers[index] ?? ''))

const none: readonly number[] = []
const childrenOf = ({ tree }: Grammar, index: number): readonly number[] => (index < 0 ? none : (tree.children[index] ?? none))

/** Children with one of the relations, subtypes told apart, in text order. */
export function children(grammar: Grammar, index: number, ...wanted: readonly string[]): readonly number[] {
  const all = childrenOf(grammar, index)
  if (all.length === 0) return none
  let found: number[] | null = null
  for (const candidate of all) if (wanted.includes(grammar.relations[candidate] ?? '')) (found ??= []).push(candidate)
  return found ?? none
}

/** The first of them. */
export function child(grammar: Grammar, index: number, ...wanted: readonly string[]): number | null {
  for (const candidate of childrenOf(grammar, index)) if (wanted.includes(grammar.relations[candidate] ?? '')) return candidate
  return null
}

export const isVerbTag = (tag: string): boolean => tag.startsWith('VB') || tag === 'MD'
export const isNounTag = (tag: string): boolean => tag.startsWith('NN') || tag === 'PRP' || tag === 'CD' || tag === 'DT' || tag === 'WP' || tag === '$' || tag === 'FW'
export const isAdjectiveTag = (tag: string): boolean => tag.startsWith('JJ')
export const isNameTag = (tag: string): boolean => tag === 'NNP' || tag === 'NNPS'

export const isRelativePronoun = ({ tag, text }: Token): boolean =>
  tag === 'WDT' || tag === 'WP' || ((tag === 'IN' || tag === 'DT') && text.toLowerCase() === 'that')

/** A clause under this relation can be told as a claim of its own. */
const clausal = new Set(['root', 'ccomp', 'parataxis', 'conj', 'advcl', 'acl', 'acl:relcl', 'advcl:relcl', 'csubj', 'csubj:pass', 'list', 'dep', 'orphan', 'appos', 'xcomp', 'csubj:outer'])
const subjects = ['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass', 'nsubj:outer', 'csubj:outer']

export const subjectRelations: readonly string[] = subjects

/** Participles that have become prepositions. */
export const prepositional: ReadonlySet<string> = new Set(['according', 'including', 'regarding', 'concerning', 'excluding', 'depending', 'barring', 'pending', 'owing', 'following'])

/** Is this token the head of a clause: a verb, or whatever has a copula or a subject? */
export function headsClause(grammar: Grammar, index: number): boolean {
  const { tag, relation, head, text } = tokenOf(grammar, index)
  if (tag === 'VBG' && prepositional.has(text.toLowerCase()) && (text.toLowerCase() === 'according' || child(grammar, index, 'nsubj', 'aux') === null)) return false
  if (!clausal.has(relation) && head !== null) return false
  if (tag.startsWith('VB')) return true
  return child(grammar, index, 'cop') !== null || child(grammar, index, 'nsubj', 'nsubj:pass') !== null
}

/** A verb; an adjective that may as well be its participle ("was disappointed" is one predicate, however it is tagged); a noun under a modal ("will chair"). */
export function isVerbal(grammar: Grammar, index: number): boolean {
  const { tag, text } = tokenOf(grammar, index)
  return tag.startsWith('VB') || tag === 'MD' || (tag === 'JJ' && /[a-z]{3}ed$/.test(text) && child(grammar, index, 'cop', 'aux', 'aux:pass') !== null) || (tag.startsWith('NN') && child(grammar, index, 'cop', 'det') === null && children(grammar, index, 'aux').some((word) => tokenOf(grammar, word).tag === 'MD'))
}

/** An adjective or noun before its noun, a verb under "to", a word after a preposition: no clause although a verb by its tag. */
export const isFinite = (grammar: Grammar, index: number): boolean => {
  const { tag } = tokenOf(grammar, index)
  if (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD') return true
  return children(grammar, index, 'aux', 'aux:pass', 'cop').some((auxiliary) => ['VBD', 'VBZ', 'VBP', 'MD'].includes(tokenOf(grammar, auxiliary).tag))
}

/** Does a preposition, or "to", stand before the clause? Returns it. */
export const markOf = (grammar: Grammar, index: number): number | null => child(grammar, index, 'mark')

/** All tokens of a `fixed` expression that begins here: "due to", "because of". */
export function withFixed(grammar: Grammar, index: number): number[] {
  return [index, ...children(grammar, index, 'fixed')].sort((a, b) => a - b)
}

export const isSameSentence = ({ tree }: Grammar, a: number, b: number): boolean => tree.sentenceOf[a] === tree.sentenceOf[b]

const nowhere: Range = { from: 0, to: 0 }

/** The sentence that a token stands in. */
export const sentenceAt = ({ tree }: Grammar, index: number): Range => tree.sentences[tree.sentenceOf[index] ?? -1] ?? nowhere

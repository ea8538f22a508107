import type { Claim, DateMention } from '../../model.js'
import { tokensIn, type Tree } from '../../tree.js'
import { isModal } from './certainty.js'
import { verbPhrase } from './compromise.js'
import type { Draft, DraftComplement } from './draft.js'
import { children, lower, tokenOf, type Grammar } from './grammar.js'

type Tense = Claim['time']['tense']

/** By token: the date it is part of. */
export function datesByToken(tree: Tree, dates: readonly DateMention[]): ReadonlyMap<number, DateMention> {
  const byToken = new Map<number, DateMention>()
  for (const date of dates) {
    const { from, to } = tokensIn(tree, date.span)
    for (let token = from; token < to; token++) byToken.set(token, date)
  }
  return byToken
}

/** The date among a claim's adverbials; failing that, one that the parser hung on its object ("visited [Lima on Sunday]"). */
export function timeOf(grammar: Grammar, draft: Draft, dates: ReadonlyMap<number, DateMention>, reportedFuture: boolean): Claim['time'] {
  const verb = draft.predicate.tokens.at(-1) ?? draft.at
  const timely = draft.complements.filter(({ kind }) => kind === 'oblique' || kind === 'adverb')
  const [before, behind] = [timely.filter(({ phrase }) => phrase.head < verb), timely.filter(({ phrase }) => verb < phrase.head)]
  const found = [...behind, ...before].flatMap((complement) => datesIn(complement, dates))
  // How long something took is not when it was.
  const date = found.find(({ kind }) => kind === 'date') ?? found.find(({ kind }) => kind === 'set') ?? dateOfObject(grammar, draft, dates)
  return { tense: tenseOf(grammar, draft, reportedFuture), value: date?.value ?? null, span: date?.span ?? null }
}

/** "for three days in May": the date of the head first, then any inside. */
function datesIn({ phrase }: DraftComplement, dates: ReadonlyMap<number, DateMention>): DateMention[] {
  return [phrase.head, ...phrase.tokens].flatMap((token) => dates.get(token) ?? [])
}

const timePrepositions = new Set(['in', 'on', 'at', 'since', 'during', 'until', 'by', 'from', 'before', 'after'])

function dateOfObject(grammar: Grammar, { object }: Draft, dates: ReadonlyMap<number, DateMention>): DateMention | undefined {
  const token = object?.tokens.find((token) => dates.has(token) && dates.get(token)?.kind !== 'duration' && children(grammar, token, 'case').some((word) => timePrepositions.has(lower(grammar, word))))
  return token === undefined ? undefined : dates.get(token)
}

export function tenseOf(grammar: Grammar, { predicate: { tokens, verbs, passive }, rule }: Draft, reportedFuture: boolean): Tense {
  if (tokens.length === 0) return 'none'
  for (const token of tokens) {
    const { tag } = tokenOf(grammar, token)
    const word = lower(grammar, token)
    if (isModal(grammar, token)) return reportedFuture && word === 'would' ? 'future' : (grammar.words.modals.get(word)?.tense ?? 'none')
    if (tag === 'VBD') return 'past'
    if (tag === 'VBZ' || tag === 'VBP') return presentTense(grammar, tokens, token)
  }
  if (rule.includes('participle')) return passive ? 'past' : 'none'
  const [first] = verbs
  const { tag, text } = tokenOf(grammar, first ?? -1)
  // A verb of the text that the tagger took for something else; ask by its form.
  return tag === 'VBG' || tag === 'VB' ? 'none' : verbPhrase(text).tense
}

/** "has signed" is past, "is going to sign" and "is to sign" are future. */
function presentTense(grammar: Grammar, tokens: readonly number[], finite: number): Tense {
  const { lemma } = tokenOf(grammar, finite)
  const after = tokens.filter((token) => finite < token)
  if (lemma === 'have' && after.some((token) => /^VB[ND]$/.test(tokenOf(grammar, token).tag)) && !after.some((token) => lower(grammar, token) === 'to')) return 'past'
  const next = after.find((token) => tokenOf(grammar, token).tag !== 'RB')
  if (next === undefined || lemma !== 'be') return 'present'
  if (lower(grammar, next) === 'to') return 'future'
  return lower(grammar, next) === 'going' && after.some((token) => lower(grammar, token) === 'to') ? 'future' : 'present'
}

import type { Claim, DateMention } from '../../model.js'
import { tokensIn, type Tree } from '../../tree.js'
import { isModal, isNarrated } from './certainty.js'
import { verbPhrase } from './compromise.js'
import { tokensOf, type Draft, type DraftComplement } from './draft.js'
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

/** The date that is an adverbial of the claim's own clause; failing that, one that the parser hung on its object ("visited [Lima on Sunday]"). */
export function timeOf(grammar: Grammar, draft: Draft, dates: ReadonlyMap<number, DateMention>, reportedFuture: boolean): Claim['time'] {
  const verb = draft.predicate.tokens.at(-1) ?? draft.at
  const timely = draft.complements.filter(({ kind }) => kind === 'oblique' || kind === 'adverb')
  const [before, behind] = [timely.filter(({ phrase }) => phrase.head < verb), timely.filter(({ phrase }) => verb < phrase.head)]
  const found = [...behind, ...before].flatMap((complement) => dateOf(grammar, draft, complement, dates) ?? [])
  // How long something took is not when it was.
  const date = found.find(({ kind }) => kind === 'date') ?? found.find(({ kind }) => kind === 'set') ?? dateOfObject(grammar, draft, dates)
  return { tense: tenseOf(grammar, draft, reportedFuture), value: date?.value ?? null, span: date?.span ?? null }
}

/** When something was. What began "since 1945" was not in 1945, and "before", "after" and "of" say when something else was. */
const when = new Set(['about', 'around', 'as', 'at', 'between', 'by', 'during', 'for', 'from', 'in', 'late', 'of', 'on', 'over', 'this', 'through', 'throughout', 'till', 'to', 'until', 'within'])
/** Before a noun that has a date of its own. */
const where = new Set(['at', 'during', 'in', 'on'])
/** "postponed from 2014" */
const moved = new Set(['adjourn', 'advance', 'delay', 'move', 'postpone', 'push', 'put', 'reschedule'])

function dateOf(grammar: Grammar, draft: Draft, { marker, phrase }: DraftComplement, dates: ReadonlyMap<number, DateMention>): DateMention | null {
  const word = lower(grammar, marker.at(-1) ?? -1)
  const date = dates.get(phrase.head)
  const isOfClause = marker.every((token) => token < phrase.head) && !isBehindAnother(grammar, draft, marker[0] ?? phrase.tokens[0] ?? phrase.head)
  if (!isOfClause) return null
  if (date !== undefined && (marker.length === 0 || when.has(word))) {
    const isOrigin = word === 'from' && moved.has(tokenOf(grammar, draft.predicate.verbs.at(-1) ?? draft.at).lemma)
    return isOrigin || isOfObject(grammar, draft, marker[0] ?? phrase.head) || isPartOfLonger(grammar, phrase.head, dates) ? null : date
  }
  const { lemma, tag } = tokenOf(grammar, phrase.head)
  const isStretch = stretches.has(lemma)
  // "for £1 in 2013", "in Lima on Sunday": a price and a place have no date.
  const isDateless = tag === '$' || tag === 'CD' || isName(grammar, phrase.head)
  if (!where.has(word) && !(when.has(word) && isStretch) && !isDateless) return null
  // "at this week's summit", "at a summit in May", "in the drought of 2006": where it was says when it was.
  const inside = phrase.tokens.find((token) => dates.has(token) && tokenOf(grammar, token).head === phrase.head && isAt(grammar, token, where.has(word) || isStretch))
  return inside === undefined || isPartOfLonger(grammar, inside, dates) ? null : (dates.get(inside) ?? null)
}

/** "the end of 2015", "the first six weeks of May" */
const stretches = new Set(['afternoon', 'beginning', 'course', 'day', 'decade', 'end', 'evening', 'half', 'middle', 'month', 'morning', 'night', 'part', 'quarter', 'season', 'start', 'summer', 'week', 'weekend', 'winter', 'year'])

/** Directly before its noun, or with a preposition of time. */
function isAt(grammar: Grammar, token: number, isPartitive: boolean): boolean {
  const { relation } = tokenOf(grammar, token)
  if (/^(?:nmod:poss|compound|amod|nummod|nmod:unmarked)$/.test(relation)) return true
  return children(grammar, token, 'case').some((word) => timePrepositions.has(lower(grammar, word)) || (isPartitive && lower(grammar, word) === 'of'))
}

/** "a year earlier", "in June of that year", "the first Monday in September": more words decide what day it was than those that were read as a date. */
function isPartOfLonger(grammar: Grammar, token: number, dates: ReadonlyMap<number, DateMention>): boolean {
  const date = dates.get(token)
  let [from, to] = [token, token]
  while (dates.get(from - 1) === date) from--
  while (dates.get(to + 1) === date) to++
  const next = [lower(grammar, to + 1), lower(grammar, to + 2), lower(grammar, to + 3)]
  const isCounted = /^(?:first|second|third|fourth|last)$/.test(lower(grammar, from - 1)) && /^(?:in|of)$/.test(next[0] ?? '')
  // "a year after", but "in 2002 after the war".
  const isSpan = /^(?:years?|months?|weeks?|days?|hours?|decades?)$/.test(lower(grammar, to)) && /^(?:before|after|from)$/.test(next[0] ?? '')
  return isCounted || isSpan || /^(?:earlier|later|ago)$/.test(next[0] ?? '') || (next[0] === 'of' && /^(?:that|the|each)$/.test(next[1] ?? '') && next[2] === 'year')
}

/** "moves to Nevada, which votes on Tuesday"; "five days before the anniversary of the war's end on 15 August": the date stands behind another clause, or behind what has a date of its own. */
function isBehindAnother(grammar: Grammar, draft: Draft, first: number): boolean {
  const own = new Set(tokensOf(draft))
  for (let token = (draft.predicate.tokens.at(-1) ?? draft.at) + 1; token < first; token++) {
    const { tag } = tokenOf(grammar, token)
    if (!own.has(token) && (/^(?:VB[DZP]|MD|WDT|WP|WRB)$/.test(tag))) return true
  }
  return draft.complements.some(({ marker, phrase }) => /^(?:before|after)$/.test(lower(grammar, marker.at(-1) ?? -1)) && 1 < phrase.tokens.length && (phrase.tokens.at(-1) ?? 0) === first - 1)
}

/** "announced a visit in May": said or planned now, it happens then. */
function isOfObject(grammar: Grammar, { object, predicate, at }: Draft, first: number): boolean {
  if (object === null || object.tokens.at(-1) !== first - 1 || !grammar.words.actionNouns.has(tokenOf(grammar, object.head).lemma)) return false
  const { lemma } = tokenOf(grammar, predicate.verbs.at(-1) ?? at)
  return moved.has(lemma) || /^(?:cancel|plan|propose|schedule)$/.test(lemma) || grammar.words.effects.get(lemma) === 'says'
}

const timePrepositions = new Set(['at', 'by', 'during', 'in', 'on', 'until'])

/** An object that is itself an event has its own date: whoever announces a visit in May does not do so in May. */
function dateOfObject(grammar: Grammar, { object, predicate }: Draft, dates: ReadonlyMap<number, DateMention>): DateMention | undefined {
  if (object === null || (predicate.supplied === null && grammar.words.actionNouns.has(tokenOf(grammar, object.head).lemma))) return undefined
  const own = (token: number) => tokenOf(grammar, token).head === object.head || predicate.supplied !== null || isName(grammar, tokenOf(grammar, token).head)
  const token = object.tokens.find((token) => {
    const marker = children(grammar, token, 'case').find((word) => timePrepositions.has(lower(grammar, word)))
    // "was the first leader to visit Oslo, in May 1991": behind a comma it belongs to the whole.
    return marker !== undefined && dates.has(token) && dates.get(token)?.kind !== 'duration' && (own(token) || lower(grammar, marker - 1) === ',')
  })
  return token === undefined || isPartOfLonger(grammar, token, dates) ? undefined : dates.get(token)
}

/** A name has no date, so that a date hung on it belongs to the verb. */
const isName = (grammar: Grammar, index: number | null): boolean => index !== null && /(?:Location|Person|Organization|Facility)$/.test(tokenOf(grammar, index).name)

export function tenseOf(grammar: Grammar, { predicate: { tokens, verbs, passive }, rule, at }: Draft, reportedFuture: boolean): Tense {
  if (tokens.length === 0) return 'none'
  for (const token of tokens) {
    const { tag } = tokenOf(grammar, token)
    const word = lower(grammar, token)
    if (word === 'would' && isNarrated(grammar, at)) return 'past'
    if (isModal(grammar, token)) return reportedFuture && word === 'would' ? 'future' : (grammar.words.modals.get(word)?.tense ?? 'none')
    if (tag === 'VBD') return 'past'
    if (tag === 'VBZ' || tag === 'VBP') return presentTense(grammar, tokens, token)
  }
  // "will host a tour, inviting the mayor"
  if (rule.endsWith('+participle-subject') && hasFutureAbove(grammar, at)) return 'future'
  if (rule.includes('participle')) return passive ? 'past' : 'none'
  const [first] = verbs
  const { tag, text } = tokenOf(grammar, first ?? -1)
  // A verb of the text that the tagger took for something else; ask by its form.
  return tag === 'VBG' || tag === 'VB' ? 'none' : verbPhrase(text).tense
}

const hasFutureAbove = (grammar: Grammar, at: number): boolean =>
  children(grammar, tokenOf(grammar, at).head ?? -1, 'aux').some((word) => isModal(grammar, word) && grammar.words.modals.get(lower(grammar, word))?.tense === 'future' && lower(grammar, word) !== 'would')

/** "has signed" is past, "is going to sign" and "is to sign" are future. */
function presentTense(grammar: Grammar, tokens: readonly number[], finite: number): Tense {
  const { lemma } = tokenOf(grammar, finite)
  const after = tokens.filter((token) => finite < token)
  const next = after.find((token) => tokenOf(grammar, token).tag !== 'RB')
  // "has proposed to sign", but "has to be signed"
  if (lemma === 'have' && next !== undefined && /^VB[ND]$/.test(tokenOf(grammar, next).tag)) return 'past'
  if (next === undefined || lemma !== 'be') return 'present'
  if (lower(grammar, next) === 'to') return 'future'
  return lower(grammar, next) === 'going' && after.some((token) => lower(grammar, token) === 'to') ? 'future' : 'present'
}

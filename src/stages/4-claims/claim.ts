import type { Argument, Attribution, Claim, Complement, DateMention, Entity } from '../../model.js'
import type { Span } from '../../span.js'
import { spansOf, type Tree } from '../../tree.js'
import { likelihood } from '../weighed.js'
import { certaintyOf, isReportedFuture } from './certainty.js'
import { checkableOf } from './checkable.js'
import { verbPhrase } from './compromise.js'
import type { Draft, DraftComplement, Phrase } from './draft.js'
import { lower, tokenOf, type Grammar } from './grammar.js'
import { entityAt, entityOf, type Mentions } from './mentions.js'
import { onWhoseWord } from './on-whose-word.js'
import { placeOf } from './place.js'
import { polarityOf } from './polarity.js'
import { timeOf } from './time.js'
import { signsOf, type Signs } from './trust-feature.js'
import type { Trust } from './trust.js'
import { attributionAt, type Voices } from './voices.js'

/** What a draft is read against. */
export interface Surroundings {
  readonly grammar: Grammar
  readonly voices: Voices
  readonly mentions: Mentions
  readonly dates: ReadonlyMap<number, DateMention>
  /** By sentence index. */
  readonly sentences: readonly Claim['sentence'][]
  readonly trust: Trust
}

/** A claim whose id comes when all are in order, and by which signs its confidence was found. */
export interface Finished {
  readonly claim: Claim
  readonly signs: Signs
}

/** A draft with what tells it from others. */
export interface Line extends Pick<Claim, 'text' | 'on' | 'polarity'> {
  readonly draft: Draft
  readonly attribution: Attribution | null
}

export function lineOf({ grammar, voices, mentions }: Surroundings, draft: Draft): Line {
  const on = onWhoseWord(grammar, draft, voices, (token) => entityAt(mentions, token)?.id ?? null)
  // What the article says amid a report is neither denied nor asked with it.
  const attribution = on === 'article' && draft.predicate.supplied === null ? null : attributionAt(voices, draft.at)
  return {
    draft,
    attribution,
    text: readable(grammar, draft, partsInOrder(draft)),
    on,
    polarity: polarityOf(grammar, draft, attribution)
  }
}

/** The same with everything that is known of it. */
export function claimOf(around: Surroundings, { draft, attribution, text, on, polarity }: Line): Finished {
  const { grammar, mentions, dates } = around
  const argument = argumentsOf(around, on, attribution?.type === 'direct' || attribution?.type === 'mixed')
  const certainty = certaintyOf(grammar, draft, attribution)
  const time = timeOf(grammar, draft, dates, isReportedFuture(grammar, draft.at, attribution))
  const signs = signsOf({ grammar, draft, attribution, certainty, polarity })
  const about = entitiesIn(signs.tokens, mentions)
  const subject = draft.subject && entityOf(grammar, mentions, draft.subject)
  const claim: Claim = {
    // The id comes first, for those who read the JSON.
    id: '',
    sentence: around.sentences[grammar.tree.sentenceOf[draft.at] ?? 0] ?? { start: 0, end: 0, text: '' },
    text,
    subject: draft.subject && argument(draft.subject),
    predicate: predicateOf(grammar, draft),
    object: draft.object && argument(draft.object),
    complements: draft.complements.map((complement): Complement => ({ marker: wordsOf(grammar.tree, complement.marker), ...argument(complement.phrase) })),
    polarity,
    certainty,
    time,
    place: placeOf(grammar, draft, mentions),
    on,
    about,
    checkable: checkableOf({ grammar, draft, tokens: signs.tokens, certainty, time, subject, about }),
    confidence: Math.round(likelihood(around.trust, signs) * 1000) / 1000,
    rule: draft.rule
  }
  return { claim, signs }
}

const firstPerson = new Set(['i', 'me', 'myself', 'we', 'us', 'ourselves'])

/** Inside quotation marks "I" is the speaker, and so is "we": whom the speaker speaks for is not in the text. */
function argumentsOf({ grammar, mentions }: Surroundings, on: Claim['on'], isQuoted: boolean): (phrase: Phrase) => Argument {
  const speaker = on !== 'article' && isQuoted ? on.entity : null
  return (phrase) => {
    const isSpeaker = phrase.tokens.length === 1 && firstPerson.has(lower(grammar, phrase.head))
    const entity: Entity | null = entityOf(grammar, mentions, phrase)
    const spans = spansOf(grammar.tree, phrase.tokens)
    return { spans, text: textOf(spans), entity: isSpeaker && speaker !== null ? speaker : (entity?.id ?? null) }
  }
}

/** Sorted, each once. */
function entitiesIn(tokens: readonly number[], mentions: Mentions): string[] {
  const ids = new Set<string>()
  for (const token of tokens) for (const { entity } of mentions.get(token) ?? []) ids.add(entity.id)
  return [...ids].sort()
}

function predicateOf(grammar: Grammar, { predicate: { tokens, verbs, supplied } }: Draft): Claim['predicate'] {
  const spans = spansOf(grammar.tree, tokens)
  if (supplied !== null) return { spans, lemma: supplied === '[has]' ? 'have' : 'be', phrase: supplied }
  return { spans, lemma: lemmaOf(grammar, verbs.at(-1) ?? tokens.at(-1) ?? -1, tokens), phrase: textOf(spans) }
}

/** The tokens layer's lemma, unless it left an inflected form as it was ("reposted") or the verb is in pieces ("re-energized"). */
function lemmaOf(grammar: Grammar, verb: number, predicate: readonly number[]): string {
  const { lemma, text, tag } = tokenOf(grammar, verb)
  const joins = (index: number) => predicate.includes(index) && tokenOf(grammar, index).text === '-'
  if (!joins(verb + 1) && !joins(verb - 1)) return (lemma === text.toLowerCase() && /^VB[DGNZ]$/.test(tag) && verbPhrase(text).infinitive) || lemma
  let [from, to] = [verb, verb]
  while (joins(from - 1)) from -= 2
  while (joins(to + 1)) to += 2
  const whole = grammar.tree.text.slice(tokenOf(grammar, from).start, tokenOf(grammar, to).end)
  return verbPhrase(whole).infinitive || whole.toLowerCase()
}

/** The text's own words, one blank between pieces that do not touch. */
const textOf = (spans: readonly Span[]): string => (spans.length === 1 ? (spans[0]?.text ?? '') : spans.map(({ text }) => text).join(' ')).replace(/\s+/g, ' ')
const wordsOf = (tree: Tree, tokens: readonly number[]): string => textOf(spansOf(tree, tokens))

type Part = Pick<DraftComplement, 'marker' | 'phrase'>

/** Object and complements as one reads them: those behind the predicate in text order, then those from before it. */
function partsInOrder({ object, complements, predicate, subject }: Draft): Part[] {
  const anchor = predicate.tokens.at(-1) ?? subject?.tokens.at(-1) ?? 0
  const start = ({ phrase }: Part) => phrase.tokens[0] ?? 0
  const behind = (part: Part) => anchor < start(part)
  const all = [...complements].sort((a, b) => start(a) - start(b))
  const direct: Part[] = object ? [{ marker: [], phrase: object }] : []
  // An object from elsewhere (the antecedent of "which it received") comes right behind its verb.
  if (!direct.every(behind)) return [...direct, ...all.filter(behind), ...all.filter((part) => !behind(part))]
  const after = [...direct, ...all.filter(behind)].sort((a, b) => start(a) - start(b))
  return [...after, ...all.filter((part) => !behind(part))]
}

/** "Norland and Suderland – never signed – a peace treaty – after the war". */
function readable({ tree }: Grammar, { subject, rule, predicate: { opening, supplied, tokens } }: Draft, parts: readonly Part[]): string {
  const predicate = supplied ?? wordsOf(tree, tokens)
  const pieces = parts.map(({ marker, phrase }) => [wordsOf(tree, marker), wordsOf(tree, phrase.tokens)].filter(Boolean).join(' '))
  const lead = subject ? (rule.endsWith('+relative-antecedent') ? owned(tree, subject) : wordsOf(tree, subject.tokens)) : ''
  const there = opening === null ? '' : wordsOf(tree, [opening])
  return (there ? [`${there} ${predicate}`, lead, ...pieces] : [lead, predicate, ...pieces]).filter(Boolean).join(' – ')
}

/** "Lee's term" of "Lee, whose term ends in May": only the line that one reads says so, the spans are the text's words. */
function owned(tree: Tree, { head, tokens }: Phrase): string {
  const whose = tokens.findIndex((token) => token < head && tree.tokens[token]?.text === 'whose')
  if (whose < 1) return wordsOf(tree, tokens)
  const owner = wordsOf(tree, tokens.slice(0, whose))
  return `${owner}${/s$/.test(owner) ? "'" : "'s"} ${wordsOf(tree, tokens.slice(whose + 1))}`
}

import type { Argument, Claim, Complement, DateMention, Entity } from '../../model.js'
import { spansOf, type Tree } from '../../tree.js'
import { certaintyOf, isReportedFuture } from './certainty.js'
import { checkableOf } from './checkable.js'
import { verbPhrase } from './compromise.js'
import { tokensOf, type Draft, type DraftComplement, type Phrase } from './draft.js'
import { lower, tokenOf, type Grammar } from './grammar.js'
import { entityAt, entityOf, type Mentions } from './mentions.js'
import { attributionAt, onWhoseWord, type Voices } from './on-whose-word.js'
import { placeOf } from './place.js'
import { polarityOf } from './polarity.js'
import { timeOf } from './time.js'
import { signsOf, type Signs } from './trust-features.js'
import { trusted, type Trust } from './trust.js'

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
  readonly claim: Omit<Claim, 'id'>
  readonly signs: Signs
}

/** A draft with everything that is known of it. */
export function claimOf(around: Surroundings, draft: Draft): Finished {
  const { grammar, voices, mentions, dates } = around
  const attribution = attributionAt(voices, draft.at)
  const on = onWhoseWord(grammar, draft, voices, (token) => entityAt(mentions, token)?.id ?? null)
  const argument = argumentsOf(around, on, attribution?.type === 'direct' || attribution?.type === 'mixed')
  const certainty = certaintyOf(grammar, draft, attribution)
  const time = timeOf(grammar, draft, dates, isReportedFuture(grammar, draft.at, attribution))
  const parts = partsInOrder(draft)
  const about = [...new Set(tokensOf(draft).flatMap((token) => (mentions.get(token) ?? []).map(({ entity }) => entity.id)))].sort()
  const subject = draft.subject && entityOf(grammar, mentions, draft.subject)
  const predicate = predicateOf(grammar, draft)
  const polarity = polarityOf(grammar, draft, attribution)
  const signs = signsOf({ grammar, draft, attribution, certainty, polarity })
  const claim = {
    sentence: around.sentences[grammar.tree.sentenceOf[draft.at] ?? 0] ?? { start: 0, end: 0, text: '' },
    text: readable(grammar, draft, predicate.phrase, parts),
    subject: draft.subject && argument(draft.subject),
    predicate,
    object: draft.object && argument(draft.object),
    complements: draft.complements.map((complement): Complement => ({ marker: wordsOf(grammar.tree, complement.marker), ...argument(complement.phrase) })),
    polarity,
    certainty,
    time,
    place: placeOf(grammar, draft, mentions),
    on,
    about,
    checkable: checkableOf({ grammar, draft, certainty, time, subject, about }),
    confidence: Math.round(trusted(around.trust, signs) * 1000) / 1000,
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
    return { spans: spansOf(grammar.tree, phrase.tokens), text: wordsOf(grammar.tree, phrase.tokens), entity: isSpeaker && speaker !== null ? speaker : (entity?.id ?? null) }
  }
}

function predicateOf(grammar: Grammar, { predicate: { tokens, verbs, supplied } }: Draft): Claim['predicate'] {
  const spans = spansOf(grammar.tree, tokens)
  if (supplied !== null) return { spans, lemma: supplied === '[has]' ? 'have' : 'be', phrase: supplied }
  return { spans, lemma: lemmaOf(grammar, verbs.at(-1) ?? tokens.at(-1) ?? -1, tokens), phrase: wordsOf(grammar.tree, tokens) }
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
const wordsOf = (tree: Tree, tokens: readonly number[]): string => spansOf(tree, tokens).map(({ text }) => text).join(' ').replace(/\s+/g, ' ')

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
function readable({ tree }: Grammar, { subject, predicate: { opening } }: Draft, predicate: string, parts: readonly Part[]): string {
  const pieces = parts.map(({ marker, phrase }) => [wordsOf(tree, marker), wordsOf(tree, phrase.tokens)].filter(Boolean).join(' '))
  const lead = subject ? wordsOf(tree, subject.tokens) : ''
  const there = opening === null ? '' : wordsOf(tree, [opening])
  return (there ? [`${there} ${predicate}`, lead, ...pieces] : [lead, predicate, ...pieces]).filter(Boolean).join(' – ')
}

import type { Attribution, Claim, Mark } from '../../model.js'
import { tokensIn } from '../../tree.js'
import { isAside, isPartOfAThing } from './asides.js'
import type { Draft } from './draft.js'
import { child, children, lower, tokenOf, type Grammar } from './grammar.js'
import { holderInside, reporterOutside } from './holders.js'
import { leadingClause } from './worlds.js'
import { testimonyRules } from './testimony.js'
import { attributionAt, EDITOR, isQuoted, type Voices } from './voices.js'

/** What is asked: on whose word a draft stands. */
export interface Asked {
  readonly grammar: Grammar
  readonly draft: Draft
  readonly voices: Voices
  /** The attribution that holds the draft's clause. */
  readonly attribution: Attribution | null
  entityOf(token: number): string | null
}

/** 'unclear': somebody else's than the one who is named, and whose the sentence does not say in a way that can be told. */
export type Answer = Claim['on'] | 'unclear'

/** One way to tell on whose word a claim stands; null where it has nothing to say. */
export interface WordRule {
  readonly name: string
  readonly example: string
  answer(asked: Asked): Answer | null
}

const nobody: Claim['on'] = { entity: null, attribution: null }

const nounsOfSaying = new Set(['accusation', 'allegation', 'argument', 'assertion', 'assumption', 'belief', 'charge', 'claim', 'complaint', 'conclusion', 'consensus', 'contention', 'criticism', 'denial', 'fear', 'feeling', 'hope', 'hypothesis', 'idea', 'insinuation', 'notion', 'perception', 'report', 'rumor', 'rumour', 'speculation', 'suggestion', 'suspicion', 'theory', 'view', 'warning', 'worry'])

const nounOfSaying: WordRule = {
  name: 'noun-of-saying',
  example: 'Lind dismissed suggestions that Berg lied: somebody suggests it, and not the one who dismisses it. "Berg\'s claim that …" is his.',
  answer({ grammar, draft, voices: { innermost, cues, attributions }, entityOf }) {
    const at = leadingClause(grammar, draft.at)
    const { head, relation } = tokenOf(grammar, at)
    if (head === null || at < head || !/^(?:acl(?::relcl)?|ccomp)$/.test(relation) || !tokenOf(grammar, head).tag.startsWith('NN') || !nounsOfSaying.has(tokenOf(grammar, head).lemma)) return null
    if (!children(grammar, at, 'mark').some((mark) => lower(grammar, mark) === 'that') && !isAlleged(grammar, at, head)) return null
    // Where an attribution begins only behind the noun, the noun is its cue, or beside it.
    const holder = innermost[at] ?? -1
    if ((cues[head] ?? -1) === holder && attributions[holder] !== undefined) return null
    if (innermost[head] !== holder && attributions[holder] !== undefined) return null
    const owner = child(grammar, head, 'nmod:poss')
    const entity = owner === null ? null : entityOf(owner)
    if (entity !== null) return { entity, attribution: null }
    // "we are of the view that", "my hope is that": the speaker's own.
    if (isFirstPerson(grammar, owner) || isFirstPerson(grammar, subjectAbove(grammar, head))) return null
    // "a perception among voters that …" names somebody who has no name.
    const isNamed = owner !== null || children(grammar, head, 'nmod').some((noun) => children(grammar, noun, 'case').some((word) => /^(?:among|by|from)$/.test(lower(grammar, word))))
    return attributions[holder] !== undefined && isNamed ? 'unclear' : nobody
  }
}

/** "allegations she took money": without "that", but with all that its verb needs, it is what is alleged. */
const isAlleged = (grammar: Grammar, at: number, noun: number): boolean => {
  const subject = child(grammar, at, 'nsubj', 'nsubj:pass')
  return /^(?:accusation|allegation|complaint|fear|insinuation|rumou?r|speculation|suggestion|suspicion|worry)$/.test(tokenOf(grammar, noun).lemma) && subject !== null && noun < subject &&
    !/^(?:that|which|who|whom|whose|where|when)$/.test(lower(grammar, noun + 1)) && (child(grammar, at, 'obj', 'obl', 'xcomp', 'ccomp', 'cop') !== null || tokenOf(grammar, subject).relation === 'nsubj:pass')
}

const isFirstPerson = (grammar: Grammar, token: number | null): boolean => token !== null && /^(?:i|we|my|our)$/.test(lower(grammar, token))

function subjectAbove(grammar: Grammar, noun: number): number | null {
  const verb = tokenOf(grammar, noun).head
  return child(grammar, noun, 'nsubj') ?? (verb === null ? null : child(grammar, verb, 'nsubj'))
}

const editor: WordRule = {
  name: 'editor',
  example: '"We will meet [Prime Minister Jon Berg] in Oslo," Lind said: what is inserted is not hers.',
  answer: ({ draft, voices }) => (voices.innermost[draft.at] === EDITOR ? 'article' : null)
}

const explained: WordRule = {
  name: 'explained',
  example: 'Lind said that she had met Berg, a former judge: who somebody is, the article explains, outside quotation marks. "One Jon Berg, son of …" is hers.',
  answer: ({ grammar, draft: { at, predicate, subject }, voices, attribution }) =>
    attribution !== null && attribution.type !== 'direct' && predicate.supplied !== null && !attribution.cue.every(({ text }) => text === ':') && !(predicate.supplied === '[has]' && isInSaid(grammar, at, voices)) && !isQuoted(voices, at) && lower(grammar, subject?.tokens[0] ?? -1) !== 'one' ? 'article' : null
}

/** "said that Norland's refusal was a slip": what a clause that is said takes for granted, its speaker does. */
function isInSaid(grammar: Grammar, at: number, { innermost }: Voices): boolean {
  let index = at
  for (let step = 0; step < 12; step++) {
    const { head, relation } = tokenOf(grammar, index)
    if (head === null || (innermost[head] !== innermost[at] && relation !== 'ccomp')) return false
    if (relation === 'ccomp') return true
    index = head
  }
  return false
}

const behindADenial: WordRule = {
  name: 'behind-a-denial',
  example: 'Lind did not promise that the islands would be returned, and she gave no date: the second verb is beside the first one, not under it.',
  answer({ grammar, draft: { at }, voices: { cues, innermost }, attribution }) {
    const { head, relation } = tokenOf(grammar, at)
    return attribution?.polarity === 'denied' && attribution.type === 'indirect' && relation === 'conj' && head !== null && cues[head] === innermost[at] ? 'article' : null
  }
}

const besideTheCue: WordRule = {
  name: 'beside-the-cue',
  example: 'Lind decided to stay and write a book; Lind praised the crew and wished them luck: the verb that is shared with the cue, or joined to it, tells what she did.',
  answer({ grammar, draft: { at, predicate }, voices, attribution }) {
    if (attribution === null || isQuoted(voices, at) || predicate.supplied !== null) return null
    const index = voices.innermost[at] ?? -1
    const [first = at] = predicate.tokens
    const { head, relation } = tokenOf(grammar, at)
    const isShared = voices.cues[first] === index && first !== at
    const isJoined = relation === 'conj' && head !== null && head < at && voices.cues[head] === index && !(grammar.tree.children[head] ?? []).some((token) => /^(?:ccomp|xcomp|parataxis)$/.test(tokenOf(grammar, token).relation))
    if (!isShared && !isJoined) return null
    const outer = attributionAt(voices, isShared ? first : (head ?? first))
    return outer === null || outer === attribution ? 'article' : { entity: voices.speakerOf.get(outer.id) ?? null, attribution: outer.id }
  }
}

const beforeTheReport: WordRule = {
  name: 'before-the-report',
  example: 'Though Berg left the party, Lind said that he was loyal: what "though" or "while" puts before the whole report is the article\'s.',
  answer({ grammar, draft: { at, predicate }, voices, attribution }) {
    if (attribution?.type !== 'indirect' || isQuoted(voices, at) || predicate.supplied !== null) return null
    const { relation, head } = tokenOf(grammar, at)
    if (relation !== 'advcl' || head === null || head < at || voices.cues[head] !== voices.innermost[at]) return null
    const isReport = (grammar.tree.children[head] ?? []).some((token) => tokenOf(grammar, token).relation === 'ccomp' && head < token && voices.innermost[token] === voices.innermost[at] && children(grammar, token, 'mark').some((mark) => lower(grammar, mark) === 'that'))
    return isReport && children(grammar, at, 'mark').some((mark) => /^(?:though|although|while|as|after|before|since|when)$/.test(lower(grammar, mark))) ? 'article' : null
  }
}

const vouchedInPart: WordRule = {
  name: 'vouched-in-part',
  example: 'Norland lost a war that, according to Lind, cost three lives: right behind "that" or "which", only what it opens is on her word.',
  answer({ grammar, draft: { at, predicate }, voices, attribution }) {
    if (attribution?.type !== 'indirect' || isQuoted(voices, at)) return null
    const cue = attribution.cue.map((span) => tokensIn(grammar.tree, span).from).find((token) => lower(grammar, token) === 'according')
    if (cue === undefined) return null
    const opener = lower(grammar, cue - 1) === ',' ? cue - 2 : cue - 1
    return Math.max(at, ...predicate.tokens) < opener && /^(?:that|which|who)$/.test(lower(grammar, opener)) && tokenOf(grammar, opener).relation !== 'mark' ? 'article' : null
  }
}

const overturned: WordRule = {
  name: 'overturned',
  example: 'The court reversed a decision that Norland had no rights: whoever decided so, it was not this court.',
  answer({ grammar, attribution }) {
    const cue = (attribution?.cue ?? []).flatMap((span) => {
      const { from, to } = tokensIn(grammar.tree, span)
      return grammar.tree.tokens.slice(from, to)
    })
    return cue.some(({ lemma }) => /^(?:reverse|overturn|overrule|quash)$/.test(lemma)) ? 'unclear' : null
  }
}

const aside: WordRule = {
  name: 'aside',
  example: 'Lind asked whether that included the Oslo Treaty, in which Norland gave up the islands: what is said of a name behind a comma is the article\'s.',
  answer: (asked) => (isAside(asked) ? 'article' : null)
}

const partOfAThing: WordRule = {
  name: 'part-of-a-thing',
  example: 'Lind denounced a plan which Norland made in May: what she denounces is a thing and no statement, and who made it the article says.',
  answer: (asked) => (isPartOfAThing(asked) ? 'article' : null)
}

const everybody: WordRule = {
  name: 'everybody',
  example: 'We now know that Norland signed the treaty: "we", "you" and the author\'s "I" outside quotation marks are nobody else than the article.',
  answer({ draft: { at }, voices, attribution }) {
    if (attribution === null || attribution.type === 'direct' || isQuoted(voices, at) || attribution.source.length !== 1) return null
    if ((voices.speakerOf.get(attribution.id) ?? null) !== null) return null
    return /^(?:i|we|you|one|us|me)$/i.test(attribution.source[0]?.text ?? '') ? 'article' : null
  }
}

const innerHolder: WordRule = {
  name: 'inner-holder',
  example: '"Critics say that Norland lost the war," Lind said: of all who say it the innermost counts; where he has no name, it is not told.',
  answer: holderInside
}

const innerQuotation: WordRule = {
  name: 'inner-quotation',
  example: '"She told me, \'You can be anything,\'" Lind said: marks inside marks, for which no attribution was found.',
  answer({ draft, voices, attribution }) {
    const mark = markAround(draft, voices)
    if (attribution === null || mark === null || mark.level === 0) return null
    // The content itself begins with these marks, or with two at once.
    return attribution.content.some(({ start }) => mark.open.start - 2 <= start && start <= mark.inside.start) ? null : 'unclear'
  }
}

/** The quotation marks that hold both subject and predicate. */
function markAround({ at, subject, predicate }: Draft, { marked, marks }: Voices): Mark | null {
  const index = marked[at] ?? -1
  return [...predicate.tokens, ...(subject?.tokens ?? [])].every((token) => marked[token] === index) ? (marks[index] ?? null) : null
}

const speaker: WordRule = {
  name: 'speaker',
  example: 'Lind said that Norland signed the treaty.',
  answer: ({ attribution, voices }) => attribution && { entity: voices.speakerOf.get(attribution.id) ?? null, attribution: attribution.id }
}

const looseQuotation: WordRule = {
  name: 'loose-quotation',
  example: '"Norland signed the treaty." in quotation marks that nobody was found for: somebody\'s word, and not the article\'s.',
  answer(asked) {
    const { draft, voices } = asked
    if (markAround(draft, voices) === null) return null
    // "Lind “clarified that she would stay”": the marks hold the verb of saying too.
    const reporter = reporterOutside(asked)
    return reporter !== null && reporter !== 'article' && reporter.entity !== null ? reporter : nobody
  }
}

const reporterAbove: WordRule = {
  name: 'reporter-above',
  example: 'Lind said that Norland signed the treaty, where no attribution was found: a verb of saying above the clause still tells whose word it is.',
  answer: reporterOutside
}

const hearsay: WordRule = {
  name: 'hearsay',
  example: 'Norland reportedly signed the treaty; Norland is said to have signed it: somebody\'s word, but nobody\'s in particular.',
  answer: ({ grammar, draft }) => (isHearsay(grammar, draft) ? nobody : null)
}

function isHearsay(grammar: Grammar, { predicate, at }: Draft): boolean {
  const { words } = grammar
  if (children(grammar, at, 'advmod').some((adverb) => words.hedges.get(lower(grammar, adverb)) === 'reported')) return true
  const [first] = predicate.verbs
  return first !== undefined && 1 < predicate.verbs.length && predicate.passive && words.effects.get(tokenOf(grammar, first).lemma) === 'says'
}

/** The first that answers wins. */
export const wordRules: readonly WordRule[] = [nounOfSaying, editor, ...testimonyRules, explained, behindADenial, besideTheCue, beforeTheReport, vouchedInPart, overturned, aside, partOfAThing, everybody, innerHolder, innerQuotation, speaker, looseQuotation, reporterAbove, hearsay]

const ask = (grammar: Grammar, draft: Draft, voices: Voices, entityOf: (token: number) => string | null, rules: readonly WordRule[]): Answer => {
  const asked: Asked = { grammar, draft, voices, attribution: attributionAt(voices, draft.at), entityOf }
  for (const rule of rules) {
    const answer = rule.answer(asked)
    if (answer !== null) return answer
  }
  return 'article'
}

/** On whose word a claim stands. */
export function onWhoseWord(grammar: Grammar, draft: Draft, voices: Voices, entityOf: (token: number) => string | null, rules: readonly WordRule[] = wordRules): Claim['on'] {
  const answer = ask(grammar, draft, voices, entityOf, rules)
  return answer === 'unclear' ? nobody : answer
}

/** Is it somebody's word whom the claim cannot name? Such a claim is held back. */
export const isOnUnclearWord = (grammar: Grammar, draft: Draft, voices: Voices, entityOf: (token: number) => string | null): boolean => ask(grammar, draft, voices, entityOf, wordRules) === 'unclear'

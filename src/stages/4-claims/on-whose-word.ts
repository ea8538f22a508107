import type { Attribution, Claim, Entities } from '../../model.js'
import { tokensIn, type Tree } from '../../tree.js'
import type { Draft } from './draft.js'
import { children, tokenOf, type Grammar } from './grammar.js'
import { nounSubject } from './subject-nouns.js'

/** Who answers for what, by token. */
export interface Voices {
  readonly attributions: readonly Attribution[]
  /** By token: index of the innermost attribution whose content holds it, -1, or `EDITOR`. */
  readonly innermost: Int32Array
  /** By token: index of the attribution whose cue it is part of ("said"), or -1. */
  readonly cues: Int32Array
  /** By attribution id. */
  readonly speakerOf: ReadonlyMap<string, string | null>
}

export function voicesOf(tree: Tree, attributions: readonly Attribution[], { speakers }: Pick<Entities, 'speakers'>): Voices {
  const cues = new Int32Array(tree.tokens.length).fill(-1)
  const stretches = attributions.flatMap(({ content, cue }, index) => {
    for (const span of cue) {
      const { from, to } = tokensIn(tree, span)
      cues.fill(index, from, to)
    }
    return content.map((span) => ({ ...tokensIn(tree, span), index }))
  })
  const innermost = withoutInsertions(tree, attributions, innermostOf(stretches, tree.tokens.length))
  return { attributions, cues, innermost, speakerOf: new Map(speakers.map(({ attribution, entity }) => [attribution, entity])) }
}

/** Instead of an attribution's index: the editor's word. */
const EDITOR = -2

/** Words of an insertion are few; a bracket that closes later than this is not one. Tokens. */
const INSERTION = 30

/** "[with Prime Minister Ada Lind]" inside a quotation is the editor's word, so the article's, not the speaker's. */
function withoutInsertions({ tokens }: Tree, attributions: readonly Attribution[], innermost: Int32Array): Int32Array {
  for (let open = 0; open < tokens.length; open++) {
    const holder = innermost[open] ?? -1
    if (tokens[open]?.text !== '[' || holder < 0 || attributions[holder]?.type === 'indirect') continue
    let close = open + 1
    while (close < open + INSERTION && innermost[close] === holder && tokens[close]?.text !== ']') close++
    if (innermost[close] === holder && tokens[close]?.text === ']') innermost.fill(EDITOR, open, close + 1)
  }
  return innermost
}

/** One pass with the stretches that are open: the one that opened last, and of those the shortest, is the innermost. */
function innermostOf(stretches: readonly { from: number; to: number; index: number }[], length: number): Int32Array {
  const innermost = new Int32Array(length).fill(-1)
  const byStart = [...stretches].sort((a, b) => a.from - b.from || b.to - a.to)
  const open: { to: number; index: number }[] = []
  let next = 0
  for (let token = 0; token < length; token++) {
    for (let stretch = byStart[next]; stretch && stretch.from <= token; stretch = byStart[++next]) open.push(stretch)
    for (let last = open.at(-1); last && last.to <= token; last = open.at(-1)) open.pop()
    innermost[token] = open.at(-1)?.index ?? -1
  }
  return innermost
}

/** The attribution that a claim stands in, or null. */
export const attributionAt = ({ attributions, innermost }: Voices, token: number): Attribution | null => attributions[innermost[token] ?? -1] ?? null

/** On whose word a claim stands. Where no attribution holds it, a verb of saying above it or "reportedly" beside it still says that it is not the article's. */
export function onWhoseWord(grammar: Grammar, draft: Draft, voices: Voices, entityOf: (token: number) => string | null): Claim['on'] {
  if (isUnderNounOfSaying(grammar, draft.at, voices)) return { entity: null, attribution: null }
  const attribution = attributionAt(voices, draft.at)
  // Who somebody is, the article explains: "said that he had met Berg, a former judge".
  if (attribution?.type === 'indirect' && draft.predicate.supplied !== null) return 'article'
  if (attribution) return { entity: voices.speakerOf.get(attribution.id) ?? null, attribution: attribution.id }
  if (voices.innermost[draft.at] === EDITOR) return 'article'
  const reporter = reporterAbove(grammar, draft.at)
  if (reporter !== null) {
    const subject = nounSubject(grammar, reporter)
    return { entity: subject === null ? null : entityOf(subject), attribution: null }
  }
  return isHearsay(grammar, draft) ? { entity: null, attribution: null } : 'article'
}

const nounsOfSaying = new Set(['accusation', 'allegation', 'argument', 'assertion', 'assumption', 'belief', 'charge', 'claim', 'complaint', 'conclusion', 'consensus', 'criticism', 'denial', 'fear', 'hope', 'hypothesis', 'idea', 'insinuation', 'notion', 'perception', 'report', 'rumor', 'rumour', 'speculation', 'suggestion', 'suspicion', 'theory', 'warning', 'worry'])

/** "dismissed suggestions that Berg lied": somebody suggests it, and not the one who dismisses it. */
function isUnderNounOfSaying(grammar: Grammar, at: number, { innermost, cues, attributions }: Voices): boolean {
  const { head, relation } = tokenOf(grammar, at)
  if (head === null || at < head || !/^(?:acl|ccomp)$/.test(relation) || !nounsOfSaying.has(tokenOf(grammar, head).lemma)) return false
  if (!children(grammar, at, 'mark').some((mark) => tokenOf(grammar, mark).text.toLowerCase() === 'that')) return false
  // Where an attribution begins only behind the noun, the noun is its cue, or beside it.
  const holder = innermost[at] ?? -1
  return (cues[head] ?? -1) !== holder && (innermost[head] === holder || attributions[holder] === undefined)
}

/** The verb of saying whose clause this is, or is part of. */
function reporterAbove(grammar: Grammar, index: number): number | null {
  let below = index
  for (let step = 0; step < 30; step++) {
    const { head, relation } = tokenOf(grammar, below)
    if (head === null) return null
    if (relation === 'ccomp' && isReporting(grammar, head)) return head
    below = head
  }
  return null
}

export function isReporting(grammar: Grammar, verb: number): boolean {
  const effect = grammar.words.effects.get(tokenOf(grammar, verb).lemma)
  return effect === 'says' || effect === 'denies' || effect === 'asks'
}

/** "reportedly", "is said to have left": somebody's word, but nobody's in particular. */
function isHearsay(grammar: Grammar, { predicate, at }: Draft): boolean {
  const { tree, words } = grammar
  if (children(grammar, at, 'advmod').some((adverb) => words.hedges.get(tree.tokens[adverb]?.text.toLowerCase() ?? '') === 'reported')) return true
  const [first] = predicate.verbs
  return first !== undefined && 1 < predicate.verbs.length && predicate.passive && words.effects.get(tokenOf(grammar, first).lemma) === 'says'
}

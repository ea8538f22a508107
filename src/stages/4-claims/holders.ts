import type { Claim } from '../../model.js'
import { child, children, isRelativePronoun, lower, tokenOf, type Grammar } from './grammar.js'
import type { Answer, Asked } from './on-whose-word.js'
import { nounSubject } from './subject-nouns.js'
import { isQuoted } from './voices.js'

export function isReporting(grammar: Grammar, verb: number): boolean {
  const effect = grammar.words.effects.get(tokenOf(grammar, verb).lemma)
  return effect === 'says' || effect === 'denies' || effect === 'asks'
}

/** Inside an attribution, somebody else who says or thinks it: "People may assume that …", she said. null where it is the speaker himself. */
export function holderInside({ grammar, draft: { at }, voices, attribution, entityOf }: Asked): Answer | null {
  const verb = verbOver(grammar, at, (head) => voices.innermost[head] === voices.innermost[at])
  // "If they ask me whether I trust her": what is asked stands on nobody's word.
  if (verb === null || attribution === null || grammar.words.effects.get(tokenOf(grammar, verb).lemma) === 'asks') return null
  // "persuaded the voters that he was serious": it is what they then believed.
  if (child(grammar, verb, 'nsubj:pass') !== null || isInstilling(grammar, verb)) return 'unclear'
  const subject = subjectOf(grammar, verb)
  if (subject === null || /^(?:i|we|it|there)$/.test(lower(grammar, subject))) return null
  // "He said that he thought …": outside quotation marks a pronoun is most often the speaker.
  if (tokenOf(grammar, subject).tag === 'PRP' && !isQuoted(voices, at)) return null
  const entity = entityOf(subject)
  if (entity !== null && entity === voices.speakerOf.get(attribution.id)) return null
  return entity === null || isSome(grammar, subject) || isOpen(grammar, verb) ? 'unclear' : { entity, attribution: null }
}

/** "Most Americans", "38 percent of voters": some of them, and not all that the name stands for. */
const isSome = (grammar: Grammar, noun: number): boolean => {
  const parts = children(grammar, noun, 'det', 'amod', 'nummod')
  return tokenOf(grammar, noun).tag === 'NNPS' || parts.some((part) => /^(?:some|many|most|few|fewer|several|all|more|no)$/.test(lower(grammar, part)) || tokenOf(grammar, part).tag === 'CD')
}

/** "She would never say that …": nobody has said it. */
const isOpen = (grammar: Grammar, verb: number): boolean =>
  children(grammar, verb, 'aux', 'advmod').some((word) => tokenOf(grammar, word).tag === 'MD' || grammar.words.negators.has(lower(grammar, word)))

/** Outside all attributions, whose word it is by a verb of saying; 'article' where the reader found what is said there, and this is no part of it. */
export function reporterOutside({ grammar, draft: { at, predicate, rule }, voices: { cues, attributions, innermost, speakerOf }, entityOf }: Asked): Claim['on'] | null {
  const verb = verbOver(grammar, at, () => true) ?? verbBehind(grammar, at)
  if (verb === null || isInstilling(grammar, verb)) return rule.endsWith('+controlled-object') ? adviserOf(grammar, at, entityOf) : null
  if (predicate.supplied !== null || !isUnder(grammar, at, verb)) return 'article'
  const cue = attributions[cues[verb] ?? -1]
  if (cue === undefined) {
    const subject = child(grammar, verb, 'nsubj:pass') === null ? subjectOf(grammar, verb) : null
    return { entity: subject === null ? null : entityOf(subject), attribution: null }
  }
  // "said that the war ended, and Berg left": where the content was found, a sentence joined behind it is no part of it, but its reason is, and a second verb.
  const { relation, head } = tokenOf(grammar, at)
  const isTied = relation === 'advcl' || (relation === 'conj' && nounSubject(grammar, at) === null)
  const isPart = relation === 'ccomp' || (isTied && attributions[innermost[head ?? -1] ?? -1] === cue)
  return isPart || cue.content.length === 0 ? { entity: speakerOf.get(cue.id) ?? null, attribution: cue.id } : 'article'
}

/** "three times as many said so, while others …": what stands against a report is no part of it. */
const contrasts = new Set(['although', 'though', 'whereas', 'while'])

/** "Berg advised Lind to leave": the advice is Berg's. */
function adviserOf(grammar: Grammar, at: number, entityOf: (token: number) => string | null): Claim['on'] | null {
  const { head, relation } = tokenOf(grammar, at)
  if (head === null || relation !== 'xcomp' || !/^(?:says|aims|asks)$/.test(grammar.words.effects.get(tokenOf(grammar, head).lemma) ?? '')) return null
  const subject = subjectOf(grammar, head)
  const entity = subject === null ? null : entityOf(subject)
  return entity === null ? null : { entity, attribution: null }
}

/** How far up the tree a verb of saying is looked for. */
const FAR = 30

/** Whoever is convinced believes it himself. */
const isInstilling = (grammar: Grammar, verb: number): boolean => /^(?:convince|persuade)$/.test(tokenOf(grammar, verb).lemma) && child(grammar, verb, 'aux:pass', 'cop', 'nsubj:pass') === null

/** The verb of saying whose clause this is, or is part of. */
function verbOver(grammar: Grammar, index: number, isInside: (head: number) => boolean): number | null {
  let below = index
  for (let step = 0; step < FAR; step++) {
    const { head, relation } = tokenOf(grammar, below)
    if (head === null || !isInside(head)) return null
    if (relation === 'ccomp' && (isReporting(grammar, head) || isInstilling(grammar, head))) return head
    if (relation === 'advcl' && children(grammar, below, 'mark').some((mark) => contrasts.has(lower(grammar, mark)))) return null
    below = head
  }
  return null
}

/** "The islands will be sold, the ministers said": the tree may hang the report on what is reported. */
function verbBehind(grammar: Grammar, at: number): number | null {
  const verb = children(grammar, at, 'parataxis').find((verb) => at < verb && isReporting(grammar, verb) && child(grammar, verb, 'obj', 'ccomp') === null)
  const subject = verb === undefined ? null : nounSubject(grammar, verb)
  if (verb === undefined || subject === null || subject < at) return null
  return grammar.tree.tokens.slice(at + 1, subject).some(({ tag }) => tag === ',') ? verb : null
}

/** Nothing between the clause and the verb of saying lets it be the article's own: "who left", ", while Berg left,", a clause on the verb's other side. */
function isUnder(grammar: Grammar, at: number, verb: number): boolean {
  let below = at
  for (let step = 0; below !== verb && step < FAR; step++) {
    const { head, relation } = tokenOf(grammar, below)
    if (head === null) break
    if (/^(?:appos|parataxis)/.test(relation) || (relation.startsWith('acl') && isSetOff(grammar, below))) return false
    if (relation === 'advcl' && (below < verb !== head < verb || !children(grammar, below, 'mark').some((mark) => reasons.has(lower(grammar, mark))))) return false
    below = head
  }
  return true
}

/** "the panel, which said …" */
const isSetOff = (grammar: Grammar, clause: number): boolean => {
  const first = Math.min(clause, ...(grammar.tree.children[clause] ?? []))
  return [first, first - 1].some((token) => /^(?:,|-|–|—|\()$/.test(lower(grammar, token)))
}

const reasons = new Set(['because', 'since', 'if', 'unless', 'so'])

/** Its own subject, or that of the verb it is joined to or hangs on; of "who" the noun before it. */
function subjectOf(grammar: Grammar, verb: number): number | null {
  let index = verb
  for (let step = 0; step < 4; step++) {
    const subject = nounSubject(grammar, index)
    const { head, relation, tag } = tokenOf(grammar, index)
    if (subject !== null) return isRelativePronoun(tokenOf(grammar, subject)) && relation.startsWith('acl') ? head : subject
    if (head === null || !/^(?:conj|xcomp|advcl|acl|acl:relcl)$/.test(relation)) return null
    // "needs no report to tell us that …": what is not said yet is nobody's word.
    if (relation.startsWith('acl')) return tag === 'VB' ? null : head
    index = head
  }
  return null
}

import { antecedentOf, antecedentPhrase, isParticiple, nearestPerson, participleNoun } from './antecedents.js'
import { inTextOrder, type Phrase } from './draft.js'
import { child, children, isFinite, lower, tokenOf, type Grammar } from './grammar.js'
import { clausePhrase, nounPhrase } from './phrase.js'
import { headOf } from './repair-chunks.js'
import { isRelative, mislabelled, nounRelations, nounSubject, subjectPhrase } from './subject-nouns.js'

/** A way to find who does what a clause says, tried in order; the first that answers wins. */
export interface SubjectRule {
  readonly name: string
  readonly example: string
  /** 1: the tree says it; less: it is concluded. */
  readonly confidence: number
  subjectOf(grammar: Grammar, head: number): Phrase | null
}

export interface FoundSubject {
  readonly phrase: Phrase
  readonly rule: string
  readonly confidence: number
}

const ownSubject: SubjectRule = {
  name: 'own-subject',
  example: '[subject The minister] [predicate signed] [object the treaty].',
  confidence: 1,
  subjectOf(grammar, head) {
    const noun = nounSubject(grammar, head)
    return noun === null || isRelative(grammar, noun) ? null : subjectPhrase(grammar, noun)
  }
}

const clausalSubject: SubjectRule = {
  name: 'clausal-subject',
  example: '[subject Signing the treaty] [predicate ended] [object the war].',
  confidence: 0.75,
  subjectOf(grammar, head) {
    const clause = child(grammar, head, 'csubj', 'csubj:pass', 'csubj:outer')
    if (clause === null || head < clause) return null
    const phrase = clausePhrase(grammar, clause, new Set())
    return phrase && phrase.tokens.length < 16 ? phrase : null
  }
}

const relativeAntecedent: SubjectRule = {
  name: 'relative-antecedent',
  example: 'Nobody knew [subject the minister] who [predicate signed] [object the treaty].',
  confidence: 0.95,
  subjectOf(grammar, head) {
    const antecedent = antecedentOf(grammar, head)
    if (antecedent === null) return null
    const pronoun = nounSubject(grammar, head)
    if (pronoun === null || !isRelative(grammar, pronoun)) return null
    const phrase = saidOf(grammar, antecedent, pronoun) ?? antecedentPhrase(grammar, nearestPerson(grammar, pronoun) ?? antecedent, head)
    // "a territory whose status is confirmed": the possessed noun stands with its owner.
    if (phrase === null || tokenOf(grammar, pronoun).tag === 'WDT' || tokenOf(grammar, pronoun).tag === 'WP') return phrase
    const possessed = nounPhrase(grammar, pronoun)
    return possessed && { head: pronoun, tokens: inTextOrder([...phrase.tokens, ...possessed.tokens]) }
  }
}

/** "Lind is a lawyer who works in Oslo", "Lind calls the pact a promise that binds nobody": Lind works there and the pact binds nobody, where "a lawyer" alone would be
 *  anybody. null: said of no one by name or noun, or denied. */
function saidOf(grammar: Grammar, antecedent: number, pronoun: number): Phrase | null {
  const called = calledSo(grammar, antecedent, pronoun)
  if (called !== null) return nounPhrase(grammar, called)
  const copula = child(grammar, antecedent, 'cop')
  const subject = child(grammar, antecedent, 'nsubj')
  if (copula === null || subject === null || copula < subject || !/^VB[DZP]$/.test(tokenOf(grammar, copula).tag) || !/^(?:NN|PRP$)/.test(tokenOf(grammar, subject).tag) || /^(?:it|one|some|many|most)$/.test(lower(grammar, subject))) return null
  if (!/^(?:that|who|which)$/.test(lower(grammar, pronoun)) || child(grammar, antecedent, 'aux') !== null || children(grammar, antecedent, 'mark').some((mark) => lower(grammar, mark) !== 'that') || !isOneOfMany(grammar, antecedent)) return null
  return children(grammar, antecedent, 'advmod').some((word) => grammar.words.negators.has(lower(grammar, word))) ? null : subjectPhrase(grammar, subject)
}

const isOneOfMany = (grammar: Grammar, noun: number): boolean => children(grammar, noun, 'det').some((word) => /^an?$/.test(lower(grammar, word)))

/** What is called so: "the pact" of "called the pact a promise that binds nobody". */
function calledSo(grammar: Grammar, antecedent: number, pronoun: number): number | null {
  const { relation, head: verb } = tokenOf(grammar, antecedent)
  if (!/^(?:xcomp|obj|iobj)$/.test(relation) || verb === null || antecedent < verb || !/^(?:call|name|dub|term|label|deem|consider)$/.test(tokenOf(grammar, verb).lemma)) return null
  if (!/^(?:that|who|which)$/.test(lower(grammar, pronoun)) || lower(grammar, pronoun - 1) === ',' || !isOneOfMany(grammar, antecedent)) return null
  return children(grammar, verb, 'obj', 'iobj').find((object) => verb < object && object < antecedent && /^(?:NN|PRP$)/.test(tokenOf(grammar, object).tag)) ?? null
}

const sharedSubject: SubjectRule = {
  name: 'shared-subject',
  example: '[subject The minister] flew to Oslo and [predicate signed] [object the treaty].',
  confidence: 0.95,
  subjectOf(grammar, head) {
    let link = head
    for (let step = 0; step < 6; step++) {
      const { relation, head: first } = tokenOf(grammar, link)
      if (relation !== 'conj' || first === null || link < first) return null
      // What is joined to the verb of an infinitive chain has the subject of the verb that leads it.
      let lead = first
      for (let up = 0; up < 4 && tokenOf(grammar, lead).relation === 'xcomp'; up++) lead = tokenOf(grammar, lead).head ?? lead
      const found = findSubject(grammar, lead, [ownSubject, relativeAntecedent, participleAntecedent])
      if (found) return found.phrase
      link = lead
    }
    return null
  }
}

const participleAntecedent: SubjectRule = {
  name: 'participle-antecedent',
  example: 'Nobody read [subject the treaty] [predicate signed] in [complement Oslo].',
  confidence: 0.7,
  subjectOf(grammar, head) {
    const antecedent = participleNoun(grammar, head)
    if (antecedent === null || child(grammar, head, 'mark', 'case') !== null) return null
    // "no valves tied to it" do not exist, and in "years representing Oslo" the years represent nothing.
    if (children(grammar, antecedent, 'det').some((word) => lower(grammar, word) === 'no')) return null
    // "the prospect of us finding it", "this is no question of actors organizing": it is not said that they do.
    if (tokenOf(grammar, head).tag === 'VBG' && isOpen(grammar, antecedent)) return null
    if (tokenOf(grammar, head).tag === 'VBG' && (grammar.words.actionNouns.has(tokenOf(grammar, antecedent).lemma) || spans.test(tokenOf(grammar, antecedent).lemma))) return null
    return antecedentPhrase(grammar, antecedent, head)
  }
}

const open = /^(?:prospect|chance|risk|possibility|danger|question|idea|hope|fear|likelihood|thought|case|matter|problem|instance|example|dream|goal|notion|threat|event|way|means|purpose|aim)$/

const isOpen = (grammar: Grammar, noun: number): boolean => open.test(tokenOf(grammar, noun).lemma) || (tokenOf(grammar, noun).relation === 'nmod' && children(grammar, noun, 'case').some((mark) => lower(grammar, mark) === 'of') && open.test(tokenOf(grammar, tokenOf(grammar, noun).head ?? -1).lemma))

/** Nouns of time and doing that "-ing" behind them fills, and that do not do it. */
const spans = /^(?:year|month|week|day|hour|minute|time|decade|tenure|career|speech|trouble|difficulty|experience|history|job|business|record|interest|success|luck|fun|dollar|euro|pound|thousand|million|billion|money)$/

const participleSubject: SubjectRule = {
  name: 'participle-subject',
  example: '[subject The minister] left Oslo [predicate without signing] [object the treaty].',
  confidence: 0.65,
  subjectOf(grammar, head) {
    const { relation, head: governor } = tokenOf(grammar, head)
    if (relation !== 'advcl' || governor === null || !isParticiple(grammar, head) || isFinite(grammar, head)) return null
    // "kept them from signing", "is committed to solving": not the subject's doing, or not done.
    if (children(grammar, head, 'mark', 'case').some((word) => /^(?:from|of|to|for|in|about|against|at|with|on|upon|into|than)$/.test(lower(grammar, word)))) return null
    // "condemned the test, with Norland calling it a threat"
    const chunk = grammar.chunkAt(head - 1)
    if (chunk !== null && chunk.to === head && lower(grammar, chunk.from - 1) === 'with') return nounPhrase(grammar, headOf(grammar.tree.tokens, chunk))
    let lead = governor
    for (let up = 0; up < 4 && tokenOf(grammar, lead).relation === 'xcomp'; up++) lead = tokenOf(grammar, lead).head ?? lead
    return findSubject(grammar, lead, [ownSubject, relativeAntecedent, sharedSubject, participleAntecedent])?.phrase ?? null
  }
}

const controlledObject: SubjectRule = {
  name: 'controlled-object',
  example: 'The king asked [subject Norland] [predicate to sign] [object the treaty].',
  confidence: 0.6,
  subjectOf(grammar, head) {
    const governor = controllerOf(grammar, head)
    const object = governor === null ? null : child(grammar, governor, 'obj', 'iobj')
    // "made no attempt to heal it": the attempt heals nothing.
    if (governor !== null && /^(?:make|let|have|help)$/.test(tokenOf(grammar, governor).lemma) && children(grammar, head, 'mark').some((mark) => lower(grammar, mark) === 'to')) return null
    return object === null || head < object ? null : nounPhrase(grammar, object)
  }
}

/** The verb that makes, lets, or asks its object do what the infinitive says. */
export function controllerOf(grammar: Grammar, head: number): number | null {
  const { relation, head: governor, tag } = tokenOf(grammar, head)
  if (relation !== 'xcomp' || governor === null || head < governor || tag !== 'VB') return null
  const effect = grammar.words.effects.get(tokenOf(grammar, governor).lemma)
  return child(grammar, governor, 'obj', 'iobj') !== null && (effect === 'aims' || effect === 'wishes' || effect === 'may' || effect === 'causes' || effect === 'asks' || effect === 'says') ? governor : null
}

const nounBeforeVerb: SubjectRule = {
  name: 'noun-before-verb',
  example: '[subject The treaty] that Norland signed in May [predicate ended] [object the dispute].',
  confidence: 0.8,
  subjectOf(grammar, head) {
    if (!isFinite(grammar, head) || child(grammar, head, ...nounRelations, 'csubj', 'expl') !== null) return null
    const noun = mislabelled(grammar, head)
    return noun === null ? null : subjectPhrase(grammar, noun)
  }
}

export const subjectRules: readonly SubjectRule[] = [ownSubject, relativeAntecedent, clausalSubject, sharedSubject, participleAntecedent, participleSubject, controlledObject, nounBeforeVerb]

export function findSubject(grammar: Grammar, head: number, rules: readonly SubjectRule[] = subjectRules): FoundSubject | null {
  for (const { name, confidence, subjectOf } of rules) {
    const phrase = subjectOf(grammar, head)
    if (phrase) return { phrase, rule: name, confidence }
  }
  return null
}


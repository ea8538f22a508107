import { tokensOf, type Draft, type Phrase } from './draft.js'
import { emptiness } from './empty.js'
import { child, children, lower, prepositional, tokenOf, type Grammar } from './grammar.js'
import { lostParts } from './lost-parts.js'
import { lostReadings } from './lost-readings.js'
import { lostStanding } from './lost-standing.js'
import { lostQuestions } from './lost-questions.js'
import { isOdd } from './odd-ties.js'

/** A sign that the tree lost something that the claim needs, so that it would say something else than the text, or nothing. */
export interface Loss {
  readonly name: string
  readonly example: string
  holds(grammar: Grammar, draft: Draft, used: ReadonlySet<number>): boolean
}

const lostObject: Loss = {
  name: 'lost-object',
  example: '"Lind – has encouraged" of "Lind has encouraged a rival": a noun or verb right behind the predicate is in no part of the claim.',
  holds(grammar, draft, used) {
    const next = nextWord(grammar, draft, used)
    if (next === null || used.has(next)) return false
    const { tag, relation } = tokenOf(grammar, next)
    if (/^(?:NN|PRP|DT|CD|\$|JJ|VBN|VBG|VB$|TO|RP|WP)/.test(tag)) return !isTime(grammar, next) && relation !== 'advcl'
    return tag === 'IN' && relation !== 'mark' && relation !== 'advmod' && !isClauseMark(grammar, next)
  }
}

/** The first word behind the predicate that is no adverb. */
function nextWord({ tree }: Grammar, { predicate: { tokens }, at }: Draft, used: ReadonlySet<number>): number | null {
  const last = tokens.at(-1)
  if (last === undefined) return null
  for (let index = last + 1; index < last + 4 && tree.sentenceOf[index] === tree.sentenceOf[at]; index++) {
    if (used.has(index) || !/^RB/.test(tree.tokens[index]?.tag ?? '')) return index
  }
  return null
}

const isTime = (grammar: Grammar, index: number): boolean => {
  const { name, head } = tokenOf(grammar, index)
  return name.endsWith('Date') || tokenOf(grammar, head ?? -1).name.endsWith('Date')
}

/** "after he left", "because of", "as": a clause may be left out, what a verb needs may not. */
const isClauseMark = (grammar: Grammar, index: number): boolean => /^(?:that|because|after|before|while|as|since|until|if|though|although|unless|so|than|whether|once)$/.test(lower(grammar, index))

const lostClause: Loss = {
  name: 'lost-clause',
  example: '"The inspector – found" of "The inspector found that …": all that the verb is about was too long or broken.',
  holds(grammar, { predicate: { verbs, passive }, object, complements, rule }, used) {
    const verb = verbs.at(-1)
    if (verb === undefined || object !== null || complements.some(({ kind }) => kind === 'clause') || passive || rule.startsWith('copula')) return false
    const inner = children(grammar, verb, 'ccomp', 'xcomp').filter((clause) => verb < clause)
    return inner.some((clause) => !used.has(clause))
  }
}

const torn: Loss = {
  name: 'torn-predicate',
  example: '"is going … get" of "is going to get beaten": a word between those of the predicate is in no part of the claim.',
  holds(grammar, { predicate: { tokens }, rule }, used) {
    // "must increase our efforts and destroy terrorist networks": the second verb shares "must".
    if (rule.includes('shared')) return false
    const [first = 0] = tokens
    const last = tokens.at(-1) ?? 0
    for (let index = first + 1; index < last; index++) {
      if (used.has(index) || aside(grammar, index, first, last)) continue
      return true
    }
    return false
  }
}

const aside = (grammar: Grammar, index: number, first: number, last: number): boolean =>
  /^(?:RB[RS]?|UH|[,:(]|-LRB-|-RRB-|``|''|"|\)|DT|PDT|EX)$/.test(tokenOf(grammar, index).tag) || isBetweenCommas(grammar, index, first, last)

/** "has, the minister said, signed" */
function isBetweenCommas(grammar: Grammar, index: number, first: number, last: number): boolean {
  const isMark = (at: number) => /^[,—–(-]+$/.test(lower(grammar, at))
  let from = index
  while (first < from && !isMark(from)) from--
  let to = index
  while (to < last && !isMark(to)) to++
  return isMark(from) && isMark(to)
}

const questionWords: Loss = {
  name: 'question-word',
  example: '"Lind – will do – what": a part is only a pronoun that points elsewhere.',
  holds(grammar, { subject, object, complements }) {
    const isPointer = (phrase: Phrase | null) => phrase !== null && phrase.tokens.length === 1 && (/^W/.test(tokenOf(grammar, phrase.head).tag) || /^(?:what|which|who|whom|whose|whatever|whichever)$/.test(lower(grammar, phrase.head)))
    return [subject, object, ...complements.map(({ phrase }) => phrase)].some(isPointer)
  }
}

const subjectOfPreposition: Loss = {
  name: 'subject-behind-preposition',
  example: '"surveys – can be matched" of "his standing in surveys can be matched": the subject hangs on a preposition.',
  holds(grammar, { subject, rule, predicate }) {
    if (subject === null || predicate.supplied !== null || /antecedent|controlled|participle|existential/.test(rule)) return false
    const [first = subject.head] = subject.tokens
    if (/^VB/.test(tokenOf(grammar, subject.head).tag)) return false
    const before = tokenOf(grammar, first - 1)
    return before.tag === 'IN' && /^(?:of|in|by|from|with|under|into|against|among|between|at|on|for|like|unlike|including|than|after|before|to)$/.test(before.text.toLowerCase()) && child(grammar, subject.head, 'case') !== null
  }
}

const anotherSubject: Loss = {
  name: 'another-subject',
  example: '"He – was – a brilliant move" of "He gave her the job and will recount that was a brilliant move": a noun or pronoun right before the verb is the subject, not the shared one.',
  holds(grammar, { predicate: { verbs }, rule }, used) {
    if (!rule.includes('shared')) return false
    let before = (verbs.at(-1) ?? 0) - 1
    while (used.has(before) || /^(?:RB|MD|TO)/.test(tokenOf(grammar, before).tag)) before--
    return /^(?:NN|PRP|DT|WDT|WP|VB[DPZ])/.test(tokenOf(grammar, before).tag) && !isTime(grammar, before)
  }
}

const oddTie: Loss = {
  name: 'odd-tie',
  example: '"star" obj of "no": a part of the claim, or a word of its predicate, stands in a place that words like it do not take.',
  holds(grammar, { subject, object, complements, predicate }) {
    if (predicate.supplied !== null) return false
    const heads = [subject, object, ...complements.map(({ phrase }) => phrase)].flatMap((phrase) => (phrase ? [phrase.head] : []))
    // A small word that was mended stands where the reader never puts its tag: "home", "one by one".
    const isOurs = (token: number) => grammar.mended(token) && /^(?:advmod|compound:prt)$/.test(tokenOf(grammar, token).relation)
    return [...heads, ...predicate.tokens].some((token) => !isOurs(token) && isOdd(grammar, token))
  }
}

const bareVerb: Loss = {
  name: 'bare-verb',
  example: '"Taiwan – occupies" of "which Taiwan occupies": a verb that says nothing with a subject alone.',
  holds(grammar, { predicate: { verbs, tokens, passive, supplied }, object, complements, rule }) {
    const verb = verbs.at(-1)
    if (supplied !== null || verb === undefined || object !== null || passive || /existential|light/.test(rule)) return false
    // "left recently" says no more than "left", but "invest there" does.
    if (complements.some(({ kind, phrase }) => kind !== 'adverb' || 1 < phrase.tokens.length || !/(?:ly|anymore|now|too|either|also|well|better)$/.test(lower(grammar, phrase.head)))) return false
    const { lemma, tag } = tokenOf(grammar, verb)
    return tag.startsWith('VB') && !grammar.words.bareVerbs.has(lemma) && !tokens.some((token) => tokenOf(grammar, token).relation === 'compound:prt')
  }
}

const bareParticiple: Loss = {
  name: 'bare-participle',
  example: '"everybody – losing": a participle without object or complement, or an infinitive of somebody else that lost its "to".',
  holds(grammar, { rule, object, complements, predicate }) {
    if (rule.includes('controlled')) return tokenOf(grammar, predicate.tokens[0] ?? -1).tag !== 'TO' && lower(grammar, predicate.tokens[0] ?? -1) !== 'to'
    return rule.includes('participle') && !predicate.passive && object === null && complements.length === 0
  }
}

const invertedCopula: Loss = {
  name: 'inverted-copula',
  example: '"Democrats – \'s – no surprise" of "it\'s no surprise Democrats agree": what stands behind both verb and noun is not the subject.',
  holds: (_, { rule, subject, object }) => rule.startsWith('copula') && subject !== null && object !== null && (object.tokens.at(-1) ?? 0) < (subject.tokens[0] ?? 0)
}

const emptyObject: Loss = {
  name: 'empty-object',
  example: '"the land – was – not" of "… but the land was not": what stands as object says nothing by itself.',
  holds: (grammar, { object }) => object !== null && object.tokens.every((token) => /^(?:not|n['’]t|so|too|as|and|or|but|the|an?|of|to|very|yes|well)$/.test(lower(grammar, token)))
}

const verbAsObject: Loss = {
  name: 'verb-as-object',
  example: '"A second place – could bruise – help" of "could bruise Lind and help Berg": what stands as object is a verb.',
  holds: (grammar, { object }) => object !== null && object.tokens.length === 1 && /^VB[DZP]?$/.test(tokenOf(grammar, object.head).tag)
}

const objectOfAnother: Loss = {
  name: 'object-of-another-verb',
  example: '"$70 million – have come" of "contributions, totaling $70 million, have come": the subject is what the verb before it has.',
  holds(grammar, { subject, predicate, at, rule }) {
    const [first = -1] = subject?.tokens ?? []
    const before = tokenOf(grammar, first - 1)
    if (subject === null || predicate.supplied !== null || !/^VB[GN]$/.test(before.tag) || before.relation === 'amod' || rule.includes('antecedent') || prepositional.has(before.text.toLowerCase()) || grammar.words.effects.get(before.lemma) === 'says' || /^(?:claim|say)/.test(before.lemma) || (predicate.tokens[0] ?? 0) < first) return false
    return !isBelow(grammar, at, first - 1)
  }
}

function isBelow(grammar: Grammar, index: number, above: number): boolean {
  let link: number | null = index
  for (let step = 0; link !== null && step < 8; step++) {
    if (link === above) return true
    link = tokenOf(grammar, link).head
  }
  return false
}

export const losses: readonly Loss[] = [lostObject, lostClause, torn, questionWords, subjectOfPreposition, anotherSubject, verbAsObject, objectOfAnother, bareVerb, bareParticiple, invertedCopula, emptyObject, oddTie, ...emptiness, ...lostParts, ...lostQuestions, ...lostReadings, ...lostStanding]

/** The first sign of a loss, or null. */
export function lossOf(grammar: Grammar, draft: Draft, rules: readonly Loss[] = losses): Loss | null {
  const used = new Set(tokensOf(draft))
  if (draft.predicate.opening !== null) used.add(draft.predicate.opening)
  return rules.find(({ holds }) => holds(grammar, draft, used)) ?? null
}

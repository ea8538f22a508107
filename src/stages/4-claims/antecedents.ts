import type { Phrase } from './draft.js'
import { child, children, isFinite, isNounTag, isRelativePronoun, lower, tokenOf, type Grammar } from './grammar.js'
import { nounPhraseWithout } from './phrase.js'
import { headOf } from './repair-chunks.js'

/** The noun that a relative clause is about: the one that the tree hangs it on; where that is no noun ("attended the forum, during which", "Berg, who turns 68, is"),
 *  the one right before the pronoun. A bare "which" on a verb takes up the whole clause and is about no noun. */
export function antecedentOf(grammar: Grammar, head: number): number | null {
  const { relation, head: above } = tokenOf(grammar, head)
  if (above === null) return null
  if (relation === 'acl:relcl' && above < head && isNounTag(tokenOf(grammar, above).tag)) return notThisOne(grammar, head, above) ?? cleftAbove(grammar, head, above) ?? eventAbove(grammar, head, above)
  // "a quote that nobody has marked as a relative clause": "a quote an account attributed to him".
  if (relation === 'acl' && above < head && tokenOf(grammar, above).tag.startsWith('NN') && isFinite(grammar, head) && child(grammar, head, 'mark') === null && children(grammar, head, 'nsubj').some((noun) => noun < head && grammar.chunkAt(above) !== null && grammar.chunkAt(noun)?.from === grammar.chunkAt(above)?.to)) return above
  if (!/^(?:acl|advcl|parataxis|conj|appos|dep)/.test(relation)) return null
  const pronoun = relativePronoun(grammar, head)
  if (pronoun === null || (lower(grammar, pronoun) === 'which' && child(grammar, pronoun, 'case') === null) || lower(grammar, pronoun) === 'that') return null
  return nounEndingBefore(grammar, Math.min(pronoun, ...children(grammar, pronoun, 'case')))
}

/** A reason why a relative clause is not about the noun that the tree hangs it on, and the noun that it is about. */
interface OtherNoun {
  readonly name: string
  readonly example: string
  antecedent(grammar: Grammar, head: number, above: number): number | null
}

/** Of these there is one, and no clause need say which. */
const unique = /^(?:past|future|present|world|sun|moon|sky|earth|universe)$/

const onlyOfItsKind: OtherNoun = {
  name: 'only-of-its-kind',
  example: '"a shadow of the past that haunts Lind": there is one past, so that the clause is about the shadow.',
  antecedent(grammar, head, above) {
    const { relation, head: noun, lemma } = tokenOf(grammar, above)
    if (relation !== 'nmod' || noun === null || above < noun || !unique.test(lemma) || lower(grammar, above - 1) !== 'the' || !/^(?:that|which)$/.test(lower(grammar, above + 1))) return null
    const pronoun = children(grammar, head, 'nsubj', 'nsubj:pass', 'obj').find((word) => word === above + 1)
    return pronoun !== undefined && children(grammar, noun, 'det').some((word) => /^an?$/.test(lower(grammar, word))) && children(grammar, above, 'case').some((mark) => lower(grammar, mark) === 'of') ? noun : null
  }
}

const namesOfAll: OtherNoun = {
  name: 'names-of-all',
  example: '"Norby, Sandby and the Holms, which Lind calls Nordholm, Sandholm and Little Holm": as many names as things.',
  antecedent(grammar, head, above) {
    const { relation, head: first } = tokenOf(grammar, above)
    if (relation !== 'conj' || first === null || above < first || !names.test(tokenOf(grammar, head).lemma)) return null
    const given = children(grammar, head, 'obj', 'xcomp', 'iobj').filter((name) => head < name)
    const count = (noun: number) => 1 + children(grammar, noun, 'conj').length
    return given.some((name) => 1 < count(name) && Math.abs(count(name) - count(first)) < 2) ? first : null
  }
}
const names = /^(?:call|name|dub|term|label)$/

const whichIsNotWhat: OtherNoun = {
  name: 'which-is-not-what',
  example: '"what Lind said about Norby, which she calls Nordholm": "which" takes up the noun before its comma.',
  antecedent(grammar, head, above) {
    if (!/^what(?:ever)?$/.test(lower(grammar, above))) return null
    const pronoun = relativePronoun(grammar, head)
    return pronoun !== null && lower(grammar, pronoun - 1) === ',' ? nounEndingBefore(grammar, pronoun) : null
  }
}

const noDay: OtherNoun = {
  name: 'no-day',
  example: '"a pact on Monday in which both promise peace": what stands in something is in no weekday.',
  antecedent: (grammar, head, above) => (tokenOf(grammar, above).name.endsWith('Date') && relativePronoun(grammar, head) !== null ? nounBeforeDate(grammar, above) : null)
}

const otherNouns: readonly OtherNoun[] = [onlyOfItsKind, namesOfAll, whichIsNotWhat, noDay]

function notThisOne(grammar: Grammar, head: number, above: number): number | null {
  for (const { antecedent } of otherNouns) {
    const noun = antecedent(grammar, head, above)
    if (noun !== null) return noun
  }
  return null
}

/** "It was research into her family that led her there": what "it" is, not the noun before "that". */
function cleftAbove(grammar: Grammar, head: number, antecedent: number): number | null {
  let noun: number | null = antecedent
  for (let step = 0; noun !== null && step < 4 && tokenOf(grammar, noun).relation === 'nmod'; step++) noun = tokenOf(grammar, noun).head
  if (noun === null || noun === antecedent || children(grammar, antecedent, 'det').length !== 0 || child(grammar, noun, 'cop') === null || !children(grammar, noun, 'nsubj', 'expl').some((word) => lower(grammar, word) === 'it')) return null
  return children(grammar, head, 'nsubj', 'nsubj:pass').some((word) => lower(grammar, word) === 'that' && word < head) ? noun : null
}

/** "the visit to Japan, which had been postponed": an event is postponed, not a country. */
function eventAbove(grammar: Grammar, head: number, antecedent: number): number {
  const { words } = grammar
  if (!words.eventVerbs.has(tokenOf(grammar, head).lemma) || !/(?:Location|Person)$/.test(tokenOf(grammar, antecedent).name)) return antecedent
  let noun = tokenOf(grammar, antecedent).head
  for (let step = 0; noun !== null && step < 5 && tokenOf(grammar, noun).tag.startsWith('NN'); step++) {
    if (words.actionNouns.has(tokenOf(grammar, noun).lemma)) return noun
    noun = tokenOf(grammar, noun).head
  }
  return antecedent
}

/** "who", "which", "whose" of the clause, if it begins with it. */
function relativePronoun(grammar: Grammar, head: number): number | null {
  for (const part of children(grammar, head, 'nsubj', 'nsubj:pass', 'obl', 'obj')) {
    if (head < part) continue
    if (isRelativePronoun(tokenOf(grammar, part)) && !/^what/.test(lower(grammar, part))) return part
    const owner = children(grammar, part, 'nmod:poss').find((word) => lower(grammar, word) === 'whose')
    if (owner !== undefined) return owner
  }
  return null
}

/** The noun of which this is the last word; before a weekday or date the one before that. */
function nounEndingBefore(grammar: Grammar, index: number): number | null {
  const last = lower(grammar, index - 1) === ',' ? index - 2 : index - 1
  let noun = tokenOf(grammar, last).name.endsWith('Date') ? (nounBeforeDate(grammar, last) ?? last) : last
  for (let step = 0; step < 8 && /^(?:nmod|flat|compound|nmod:unmarked)$/.test(tokenOf(grammar, noun).relation); step++) noun = tokenOf(grammar, noun).head ?? noun
  return tokenOf(grammar, noun).tag.startsWith('NN') ? noun : null
}

/** "pact" of "the pact on Monday": nothing is in, by or through a day that "which" takes up. */
function nounBeforeDate(grammar: Grammar, date: number): number | null {
  let first = date
  while (0 < first && tokenOf(grammar, first).name.startsWith('I-')) first--
  if (/^(?:day|week|month|year|decade|century|summer|winter|spring|autumn)s?$/.test(lower(grammar, date)) || !/^(?:on|in)$/.test(lower(grammar, first - 1))) return null
  const noun = first - 2
  return grammar.tree.sentenceOf[noun] === grammar.tree.sentenceOf[date] && tokenOf(grammar, noun).tag.startsWith('NN') ? noun : null
}

/** The noun that a relative clause or participle is about. */
export function antecedentPhrase(grammar: Grammar, antecedent: number, clause: number | null): Phrase | null {
  const { tag } = tokenOf(grammar, antecedent)
  return isNounTag(tag) || tag.startsWith('JJ') ? nounPhraseWithout(grammar, antecedent, clause) : null
}

/** "speeches by Ada Lind, who left": "who" right behind a person's name means that person. */
export function nearestPerson(grammar: Grammar, pronoun: number): number | null {
  if (lower(grammar, pronoun) !== 'who') return null
  const before = lower(grammar, pronoun - 1) === ',' ? pronoun - 2 : pronoun - 1
  if (!tokenOf(grammar, before).name.endsWith('Person')) return personOf(grammar, pronoun, before)
  let head = before
  for (let up = tokenOf(grammar, head).head, step = 0; up !== null && up < pronoun && tokenOf(grammar, up).name.endsWith('Person') && step < 6; step++) {
    head = up
    up = tokenOf(grammar, head).head
  }
  return head
}

const people = /^(?:people|person|man|woman|child|boy|girl|kid|member|voter|resident|citizen|victim|survivor|worker|family|couple|crowd|group|team|those|anyone|everyone|someone|one|he|she|they|other|son|daughter|wife|husband|mother|father|brother|sister|friend)$/

/** "the memoirs of a spy who left": memoirs do not leave, so "who" is the noun right before it. */
function personOf(grammar: Grammar, pronoun: number, before: number): number | null {
  const clause = tokenOf(grammar, pronoun).head
  const antecedent = clause === null || tokenOf(grammar, clause).relation !== 'acl:relcl' ? null : tokenOf(grammar, clause).head
  if (antecedent === null || antecedent === before || !/^NNP?S?$/.test(tokenOf(grammar, before).tag)) return null
  // "the numbers of workers who left"
  if (/^(?:number|figure|majority|list|share|percentage)$/.test(tokenOf(grammar, antecedent).lemma) && tokenOf(grammar, before).head === antecedent && isPlural(grammar, before)) return before
  // "tourists from other parts of Norland who left": no place does.
  const above = tokenOf(grammar, antecedent).relation === 'nmod' ? tokenOf(grammar, antecedent).head : null
  if (above !== null && tokenOf(grammar, before).name.endsWith('Location') && (isOneOfPeople(grammar, above) || /(?:er|or|ist|ian|ant|ee)$/.test(tokenOf(grammar, above).lemma))) return above
  const isPerson = isOneOfPeople(grammar, antecedent) || /(?:er|or|ist|ian|ant|ee)s?$/.test(tokenOf(grammar, antecedent).lemma)
  const { head, relation } = tokenOf(grammar, before)
  if (isPerson) return null
  // "a hotel paid for by their daughter, who left"
  if (isOneOfPeople(grammar, before)) return before
  return head === antecedent && relation === 'nmod' ? before : null
}

const isPlural = (grammar: Grammar, noun: number): boolean => tokenOf(grammar, noun).tag === 'NNS'

const isOneOfPeople = (grammar: Grammar, noun: number): boolean => {
  const { lemma, name } = tokenOf(grammar, noun)
  return people.test(lemma) || grammar.words.roleNouns.has(lemma) || /(?:Person|NORP)$/.test(name)
}

/** The noun that a participle is about. Without a comma before it, "signed" in "read the treaty signed in Oslo" is about the treaty, whatever the tree hangs it on. */
export function participleNoun(grammar: Grammar, head: number): number | null {
  const { relation, head: above } = tokenOf(grammar, head)
  if (above === null || head < above || !isParticiple(grammar, head)) return null
  if (relation === 'acl') return measuredNoun(grammar, head, above)
  const before = tokenOf(grammar, head - 1)
  if (relation !== 'advcl' || !before.tag.startsWith('NN') || above === head - 1) return null
  if (tokenOf(grammar, head).tag === 'VBN') return child(grammar, above, 'obj') === head - 1 ? head - 1 : null
  // "did not see the passenger sitting behind him", but not "spent the day sitting", "had trouble finding".
  if (before.name.endsWith('Date') || /^(?:spend|waste|have|be|lose|take|go|come)$/.test(tokenOf(grammar, above).lemma) || child(grammar, head, 'mark', 'case') !== null) return null
  const chunk = grammar.chunkAt(head - 1)
  if (chunk === null || chunk.to !== head) return null
  // "published research during the congress showing that …", "was met in Oslo talking to …": not the time or the place.
  return /^(?:during|since|until|throughout|in|on|at)$/.test(lower(grammar, chunk.from - 1)) ? null : headOf(grammar.tree.tokens, chunk)
}

/** "5 per cent of the money [allotted]": the money. "with the decline towards 3 per cent [slowed] by", "with people in many parts [hit] by": what "with" brings in. */
function measuredNoun(grammar: Grammar, head: number, above: number): number {
  const isMeasure = /^(?:%|cent|percent|number|part|share|half|majority|most|rest|portion)$/.test(lower(grammar, above))
  const inner = isMeasure ? children(grammar, above, 'nmod').find((noun) => noun === head - 1 && children(grammar, noun, 'case').some((mark) => lower(grammar, mark) === 'of')) : undefined
  if (inner !== undefined) return inner
  let outer = above
  for (let step = 0; step < 4 && tokenOf(grammar, outer).relation === 'nmod'; step++) outer = tokenOf(grammar, outer).head ?? outer
  if (outer === above) return above
  const mark = children(grammar, outer, 'case').find((word) => lower(grammar, word) === 'with')
  return mark !== undefined && lower(grammar, mark - 1) === ',' ? outer : above
}

/** Taggers confuse "signing" with "sign" now and then; its ending does not lie. */
export function isParticiple(grammar: Grammar, index: number): boolean {
  const { tag, text, lemma } = tokenOf(grammar, index)
  return tag === 'VBN' || tag === 'VBG' || (tag === 'VB' && /ing$/i.test(text) && lemma !== text.toLowerCase())
}

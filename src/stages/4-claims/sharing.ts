import { partsOf, type Draft, type Phrase } from './draft.js'
import { children, lower, tokenOf, type Grammar } from './grammar.js'
import { doSomething, isMutual, isTied } from './list-ties.js'
import { tidied } from './phrase.js'

/** "Abe visited Oslo, Rome and Lima" is three claims, "Norland and Suderland signed" is one deed of both. Objects are shared out, and subjects where each does the
 *  thing alone; what is joined by "or", or too long to be a list of things, stays together. */
export function sharedOut(grammar: Grammar, draft: Draft): Draft[] {
  if (draft.predicate.supplied !== null) return [draft]
  const subjects = isJoint(grammar, draft) || isMutual(grammar, draft) || isTotal(grammar, draft) ? [draft.subject] : membersOf(grammar, draft.subject)
  const objects = isPluralCopula(grammar, draft) || isListing(grammar, draft) || pointsToAll(grammar, draft) || doSomething(grammar, draft) ? [draft.object] : membersOf(grammar, draft.object)
  if (subjects.length === 1 && objects.length === 1) return [draft]
  return subjects.flatMap((subject) => objects.map((object) => ({ ...draft, subject, object })))
}

/** "The others are Oslo, Lund and Norby": all of them are all of these. */
const isPluralCopula = (grammar: Grammar, { rule, predicate: { tokens } }: Draft): boolean => rule.startsWith('copula') && tokens.some((token) => /^(?:are|were|['’]re)$/.test(lower(grammar, token)))

/** "named fish, ports and roads": one list; that he named ports says too little. */
const isListing = (grammar: Grammar, { predicate: { verbs } }: Draft): boolean => /^(?:name|list|mention|cite|enumerate|comprise|total)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma)

/** "held Norby and Lund since troops took them", "calls Norby and Lund Nordholm and Sandholm": what stands behind speaks of all. */
const pointsToAll = (grammar: Grammar, { complements }: Draft): boolean =>
  complements.some(({ kind, phrase }) => kind === 'recipient' && children(grammar, phrase.head, 'conj').some((name) => phrase.tokens.includes(name))) ||
  complements.some(({ phrase }) => phrase.tokens.some((token) => /^(?:them|they|their|themselves)$/.test(lower(grammar, token))))

/** One deed of all: by its verb, by "together", "their" or "each other", or because the predicate speaks of several ("are allies"). */
function isJoint(grammar: Grammar, { predicate, object, complements, subject }: Draft): boolean {
  const { jointVerbs } = grammar.words
  const words = [...(object?.tokens ?? []), ...complements.flatMap(({ phrase }) => phrase.tokens), ...(subject?.tokens ?? []), ...predicate.tokens].map((token) => lower(grammar, token))
  // "Norland – are looking" would be bad grammar: a verb that shows its plural keeps its subjects together.
  if (predicate.tokens.some((token) => tokenOf(grammar, token).tag === 'VBP' || lower(grammar, token) === 'were')) return true
  if (predicate.verbs.some((verb) => jointVerbs.has(tokenOf(grammar, verb).lemma))) return true
  if (words.some((word) => /^(?:together|jointly|both|other|another|between|mutual|mutually|common|their|themselves)$/.test(word))) return true
  // "Wind and rain are all due"
  if (predicate.tokens.some((token) => /^(?:all|both|each)$/.test(lower(grammar, token)))) return true
  const copula = predicate.verbs.some((verb) => tokenOf(grammar, verb).lemma === 'be')
  return copula && object !== null && /^NN/.test(tokenOf(grammar, object.head).tag)
}

/** "Altogether, Lind and Berg had 17 islands", "both signed": a number of things is that of all. */
function isTotal(grammar: Grammar, draft: Draft): boolean {
  if (children(grammar, draft.at, 'advmod', 'obl').some((word) => /^(?:altogether|together|jointly|collectively|total|combined)$/.test(lower(grammar, word)))) return true
  const isCounted = ({ head, tokens }: Phrase) => !tokenOf(grammar, head).name.endsWith('Date') && (tokenOf(grammar, head).tag === 'CD' || tokenOf(grammar, head).tag === '$' || children(grammar, head, 'nummod').some((word) => tokens.includes(word)))
  return partsOf(draft).some(isCounted)
}

/** The members of a list joined by "and", each with its own words; the phrase itself where it is no list. */
function membersOf(grammar: Grammar, phrase: Phrase | null): (Phrase | null)[] {
  if (!phrase) return [null]
  const inside = new Set(phrase.tokens)
  const joined = children(grammar, phrase.head, 'conj').filter((member) => inside.has(member))
  // "null and void": one thing that is said.
  if (joined.length === 0 || 5 < joined.length || tokenOf(grammar, phrase.head).tag.startsWith('JJ') || !joined.every((member) => tokenOf(grammar, member).tag.startsWith('NN')) || !isAnd(grammar, joined)) return [phrase]
  // "Lind and two partners, Berg and Holm": a list within the list.
  if (joined.some((member) => children(grammar, member, 'conj').some((inner) => inside.has(inner)))) return [phrase]
  if (sharesOwner(grammar, phrase, joined) || hasEndBetween(grammar, phrase, joined) || isEnough(grammar, phrase, joined) || sharesEnd(grammar, phrase, joined) || isTied(grammar, phrase, joined) || tokenOf(grammar, phrase.head).tag === 'CD') return [phrase]
  const starts = joined.map((member) => startOf(grammar, member, inside))
  const members = [phrase.head, ...joined].map((head, index) => {
    const from = index === 0 ? -1 : (starts[index - 1] ?? -1)
    const to = starts[index] ?? Infinity
    return { head, tokens: tidied(grammar, phrase.tokens.filter((token) => from <= token && token < to && !isJoining(grammar, token, joined))) }
  })
  // "comics and satires, including a thriller": an example is no member.
  return members.every(({ head, tokens }) => tokens.includes(head) && !/^(?:including|excluding|especially|particularly|namely|such|like)$/.test(lower(grammar, tokens[0] ?? -1))) ? members : [phrase]
}

/** "their cars and houses": the owner is told with the first of them, and is that of all. */
const sharesOwner = (grammar: Grammar, { head, tokens }: Phrase, joined: readonly number[]): boolean =>
  children(grammar, head, 'nmod:poss').some((owner) => owner < head && tokens.includes(owner)) && joined.some((member) => tokenOf(grammar, member).name === 'O' && children(grammar, member, 'det', 'nmod:poss').length === 0)

/** "her disappointment in the port and the mayor's answer": what stands behind "and" may belong to either noun before it. */
const hasEndBetween = (grammar: Grammar, { head, tokens }: Phrase, [first = head]: readonly number[]): boolean =>
  children(grammar, head, 'nmod').some((word) => head < word && word < first && tokens.includes(word) && children(grammar, word, 'case').some((mark) => /^(?:in|with|for|at|about|over|to|between)$/.test(lower(grammar, mark)))) && tokenOf(grammar, head).name === 'O' && children(grammar, head, 'nmod:poss').length !== 0

/** "enough land and water": of each there is enough. */
const isEnough = (grammar: Grammar, { head, tokens }: Phrase, joined: readonly number[]): boolean =>
  children(grammar, head, 'amod', 'det', 'advmod').some((word) => word < head && tokens.includes(word) && /^(?:enough|sufficient|fewer|less|such)$/.test(lower(grammar, word))) && joined.every((member) => children(grammar, member, 'amod', 'det').length === 0)

/** "Lind, Berg and Holm of bribery", "the roads and bridges damaged by the flood": what hangs on the first stands behind the last, and is said of all. */
const sharesEnd = (grammar: Grammar, { head, tokens }: Phrase, joined: readonly number[]): boolean =>
  children(grammar, head, 'acl', 'nmod', 'obl').some((word) => (joined.at(-1) ?? head) < word && tokens.includes(word) && (joined.length === 1 || children(grammar, word, 'case', 'mark').some((mark) => lower(grammar, mark) === 'of'))) || joined.some((member) => children(grammar, member, 'det', 'amod', 'nmod:poss').length === 0 && children(grammar, member, 'acl').some((word) => (joined.at(-1) ?? head) < word && tokenOf(grammar, word).tag === 'VBN' && tokens.includes(word)))

const isAnd = (grammar: Grammar, joined: readonly number[]): boolean => joined.some((member) => children(grammar, member, 'cc').some((word) => /^(?:and|&)$/.test(lower(grammar, word))))

/** "and", and all of "as well as". */
function isJoining(grammar: Grammar, token: number, joined: readonly number[]): boolean {
  const { relation, head } = tokenOf(grammar, token)
  if (relation === 'fixed' && head !== null) return head < token && tokenOf(grammar, head).relation === 'cc' && joined.includes(tokenOf(grammar, head).head ?? -1)
  return relation === 'cc' && joined.includes(head ?? -1)
}

/** Where a member begins: right behind the comma or "and" before it. */
function startOf(grammar: Grammar, member: number, inside: ReadonlySet<number>): number {
  let start = member
  while (inside.has(start - 1) && !/^(?:,|;|and|&)$/.test(lower(grammar, start - 1))) start--
  return start
}

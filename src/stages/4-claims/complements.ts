import { antecedentPhrase } from './antecedents.js'
import type { DraftComplement, Phrase } from './draft.js'
import { conditionsOf, type Condition } from './conditions.js'
import { child, children, isRelativePronoun, lower, subjectRelations, tokenOf, withFixed, type Grammar } from './grammar.js'
import { clausePhrase, isIndefinite, nounPhrase, withAnd } from './phrase.js'
import { withItsRelative } from './restrictive.js'
import { settingOf } from './settings.js'
import type { VerbGroup } from './verb-group.js'

/** Longer adverbials and clauses are left out of a claim rather than making it unreadable. In tokens. */
const longestClause = 22
const longestOwn = 8

/** Everything that stands with the predicate beside subject and object, in text order. `antecedent`: of the relative clause that this is. */
export function complementsOf(grammar: Grammar, { heads, tokens, last }: VerbGroup, antecedent: number | null, used: ReadonlySet<number>): DraftComplement[] {
  const taken = new Set([...tokens, ...used])
  const conditions = conditionsOf(grammar, heads).filter(({ clause }) => !taken.has(clause))
  const parts = new Set(conditions.flatMap(({ clause, marker }) => [clause, ...marker]))
  const found = heads.flatMap((link) =>
    (grammar.tree.children[link] ?? []).flatMap((index) => {
      if (taken.has(index) || parts.has(index) || heads.includes(index) || isBeyond(grammar, link, last, index)) return []
      if (link === last && ownNoun(grammar, link, index)) return []
      const complement = complementAt(grammar, index, last, antecedent, taken)
      return complement ? [complement] : []
    })
  )
  for (const condition of conditions) found.push(...conditionPart(grammar, condition, heads))
  const setting = settingOf(grammar, heads[0] ?? last)
  if (setting !== null) found.push(setting)
  return found.sort((a, b) => (a.phrase.tokens[0] ?? 0) - (b.phrase.tokens[0] ?? 0))
}

/** "made her a judge, while Berg is left behind, to the right of Lind", "flew to Lima, which votes on Sunday", "fell by 2 percent and Oslo by 4": behind another
 *  clause of the verb, in a relative clause that no comma has ended, or behind "and" and a noun, an adverbial is not the verb's. */
function isBeyond(grammar: Grammar, link: number, last: number, index: number): boolean {
  const { relation } = tokenOf(grammar, index)
  if (index < last || !/^(?:obl|advmod|nmod|iobj|obj|xcomp)/.test(relation)) return false
  const marks = children(grammar, index, 'case', 'mark').filter((word) => word < index)
  const start = Math.min(index, ...marks)
  for (const other of grammar.tree.children[link] ?? []) {
    if (other <= last || start <= other) continue
    const is = tokenOf(grammar, other).relation
    // "shot and wounded the mayor in May": what follows two verbs side by side is of both.
    if (is === 'conj' && isClause(grammar, other) && other !== last + 2) return true
    if (/^(?:advcl|ccomp|parataxis)$/.test(is) && child(grammar, other, ...subjectRelations) !== null) return true
    // "in Oslo, and across the north on Sunday": the day is that of the second place.
    if (is === 'conj' && !isClause(grammar, other) && child(grammar, other, 'case') !== null && children(grammar, other, 'cc').some((word) => last < word && word < other && lower(grammar, word - 1) === ',')) return true
    if (/^(?:obl|obj|nmod|nsubj|dep)/.test(is) && child(grammar, other, 'case') === null && children(grammar, other, 'cc').some((word) => last < word && word < other)) return true
  }
  return isInRelative(grammar, last, start)
}

const isClause = (grammar: Grammar, index: number): boolean => tokenOf(grammar, index).tag.startsWith('VB') || child(grammar, index, 'cop', ...subjectRelations) !== null

/** Does ", which" or ", who" stand between, and no comma behind it? */
function isInRelative(grammar: Grammar, last: number, start: number): boolean {
  for (let index = start - 1; last < index; index--) {
    if (/^[,:]$/.test(tokenOf(grammar, index).tag)) return false
    if (/^(?:which|who|whom|whose|where)$/.test(lower(grammar, index))) return lower(grammar, index - 1) === ',' || (tokenOf(grammar, index - 1).tag === 'IN' && lower(grammar, index - 2) === ',')
  }
  return false
}

/** "a territory of Norland": what the parser hung on a predicate noun as on a verb still belongs to the noun. */
function ownNoun(grammar: Grammar, link: number, index: number): boolean {
  const { relation } = tokenOf(grammar, index)
  const copula = child(grammar, link, 'cop')
  if (relation === 'advmod' && copula !== null && copula < index && index < link) return true
  // "was white enough"
  if (relation === 'advmod' && copula !== null && index === link + 1 && lower(grammar, index) === 'enough') return true
  // "one of the envoys" is a noun as well.
  if (index < link || !/^(?:NN|CD$)/.test(tokenOf(grammar, link).tag)) return false
  return relation === 'nmod' || (relation.startsWith('obl') && children(grammar, index, 'case').some((word) => lower(grammar, word) === 'of'))
}

function complementAt(grammar: Grammar, index: number, last: number, antecedent: number | null, taken: ReadonlySet<number>): DraftComplement | null {
  const { relation } = tokenOf(grammar, index)
  if (relation.startsWith('obl') || (relation === 'nmod' && child(grammar, index, 'case') !== null)) return oblique(grammar, index, last, antecedent)
  if (relation === 'advmod') return adverb(grammar, index, last)
  if (relation === 'obj' && last < index && lower(grammar, index + 1) === 'ago') return of('oblique', [], nounPhrase(grammar, index))
  if ((relation === 'iobj' || relation === 'obj') && last < index) return isApart(grammar, last, index) ? null : of('recipient', [], withRelative(grammar, nounPhrase(grammar, index)))
  if (relation === 'advcl') return adverbialClause(grammar, index)
  if (relation === 'xcomp' || relation === 'ccomp') return innerClause(grammar, index, taken)
  // "It is hard of them to leave", "It is clear that they left": behind "it" stands what is so.
  if (relation.startsWith('csubj') && last < index && child(grammar, index, 'mark') !== null) return innerClause(grammar, index, taken)
  return null
}

/** "left the party, so that leaves a younger crowd": behind a comma or another verb nothing is a second object. */
const isApart = (grammar: Grammar, from: number, to: number): boolean => grammar.tree.tokens.slice(from + 1, to).some(({ tag }) => /^[,:]$/.test(tag) || /^VB[DPZ]$/.test(tag))

const withRelative = (grammar: Grammar, phrase: Phrase | null): Phrase | null => phrase && withItsRelative(grammar, phrase)

const of = (kind: DraftComplement['kind'], marker: readonly number[], phrase: Phrase | null): DraftComplement | null => phrase && { kind, marker, phrase }

function oblique(grammar: Grammar, index: number, last: number, antecedent: number | null): DraftComplement | null {
  const marker = withAnd(grammar, children(grammar, index, 'case').filter((word) => word < index && tokenOf(grammar, word).tag !== 'POS').flatMap((word) => withFixed(grammar, word)))
  const isRelative = isRelativePronoun(tokenOf(grammar, index)) && lower(grammar, index) !== 'what'
  if (isRelative) return antecedent === null ? null : of('oblique', marker, antecedentPhrase(grammar, antecedent, last))
  const noun = nounPhrase(grammar, index)
  const phrase = noun && withItsRelative(grammar, withoutGapped(grammar, noun, marker))
  if (phrase === null || (marker.length === 0 && !isMeasure(grammar, index))) return null
  const parts = apart(grammar, without(phrase, marker), marker)
  // ", but for Norland …" opens the next clause.
  if (last < index && !grammar.mended(index) && tokenOf(grammar, (parts.marker[0] ?? 0) - 1).tag === 'CC' && lower(grammar, (parts.marker[0] ?? 0) - 2) === ',') return null
  // "the highest in 32 years": of a superlative that is in no part.
  if (last < index && tokenOf(grammar, (parts.marker[0] ?? 0) - 1).tag === 'JJS' && lower(grammar, (parts.marker[0] ?? 0) - 1) !== 'most' && (parts.marker[0] ?? 0) - 1 !== last) return null
  // "is strong" … "than that of Lind": without "more" there is nothing to compare.
  if (last < index && lower(grammar, parts.marker[0] ?? -1) === 'than' && !grammar.tree.tokens.slice(last - 2, parts.marker[0]).some(({ tag, text }) => /^(?:JJR|RBR)$/.test(tag) || /^(?:more|less|other|rather|different|fewer)$/i.test(text))) return null
  // "of terror" before the verb belongs to another noun.
  if (index < last && parts.marker.length === 1 && /^(?:of|than)$/.test(lower(grammar, parts.marker[0] ?? -1))) return null
  if (goesOnBehind(grammar, parts.phrase)) return null
  // "one important question is whether …": before the predicate only a time stands without a preposition.
  if (parts.marker.length === 0 && index < last && !tokenOf(grammar, index).name.endsWith('Date')) return null
  // A preposition behind its noun, or one far before it, was hung wrongly.
  const [first = 0] = parts.phrase.tokens
  return parts.marker.every((word) => word < first && first - word < 8) ? of('oblique', parts.marker, parts.phrase) : null
}

/** "fell by 2 percent [and Suderland by 4 percent]": behind "and" the same preposition again is said of another subject. */
function withoutGapped(grammar: Grammar, { head, tokens }: Phrase, marker: readonly number[]): Phrase {
  const [mark = -1] = marker.slice(-1)
  const isAgain = (member: number) => children(grammar, member, 'nmod', 'obl').some((noun) => member < noun && children(grammar, noun, 'case').some((word) => lower(grammar, word) === lower(grammar, mark) && word === member + 1))
  const second = tokens.findIndex((token, place) => tokenOf(grammar, token).tag === 'CC' && tokens.slice(place).some((member) => tokenOf(grammar, member).head === head && tokenOf(grammar, member).relation === 'conj' && tokenOf(grammar, member).name !== 'O' && isAgain(member)))
  return second < 1 || tokens.indexOf(head) > second ? { head, tokens } : { head, tokens: tokens.slice(0, second) }
}

/** "three days [after Lind left]", "by the time [he came]", "in part [because …]", "in ways [that help]": without the rest it says nothing, or something else. */
function goesOnBehind(grammar: Grammar, { head, tokens }: Phrase): boolean {
  const last = tokens.at(-1) ?? head
  const next = lower(grammar, last + 1)
  if (grammar.tree.sentenceOf[last] !== grammar.tree.sentenceOf[last + 1]) return false
  if (tokenOf(grammar, head).name.endsWith('Date') || /^(?:days?|weeks?|months?|years?|hours?|minutes?|moments?|time|decades?)$/.test(lower(grammar, head))) {
    if (/^(?:after|before|since|until|ago|later|earlier|when)$/.test(next) && children(grammar, head, 'case').length === 0) return true
    if (/^time$/.test(lower(grammar, head)) && /^(?:PRP|NNP?S?|DT)$/.test(tokenOf(grammar, last + 1).tag) && !/^(?:yesterday|today|tomorrow|tonight)$/.test(next)) return true
  }
  if (/^(?:part|order|case|fact|terms|view|light|spite|lieu)$/.test(lower(grammar, head)) && /^(?:because|to|of|that|due)$/.test(next)) return true
  return /^(?:that|which|who|whom|whose|where)$/.test(next) && isIndefinite(grammar, { head, tokens })
}

/** Without a preposition only times and measures are adverbials: "next month", "Sunday", "three times". */
export const isMeasure = (grammar: Grammar, index: number): boolean =>
  tokenOf(grammar, index).relation === 'obl:unmarked' || tokenOf(grammar, index).name.endsWith('Date') || child(grammar, index, 'nummod') !== null

/** "due to Norland's claims": a preposition that the parser took for part of the noun. */
function apart(grammar: Grammar, phrase: Phrase, marker: readonly number[]): { marker: number[]; phrase: Phrase } {
  const moved = [...marker]
  let tokens = phrase.tokens
  for (let first = tokens[0]; first !== undefined && first !== phrase.head; first = tokens[0]) {
    const { tag, relation } = tokenOf(grammar, first)
    const fixed = withFixed(grammar, first)
    if (!(relation === 'case' && (tag === 'IN' || tag === 'TO')) && fixed.length === 1) break
    moved.push(...fixed)
    tokens = tokens.filter((token) => !fixed.includes(token))
  }
  return { marker: [...new Set(moved)].sort((a, b) => a - b), phrase: { head: phrase.head, tokens } }
}

/** Parsers now and then hang a preposition deeper than on the noun; it is not said twice. */
const without = (phrase: Phrase, words: readonly number[]): Phrase => ({ head: phrase.head, tokens: phrase.tokens.filter((token) => !words.includes(token)) })

function adverb(grammar: Grammar, index: number, last: number): DraftComplement | null {
  const word = lower(grammar, index)
  const { tag } = tokenOf(grammar, index)
  if (grammar.words.connectives.has(word) || grammar.words.negators.has(word) || tag === 'WRB' || tag === 'CC') return null
  // "Recently, …" and "… left early" say something; "however", "only", "just" before the verb do not by themselves.
  if (index < last && !(tag === 'RB' && word.endsWith('ly')) && !timeAdverbs.has(word)) return null
  // "shortly after the vote was called", "There, prices rose": of the clause's place in the text, not of what is done.
  if (index < last && /^(?:after|before|when|as|because|if|until|whether|since|though|although|unless)$/.test(lower(grammar, index + 1)) && /^(?:IN|WRB)$/.test(tokenOf(grammar, index + 1).tag)) return null
  if (word === 'there' && index < last) return null
  const phrase = nounPhrase(grammar, index)
  // "but not exclusively": what is denied there is not added here.
  if (/^(?:not|even|but|n['’]t)$/.test(lower(grammar, (phrase?.tokens[0] ?? index) - 1)) || /^not\b/.test(lower(grammar, phrase?.tokens[0] ?? -1))) return null
  const whole = phrase?.tokens.map((token) => lower(grammar, token)).join(' ') ?? ''
  // "as long" and "too soon" are cut short.
  // "ago" without its years; "once" of "once again".
  if (whole === 'ago' || (whole === 'once' && lower(grammar, index + 1) === 'again') || (phrase !== null && 1 < phrase.tokens.length && /^(?:as|so|too)\b/.test(whole))) return null
  return phrase && phrase.tokens.length < 7 && !grammar.words.connectives.has(whole) ? of('adverb', [], phrase) : null
}
const timeAdverbs = new Set(['now', 'today', 'tomorrow', 'yesterday', 'tonight', 'soon', 'once', 'often', 'later', 'earlier', 'ago', 'here', 'there', 'again'])

function adverbialClause(grammar: Grammar, index: number): DraftComplement | null {
  const marks = children(grammar, index, 'mark', 'case').flatMap((mark) => withFixed(grammar, mark))
  const when = children(grammar, index, 'advmod').filter((word) => tokenOf(grammar, word).tag === 'WRB')
  const opened = [...marks, ...when].sort((a, b) => a - b)
  if (opened.length === 0) return null
  // "but [only after] Lind had paid"
  const only = children(grammar, index, 'advmod').filter((word) => word + 1 === opened[0] && lower(grammar, word) === 'only')
  const marker = [...only, ...opened]
  const clause = clausePhrase(grammar, index, new Set(marker))
  const [opening = 0] = marker
  const phrase = clause && { head: clause.head, tokens: clause.tokens.filter((token) => opening < token) }
  // A clause with a subject of its own is told as a claim of its own; here it only says when or why.
  const own = child(grammar, index, ...subjectRelations) !== null
  return phrase && (!own || phrase.tokens.length <= longestOwn) ? shortEnough(grammar, 'clause', marker, phrase) : null
}

/** "if Norland signs": a condition belongs to what holds under it, however long, and with what is joined to it, as long as it can be read. */
function conditionPart(grammar: Grammar, { clause, marker }: Condition, heads: readonly number[]): DraftComplement[] {
  const [opening = -1] = marker.slice(-1)
  const inside = grammar.tree.children[clause] ?? []
  // What depends on it may hang under it, and from there on all that hangs under it is no part of it.
  const ends = inside.filter((index) => heads.includes(index) || (heads.some((head) => clause < head && head <= index) && clause < index))
  const fixed = [...marker, ...ends]
  // Shorter and shorter: with what is joined to it, without, without its adverbials.
  const adverbials = inside.filter((index) => clause < index && /^(?:obl|advmod|advcl|parataxis)/.test(tokenOf(grammar, index).relation))
  for (const [dropped, isJoined] of [[[], true], [[], false], [adverbials, false]] as const) {
    const phrase = clausePhrase(grammar, clause, new Set([...fixed, ...dropped]), isJoined)
    const tokens = phrase?.tokens.filter((token) => opening < token) ?? []
    if (phrase && tokens.includes(clause) && tokens.length <= longestClause && marker.every((word) => word < (tokens[0] ?? 0))) return [{ kind: 'clause', marker, phrase: { head: clause, tokens } }]
  }
  return []
}

function innerClause(grammar: Grammar, index: number, taken: ReadonlySet<number>): DraftComplement | null {
  const head = tokenOf(grammar, index).head ?? -1
  const marker = children(grammar, index, 'mark').filter((mark) => !taken.has(mark))
  if (index < head || isRelativePronoun(tokenOf(grammar, index))) return null
  const hasSubject = child(grammar, index, ...subjectRelations) !== null
  // "received permits when they arrived, those who …": with an object already there, a clause that nothing ties to it is another sentence.
  // "She plans to vote but is undecided": a finite verb without a subject is the next clause.
  if (!hasSubject && marker.length === 0 && tokenOf(grammar, index).tag === 'VB' && !/^(?:let|make|help|have|see|hear|watch)$/.test(tokenOf(grammar, head).lemma)) return null
  if (!hasSubject && marker.length === 0 && /^VB[DZP]$/.test(tokenOf(grammar, index).tag)) return null
  if (hasSubject && marker.length === 0 && children(grammar, head, 'obj').some((object) => head < object && object < index)) return null
  const phrase = clausePhrase(grammar, index, new Set([...marker, ...taken]))
  // "We are shocked, Ahmed was a friend": behind a comma, and with nothing that ties it, it is another sentence.
  if (hasSubject && marker.length === 0 && phrase !== null && lower(grammar, (phrase.tokens[0] ?? 0) - 1) === ',' && grammar.words.effects.get(tokenOf(grammar, head).lemma) !== 'says') return null
  return hasSubject || phrase === null || phrase.tokens.length <= longestClause ? shortEnough(grammar, 'clause', marker, phrase) : null
}

const shortEnough = (grammar: Grammar, kind: DraftComplement['kind'], marker: readonly number[], phrase: Phrase | null): DraftComplement | null =>
  phrase && phrase.tokens.length <= longestClause && marker.every((word) => word < (phrase.tokens[0] ?? 0)) && !/^(?:who|whom|which)$/.test(lower(grammar, phrase.tokens[0] ?? -1)) ? of(kind, marker, phrase) : null

import type { Range } from '../../tree.js'
import { rootOf } from './draft.js'
import { isRankWord, isTitle, type Name } from './names.js'
import type { Scene } from './scene.js'

type Token = Scene['tree']['tokens'][number]

/** Names that a source is, rather than mentions: "Jane Doe, spokeswoman for John Roe" is Jane Doe. Several only when joined by "and"; none where a name is joined with somebody
 *  who has none: "Jane Doe and her aides". */
export function bearersIn(source: Range, scene: Scene): Name[] {
  const { nameAt, tree: { tokens } } = scene
  const inside: Name[] = []
  for (let index = source.from; index < source.to; index++) {
    const name = nameAt.get(index)
    if (name && name.to <= source.to && !inside.includes(name) && !/^(NORP|Date|Money)$/.test(name.kind)) inside.push(name)
  }
  const bearers = inside.filter((name) => isBearer(name, source, scene))
  const people = bearers.filter(({ kind }) => kind === 'Person')
  const own = people.length ? people : bearers
  const [first, second] = own
  if (!first) return unlabelled(source, inside, tokens)
  if (isList(bearers, source, tokens)) return bearers
  if (people.length < bearers.length && isList(people, source, tokens)) return people
  if (second && areJoined(first, second, tokens)) return [first, second]
  // "The Herald, the Westbrook Times and others": names in a row, and somebody without one behind them.
  const row = own.findIndex(({ to }, index) => own[index + 1]?.from !== to + 1 || tokens[to]?.text !== ',')
  return isBesideOthers(first, source, tokens) || isBesideOthers(own[row] ?? first, source, tokens) ? [] : [first]
}

/** Nothing but articles, titles, commas and "and" between the names and behind the last, and "and" before the last: "Ann Poe, Mayor Jane Doe and the Herald". */
function isList(names: readonly Name[], { to }: Range, tokens: readonly Token[]): boolean {
  const gaps = names.slice(1).map(({ from }, index) => tokens.slice(names[index]?.to, from))
  const plain = (words: readonly Token[], link: RegExp) => words.length < 6 && link.test(words[0]?.text ?? '') && words.slice(1).every(({ tag, text }) => /^(DT|CC|NNP?|JJ)$/.test(tag) || /^(and|&)$/i.test(text))
  return 1 < names.length && gaps.slice(0, -1).every((words) => plain(words, /^,$/)) && (gaps.at(-1) ?? []).some(({ tag, text }) => tag === 'CC' || text === '&') && plain(gaps.at(-1) ?? [], /^(,|and|&|or)$/i) && to - (names.at(-1)?.to ?? to) < 2
}

function areJoined(first: Name, second: Name, tokens: readonly Token[]): boolean {
  const between = tokens.slice(first.to, second.from)
  const root = tokens[rootOf({ tokens }, second)]
  const listed = root?.relation === 'conj' && root.head !== null && first.from <= root.head && root.head < first.to
  return (listed || between.length <= 8) && between.some(({ tag }) => tag === 'CC') && (listed || !between.some(({ tag }) => /^(VB|WP|IN)/.test(tag)))
}

/** "Jane Doe and her aides", "the Westbrook Times and a chain of newspapers", "officials and Jane Doe", but not "the actor and writer Jane Doe". */
function isBesideOthers({ from, to }: Name, source: Range, tokens: readonly Token[]): boolean {
  const isLink = (index: number) => source.from <= index && index < source.to - 1 && tokens[index]?.tag === 'CC' && !/^but$/i.test(tokens[index]?.text ?? '')
  return isLink(to) || (source.from < from - 1 && isLink(from - 1))
}

/** Not "Doe" in "Doe campaign", "Doe-backed plan" or "Doe's lawyer", nor "Norland" in "the Norland public defender", and nothing behind a preposition, a relative pronoun or in
 *  brackets; nor one of "many" who are something else. */
function isBearer(name: Name, source: Range, scene: Scene): boolean {
  const { tree: { tokens }, nameAt } = scene
  if (name.kind !== 'Person' && name.to - name.from === 1 && isSome(name.from, source, tokens)) return false
  if (isOfficer(name, source, scene)) return true
  if (isModifier(name, source, tokens) || (source.from < name.from && /^(dozens|few|hundreds|many|several|some|thousands)$/i.test(tokens[source.from]?.text ?? ''))) return false
  for (let index = name.from - 1; source.from <= index; index--) {
    const { tag = '', text = '' } = tokens[index] ?? {}
    if (/^[,;]$/.test(text)) return !isListedBelow(name, source, tokens)
    if (text === ')') while (source.from < index && tokens[index]?.text !== '(') index--
    else if (isOffice(index, name, scene) || (nameAt.get(index)?.kind === 'Organization' && (nameAt.get(index)?.from ?? index) < index) || (/^(VBN|JJ)$/.test(tag) && isHyphen(index - 1, tokens)) || isHyphen(index, tokens) || isCalled(index, tokens)) continue
    else if (/^(IN|TO|WP|WDT|VB.?)$/.test(tag) || text === '(') return false
  }
  return true
}

/** A word of that tag stands before the noun, with no more than articles, adjectives and other nouns between. */
function isLedBy(tag: RegExp, noun: number, source: Range, tokens: readonly Token[]): boolean {
  let before = noun - 1
  while (source.from < before && /^(DT|JJ|NNP?S?|HYPH)$/.test(tokens[before]?.tag ?? '')) before--
  return source.from <= before && tag.test(tokens[before]?.tag ?? '')
}

/** By its tag, or with no blank on either side. */
const isHyphen = (index: number, tokens: readonly Token[]): boolean =>
  /^[-–]$/.test(tokens[index]?.text ?? '') && (tokens[index]?.tag === 'HYPH' || (tokens[index - 1]?.end === tokens[index]?.start && tokens[index]?.end === tokens[index + 1]?.start))

/** "Named" in "a worker named Jane Doe", "known as" in "a worker known as Jane Doe". */
const isCalled = (index: number, tokens: readonly Token[]): boolean =>
  /^(named|called|nicknamed|surnamed)$/i.test(tokens[index]?.text ?? '') || (/^(known|identified)$/i.test(tokens[index]?.text ?? '') && /^as$/i.test(tokens[index + 1]?.text ?? '')) || (0 < index && /^as$/i.test(tokens[index]?.text ?? '') && /^(known|identified)$/i.test(tokens[index - 1]?.text ?? ''))

/** "A survey by the Herald, the council and the Westbrook Times": joined with what hangs below the source's head. */
function isListedBelow(name: Name, source: Range, tokens: readonly Token[]): boolean {
  let index = rootOf({ tokens }, name)
  for (let step = 0; step < 4 && tokens[index]?.relation === 'conj'; step++) index = tokens[index]?.head ?? index
  return index < name.from && source.from < index && /^(nmod|obl)/.test(tokens[index]?.relation ?? '') && isLedBy(/^(IN|VBG)$/, index, source, tokens)
}

/** The first part of a compound, or before a noun, an adjective with its noun, or "'s" with what is owned. */
function isModifier({ kind, from, to }: Name, source: Range, tokens: readonly Token[]): boolean {
  let next = to
  if (kind !== 'Person' && source.from < from && isHyphen(from - 1, tokens) && tokens[from - 1]?.end === tokens[from]?.start) return true
  const within = (index: number) => index < source.to
  if (within(next) && tokens[next]?.tag === 'POS') return next + 1 < source.to
  while (within(next) && ((/^(JJ|VBN)$/.test(tokens[next]?.tag ?? '') && !/^(current|former|late)$/i.test(tokens[next]?.text ?? '')) || isHyphen(next, tokens))) next++
  const token = tokens[next]
  return within(next) && token !== undefined && isNoun(token)
}

/** "Latinos" in "many Latinos" or "Texas Latinos": not all that bear the name. */
const isSome = (index: number, { from }: Range, tokens: readonly Token[]): boolean =>
  from < index && tokens[index]?.tag === 'NNPS' && (/^(JJ|CD|NN|PDT)/.test(tokens[index - 1]?.tag ?? '') || /^(all|any|both|few|many|most|other|several|some|these|those)$/i.test(tokens[index - 1]?.text ?? ''))

/** "Of" in "secretary of state Jane Doe", "chief of staff John Roe", "Minister of Justice and Peace Ada Lind": an office, its matter without an article, and the name. */
function isOffice(index: number, name: Name, { tree: { tokens }, nameAt }: Scene): boolean {
  if (!/^(of|for)$/i.test(tokens[index]?.text ?? '') || name.kind !== 'Person') return false
  const honorific = /^(mr|mrs|ms|dr|prof|sir|sheikh|hon)\.?$/i.test(tokens[name.from - 1]?.text ?? '')
  const matter = tokens.slice(index + 1, name.from - Number(honorific))
  if (matter.length === 1 && /^(commerce|communications|defen[cs]e|development|education|energy|finance|health|justice|labou?r|mission|operations|parliament|police|policy|research|staff|state|transportation)$/i.test(matter[0]?.text ?? '')) return true
  const capitals = matter.every(({ tag, text }, offset) => (/^\p{Lu}/u.test(text) && nameAt.get(index + 1 + offset)?.kind !== 'Person' && (/^justice$/i.test(text) || !isTitle(text))) || tag === 'CC')
  const before = tokens.slice(Math.max(0, index - 2), index)
  return 0 < matter.length && capitals && before.some(({ lemma }) => offices.test(lemma))
}

/** "Leader of the opposition in parliament Jane Doe": an office at the head of it all, a noun right before the name, and nothing behind it. */
function isOfficer({ kind, from, to }: Name, source: Range, { tree: { tokens }, nameAt }: Scene): boolean {
  const before = tokens[from - 1]
  const head = rootOf({ tokens }, source)
  return kind === 'Person' && to === source.to && source.from < from - 1 && head < from && offices.test(tokens[head]?.lemma ?? '') && before?.tag === 'NN' && /^\p{Ll}/u.test(before.text) && !nameAt.has(from - 1) && !tokens.slice(source.from, from).some(({ text, tag }) => text === ',' || /^(VB|W|POS|CC)/.test(tag))
}

const offices = /^(ambassador|attorney|ceo|chair|chairman|chairwoman|chancellor|chief|commander|commissioner|dean|director|governor|head|inspector|judge|justice|leader|manager|mayor|minister|premier|president|professor|rector|secretary|sheriff|speaker|superintendent|undersecretary)$/i

/** Labels on punctuation are slips of the reader, and "Jane Doe today" is Doe. */
const isNoun = ({ tag, text }: Token): boolean => /^NN/.test(tag) && /\p{L}/u.test(text) && !/^(to|yester|mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(text)

/** A source of capitalised words that the reader took for no name is one all the same: "ReganBooks said". */
function unlabelled(source: Range, inside: readonly Name[], tokens: readonly Token[]): Name[] {
  if (inside.length) return []
  const head = rootOf({ tokens }, source)
  // "None of the three", tagged as a name since it begins the sentence.
  if (/^(all|any|both|each|either|every|few|many|most|much|neither|no|nobody|none|one|other|others|several|some)$/i.test(tokens[head]?.text ?? '')) return []
  const isProper = (index: number) => source.from <= index && index < source.to && /^NNP/.test(tokens[index]?.tag ?? '') && /^\p{Lu}/u.test(tokens[index]?.text ?? '')
  // Nor is "a Republican", who may be anybody.
  if (!isProper(head) || isSome(head, source, tokens) || (head === source.from + 1 && source.to - source.from === 2 && /^an?$/i.test(tokens[source.from]?.text ?? ''))) return []
  let [from, to] = [head, head + 1]
  while (isProper(from - 1)) from--
  while (isProper(to)) to++
  // "African-Americans" are no "Americans" without the rest.
  if (source.from < from && isHyphen(from - 1, tokens)) return []
  // "The Vice President" is nobody's name.
  if (tokens.slice(from, to).every(({ text }) => isRankWord(text))) return []
  return [{ kind: 'Misc', from, to, words: tokens.slice(from, to).map(({ text }) => text), person: null }]
}

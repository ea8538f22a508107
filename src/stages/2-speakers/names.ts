import type { Range, Tree } from '../../tree.js'

/** A name in the text, without title and possessive. */
export interface Name extends Range {
  readonly kind: string
  /** Its words, without initials' dots and without "Jr.". */
  readonly words: readonly string[]
  /** Index of the bearer among the article's people; null for what is no person. */
  person: number | null
}

/** Whom several names stand for. */
export interface Person {
  readonly index: number
  /** Of the fullest name. */
  words: readonly string[]
  readonly names: Name[]
}

/** "Minister", "Mrs.": what stands before a name. */
export const isTitle = (word: string): boolean => title.test(word)

/** A word of a title: "Vice" and "President". */
export const isRankWord = (word = ''): boolean => title.test(word) || rank.test(word)

const suffix = /^(jr|sr|ii|iii|iv)\.?$/i
const title = /^(mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady|sen|rep|gov|gen|col|capt|lt|sgt|rev|hon|president|senator|secretary|minister|judge|justice|king|queen|prince|princess|pope|chancellor|congressman|congresswoman|governor|mayor)\.?$/i

const rank = /^(acting|assistant|attorney|chief|commissioner|crown|deputy|executive|first|foreign|general|head|lieutenant|officer|premier|prime|secretary-general|speaker|vice|-)$/i

/** Names as the reader labelled them, mended: pieces of one name that stand side by side are joined, titles come off, and a capitalised word
 *  that is the last one of somebody's name is a name wherever it stands. In text order. */
export function namesOf(tree: Tree): Name[] {
  const labelled = labelledRanges(tree)
  const surnames = new Set(labelled.filter(({ kind }) => kind === 'Person').map(({ to }) => tree.tokens[to - 1]?.text ?? ''))
  const names: Name[] = []
  let next = 0
  tree.tokens.forEach(({ text, tag }, index) => {
    while (next < labelled.length && (labelled[next]?.to ?? 0) <= index) next++
    const range = labelled[next]
    if (range && range.from === index) names.push(nameOf(range, tree))
    else if ((!range || index < range.from) && /^NNPS?$/.test(tag) && /^\p{Lu}\p{L}/u.test(text) && surnames.has(text)) names.push(nameOf({ from: index, to: index + 1, kind: 'Person' }, tree))
  })
  return names
}

export function byToken(names: readonly Name[]): Map<number, Name> {
  const nameAt = new Map<number, Name>()
  for (const name of names) for (let index = name.from; index < name.to; index++) nameAt.set(index, name)
  return nameAt
}

/** Names of people by bearer: full names first, then single words to the one bearer whose last or first name they are, the latest
 *  of several. Different first names are different people, and so are "Mr. Roe" and Jane Roe (`clash`). Fills in `person`. */
export function peopleOf(names: readonly Name[], clash: (name: Name, words: readonly string[]) => boolean = () => false): Person[] {
  const people: Person[] = []
  const byLast = new Map<string, Person[]>()
  const byFirst = new Map<string, Person[]>()
  const note = (index: Map<string, Person[]>, word: string, person: Person) => {
    const list = index.get(word) ?? []
    if (!list.includes(person)) index.set(word, [...list, person])
  }
  const create = (words: readonly string[]): Person => {
    const person: Person = { index: people.length, words, names: [] }
    people.push(person)
    note(byLast, key(words.at(-1)), person)
    if (1 < words.length) note(byFirst, key(words[0]), person)
    return person
  }
  const own = names.filter(({ kind }) => kind === 'Person')
  for (const name of own) {
    if (name.words.length < 2) continue
    const known = (byLast.get(key(name.words.at(-1))) ?? []).find(({ words }) => alike(words[0] ?? '', name.words[0] ?? ''))
    const person = known ?? create(name.words)
    if (person.words.join(' ').length < name.words.join(' ').length) person.words = name.words
    name.person = person.index
  }
  for (const name of own) {
    const bearers = name.words.length < 2 ? (byLast.get(key(name.words[0])) ?? []) : []
    if (bearers.length && bearers.every(({ words }) => clash(name, words))) create(name.words)
  }
  const latest = new Map<string, Person>()
  for (const name of own) {
    const word = key(name.words[0])
    const bearers = name.words.length < 2 ? (byLast.get(word) ?? byFirst.get(word) ?? []) : []
    const candidates = bearers.filter(({ words }) => !clash(name, words))
    const person = name.person !== null ? people[name.person] : candidates.length < 2 ? (candidates[0] ?? create(name.words)) : (candidates.find((bearer) => bearer === latest.get(word)) ?? candidates.find(({ words }) => words.length < 2) ?? candidates[0])
    if (!person) continue
    name.person = person.index
    person.names.push(name)
    latest.set(key(person.words.at(-1)), person)
    latest.set(key(person.words[0]), person)
  }
  return people
}

const key = (word = ''): string => word.toLowerCase()

/** "V." and "Vladimir" may be one, "Bill" and "Hillary" may not. */
const alike = (a: string, b: string): boolean => key(a) === key(b) || ((a.length === 1 || b.length === 1) && key(a)[0] === key(b)[0])

interface Labelled extends Range {
  readonly kind: string
}

function labelledRanges({ tokens, sentenceOf }: Tree): Labelled[] {
  const ranges: Labelled[] = []
  const isProper = (index: number) => /^NN/.test(tokens[index]?.tag ?? '') && /^\p{Lu}/u.test(tokens[index]?.text ?? '')
  tokens.forEach(({ name, tag, relation, head, text }, index) => {
    const kind = name.slice(2)
    const last = ranges.at(-1)
    const adjacent = last?.to === index && sentenceOf[index] === sentenceOf[index - 1]
    const linked = relation === 'flat' && last !== undefined && head !== null && last.from <= head && head < last.to
    const proper = /^NNP/.test(tag) && (kind === 'Person' || kind === '')
    // A surname without a label: one proper noun more, and then the run of them ends.
    const lone = kind === '' && isProper(index) && last !== undefined && last.to - last.from === 1 && !isProper(index + 1) && /^\p{Lu}\p{Ll}/u.test(text) && !/^[''’]/.test(tokens[index + 1]?.text ?? '')
    const goesOn = adjacent && ((name.startsWith('I-') && last.kind === kind) || (last.kind === 'Person' && proper && (linked || lone)))
    if (goesOn && last) ranges[ranges.length - 1] = { ...last, to: index + 1 }
    else if (name !== 'O' && /[\p{L}\p{N}]/u.test(text)) ranges.push({ kind, from: index, to: index + 1 })
  })
  const whole: Labelled[] = []
  const named = new Set(ranges.filter((range) => range.kind === 'Person' && !isNobody(range, tokens)).flatMap(({ from, to }) => tokens.slice(from, to).map(({ text }) => text)))
  for (const range of ranges) if ((whole.at(-1)?.to ?? 0) <= range.from && !isRank(range, tokens) && (!isNobody(range, tokens) || named.has(tokens[range.from]?.text ?? ''))) whole.push(withNickname(range, tokens))
  return whole
}

/** A word that the reader itself takes for a pronoun is nobody's name, unless it stands in one elsewhere. */
const isNobody = ({ kind, from, to }: Labelled, tokens: Tree['tokens']): boolean => kind === 'Person' && to - from === 1 && /^(PRP|DT)/.test(tokens[from]?.tag ?? '')

/** A mere title is nobody's name either: "the Crown Prince", "the Vice President". */
function isRank({ kind, from, to }: Labelled, tokens: Tree['tokens']): boolean {
  const isPart = (index: number) => isRankWord(tokens[index]?.text)
  if (kind !== 'Person' || !tokens.slice(from, to).every((_, offset) => isPart(from + offset))) return false
  let before = from - 1
  while (isPart(before) || /^(JJ|HYPH)$/.test(tokens[before]?.tag ?? '')) before--
  return /^(DT|POS|PRP\$)$/.test(tokens[before]?.tag ?? '')
}

/** John “Red” Roe is one name. */
function withNickname(range: Labelled, tokens: Tree['tokens']): Labelled {
  if (range.kind !== 'Person') return range
  const open = /^["“‘']$/.test(tokens[range.to]?.text ?? '') ? range.to : /^["“‘']$/.test(tokens[range.to - 1]?.text ?? '') ? range.to - 1 : null
  if (open === null) return range
  const close = [open + 2, open + 3, open + 4].find((index) => /^["”’']$/.test(tokens[index]?.text ?? ''))
  const surname = close === undefined ? undefined : tokens[close + 1]
  return close !== undefined && surname && /^NNP/.test(surname.tag) && /^\p{Lu}/u.test(surname.text) ? { ...range, to: close + 2 } : range
}

function nameOf({ kind, from, to }: Labelled, { tokens }: Tree): Name {
  if (kind === 'Person') {
    while (from + 1 < to && title.test(tokens[from]?.text ?? '')) from++
    while (from + 1 < to && (tokens[to - 1]?.tag === 'POS' || !/[\p{L}\p{N}]/u.test(tokens[to - 1]?.text ?? ''))) to--
  }
  const words = wordsIn(tokens.slice(from, to))
  const quoted = words.length > 2 && tokens.slice(from, to).some(({ text }) => /^["“‘']$/.test(text))
  return { kind, from, to, words: quoted ? [words[0] ?? '', words.at(-1) ?? ''] : words, person: null }
}

/** Without initials' dots and "Jr."; "Mark-Viverito" is one word, however it was cut. */
function wordsIn(tokens: Tree['tokens']): string[] {
  const words: string[] = []
  tokens.forEach(({ text, start }, index) => {
    const before = tokens[index - 1]
    const hyphenated = before?.text === '-' && before.end === start && tokens[index - 2]?.end === before.start
    if (hyphenated && words.length) words[words.length - 1] += `-${text}`
    else if (/[\p{L}\p{N}]/u.test(text) && !suffix.test(text)) words.push(text.replace(/\.$/, ''))
  })
  return words
}

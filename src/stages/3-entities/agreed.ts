import { nameTagsOf } from '../compromise.js'
import { evidenceAt } from './find/names/evidence.js'
import { isUpper, wordAt, wordsOf, type Sheet } from './find/names/words.js'
import type { Name } from './names.js'

const voting = new Set(['Person', 'Location', 'Organization'])

/** Makes an article's names agree with one another. A word that is a person's last name in full names is that person wherever it stands,
 *  labelled or not; the same words twice are of one kind, the one that the reader and the words around are surer of in all; and what is a name
 *  in one sentence is that name in the next. */
export function agreed(sheet: Sheet, names: readonly Name[]): Name[] {
  const votes = new Map<string, Map<string, number>>()
  const surnames = new Map<string, number>()
  const vote = (text: string, label: string, weight: number) => {
    const own = votes.get(text) ?? new Map<string, number>()
    votes.set(text, own.set(label, (own.get(label) ?? 0) + weight))
  }
  for (const name of names) {
    const text = wordsOf(sheet, name)
    if (voting.has(name.label)) {
      vote(text, name.label, name.sure ** 2 + (isSettled(name) ? 2 : 0))
      const { label, weight } = evidenceAt(sheet, name) ?? {}
      if (label && weight) vote(text, label, weight)
    }
    if (name.label === 'Person' && name.to - name.from > 1) {
      const last = wordAt(sheet, name.to - 1)
      if (last.length > 2 && isUpper(last)) surnames.set(last, Math.max(name.sure, surnames.get(last) ?? 0))
    }
  }
  for (const [short, label] of expanded(sheet, names)) vote(short, label, 3)
  for (const short of bracketed(sheet, names)) vote(short, 'Organization', 3)
  for (const word of wordsOfBodies(sheet, names)) vote(word, 'Organization', 1)
  const alone = peopleAlone(sheet, names)
  const kept = names.map((name): Name => {
    const text = wordsOf(sheet, name)
    const surname = name.to - name.from === 1 ? surnames.get(text) : undefined
    if (isNamesake(sheet, name, alone)) return { ...name, label: 'Person', rule: 'first-name-and-known-surname' }
    const own = votes.get(text)
    if (!own || !voting.has(name.label)) return surname !== undefined && name.label !== 'Date' && name.sure < surname && name.label !== 'NORP' ? { ...name, label: 'Person' } : name
    const sums = new Map(own)
    if (surname !== undefined) sums.set('Person', (sums.get('Person') ?? 0) + 1.1 * surname)
    const [best] = [...sums].sort((a, b) => b[1] - a[1])
    return best && best[0] !== name.label ? { ...name, label: best[0], rule: 'kind-of-the-article' } : name
  })
  return [...kept, ...unseen(sheet, kept, surnames)].sort((a, b) => a.from - b.from)
}

/** Single words that the article has as people twice and more: "Trump said". */
function peopleAlone(sheet: Sheet, names: readonly Name[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const name of names) if (name.to - name.from === 1 && name.label === 'Person') count.set(wordAt(sheet, name.from), (count.get(wordAt(sheet, name.from)) ?? 0) + 1)
  return count
}

/** What looks like a place or body, but is a first name of compromise's lexicon and the surname of somebody in the article. */
const isNamesake = (sheet: Sheet, { from, to, label }: Name, alone: ReadonlyMap<string, number>): boolean =>
  label !== 'Person' && voting.has(label) && to - from > 1 && to - from < 4 && 1 < (alone.get(wordAt(sheet, to - 1)) ?? 0) && /(?:First|Male|Female)Name/.test(nameTagsOf(wordAt(sheet, from))) && sheet.tokens.slice(from, to).every(({ text }) => isUpper(text))

/** What the words or a list say of its kind is worth more than what the reader thinks. */
const isSettled = ({ rule }: Name): boolean => rule === 'known-body' || rule === 'known-outlet' || rule === 'head-noun'

/** "Gont Institute of Technology (GIT)": the letters are of the kind of the words. */
function expanded(sheet: Sheet, names: readonly Name[]): [string, string][] {
  return names.flatMap((name): [string, string][] => {
    const short = wordAt(sheet, name.to + 1)
    if (wordAt(sheet, name.to) !== '(' || wordAt(sheet, name.to + 2) !== ')' || name.to - name.from < 2 || !voting.has(name.label) || !/^\p{Lu}[\p{L}&-]{1,9}$/u.test(short)) return []
    return isShortFor(short.toLowerCase(), wordsOf(sheet, name).toLowerCase()) ? [[short, name.label]] : []
  })
}

/** "Galaxy" of "Roke Galaxy", "Rossing" of "Rossing Uranium": a word that the reader takes for a person, but that begins or ends the name of a body and is in no full name of
 *  anybody, is a person's in four of a hundred. */
function wordsOfBodies(sheet: Sheet, names: readonly Name[]): ReadonlySet<string> {
  const alone = new Set(names.flatMap((name) => (name.label === 'Person' && name.to - name.from === 1 ? [wordAt(sheet, name.from)] : [])))
  const full = new Set(names.flatMap((name) => (name.label === 'Person' && name.to - name.from > 1 ? sheet.tokens.slice(name.from, name.to).map(({ text }) => text) : [])))
  const ends = names.flatMap((name) => (name.label === 'Organization' && name.to - name.from > 1 ? [wordAt(sheet, name.from), wordAt(sheet, name.to - 1)] : []))
  return new Set(ends.filter((word) => alone.has(word) && !full.has(word) && isUpper(word)))
}

/** What stands alone in brackets behind a body's name is a body, too, in whatever language it is spelt: "Athletes' Fund (Yasot)". */
const bracketed = (sheet: Sheet, names: readonly Name[]): string[] =>
  names.flatMap((name, index) => {
    const next = names[index + 1]
    const isInside = next && name.label === 'Organization' && voting.has(next.label) && next.from === name.to + 1 && next.to === next.from + 1 && wordAt(sheet, name.to) === '(' && wordAt(sheet, next.to) === ')'
    return isInside ? [wordAt(sheet, next.from)] : []
  })

/** All its letters stand in the words, in this order, and it begins as they do. */
function isShortFor(short: string, long: string): boolean {
  if (short[0] !== long[0] || short.length * 2 > long.length) return false
  let at = 0
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Names that the reader passed over: last names of people, and what it took for a name elsewhere in the article. */
function unseen(sheet: Sheet, names: readonly Name[], surnames: ReadonlyMap<string, number>): Name[] {
  const { tokens } = sheet
  const covered = new Uint8Array(tokens.length)
  // In a headline the reader takes "Lind - New Plan" for one name of a thing.
  for (const { from, to, label } of names) if (label !== 'Misc' && label !== 'Product') covered.fill(1, from, to)
  for (const { from, to, label } of names)
    if (label === 'Misc' || label === 'Product') for (let index = from; index < to; index++) if (to - from === 1 || /[\p{L}\p{N}]/u.test(tokens[index + 1]?.text ?? 'x')) covered[index] = 1
  const known = elsewhere(sheet, names)
  const found: Name[] = []
  for (let index = 0; index < tokens.length; index++) {
    if (covered[index]) continue
    const { text, tag } = tokens[index] ?? { text: '', tag: '' }
    const surname = surnames.get(text)
    // Behind a capital it may be the end of a name that is not known: of another person.
    const tied = covered[index - 1] === 1 && tokens[index - 1]?.end === (tokens[index]?.start ?? 0) - 1
    if (surname !== undefined && /^NNPS?$/.test(tag) && !/^\p{Lu}[\p{Ll}.]/u.test(tokens[index + 1]?.text ?? '') && !tied) {
      found.push({ from: index, to: index + 1, label: 'Person', sure: Math.round(surname * 80) / 100 })
      continue
    }
    const match = (known.get(text) ?? known.get(titled(text)))?.find(({ to, from }) => sameWords(sheet, from, to, index) && !covered.subarray(index, index + to - from).includes(1) && isFree(sheet, index, index + to - from))
    if (!match || tied) continue
    const to = index + match.to - match.from
    found.push({ from: index, to, label: match.label, sure: Math.round(match.sure * 80) / 100, rule: 'named-elsewhere' })
    index = to - 1
  }
  return found
}

/** What the reader is sure is a name, by its first word, the longest first. */
function elsewhere(sheet: Sheet, names: readonly Name[]): Map<string, Name[]> {
  const best = new Map<string, Name>()
  for (const name of names) {
    const text = wordsOf(sheet, name)
    if (voting.has(name.label) && 0.8 <= name.sure && 3 <= text.length && isUpper(text) && (best.get(text)?.sure ?? 0) < name.sure) best.set(text, name)
  }
  const byFirst = new Map<string, Name[]>()
  for (const name of best.values()) {
    const first = wordAt(sheet, name.from)
    byFirst.set(first, [...(byFirst.get(first) ?? []), name])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.to - b.from - (a.to - a.from))
  return byFirst
}

const sameWords = (sheet: Sheet, from: number, to: number, at: number): boolean => {
  for (let index = from; index < to; index++) {
    const there = wordAt(sheet, at + index - from)
    if (wordAt(sheet, index) !== there && wordAt(sheet, index).toUpperCase() !== there) return false
  }
  return true
}

/** A word of a headline in capitals as it is written elsewhere: "HALVARD" is "Halvard". Short ones are letters. */
const titled = (word: string): string => (/^\p{Lu}{4,}$/u.test(word) ? (word[0] ?? '') + word.slice(1).toLowerCase() : '')

/** Not in the middle of a row of capitals, and no common word that begins a sentence. */
function isFree(sheet: Sheet, from: number, to: number): boolean {
  const { tokens, sentenceOf } = sheet
  const inCapitals = (index: number) => /^\p{Lu}{2,}$/u.test(wordAt(sheet, index))
  // In a line of capitals all words are.
  if (inCapitals(from) && 3 < wordAt(sheet, from).length && (inCapitals(from - 1) || inCapitals(to))) return true
  const touches = (index: number) => tokens[index]?.end === (tokens[index + 1]?.start ?? 0) - 1 && sentenceOf[index] === sentenceOf[index + 1]
  if (isUpper(wordAt(sheet, to)) && touches(to - 1) && /^NNP/.test(tokens[to]?.tag ?? '')) return false
  if (isUpper(wordAt(sheet, from - 1)) && !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(wordAt(sheet, from - 1)) && touches(from - 1) && sentenceOf[from - 2] === sentenceOf[from]) return false
  return to - from > 1 || /^NNPS?$/.test(tokens[from]?.tag ?? '')
}

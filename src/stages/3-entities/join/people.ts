import { indexesOf } from '../../../tree.js'
import type { Lexicon } from '../../../data/lexicon.js'
import { perLexicon } from '../../../data/lexicon.js'
import type { Gender } from '../../2-speakers/gender.js'
import { addressBefore, genderOfAddress, genderOfFirstName } from '../address.js'
import { fold } from '../fold.js'
import type { Found } from '../found.js'
import { lower, textOf, type Scene } from '../scene.js'
import { draftOf, partOf, type Draft } from './draft.js'

/** A name's words, folded, in lower case. */
type Words = readonly string[]

interface Person {
  words: Words
  /** By address and first name; null where they say nothing. */
  gender: Gender | null
  readonly founds: { found: Found; rule: string | null; sure: number }[]
}

const fullFirstNames = perLexicon((lexicon: Lexicon): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(lexicon.table('nicknames').map((row) => [row['nickname'] ?? '', new Set((row['names'] ?? '').split('|'))]))
)

/** "Ada Lind (D-Gont)" says the party and the state; "Mr." alone is nobody. */
const noName = /^(?:[RDI]-\p{Lu}.*|(?:Mr|Mrs|Ms|Dr)\.?)$/u

const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/
const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word) || /^(?:\p{L}\.){2,}$/u.test(word)

/** Names of people to people. Full names first; then shorter ones to the one full name that they are a part of.
 *  A name that could be of two people stays its own, and says so. Initials alone join nothing. */
export function joinPeople(scene: Scene, all: readonly Found[]): Draft[] {
  const founds = apartOf(scene, all)
  const people: Person[] = []
  const long = fullFirstNames(scene.lexicon)
  const isNickname = (a: string, b: string): boolean => (long.get(a)?.has(b) ?? false) || (long.get(b)?.has(a) ?? false)
  const named = founds.filter((found) => !noName.test(textOf(scene, found.from, found.to))).map((found) => ({ found, words: wordsOf(scene, found), address: genderOfAddress(scene, found) }))
  const full = named.filter(({ words }) => words.length > 1)
  // The longest first, so that "Ada Lind" finds "Ada K. Lind" whichever the text has first.
  const distinct = new Map<string, { words: Words; founds: Found[] }>()
  for (const { found, words } of full) {
    const key = words.join(' ')
    const same = distinct.get(key)
    if (same) same.founds.push(found)
    else distinct.set(key, { words, founds: [found] })
  }
  const byWord = new Map<string, Person[]>()
  const withWord = (word: string): readonly Person[] => byWord.get(word) ?? []
  for (const { words, founds: own } of [...distinct.values()].sort((a, b) => b.words.length - a.words.length || letters(b.words) - letters(a.words))) {
    const candidates = withWord(words.at(-1) ?? '').filter((person) => fullNamesAgree(person.words, words, isNickname))
    const [only] = candidates
    const person = candidates.length === 1 && only ? only : create(words)
    const rule = person.words === words ? null : 'fuller-name'
    for (const found of own) {
      person.founds.push({ found, rule, sure: 1 })
      person.gender = genderOfAddress(scene, found) ?? person.gender
    }
    person.gender ??= genderOfFirstName(scene.lexicon, textOf(scene, own[0]?.from ?? 0, (own[0]?.from ?? 0) + 1))
  }
  // Those with "Mr." or "Mrs." first: they tell who is called by the surname alone.
  const single = named.filter(({ words }) => words.length === 1)
  for (const each of [...single.filter(({ address }) => address), ...single.filter(({ address }) => !address)]) joinSingle(each)
  return people.map((person) => draft(scene, person, people))

  function joinSingle({ found, words, address }: { found: Found; words: Words; address: Gender | null }): void {
    const [word = ''] = words
    // "The Lindbergs" are several.
    if (/s$/.test(word) && /^(?:the|both)$/.test(lower(scene, found.from - 1)) && withWord(word.replace(/e?s$/, '')).length + withWord(word.slice(0, -1)).length) return
    // "Mrs. Lind" is not Bo Lind.
    const owners = withWord(word).filter(({ gender }) => !address || !gender || gender === address)
    const answer = isInitial(word) ? null : ownerOf(word, found, owners, address, (index) => scene.tree.paragraphOf[index] ?? 0)
    if (answer) answer.person.founds.push({ found, rule: answer.rule, sure: answer.sure })
    else {
      const alone = owners.filter((person) => person.words.length === 1)
      const same = alone.find(({ gender }) => gender === address) ?? (alone.length === 1 ? alone[0] : undefined)
      const person = same ?? create(words)
      person.gender ??= address
      person.founds.push({ found, rule: null, sure: 1 })
    }
  }

  function create(words: Words): Person {
    const person: Person = { words, gender: null, founds: [] }
    people.push(person)
    for (const word of new Set(words)) {
      const list = byWord.get(word)
      if (list) list.push(person)
      else byWord.set(word, [person])
    }
    return person
  }
}

/** "The Abe-Putin meeting": two people, if the article has their surnames elsewhere. */
function apartOf(scene: Scene, founds: readonly Found[]): Found[] {
  const partsOf = ({ from, to }: Found) => indexesOf({ from, to }).filter((index) => !/^[-–‑]$/.test(lower(scene, index)))
  const surnames = new Set(founds.flatMap((found) => (partsOf(found).length === found.to - found.from ? [lower(scene, found.to - 1)] : [])))
  return founds.flatMap((found): Found[] => {
    const parts = partsOf(found)
    const isPair = found.to - found.from === 3 && parts.length === 2 && parts.every((index) => surnames.has(lower(scene, index)))
    return isPair ? parts.map((index) => ({ ...found, from: index, to: index + 1 })) : [found]
  })
}

const letters = (words: Words): number => words.join('').length

/** Nils "the Cod" Aune is Nils Aune. */
export const withoutNickname = (name: string): string => name.replace(/\s["“‘'«(][^"”’'»)]+["”’'»)](?=\s)/gu, '')

function wordsOf(scene: Scene, { from, to }: Found): Words {
  // Newspapers write Assad and al-Assad.
  const words = withoutNickname(fold(textOf(scene, from, to)).toLowerCase()).split(/[\s]+/)
  const kept = words.map((word) => word.replace(/['’]s?$/, '').replace(/[,;:]$/, '').replace(/^(?:al|el)-(?=\p{L}{3})/u, '')).filter((word) => /[\p{L}\p{N}]/u.test(word) && !suffixes.test(word))
  return kept.length ? kept : words
}

/** "Ada Lind" and "Ada K. Lind", "A. Lind" and "Ada Lind", "Peña Nieto" and "Enrique Peña Nieto" are one; "Ada Lind" and "Bo Lind" are two. */
function fullNamesAgree(longer: Words, shorter: Words, isNickname: (a: string, b: string) => boolean): boolean {
  if (longer.length < 2 || shorter.length < 2) return false
  if (longer.join(' ').endsWith(` ${shorter.join(' ')}`)) return !isInitial(shorter[0] ?? '')
  if (longer.at(-1) !== shorter.at(-1)) return false
  const [a = '', b = ''] = [longer[0], shorter[0]]
  const first = a === b || isNickname(a, b) || ((isInitial(a) || isInitial(b)) && a[0] === b[0] && !(isInitial(a) && isInitial(b) && a !== b))
  const middle = shorter.slice(1, -1)
  return first && middle.every((word) => longer.slice(1, -1).some((other) => other === word || ((isInitial(word) || isInitial(other)) && other[0] === word[0])))
}

/** The one person of whose full name this word is a part: the last word, else the first, else one between. */
function ownerOf(word: string, found: Found, people: readonly Person[], address: Gender | null, paragraphOf: (index: number) => number): { person: Person; rule: string; sure: number } | null {
  const places: readonly [string, number, (words: Words) => boolean][] = [
    ['surname', 0.98, (words) => words.at(-1) === word],
    ['first-name', 0.85, (words) => words[0] === word],
    ['name-between', 0.9, (words) => words.includes(word)]
  ]
  for (const [rule, sure, isThere] of places) {
    // Somebody known as "Mr. Lind" only is a Lind, too.
    const owners = people.filter(({ words, gender }) => isThere(words) && (words.length > 1 || (gender !== null && rule === 'surname')))
    const [only] = owners
    if (owners.length === 1 && only && only.words.length === 1) return null
    if (owners.length === 1 && only) return { person: only, rule, sure }
    if (owners.length > 1) {
      const addressed = owners.filter(({ gender }) => gender !== null && gender === address)
      const [sole] = addressed
      if (addressed.length === 1 && sole && rule === 'surname') return { person: sole, rule: 'surname-and-address', sure: 0.9 }
      // Two of that name: the one that the article has named so far, if it is only one; else nobody.
      const known = owners.filter(({ words, founds }) => founds.some((other) => other.found.from < found.from && (words.length === 1 || other.found.to - other.found.from > 1)))
      const [first] = known
      if (rule !== 'surname') return null
      if (known.length === 1 && first) return { person: first, rule: 'surname-of-the-one-named-so-far', sure: 0.75 }
      // Or the one whom this paragraph, or else the one before it, names in full, and the other not.
      for (const back of [0, 1]) {
        const just = known.filter(({ founds }) => founds.some((other) => other.found.from < found.from && other.found.to - other.found.from > 1 && paragraphOf(found.from) - paragraphOf(other.found.from) === back))
        const [one] = just
        if (just.length > 1) return null
        if (one) return { person: one, rule: 'surname-of-the-one-just-named', sure: 0.7 }
      }
      // Or the one whom the article has called so before, and the other never.
      const called = owners.map((person) => ({ person, times: person.founds.filter((other) => other.found.from < found.from && other.found.to - other.found.from === 1 && (other.rule === null || other.rule.startsWith('surname'))).length }))
      const usual = called.filter(({ times }) => times > 0)
      if (usual.length === 1 && usual[0] && 1 < usual[0].times) return { person: usual[0].person, rule: 'surname-of-the-one-so-called', sure: 0.65 }
      return null
    }
  }
  return null
}

function draft(scene: Scene, { words, founds }: Person, people: readonly Person[]): Draft {
  const longest = founds.reduce((best, { found }) => (nameRank(textOf(scene, found.from, found.to)) > nameRank(best) ? textOf(scene, found.from, found.to) : best), '')
  // Mr. and Mrs. Lind, of whom the article has no more than that, are told apart by it.
  const apart = words.length === 1 && people.some((other) => other.words.length === 1 && other.words[0] === words[0] && other.founds !== founds)
  const address = apart ? founds.map(({ found }) => addressBefore(scene, found)).find((each) => each !== null) : undefined
  const one = draftOf('person', `person?${words.join(' ')}${address ? ` (${address})` : ''}`, address ? `${address} ${tidy(longest)}` : tidy(longest), founds.map(({ found, rule, sure }) => partOf(found, rule, sure)))
  const [word = ''] = words
  const namesakes = words.length > 1 ? [] : people.filter((other) => other.words.length > 1 && other.words.includes(word))
  if (namesakes.length > 1) one.notes.push(...namesakes.map(({ words: others }) => others.join(' ')))
  return one
}

/** The fullest form; of two of one length the one that is not shouted. */
const nameRank = (name: string): number => name.split(/\s+/).length * 1000 + name.length * 2 - (name === name.toUpperCase() ? 1 : 0)

/** A name as a heading: one blank between words, no possessive, no editor's brackets. */
export const tidy = (name: string): string => name.replace(/\s+/g, ' ').replace(/['’]s?$/, '').replace(/[[\]]/g, '').trim()

import { fold } from '../fold.js'
import type { Found } from '../found.js'
import { textOf, type Scene } from '../scene.js'
import { draftOf, partOf, type Draft } from './draft.js'

/** A name's words, folded, in lower case. */
type Words = readonly string[]

interface Person {
  words: Words
  readonly founds: { found: Found; rule: string | null; sure: number }[]
}

const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/
const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word) || /^(?:\p{L}\.){2,}$/u.test(word)

/** Names of people to people. Full names first; then shorter ones to the one full name that they are a part of.
 *  A name that could be of two people stays its own, and says so. Initials alone join nothing. */
export function joinPeople(scene: Scene, founds: readonly Found[]): Draft[] {
  const people: Person[] = []
  const named = founds.map((found) => ({ found, words: wordsOf(scene, found) }))
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
    const candidates = withWord(words.at(-1) ?? '').filter((person) => fullNamesAgree(person.words, words))
    const [only] = candidates
    const person = candidates.length === 1 && only ? only : create(words)
    const rule = person.words === words ? null : 'fuller-name'
    for (const found of own) person.founds.push({ found, rule, sure: 1 })
  }
  for (const { found, words } of named) {
    if (words.length > 1) continue
    const [word = ''] = words
    const answer = isInitial(word) ? null : ownerOf(word, found, withWord(word), (index) => scene.tree.paragraphOf[index] ?? 0)
    if (answer) answer.person.founds.push({ found, rule: answer.rule, sure: answer.sure })
    else {
      const alone = withWord(word).find((person) => person.words.length === 1)
      ;(alone ?? create(words)).founds.push({ found, rule: null, sure: 1 })
    }
  }
  return people.map((person) => draft(scene, person, people))

  function create(words: Words): Person {
    const person: Person = { words, founds: [] }
    people.push(person)
    for (const word of new Set(words)) {
      const list = byWord.get(word)
      if (list) list.push(person)
      else byWord.set(word, [person])
    }
    return person
  }
}

const letters = (words: Words): number => words.join('').length

function wordsOf(scene: Scene, { from, to }: Found): Words {
  // A nickname in marks is no part of the name.
  const words = fold(textOf(scene, from, to)).toLowerCase().replace(/\s["“‘'«(][^"”’'»)]+["”’'»)](?=\s)/gu, '').split(/[\s]+/)
  const kept = words.map((word) => word.replace(/['’]s?$/, '').replace(/[,;:]$/, '')).filter((word) => /[\p{L}\p{N}]/u.test(word) && !suffixes.test(word))
  return kept.length ? kept : words
}

/** "Ada Lind" and "Ada K. Lind", "A. Lind" and "Ada Lind", "Peña Nieto" and "Enrique Peña Nieto" are one; "Ada Lind" and "Bo Lind" are two. */
function fullNamesAgree(longer: Words, shorter: Words): boolean {
  if (longer.length < 2 || shorter.length < 2) return false
  if (longer.join(' ').endsWith(` ${shorter.join(' ')}`)) return !isInitial(shorter[0] ?? '')
  if (longer.at(-1) !== shorter.at(-1)) return false
  const [a = '', b = ''] = [longer[0], shorter[0]]
  const first = a === b || ((isInitial(a) || isInitial(b)) && a[0] === b[0] && !(isInitial(a) && isInitial(b) && a !== b))
  const middle = shorter.slice(1, -1)
  return first && middle.every((word) => longer.slice(1, -1).some((other) => other === word || ((isInitial(word) || isInitial(other)) && other[0] === word[0])))
}

/** The one person of whose full name this word is a part: the last word, else the first, else one between. */
function ownerOf(word: string, found: Found, people: readonly Person[], paragraphOf: (index: number) => number): { person: Person; rule: string; sure: number } | null {
  const places: readonly [string, number, (words: Words) => boolean][] = [
    ['surname', 0.98, (words) => words.at(-1) === word],
    ['first-name', 0.85, (words) => words[0] === word],
    ['name-between', 0.9, (words) => words.includes(word)]
  ]
  for (const [rule, sure, isThere] of places) {
    const owners = people.filter(({ words }) => words.length > 1 && isThere(words))
    const [only] = owners
    if (owners.length === 1 && only) return { person: only, rule, sure }
    if (owners.length > 1) {
      // Two of that name: the one that the article has named so far, if it is only one; else nobody.
      const known = owners.filter(({ founds }) => founds.some((other) => other.found.from < found.from && other.found.to - other.found.from > 1))
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
      return null
    }
  }
  return null
}

function draft(scene: Scene, { words, founds }: Person, people: readonly Person[]): Draft {
  const longest = founds.reduce((best, { found }) => (nameRank(textOf(scene, found.from, found.to)) > nameRank(best) ? textOf(scene, found.from, found.to) : best), '')
  const one = draftOf('person', `person?${words.join(' ')}`, tidy(longest), founds.map(({ found, rule, sure }) => partOf(found, rule, sure)))
  const [word = ''] = words
  const namesakes = words.length > 1 ? [] : people.filter((other) => other.words.length > 1 && other.words.includes(word))
  if (namesakes.length > 1) one.notes.push(...namesakes.map(({ words: others }) => others.join(' ')))
  return one
}

/** The fullest form; of two of one length the one that is not shouted. */
const nameRank = (name: string): number => name.split(/\s+/).length * 1000 + name.length * 2 - (name === name.toUpperCase() ? 1 : 0)

/** A name as a heading: one blank between words, no possessive, no editor's brackets. */
export const tidy = (name: string): string => name.replace(/\s+/g, ' ').replace(/['’]s?$/, '').replace(/[[\]]/g, '').trim()

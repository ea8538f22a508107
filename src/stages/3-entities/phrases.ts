import type { Tree } from '../../tree.js'
import { fold } from './fold.js'

/** Names to look for in running text, each with what it stands for. */
export interface Phrases<Value> {
  /** By the first word in lower case; longest first. */
  readonly byFirst: ReadonlyMap<string, readonly Phrase<Value>[]>
}

export interface Phrase<Value> {
  /** As in the gazetteer, folded. */
  readonly form: string
  readonly lower: string
  readonly value: Value
}

export interface Match<Value> {
  readonly from: number
  readonly to: number
  readonly phrase: Phrase<Value>
}

const none: readonly never[] = []
const firstWord = /^[\p{L}\p{N}]+/u

export function phrasesOf<Value>(entries: Iterable<readonly [form: string, value: Value]>): Phrases<Value> {
  const byFirst = new Map<string, Phrase<Value>[]>()
  for (const [name, value] of entries) {
    const form = fold(name)
    const key = firstOf(form)
    const list = byFirst.get(key)
    const phrase = { form, lower: form.toLowerCase(), value }
    if (list) list.push(phrase)
    else byFirst.set(key, [phrase])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.form.length - a.form.length)
  return { byFirst }
}

/** Folded once an article. */
export interface Page {
  readonly tree: Tree
  readonly folded: string
  /** By token index: its first run of letters and digits in lower case, or its first sign. */
  readonly firsts: readonly string[]
}

export function pageOf(tree: Tree): Page {
  const folded = fold(tree.text)
  return { tree, folded, firsts: tree.tokens.map(({ start, end }) => firstOf(folded.slice(start, end))) }
}

const firstOf = (word: string): string => (/^\w+$/.test(word) ? word : (firstWord.exec(word)?.[0] ?? word[0] ?? '')).toLowerCase()

/** Every phrase that begins at a token and ends at the end of one, the longest first. */
export function matchesAt<Value>({ byFirst }: Phrases<Value>, { tree: { tokens }, folded, firsts }: Page, from: number): readonly Match<Value>[] {
  const candidates = byFirst.get(firsts[from] ?? '')
  const token = tokens[from]
  if (!token || !candidates) return none
  const matches: Match<Value>[] = []
  for (const phrase of candidates) {
    const end = endOf(phrase, folded, token.start)
    if (end === null) continue
    let to = from
    while (to < tokens.length && (tokens[to]?.end ?? end) < end) to++
    if (tokens[to]?.end === end && fits(phrase.form, folded.slice(token.start, end))) matches.push({ from, to: to + 1, phrase })
  }
  return matches
}

/** Where the phrase ends if it stands at `start`, whatever the case; a blank matches several, and an editor's brackets: "[Kuril] islands". */
function endOf({ lower }: Phrase<unknown>, folded: string, start: number): number | null {
  let at = start
  for (let index = 0; index < lower.length; index++) {
    const unit = folded[at]
    if (lower[index] === ' ') {
      const begin = at
      while (at < folded.length && /[\s[\]]/.test(folded[at] ?? '')) at++
      if (at === begin) return null
    } else if (lower[index] === '-' && unit === ' ') {
      // A text whose words are set apart: "Guinea - Bissau".
      if (folded[at + 1] !== '-') return null
      at += folded[at + 2] === ' ' ? 3 : 2
    } else if (unit === lower[index] || unit?.toLowerCase() === lower[index]) at++
    else return null
  }
  return at
}

/** Words that newspapers write small within a name: "Kuril islands", "southern Kurils", "isle of Man". */
const small = new Set(
  ('island islands isle isles islet islets atoll atolls archipelago chain group reef reefs rocks ridge shoal bank banks islas ' +
    'north south east west northern southern eastern western greater lesser outer inner main home the of and de la summit summits conference forum meeting talks process format').split(' ')
)

/** Capitals as in the gazetteer, but for small words and headlines all in capitals. Acronyms are exact: "US" is not "us". */
function fits(form: string, found: string): boolean {
  if (form === found) return true
  const formWords = form.split(/[\s-]+/)
  const foundWords = found.split(/[\s[\]-]+/)
  const acronym = /^[A-Z.+\d]{2,}$/
  const capitals = found === found.toUpperCase() && foundWords.some((word) => word.length > 3)
  return formWords.every((word, index) => {
    const other = foundWords[index] ?? ''
    if (word === other || (small.has(other) && small.has(word.toLowerCase()))) return true
    if (acronym.test(word)) return false
    return /^\p{Lu}/u.test(word) ? (other.length > 3 || capitals) && other === word.toUpperCase() : word === other.toLowerCase() && (small.has(word) || other === other.toUpperCase())
  }) && formWords.some((word, index) => /^[\p{Lu}\d]/u.test(foundWords[index] ?? '') || !/^\p{Lu}/u.test(word))
}

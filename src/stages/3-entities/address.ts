import { createRequire } from 'node:module'
import type { Lexicon } from '../../data/lexicon.js'
import { genderWords, type Gender } from '../2-speakers/gender.js'
import type { Scene } from './scene.js'

/** The honorific right before a name, without its stop: "Mr", "Dr". */
export function addressBefore({ tree: { tokens }, lexicon }: Pick<Scene, 'tree' | 'lexicon'>, { from }: { readonly from: number }): string | null {
  const before = tokens[from - 1]
  const word = before?.text === '.' ? tokens[from - 2]?.text : before?.text
  const plain = word?.replace(/\.$/, '') ?? ''
  return lexicon.words('honorifics').has(plain) ? plain : null
}

export function genderOfAddress(scene: Pick<Scene, 'tree' | 'lexicon'>, found: { readonly from: number }): Gender | null {
  const address = addressBefore(scene, found)?.toLowerCase()
  const { titles } = genderWords(scene.lexicon)
  return address === undefined ? null : (titles.get(address) ?? titles.get(`${address}.`) ?? null)
}

const load = createRequire(import.meta.url)
type Tags = Readonly<Record<string, string | readonly string[]>>
type Compromise = { model(): { readonly one: { readonly lexicon: Tags } } }
let lexicon: Tags | null = null

/** What compromise's lexicon says of a word: "MaleName", "LastName" … It is loaded when first asked for (half a second), and only its lexicon
 *  is used: its own reading of names takes 15 ms each, and drops words of some. */
export function nameTagsOf(word: string): string {
  lexicon ??= (load('compromise') as Compromise).model().one.lexicon
  return String(lexicon[word.toLowerCase()] ?? '')
}

/** By the project's own list first. null where the lists know nothing, or both. */
export function genderOfFirstName(lexicon: Lexicon, word: string): Gender | null {
  const { firstNames, familyFirst } = genderWords(lexicon)
  const listed = firstNames.get(word)
  if (listed) return listed
  if (familyFirst.has(word) || !/^\p{Lu}\p{Ll}+$/u.test(word)) return null
  const tags = nameTagsOf(word)
  const [male, female] = [/\bMaleName/.test(tags), /FemaleName/.test(tags)]
  return male === female ? null : male ? 'm' : 'f'
}

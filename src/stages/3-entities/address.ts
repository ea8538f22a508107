import type { Lexicon } from '../../data/lexicon.js'
import { genderOfFirstName as byFirstName, genderWords, type Gender } from '../2-speakers/gender.js'
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

/** By the project's own list first. null where the lists know nothing, or both. */
export const genderOfFirstName = (lexicon: Lexicon, word: string): Gender | null => byFirstName(word, genderWords(lexicon))

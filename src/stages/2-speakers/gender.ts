import type { Lexicon } from '../../data/lexicon.js'
import { perLexicon } from '../../data/lexicon.js'
import { nameTagsOf } from '../compromise.js'

export type Gender = 'm' | 'f'

interface Words {
  readonly titles: ReadonlyMap<string, Gender>
  readonly nouns: ReadonlyMap<string, Gender>
  readonly pronouns: ReadonlyMap<string, Gender>
  readonly familyFirst: ReadonlySet<string>
  readonly firstNames: ReadonlyMap<string, Gender>
  /** First names that tell nothing. */
  readonly ofBoth: ReadonlySet<string>
}

export const genderWords = perLexicon((lexicon: Lexicon): Words => {
  const rows = lexicon.table('gendered-words')
  const names = lexicon.table('first-names').map((row) => [row['name'] ?? '', row['gender']] as const)
  const ofKind = (kind: string) => new Map(rows.flatMap((row): [string, Gender][] => (row['kind'] === kind ? [[row['word'] ?? '', row['gender'] as Gender]] : [])))
  return { titles: ofKind('title'), nouns: ofKind('noun'), pronouns: ofKind('pronoun'), familyFirst: lexicon.words('family-first-names'), firstNames: new Map(names.flatMap(([name, gender]): [string, Gender][] => (gender === 'both' ? [] : [[name, gender as Gender]]))), ofBoth: new Set(names.flatMap(([name, gender]) => (gender === 'both' ? [name] : []))) }
})

/** By first name, from our list and compromise's lexicon; null where they know none or both. */
export function genderOfFirstName(word: string, words: Pick<Words, 'familyFirst' | 'firstNames' | 'ofBoth'>): Gender | null {
  // "Hernán" is "Hernan", should only the one be known.
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  return genderOfSpelling(word, words) ?? (plain === word || words.ofBoth.has(word) ? null : genderOfSpelling(plain, words))
}

function genderOfSpelling(word: string, { familyFirst, firstNames, ofBoth }: Pick<Words, 'familyFirst' | 'firstNames' | 'ofBoth'>): Gender | null {
  const listed = firstNames.get(word)
  if (listed) return listed
  if (ofBoth.has(word) || familyFirst.has(word) || !/^\p{Lu}\p{Ll}+$/u.test(word)) return null
  const tags = nameTagsOf(word)
  const [male, female] = [tags.includes('MaleName'), tags.includes('FemaleName')]
  return male === female ? null : male ? 'm' : 'f'
}

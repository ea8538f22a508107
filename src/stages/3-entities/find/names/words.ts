import type { Lexicon } from '../../../../data/lexicon.js'
import { perLexicon } from '../../../../data/lexicon.js'
import type { Tree } from '../../../../tree.js'
import type { Name } from '../../names.js'

/** What the rules about names ask: the article's words, and the lists. */
export interface Sheet {
  readonly tokens: Tree['tokens']
  readonly sentenceOf: Tree['sentenceOf']
  readonly lexicon: Lexicon
}

/** A noun that says what a name is: "Bank" of "Lind Bank" and "Bank of Gont". */
export const headKinds = perLexicon((lexicon) => new Map(lexicon.table('name-heads').map((row) => [row['word'] ?? '', row['kind'] ?? ''])))

export const wordAt = ({ tokens }: Pick<Sheet, 'tokens'>, index: number): string => tokens[index]?.text ?? ''

export const wordsOf = ({ tokens }: Pick<Sheet, 'tokens'>, { from, to }: Pick<Name, 'from' | 'to'>): string => tokens.slice(from, to).map(({ text }) => text).join(' ')

/** As a list has it: "al - Qaida" of a text whose words are set apart is "al-Qaida", "Ba ’ ath" is "Ba'ath". */
export const listed = (sheet: Pick<Sheet, 'tokens'>, name: Pick<Name, 'from' | 'to'>): string => wordsOf(sheet, name).replace(/ ([-–]) /g, '-').replace(/ ?['’] ?/g, "'")

export const isUpper = (word: string): boolean => /^\p{Lu}/u.test(word)

/** A capital word that the reader takes for a name's, in the sentence of another. */
export function isNameWord({ tokens, sentenceOf }: Sheet, index: number, beside: number): boolean {
  const token = tokens[index]
  return token !== undefined && sentenceOf[index] === sentenceOf[beside] && isUpper(token.text) && /^(?:NNP|JJ|FW)/.test(token.tag)
}

/** The noun that says what it is: the last word, but for numbers ("Act 2015"), or else the one before the first "of" or "for". */
export function headOf(sheet: Sheet, { from, to }: Pick<Name, 'from' | 'to'>): string {
  let last = to - 1
  while (from < last && /^(?:\p{N}+|[IVX]+)$/u.test(wordAt(sheet, last))) last--
  if (headKinds(sheet.lexicon).has(wordAt(sheet, last))) return wordAt(sheet, last)
  for (let index = from + 1; index < last; index++) if (/^(?:of|for)$/.test(wordAt(sheet, index))) return wordAt(sheet, index - 1)
  return wordAt(sheet, last)
}

import { perLexicon, type Lexicon } from '../../../data/lexicon.js'
import { dateIn } from './date.js'

/** The date of a line that holds a date and nothing else: "Published: Mon, 21 Nov 2016, 10:32 GMT", "Lima, 20 November 2016".
 *  A line that says more is no date line, because a title may name a day too. */
export function dateOfLine(line: string, lexicon: Lexicon): string | null {
  if (120 < line.length) return null
  const date = dateIn(line, lexicon)
  if (!date) return null
  const words = wordsOf(lexicon)
  const before = leftOver(line.slice(0, date.start), words)
  const after = leftOver(line.slice(date.end), words)
  return after.length === 0 && before.length <= 3 && before.every((word) => /^\p{Lu}/u.test(word)) ? date.value : null
}

/** The line says that its date is that of a change, not the first one. */
export const isUpdate = (line: string): boolean => /^\W{0,3}(?:last )?(?:updated|modified|edited|revised)\b/i.test(line)

/** Words that a date line does not hold by right. Digits are a time of day, or another date behind this one. */
function leftOver(text: string, words: ReadonlySet<string>): string[] {
  return (text.match(/\p{L}+(?:['’.]\p{L}+)*/gu) ?? []).filter((word) => !words.has(word.toLowerCase()))
}

/** "monday", "published", "gmt", and the names of months for a line with two dates. */
const wordsOf = perLexicon((lexicon) => new Set([...lexicon.words('date-line-words'), ...lexicon.table('months').map(({ name }) => name ?? '')]))

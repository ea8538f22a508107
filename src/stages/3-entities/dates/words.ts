const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
  'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth',
  'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first']

/** Pieces of patterns. Names of months and days are capitalised in edited English, which keeps "may" and "march" out. */
export const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)'
export const weekday = '(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|(?:Sun|Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat)\\.)'
export const number = `(?:\\d+(?:\\.\\d+)?|an?|${[...tens].join('|')}|(?:${tens.join('|')})-(?:${small.slice(1, 10).join('|')})|${small.slice(1).join('|')})`
export const ordinal = `(?:\\d+(?:st|nd|rd|th)|${[...ordinals].reverse().join('|')})`
export const unit = '(?:minute|hour|day|week|month|year|decade|century|centurie)'

/** Counts from 1; null for what is no month. */
export const monthOf = (name: string): number | null => place(monthNames, name, 3)

/** Counts from 0 for Sunday. */
export function weekdayOfName(name: string): number | null {
  const found = place(weekdayNames, name, 3)
  return found === null ? null : found - 1
}

function place(names: readonly string[], name: string, letters: number): number | null {
  const key = name.toLowerCase().slice(0, letters)
  const index = names.findIndex((candidate) => candidate.startsWith(key))
  return index < 0 || key.length < letters ? null : index + 1
}

/** "three" and "3" are 3, "a" is 1, "twenty-one" is 21. */
export function numberOf(word: string): number | null {
  const lower = word.toLowerCase()
  if (/^\d/.test(lower)) return Number(lower)
  if (lower === 'a' || lower === 'an') return 1
  const [ten, one] = lower.split('-')
  const index = tens.indexOf(ten ?? '')
  if (index < 0) return small.includes(lower) ? small.indexOf(lower) : null
  return (index + 2) * 10 + (one ? small.indexOf(one) : 0)
}

/** "third" and "3rd" are 3. */
export function ordinalOf(word: string): number | null {
  const lower = word.toLowerCase()
  if (/^\d/.test(lower)) return parseInt(lower, 10)
  const index = ordinals.indexOf(lower)
  return index < 0 ? null : index + 1
}

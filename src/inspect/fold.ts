/** A text as it is searched: small letters without accents, plain quotation marks and hyphens. Every unit stays at its place, so that what is found
 *  in it stands at the same offset of the text itself. */
export function folded(text: string): string {
  const lower = text.toLowerCase()
  // "İ" is the rare letter whose small form is longer.
  return (lower.length === text.length ? lower : [...text].map(sameLength).join('')).replace(/[^\x00-\x7f]/g, plain)
}

const sameLength = (letter: string): string => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)

const known = new Map<string, string>()

function plain(unit: string): string {
  const kept = known.get(unit)
  if (kept !== undefined) return kept
  const found = MARKS[unit] ?? [...unit.normalize('NFKD')].find((letter) => !/\p{M}/u.test(letter) && letter.length === 1) ?? unit
  if (known.size < 5000) known.set(unit, found)
  return found
}

const MARKS: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"', '–': '-', '—': '-', '‑': '-', ø: 'o', đ: 'd', ł: 'l', ı: 'i', '\u00ad': '-', '\u00a0': ' ' }

/** Words that say nothing of what is asked for, where there are others: "what did Putin say of the Kurils" asks for Putin and the Kurils. */
const IDLE = new Set('a about an and are as at be by did do does for from has have how in is it its of on or over said say says that the their they this to was were what when where which who whom why with'.split(' '))

/** What is asked for: words, and "several words" where they stand in quotation marks. Each at most once. */
export function wordsOf(question: string): string[] {
  const found = [...folded(question).slice(0, 500).matchAll(/"([^"]+)"|([\p{L}\p{N}]+(?:['.-][\p{L}\p{N}]+)*)/gu)]
  const words = [...new Set(found.map(([, phrase, word]) => (phrase ?? word ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean))].slice(0, 12)
  const telling = words.filter((word) => !IDLE.has(word))
  return telling.length > 0 ? telling : words
}

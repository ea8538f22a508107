/** A quotation as it is compared: its words without case, accents, punctuation and marks. */
export interface Wording {
  readonly words: readonly string[]
  /** By word: how much it says: 2 for a word of its own, 1 for a little word, 0 for a part of a stock phrase. */
  readonly weights: readonly number[]
  /** Before which words something is left out (…) or put in by the editor ([Kuril]); `words.length` is the end. */
  readonly gaps: ReadonlySet<number>
  /** The same words are the same text. */
  readonly key: string
}

/** What is longer is compared by its first words: two speeches that begin alike for so long are one. */
export const LONGEST = 500

/** Words that hold no evidence, and phrases that everybody uses. */
export interface Vocabulary {
  readonly common: ReadonlySet<string>
  /** Stock phrases by their first word, each as its words. */
  readonly stock: ReadonlyMap<string, readonly (readonly string[])[]>
}

export function vocabularyOf(common: ReadonlySet<string>, phrases: Iterable<string>): Vocabulary {
  const stock = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const words = wordsOf(phrase)
    const [first] = words
    if (first === undefined) continue
    const found = stock.get(first)
    if (found) found.push(words)
    else stock.set(first, [words])
  }
  return { common, stock }
}

export function wordingOf(pieces: readonly string[], { common, stock }: Vocabulary): Wording {
  const words: string[] = []
  const gaps = new Set<number>()
  for (const part of pieces.join(' … ').replace(LETTER, '$1').split(GAP)) {
    if (part === undefined) continue
    words.push(...wordsOf(part))
    gaps.add(words.length)
  }
  const stocked = inStock(words, stock)
  return { words: words.slice(0, LONGEST), weights: words.slice(0, LONGEST).map((word, index) => (stocked.has(index) ? 0 : common.has(word) ? 1 : 2)), gaps, key: words.join(' ') }
}

/** "[T]he" is "The" with its letter changed. */
const LETTER = /\[(\p{L})\](?=\p{L})/gu
/** What is left out, and what the editor has put in; "(laughs)" as well. */
const GAP = /\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?|\[[^\]]{0,200}\]|\([^)]{0,60}\))\s*/u

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const SAME: Readonly<Record<string, string>> = { '%': 'percent', cannot: 'cant', ok: 'okay' }

/** "Don’t" and "don't" are "dont", "post-war" is two words, "four" is "4". */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/(?<=\p{L})[’'‘ʼ`](?=\p{L})/gu, '').replace(/(?<=\d)[,.](?=\d{3}\b)/g, '').replace(/\bper cent\b/g, 'percent')
  return (folded.match(/[\p{L}\p{N}]+|%/gu) ?? []).map((word) => {
    const number = NUMBERS.indexOf(word)
    return 0 <= number && word !== 'one' ? String(number) : (SAME[word] ?? word)
  })
}

/** Places of words that are part of a stock phrase. */
function inStock(words: readonly string[], stock: Vocabulary['stock']): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [index, word] of words.entries())
    for (const phrase of stock.get(word) ?? []) if (phrase.every((part, offset) => words[index + offset] === part)) for (let offset = 0; offset < phrase.length; offset++) found.add(index + offset)
  return found
}

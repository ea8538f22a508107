import type { Span } from '../../../span.js'

/** A short paragraph at the article's head, with what follows it. */
export interface Candidate {
  readonly paragraph: Span
  /** The next paragraph says when, where or by whom, as it does under a title. */
  readonly beforeCredit: boolean
}

/** The title among the paragraphs above the body, or null. The first rule with an answer wins. */
export function titleOf(candidates: readonly Candidate[]): Span | null {
  for (const { fits } of titleRules) {
    const found = candidates.find((candidate) => candidate.paragraph.text.length <= 220 && fits(candidate))
    if (found) return found.paragraph
  }
  return null
}

export const titleRules: readonly { readonly name: string; readonly example: string; readonly fits: (candidate: Candidate) => boolean }[] = [
  {
    name: 'no-full-stop',
    example: 'News Report: Leaders to Meet in Lima',
    fits: ({ paragraph }) => 3 <= wordsIn(paragraph.text) && !/[.:,…]["”’)\]]?$/.test(paragraph.text)
  },
  {
    name: 'abbreviation-at-end',
    example: 'Halvard Islands Turn to the U.S.',
    fits: ({ paragraph }) => 3 <= wordsIn(paragraph.text) && /(?:\p{Lu}\.\p{Lu}\.|\b(?:Inc|Co|Ltd|Corp|Jr|Sr|No)\.)$/u.test(paragraph.text)
  },
  {
    name: 'before-credit',
    example: 'Leaders meet in Lima.',
    fits: ({ paragraph, beforeCredit }) => beforeCredit && 3 <= wordsIn(paragraph.text) && !/[:,]$/.test(paragraph.text)
  },
  {
    name: 'capitals',
    example: 'Leaders Meet in Lima to Talk about Fish.',
    fits: ({ paragraph }) => 4 <= wordsIn(paragraph.text) && areCapitals(paragraph.text)
  },
  {
    name: 'two-words',
    example: 'Island row',
    fits: ({ paragraph }) => wordsIn(paragraph.text) === 2 && !/[.:,…]$/.test(paragraph.text)
  }
]

const wordsIn = (text: string): number => text.match(/\p{L}[\p{L}\d'’.-]*/gu)?.length ?? 0

/** Nearly all words of more than three letters begin with a capital, as in an American headline. */
function areCapitals(text: string): boolean {
  const long = text.match(/\p{L}[\p{L}'’]{3,}/gu) ?? []
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length
  return 3 <= long.length && long.length * 0.8 <= capitals
}

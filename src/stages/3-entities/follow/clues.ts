import type { Draft } from '../join/draft.js'

/** Somebody whom a "he" or "she" may stand for: with a name, or without one ("a fisherman"). */
export interface Candidate {
  /** null: somebody without a name. */
  readonly who: Draft | null
  /** Where the text spoke of them before, the latest last. */
  readonly mentions: readonly Seen[]
}

/** A place where the text spoke of somebody. */
export interface Seen {
  readonly from: number
  readonly to: number
  readonly who: Draft | null
  /** Subject of a main clause. */
  readonly main: boolean
  /** Subject of any clause. */
  readonly subject: boolean
  readonly aside: boolean
  readonly quoted: boolean
  readonly sentence: number
  readonly paragraph: number
  readonly form: 'name' | 'pronoun' | 'noun'
}

/** The pronoun, and what is to be known of its surroundings. */
export interface Asked {
  readonly index: number
  readonly possessive: boolean
  readonly sentence: number
  readonly paragraph: number
  /** The pronoun stands in a quotation. */
  readonly quoted: boolean
  /** Subject of the pronoun's own clause (if it is a possessive), of the clause around it, and what "who" of its relative clause takes up. */
  readonly own: Seen | null
  readonly above: Seen | null
  readonly relative: Seen | null
  /** The last earlier sentence's subject of a main clause; the last mention of all; the last pronoun of this gender. */
  readonly lastMain: Seen | null
  readonly last: Seen | null
  readonly lastPronoun: Seen | null
  /** Whose words came last, not more than a paragraph ago. */
  readonly speaker: Draft | null
  /** The pronoun is a subject. */
  readonly subject: boolean
  /** The only candidate known to be of the gender. */
  readonly only: Candidate | null
  /** Named most often so far, and at least three times. */
  readonly topic: Draft | null
  /** Whether the text, or the first name, says that they are of the pronoun's gender. */
  isOfGender(candidate: Candidate): boolean
}

/** What speaks for a candidate, or against, and how much. The weights add up; e to that sum, over the sum of all candidates', is the probability.
 *  The idea is that of Lappin and Leass (1994). The weights are near those of a logistic model fitted to the pronouns of the train half of GUM
 *  (news, interviews, speeches, lives), rounded, and with less for the topic, for an article is about one person less often than a life is. */
export interface Clue {
  readonly name: string
  /** Marked are pronouns that the clues together follow right; in the examples of people without a name there is none. */
  readonly example: string
  readonly weight: number
  holds(candidate: Candidate, asked: Asked): boolean
}

const has = (candidate: Candidate, seen: Seen | null): boolean => seen !== null && (seen.who !== null ? seen.who === candidate.who : candidate.mentions.includes(seen))
const inSentence = ({ mentions }: Candidate, sentence: number): Seen[] => mentions.filter((seen) => seen.sentence === sentence)

export const clues: readonly Clue[] = [
  {
    name: 'relative-clause',
    example: 'Ann Hale praised Ole Berg, who had sold [ole-berg his] boat.',
    weight: 1.5,
    holds: (candidate, { relative }) => has(candidate, relative)
  },
  {
    name: 'own-clause',
    example: 'Ole Berg met Nils Aune on Monday. Aune sold [nils-aune his] boat.',
    weight: 1.0,
    holds: (candidate, { own }) => has(candidate, own)
  },
  {
    name: 'clause-around',
    example: 'Ole Berg says that the council never asked [ole-berg him].',
    weight: 0.8,
    holds: (candidate, { above }) => has(candidate, above)
  },
  {
    name: 'subject-before-subject',
    example: 'John Berg met Ann Hale on Monday. [john-berg He] was late.',
    weight: 0.5,
    holds: (candidate, { lastMain, subject, sentence }) => subject && has(candidate, lastMain) && sentence - (lastMain?.sentence ?? 0) === 1
  },
  {
    name: 'subject-before',
    example: 'Ole Berg came to Westbrook on Monday. The crowd cheered [ole-berg him].',
    weight: 0.4,
    holds: (candidate, { lastMain }) => has(candidate, lastMain)
  },
  {
    name: 'same-sentence',
    example: 'The letter to Ann Hale was sent to [ann-hale her] office.',
    weight: 0.4,
    holds: (candidate, { sentence }) => inSentence(candidate, sentence).length > 0
  },
  {
    name: 'subject-of-this-sentence',
    example: 'Ann Hale left early because the ferry would not wait for [ann-hale her].',
    weight: 0.8,
    holds: (candidate, { sentence }) => inSentence(candidate, sentence).some(({ subject }) => subject)
  },
  {
    name: 'sentence-before',
    example: 'The plan was written by Ann Hale. It made [ann-hale her] famous.',
    weight: 0.3,
    holds: (candidate, { sentence }) => inSentence(candidate, sentence - 1).length > 0
  },
  {
    name: 'subject-of-the-sentence-before',
    example: 'When Ann Hale came, the room fell silent. [ann-hale She] spoke first.',
    weight: 0.3,
    holds: (candidate, { sentence }) => inSentence(candidate, sentence - 1).some(({ subject }) => subject)
  },
  {
    name: 'last-mentioned',
    example: 'The council elected Ann Hale on Monday. [ann-hale She] takes office in May.',
    weight: 0.6,
    holds: (candidate, { last }) => has(candidate, last)
  },
  {
    name: 'pronoun-before',
    example: 'Ann Hale left. [ann-hale She] took the ferry. [ann-hale She] never came back.',
    weight: 0.6,
    holds: (candidate, { lastPronoun }) => has(candidate, lastPronoun)
  },
  {
    name: 'speaker-before',
    example: '“Taxes will fall,” said Ann Hale. Rents would follow, and so would [ann-hale her] fees.',
    weight: 1.0,
    holds: ({ who }, { speaker }) => who !== null && who === speaker
  },
  {
    name: 'topic',
    example: 'Ann Hale was born in Westbrook. Hale studied law. Hale became a judge. In 2010 [ann-hale she] retired.',
    weight: 1.4,
    holds: ({ who }, { topic }) => who !== null && who === topic
  },
  {
    name: 'gender',
    example: 'Ole Berg and Ann Hale were there. [ann-hale She] wore a hat.',
    weight: 1.0,
    holds: (candidate, asked) => asked.isOfGender(candidate)
  },
  {
    name: 'only-of-gender',
    example: 'Ole Berg wrote to Ann Hale. The answer was [ann-hale hers].',
    weight: 0.7,
    holds: (candidate, { only }) => candidate === only
  },
  {
    name: 'aside',
    example: 'John Berg, who replaced Peter Aune in July, came. [john-berg He] was late.',
    weight: -0.6,
    holds: ({ mentions }) => mentions.every(({ aside }) => aside)
  },
  {
    name: 'this-paragraph',
    example: 'Nils Aune left in May.\n\nOle Berg came in June. The council gave [ole-berg him] a boat.',
    weight: 0.9,
    holds: ({ mentions }, { paragraph }) => mentions.some((seen) => seen.paragraph === paragraph)
  },
  {
    name: 'far',
    example: 'Nils Aune left in May.\n\nThe town was quiet.\n\nOle Berg came in June. The council gave [ole-berg him] a boat.',
    weight: -0.6,
    holds: ({ mentions }, { paragraph }) => mentions.every((seen) => paragraph - seen.paragraph > 1)
  },
  {
    name: 'outside',
    example: 'John Berg came. “[john-berg He] never sleeps,” said Ann Hale.',
    weight: -0.3,
    holds: ({ mentions }, { quoted }) => quoted && !mentions.some((seen) => seen.quoted)
  },
  {
    name: 'no-name',
    example: 'Ann Hale came. A fisherman said that he had seen nothing.',
    weight: 0.1,
    holds: ({ who }) => who === null
  },
  {
    name: 'no-name-of-this-sentence',
    example: 'Ole Berg came to Westbrook. A fisherman said that he had seen nothing.',
    weight: 0.8,
    holds: ({ who, mentions }, { sentence }) => who === null && mentions.some((seen) => seen.sentence === sentence)
  }
]

/** The weight of there being nobody among them. */
export const nobody = 1.8

/** Index of the best candidate with its probability and the clue that speaks loudest for it. */
export function bestOf(candidates: readonly Candidate[], asked: Asked): { readonly index: number; readonly probability: number; readonly clue: string } | null {
  const sums = candidates.map((candidate) => clues.reduce((sum, clue) => sum + (clue.holds(candidate, asked) ? clue.weight : 0), 0))
  const whole = sums.reduce((sum, each) => sum + Math.exp(each), Math.exp(nobody))
  const index = sums.indexOf(Math.max(...sums))
  const [best, sum] = [candidates[index], sums[index]]
  if (!best || sum === undefined) return null
  const loudest = clues.filter((clue) => clue.holds(best, asked)).reduce<Clue | null>((most, clue) => (most === null || most.weight < clue.weight ? clue : most), null)
  return { index, probability: Math.exp(sum) / whole, clue: loudest?.name ?? 'nobody else' }
}

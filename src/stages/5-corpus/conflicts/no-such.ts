import { isBetweenTwo, type Clash, type ConflictRule, type Scene, type Statement } from './statement.js'

/** "No such letter existed": "such" takes up what was spoken of a moment before. */
export const noSuch: ConflictRule = {
  name: 'no-such',
  example: ['The Courier reported that a side letter was signed.', 'Her spokeswoman said that no such letter existed.'],
  kind: 'denied',
  *find({ byArticle }: Scene): Iterable<Clash> {
    for (const statements of byArticle.values())
      for (const denial of statements) {
        const noun = nounOf(denial)
        const first = noun === null ? undefined : statements.findLast((other) => isOf(other, noun) && other.claim.start < denial.claim.start && denial.claim.start - other.claim.end < NEAR && isBetweenTwo(other, denial))
        if (noun === null || !first) continue
        yield {
          first,
          second: denial,
          key: JSON.stringify(['no-such', denial.article, denial.claim.id]),
          proposition: `there is such a ${noun}: ${first.claim.claim}`,
          about: first.claim.about,
          why: [`"no such ${noun}" takes up the ${noun} spoken of just before it`],
          confidence: 0.95 * first.claim.confidence
        }
      }
  }
}

/** Characters within which "such" looks back. */
const NEAR = 500

/** The noun of "no such noun" in the subject, or after "there is". */
function nounOf({ claim, subject, object }: Statement): string | null {
  if (claim.polarity !== 'negative') return null
  const phrase = [subject, object].find((each) => /\bno such$|\bany such$/.test(each?.opening ?? ''))
  return (EXISTS.test(claim.predicate) && phrase?.words.at(-1)) || null
}

const EXISTS = /^(?:exist|be|have|make|take|give|sign|happen|occur|receive|know)$/

const isOf = ({ claim, subject, object }: Statement, noun: string): boolean => claim.polarity === 'positive' && [subject, object].some((phrase) => phrase?.words.includes(noun))

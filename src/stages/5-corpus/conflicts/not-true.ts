import { isPointer } from './proposition.js'
import { isBetweenTwo, type Clash, type ConflictRule, type Scene, type Statement } from './statement.js'

/** "That is not true", of what somebody else is said to have said just before. */
export const notTrue: ConflictRule = {
  name: 'not-true',
  example: ['Newspapers reported that a patrol boat had chased a trawler away.', 'The government said that this was not true.'],
  kind: 'denied',
  *find({ byArticle }: Scene): Iterable<Clash> {
    for (const statements of byArticle.values())
      for (const [index, denial] of statements.entries()) {
        if (!callsUntrue(denial) || denial.claim.attribution === null) continue
        const before = statements.slice(0, index).filter(({ claim }) => claim.start < denial.claim.start)
        const last = before.at(-1)
        // The sentence right before it, all of it on the word of somebody else.
        const sentence = before.filter(({ claim }) => claim.start === last?.claim.start)
        const [first, ...more] = sentence.filter(({ claim }) => claim.attribution !== null && claim.polarity === 'positive')
        if (!first || more.some(({ claim }) => claim.attribution !== first.claim.attribution) || denial.claim.start - first.claim.end > NEAR || !isBetweenTwo(first, denial)) continue
        yield {
          first,
          second: denial,
          key: JSON.stringify(['not-true', denial.article, denial.claim.id]),
          proposition: first.claim.claim,
          about: first.claim.about,
          why: [`"${denial.claim.claim}" takes up what stands in the sentence before it, on the word of somebody else`],
          confidence: 0.9 * first.claim.confidence
        }
      }
  }
}

/** Characters between the two sentences. */
const NEAR = 3

function callsUntrue({ claim: { polarity, predicate, claim }, subject }: Statement): boolean {
  if (predicate !== 'be' || !isPointer(subject)) return false
  const [, said = ''] = /– (?:is|was|were|are|be)(?:n[’']t| not)? – (?:not )?(?:\p{L}+ly )?(true|correct|accurate|right|so|the case|false|untrue|wrong|a lie|lies|nonsense|fabricated|baseless|incorrect|inaccurate|rubbish|free invention)$/u.exec(claim.replace(/ – not – /, ' not – ')) ?? []
  return said !== '' && /^(?:true|correct|accurate|right|so|the case)$/.test(said) === (polarity === 'negative')
}

import { isBetweenTwo, sameTime, type Clash, type ConflictRule, type Scene, type Statement } from './statement.js'

/** "There is a dispute" and "there is no dispute". */
export const existence: ConflictRule = {
  name: 'existence',
  example: ['There is a territorial dispute over the Outer Skerries, Merrowland says.', 'The Halvard Islands say that there is no dispute over the Outer Skerries.'],
  kind: 'denied',
  *find({ statements, entities }: Scene): Iterable<Clash> {
    const existing = statements.filter(({ voice, subject }) => voice === 'existential' && headOf(subject) !== null)
    const affirmed = new Map<string, Statement[]>()
    for (const statement of existing)
      if (statement.claim.polarity === 'positive') {
        const head = headOf(statement.subject) ?? ''
        affirmed.set(head, [...(affirmed.get(head) ?? []), statement])
      }
    for (const denial of existing)
      if (denial.claim.polarity === 'negative')
        for (const first of affirmed.get(headOf(denial.subject) ?? '') ?? []) {
          const clash = clashOf(first, denial, (id) => entities.get(id)?.name ?? id)
          if (clash) yield clash
        }
  }
}

/** "any territorial dispute over the Senkaku Islands" → "dispute". Things of which there are many (people, ways, a chance) are not one and the same. */
const headOf = (phrase: Statement['subject']): string | null => phrase?.words.find((word) => HEADS.test(word)) ?? null

const HEADS = /^(?:dispute|agreement|treaty|deal|pact|war|occupation|invasion|ceasefire|truce|referendum|secret|ban|plan|conspiracy|cover-up|genocide|famine|crisis|border|embargo|blockade|coup|letter|document|meeting|talk|negotiation|link|connection|collusion|evidence|proof)$/

function clashOf(first: Statement, denial: Statement, nameOf: (id: string) => string): Clash | null {
  const head = headOf(denial.subject) ?? ''
  const [one, other] = [new Set(first.subject?.words), denial.subject?.words ?? []]
  if (!isBetweenTwo(first, denial) || !other.every((word) => one.has(word))) return null
  const [mine, theirs] = [first.claim.about, denial.claim.about]
  const common = theirs.filter((id) => mine.includes(id))
  // Which dispute? Across articles both have to name the same parties or places.
  if (common.length < theirs.length || (first.article !== denial.article && common.length === 0)) return null
  const time = sameTime({ ...first, predicate: 'exist', voice: 'active' }, { ...denial, predicate: 'exist' })
  if (!time) return null
  return {
    first,
    second: denial,
    key: JSON.stringify(['exists', head, theirs]),
    proposition: [`there is ${other.length > 0 ? other.join(' ') : head}`, ...common.map(nameOf)].join(' – '),
    about: common,
    why: [`both of whether there is "${head}"`, ...(common.length > 0 ? [`both name ${common.map(nameOf).join(', ')}`] : []), time.why],
    confidence: first.claim.confidence * denial.claim.confidence * time.sure * 1.2
  }
}

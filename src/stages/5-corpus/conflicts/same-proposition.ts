import type { Phrase } from './proposition.js'
import { isBetweenTwo, sameTime, type Clash, type ConflictRule, type Scene, type Statement } from './statement.js'

/** Subject, predicate and object are the same, and the one denies what the other affirms. */
export const sameProposition: ConflictRule = {
  name: 'same-proposition',
  example: ['President Brask turned down the offer on Monday.', 'Brask denied that he had turned down the offer.'],
  kind: 'denied',
  *find({ statements, entities }: Scene): Iterable<Clash> {
    const affirmed = new Map<string, Statement[]>()
    for (const statement of statements) {
      const key = statement.claim.polarity === 'positive' ? keyOf(statement) : null
      if (key === null) continue
      const found = affirmed.get(key)
      if (found) found.push(statement)
      else affirmed.set(key, [statement])
    }
    for (const denial of statements) {
      if (denial.claim.polarity !== 'negative' || !isPlain(denial)) continue
      const key = keyOf(denial)
      for (const first of (key === null ? undefined : affirmed.get(key)) ?? []) {
        const clash = clashOf(first, denial, (id) => entities.get(id)?.name ?? id)
        if (clash) yield clash
      }
    }
  }
}

/** Predicates that say too little without all of what follows them. */
const EMPTY = /^(?:be|have|do|make|take|get|go|come|give|put|let|keep|say|tell|ask|know|think|want|see|look|feel|mean|need|try|seem|call|find|talk|speak|comment|respond|answer|reply|return|name|identify|elaborate|specify|provide|mention|run|work|happen|appear|show|use|start|begin|stop|win|lose|like|help|leave|live|follow|hear|play)\b/

/** The subject has to be one entity. */
const keyOf = ({ subject, predicate, voice }: Statement): string | null => (subject?.entity == null || voice === 'existential' || isLoose(subject.entity) ? null : `${voice}\n${predicate}\n${subject.entity}`)

/** One of a people, or somebody of whom it is not known who he is, may be another one each time. */
const isLoose = (id: string): boolean => id.startsWith('people/')

const isPlain = ({ turned, object, complements }: Statement): boolean =>
  !turned && !complements.some(({ marker }) => /^(?:because|since|if|unless|until|although|though|when|while|as|so|after|before|than|to)$/.test(marker)) && !/\b(?:all|every|more|less|only|one|first)\b/.test(object?.opening ?? '')

function clashOf(first: Statement, denial: Statement, nameOf: (id: string) => string): Clash | null {
  if (!isBetweenTwo(first, denial)) return null
  const objects = objectsMeet(first, denial)
  const complements = objects && complementsMeet(first, denial)
  const time = complements && sameTime(first, denial)
  if (!objects || !complements || !time) return null
  const subject = first.subject?.entity ?? ''
  const what = [nameOf(subject), first.predicate, objects.what, ...denial.complements.map(({ marker, entity, words }) => [marker, entity === null ? words.join(' ') : nameOf(entity)].filter(Boolean).join(' '))]
  return {
    first,
    second: denial,
    key: JSON.stringify(['same', subject, first.voice, first.predicate, objects.key, denial.complements.map(({ marker, entity, words }) => [marker, entity ?? words])]),
    proposition: what.filter(Boolean).join(' – '),
    about: [subject, ...[first.object?.entity, denial.object?.entity].filter((id) => id != null)].filter((id) => id !== ''),
    why: [`one subject: ${nameOf(subject)}`, `one predicate: "${first.predicate}"`, ...(objects.why === '' ? [] : [objects.why]), ...(complements.why === '' ? [] : [complements.why]), time.why],
    confidence: first.claim.confidence * denial.claim.confidence * objects.sure * complements.sure * time.sure
  }
}

interface Meeting {
  readonly why: string
  readonly sure: number
}

const UNIVERSAL = /^(?:anything|anybody|anyone|nothing|nobody|no one|none|any)$/

function objectsMeet({ object: one, predicate }: Statement, { object: other, complements: denied }: Statement): (Meeting & { readonly key: unknown; readonly what: string }) | null {
  // "He resigned" says enough; "he went" only with where.
  if (!one && !other) return EMPTY.test(predicate) && !predicate.includes(' ') && denied.length === 0 ? null : { why: '', sure: 0.85, key: null, what: '' }
  if (!one || !other) return null
  // "it" may be anything; that something was turned down is denied by "he turned down nothing" all the same.
  if (other.words.length === 0) return UNIVERSAL.test(other.opening) && !EMPTY.test(predicate) ? { why: `what is denied is denied of anything ("${other.opening}")`, sure: 0.85, key: 'any', what: 'anything' } : null
  if (one.words.length === 0) return null
  if (one.entity !== null && one.entity === other.entity && isName(one) && isName(other)) return { why: `one object: ${one.entity}`, sure: 0.95, key: one.entity, what: one.words.join(' ') }
  if (one.entity !== null && other.entity !== null && one.entity !== other.entity) return null
  const indefinite = /^(?:any|no|a|an|)$/.test(other.opening)
  // Of "a treaty" and "the treaty" nobody knows whether they are one, unless "no treaty" at all is denied.
  const held = other.words.every((word) => one.words.includes(word)) && one.words.at(-1) === other.words.at(-1)
  if (!held || (!indefinite && other.words.join(' ') !== one.words.join(' '))) return null
  if (other.words.length < (EMPTY.test(predicate) ? 2 : 1)) return null
  return { why: `one object: "${other.words.join(' ')}"`, sure: other.words.length > 1 ? 0.9 : 0.75, key: other.words, what: other.words.join(' ') }
}

/** The phrase is little more than the name: "Japan", not "the prime minister of Japan". */
const isName = ({ words }: Phrase): boolean => words.length <= 4

/** What is denied with conditions ("in Moscow", "with Abe") is denied only of what meets all of them. */
function complementsMeet({ complements: all }: Statement, { complements: denied }: Statement): Meeting | null {
  const met = denied.every((one) => all.some((other) => one.marker === other.marker && ((one.entity !== null && one.entity === other.entity) || (one.words.length > 0 && one.words.join(' ') === other.words.join(' ')))))
  if (!met) return null
  return denied.length > 0 ? { why: `under the same conditions: ${denied.map(({ marker, words }) => `"${[marker, ...words].join(' ').trim()}"`).join(', ')}`, sure: 0.95 } : { why: '', sure: all.length > 0 ? 0.9 : 1 }
}

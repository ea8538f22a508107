import type { Argument, Claim } from '../../../model.js'

/** What a claim says, as far as it is needed to tell whether another one says the contrary. Ids are the article's own. */
export interface Proposition {
  /** Place of the claim in its article. */
  readonly index: number
  /** Lemma and particle: "turn down". */
  readonly predicate: string
  readonly voice: 'active' | 'passive' | 'existential'
  readonly subject: Phrase | null
  readonly object: Phrase | null
  /** Without those of time. */
  readonly complements: readonly (Phrase & { readonly marker: string })[]
  /** "never": it holds for all times. */
  readonly ever: boolean
  /** "not only", "not yet", "no longer", "not because", "not until": what is denied is something else than the clause. */
  readonly turned: boolean
  /** "has been": past in form, but still so. */
  readonly lasting: boolean
}

export interface Phrase {
  readonly entity: string | null
  /** Its first word, where that is no name: "the", "any", "no". */
  readonly opening: string
  /** Its words that say something, folded, without opening words. */
  readonly words: readonly string[]
}

const CERTAIN = ['stated', 'likely']

/** null: nothing that could be set against another claim. */
export function propositionOf(claim: Claim, index: number): Proposition | null {
  const { predicate, subject, object, complements, polarity, certainty, rule, time, sentence, text } = claim
  if (!CERTAIN.includes(certainty) || (subject === null && object === null)) return null
  const kind = rule.split('+')[0]
  return {
    index,
    predicate: [predicate.lemma, ...new Set([...particlesOf(predicate.phrase), ...complements.filter(isParticle).map(({ text }) => text.toLowerCase())])].join(' '),
    voice: kind === 'existential' ? 'existential' : kind === 'passive' ? 'passive' : 'active',
    subject: subject && phraseOf(subject),
    object: object && phraseOf(object),
    complements: complements.filter((complement) => !isParticle(complement)).filter(({ spans }) => !spans.some(({ start, end }) => time.span !== null && start <= time.span.start && time.span.end <= end)).map(({ marker, ...argument }) => ({ marker, ...phraseOf(argument) })),
    ever: polarity === 'negative' && /\b(?:never|ever)\b/i.test(predicate.phrase),
    turned: polarity === 'negative' && TURNED.test(within(sentence.text, text)),
    lasting: /\b(?:have|has) been\b/i.test(predicate.phrase)
  }
}

const PARTICLES = ['up', 'down', 'off', 'out', 'away', 'over', 'back', 'on', 'in', 'apart', 'aside', 'through', 'along', 'forward']

/** "had turned down" → ["down"] */
const particlesOf = (phrase: string): string[] => phrase.toLowerCase().split(/\s+/).slice(1).filter((word) => PARTICLES.includes(word))

/** "dropped – out": a word of the predicate that stands among its complements. */
const isParticle = ({ marker, text }: { readonly marker: string; readonly text: string }): boolean => marker === '' && PARTICLES.includes(text.toLowerCase())

const TURNED = /\b(?:not|n[’']t)\s+(?:only|just|merely|simply|yet|all|every|everyone|everybody|always|necessarily|enough|exactly|really|entirely|fully|so|very|even|quite|too|as|the first|the only|more|less)\b|\bno longer\b|\b(?:yet|anymore|any more|until|unless|except|other than|rather than|instead|alone|again|because|if|whether|but)\b/i

/** The sentence as far as the clause goes: from the first to the last of the words that the claim's line has. */
function within(sentence: string, line: string): string {
  const words = line.match(/[\p{L}\p{N}’']+/gu) ?? []
  const places = words.map((word) => sentence.indexOf(word)).filter((place) => 0 <= place)
  return sentence.slice(Math.min(...places, sentence.length), Math.max(...places, 0) + 20)
}

const OPENINGS = /^(?:the|a|an|any|no|some|this|that|these|those|its|his|her|their|our|my|your|such|every|each|all|both|neither|either|none|anything|anybody|anyone|nothing|nobody|somebody|someone|something|everybody|everyone|everything|it|he|she|they|we|i|you|them|him|us|me|there|what|which|who|whom|one|others?|another|many|most|few|several|more|less)$/

export function phraseOf({ text, entity }: Argument): Phrase {
  const words = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']s\b/g, '').match(/[\p{L}\p{N}]+(?:[.,-][\p{L}\p{N}]+)*/gu) ?? []
  const opening = words.findIndex((word) => !OPENINGS.test(word))
  const said = opening < 0 ? [] : words.slice(opening)
  return { entity: entity ?? null, opening: words.slice(0, opening < 0 ? words.length : opening).join(' '), words: said.filter((word) => !LITTLE.test(word)).map(stem) }
}

const LITTLE = /^(?:of|the|a|an|to|in|on|at|for|by|with|from|and|or|that|which|who|its|his|her|their|as)$/

/** "disputes" → "dispute" */
const stem = (word: string): string => (word.length > 4 && /[^s]s$/.test(word) && !/(?:us|is)$/.test(word) ? word.slice(0, -1) : word)

/** What of an article's propositions can meet another one: those of a known subject, and what is or is not. All of them only where "no such …" or "that is not true"
 *  may take up any of them. */
export function worthKeeping(propositions: readonly Proposition[], negative: (index: number) => boolean): readonly Proposition[] {
  const takesUp = ({ index, subject, object }: Proposition) => (negative(index) && [subject, object].some((phrase) => /\b(?:no|any) such$/.test(phrase?.opening ?? ''))) || isPointer(subject)
  return propositions.some(takesUp) ? propositions : propositions.filter(({ subject, voice }) => subject?.entity != null || voice === 'existential')
}

/** "this", "that", "the report": the subject of "that is not true". */
export const isPointer = (subject: Phrase | null): boolean => subject !== null && subject.words.length <= 1 && /^(?:this|that|it|the (?:claim|report|allegation|accusation)s?)$/.test([subject.opening, ...subject.words].join(' ').trim())

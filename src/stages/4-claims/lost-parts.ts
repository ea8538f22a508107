import { partsOf, phrasesOf, type Draft, type Phrase } from './draft.js'
import { child, children, isSameSentence, lower, tokenOf, type Grammar } from './grammar.js'
import { lostEdges } from './lost-edges.js'
import { lostEnds } from './lost-ends.js'
import { lostLimits } from './lost-limits.js'
import { lostParticiples } from './lost-participles.js'
import { lostRelatives } from './lost-relatives.js'
import { lostScope } from './lost-scope.js'
import { isIndefinite } from './phrase.js'
import type { Loss } from './whole.js'

/** Signs that a part of a claim was cut in the middle, so that it says less than the text, or something else. */

const halfName: Loss = {
  name: 'half-a-noun',
  example: '"Lind – left – the court" of "left the court building": a noun goes on behind the last word of its part.',
  holds(grammar, draft, used) {
    return phrasesOf(draft).some(({ tokens }) => {
      const last = tokens.at(-1) ?? -1
      const chunk = grammar.chunkAt(last)
      return chunk !== null && last + 1 < chunk.to && !used.has(last + 1) && /^(?:NN|HYPH)/.test(tokenOf(grammar, last + 1).tag) && !tokenOf(grammar, last + 1).name.endsWith('Date')
    })
  }
}

const ofWhat: Loss = {
  name: 'of-what',
  example: '"Lind – was – secretary" of "Lind was secretary of state": a part ends where "of" goes on.',
  holds: (grammar, draft, used) =>
    phrasesOf(draft).some(({ tokens }) => {
      const next = (tokens.at(-1) ?? -2) + 1
      return lower(grammar, next) === 'of' && !used.has(next) && lower(grammar, next + 1) !== 'course' && isSameSentence(grammar, next - 1, next)
    })
}

const whose: Loss = {
  name: 'owner-left-behind',
  example: '"imports – grew" of "Norland\'s imports grew": a part begins behind the owner of its noun, or ends with an owner.',
  holds(grammar, draft, used) {
    if (draft.predicate.supplied !== null) return false
    const isLost = (mark: number, beside: number) => !used.has(mark) && tokenOf(grammar, mark).tag === 'POS' && isSameSentence(grammar, mark, beside)
    return phrasesOf(draft).some(({ tokens }) => isLost((tokens.at(-1) ?? -2) + 1, tokens.at(-1) ?? -2)) || phrasesOf(draft).some(({ tokens: [first = -1] }) => isLost(first - 1, first) || (lower(grammar, first - 1) === 's' && /^['’]$/.test(lower(grammar, first - 2)) && !used.has(first - 1)))
  }
}

const whichOnes: Loss = {
  name: 'which-ones',
  example: '"we – have – no figures" of "we have no figures that would show how many left in the winter of the war": an indefinite noun has lost the clause that says which.',
  holds: (grammar, { object, subject }, used) =>
    [subject, object].some((phrase) => {
      if (phrase === null || !isIndefinite(grammar, phrase)) return false
      const next = (phrase.tokens.at(-1) ?? phrase.head) + 1
      return !used.has(next) && /^(?:that|which|who|whom|whose|where)$/.test(lower(grammar, next)) && children(grammar, phrase.head, 'acl:relcl', 'acl').some((clause) => next < clause && !used.has(clause))
    })
}

const turners = /^(?:rather|hardly|barely|scarcely|almost|nearly|instead|not|never|neither|n['’]t)$/

const turned: Loss = {
  name: 'turned-around',
  example: '"Lind – would run – against Berg" of "would rather run against Berg than …": a word that changes the sense is in no part.',
  holds(grammar, { predicate: { tokens, verbs }, at, object }, used) {
    const [first = at] = tokens
    const heads = new Set([at, ...verbs, ...tokens, ...(object ? [object.head] : [])])
    const behind = Math.max(tokens.at(-1) ?? at, object?.tokens.at(-1) ?? at) + 1
    for (let index = first - 1; index <= behind; index++) {
      if (used.has(index) || !isSameSentence(grammar, index, at) || !turners.test(lower(grammar, index)) || !heads.has(tokenOf(grammar, index).head ?? -1)) continue
      // "not only", "not just", and "not Berg but Lind", which denies something else.
      if (/^(?:only|just|merely|simply|least)$/.test(lower(grammar, index + 1)) || tokenOf(grammar, index + 1).tag === 'NNP') continue
      return true
    }
    return false
  }
}

const tooMuch: Loss = {
  name: 'too-much',
  example: '"the coin – is worn – to be read" of "is too worn to be read": "too", "so" and "such" before a clause.',
  holds(grammar, { predicate: { tokens }, complements, at }, used) {
    const clause = complements.find(({ kind }) => kind === 'clause')
    if (!clause) return false
    for (let index = Math.min(at, ...tokens); index < (clause.phrase.tokens[0] ?? 0); index++) if (!used.has(index) && /^(?:too|so|such|enough)$/.test(lower(grammar, index))) return true
    return false
  }
}

const opensBadly: Loss = {
  name: 'opens-badly',
  example: '"unlikely the talks – will go – anywhere" of "it\'s unlikely the talks will go anywhere": what stands as subject begins with a preposition, or with what is said of the clause.',
  holds(grammar, { subject, predicate }) {
    const first = subject?.tokens[0]
    if (first === undefined || predicate.supplied !== null) return false
    if (/^(?:un)?likely$|^(?:im)?possible$/.test(lower(grammar, first)) && /^(?:['’]s|is|s|was|seems)$/.test(lower(grammar, first - 1))) return true
    return tokenOf(grammar, first).tag === 'IN' && ![1, 2, 3].some((step) => tokenOf(grammar, first + step).tag === 'CD')
  }
}

const elliptical: Loss = {
  name: 'elliptical',
  example: '"he – doesn\'t" of "In the polls, he doesn\'t.": the verb is in another sentence.',
  holds(grammar, { predicate: { tokens, supplied, verbs }, object }) {
    const verb = verbs.at(-1) ?? -1
    return supplied === null && object === null && tokens.every((token) => token !== verb || tokenOf(grammar, token).lemma === 'do' || tokenOf(grammar, token).tag === 'MD') && (tokenOf(grammar, verb).tag === 'MD' || (tokenOf(grammar, verb).lemma === 'do' && tokens.length < 3))
  }
}

const accordingTo: Loss = {
  name: 'according-to',
  example: '"a man on the call – according to": a preposition that looks like a verb.',
  holds: (grammar, { predicate: { tokens } }) => tokens.some((token) => /^(?:according|including|regarding|concerning)$/.test(lower(grammar, token)))
}

const asideParticiple: Loss = {
  name: 'aside-as-verb',
  example: '"Lind – goaded – by Berg" of "Lind, goaded by Berg, left": behind a comma and before "by" it is a participle, and the verb comes later.',
  holds(grammar, { predicate: { tokens, passive }, object, complements, rule }) {
    const [first = -1] = tokens
    return !passive && !rule.includes('+') && object === null && tokens.length === 1 && /^VB[DN]$/.test(tokenOf(grammar, first).tag) && complements.some(({ marker }) => marker.length === 1 && marker[0] === first + 1 && lower(grammar, first + 1) === 'by') && lower(grammar, first - 1) === ','
  }
}

const particles = /^(?:behind|away|back|out|up|off|down|aside|apart|alone|over|together|ahead|forward)$/

const lostParticle: Loss = {
  name: 'lost-particle',
  example: '"We – leave – no one" of "We leave no one behind.": a small word right behind the object belongs to the verb.',
  holds(grammar, { object, predicate }, used) {
    const next = (object?.tokens.at(-1) ?? -2) + 1
    return object !== null && predicate.supplied === null && !used.has(next) && particles.test(lower(grammar, next)) && !/^(?:DT|PRP|NN|CD|JJ)/.test(tokenOf(grammar, next + 1).tag)
  }
}

/** Passives that only announce what follows: "is considered …", "was named …". */
const announces = new Set(['consider', 'call', 'name', 'know', 'describe', 'regard', 'see', 'deem', 'base', 'intend', 'involve', 'aim', 'design', 'say', 'tell', 'ask', 'expect', 'set', 'give', 'make', 'put', 'believe', 'think', 'mean', 'suppose', 'dub', 'label', 'view', 'rate', 'entitle', 'allow', 'force', 'include', 'follow', 'leave', 'need', 'require', 'found', 'find', 'devote', 'compare', 'relate'])

const emptyPassive: Loss = {
  name: 'empty-passive',
  example: '"jobs – are considered" of "jobs are considered inherently public": as what?',
  holds(grammar, { predicate: { verbs, passive, supplied }, object, complements }) {
    const verb = verbs.at(-1)
    if (supplied !== null || verb === undefined || !passive || object !== null || complements.some(({ kind }) => kind !== 'adverb')) return false
    return announces.has(tokenOf(grammar, verb).lemma)
  }
}

/** Verbs that take two things. */
const ditransitive = new Set(['give', 'tell', 'send', 'offer', 'show', 'pay', 'ask', 'teach', 'cost', 'bring', 'grant', 'award', 'lend', 'call', 'make', 'name', 'elect', 'consider', 'promise', 'hand', 'owe', 'deny', 'wish', 'sell', 'buy', 'find', 'get', 'leave', 'read', 'write', 'throw', 'charge', 'save', 'earn', 'win', 'spare', 'allow', 'assure', 'guarantee', 'serve', 'deal', 'feed', 'loan', 'allot', 'assign', 'bet', 'forgive', 'envy', 'fine', 'refuse', 'appoint', 'declare', 'dub', 'label', 'term', 'deem', 'keep', 'set', 'turn', 'paint', 'remind', 'inform', 'text', 'email', 'mail', 'pass', 'do', 'order', 'cook', 'vote', 'crown', 'nickname', 'rename', 'designate', 'rule', 'judge', 'believe', 'think', 'want', 'prefer'])

const oneObjectTooMany: Loss = {
  name: 'one-object-too-many',
  example: '"workers – receive – pay – raises": a verb with one object has two.',
  holds: (grammar, { predicate: { verbs }, object, complements }) => object !== null && complements.some(({ kind }) => kind === 'recipient') && !ditransitive.has(tokenOf(grammar, verbs.at(-1) ?? -1).lemma)
}

const genericRelative: Loss = {
  name: 'those-who',
  example: '"people – meet – the requirements" of "calls on people who meet the requirements": the clause picks out some of them, and does not say that they do.',
  holds(grammar, { rule, subject, at, predicate }) {
    if (!rule.endsWith('+relative-antecedent') || subject === null) return false
    const { head, tokens } = subject
    const isOpen = /^(?:those|anyone|everyone|someone|somebody|anybody|something|anything|everything|ones?|people|persons?)$/.test(lower(grammar, head)) || (tokenOf(grammar, head).tag === 'NNS' && tokens[0] === head && tokenOf(grammar, head).name === 'O')
    const isPresent = predicate.tokens.some((token) => /^(?:VB[PZ]|MD)$/.test(tokenOf(grammar, token).tag))
    const pronoun = child(grammar, at, 'nsubj', 'nsubj:pass')
    return isOpen && (isPresent || /^(?:those|any|some|every)/.test(lower(grammar, head))) && pronoun !== null && lower(grammar, pronoun - 1) !== ','
  }
}

const asIf: Loss = {
  name: 'as-if',
  example: '"he – were screaming" of "as though he were screaming": a comparison, and no claim.',
  holds: (grammar, { at }) => children(grammar, at, 'mark').some((mark) => /^(?:if|though)$/.test(lower(grammar, mark)) && lower(grammar, mark - 1) === 'as')
}

const letters: Loss = {
  name: 'no-letters',
  example: '"There – ’ – hope" of "There’ s hope": typesetting has taken the predicate apart.',
  holds(grammar, { predicate: { tokens, supplied } }) {
    const isTorn = (token: number) => /^(?:s|t|re|ve|ll)$/i.test(tokenOf(grammar, token).text) && lower(grammar, token + 1) !== '-'
    return supplied === null && (tokens.every((token) => !/\p{L}/u.test(tokenOf(grammar, token).text)) || tokens.some(isTorn))
  }
}

const pointsNowhere: Loss = {
  name: 'points-nowhere',
  example: '"You – are looking – at it": only pronouns that point at something, and no fact.',
  holds(grammar, draft) {
    const { subject, predicate } = draft
    if (predicate.supplied !== null || subject === null) return false
    const isPointer = ({ head, tokens }: Phrase) => tokens.length === 1 && /^(?:it|this|that|these|those|so|one|some|them|you|something|more|less|enough|right|wrong|true)$/.test(lower(grammar, head))
    const rest = partsOf(draft)
    const isVague = isPointer(subject) || /^(?:i|we|they|he|she)$/.test(lower(grammar, subject.head))
    return isVague && rest.every(isPointer) && (0 < rest.length || isPointer(subject))
  }
}

const beforeColon: Loss = {
  name: 'before-colon',
  example: '"This – invites – the question" of "This invites the question: who paid?": what it says comes behind the colon, unless that is a list of names.',
  holds(grammar, draft, used) {
    const parts = phrasesOf(draft)
    const last = Math.max(...draft.predicate.tokens, ...parts.flatMap(({ tokens }) => tokens))
    return draft.predicate.supplied === null && lower(grammar, last + 1) === ':' && !used.has(last + 1) && isSameSentence(grammar, last, last + 1) && tokenOf(grammar, last + 2).name === 'O'
  }
}

const asWhat: Loss = {
  name: 'as-what',
  example: '"Norland – sees – Berg" of "Norland sees Berg as a traitor": without its "as" the verb says something else.',
  holds(grammar, { object, predicate: { verbs } }, used) {
    const next = (object?.tokens.at(-1) ?? -2) + 1
    return object !== null && !used.has(next) && lower(grammar, next) === 'as' && lower(grammar, next + 1) !== 'well' && /^(?:see|view|regard|describe|treat|portray|cast|define|depict|perceive|recognize|dismiss|think|characterize|brand|denounce|paint|present|hail|reject|tout)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma)
  }
}

const bareThat: Loss = {
  name: 'bare-that',
  example: '"that – works – with Lind" of "a group that met Berg and that works with Lind": what "that" stands for is not in the claim.',
  holds(grammar, { subject }) {
    if (subject === null || subject.tokens.length !== 1 || lower(grammar, subject.head) !== 'that') return false
    return tokenOf(grammar, subject.head).tag === 'WDT' || /^(?:and|or|but|—|–|-|,)$/.test(lower(grammar, subject.head - 1))
  }
}

const noAuxiliary: Loss = {
  name: 'no-auxiliary',
  example: '"The task – reversed" of "The task is, in a sense, reversed": a participle that lost its "is" or "has".',
  holds: (grammar, { predicate: { tokens, passive, supplied }, rule }) => supplied === null && !passive && !rule.includes('+') && tokens.length === 1 && tokenOf(grammar, tokens[0] ?? -1).tag === 'VBN'
}

const subjectAsObject: Loss = {
  name: 'subject-as-object',
  example: '"Lind – believed – the forecasts" of "Lind believed the forecasts were low": what stands as object is the subject of the verb right behind it.',
  holds(grammar, { object, predicate: { supplied } }, used) {
    const next = (object?.tokens.at(-1) ?? -2) + 1
    return object !== null && supplied === null && !used.has(next) && isSameSentence(grammar, next - 1, next) && /^(?:VBD|VBZ|VBP|MD)$/.test(tokenOf(grammar, next).tag)
  }
}

const theOnes: Loss = {
  name: 'the-ones',
  example: '"He – freed – those" of "He freed those he had met", "Those – left" of "Those not on the list left": a word that needs its clause has lost it.',
  holds: (grammar, draft, used) =>
    phrasesOf(draft).some(({ head, tokens }) => {
      const last = tokens.at(-1) ?? -2
      const { tag } = tokenOf(grammar, last + 1)
      if (used.has(last + 1) || !isSameSentence(grammar, last, last + 1)) return false
      if (lower(grammar, last) === 'those' && /^(?:RB|IN|JJ|VB[NGD]|PRP|NN|DT|W)/.test(tag)) return true
      return last === head && /^(?:ones?|all|things?|way|numbers)$/.test(lower(grammar, head)) && /^(?:PRP|NNPS?|DT|WDT|WP)$/.test(tag)
    })
}

export const lostParts: readonly Loss[] = [halfName, ofWhat, whose, whichOnes, ...lostScope, turned, tooMuch, opensBadly, elliptical, accordingTo, asideParticiple, lostParticle, emptyPassive, oneObjectTooMany, genericRelative, asIf, letters, pointsNowhere, beforeColon, asWhat, bareThat, noAuxiliary, subjectAsObject, theOnes, ...lostEnds, ...lostEdges, ...lostParticiples, ...lostLimits, ...lostRelatives]

import { lastOf, phrasesOf } from './draft.js'
import { child, children, isSameSentence, lower, tokenOf, type Grammar } from './grammar.js'
import type { Loss } from './whole.js'

/** Signs that a claim is a relative clause without what it is about, or holds words of another clause. */

const openOwner: Loss = {
  name: 'whose-object',
  example: '"Lind – belittled – whose courage" of "Berg, whose courage Lind belittled", "they – want – whichever school": a part opens with a word that points elsewhere.',
  holds: (grammar, { object, complements }) => [object, ...complements.flatMap(({ kind, phrase }) => (kind === 'clause' ? [] : [phrase]))].some((phrase) => phrase !== null && /^(?:whose|whichever|which)$/.test(lower(grammar, phrase.tokens[0] ?? -1)))
}

const beforeSubject: Loss = {
  name: 'object-before-subject',
  example: '"he – paid – for the port" of "explained the 4 million crowns he paid for the port", "the army – left – behind" of "the dead the army left behind": what the verb is about stands before the subject.',
  holds(grammar, { at, subject, object, predicate: { passive, supplied, tokens }, rule }, used) {
    if (subject === null || object !== null || passive || supplied !== null || rule.startsWith('copula') || rule.startsWith('existential') || rule.includes('+')) return false
    const [first = -1] = subject.tokens
    if ((tokens[0] ?? 0) < first) return false
    const bare = children(grammar, at, 'nmod', 'obj', 'dep').some((noun) => noun < first && !used.has(noun) && tokenOf(grammar, noun).tag.startsWith('NN') && !tokenOf(grammar, noun).name.endsWith('Date') && child(grammar, noun, 'case') === null)
    const isUnmarked = /^(?:advcl|acl:relcl)$/.test(tokenOf(grammar, at).relation) && (tokenOf(grammar, at).head ?? at) < at && child(grammar, at, 'mark') === null && !children(grammar, at, 'advmod', 'obl').some((word) => tokenOf(grammar, word).tag.startsWith('W'))
    return bare || (isUnmarked && tokenOf(grammar, at).relation === 'advcl' && /^NNS?$/.test(tokenOf(grammar, first - 1).tag) && !used.has(first - 1) && isSameSentence(grammar, first - 1, first) && !tokenOf(grammar, first - 1).name.endsWith('Date'))
  }
}

const theWayOne: Loss = {
  name: 'the-way-one',
  example: '"they – look – the way" of "the way they look", "I – sat – every time" of "every time I sat there, I cried": a time or a way that opens the clause.',
  holds: (grammar, { object, complements, subject }) =>
    [...(object ? [{ marker: [], phrase: object }] : []), ...complements].some(({ marker, phrase }) => marker.length === 0 && /^(?:way|ways|time|times|moment)$/.test(lower(grammar, phrase.head)) && subject !== null && lastOf(phrase) === (subject.tokens[0] ?? -1) - 1)
}

const whichSubject: Loss = {
  name: 'which-of-them-does',
  example: '"skills pupils – should have" of "outline which skills pupils should have": before the subject stands the word that asks.',
  holds(grammar, { subject, at, predicate: { supplied } }, used) {
    const first = subject?.tokens[0] ?? -1
    if (subject === null || supplied !== null || used.has(first - 1) || !/^(?:which|what)$/.test(lower(grammar, first - 1)) || !isSameSentence(grammar, first - 1, first)) return false
    return tokenOf(grammar, subject.head).tag.startsWith('NN') && !/^(?:acl|advcl)/.test(tokenOf(grammar, at).relation) && /^(?:VB|IN)/.test(tokenOf(grammar, first - 2).tag)
  }
}

const swallowed: Loss = {
  name: 'swallowed-predicate',
  example: '"the firm – hired to build – the house – has not left" of "the firm hired to build the house has not left": a finite verb without a subject is no complement.',
  holds: (grammar, { complements }) => complements.some(({ kind, marker, phrase }) => kind === 'clause' && marker.length === 0 && /^(?:VBZ|VBP|MD)$/.test(tokenOf(grammar, phrase.tokens[0] ?? -1).tag) && child(grammar, phrase.head, 'nsubj', 'nsubj:pass', 'expl', 'csubj') === null)
}

const breaksOff: Loss = {
  name: 'participle-breaks-off',
  example: '"A bill ensuring – passed" of "A bill ensuring two members sit on it passed": a part ends in a participle whose object is in no part.',
  holds: (grammar, draft, used) =>
    phrasesOf(draft).some((phrase) => {
      const last = lastOf(phrase)
      return phrase.tokens.length > 1 && last !== phrase.head && tokenOf(grammar, last).tag === 'VBG' && tokenOf(grammar, last).relation === 'acl' && !used.has(last + 1) && isSameSentence(grammar, last, last + 1) && /^(?:DT|NN|PRP|CD|JJ|\$|IN|TO)/.test(tokenOf(grammar, last + 1).tag)
    })
}

const eachOfThem: Loss = {
  name: 'each-of-them',
  example: '"each – won – a prize" of "Lind and Berg each won a prize": who they are stands before it.',
  holds: (grammar, { subject }, used) => subject !== null && subject.tokens.length === 1 && /^(?:all|both|each)$/.test(lower(grammar, subject.head)) && /^NN/.test(tokenOf(grammar, subject.head - 1).tag) && !used.has(subject.head - 1) && isSameSentence(grammar, subject.head, subject.head - 1)
}

const noComma: Loss = {
  name: 'participle-without-comma',
  example: '"Berg – putting – him – in the class" of "putting him in the class of Berg is wrong": before its subject a participle ends with a comma.',
  holds(grammar, { rule, subject, at }) {
    const [first = -1] = subject?.tokens ?? []
    if (!rule.endsWith('+participle-subject') || first < at) return false
    for (let index = first - 1; at < index; index--) if (/^[,:]$/.test(tokenOf(grammar, index).tag)) return false
    return true
  }
}

const behindColon: Loss = {
  name: 'behind-colon',
  example: '"the answer – is – clear – up" of "the answer is clear: Lind up, Berg down": a part from behind the colon.',
  holds: (grammar, { predicate: { tokens, supplied }, complements }) =>
    supplied === null && complements.some(({ phrase: { tokens: [first = -1] } }) => {
      for (let index = (tokens.at(-1) ?? first) + 1; index < first; index++) if (lower(grammar, index) === ':' || lower(grammar, index) === ';') return true
      return false
    })
}

const standsTo: Loss = {
  name: 'stands-to',
  example: '"the port – stands – jobs – to create" of "the jobs the port stands to create": the object is that of the second verb.',
  holds: (grammar, { object, subject, predicate: { tokens }, complements }) =>
    object !== null && subject !== null && lastOf(object) < (tokens[0] ?? 0) && complements.some(({ kind, phrase }) => kind === 'clause' && (tokens.at(-1) ?? 0) < (phrase.tokens[0] ?? 0) && /^VB$/.test(tokenOf(grammar, lastOf(phrase)).tag))
}

const bareInfinitive: Loss = {
  name: 'infinitive-without-to',
  example: '"Lind – would need remain – calm" of "would need to win and remain calm": the "to" is with another verb.',
  holds: (grammar, { predicate: { tokens, supplied } }) => supplied === null && tokens.some((token, place) => /^(?:need|want|try|hope|plan|seek|wish|intend|expect|begin|continue|agree|decide|refuse)$/.test(tokenOf(grammar, token).lemma) && place + 1 < tokens.length && tokenOf(grammar, tokens[place + 1] ?? -1).tag === 'VB' && lower(grammar, token + 1) !== 'not')
}

const forAll: Loss = {
  name: 'for-all-i-know',
  example: '"I – know – for all" of "For all I know, they left": a turn of speech.',
  holds: (grammar, { predicate: { verbs }, complements }) => /^(?:know|care)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma) && complements.some(({ marker, phrase }) => lower(grammar, marker[0] ?? -1) === 'for' && lower(grammar, phrase.head) === 'all')
}

const runningSubject: Loss = {
  name: 'subject-with-participle',
  example: '"Horses – are – fast" of "Horses running are fast": which ones is left out.',
  holds: (grammar, { subject, predicate: { tokens, supplied } }, used) => subject !== null && supplied === null && [lastOf(subject) + 1].some((next) => tokenOf(grammar, next).tag === 'VBG' && !used.has(next) && tokens[0] === next + 1)
}

const bareCount: Loss = {
  name: 'bare-number-as-subject',
  example: '"1 — dated May 4 – was issued" of "No. 1 — dated May 4 — was issued": the noun is in another sentence.',
  holds: (grammar, { subject }) => subject !== null && tokenOf(grammar, subject.head).tag === 'CD' && subject.tokens[0] === subject.head && /^[—–-]$/.test(tokenOf(grammar, subject.head + 1).text)
}

const asWhich: Loss = {
  name: 'as-which',
  example: '"an envoy – would require – a permit" of "registered as an envoy, which would require a permit": the deed requires it.',
  holds: (grammar, { rule, subject, at }) => rule.endsWith('+relative-antecedent') && subject !== null && children(grammar, subject.head, 'case').some((mark) => lower(grammar, mark) === 'as') && children(grammar, at, 'nsubj').some((word) => lower(grammar, word) === 'which' && lower(grammar, word - 1) === ',')
}

export const lostRelatives: readonly Loss[] = [openOwner, beforeSubject, theWayOne, whichSubject, swallowed, breaksOff, eachOfThem, noComma, behindColon, standsTo, bareInfinitive, forAll, runningSubject, bareCount, asWhich]

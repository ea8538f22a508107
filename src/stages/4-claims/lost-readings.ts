import { lastOf, phrasesOf, type Draft } from './draft.js'
import { child, children, isSameSentence, lower, tokenOf, type Grammar } from './grammar.js'
import type { Loss } from './whole.js'
import { moodOf } from './worlds.js'

/** Signs that the words of a claim cannot be read as the text has them: helpers without their verb, halves of a comparison, states taken for deeds. */

const asAsThey: Loss = {
  name: 'as-as',
  example: '"they – are – storms" of "as afraid of war as they are storms": one side of a comparison, with a gap.',
  holds(grammar, { at, rule, object, predicate: { supplied } }) {
    const { head } = tokenOf(grammar, at)
    if (supplied !== null || rule !== 'copula' || object === null || tokenOf(grammar, object.head).tag.startsWith('JJ') || head === null || at < head || !children(grammar, at, 'mark', 'case').some((mark) => mark < at && lower(grammar, mark) === 'as')) return false
    return [head, ...children(grammar, head, 'advmod', 'amod')].some((word) => children(grammar, word, 'advmod').some((as) => lower(grammar, as) === 'as' && as < word)) || children(grammar, head, 'advmod').some((as) => lower(grammar, as) === 'as' && as < head)
  }
}

const beWithoutTo: Loss = {
  name: 'be-without-to',
  example: '"Our aim – is save – lives" of "Our aim is to heal people and save lives": an infinitive right behind "is".',
  holds: (grammar, { predicate: { tokens, supplied } }) =>
    supplied === null && tokens.some((token, place) => /^(?:is|are|was|were|am|['’]s|['’]re|be)$/.test(lower(grammar, token)) && tokenOf(grammar, tokens[place + 1] ?? -1).tag === 'VB' && !/^(?:be|help|.*ing|.*ed)$/.test(lower(grammar, tokens[place + 1] ?? -1)))
}

const modalDoing: Loss = {
  name: 'modal-doing',
  example: '"she – could not reading – it" of "as much as she could, not reading it": a modal takes no participle.',
  holds(grammar, { predicate: { tokens, supplied } }) {
    if (supplied !== null) return false
    const rest = tokens.filter((token) => !/^(?:RB|JJ)/.test(tokenOf(grammar, token).tag))
    return rest.some((token, place) => tokenOf(grammar, token).tag === 'MD' && /^VB[GN]$/.test(tokenOf(grammar, rest[place + 1] ?? -1).tag) && /ing$/.test(lower(grammar, rest[place + 1] ?? -1)))
  }
}

const lostHelper: Loss = {
  name: 'lost-helper',
  example: '"The order – reversed" of "The order is, in a sense, reversed", "the talks – failed" of "Had the talks failed": an auxiliary of the verb is in no part.',
  holds(grammar, { at, subject, predicate: { supplied, verbs, tokens }, rule }, used) {
    if (supplied !== null || rule.includes('shared') || rule.startsWith('copula-clause') || tokens.some((token) => isHelper(grammar, token))) return false
    const from = subject === null ? -1 : lastOf(subject)
    return [...new Set([at, ...verbs])].some((verb) => children(grammar, verb, 'aux', 'aux:pass', 'cop').some((word) => from < word && word < verb && !used.has(word) && isHelper(grammar, word)))
  }
}
const isHelper = (grammar: Grammar, token: number): boolean => /^(?:am|is|are|was|were|has|have|had|do|does|did|m|s|re|ve|['’](?:m|s|re|ve|d|ll))$/.test(lower(grammar, token)) || tokenOf(grammar, token).tag === 'MD'

const whatWas: Loss = {
  name: 'what-was',
  example: '"the old mill – was – its roof gone" of "what was the old mill, its roof gone": the subject stands behind its verb, and "what" before it.',
  holds: (grammar, { at, subject, predicate: { tokens: [first = -1], supplied } }) =>
    supplied === null && subject !== null && first < (subject.tokens[0] ?? -1) && children(grammar, at, 'nsubj', 'nsubj:pass').some((word) => word < first && tokenOf(grammar, word).tag.startsWith('W'))
}

const notThis: Loss = {
  name: 'not-this',
  example: '"not a guest – has to wait" of "as members, not guests who have to wait": the subject is what something is not.',
  holds(grammar, { subject, predicate: { supplied } }) {
    const [first = -1] = subject?.tokens ?? []
    return supplied === null && subject !== null && lower(grammar, first) === 'not' && !/^(?:all|every(?:one|body|thing)?|many|each|a|an|one|even|only|just|enough|much|any|that|so|doing|being|having)$|ing$/.test(lower(grammar, first + 1))
  }
}

const chanceInBrackets: Loss = {
  name: 'number-in-brackets',
  example: '"the day – [is] – 40% chance" of "cloudy for most of the day (40% chance)", "Ada Lind – [is] – \'Songs of Ice\'" of "Ada Lind (\'Songs of Ice\')": in brackets, a share is not what the noun is, nor a book its author.',
  holds(grammar, { subject, object, predicate: { supplied }, rule }) {
    if (subject === null || object === null || supplied === null || rule !== 'apposition') return false
    const [first = -1] = object.tokens
    if (![1, 2].some((step) => /^[([]$|^-LRB-$/.test(lower(grammar, first - step)))) return false
    const isQuoted = /^["“”'‘`]+$/.test(lower(grammar, first)) || /^["“'‘`]+$/.test(lower(grammar, first - 1))
    return object.tokens.some((token) => lower(grammar, token) === '%' || lower(grammar, token) === 'percent') || (isQuoted && tokenOf(grammar, subject.head).name.endsWith('Person')) || object.tokens.some((token) => /^\W+$/.test(lower(grammar, token)) && /[()]/.test(lower(grammar, token)) && lower(grammar, token).length > 1)
  }
}

/** Nouns that a plural verb may follow. */
const groups = /^(?:majority|number|team|police|staff|group|couple|family|crew|government|public|pair|rest|half|part|lot|percent|%|cent|variety|series|range|board|committee|crowd|audience|minority|handful|dozen|hundred|thousand|million|people|media|data|army|company|band|all|none|some|any|most|what|who|that|which|party|side|generation|youth|opposition|press|cabinet|council|parliament|management|jury|population|enemy|community|faculty|duo|trio|quarter|third|fifth|tenth|plenty|bulk|remainder|proportion|share|percentage|cattle|poultry|folk|total|average|host|array|string|spate|sort|kind|type|set|mix|combination|bunch|fraction)$/

const oneAreMany: Loss = {
  name: 'one-are-many',
  example: '"The fear of floods – are – a pretext" of "the fear of floods are …": number of subject and verb do not fit, so the subject is another, or the sentence a slip.',
  holds(grammar, { subject, at, predicate: { tokens: [first = -1], supplied, opening }, rule }) {
    if (subject === null || supplied !== null || opening !== null || rule !== 'copula' || first < subject.head || !/^(?:are|were)$/.test(lower(grammar, first))) return false
    const { tag, lemma, name } = tokenOf(grammar, subject.head)
    if (tag !== 'NN' || name !== 'O' || groups.test(lemma) || /s$/.test(lower(grammar, subject.head)) || child(grammar, at, 'mark') !== null) return false
    return child(grammar, subject.head, 'conj') === null && child(grammar, subject.head, 'nummod', 'nmod:poss') === null && children(grammar, subject.head, 'nmod').length > 0 && !subject.tokens.some((token) => /^(?:and|or|nor|&)$/.test(lower(grammar, token)))
  }
}

const withMeDoing: Loss = {
  name: 'with-me-doing',
  example: '"He – wrote – without me" of "He wrote without me ever answering": what comes behind the preposition does something, and that is left out.',
  holds: (grammar, { complements }, used) =>
    complements.some(({ kind, marker, phrase }) => {
      if (kind !== 'oblique' || marker.length !== 1 || !/^(?:with|without|despite)$/.test(lower(grammar, marker[0] ?? -1))) return false
      let next = lastOf(phrase) + 1
      while (tokenOf(grammar, next).tag === 'RB' && !used.has(next)) next++
      return tokenOf(grammar, next).tag === 'VBG' && !used.has(next) && isSameSentence(grammar, next, next - 1) && tokenOf(grammar, next).relation !== 'case'
    })
}

const itTurnsOut: Loss = {
  name: 'it-turns-out',
  example: '"it – turns out – without reason" of "Not without reason, it turns out.": a turn of speech.',
  holds: (grammar, { subject, object, predicate: { verbs, supplied } }) => supplied === null && object === null && subject !== null && lower(grammar, subject.head) === 'it' && tokenOf(grammar, verbs.at(-1) ?? -1).lemma === 'turn' && lower(grammar, (verbs.at(-1) ?? -1) + 1) === 'out'
}

const andIn: Loss = {
  name: 'and-in',
  example: '"We – have – land and in the end" of "We have land and in the end we build": behind "and" a preposition opens the next clause.',
  holds: (grammar, { object, rule, predicate: { supplied } }) =>
    supplied === null && object !== null && !rule.startsWith('copula') && object.tokens.some((token, place) => /^(?:and|but|or)$/.test(lower(grammar, token)) && tokenOf(grammar, object.tokens[place + 1] ?? -1).tag === 'IN' && object.tokens[place + 1] === token + 1 && !object.tokens.slice(0, place).some((before) => /^(?:IN|TO)$/.test(tokenOf(grammar, before).tag)))
}

const needed = /^(?:need|require|want|intend|mean|hope)$/

const onlyNeeded: Loss = {
  name: 'only-needed',
  example: '"skills – needed – on board" of "the gap between skills taught and skills needed on board": a participle of need says which ones, and nothing of them.',
  holds: (grammar, { rule, predicate: { verbs }, complements }) =>
    rule.endsWith('+participle-antecedent') && verbs.some((verb) => needed.test(tokenOf(grammar, verb).lemma)) && !complements.some(({ marker }) => lower(grammar, marker[0] ?? -1) === 'by')
}

const ofAPlan: Loss = {
  name: 'participle-of-a-plan',
  example: '"rules – based – on trust" of "It is wise to write rules based on trust", "a village – loaded – with debt" of "in the case of a village loaded with debt": there are none as yet.',
  holds(grammar, { rule, at, subject, complements }) {
    if (!rule.endsWith('+participle-antecedent') || subject === null || tokenOf(grammar, at).tag === 'VBD') return false
    if (complements.some(({ marker, phrase }) => lower(grammar, marker[0] ?? -1) === 'by' || tokenOf(grammar, phrase.head).name.endsWith('Date'))) return false
    if (tokenOf(grammar, subject.head).name !== 'O') return false
    const { head, relation } = tokenOf(grammar, subject.head)
    if (head === null || tokenOf(grammar, at).tag !== 'VBN' || !/^(?:obj|nmod|xcomp)$/.test(relation)) return false
    if (tokenOf(grammar, head).tag.startsWith('NN')) return /^(?:case|event|example|instance|idea|notion|kind|sort|type)$/.test(tokenOf(grammar, head).lemma)
    return tokenOf(grammar, head).tag.startsWith('VB') && moodOf(grammar, head) !== 'stated'
  }
}

const gapOfAnd = (grammar: Grammar, tokens: readonly number[], used: ReadonlySet<number>): boolean =>
  tokens.some((token, place) => place + 1 < tokens.length && tokens[place + 1] === token + 2 && !used.has(token + 1) && /^(?:and|or|nor)$/.test(lower(grammar, token + 1)))

const lostAnd: Loss = {
  name: 'lost-and',
  example: '"in a long a bitter way" of "in a long or a bitter way": the "or" between two words of a part is lost.',
  holds: (grammar, draft: Draft, used) => draft.predicate.supplied === null && (phrasesOf(draft).some(({ tokens }) => gapOfAnd(grammar, tokens, used)) || draft.complements.some(({ marker }) => gapOfAnd(grammar, marker, used)))
}

const whatOurs: Loss = {
  name: 'what-ours-is',
  example: '"what our goal – was" of "They know what our goal was": it is asked, not said.',
  holds: (grammar, { subject, predicate: { supplied, tokens: [verb = -1] } }) =>
    supplied === null && subject !== null && /^(?:what|how|which)$/.test(lower(grammar, subject.tokens[0] ?? -1)) && /^(?:PRP\$|DT|NNP)$/.test(tokenOf(grammar, subject.tokens[1] ?? -1).tag) && verb === lastOf(subject) + 1
}

const thatAll: Loss = {
  name: 'that-all',
  example: '"all – changed" of "That all changed in May", "that – is – ruin" of "a crash (that is, ruin)": half of a turn of speech.',
  holds(grammar, { subject, rule, predicate: { tokens, supplied } }, used) {
    if (subject === null || supplied !== null || subject.tokens.length !== 1) return false
    const before = lower(grammar, subject.head - 1)
    if (/^(?:all|both)$/.test(lower(grammar, subject.head))) return /^(?:that|this|it|these|those)$/.test(before) && !used.has(subject.head - 1)
    return rule === 'copula' && lower(grammar, subject.head) === 'that' && /^(?:,|\(|-lrb-|–|—)$/.test(before) && lower(grammar, (tokens.at(-1) ?? -2) + 1) === ','
  }
}

const hadItDone: Loss = {
  name: 'had-it-done',
  example: '"the law – had changed" of "The king had the law changed": somebody had it done.',
  holds(grammar, { subject, predicate: { tokens: [first = -1], supplied } }) {
    if (subject === null || supplied !== null || !/^(?:had|has|have|got|gets)$/.test(lower(grammar, first)) || (subject.tokens[0] ?? -1) < first) return false
    return /^(?:NN|PRP)/.test(tokenOf(grammar, first - 1).tag) && isSameSentence(grammar, first - 1, first)
  }
}

const placeOfPlace: Loss = {
  name: 'place-behind-comma',
  example: '"the Skerries – [is] – Norland" of "in the Skerries, Norland": where it lies, and not what it is.',
  holds: (grammar, { rule, subject, object }) =>
    rule === 'apposition' && subject !== null && object !== null && tokenOf(grammar, subject.head).name.endsWith('Location') && object.tokens.every((token) => tokenOf(grammar, token).name.endsWith('Location'))
}

const leadsDoing: Loss = {
  name: 'leads-doing',
  example: '"a void – led gaining – land" of "a void that led to rebels gaining land": between the verbs stands who does it.',
  holds: (grammar, { predicate: { tokens, supplied } }) => supplied === null && tokens.some((token, place) => tokenOf(grammar, token).lemma === 'lead' && tokenOf(grammar, tokens[place + 1] ?? -1).tag === 'VBG')
}

const forOne: Loss = {
  name: 'for-one',
  example: '"The isle – has – many names – for one" of "has many names – Norby for one": of an example that is in no part.',
  holds: (grammar, { complements }) => complements.some(({ marker, phrase }) => lower(grammar, marker[0] ?? -1) === 'for' && phrase.tokens.length === 1 && lower(grammar, phrase.head) === 'one')
}

export const lostReadings: readonly Loss[] = [whatOurs, thatAll, hadItDone, placeOfPlace, leadsDoing, forOne, asAsThey, beWithoutTo, modalDoing, lostHelper, whatWas, notThis, chanceInBrackets, oneAreMany, withMeDoing, itTurnsOut, andIn, onlyNeeded, ofAPlan, lostAnd]

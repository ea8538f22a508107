import { indexesOf } from '../../tree.js'
import { lastOf, phrasesOf, type Draft, type Phrase } from './draft.js'
import { child, children, isSameSentence, lower, tokenOf, type Grammar } from './grammar.js'
import type { Loss } from './whole.js'

/** Signs that a part of a claim breaks off where the text goes on. */

const thatWithoutVerb: Loss = {
  name: 'that-without-verb',
  example: '"Lind – shares – the notion that a mayor" of "the notion that a mayor, or two, would do": a clause inside of a part has lost its verb.',
  holds: (grammar, draft) =>
    phrasesOf(draft).some(({ tokens }) => {
      const that = tokens.findIndex((token) => lower(grammar, token) === 'that' && tokenOf(grammar, token).tag === 'IN')
      return 0 < that && !tokens.slice(that).some((token) => /^(?:VB|MD)/.test(tokenOf(grammar, token).tag))
    })
}

const halfWord: Loss = {
  name: 'half-a-word',
  example: '"4len – won" of "G1⁄4len won": a part begins in the middle of a word.',
  holds: (grammar, draft, used) =>
    phrasesOf(draft).some(({ tokens: [first = -1] }) => {
      const before = tokenOf(grammar, first - 1)
      return before.end === tokenOf(grammar, first).start && first !== 0 && !used.has(first - 1) && /[\p{L}\p{N}⁄]$/u.test(before.text)
    })
}

const listBreaksOff: Loss = {
  name: 'list-breaks-off',
  example: '"Norland – lacks – standards, incentives" of "lacks standards, incentives, and means to improve": a list has lost its last member.',
  holds(grammar, { subject, object, complements, predicate }, used) {
    return [subject, object, ...complements.map(({ phrase }) => phrase)].some((phrase) => {
      if (phrase === null || predicate.supplied !== null) return false
      const joined = children(grammar, phrase.head, 'conj').filter((member) => phrase.tokens.includes(member))
      const hasAnd = phrase.tokens.some((token) => tokenOf(grammar, token).tag === 'CC')
      const next = lastOf(phrase) + 1
      const goesOn = [next, next + 1].some((index) => /^(?:and|or)$/.test(lower(grammar, index)) && !used.has(index) && (/^(?:NN|JJ|DT|CD|PRP\$|VBG)/.test(tokenOf(grammar, index + 1).tag) || (tokenOf(grammar, index + 1).relation === 'conj' && phrase.tokens.includes(tokenOf(grammar, index + 1).head ?? -1))) && (index === next || lower(grammar, next) === ',')) || (lower(grammar, next) === ',' && phrase === subject && !predicate.tokens.includes(next + 1))
      return 0 < joined.length && !hasAnd && goesOn && isSameSentence(grammar, lastOf(phrase), next) && !endsClause(grammar, phrase, joined)
    })
  }
}

/** A title or an aside behind a comma is no list: "Lind, the mayor, and Berg". */
const endsClause = (grammar: Grammar, { tokens }: Phrase, joined: readonly number[]): boolean => !tokens.some((token, place) => 0 < place && lower(grammar, token) === ',' && (joined[0] ?? 0) > (tokens[place - 1] ?? 0))

const subjectGoesOn: Loss = {
  name: 'subject-goes-on',
  example: '"Their disputes about ports – became – one of the issues" of "Their disputes about ports, fish and other things became": between subject and predicate there is nothing but the rest of a list.',
  holds(grammar, { subject, predicate: { tokens: [verb = -1], supplied } }, used) {
    if (subject === null || supplied !== null || verb < lastOf(subject) || 12 < verb - lastOf(subject)) return false
    let joins = false
    for (let index = lastOf(subject) + 1; index < verb; index++) {
      const { tag } = tokenOf(grammar, index)
      if (used.has(index) || !/^(?:,|CC|NN|JJ|DT|CD|PRP\$|HYPH|VBG)/.test(tag)) return false
      if (/^(?:and|or|&)$/.test(lower(grammar, index))) joins = true
    }
    return joins && /^NN/.test(tokenOf(grammar, verb - 1).tag) && tokenOf(grammar, lastOf(subject) + 1).tag === ','
  }
}

const gerundBefore: Loss = {
  name: 'gerund-before',
  example: '"the nomination – is – out of reach" of "Clinching the nomination is out of reach": the deed that is the subject stands before it.',
  holds(grammar, draft, used) {
    const { subject, predicate } = draft
    const before = (subject?.tokens[0] ?? 0) - 1
    return subject !== null && predicate.supplied === null && 0 <= before && isSameSentence(grammar, before, before + 1) && !isSameSentence(grammar, before, before - 1) && !used.has(before) && (tokenOf(grammar, before).tag.startsWith('NN') || (tokenOf(grammar, before).head === draft.at && !tokenOf(grammar, before).relation.startsWith('advcl')) || tokenOf(grammar, before).tag === 'VBG') && /^\p{Lu}\p{L}+ing$/u.test(tokenOf(grammar, before).text) && !/^(?:during|including|following|according|regarding|concerning|nothing|everything|considering)$/.test(lower(grammar, before))
  }
}

const allHasToDo: Loss = {
  name: 'all-one-has-to-do',
  example: '"All Norland – has to do – is wait" of "All Norland has to do is wait.": the clause is the subject of "is".',
  holds: (grammar, { predicate: { tokens, supplied } }) => supplied === null && lower(grammar, tokens.at(-1) ?? -1) === 'do' && /^(?:is|was)$/.test(lower(grammar, (tokens.at(-1) ?? -2) + 1))
}

const endsInBe: Loss = {
  name: 'ends-in-be',
  example: '"They – make out – him – to be" of "the tyrant they make him out to be": what he is stands before the clause.',
  holds: (grammar, { complements }) => complements.some(({ kind, phrase }) => kind === 'clause' && /^(?:be|being|been)$/.test(lower(grammar, lastOf(phrase))))
}

const naming = /^(?:dub|label|term|deem|brand|nickname|christen|entitle)$/

const calledWhat: Loss = {
  name: 'called-what',
  example: '"they – call – a kiosk" of "the machine, which they call a kiosk": what is called so is in no part.',
  holds(grammar, { predicate: { verbs, passive }, object, complements, at }) {
    const verb = verbs.at(-1) ?? -1
    if (passive || object === null || complements.some(({ kind }) => kind === 'recipient' || kind === 'clause') || complements.some(({ marker }) => marker.some((mark) => lower(grammar, mark) === 'as'))) return false
    if (naming.test(tokenOf(grammar, verb).lemma)) return true
    const isRelative = /^(?:acl|advcl)/.test(tokenOf(grammar, at).relation) && [1, 2, 3, 4].some((step) => /^(?:which|what|whom|who|that)$/.test(lower(grammar, verb - step)))
    return /^(?:call|name)$/.test(tokenOf(grammar, verb).lemma) && isRelative && verb < object.head
  }
}

const freeRelative: Loss = {
  name: 'what-one-does',
  example: '"it – means to be – mayor" of "what it means to be mayor": the object is the "what" before it.',
  holds(grammar, { at, subject, object }) {
    const { relation, head } = tokenOf(grammar, at)
    if (head === null || !/^(?:acl|advcl)/.test(relation) || !/^what(?:ever)?$/.test(lower(grammar, head)) || subject === null) return false
    return head < (subject.tokens[0] ?? 0) && (subject.tokens[0] ?? 0) - head < 3 && object?.head !== head
  }
}

const ofWhatCharge: Loss = {
  name: 'of-what-charge',
  example: '"Norland – accuses – Lind" of "Norland accuses Lind of theft": without its "of" the verb says too little.',
  holds(grammar, { predicate: { verbs, passive }, object, complements }, used) {
    const verb = tokenOf(grammar, verbs.at(-1) ?? -1)
    if (!passive && object === null && !complements.some(({ kind }) => kind === 'recipient') && /^(?:accuse|deprive|rob|acquit|absolve|convince|notify|assure)$/.test(verb.lemma)) return true
    if (!/^(?:accuse|suspect|convict|deprive|rob|rid|strip|acquit|absolve|convince|remind|notify|assure|warn|inform|persuade)$/.test(verb.lemma)) return false
    if (complements.some(({ kind }) => kind !== 'adverb') || (object !== null && object.tokens.some((token) => lower(grammar, token) === 'of' && (verbs.at(-1) ?? 0) < token))) return false
    const from = passive ? (verbs.at(-1) ?? 0) + 1 : (object ? lastOf(object) + 1 : -1)
    return /^(?:accuse|deprive|rob|rid|strip)$/.test(verb.lemma) || [0, 1].some((step) => /^(?:of|that)$/.test(lower(grammar, from + step)) && !used.has(from + step))
  }
}

const betweenWhat: Loss = {
  name: 'between-what',
  example: '"sales – fell – by between a quarter" of "fell by between a quarter and a third": one end of a span.',
  holds: (grammar, { complements, object }, used) =>
    [...complements, ...(object ? [{ marker: [], phrase: object }] : [])].some(({ marker, phrase }) => {
      const words = [...marker, ...phrase.tokens]
      const next = lastOf(phrase) + 1
      return words.some((token) => lower(grammar, token) === 'between') && !words.some((token) => tokenOf(grammar, token).tag === 'CC') && lower(grammar, next) === 'and' && !used.has(next)
    })
}

const likened = /^(?:image|view|vision|portrait|portrayal|reputation|description|depiction|idea|perception|record|role|status|credentials|characterization)$/
const seeing = /^(?:see|view|regard|describe|treat|portray|cast|define|depict|perceive|recognize|dismiss|characterize|brand|denounce|paint|present|hail|reject|tout)$/

const asSuch: Loss = {
  name: 'as-such',
  example: '"Lind – fights – the image of Berg" of "fights the image of Berg as a tyrant", "a report that treats ports" of "a report that treats ports as a toy": an "as" that belongs to a noun or verb inside of a part is lost.',
  holds: (grammar, draft, used) =>
    phrasesOf(draft).some((phrase) => {
      const next = lastOf(phrase) + 1
      if (lower(grammar, next) !== 'as' || used.has(next) || lower(grammar, next + 1) === 'well' || tokenOf(grammar, next + 1).tag === 'PRP' || !isSameSentence(grammar, next - 1, next) || child(grammar, tokenOf(grammar, next).head ?? -1, 'nsubj', 'nsubj:pass') !== null) return false
      return phrase.tokens.some((token) => likened.test(tokenOf(grammar, token).lemma) || (tokenOf(grammar, token).tag.startsWith('VB') && seeing.test(tokenOf(grammar, token).lemma)))
    })
}

const atAll: Loss = {
  name: 'if-at-all',
  example: '"They – have met – him – recently" of "They have met him only recently, if at all": what takes it back is left out.',
  holds(grammar, draft: Draft, used) {
    const next = Math.max(draft.at, ...draft.predicate.tokens, ...phrasesOf(draft).map(lastOf)) + 1
    return [next, next + 1].some((index) => lower(grammar, index) === 'if' && !used.has(index) && /^(?:at|any|ever|anything|only|not)$/.test(lower(grammar, index + 1)))
  }
}

const toWhom: Loss = {
  name: 'gives-what',
  example: '"Norland – owes – to Lind" of "the debt, said to be large, Norland owes to Lind": a verb that gives something, without what it gives.',
  holds: (grammar, { predicate: { verbs, passive, supplied, tokens }, object, complements }) =>
    supplied === null && !passive && object === null && ((/^(?:ask|demand|expect|require)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma) && complements.every(({ kind, marker }) => kind === 'adverb' || lower(grammar, marker[0] ?? -1) === 'of') && complements.some(({ kind }) => kind === 'oblique')) ||
    (/^(?:owe|attribute|impose|inflict|bestow|allot|grant|entrust|assign|ascribe|devote|donate|lend|hand|award|dedicate)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma) && !complements.some(({ kind, marker }) => kind === 'clause' && marker.every((mark) => lower(grammar, mark) === 'that')) && !tokens.some((token) => tokenOf(grammar, token).relation === 'compound:prt') && complements.some(({ marker }) => marker.some((mark) => /^(?:to|on|upon)$/.test(lower(grammar, mark))))))
}

const cleft: Loss = {
  name: 'cleft',
  example: '"It – was – research into ports" of "It was research into ports that led her there": the other half says what of it.',
  holds(grammar, { rule, subject, object }, used) {
    if (!rule.startsWith('copula') || subject === null || object === null || lower(grammar, subject.head) !== 'it' || subject.tokens.length !== 1) return false
    const next = lastOf(object) + 1
    return /^(?:that|who)$/.test(lower(grammar, next)) && !used.has(next) && isSameSentence(grammar, next - 1, next) && (lower(grammar, next) === 'who' || !tokenOf(grammar, object.head).tag.startsWith('JJ'))
  }
}

const prepositions = /^(?:about|above|across|along|among|around|at|behind|below|beyond|near|inside|off|outside|past|throughout|after|before|by|from|for|into|of|on|over|through|to|under|upon|with|within|without|during|against|between|toward|towards)$/

const noPreposition: Loss = {
  name: 'preposition-left-out',
  example: '"I – made – a comment – the harbour" of "I made a comment about the harbour": the word that ties a part to the verb is in no part.',
  holds(grammar, { object, complements, predicate: { tokens, supplied }, at }, used) {
    const first = tokens[0] ?? at
    const isRelative = /^(?:acl|advcl)/.test(tokenOf(grammar, at).relation)
    const parts = [...(object ? [object] : []), ...complements.flatMap(({ marker, phrase, kind }) => (marker.length === 0 && kind !== 'clause' ? [phrase] : []))]
    return supplied === null && parts.some(({ head, tokens: [start = -1] }) => {
      const before = tokenOf(grammar, start - 1)
      return (first < start || !isRelative) && !used.has(start - 1) && isSameSentence(grammar, start - 1, start) && /^(?:IN|TO)$/.test(before.tag) && before.relation !== 'compound:prt' && prepositions.test(lower(grammar, start - 1)) && !tokenOf(grammar, head).name.endsWith('Date')
    })
  }
}

const innerGap: Loss = {
  name: 'inner-gap',
  example: '"They – won – 49 the seats" of "won 49 out of the seats": a preposition within a part is left out.',
  holds: (grammar, draft, used) =>
    phrasesOf(draft).some(({ tokens }) =>
      tokens.some((token, place) => {
        const before = tokens[place - 1]
        if (before === undefined || before === token - 1 || token - before > 4) return false
        return indexesOf({ from: before + 1, to: token }).every((index) => /^(?:IN|TO|RP)$/.test(tokenOf(grammar, index).tag) && !used.has(index))
      })
    )
}

const bareNumber: Loss = {
  name: 'of-what-number',
  example: '"Berg – has – 129" of "Lind has 370 votes, Berg has 129": what is counted is in another clause.',
  holds: (grammar, { object, complements, predicate: { verbs } }) =>
    object !== null && object.tokens.every((token) => tokenOf(grammar, token).tag === 'CD') && /^(?:have|get|receive)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma) && !complements.some(({ marker }) => lower(grammar, marker[0] ?? -1) === 'of')
}

const whatSubject: Loss = {
  name: 'what-of',
  example: '"what set of powers – will be – a question" of "what set of powers she will have will be a question": the clause that is the subject has lost its verb.',
  holds(grammar, { subject, predicate: { tokens: [verb = -1], supplied } }) {
    if (subject === null || supplied !== null || subject.tokens.length < 2 || !/^(?:what|whatever|whichever)$/.test(lower(grammar, subject.tokens[0] ?? -1))) return false
    return indexesOf({ from: lastOf(subject) + 1, to: verb }).some((index) => /^(?:VB|MD)/.test(tokenOf(grammar, index).tag))
  }
}

const youAll: Loss = {
  name: 'you-all',
  example: '"all – have – an idea" of "you all have an idea": of whom it is all stands before it.',
  holds: (grammar, { subject }, used) => subject !== null && subject.tokens.length === 1 && /^(?:all|both|each)$/.test(lower(grammar, subject.head)) && /^(?:you|we|they|us|them)$/.test(lower(grammar, subject.head - 1)) && !used.has(subject.head - 1)
}

const seenDoing: Loss = {
  name: 'seen-doing',
  example: '"we – watch – the envoys" of "we watch the envoys calmly signing the pact": what they are seen to do is left out.',
  holds(grammar, { object, predicate: { verbs } }, used) {
    const verb = verbs.at(-1) ?? -1
    if (object === null || !/^(?:watch|hear|catch|picture|spot|overhear)$/.test(tokenOf(grammar, verb).lemma) || object.head < verb) return false
    let next = lastOf(object) + 1
    while (tokenOf(grammar, next).tag === 'RB' && !used.has(next)) next++
    return tokenOf(grammar, next).tag === 'VBG' && !used.has(next) && isSameSentence(grammar, next, verb)
  }
}

const sharedWithObject: Loss = {
  name: 'shared-with-object',
  example: '"The port – will enable to collect – fees" of "will enable Norland to land, collect fees": it is the object that does the second thing.',
  holds(grammar, { rule, at, predicate: { tokens } }) {
    const first = tokenOf(grammar, at).head ?? -1
    const governor = tokenOf(grammar, first).head ?? -1
    if (!rule.endsWith('+shared-subject') || tokenOf(grammar, first).relation !== 'xcomp' || !tokens.includes(governor)) return false
    return children(grammar, governor, 'obj', 'iobj').some((object) => governor < object && object < first) && !/^(?:promise|threaten)$/.test(tokenOf(grammar, governor).lemma)
  }
}

const objectBetween: Loss = {
  name: 'object-between',
  example: '"the ministry – ask to act" of "groups ask the ministry to act": who shall act stands as the one who asks.',
  holds(grammar, { subject, predicate: { tokens: [first = -1, ...rest], supplied } }) {
    const { tag, lemma } = tokenOf(grammar, first)
    return subject !== null && supplied === null && /^VB[DPZ]$/.test(tag) && !/^(?:be|have|do)$/.test(lemma) && first < (subject.tokens[0] ?? 0) && lastOf(subject) < (rest.at(-1) ?? -1)
  }
}

const notBoth: Loss = {
  name: 'not-both',
  example: '"You – cannot rest" of "You cannot run all day and rest": it is denied of both together, not of the second.',
  holds(grammar, { rule, predicate: { tokens }, at }) {
    if (!rule.endsWith('+shared-subject')) return false
    const first = tokenOf(grammar, at).head ?? at
    const isShared = tokens.some((token) => token < first && grammar.words.negators.has(lower(grammar, token)))
    // "will not come and see": one deed.
    if (/^(?:come|go|try|be)$/.test(tokenOf(grammar, first).lemma) && at - first < 3) return false
    return isShared && children(grammar, at, 'cc').some((word) => lower(grammar, word) === 'and')
  }
}

export const lostEnds: readonly Loss[] = [thatWithoutVerb, halfWord, listBreaksOff, subjectGoesOn, gerundBefore, allHasToDo, endsInBe, betweenWhat, calledWhat, freeRelative, ofWhatCharge, asSuch, atAll, toWhom, cleft, objectBetween, noPreposition, innerGap, bareNumber, whatSubject, youAll, seenDoing, sharedWithObject, notBoth]

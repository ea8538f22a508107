import { lastOf, leftBehind, partsOf, phrasesOf } from './draft.js'
import { child, children, isSameSentence, lower, tokenOf, type Grammar } from './grammar.js'
import type { Loss } from './whole.js'

/** Signs at the edges of a claim's parts that the text says more, or less, than they do. */

const verbBetween: Loss = {
  name: 'verb-between',
  example: '"The debt a student – is – small" of "The debt a student has is small", "The aim – to be – kind" of "The aim was to be kind": a finite verb between subject and predicate is in no part.',
  holds(grammar, { subject, predicate: { tokens: [verb = -1], supplied }, rule }, used) {
    const next = subject === null ? -1 : lastOf(subject) + 1
    return subject !== null && supplied === null && !rule.includes('+') && next < verb && verb - next < 4 && !used.has(next) && /^\p{L}/u.test(tokenOf(grammar, next).text) && /^(?:VB[DZP]|MD)$/.test(tokenOf(grammar, next).tag)
  }
}

const objectAbove: Loss = {
  name: 'object-above',
  example: '"the speaker – reeled off" of "her plans, which the speaker reeled off", "Lind – used to call" of "the phone which Lind used to call": what the pronoun before the subject stands for is in no part.',
  holds(grammar, draft, used) {
    const { subject, object, predicate: { passive, supplied }, rule } = draft
    const first = subject?.tokens[0] ?? -1
    if (subject === null || supplied !== null || passive || object !== null || rule.startsWith('copula') || rule.startsWith('existential') || rule.includes('+')) return false
    const before = /^["“”'‘’`]+$/.test(tokenOf(grammar, first - 1).text) ? first - 2 : first - 1
    if (used.has(before) || !isSameSentence(grammar, before, first)) return false
    if (!/^(?:which|whom)$/.test(lower(grammar, before)) && !(lower(grammar, before) === 'that' && tokenOf(grammar, before).tag === 'WDT')) return false
    return tokenOf(grammar, before - 1).tag !== 'IN' && phrasesOf(draft).every(({ tokens: [start = -1] }) => first <= start)
  }
}

const inBrackets: Loss = {
  name: 'subject-in-brackets',
  example: '"57 percent – comes – from Lund" of "more than half of her support (57 percent) comes from Lund": the subject proper stands before the bracket.',
  holds: (grammar, { subject, predicate: { tokens: [verb = -1], supplied } }, used) =>
    subject !== null && supplied === null && /^NN|^CD$|^%$/.test(tokenOf(grammar, (subject.tokens[0] ?? 0) - 2).tag) && /^\($|^-LRB-$/.test(tokenOf(grammar, (subject.tokens[0] ?? 0) - 1).text) && !used.has((subject.tokens[0] ?? 0) - 1) && /^\)$|^-RRB-$/.test(tokenOf(grammar, lastOf(subject) + 1).text) && lastOf(subject) < verb
}

const bareArticle: Loss = {
  name: 'bare-article',
  example: '"The players – go – to the", "it – leads – into national" of a line that breaks off: a part is only an article, or an adjective without its noun at the end of the line.',
  holds: (grammar, { object, complements }) =>
    [...(object ? [object] : []), ...complements.filter(({ kind }) => kind === 'oblique').map(({ phrase }) => phrase)].some((phrase) => {
      const last = lastOf(phrase)
      if (phrase.tokens.length === 1 && /^(?:the|an?)$/.test(lower(grammar, last))) return true
      return tokenOf(grammar, last).tag === 'JJ' && last === phrase.head && phrase.tokens.length === 1 && object !== phrase && !isSameSentence(grammar, last, last + 1)
    })
}

const conditionInside: Loss = {
  name: 'condition-inside',
  example: '"We – ask – that the gate should stay open" of "We ask that the gate, if you come by sea, should stay open": a condition within a clause was left out of it.',
  holds: (grammar, { complements }, used) =>
    complements.some(({ kind, phrase: { tokens } }) => kind === 'clause' && tokens.some((token, place) => {
      const before = tokens[place - 1]
      if (before === undefined || before === token - 1) return false
      for (let index = before + 1; index < token; index++) if (/^(?:if|unless|only)$/.test(lower(grammar, index)) && !used.has(index)) return true
      return false
    }))
}

const cannotBoth: Loss = {
  name: 'cannot-both',
  example: '"You – can\'t come – late" of "You can\'t come late and expect a seat": both together are denied, not each.',
  holds: (grammar, { predicate: { tokens, verbs } }) =>
    tokens.some((token) => /^(?:can|ca|cannot)$/.test(lower(grammar, token))) && tokens.some((token) => /^(?:not|n['’]t|cannot)$/.test(lower(grammar, token))) &&
    verbs.some((verb) => children(grammar, verb, 'conj').some((joined) => verb < joined && /^VBP?$/.test(tokenOf(grammar, joined).tag) && children(grammar, joined, 'cc').some((word) => lower(grammar, word) === 'and') && child(grammar, joined, 'nsubj', 'aux') === null))
}

const rangesFrom: Loss = {
  name: 'ranges-from',
  example: '"matters – ranging – from the harbour" of "matters ranging from the harbour and its fees to the schools": what ranges so far says nothing.',
  holds: (grammar, { rule, predicate: { verbs } }) => rule.includes('+participle') && tokenOf(grammar, verbs.at(-1) ?? -1).lemma === 'range'
}

const initialOnly: Loss = {
  name: 'initial-only',
  example: '"S. government – should pay" where "U." ended the sentence before: half of an abbreviation.',
  holds: (grammar, { subject, object, predicate: { supplied } }) =>
    [subject, ...(supplied === null ? [] : [object])].some((phrase) => {
      const first = phrase?.tokens[0] ?? -1
      return /^\p{Lu}\.?$/u.test(tokenOf(grammar, first).text) && !isSameSentence(grammar, first, first - 1) && /^\p{Lu}\.?$/u.test(tokenOf(grammar, first - 1).text === '.' ? tokenOf(grammar, first - 2).text : tokenOf(grammar, first - 1).text)
    })
}

const asOneSays: Loss = {
  name: 'as-one-says',
  example: '"her father – dreamed" of "She became mayor, as her father dreamed": what he dreamed is the other clause.',
  holds: (grammar, { at, object, complements, predicate: { passive } }) =>
    object === null && !passive && complements.every(({ kind }) => kind === 'adverb') && tokenOf(grammar, at).relation === 'advcl' && children(grammar, at, 'mark').some((mark) => lower(grammar, mark) === 'as') &&
    /^(?:dream|hope|expect|plan|promise|predict|wish|fear|say|claim|imagine|intend|warn|believe|suggest|argue|think|know|note|put|want)$/.test(tokenOf(grammar, at).lemma)
}

const devotedTo: Loss = {
  name: 'devoted-what',
  example: '"she – devoted to mending – the roof" of "the money she devoted to mending the roof": what she gave is in no part.',
  holds(grammar, { predicate: { verbs, passive, tokens, supplied }, object }) {
    const [verb = -1] = verbs
    return supplied === null && !passive && 1 < verbs.length && /^(?:devote|dedicate|commit|owe|contribute|attribute|credit|limit|reduce)$/.test(tokenOf(grammar, verb).lemma) && tokens.some((token) => verb < token && tokenOf(grammar, token).tag === 'VBG') && !(object !== null && object.head < verb)
  }
}

const hyphenCut: Loss = {
  name: 'hyphen-cut',
  example: '"The plan – is – a one-size-fits" of "a one-size-fits-all": a part breaks off at a hyphen.',
  holds: (grammar, draft, used) =>
    phrasesOf(draft).some((phrase) => {
      const last = lastOf(phrase)
      const hyphen = tokenOf(grammar, last + 1)
      return !used.has(last + 1) && /^[-‐‑]$/.test(hyphen.text) && hyphen.start === tokenOf(grammar, last).end && hyphen.end === tokenOf(grammar, last + 2).start && /^\p{L}/u.test(tokenOf(grammar, last + 2).text) && tokenOf(grammar, last - 1).text === '-'
    })
}

const limiters = /^(?:only|mostly|largely|partly|solely|chiefly|primarily|mainly|exclusively)$/

const limitLeftOut: Loss = {
  name: 'limit-left-out',
  example: '"Lind – spoke – on Monday" of "spoke only on Monday": a word right before a part says that it is all, or not all.',
  holds: (grammar, { complements, predicate: { supplied } }, used) => supplied === null && complements.some(({ marker, phrase: { tokens: [first = -1] }, kind }) => kind !== 'adverb' && [Math.min(first, ...marker) - 1].some((before) => limiters.test(lower(grammar, before)) && !used.has(before) && lower(grammar, before - 1) !== 'not' && isSameSentence(grammar, before, first)))
}

const onlyBehind: Loss = {
  name: 'only-behind-verb',
  example: '"An effort – exists" of "An effort … exists only as a rumour": "only" right behind the predicate is in no part.',
  holds: (grammar, { predicate: { tokens, supplied } }, used) => supplied === null && [(tokens.at(-1) ?? -2) + 1].some((next) => limiters.test(lower(grammar, next)) && !used.has(next) && isSameSentence(grammar, next, next - 1))
}

const soHow: Loss = {
  name: 'so-how',
  example: '"They – were treated" of "They were treated so badly that …": how much is left out.',
  holds: (grammar, { at, predicate: { tokens } }, used) => children(grammar, at, 'advmod').some((word) => at < word && !used.has(word) && tokenOf(grammar, word).tag.startsWith('RB') && /^(?:so|too|as)$/.test(lower(grammar, word - 1)) && word - (tokens.at(-1) ?? at) < 4)
}

const moreThan: Loss = {
  name: 'more-than-what',
  example: '"Norland – gives – them – more room" of "gives them more room than Suderland does": with what it is compared.',
  holds: (grammar, draft, used) =>
    partsOf(draft).some((phrase) => lower(grammar, leftBehind(grammar, phrase, used) ?? -1) === 'than')
}

const orWhat: Loss = {
  name: 'or-what',
  example: '"some – were – absent – because they fell ill" of "because they fell ill or because it rained": one half of an alternative.',
  holds: (grammar, draft, used) =>
    draft.predicate.supplied === null && partsOf(draft).some((phrase) => {
      const next = leftBehind(grammar, phrase, used)
      return next !== null && lower(grammar, next) === 'or' && /^(?:NN|JJ|DT|CD|IN|PRP\$)/.test(tokenOf(grammar, next + 1).tag)
    })
}

const sinceWhen: Loss = {
  name: 'days-since',
  example: '"it – has been – 150 days" of "it has been 150 days since she left", "talks – lasted – until three weeks" of "until three weeks before the vote": from when is left out.',
  holds(grammar, { subject, object, complements, rule }, used) {
    const isCopula = rule.startsWith('copula')
    const spans = [...(object && isCopula ? [{ phrase: object, mark: '' }] : []), ...complements.map(({ phrase, marker }) => ({ phrase, mark: lower(grammar, marker[0] ?? -1) }))]
    return spans.some(({ phrase, mark }) => {
      const next = leftBehind(grammar, phrase, used)
      if (next === null || !/^(?:days?|weeks?|months?|years?|hours?|minutes?|decades?)$/.test(lower(grammar, phrase.head))) return false
      return /^(?:before|after)$/.test(lower(grammar, next)) ? (isCopula && phrase === object) || /^(?:until|till|since|by|to)$/.test(mark) : lower(grammar, next) === 'since' && isCopula && subject !== null && lower(grammar, subject.head) === 'it'
    })
  }
}

const yetTo: Loss = {
  name: 'yet-to',
  example: '"it – is to come" of "it is yet to come": it has not.',
  holds: (grammar, { predicate: { tokens } }, used) => tokens.some((token) => lower(grammar, token + 1) === 'yet' && !used.has(token + 1) && lower(grammar, token + 2) === 'to')
}

const bareObjectNumber: Loss = {
  name: 'how-many-what',
  example: '"Berg – named – six" of "Lind named five judges, while Berg named six", "43 – said – the same" of "86 percent of men …, 43 said the same": the noun is in another clause.',
  holds: (grammar, { object, subject, complements, predicate: { supplied, verbs } }) => supplied === null && !/^(?:be|total|number|score|make|hit|turn|average|reach)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma) && !complements.some(({ marker }) => marker.some((mark) => lower(grammar, mark) === 'of')) && [object, subject].some((phrase) => phrase !== null && phrase.tokens.length === 1 && tokenOf(grammar, phrase.head).tag === 'CD' && /^(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(lower(grammar, phrase.head)))
}

const forOneTo: Loss = {
  name: 'for-one-to',
  example: '"small islands – to pay – such debts" of "It is hard for small islands to pay such debts": nobody says that they do.',
  holds: (grammar, { subject, predicate: { tokens: [first = -1], supplied }, rule }) => subject !== null && supplied === null && !rule.includes('+') && tokenOf(grammar, first).tag === 'TO' && lower(grammar, (subject.tokens[0] ?? 0) - 1) === 'for'
}

const neverBefore: Loss = {
  name: 'never-before',
  example: '"a queen – had signed – a pact" of "Never before had a queen signed a pact": what denies it stands before the verb that was turned, and in no part.',
  holds(grammar, { at, subject, predicate: { tokens: [verb = -1], supplied } }, used) {
    if (subject === null || supplied !== null || (subject.tokens[0] ?? 0) < verb) return false
    return [verb - 1, verb - 2, verb - 3].some((word) => isSameSentence(grammar, word, at) && !used.has(word) && /^(?:never|nowhere|seldom|rarely|hardly|scarcely|neither|nor)$/.test(lower(grammar, word)))
  }
}

const headOfNext: Loss = {
  name: 'head-of-the-next-clause',
  example: '"It – failed – after Norland left the bank and Suderland" of "after Norland left the bank and Suderland joined it": the last noun is the subject of the verb behind it.',
  holds(grammar, draft, used) {
    return phrasesOf(draft).some((phrase) => {
      const last = lastOf(phrase)
      const isVerb = /^(?:VB[DZP]|MD)$/.test(tokenOf(grammar, leftBehind(grammar, phrase, used) ?? -1).tag)
      return isVerb && phrase !== draft.subject && tokenOf(grammar, last).relation === 'conj' && phrase.tokens.includes(tokenOf(grammar, last).head ?? -1) && children(grammar, last, 'cc').length > 0
    })
  }
}

export const lostEdges: readonly Loss[] = [verbBetween, objectAbove, inBrackets, bareArticle, conditionInside, cannotBoth, rangesFrom, initialOnly, asOneSays, devotedTo, hyphenCut, limitLeftOut, onlyBehind, soHow, moreThan, orWhat, sinceWhen, yetTo, bareObjectNumber, forOneTo, neverBefore, headOfNext]

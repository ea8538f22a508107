import { lastOf, leftBehind, phrasesOf } from './draft.js'
import { child, children, isSameSentence, lower, tokenOf, type Grammar } from './grammar.js'
import type { Loss } from './whole.js'

/** Signs that a claim has lost the words that limit it: "just", "both", which of them, from what to what. */

const notJust: Loss = {
  name: 'not-just',
  example: '"It – won\'t be – hot" of "It won\'t just be hot, it will be sandy": more than that is meant, not less.',
  holds: (grammar, { predicate: { tokens } }, used) =>
    tokens.some((token) => /^(?:not|n['’]t)$/.test(lower(grammar, token)) && [1, 2].some((step) => /^(?:just|only|merely|simply)$/.test(lower(grammar, token + step)) && !used.has(token + step)))
}

const notInBoth: Loss = {
  name: 'not-in-both',
  example: '"Nobody – has not won – in Oslo and Lund" of "has not won in both Oslo and Lund": denied of both together.',
  holds(grammar, { predicate: { tokens } }, used) {
    const not = tokens.find((token) => /^(?:not|n['’]t|never)$/.test(lower(grammar, token)))
    if (not === undefined) return false
    for (let index = not + 1; index < not + 12 && isSameSentence(grammar, index, not); index++) if (lower(grammar, index) === 'both' && !used.has(index)) return true
    return false
  }
}

const changes = /^(?:rise|fall|grow|increase|drop|decline|jump|climb|shrink|go|expand|surge|plunge|slip|move|swell|soar|decrease|widen|narrow|shift|change|reduce|cut|raise)$/

const fromWhatToWhat: Loss = {
  name: 'from-what-to-what',
  example: '"The share – rose – from 27 percent" of "rose from 27 percent in the years of the war to 42 percent": one end of a change.',
  holds(grammar, { predicate: { verbs }, complements }, used) {
    const from = complements.find(({ marker, phrase }) => marker.length === 1 && lower(grammar, marker[0] ?? -1) === 'from' && phrase.tokens.some((token) => /^(?:CD|\$)$/.test(tokenOf(grammar, token).tag)))
    if (!from || !changes.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma) || complements.some(({ marker }) => /^(?:to|into)$/.test(lower(grammar, marker[0] ?? -1)))) return false
    const start = lastOf(from.phrase)
    for (let index = start + 1; index < start + 25 && isSameSentence(grammar, index, start); index++) if (lower(grammar, index) === 'to' && !used.has(index) && /^(?:CD|\$|RB|JJR|DT)$/.test(tokenOf(grammar, index + 1).tag)) return true
    return false
  }
}

const forWhomTo: Loss = {
  name: 'for-whom-to',
  example: '"Norland – is applying – for Lind" of "is applying for Lind to be sent home": what shall become of him is left out.',
  holds: (grammar, { complements, object, subject }, used) =>
    [...complements, ...[object, subject].flatMap((phrase) => (phrase ? [{ marker: [], phrase }] : []))].some(({ marker, phrase }) => {
      const next = leftBehind(grammar, phrase, used)
      if (next === null || tokenOf(grammar, next).tag !== 'TO' || tokenOf(grammar, next + 1).tag !== 'VB') return false
      const words = [...marker, ...phrase.tokens]
      const mark = words.findLast((token) => lower(grammar, token) === 'for')
      return mark !== undefined && words.filter((token) => mark < token).every((token) => /^(?:DT|JJ|NN|PRP|CD|POS)/.test(tokenOf(grammar, token).tag))
    })
}

const itIsWhat: Loss = {
  name: 'found-it-hard',
  example: '"Lind – found – it – hard" of "found it hard in 2012 to win": what was hard is left out.',
  holds(grammar, { object, predicate: { verbs } }, used) {
    if (object === null || object.tokens.length !== 1 || lower(grammar, object.head) !== 'it' || !/^(?:find|make|consider|think|deem|believe|call|keep|render)$/.test(tokenOf(grammar, verbs.at(-1) ?? -1).lemma)) return false
    for (let index = object.head + 1; index < object.head + 12 && isSameSentence(grammar, index, object.head); index++) {
      if (/^[,;:]$/.test(tokenOf(grammar, index).tag)) return false
      if ((tokenOf(grammar, index).tag === 'TO' || lower(grammar, index) === 'to') && tokenOf(grammar, index + 1).tag === 'VB' && !used.has(index)) return true
    }
    return false
  }
}

const inOrderTo: Loss = {
  name: 'needed-for-what',
  example: '"Lind – needs – to win Lund" of "needs to win Lund in order to lead": on what the need depends.',
  holds: (grammar, draft, used) =>
    draft.predicate.verbs.some((verb) => /^(?:need|must|require|have)$/.test(tokenOf(grammar, verb).lemma)) &&
    phrasesOf(draft).some((phrase) => lower(grammar, lastOf(phrase) + 1) === 'in' && lower(grammar, lastOf(phrase) + 2) === 'order' && !used.has(lastOf(phrase) + 1))
}

const theOnly: Loss = {
  name: 'the-only-one',
  example: '"The only difference – is – the price" of "The only difference I can see is the price", "It – is not – the first time" of "not the first time Lind left": of what it is the only or the first.',
  holds: (grammar, { subject, object, complements }, used) =>
    [subject, object, ...complements.flatMap(({ kind, phrase }) => (kind === 'oblique' ? [phrase] : []))].some((phrase) => {
      // "the only answer I know" is not all that is known.
      if (phrase !== null && phrase === object && (subject?.tokens[0] ?? -1) === lastOf(phrase) + 1 && phrase.tokens.some((token) => lower(grammar, token) === 'only')) return true
      if (phrase === null || !phrase.tokens.some((token) => token < phrase.head && (/^(?:only|first|last|same|very)$/.test(lower(grammar, token)) || tokenOf(grammar, token).tag === 'JJS'))) return false
      const next = leftBehind(grammar, phrase, used)
      if (next === null || !/^(?:PRP|NN|DT|WDT|WP|IN$)/.test(tokenOf(grammar, next).tag)) return false
      return children(grammar, phrase.head, 'acl:relcl').some((clause) => next < clause && !used.has(clause)) || (/^(?:time|thing|way|reason)$/.test(lower(grammar, phrase.head)) && lastOf(phrase) === phrase.head && /^(?:PRP|NNP|DT)/.test(tokenOf(grammar, next).tag))
    })
}

const theseWhich: Loss = {
  name: 'these-which',
  example: '"We – have – these times" of "We have these times where it rains", "Lind – broke – the principle" of "broke the principle that all are equal": what follows says what it is.',
  holds: (grammar, { subject, object }, used) =>
    [subject, object].some((phrase) => {
      if (phrase === null) return false
      const next = leftBehind(grammar, phrase, used)
      if (next === null) return false
      const word = lower(grammar, next)
      const clauses = children(grammar, phrase.head, 'acl:relcl', 'acl').filter((clause) => next < clause && !used.has(clause))
      if (/^(?:these|those|such)$/.test(lower(grammar, phrase.tokens[0] ?? -1)) && /^(?:where|that|which|who|when)$/.test(word)) return 0 < clauses.length
      return word === 'that' && clauses.some((clause) => children(grammar, clause, 'mark').includes(next))
    })
}

const onWhat: Loss = {
  name: 'on-what-question',
  example: '"Lind – refused to answer – questions" of "refused to answer questions on who had left": which questions.',
  holds: (grammar, { object }, used) => object !== null && [lastOf(object) + 1].some((next) => !used.has(next) && tokenOf(grammar, next).tag === 'IN' && /^(?:what|who|whom|why|how|whether|where)$/.test(lower(grammar, next + 1)) && isSameSentence(grammar, next, next - 1))
}

const amongOthers: Loss = {
  name: 'among-other-things',
  example: '"Norland – saves – by cutting, among other things" of "by cutting, among other things, posts": the things themselves come behind.',
  holds: (grammar, draft, used) =>
    phrasesOf(draft).some((phrase) => {
      const last = lastOf(phrase)
      return /^(?:things|others)$/.test(lower(grammar, last)) && [1, 2].some((step) => lower(grammar, last - step) === 'among') && lower(grammar, last + 1) === ',' && !used.has(last + 2) && /^(?:NN|JJ|DT|PRP\$|VBG|CD)/.test(tokenOf(grammar, last + 2).tag)
    })
}

const whereIt: Loss = {
  name: 'where-it-is',
  example: '"it – is – safer" of "moved to Lund, where it is safer", "they – get – their news" of "That is where they get their news": the place is what the clause is about.',
  holds(grammar, { subject, rule, object, predicate: { supplied } }, used) {
    if (subject === null || supplied !== null) return false
    const [first = -1] = subject.tokens
    // Told with its place it says enough.
    if (lower(grammar, first - 1) !== 'where' || used.has(first - 2) || used.has(first - 3)) return false
    return /^(?:is|was|['’]s|s)$/.test(lower(grammar, first - 2)) || (rule.startsWith('copula') && object !== null && tokenOf(grammar, object.head).tag.startsWith('JJ') && child(grammar, object.head, 'obl') === null)
  }
}

export const lostLimits: readonly Loss[] = [notJust, notInBoth, fromWhatToWhat, forWhomTo, itIsWhat, inOrderTo, theOnly, theseWhich, onWhat, amongOthers, whereIt]

import type { ClauseRule } from './clause.js'
import { complementsOf } from './complements.js'
import type { DraftComplement } from './draft.js'
import { child, children, isAdjectiveTag, isRelativePronoun, lower, tokenOf, withFixed } from './grammar.js'
import { objectOf } from './objects.js'
import { nounPhrase, predicateNoun } from './phrase.js'
import { withItsRelative } from './restrictive.js'

const existential: ClauseRule = {
  name: 'existential',
  example: 'There [predicate are] [subject four islands].',
  confidence: 0.75,
  read({ grammar, head, group }) {
    const there = children(grammar, head, 'expl').find((word) => lower(grammar, word) === 'there')
    const thing = children(grammar, head, 'nsubj', 'nsubj:pass').find((noun) => head < noun) ?? (group.copula ? group.last : null)
    if (there === undefined || thing === null || !group.tokens.some((token) => Math.abs(token - there) < 3)) return null
    const subject = thing === group.last ? predicateNoun(grammar, thing, new Set([there])) : nounPhrase(grammar, thing)
    return subject && { subject: withItsRelative(grammar, subject), opening: there, object: null, complements: complementsOf(grammar, group, null, new Set([thing, there])) }
  }
}

const copula: ClauseRule = {
  name: 'copula',
  example: '[subject The islands] [predicate were] [object a territory of Norland].',
  confidence: 0.85,
  read({ grammar, group, antecedent }) {
    if (!group.copula) return null
    const { last } = group
    const cases = children(grammar, last, 'case').filter((word) => word < last && tokenOf(grammar, word).tag !== 'POS').flatMap((word) => withFixed(grammar, word))
    // "out of reach": "of" alone hangs on the noun.
    const markers = lower(grammar, cases[0] ?? -1) === 'of' && lower(grammar, (cases[0] ?? 0) - 1) === 'out' ? [(cases[0] ?? 0) - 1, ...cases] : cases
    const complements = complementsOf(grammar, group, antecedent, new Set([last]))
    const inside = new Set([...group.tokens, ...markers, ...complements.flatMap(({ marker, phrase }) => [...marker, phrase.head])])
    const phrase = isRelativePronoun(tokenOf(grammar, last)) ? null : predicateNoun(grammar, last, inside)
    if (phrase === null) return null
    // "The ministers were in Oslo": where they were, not what.
    if (0 < markers.length) {
      const adverbs = phrase.tokens.filter((token) => token < (markers[0] ?? 0))
      const behind = phrase.tokens.filter((token) => (markers.at(-1) ?? 0) < token)
      // "in Oslo in the morning and Lund in the evening": what comes behind an adverbial goes with the next.
      const gap = behind.findIndex((token, at) => 0 < at && behind[at - 1] !== token - 1 && tokenOf(grammar, token).tag === 'CC')
      const place = { head: phrase.head, tokens: gap < 1 ? behind : behind.slice(0, gap) }
      return place.tokens.length === 0 ? null : { more: adverbs.filter((token) => tokenOf(grammar, token).tag.startsWith('RB')), object: null, complements: [{ kind: 'oblique', marker: markers, phrase: withItsRelative(grammar, place) }, ...complements.filter(({ phrase: { tokens: [first = 0] } }) => gap < 1 || first < (behind[gap] ?? 0))] }
    }
    return { object: withItsRelative(grammar, phrase), complements }
  }
}

const lightVerb: ClauseRule = {
  name: 'light-verb',
  example: '[subject The minister] [predicate took part] in [complement the forum].',
  confidence: 0.9,
  read(clause) {
    const { grammar, group, antecedent } = clause
    const noun = child(grammar, group.last, 'obj')
    if (noun === null || noun < group.last) return null
    const prepositions = grammar.words.lightVerbs.get(`${tokenOf(grammar, group.last).lemma} ${tokenOf(grammar, noun).lemma}`)
    if (!prepositions || child(grammar, noun, 'nmod:poss', 'nummod', 'acl:relcl') !== null) return null
    const own = children(grammar, noun, 'nmod').filter((oblique) => noun < oblique)
    const bare = nounPhrase(grammar, noun)?.tokens.filter((token) => token <= noun) ?? [noun]
    const nested = own.flatMap((oblique): DraftComplement[] => {
      const phrase = nounPhrase(grammar, oblique)
      return phrase ? [{ kind: 'oblique', marker: children(grammar, oblique, 'case'), phrase }] : []
    })
    const complements = [...nested, ...complementsOf(grammar, group, antecedent, new Set([noun]))]
    const follows = complements.some(({ marker }) => prepositions.includes(lower(grammar, marker[0] ?? -1)))
    return prepositions.length === 0 || follows ? { more: bare, object: null, complements } : null
  }
}

const linkingVerb: ClauseRule = {
  name: 'linking-verb',
  example: '[subject The envoy] [predicate became] [object a minister].',
  confidence: 0.85,
  read({ grammar, group, antecedent }) {
    const said = child(grammar, group.last, 'xcomp')
    if (said === null || child(grammar, group.last, 'obj') !== null || child(grammar, said, 'cop', 'mark') !== null) return null
    const { tag } = tokenOf(grammar, said)
    if (!isAdjectiveTag(tag) && !tag.startsWith('NN') && tag !== 'CD' && tag !== 'VBN') return null
    const object = nounPhrase(grammar, said)
    return object && { object: withItsRelative(grammar, object), complements: complementsOf(grammar, group, antecedent, new Set([said])) }
  }
}

const passive: ClauseRule = {
  name: 'passive',
  example: '[subject The visit] [predicate had been postponed] by [complement the minister].',
  confidence: 0.9,
  read({ grammar, group, antecedent }) {
    if (!group.passive) return null
    const thing = child(grammar, group.last, 'obj', 'xcomp')
    const object = thing === null || group.heads.includes(thing) || child(grammar, thing, 'mark') !== null ? null : nounPhrase(grammar, thing)
    return { object, complements: complementsOf(grammar, group, antecedent, new Set(object && thing !== null ? [thing] : [])) }
  }
}

const transitive: ClauseRule = {
  name: 'transitive',
  example: '[subject Norland and Suderland] [predicate never signed] [object a peace treaty] after [complement the war].',
  confidence: 0.95,
  read(clause) {
    const { grammar, group, antecedent } = clause
    const object = objectOf(clause)
    return object && { object: object.phrase, complements: complementsOf(grammar, group, antecedent, new Set([object.index])) }
  }
}

const clausal: ClauseRule = {
  name: 'clausal',
  example: '[subject The map] [predicate shows] that [complement the islands lie in the bay].',
  confidence: 0.75,
  read({ grammar, group, antecedent }) {
    if (child(grammar, group.last, 'ccomp', 'xcomp') === null) return null
    const complements = complementsOf(grammar, group, antecedent, new Set())
    return complements.some(({ kind }) => kind === 'clause') ? { object: null, complements } : null
  }
}

const intransitive: ClauseRule = {
  name: 'intransitive',
  example: '[subject The ministers] [predicate met] in [complement Oslo].',
  confidence: 0.85,
  read({ grammar, group, antecedent }) {
    return { object: null, complements: complementsOf(grammar, group, antecedent, new Set()) }
  }
}

export const clauseRules: readonly ClauseRule[] = [existential, copula, lightVerb, linkingVerb, passive, transitive, clausal, intransitive]

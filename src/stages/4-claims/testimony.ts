import { child, children, lower, sentenceAt, tokenOf, type Grammar } from './grammar.js'
import type { WordRule } from './on-whose-word.js'
import { isQuoted } from './voices.js'
import { leadingClause } from './worlds.js'

/** Whose word it is by the form of the sentence alone: "his version is that …", "Lind: …", a quotation mark that opens it. */

const accounts = /^(?:account|argument|assessment|belief|claim|conclusion|contention|conviction|defen[cs]e|diagnosis|feeling|guess|hunch|impression|message|opinion|point|position|premise|stance|testimony|theory|version|view|hypothesis|complaint|thesis|understanding)$/

/** The noun whose content this clause is: "his version is that he left". */
function accountOf(grammar: Grammar, at: number): number | null {
  const outer = child(grammar, at, 'nsubj:outer')
  if (outer !== null && outer < at) return outer
  const { head, relation } = tokenOf(grammar, at)
  return relation === 'ccomp' && head !== null && head < at && tokenOf(grammar, head).lemma === 'be' ? child(grammar, head, 'nsubj') : null
}

const ownVersion: WordRule = {
  name: 'own-version',
  example: 'His version is that he was pushed: his word, and not the article\'s.',
  answer({ grammar, draft, attribution, entityOf }) {
    const at = leadingClause(grammar, draft.at)
    const noun = draft.predicate.supplied === null && attribution === null && !children(grammar, at, 'cop').includes(draft.at) ? accountOf(grammar, at) : null
    if (noun === null || !accounts.test(tokenOf(grammar, noun).lemma)) return null
    const owner = child(grammar, noun, 'nmod:poss')
    if (owner === null || /^(?:my|our|its)$/.test(lower(grammar, owner))) return null
    const entity = entityOf(owner)
    return entity === null ? 'unclear' : { entity, attribution: null }
  }
}

/** The first token of the sentence; of a very long one, where one looks no further. */
const opening = (grammar: Grammar, at: number): number => Math.max(sentenceAt(grammar, at).from, at - 200)

const opensQuoted: WordRule = {
  name: 'opens-quoted',
  example: '“Norland is ready for the talks. — where the other mark is missing and nobody was found for it: somebody\'s word.',
  answer({ grammar, draft: { at }, voices, attribution }) {
    if (attribution !== null || isQuoted(voices, at)) return null
    const first = opening(grammar, at)
    if (!/^(?:["“„‘]|'')$/.test(lower(grammar, first)) || tokenOf(grammar, first).tag !== '``') return null
    for (let index = first + 1; index < at; index++) if (tokenOf(grammar, index).tag === "''") return null
    // "‘Norland First’ is": a name in marks.
    return grammar.tree.tokens.slice(at, at + 60).some(({ tag }, step) => tag === "''" && grammar.tree.sentenceOf[at + step] === grammar.tree.sentenceOf[at]) ? null : 'unclear'
  }
}

const transcript: WordRule = {
  name: 'transcript',
  example: 'Berg: The islands are ours. — as in the record of a talk.',
  answer({ grammar, draft: { at }, attribution, entityOf }) {
    if (attribution !== null) return null
    const first = opening(grammar, at)
    if (!tokenOf(grammar, first).name.endsWith('Person')) return null
    let behind = first + 1
    while (tokenOf(grammar, behind).name === 'I-Person') behind++
    if (lower(grammar, behind) !== ':' || at < behind) return null
    const entity = entityOf(first)
    return entity === null ? 'unclear' : { entity, attribution: null }
  }
}

const notices = /^(?:note|mention|remember|recall|stress|emphasi[sz]e|add|say|observe|remark|highlight|acknowledge|admit|repeat|recogni[sz]e|state|underline|point|report|understand)$/

const worthNoting: WordRule = {
  name: 'worth-noting',
  example: 'It is worth noting that Norland has no army; it should be said that it has none: the article itself says so.',
  answer({ grammar, draft, voices, attribution }) {
    const { head, relation } = tokenOf(grammar, leadingClause(grammar, draft.at))
    if (draft.predicate.supplied !== null || head === null || !/^(?:ccomp|csubj|csubj:pass)$/.test(relation) || draft.at < head || !notices.test(tokenOf(grammar, head).lemma) || isQuoted(voices, draft.at)) return null
    if (attribution !== null && 0 < attribution.source.length) return null
    const above = lower(grammar, tokenOf(grammar, head).head ?? -1)
    const isWorth = /^(?:worth|important|necessary|fair|pertinent|safe|essential)$/.test(above) && child(grammar, head, 'nsubj') === null
    const isDue = children(grammar, head, 'aux').some((word) => /^(?:should|must)$/.test(lower(grammar, word))) && child(grammar, head, 'aux:pass') !== null && [...children(grammar, head, 'nsubj:pass', 'expl', 'nsubj')].every((word) => lower(grammar, word) === 'it')
    return isWorth || isDue ? 'article' : null
  }
}

const besideAThing: WordRule = {
  name: 'beside-a-thing',
  example: 'Lind rejected calls to punish the crew after they damaged the pier: what she rejects are calls, and when that was the article tells.',
  answer({ grammar, draft: { at, predicate }, voices, attribution }) {
    if (attribution?.type !== 'indirect' || predicate.supplied !== null || isQuoted(voices, at)) return null
    if (tokenOf(grammar, at).relation !== 'advcl' || !children(grammar, at, 'mark', 'advmod').some((mark) => mark < at && /^(?:after|before|when|while|since|once)$/.test(lower(grammar, mark)))) return null
    let index = at
    for (let step = 0; step < 12; step++) {
      const { head, relation, tag } = tokenOf(grammar, index)
      if (/^(?:ccomp|csubj|parataxis|root)/.test(relation) || head === null) return null
      if (voices.innermost[head] !== voices.innermost[at]) return tag.startsWith('NN') && /^(?:obj|obl|nmod)/.test(relation) ? 'article' : null
      index = head
    }
    return null
  }
}

export const testimonyRules: readonly WordRule[] = [ownVersion, opensQuoted, transcript, worthNoting, besideAThing]

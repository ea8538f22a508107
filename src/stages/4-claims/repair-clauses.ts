import type { Token } from '../../model.js'
import { hang, retied, type Repair, type Work } from './mended.js'
import { ownedBehind } from './repair-chunks.js'

const copulaWords: Repair = {
  name: 'words-of-copulas',
  example: '"islands" nsubj of "were" → "islands" nsubj of what "were" is the copula of',
  mend(work) {
    const { tokens } = work
    tokens.forEach((token, index) => {
      const above = token.head === null ? undefined : tokens[token.head]
      if (!above || above.head === null || above.head === index || !/^(?:cop|aux)/.test(above.relation)) return
      if (/^(?:nsubj|mark|aux|cop|expl|obl|advmod)/.test(token.relation)) tokens[index] = retied(token, above.head, token.relation)
    })
  }
}

/** An open complement has no subject and no tense; with both it is a clause of its own. */
const ownClause: Repair = {
  name: 'clause-of-its-own',
  example: '"read" xcomp in "convinced that both men have read it" → ccomp',
  mend({ tokens }) {
    const copular = new Set(tokens.flatMap(({ relation, head }) => (relation === 'cop' && head !== null ? [head] : [])))
    const has = new Map<number, { subject: boolean; tense: boolean }>()
    for (const { head, relation, tag } of tokens) {
      if (head === null) continue
      const seen = has.get(head) ?? { subject: false, tense: /^VB[DZP]$/.test(tokens[head]?.tag ?? '') }
      has.set(head, { subject: seen.subject || relation.startsWith('nsubj'), tense: seen.tense || (/^(?:aux|cop)/.test(relation) && /^(?:MD|VB[DZP])$/.test(tag)) })
    }
    tokens.forEach((token, index) => {
      const { subject, tense } = has.get(index) ?? { subject: false, tense: false }
      if (/^(?:xcomp|nsubj|obj|obl|nmod|obl:unmarked)$/.test(token.relation) && subject && tense && (token.relation === 'xcomp' || copular.has(index))) tokens[index] = retied(token, token.head, 'ccomp')
    })
  }
}

/** "him that they were on duty": the noun or pronoun right before an auxiliary is the subject of the auxiliary's verb, not of a verb further left. */
const subjectBeforeAuxiliary: Repair = {
  name: 'subject-before-auxiliary',
  example: '"we" nsubj of "think" in "I think we are allies" → "we" nsubj of "allies"',
  mend(work) {
    const { tokens } = work
    const subjects = new Set(tokens.flatMap(({ relation, head }) => (relation.startsWith('nsubj') && head !== null ? [head] : [])))
    tokens.forEach((token, index) => {
      const { relation, head } = token
      const next = tokens[index + 1]
      if (!relation.startsWith('nsubj') || head === null || index < head || !next || next.head === null || next.head <= index || !/^(?:cop|aux)/.test(next.relation)) return
      if (next.head !== head && !subjects.has(next.head)) hang(work, index, next.head, next.relation === 'aux:pass' ? 'nsubj:pass' : 'nsubj')
    })
  }
}

/** What is joined stands behind what it is joined to. */
const joinedBehind: Repair = {
  name: 'joined-behind',
  example: '"I" conj of "Berg" in "likened Lind and I to Berg" → "I" conj of "Lind"',
  mend(work) {
    const { tokens } = work
    tokens.forEach((token, index) => {
      if (token.relation !== 'conj' || token.head === null || token.head < index || tokens[index - 1]?.tag !== 'CC') return
      const before = nounBefore(work, index - 2)
      if (before !== null) hang(work, index, before, 'conj')
    })
  }
}

/** The head of the noun that ends here. */
function nounBefore({ tokens }: Work, last: number): number | null {
  let noun: number = last
  for (let step = 0; step < 6 && /^(?:flat|compound|nmod:desc)$/.test(tokens[noun]?.relation ?? ''); step++) noun = (tokens[noun] as Token).head ?? noun
  return noun <= last && /^(?:NN|PRP$)/.test(tokens[noun]?.tag ?? '') ? noun : null
}

/** What stands right behind an active verb is its object, unless it is a time, or does something itself. */
const objectBehind: Repair = {
  name: 'object-behind-verb',
  example: '"plate" conj of "went" in "went home and broke a plate" → "plate" obj of "broke"',
  mend(work) {
    const { tokens, sentenceOf, chunks } = work
    const taken = new Set(tokens.flatMap(({ relation, head }, index) => (head !== null && head < index && /^(?:obj|ccomp|xcomp)$/.test(relation) ? [head] : [])))
    const copular = new Set(tokens.flatMap(({ relation, head }) => (head !== null && /^(?:cop|aux:pass|nsubj)/.test(relation) ? [head] : [])))
    const passive = new Set(tokens.flatMap(({ relation, head }) => (head !== null && /^(?:cop|aux:pass|nsubj:pass)$/.test(relation) ? [head] : [])))
    for (const [place, chunk] of chunks.entries()) {
      let verb = chunk.from - 1
      while (0 < verb && tokens[verb]?.tag === 'RP') verb--
      const token = tokens[verb]
      if (!token || !/^VB/.test(token.tag) || sentenceOf[verb] !== sentenceOf[chunk.from] || /^(?:cop|aux|amod|case|compound|fixed)/.test(token.relation)) continue
      const isAttributive = token.tag === 'VBN' && !tokens.slice(Math.max(0, verb - 5), verb).some(({ head, relation }) => head === verb && relation === 'aux')
      if (passive.has(verb) || taken.has(verb) || isAttributive || token.lemma === 'be') continue
      const noun = ownedBehind(work, chunks, place)
      const { relation, head, name } = tokens[noun] as Token
      // Behind its verb, and not alone as its subject, a noun is its object.
      const second = relation === 'nsubj' && head === verb && tokens.slice(Math.max(0, verb - 12), verb).some((token) => token.head === verb && token.relation === 'nsubj')
      if (second) hang(work, noun, verb, 'obj')
      if (name.endsWith('Date') || /^(?:nsubj|iobj|obl:tmod|root)/.test(relation) || copular.has(noun)) continue
      // "left a year earlier", "lies a mile north": how much earlier, how far.
      if (relation === 'obl:unmarked' && head === chunk.to && tokens[head]?.tag.startsWith('RB')) continue
      if (head === verb ? !/^(?:obj|iobj|nsubj|[cx]comp|advcl|acl|vocative|discourse)/.test(relation) && !/^(?:times?|way|home|day|hour|week|month|year|decade|minute|moment|while)$/.test(tokens[noun]?.lemma ?? '') : /^(?:obl|dep|conj|parataxis|punct|nmod|appos|ccomp|advcl|obj|compound|flat)/.test(relation)) hang(work, noun, verb, 'obj')
    }
  }
}

const particle: Repair = {
  name: 'particle',
  example: '"over" advmod of "Habomai" in "to hand over Habomai" → "over" compound:prt of "hand"',
  mend(work) {
    work.tokens.forEach((token, index) => {
      if (token.tag === 'RP' && /^VB/.test(work.tokens[index - 1]?.tag ?? '') && !(token.head === index - 1 && token.relation === 'compound:prt')) hang(work, index, index - 1, 'compound:prt')
    })
  }
}

const insideNounPhrase = /^(?:JJ[RS]?|NNP?S?|CD|HYPH|PRP\$|POS|\$|VBN|RBS)$/

/** An article or "his" belongs to the noun that its run of words ends in. */
const smallWord: Repair = {
  name: 'small-word',
  example: '"the" det of "territory" in "the islands were a territory" → "the" det of "islands"',
  mend(work) {
    const { tokens, sentenceOf } = work
    tokens.forEach((token, index) => {
      const opensNoun = (token.relation === 'det' && /^(?:the|an?|this|these|those|no|every|each|any|some)$/i.test(token.text)) || token.tag === 'PRP$'
      if (!opensNoun || token.head === null) return
      let last: number | null = null
      let next = index + 1
      for (; sentenceOf[next] === sentenceOf[index] && insideNounPhrase.test(tokens[next]?.tag ?? ''); next++) {
        if (tokens[next]?.tag.startsWith('NN')) last = next
        if (tokens[next]?.tag === 'POS') break
      }
      if (last !== null && !(index < token.head && token.head < next)) hang(work, index, last, token.relation)
    })
  }
}

/** "re-energized" is one word to a reader, three to the tokenizer. */
const hyphenated: Repair = {
  name: 'hyphenated',
  example: '"energized" advcl of "re" in "were re-energized" → "energized" compound of "re"',
  mend(work) {
    work.tokens.forEach((token, index) => {
      if (work.tokens[index - 1]?.tag === 'HYPH' && token.head === index - 2 && /^(?:advcl|acl|xcomp|ccomp|conj|parataxis)/.test(token.relation)) hang(work, index, index - 2, 'compound')
    })
  }
}

export const clauseRepairs: readonly Repair[] = [hyphenated, copulaWords, ownClause, smallWord, joinedBehind, subjectBeforeAuxiliary, particle, objectBehind]

import type { Token } from '../../model.js'
import { hang, retied, type Repair, type Work } from './mended.js'

/** Words that open a clause, taken for words of its first noun, or hung on the clause behind it. */

/** "that operators": before a plural it is no "that one". */
const thatBeforePlural: Repair = {
  name: 'that-before-plural',
  example: '"that" det of "pilots" in "and that pilots need rest" → "that" mark of "need"',
  mend({ tokens }) {
    tokens.forEach((token, index) => {
      if (token.relation !== 'det' || token.text !== 'that' || token.head === null || token.head <= index) return
      const noun = tokens[token.head]
      if (!noun || !/^NNP?S$/.test(noun.tag) || !noun.relation.startsWith('nsubj') || noun.head === null || noun.head <= token.head) return
      tokens[index] = { ...retied(token, noun.head, 'mark'), tag: 'IN' }
    })
  }
}

const judging = /^(?:un)?likely$|^(?:im)?possible$|^(?:un)?certain$|^(?:un)?clear$|^(?:im)?probable$|^(?:in)?conceivable$|^doubtful$/i

/** "it is unlikely [that] the find is related": the clause right behind the adjective is what is unlikely. */
const clauseOfAdjective: Repair = {
  name: 'clause-of-adjective',
  example: '"related" ccomp of "said" in "said it is unlikely the find is related" → "related" ccomp of "unlikely"',
  mend(work) {
    const { tokens, sentenceOf } = work
    tokens.forEach(({ text }, index) => {
      if (!judging.test(text)) return
      const below = tokens.slice(Math.max(0, index - 6), index).filter((token) => token.head === index)
      if (!below.some(({ relation }) => relation === 'cop') || !below.some((token) => /^(?:expl|nsubj)$/.test(token.relation) && /^it$/i.test(token.text))) return
      const clause = clauseFrom(work, tokens[index + 1]?.text.toLowerCase() === 'that' ? index + 2 : index + 1)
      if (clause !== null && sentenceOf[clause] === sentenceOf[index] && tokens[clause]?.head !== index && tokens[clause]?.head === tokens[index]?.head) hang(work, clause, index, 'ccomp')
    })
  }
}

/** The clause whose subject begins here. */
function clauseFrom({ tokens }: Work, first: number): number | null {
  let noun: number | null = first
  for (let step = 0; noun !== null && step < 4; step++) {
    const token: Token | undefined = tokens[noun]
    if (!token || token.head === null || token.head < noun) return null
    if (token.relation.startsWith('nsubj')) return token.head
    noun = token.head
  }
  return null
}

const ofNoun = /^(?:key|answer|approach|road|path|solution|response|threat|challenge|obstacle|alternative|access|right|reaction|opposition|objection|damage|attitude|introduction|barrier|way|reason|need|demand|hope|search|basis|plan|case|support|evidence|preference|respect|responsibility|call|appetite|desire)$/

/** "the key to success was": between a noun and its verb, without a comma, what the noun asks for is the noun's. */
const nounsOwn: Repair = {
  name: 'between-noun-and-verb',
  example: '"success" obl of "working" in "the key to success was working" → "success" nmod of "key"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ relation, head }, index) => {
      if (!relation.startsWith('nsubj') || head === null || head < index || !ofNoun.test(tokens[index]?.lemma ?? '')) return
      const mark = tokens[index + 1]
      if (!mark || mark.relation !== 'case' || mark.head === null || head <= mark.head || !/^(?:to|for|of|against)$/i.test(mark.text)) return
      const noun = tokens[mark.head]
      if (noun && noun.head === head && /^(?:obl|nmod)$/.test(noun.relation) && !noun.name.endsWith('Date')) hang(work, mark.head, index, 'nmod')
    })
  }
}

/** "Though Lind left, the paper reported that …": the word that opens the sentence opens its first clause. */
const firstClause: Repair = {
  name: 'first-clause',
  example: '"Though" mark of "reported" in "Though Lind left, the paper reported that she had won" → "Though" mark of "left", "left" advcl of "reported"',
  mend(work) {
    const { tokens, sentenceOf } = work
    tokens.forEach(({ relation, head, text }, index) => {
      if (relation !== 'mark' || head === null || head - index < 4 || !/^(?:though|although|while|because|since|as|after|before|if|unless)$/i.test(text) || sentenceOf[index - 1] === sentenceOf[index]) return
      const place = tokens.slice(index + 1, head).findIndex((token) => token.head === head && token.relation === 'ccomp' && /^(?:VB|JJ|NN)/.test(token.tag))
      const clause = index + 1 + place
      if (place < 0) return
      const [inside, behind] = [tokens.slice(index + 1, clause), tokens.slice(clause + 1, head)]
      const subject = inside.some((token) => token.head === clause && token.relation.startsWith('nsubj'))
      const own = behind.some((token) => token.head === head && token.relation.startsWith('nsubj'))
      if (!subject || !own || !behind.some(({ text }) => text === ',') || inside.some((token) => token.head === clause && token.relation === 'mark')) return
      hang(work, index, clause, 'mark')
      hang(work, clause, head, 'advcl')
    })
  }
}

const thinking = /^(?:think|believe|say|know|feel|hope|fear|argue|claim|suspect|realize|assume|agree|insist|wish|guess|expect)$/

/** "Though most thought we needed ships, it …": right behind a verb of thinking a clause is what is thought. */
const thoughtClause: Repair = {
  name: 'clause-behind-thinking',
  example: '"needed" csubj of "point" in "Though most thought we needed ships, it is no point" → "needed" ccomp of "thought"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ relation, head }, index) => {
      if (!/^csubj/.test(relation) || head === null || head < index) return
      const from = Math.max(0, index - 11)
      const place = tokens.slice(from, index).findIndex((token) => token.head === index && token.relation.startsWith('nsubj'))
      if (place < 0) return
      const subject = from + place
      let first = subject
      while (tokens[first - 1]?.head === subject) first--
      const verb = tokens[first - 1]
      if (verb && /^VB[DPZ]$/.test(verb.tag) && thinking.test(verb.lemma) && verb.head === head && !tokens.slice(first, index).some((token) => token.head === first - 1 && token.relation === 'ccomp')) hang(work, index, first - 1, 'ccomp')
    })
  }
}

export const openerRepairs: readonly Repair[] = [thatBeforePlural, clauseOfAdjective, nounsOwn, firstClause, thoughtClause]

import type { Token } from '../../model.js'
import { hang, type Repair, type Work } from './mended.js'
import { headOf } from './repair-chunks.js'

/** Ties that reach over a mark or a word that parts clauses. */

const times = /^(?:year|month|week|weekend|day|night|morning|evening|afternoon|decade|century|today|yesterday|tomorrow)$/

const dateBeforeComma: Repair = {
  name: 'date-before-comma',
  example: '"3" nmod:unmarked of "Lind" in "On July 3, Lind left" → "3" obl of "left"',
  mend(work) {
    const { tokens } = work
    tokens.forEach((token, index) => {
      const { head, name, relation, lemma } = token
      if (head === null || head <= index || !/^(?:nmod|compound|appos|flat|obl|conj|dep)/.test(relation) || tokens[index + 1]?.text !== ',' || !(name.endsWith('Date') || times.test(lemma))) return
      const noun = tokens[head] as Token
      if (noun.head === null || !noun.relation.startsWith('nsubj') || noun.name.endsWith('Date')) return
      hang(work, index, noun.head, tokens.slice(Math.max(0, index - 4), index).some((word) => word.head === index && word.relation === 'case') ? 'obl' : 'obl:unmarked')
    })
  }
}

/** "… and is on television": "and" with a tense behind it begins a clause, whatever it was taken for. */
const joinedCopula: Repair = {
  name: 'joined-copula',
  example: '"television" obl of "sold" in "sold papers and is on television" → conj',
  mend(work) {
    const { tokens } = work
    const openings = new Map<number, { and: boolean; copula: boolean; subject: boolean }>()
    tokens.forEach(({ head, relation, tag }, index) => {
      if (head === null || head < index || !/^(?:cc|cop|nsubj|nsubj:pass|expl)$/.test(relation)) return
      const seen = openings.get(head) ?? { and: false, copula: false, subject: false }
      openings.set(head, { and: seen.and || relation === 'cc', copula: seen.copula || (relation === 'cop' && /^VB[DZP]$/.test(tag) && tokens[index - 1]?.tag === 'CC'), subject: seen.subject || /^(?:nsubj|expl)/.test(relation) })
    })
    for (const [index, { and, copula, subject }] of openings) {
      const { relation, head } = tokens[index] as Token
      if (and && copula && !subject && head !== null && head < index && /^(?:obl|obj|nmod|xcomp|ccomp|dep|advcl|advmod)/.test(relation) && /^VB/.test(tokens[head]?.tag ?? '')) hang(work, index, head, 'conj')
    }
  }
}

const eitherOr: Repair = {
  name: 'either-or',
  example: '"take" conj of "pay" in "either refuse to pay or take" → "take" conj of "refuse"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ text, head }, index) => {
      if (text.toLowerCase() !== 'either' || head !== index + 1 || !/^VB/.test(tokens[head]?.tag ?? '')) return
      for (let other = head + 2; other < Math.min(tokens.length, head + 20); other++) {
        const { relation, head: first, tag } = tokens[other] as Token
        if (relation !== 'conj' || first === null || first === head || !/^VB/.test(tag) || tokens[first]?.relation !== 'xcomp' || tokens[first]?.head !== head) continue
        if (tokens.slice(head, other).some((word) => word.head === other && word.text.toLowerCase() === 'or')) hang(work, other, head, 'conj')
      }
    })
  }
}

/** "turn it to his advantage, showing …": what stands before a comma and a participle is not the participle's. */
const beforeParticiple: Repair = {
  name: 'before-participle',
  example: '"gain" obl of "showing" in "turned it to gain, showing force" → "gain" obl of "turned"',
  mend(work) {
    const { tokens, sentenceOf } = work
    tokens.forEach(({ relation, head }, index) => {
      const participle = head === null ? undefined : tokens[head]
      if (head === null || head < index || !participle || !/^(?:obl|obj)$/.test(relation) || participle.tag !== 'VBG' || participle.relation !== 'advcl' || tokens[index + 1]?.text !== ',') return
      // "with Lind, leading": it is Lind who leads.
      if (tokens.slice(Math.max(0, index - 8), index).some((word) => word.head === index && word.text.toLowerCase() === 'with')) return
      const above = participle.head
      if (above === null || index < above) return
      let verb = index - 1
      while (above < verb && !(tokens[verb]?.tag.startsWith('VB') && /^(?:xcomp|conj|advcl|ccomp|root)/.test(tokens[verb]?.relation ?? ''))) verb--
      if (sentenceOf[verb] === sentenceOf[index]) hang(work, index, verb, relation === 'obj' && tokens[index - 1]?.tag !== 'IN' ? 'obj' : 'obl')
    })
  }
}

const thanksTo: Repair = {
  name: 'thanks-to',
  example: '"thanks" obj of "grew", "win" nmod of "thanks" in "grew thanks to a win" → "win" obl of "grew", "thanks" case of "win"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ text, head, relation }, index) => {
      const next = tokens[index + 1]
      if (text.toLowerCase() !== 'thanks' || next?.text.toLowerCase() !== 'to' || head === null || next.head === null || next.head < index || relation === 'case' || tokens[head]?.tag.startsWith('VB') !== true) return
      const noun = next.head
      hang(work, noun, head, 'obl')
      hang(work, index, noun, 'case')
      hang(work, index + 1, index, 'fixed')
    })
  }
}

/** "Iturup, Kunashir and the southern islands": behind "and" and a noun that is an object, a second object is its partner. */
const joinedObject: Repair = {
  name: 'joined-object',
  example: '"islands" obj of "held" in "held Lund, Norby and the islands" → "islands" conj of "Lund"',
  mend(work) {
    const { tokens, chunks } = work
    chunks.forEach((chunk, place) => {
      const before = chunks[place - 1]
      const second = headOf(tokens, chunk)
      const token = tokens[second] as Token
      if (!before || before.to !== chunk.from - 1 || !/^(?:and|or)$/i.test(tokens[before.to]?.text ?? '') || token.relation !== 'obj' || token.head === null || second < token.head) return
      const last = headOf(tokens, before)
      const first = tokens[last]?.relation === 'conj' ? (tokens[last]?.head ?? last) : last
      if (tokens[first]?.relation === 'obj' && tokens[first]?.head === token.head) hang(work, second, first, 'conj')
    })
  }
}

/** "will lapse unless Norland ratifies the pact and Suderland pays the fee": what is joined is a condition too where its tense is the condition's and not that of "will". */
const joinedCondition: Repair = {
  name: 'joined-condition',
  example: '"pays" conj of "lapse" in "will lapse unless Lind stays and Berg pays" → "pays" conj of "stays"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ relation, head, tag }, index) => {
      if (relation !== 'conj' || head === null || index < head || !/^VB[ZP]$/.test(tag) || tokens[head]?.tag !== 'VB') return
      const between = tokens.slice(head + 1, index)
      const place = between.findIndex((token) => token.relation === 'advcl' && token.head === head && /^VB[ZP]$/.test(token.tag))
      const condition = head + 1 + place
      const isMark = ({ text, head: of, relation: is }: Token) => is === 'mark' && of === condition && /^(?:if|unless|until|once)$/i.test(text)
      if (place < 0 || !between.some(isMark) || tokens.slice(condition, index).some((token, step, all) => token.relation === 'cc' && token.head === index && all[step - 1]?.text === ',')) return
      if (between.slice(place).some((token) => /^nsubj/.test(token.relation) && token.head === index)) hang(work, index, condition, 'conj')
    })
  }
}

const blessing: Repair = {
  name: 'blessing',
  example: '"God" discourse of "bless" in "God bless this harbour" → "God" nsubj of "bless"',
  mend(work) {
    work.tokens.forEach(({ relation, head, tag }, index) => {
      if (/^(?:discourse|vocative)$/.test(relation) && head === index + 1 && /^NNP/.test(tag) && /^(?:bless|save|help|forgive|grant|preserve|keep)$/i.test(work.tokens[head]?.text ?? '')) hang(work, index, head, 'nsubj')
    })
  }
}

export const borderRepairs: readonly Repair[] = [joinedObject, thanksTo, dateBeforeComma, joinedCopula, eitherOr, beforeParticiple, joinedCondition, blessing]

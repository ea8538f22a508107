import type { Token } from '../../model.js'
import { hang, type Repair, type Work } from './mended.js'

/** Words that open a clause or stand between a noun and its verb, hung on the wrong side. */

const secondSubject: Repair = {
  name: 'relative-object',
  example: '"which" nsubj of "linked" in "emails, which officials linked to Berg" → "which" obj of "linked"',
  mend(work) {
    const { tokens } = work
    const { objects, subjects } = argumentsOf(work)
    tokens.forEach(({ tag, relation, head, text }, index) => {
      if (!/^(?:WDT|WP)$/.test(tag) || !/^(?:which|that|whom|who)$/i.test(text) || relation !== 'nsubj' || head === null || head < index || objects.has(head) || !/^VB/.test(tokens[head]?.tag ?? '')) return
      if ((subjects.get(head) ?? []).some((noun) => index < noun && noun < head)) hang(work, index, head, 'obj')
    })
  }
}

function argumentsOf({ tokens }: Work): { objects: Set<number>; subjects: Map<number, number[]> } {
  const objects = new Set<number>()
  const subjects = new Map<number, number[]>()
  tokens.forEach(({ relation, head }, index) => {
    if (head === null) return
    if (/^(?:obj|ccomp|xcomp|aux:pass)$/.test(relation)) objects.add(head)
    if (relation === 'nsubj') subjects.set(head, [...(subjects.get(head) ?? []), index])
  })
  return { objects, subjects }
}

const joinedSubject: Repair = {
  name: 'joined-subject',
  example: '"partners" nsubj of "left" beside "Lind" in "Lind and two partners left" → "partners" conj of "Lind"',
  mend(work) {
    const { tokens } = work
    const { subjects } = argumentsOf(work)
    for (const [verb, [first = -1, second = -1, ...more]] of subjects) {
      if (second < 0 || 0 < more.length || verb < second || tokens[first]?.tag.startsWith('W')) continue
      if (tokens.slice(first + 1, second).some(({ relation, head, text }) => relation === 'cc' && head === second && /^(?:and|or)$/i.test(text)) && !tokens.slice(first + 1, second).some(({ tag }) => /^(?:VB|MD|,)/.test(tag))) hang(work, second, first, 'conj')
    }
  }
}

const quantified: Repair = {
  name: 'many-in-a-place',
  example: '"staff" obl of "expected" in "Many in the staff are expected" → "staff" nmod of "Many"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ relation, head, text }, index) => {
      if (!relation.startsWith('nsubj') || head === null || head < index || !/^(?:many|some|most|few|several|those|all|others|none)$/i.test(text) || tokens[index + 1]?.relation !== 'case') return
      const noun = tokens[index + 1]?.head ?? null
      if (noun === null || tokens[noun]?.head !== head || tokens[noun]?.relation !== 'obl' || head < noun || tokens.slice(index, noun).some(({ text }) => text === ',')) return
      hang(work, noun, index, 'nmod')
    })
  }
}

const joinedTitle: Repair = {
  name: 'joined-title',
  example: '"Minister" conj of "Berg" in "Berg, Head of Mission and Minister at" → "Minister" conj of "Head"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ relation, head, tag, name }, index) => {
      if (relation !== 'conj' || head === null || tag !== 'NN' || name !== 'O' || !tokens[head]?.name.endsWith('Person')) return
      if (index < head || 40 < index - head) return
      const place = tokens.slice(head + 1, index).findIndex((token) => token.relation === 'appos' && token.head === head && token.name === 'O')
      const title = head + 1 + place
      if (0 <= place && !tokens.slice(title, index).some(({ text }) => text === ',') && tokens.slice(title, index).filter((token) => token.head === index && token.relation === 'det').length === 0) hang(work, index, title, 'conj')
    })
  }
}

const halfPossessive: Repair = {
  name: 'half-a-possessive',
  example: '"s" case of "view" in "Norland’ s view" → "s" case of "Norland"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ text, head }, index) => {
      const mark = tokens[index - 1] as Token | undefined
      if (text === 's' && mark && /^['’‘]$/.test(mark.text) && mark.tag === 'POS' && mark.head !== null && mark.head < index && head !== mark.head) hang(work, index, mark.head, 'case')
    })
  }
}

const openingMark: Repair = {
  name: 'opening-mark',
  example: '"If" mark of "stay" in "If Lind left, they might stay" → "If" mark of "left"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ relation, head, text }, index) => {
      if (relation !== 'mark' || head === null || head < index || !/^(?:if|unless|although|because|though)$/i.test(text) || head - index > 30) return
      const place = tokens.slice(index + 1, head).findIndex((token) => token.relation === 'advcl' && token.head === head && /^VB[DPZ]?/.test(token.tag))
      const clause = index + 1 + place
      if (place < 0) return
      const inside = tokens.slice(index + 1, clause)
      if (inside.some((token) => token.head === clause && /^nsubj/.test(token.relation)) && !inside.some((token) => token.head === clause && token.relation === 'mark') && tokens.slice(clause, head).some((token) => token.text === ',')) hang(work, index, clause, 'mark')
    })
  }
}

const numberBefore: Repair = {
  name: 'number-before-unit',
  example: '"13" nmod of "percent" with "to" as its case in "to 13 percent" → "13" nummod, "to" case of "percent"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ tag, relation, head }, index) => {
      if (tag !== 'CD' || head !== index + 1 || !/^(?:nmod|obl)$/.test(relation) || !/^(?:percent|per|cent|%|points?|years?|people|million|billion|dollars|euros)$/i.test(tokens[head]?.text ?? '')) return
      if (tokens[index - 1]?.relation === 'case' && tokens[index - 1]?.head === index) hang(work, index - 1, head, 'case')
      hang(work, index, head, 'nummod')
    })
  }
}

export const relativeRepairs: readonly Repair[] = [secondSubject, joinedSubject, quantified, joinedTitle, halfPossessive, openingMark, numberBefore]

import type { Token } from '../../model.js'
import { hang, type Repair, type Work } from './mended.js'

/** Small words and adverbials that were hung on the noun beside them, or on the wrong verb. */

const is = (token: Token | undefined, words: RegExp): boolean => token !== undefined && words.test(token.text.toLowerCase())

/** The verb above a noun that is its object, or stands in one. */
function verbAbove({ tokens }: Work, noun: number): number | null {
  let index = noun
  for (let step = 0; step < 4; step++) {
    const { head, relation } = tokens[index] as Token
    if (head === null || index < head || !/^(?:obj|nmod|obl|nsubj:pass)$/.test(relation)) return null
    if (tokens[head]?.tag.startsWith('VB')) return head
    index = head
  }
  return null
}

const oneByOne: Repair = {
  name: 'one-by-one',
  example: '"one" nummod of "ports" in "names the ports one by one" → "one" advmod of "names"',
  mend(work) {
    work.tokens.forEach((token, index) => {
      const last = work.tokens[index + 2]
      if (!last || !is(work.tokens[index + 1], /^by$/) || last.text.toLowerCase() !== token.text.toLowerCase() || !/^(?:CD|NN)$/.test(token.tag) || token.head === null || index < token.head || !/^(?:nummod|nmod|appos|compound|dep|advmod)/.test(token.relation)) return
      const verb = verbAbove(work, token.head)
      if (verb !== null) hang(work, index, verb, 'advmod')
    })
  }
}

const firstOfAll: Repair = {
  name: 'first-of-all',
  example: '"first" advmod of "ports" in "will close the ports first" → "first" advmod of "close"',
  mend(work) {
    work.tokens.forEach(({ relation, head, tag }, index) => {
      if (relation !== 'advmod' || !tag.startsWith('RB') || head === null || index < head || !is(work.tokens[index], /^(?:first|last|together|twice)$/) || is(work.tokens[index + 1], /^and$/) || !work.tokens[head]?.tag.startsWith('NN')) return
      const verb = verbAbove(work, head)
      if (verb !== null) hang(work, index, verb, 'advmod')
    })
  }
}

const watersThere: Repair = {
  name: 'waters-there',
  example: '"there" advmod of "home" in "calls the bay there its home" → "there" advmod of "bay"',
  mend(work) {
    work.tokens.forEach(({ relation, head }, index) => {
      const before = work.tokens[index - 1]
      if (relation === 'advmod' && head !== null && index < head && is(work.tokens[index], /^t?here$/) && before?.tag.startsWith('NN') && before.head !== null && before.head < index && /^(?:DT|PRP\$)$/.test(work.tokens[index + 1]?.tag ?? '') && work.tokens[head]?.tag.startsWith('NN')) hang(work, index, index - 1, 'advmod')
    })
  }
}

const handOver: Repair = {
  name: 'hand-over',
  example: '"over" case of "Norby" in "to hand over Norby to Lind" → "over" compound:prt of "hand", "Norby" obj, "Lind" obl of "hand"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ text, relation, head }, index) => {
      const verb = tokens[index - 1]
      if (text.toLowerCase() !== 'over' || relation !== 'case' || head === null || head < index || !verb || !/^(?:hand|sign|turn)$/.test(verb.lemma) || !verb.tag.startsWith('VB') || tokens[head]?.head !== index - 1 || !tokens[head]?.relation.startsWith('obl')) return
      const to = tokens.findIndex((token, place) => head < place && place < head + 12 && token.relation === 'case' && token.text.toLowerCase() === 'to')
      if (verb.lemma !== 'hand' && to < 0) return
      hang(work, head, index - 1, 'obj')
      hang(work, index, index - 1, 'compound:prt')
      const whom = tokens[to]?.head ?? null
      if (whom !== null && to < whom && tokens[whom]?.relation === 'nmod' && (tokens[whom]?.head ?? -1) >= head) hang(work, whom, index - 1, 'obl')
    })
  }
}

const calledHome: Repair = {
  name: 'called-home',
  example: '"Oslo" compound of "home" in "called the envoy in Oslo home" → "Oslo" nmod of "envoy", "home" advmod of "called"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ lemma, relation, head: verb }, index) => {
      const [before, mark] = [tokens[index - 1], tokens[index - 2]]
      if (lemma !== 'home' || relation !== 'obl' || verb === null || index < verb || !before?.name.endsWith('Location') || before.head !== index || mark?.tag !== 'IN' || mark.head !== index) return
      const noun = index - 3
      const isObject = tokens[noun]?.relation === 'obj' && tokens[noun]?.head === verb
      hang(work, index, verb, 'advmod')
      hang(work, index - 1, isObject ? noun : verb, isObject ? 'nmod' : 'obl')
      hang(work, index - 2, index - 1, 'case')
    })
  }
}

const gives = /^(?:give|hand|send|show|offer|lend|sell|pay|bring|write|pass|grant|award|tell|teach|promise|owe)$/

const givenToWhom: Repair = {
  name: 'given-to-whom',
  example: '"Lind" compound of "letters" in "handed Lind letters" → "Lind" iobj of "handed"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ name, relation, head }, index) => {
      const gift = head === null ? undefined : tokens[head]
      if (head !== index + 1 || !name.endsWith('Person') || !/^(?:compound|nmod:poss|nmod:desc)$/.test(relation) || gift?.tag !== 'NNS' || gift.relation !== 'obj' || gift.head === null) return
      let first = index
      while (tokens[first]?.name.startsWith('I-')) first--
      if (gift.head === first - 1 && gives.test(tokens[gift.head]?.lemma ?? '')) hang(work, index, gift.head, 'iobj')
    })
  }
}

const dayOfTheEvent: Repair = {
  name: 'day-of-the-event',
  example: '"May" obl of "met" in "met a week before the end of the war on 5 May" → nmod of "end"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ name, relation, head: verb }, index) => {
      const mark = tokens[index - 1]
      if (name !== 'B-Date' || relation !== 'obl' || verb === null || index < verb || !is(mark, /^(?:on|in)$/) || mark?.head !== index || !tokens[index - 2]?.tag.startsWith('NN')) return
      // The adverbial that ends right before it, and what opens that.
      let event = index - 2
      for (let step = 0; step < 6 && tokens[event]?.head !== verb && (tokens[event]?.head ?? -1) > verb; step++) event = tokens[event]?.head ?? -1
      if (tokens[event]?.head !== verb || event === index - 2 || !tokens[event]?.relation.startsWith('obl') || !/^NNS?$/.test(tokens[event]?.tag ?? '')) return
      // Only where the verb has a time already ("a week before"), or the day its year.
      const isTimed = tokens.slice(verb + 1, event).some((token) => /^(?:day|week|month|year|hour|minute|decade|time)s?$/.test(token.lemma)) || tokens.slice(index, index + 5).some((token) => token.name.endsWith('Date') && /^\d{4}$/.test(token.text))
      if (isTimed && tokens.slice(verb + 1, event).some((token) => token.head === event && token.relation === 'case' && /^(?:before|after|since|until)$/i.test(token.text))) hang(work, index, event, 'nmod')
    })
  }
}

const spokenTo: Repair = {
  name: 'spoken-to',
  example: '"Ada" conj of "strait" in ‘"It is called the strait, Ada."’ → "Ada" vocative',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ name, relation, head }, index) => {
      if (name !== 'B-Person' || !/^(?:conj|appos)$/.test(relation) || head === null || index < head || tokens[index - 1]?.text !== ',' || tokens[head]?.name.endsWith('Person')) return
      let end = index + 1
      while (tokens[end]?.name === 'I-Person') end++
      if (!/^[.!?,]$/.test(tokens[end]?.text ?? '') || !/^["”’']$/.test(tokens[end + 1]?.text ?? '') || tokens.slice(head, index).some((token) => token.relation === 'cc')) return
      // A role before the comma is what the name stands beside: "my brother, Ada."
      if (/^(?:PRP\$)$/.test(tokens.find((token, place) => place < head && token.head === head)?.tag ?? '') || (relation === 'appos' && tokens[head]?.name === 'O')) return
      hang(work, index, tokens[head]?.head ?? head, 'vocative')
    })
  }
}

const howItIs: Repair = {
  name: 'how-it-is',
  example: '"how" advmod of "showed" in "showed how towns are run" → "how" advmod of "run"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ tag, relation, head }, index) => {
      if (tag !== 'WRB' || relation !== 'advmod' || head !== index - 1 || !tokens[head]?.tag.startsWith('VB')) return
      const clause = tokens.findIndex((token, place) => index < place && place < index + 25 && token.relation === 'ccomp' && token.head === head)
      if (0 <= clause) hang(work, index, clause, 'advmod')
    })
  }
}

const withoutWhat: Repair = {
  name: 'without-what',
  example: '"visas" obl of "ended" in "ended the trips without visas that helped" → "visas" nmod of "trips", "helped" acl:relcl of "trips"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ tag, head: verb, relation }, index) => {
      const noun = index - 2
      if (tag !== 'NNS' || verb === null || !/^(?:obl|nmod)$/.test(relation) || !is(tokens[index - 1], /^without$/) || !tokens[noun]?.tag.startsWith('NN') || !(verb === noun || (tokens[noun]?.relation === 'obj' && tokens[noun]?.head === verb))) return
      // What is lacking does nothing: the clause is about what lacks it.
      const clause = tokens.findIndex((token, place) => index < place && place < index + 12 && token.relation === 'acl:relcl' && token.head === index)
      if (clause < 0 || !/^(?:that|which)$/i.test(tokens[index + 1]?.text ?? '')) return
      hang(work, index, noun, 'nmod')
      hang(work, clause, noun, 'acl:relcl')
    })
  }
}

const butOnlyAfter: Repair = {
  name: 'but-only-after',
  example: '"paid" conj of "agreed" in "agreed to sail, but only after Lind had paid" → advcl',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ relation, head }, index) => {
      if (relation !== 'conj' || head === null || index < head) return
      const marks = tokens.slice(Math.max(head, index - 14), index).flatMap((token, step) => (token.relation === 'mark' && token.head === index ? [Math.max(head, index - 14) + step] : []))
      const mark = marks[0]
      if (mark !== undefined && is(tokens[mark], /^(?:after|if|when|once|until|because|unless)$/) && is(tokens[mark - 1], /^only$/) && is(tokens[mark - 2], /^(?:but|and)$/)) hang(work, index, head, 'advcl')
    })
  }
}

const onThisAndOnThat: Repair = {
  name: 'on-this-and-on-that',
  example: '"law" conj of "notes" in "rests on notes that Lind took, and on law" → "law" obl of "rests"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ relation, head: first, tag }, index) => {
      if (relation !== 'conj' || first === null || index < first || !tag.startsWith('NN') || tokens[first]?.relation !== 'obl' || tokens[first]?.head === null) return
      const between = tokens.slice(first + 1, index)
      const mark = between.find((token) => token.relation === 'case' && token.head === index)
      const isSame = tokens.slice(Math.max(0, first - 8), first).some((token) => token.relation === 'case' && token.head === first && token.text.toLowerCase() === mark?.text.toLowerCase())
      if (mark && isSame && between.some((token) => token.relation === 'acl:relcl' && token.head === first)) hang(work, index, tokens[first]?.head ?? index, 'obl')
    })
  }
}

const besideThePlace: Repair = {
  name: 'beside-the-place',
  example: '"capital" appos of "Crowds" in "Crowds in Lund, the capital, sang" → appos of "Lund"',
  mend(work) {
    const { tokens } = work
    tokens.forEach(({ relation, head, tag, lemma }, index) => {
      if (relation !== 'appos' || head === null || index < head || tag !== 'NN' || tokens[head]?.tag !== 'NNS') return
      const comma = tokens.findIndex((token, place) => head < place && place < index && token.text === ',')
      let place = comma - 1
      if (comma < 0 || !tokens[place]?.name.endsWith('Location') || tokens.slice(comma + 1, index).some((token) => token.text === ',')) return
      while (head < place && tokens[place]?.relation === 'flat') place = tokens[place]?.head ?? place
      const isOne = /^(?:the|an?|its|their)$/i.test(tokens[comma + 1]?.text ?? '') && !/^(?:group|majority|team|family|couple|pair|minority|crowd|part|number)$/.test(lemma)
      if (isOne && tokens[place]?.relation === 'nmod') hang(work, index, place, 'appos')
    })
  }
}

export const adverbRepairs: readonly Repair[] = [oneByOne, firstOfAll, watersThere, handOver, calledHome, givenToWhom, dayOfTheEvent, spokenTo, howItIs, withoutWhat, butOnlyAfter, onThisAndOnThat, besideThePlace]

import { indexesOf } from '../../tree.js'
import type { Token } from '../../model.js'
import { hang, isAbove, isInside, retied, type Repair, type Work } from './mended.js'

const nominal = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl', 'obl:agent', 'nmod', 'nmod:poss', 'appos', 'conj', 'root', 'vocative', 'obl:unmarked'])

/** A person's name is one noun phrase: the first word with a noun's relation keeps its place and the others hang on it. */
const wholeName: Repair = {
  name: 'whole-name',
  example: '"Ada" nsubj of "left", "Lind" appos of "Oslo" → "Lind" flat of "Ada"',
  mend(work) {
    const { tokens } = work
    for (let from = 0; from < tokens.length; from++) {
      if (tokens[from]?.name !== 'B-Person') continue
      let to = from + 1
      while (tokens[to]?.name === 'I-Person') to++
      if (1 < to - from) mendName(work, from, to)
    }
  }
}

function mendName({ tokens }: Work, from: number, to: number): void {
  const outward = indexesOf({ from: from, to: to }).filter((index) => !isInside(tokens[index]?.head ?? null, from, to))
  const kept = outward.find((index) => nominal.has(tokens[index]?.relation ?? '')) ?? outward[0]
  if (outward.length < 2 || kept === undefined) return
  for (const index of outward) {
    const token = tokens[index]
    if (token && index !== kept && !isAbove(tokens, index, kept)) tokens[index] = retied(token, kept, 'flat')
  }
}


/** A possessive 's belongs to the noun before it. */
const possessive: Repair = {
  name: 'possessive-s',
  example: '"\'s" case of "claims" → "\'s" case of "Norland"',
  mend(work) {
    work.tokens.forEach((token, index) => {
      if ((token.tag !== 'POS' && !/^['’]s$/.test(token.text)) || token.relation !== 'case') return
      const owner = ownerBefore(work.tokens, index - 1)
      if (owner !== null && owner !== token.head) hang(work, index, owner, 'case')
      const mended = work.tokens[index]
      if (owner !== null && mended && mended.tag !== 'POS') work.tokens[index] = { ...mended, tag: 'POS' }
    })
  }
}

function ownerBefore(tokens: readonly Token[], last: number): number | null {
  let owner = last
  for (let head = tokens[owner]?.head ?? null; head !== null && head < owner && tokens[owner]?.relation === 'flat' && owner - head < 6; head = tokens[owner]?.head ?? null) owner = head
  return tokens[owner]?.tag.startsWith('NN') ? owner : null
}

export const nameRepairs: readonly Repair[] = [wholeName, possessive]

import type { Token } from '../../model.js'
import type { Chunk } from './chunks.js'
import { hang, isInside, isNominal, retied, type Repair, type Work } from './mended.js'

/** The word of a chunk that stands for it: the last noun that hangs outside of it. */
export function headOf(tokens: readonly Token[], { from, to }: Chunk): number {
  for (let index = to - 1; from <= index; index--) if (isNominal(tokens[index]) && !isInside(tokens[index]?.head ?? null, from, to)) return index
  for (let index = to - 1; from <= index; index--) if (!isInside(tokens[index]?.head ?? null, from, to)) return index
  return to - 1
}

const inner = /^(?:amod|compound|det|nummod|nmod:poss|nmod:desc|punct|dep|advmod|flat|nmod|obl|obj|case|mark|goeswith|conj|appos)$/

const oneChunk: Repair = {
  name: 'one-chunk',
  example: '"former" amod of "served", "President" obl of "served" in "served under former President Ada Lind" → both hang on "Ada"',
  mend(work) {
    const { tokens } = work
    for (const chunk of work.chunks) {
      const { from, to } = chunk
      if (to - from < 2) continue
      oneName(work, chunk)
      const head = headOf(tokens, chunk)
      for (let index = from; index < head; index++) {
        const token = tokens[index] as Token
        if (isInside(token.head, from, to) || !belongs(token, tokens[head])) continue
        hang(work, index, head, relationIn(token, tokens[head]))
      }
    }
  }
}

/** "Ada Lind" is one name, though the network saw none: of two names side by side under one head, the second hangs on the first. */
function oneName(work: Work, { from, to }: Chunk): void {
  const { tokens } = work
  for (let index = from + 1; index < to; index++) {
    const [before, token] = [tokens[index - 1] as Token, tokens[index] as Token]
    if (before.tag === 'NNP' && token.tag === 'NNP' && token.head === before.head && /^(?:nsubj|obj|obl|root)/.test(before.relation) && token.relation !== before.relation) hang(work, index, index - 1, 'flat')
  }
}

/** A modifier always; a noun where it and the head were given the same thing to do, or only a modifier's part. */
function belongs(token: Token, head: Token | undefined): boolean {
  if (!isNominal(token)) return inner.test(token.relation)
  return /^(?:amod|compound|nmod:desc|nummod|punct|dep|flat|goeswith)$/.test(token.relation) || (token.head === head?.head && token.relation === head?.relation)
}

function relationIn({ tag, relation }: Token, head: Token | undefined): string {
  if (/^P?DT$/.test(tag)) return 'det'
  if (tag === 'PRP$' || tag === 'WP$') return 'nmod:poss'
  if (tag.startsWith('JJ')) return 'amod'
  if (tag === 'CD') return 'nummod'
  if (tag.startsWith('NN')) return head?.name.endsWith('Person') ? 'nmod:desc' : 'compound'
  return relation === 'punct' ? 'punct' : 'compound'
}

const possessor: Repair = {
  name: 'possessor',
  example: '"Lind" obl of "responded" in "responded to Lind\'s letter" → "Lind" nmod:poss of "letter"',
  mend(work) {
    const { tokens, chunks } = work
    chunks.forEach((chunk, place) => {
      const next = chunks[place + 1]
      const mark = tokens[chunk.to]
      if (!next || next.from !== chunk.to + 1 || !mark || !(mark.tag === 'POS' || (/^['’]s?$/.test(mark.text) && /^(?:IN|NNP)$/.test(mark.tag)))) return
      const owner = headOf(tokens, chunk)
      const owned = headOf(tokens, next)
      if (tokens[owner]?.head === null || (isInside(tokens[owner]?.head ?? null, next.from, next.to) && !/^(?:nsubj|obj|obl|dep)/.test(tokens[owner]?.relation ?? ''))) return
      const { head: above, relation } = tokens[owner] as Token
      // The other way round: what is owned takes its owner's place.
      if (above !== null && tokens[owned]?.head === owner) tokens[owned] = retied(tokens[owned] as Token, above, relation)
      hang(work, owner, owned, 'nmod:poss')
      hang(work, chunk.to, owner, 'case')
    })
  }
}

/** Prepositions that before a noun are nothing else; "as", "like", "than", "about", "after" and "before" are often something else. */
const prepositions = new Set(['to', 'of', 'in', 'by', 'from', 'with', 'under', 'into', 'against', 'among', 'between', 'for', 'on', 'at', 'during', 'without', 'through', 'toward', 'towards', 'within', 'despite', 'via', 'upon', 'across', 'amid', 'throughout'])

const prepositionOfChunk: Repair = {
  name: 'preposition-of-chunk',
  example: '"by" punct of "flanked", "wife" obl:unmarked of "flanked" in "flanked by his wife" → "by" case of "wife", "wife" obl',
  mend(work) {
    const { tokens, sentenceOf, chunks } = work
    const endingAt = new Map(chunks.map((chunk) => [chunk.to, chunk]))
    chunks.forEach((chunk, place) => {
      const at = chunk.from - 1
      const mark = tokens[at]
      if (!mark || !/^(?:IN|TO)$/.test(mark.tag) || mark.relation === 'fixed' || !prepositions.has(mark.text.toLowerCase()) || sentenceOf[at] !== sentenceOf[chunk.from]) return
      // "for Norland to sign": the noun does what follows.
      if (tokens[chunk.to]?.tag === 'TO' && mark.text.toLowerCase() === 'for') return
      const owner = ownedBehind(work, chunks, place)
      if (mark.head !== owner && !isInside(mark.head, chunk.from, chunk.to)) hang(work, at, owner, 'case')
      if (mark.relation !== 'case' && isInside(mark.head, chunk.from, chunk.to)) tokens[at] = retied(mark, mark.head, 'case')
      obliqueOf(work, owner, mark.text.toLowerCase(), endingAt.get(at), at - 1)
    })
  }
}

/** Of "Norland's claims" the claims are meant. */
export function ownedBehind({ tokens }: Work, chunks: readonly Chunk[], place: number): number {
  let last = place
  while (chunks[last + 1]?.from === (chunks[last]?.to ?? 0) + 1 && tokens[chunks[last]?.to ?? 0]?.tag === 'POS') last++
  return headOf(tokens, chunks[last] as Chunk)
}

/** What a preposition leads is no subject and no object. Right behind a noun it hangs on that noun where the verb has no place for it. */
function obliqueOf(work: Work, index: number, preposition: string, before: Chunk | undefined, previous: number): void {
  const { tokens } = work
  const { relation, head } = tokens[index] as Token
  if (head === null || !/^(?:nsubj|nsubj:pass|obj|iobj|obl:unmarked|ccomp|xcomp|dep|punct)$/.test(relation)) return
  if (tokens.slice(Math.max(0, index - 6), index).some((token) => token.head === index && /^(?:cop|nsubj)/.test(token.relation))) return
  // "more of them", "much of the control"
  const counts = preposition === 'of' && /^(?:JJ[RS]?|CD|DT|PDT|RB|NN)$/.test(tokens[previous]?.tag ?? '') && tokens[previous]?.relation.startsWith('nsubj')
  const noun = before ? headOf(tokens, before) : counts ? previous : null
  if (noun !== null && (preposition === 'of' || relation.startsWith('nsubj'))) return hang(work, index, noun, 'nmod')
  hang(work, index, head, 'obl')
}

export const chunkRepairs: readonly Repair[] = [oneChunk, possessor, prepositionOfChunk]

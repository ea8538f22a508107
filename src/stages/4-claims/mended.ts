import type { Token } from '../../model.js'
import type { Chunk } from './chunks.js'

/** An article's tokens while their ties are being mended. */
export interface Work {
  readonly tokens: Token[]
  readonly sentenceOf: readonly number[]
  /** By parts of speech, which no repair changes. */
  readonly chunks: readonly Chunk[]
}

/** A way of being wrong that needs no knowledge of the sentence to be seen, and what is done about it. */
export interface Repair {
  readonly name: string
  /** What the trees have → what it must be. */
  readonly example: string
  mend(work: Work): void
}

/** A copy with another tie. Written out, and the only place that makes one, so that V8 knows all tokens of the stage by one layout: with some of another layout
 *  it compiles every rule anew when the rule meets its first mended word, and reads tokens more slowly ever after. */
export function retied(token: Token, head: number | null, relation: string, name = token.name): Token {
  const { start, end, text, lemma, tag, role, of, same, sure } = token
  return { start, end, text, lemma, tag, head, relation, name, role, of, same, sure }
}

/** Hangs a word on another one of its sentence; does nothing where that would close a loop or change nothing. */
export function hang({ tokens, sentenceOf }: Work, index: number, head: number, relation: string): void {
  const token = tokens[index]
  if (!token || index === head || sentenceOf[index] !== sentenceOf[head] || (token.head === head && token.relation === relation)) return
  if (!isAbove(tokens, index, head)) tokens[index] = retied(token, head, relation)
}

/** Would hanging `upper` on `index` close a loop? */
export function isAbove(tokens: readonly Token[], upper: number, index: number): boolean {
  let above = tokens[index]?.head ?? null
  for (let step = 0; above !== null && step < 80; step++) {
    if (above === upper) return true
    above = tokens[above]?.head ?? null
  }
  return above !== null
}

export const isInside = (head: number | null, from: number, to: number): boolean => head !== null && from <= head && head < to

export const isNominal = (token: Token | undefined): boolean => token !== undefined && /^(?:NN|CD|\$|PRP$|FW)/.test(token.tag)

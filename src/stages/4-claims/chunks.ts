import type { Token } from '../../model.js'

/** A run of words that is one noun with what stands before it, told by parts of speech alone: "the former president Ada Lind", "Norland", "four islands". A possessor
 *  ("Norland 's") is a chunk of its own. */
export interface Chunk {
  /** Half-open range of token indexes; a possessive 's is in none. */
  readonly from: number
  readonly to: number
}

const modifiers = new Set(['JJ', 'JJR', 'JJS', 'CD', '$', 'HYPH', 'AFX'])
const openers = new Set(['DT', 'PDT', 'PRP$', 'WP$'])
const nouns = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'CD', '$', 'FW'])
/** Those that are not always subjects. */
const pronoun = /^(?:me|him|it|us|them|you|(?:my|him|her|it|your)self|(?:our|your|them)selves)$/i
const isNoun = (token: Token | undefined): boolean => token !== undefined && nouns.has(token.tag)

/** All chunks of an article, in text order. None reaches over the end of its sentence, or from a date into the noun behind it ("last week voters chose"). */
export function chunksOf(tokens: readonly Token[], sentenceOf: readonly number[]): Chunk[] {
  const chunks: Chunk[] = []
  for (let from = 0; from < tokens.length; ) {
    const isPronoun = tokens[from]?.tag === 'PRP' && pronoun.test(tokens[from]?.text ?? '')
    const to = isPronoun ? from + 1 : endOf(tokens, sentenceOf, from)
    if (isPronoun) chunks.push({ from, to })
    let last = to
    while (from < last && !isNoun(tokens[last - 1])) last--
    if (from < last) chunks.push({ from, to: last })
    from = Math.max(last, from + 1)
  }
  return chunks
}

function endOf(tokens: readonly Token[], sentenceOf: readonly number[], from: number): number {
  let to = from
  for (; to < tokens.length && sentenceOf[to] === sentenceOf[from]; to++) {
    const token = tokens[to] as Token
    if (openers.has(token.tag)) {
      // "all the islands", "such a treaty"
      if (from < to && !/^(?:PDT|DT)$/.test(tokens[to - 1]?.tag ?? '')) break
    } else if (/^VB[NG]$/.test(token.tag)) {
      if (to === from || !/^(?:amod|compound)/.test(token.relation)) break
    } else if (!isNoun(token) && !modifiers.has(token.tag)) break
    // "took place | five days before"
    if (from < to && token.tag === 'CD' && /^NNS?$/.test(tokens[to - 1]?.tag ?? '') && /^NNS?$/.test(tokens[to + 1]?.tag ?? '')) break
    if (from < to && isDate(token) !== isDate(tokens[to - 1]) && !openers.has(tokens[to - 1]?.tag ?? '')) break
    // "gave the minister medals", "told Lind Norland had signed": two nouns with two things to do.
    if (from < to && isNoun(token) && isNoun(tokens[to - 1]) && /^(?:iobj|nsubj)/.test(token.relation) && token.relation !== tokens[to - 1]?.relation && isClausal(tokens[to - 1])) break
  }
  return to
}

const isDate = (token: Token | undefined): boolean => token?.name.endsWith('Date') ?? false
const isClausal = (token: Token | undefined): boolean => /^(?:nsubj|obj|iobj|obl|root|conj)/.test(token?.relation ?? '')

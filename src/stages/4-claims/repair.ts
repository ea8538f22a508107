import type { Token, Tokens } from '../../model.js'
import { chunksOf } from './chunks.js'
import { retied, type Repair, type Work } from './mended.js'
import { adverbRepairs } from './repair-adverbs.js'
import { borderRepairs } from './repair-borders.js'
import { chunkRepairs } from './repair-chunks.js'
import { clauseRepairs } from './repair-clauses.js'
import { nameRepairs } from './repair-names.js'
import { openerRepairs } from './repair-openers.js'
import { relativeRepairs } from './repair-relatives.js'

/** What the trees have though it cannot be so, whatever the sentence. In this order; each sees what those before it have mended. */
export const repairs: readonly Repair[] = [...nameRepairs, ...chunkRepairs, ...clauseRepairs, ...borderRepairs, ...relativeRepairs, ...adverbRepairs, ...openerRepairs]

/** The tokens with those ties mended. Everything else stays as it is. */
export function repaired(tokens: Tokens['tokens'], sentenceOf: readonly number[], rules: readonly Repair[] = repairs): readonly Token[] {
  const whole = tokens.map((token, index) => inSentence(token, index, sentenceOf))
  const work: Work = { tokens: whole, sentenceOf, chunks: chunksOf(whole, sentenceOf) }
  for (const { mend } of rules) mend(work)
  return work.tokens
}

/** Neither clauses nor names reach over the end of their sentence. */
function inSentence(token: Token, index: number, sentenceOf: readonly number[]): Token {
  const strays = token.head !== null && sentenceOf[token.head] !== sentenceOf[index]
  const torn = token.name.startsWith('I-') && sentenceOf[index - 1] !== sentenceOf[index]
  if (!strays && !torn) return token
  return retied(token, strays ? null : token.head, strays ? 'root' : token.relation, torn ? `B-${token.name.slice(2)}` : token.name)
}

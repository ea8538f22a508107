import type { Tokens } from '../../model.js'
import { overlaps } from '../../span.js'
import { treeOf } from '../../tree.js'
import { chunksOf, type Chunk } from './chunks.js'
import { clauseDraft, outerDraft } from './clause-draft.js'
import { clauseRules } from './clauses.js'
import { tokensOf, type Draft } from './draft.js'
import { headsClause, type Grammar } from './grammar.js'
import { retied } from './mended.js'
import { nounDraft, nounRules } from './nouns.js'
import { repaired } from './repair.js'
import { controllerOf, subjectRules } from './subjects.js'
import type { Words } from './words.js'

/** Every rule of the stage. A test gives them one at a time. */
export const allRules = { clauses: clauseRules, subjects: subjectRules, nouns: nounRules }
export type Rules = typeof allRules

export function grammarOf(layer: Tokens, words: Words): Grammar {
  const asRead = layer.tokens.map((token) => retied(token, token.head, token.relation))
  const tree = treeOf({ ...layer, tokens: repaired(asRead, treeOf(layer).sentenceOf) })
  const skipped = skippedTokens(layer)
  const chunks = new Array<Chunk | null>(tree.tokens.length).fill(null)
  for (const chunk of chunksOf(tree.tokens, tree.sentenceOf)) chunks.fill(chunk, chunk.from, chunk.to)
  const lowers = tree.tokens.map(({ text }) => text.toLowerCase())
  const relations = tree.tokens.map(({ relation }) => relation)
  return { tree, words, lowers, relations, skipped: (index) => skipped[index] === 1, chunkAt: (index) => chunks[index] ?? null, mended: (index) => tree.tokens[index] !== asRead[index] }
}

/** All that the trees of an article say, in text order, reports ("she said …") among them. */
export function draftsOf(grammar: Grammar, { clauses, subjects, nouns }: Rules = allRules): Draft[] {
  const drafts: Draft[] = []
  const add = (draft: Draft | null) => {
    if (draft && isOneSentence(grammar, draft)) drafts.push(draft)
  }
  for (let index = 0; index < grammar.tree.tokens.length; index++) {
    if (grammar.skipped(index) || grammar.tree.sentenceOf[index] === -1) continue
    for (const rule of nouns) add(nounDraft(grammar, index, rule))
    if (1 < clauses.length) add(outerDraft(grammar, index))
    const tellsClause = (grammar.relations[index] !== 'xcomp' || controllerOf(grammar, index) !== null) && headsClause(grammar, index)
    if (tellsClause) add(clauseDraft(grammar, index, clauses, subjects))
  }
  return drafts
}

/** Rules look at neighbours too, and a neighbour may belong to the next sentence. */
const isOneSentence = ({ tree: { sentenceOf } }: Grammar, draft: Draft): boolean => tokensOf(draft).every((token) => sentenceOf[token] === sentenceOf[draft.at])

/** The headline is left out as well: it says in clipped grammar what the article says again in whole sentences. */
function skippedTokens({ article: { boilerplate, byline, dateline, title, source }, tokens }: Tokens): Uint8Array {
  const stretches = [...boilerplate, byline, dateline, title, source].flatMap((stretch) => (stretch !== null && typeof stretch === 'object' ? [stretch] : [])).sort((a, b) => a.start - b.start)
  const skipped = new Uint8Array(tokens.length)
  let next = 0
  tokens.forEach((token, index) => {
    while (next < stretches.length && (stretches[next]?.end ?? 0) <= token.start) next++
    const stretch = stretches[next]
    if (stretch && overlaps(stretch, token)) skipped[index] = 1
  })
  return skipped
}

import type { Tokens } from '../../model.js'
import { overlaps } from '../../span.js'
import { treeOf } from '../../tree.js'
import { chunksOf, type Chunk } from './chunks.js'
import { clauseDraft, outerDraft } from './clause-draft.js'
import { clauseRules } from './clauses.js'
import { tokensOf, type Draft } from './draft.js'
import { headsClause, tokenOf, type Grammar } from './grammar.js'
import { nounDrafts, nounRules } from './nouns.js'
import { repaired } from './repair.js'
import { controllerOf, subjectRules } from './subjects.js'
import type { Words } from './words.js'

/** Every rule of the stage. A test gives them one at a time. */
export const allRules = { clauses: clauseRules, subjects: subjectRules, nouns: nounRules }
export type Rules = typeof allRules

export function grammarOf(layer: Tokens, words: Words): Grammar {
  const tree = treeOf({ ...layer, tokens: repaired(layer.tokens, treeOf(layer).sentenceOf) })
  const skipped = skippedTokens(layer)
  const chunks = new Array<Chunk | null>(tree.tokens.length).fill(null)
  for (const chunk of chunksOf(tree.tokens, tree.sentenceOf)) chunks.fill(chunk, chunk.from, chunk.to)
  return { tree, words, skipped: (index) => skipped[index] === 1, chunkAt: (index) => chunks[index] ?? null, mended: (index) => tree.tokens[index] !== layer.tokens[index] }
}

/** All that the trees of an article say, in text order, reports ("she said …") among them. */
export function draftsOf(grammar: Grammar, { clauses, subjects, nouns }: Rules = allRules): Draft[] {
  return grammar.tree.tokens.flatMap((_, index) => {
    if (grammar.skipped(index) || grammar.tree.sentenceOf[index] === -1) return []
    const { relation } = tokenOf(grammar, index)
    const clause = (relation !== 'xcomp' || controllerOf(grammar, index) !== null) && headsClause(grammar, index) ? clauseDraft(grammar, index, clauses, subjects) : null
    const outer = clauses.length < 2 ? null : outerDraft(grammar, index)
    return [...nounDrafts(grammar, index, nouns), ...(outer ? [outer] : []), ...(clause ? [clause] : [])].filter((draft) => isOneSentence(grammar, draft))
  })
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

import { tokensIn } from '../../tree.js'
import { child, children, isNounTag, lower, tokenOf, type Grammar } from './grammar.js'
import type { Asked } from './on-whose-word.js'
import { isQuoted, type Voices } from './voices.js'

/** Where a content may hold words of the article: only outside quotation marks. */
const isInOwnWords = ({ attribution, voices, draft: { at } }: Asked): boolean => attribution !== null && attribution.type !== 'direct' && !isQuoted(voices, at)

/** ", in which Norland gave up the islands": a relative clause behind a comma that is about a name; "a man, accused by Lind of theft, was": a participle between commas. */
export const isAside = (asked: Asked): boolean => isInOwnWords(asked) && (isAboutName(asked) || isBetweenCommas(asked))

function isAboutName({ grammar, draft: { at, subject, predicate } }: Asked): boolean {
  const first = Math.min(at, predicate.tokens[0] ?? at, subject !== null && subject.head < at && tokenOf(grammar, subject.head).head === at ? (subject.tokens[0] ?? at) : at)
  const pronoun = [first, first - 1, first - 2].find((token) => /^(?:which|who|whom|whose|where)$/.test(lower(grammar, token)) && isBelow(grammar, token, at))
  if (pronoun === undefined) return false
  const comma = [pronoun - 1, pronoun - 2, pronoun - 3].find((token) => lower(grammar, token) === ',')
  if (comma === undefined || !grammar.tree.tokens.slice(comma + 1, pronoun).every(({ tag }) => /^(?:IN|CD|DT|JJ|NNS?|TO|VBG)$/.test(tag))) return false
  return tokenOf(grammar, topNoun(grammar, comma - 1)).name !== 'O'
}

const isBelow = (grammar: Grammar, token: number, above: number): boolean => [tokenOf(grammar, token).head, tokenOf(grammar, tokenOf(grammar, token).head ?? -1).head].includes(above)

/** The noun of "the Oslo Declaration of 1956" from its last word. */
function topNoun(grammar: Grammar, last: number): number {
  let noun = last
  for (let step = 0; step < 8; step++) {
    const { head, relation } = tokenOf(grammar, noun)
    if (head === null || last < head || !/^(?:nmod|flat|compound|nummod|appos)/.test(relation)) break
    noun = head
  }
  return noun
}

function isBetweenCommas({ grammar, draft: { at, predicate, complements } }: Asked): boolean {
  const { head, relation, tag } = tokenOf(grammar, at)
  if (head === null || at < head || tag !== 'VBN' || !/^(?:acl|advcl)$/.test(relation) || !/^nsubj/.test(tokenOf(grammar, head).relation)) return false
  const last = Math.max(at, ...predicate.tokens, ...complements.flatMap(({ phrase }) => phrase.tokens))
  return lower(grammar, (predicate.tokens[0] ?? at) - 1) === ',' && grammar.tree.tokens.slice(last + 1, last + 12).some(({ tag }) => tag === ',')
}

/** "the treatment of soldiers who were held": what somebody apologised for is a thing and no statement, so what else is said of it is the article's. */
export function isPartOfAThing(asked: Asked): boolean {
  const { grammar, draft: { at, predicate }, voices } = asked
  // "portrayed Berg as a man who would govern …": with a modal it is no fact of the article's.
  if (predicate.tokens.some((token) => tokenOf(grammar, token).tag === 'MD') && isTold(asked)) return false
  if (!isInOwnWords(asked) || !/^acl(?::relcl)?$/.test(tokenOf(grammar, at).relation)) return false
  const top = topOf(grammar, at, voices)
  if (top === null || !isNounTag(tokenOf(grammar, top).tag) || !/^(?:obj|obl|nmod|iobj|nsubj)/.test(tokenOf(grammar, top).relation) || child(grammar, top, 'cop', 'nsubj', 'nsubj:pass') !== null) return false
  // What somebody talks or writes about is told after him, unless a comma sets it off.
  const above = tokenOf(grammar, at).head ?? at
  return !isTold(asked) || lower(grammar, beginning(grammar, at) - 1) === ',' || tokenOf(grammar, above).relation === 'appos'
}

/** The last word up the tree that the content still holds; null where the way there leads through a clause that is itself said. */
function topOf(grammar: Grammar, at: number, { innermost }: Voices): number | null {
  let index = at
  for (let step = 0; step < 30; step++) {
    const { head, relation } = tokenOf(grammar, index)
    if (/^(?:ccomp|csubj|xcomp|parataxis|root|advcl)/.test(relation)) return null
    if (relation.startsWith('acl') && children(grammar, index, 'mark').some((mark) => /^(?:that|to|whether)$/.test(lower(grammar, mark)))) return null
    if (head === null || innermost[head] !== innermost[at]) return index
    index = head
  }
  return null
}

const beginning = (grammar: Grammar, clause: number): number => Math.min(clause, ...(grammar.tree.children[clause] ?? []))

/** Is the cue a verb of telling? */
function isTold({ grammar: { tree, words }, attribution }: Asked): boolean {
  const cue = (attribution?.cue ?? []).flatMap((span) => {
    const { from, to } = tokensIn(tree, span)
    return tree.tokens.slice(from, to)
  })
  return cue.some(({ lemma }) => words.effects.get(lemma) === 'says' || telling.has(lemma))
}

const telling = new Set(['accord', 'account', 'call', 'cast', 'cite', 'characterize', 'depict', 'describe', 'detail', 'dub', 'envision', 'label', 'list', 'paint', 'pledge', 'portray', 'promise', 'propose', 'read', 'recount', 'report', 'show', 'speak', 'speech', 'statement', 'story', 'talk', 'threaten'])

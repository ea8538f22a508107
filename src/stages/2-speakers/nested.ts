import { indexesOf, type Range, type Tree } from '../../tree.js'
import { subtree, tokensIn } from '../../tree.js'
import { stretchOf, type Draft, type Stretch } from './draft.js'
import { withAuxiliaries } from './quotation-rules.js'
import { phraseOf } from './sources.js'
import { isSupposed } from './supposed.js'
import { overlapping } from './tidy.js'
import { childrenOf } from './ties.js'

/** Verbs that report words or a deal. Not those of thought: "I think that …" is how people speak, and says nothing of a second speaker. */
const reporting = /^(acknowledge|admit|agree|announce|argue|assert|assure|claim|complain|concede|confirm|contend|declare|deny|explain|inform|insist|note|promise|report|reply|say|state|stress|suggest|swear|tell|testify|threaten|vow|warn|write)$/

/** What is reported inside of what somebody is quoted with: “We told them that taxes would fall.” The reader has one label a word and so cannot see it;
 *  the rules ask for a reporting verb with a subject and a clause of its own, all of them inside the content; outside of marks (`quoted`: in text order) only where the source is a name. */
export function readNested(drafts: readonly Draft[], quoted: readonly Stretch[], tree: Tree): Draft[] {
  const known = new Set(drafts.flatMap(({ cue }) => cue.flatMap(indexesOf)))
  return drafts.flatMap(({ content }) => content).flatMap((stretch): Draft[] => {
    const range = tokensIn(tree, stretch)
    const made: Draft[] = []
    for (let verb = range.from; verb < range.to; verb++) {
      if (known.has(verb)) continue
      const read = reportBy(verb, range, tree)
      const named = read?.source.some(({ from, to }) => tree.tokens.slice(from, to).some(({ tag, text }) => tag === 'NNP' && /^\p{Lu}/u.test(text)))
      if (read && (named || overlapping(quoted, stretchOf(tree, { from: verb, to: verb + 1 })).length)) made.push({ ...read, carries: null, sure: 0.9, rule: 'nested' })
    }
    return made
  })
}

function reportBy(verb: number, around: Range, tree: Tree): Pick<Draft, 'cue' | 'source' | 'content'> | null {
  const { tokens } = tree
  const token = tokens[verb]
  if (!token || !/^VB[DZPN]?$/.test(token.tag) || !reporting.test(token.lemma)) return null
  const [subject] = childrenOf(verb, /^nsubj$/, tree)
  const [clause, main] = childrenOf(verb, /^ccomp$/, tree).filter((child) => verb < child)
  if (subject === undefined || clause === undefined || verb < subject || tokens.slice(verb + 1, clause).some(({ text }) => /^[“"‘']$/.test(text))) return null
  if (!/^(NN|PRP$|CD|DT)/.test(tokens[subject]?.tag ?? '') || /^(you|that|which|it)$/i.test(tokens[subject]?.text ?? '')) return null
  const [own] = childrenOf(clause, /^(nsubj|nsubj:pass|expl)$/, tree)
  const source = phraseOf(subject, tree, (index) => around.from <= index && index < verb)
  if (!source || own === undefined || own < verb) return null
  // "What we have agreed on" is no report.
  if (/^W/.test(tokens[source.from - 1]?.tag ?? '') || isSupposed(verb, source, tree)) return null
  // What "most people agree" on is nobody's word.
  if (token.lemma === 'agree' && !/^VB[DN]$/.test(token.tag)) return null
  const cue = withAuxiliaries(verb, tree)
  const within = (index: number) => verb < index && index < around.to
  const below = subtree(tree, clause, within)
  const from = Math.min(...below)
  // "We agreed that if I come, we shall talk": the trees take the condition for what was agreed, and its main clause for something else beside it.
  const conditional = tokens.slice(from, from + 2).some(({ text, head }) => head === clause && /^(if|unless|when|once|until|because|although|though|while)$/i.test(text))
  if (conditional && main === undefined) return null
  let to = Math.max(...below, ...(conditional && main !== undefined ? subtree(tree, main, within) : [])) + 1
  while (from < to && !/[\p{L}\p{N}\])]$/u.test(tokens[to - 1]?.text ?? '')) to--
  to = withThat(to, around, tree)
  const muddled = 4 < from - cue.to || tokens.slice(cue.to, from).some(({ tag, text }) => text === ',' || (tag === 'IN' && !/^that$/i.test(text))) || tokens.slice(from + 1, from + 3).some(({ tag }) => /^W/.test(tag))
  // A tree that lost its way breaks off in the middle: “I said that I expect | to be asked”.
  const ends = to === around.to || !/[\p{L}\p{N}]/u.test(tokens[to]?.text ?? '') || /^(CC|RB)$/.test(tokens[to]?.tag ?? '') || /^(mark|advmod)$/.test(tokens[to]?.relation ?? '')
  // "Since the town has | yet to pay": cut in the middle of its verbs.
  const torn = /^(be|have|do)$/.test(tokens[to - 1]?.lemma ?? '') && /[\p{L}\p{N}]/u.test(tokens[to]?.text ?? '')
  return 2 < to - from && !muddled && !torn && ends ? { cue: [cue], source: [source], content: [stretchOf(tree, { from, to })] } : null
}

/** “They told me I was wrong, that the harbour was sold”: all of the clauses, to the end of the sentence or the closing mark. */
function withThat(to: number, around: Range, { tokens, sentenceOf }: Tree): number {
  const next = tokens[to]?.text === ',' ? to + 1 : to
  if (around.to <= next || tokens[next]?.text !== 'that') return to
  let end = next
  while (end < around.to && sentenceOf[end] === sentenceOf[to - 1] && !/^(["”]|''|[,.]["”])$/.test(tokens[end]?.text ?? '')) end++
  while (to < end && !/[\p{L}\p{N}\])]$/u.test(tokens[end - 1]?.text ?? '')) end--
  return end
}

import { indexesOf } from '../../tree.js'
import { inTextOrder } from './draft.js'
import { child, children, isVerbal, lower, tokenOf, type Grammar } from './grammar.js'

/** The copula nearest before the noun or adjective: "is" in "what he is is clear" belongs to another. After it only where the noun was moved ("how old he is"). */
export function copulaOf(grammar: Grammar, link: number): number | null {
  const found = isVerbal(grammar, link) || child(grammar, link, 'nsubj:outer') !== null ? [] : children(grammar, link, 'cop')
  return found.filter((word) => word < link).at(-1) ?? found[0] ?? null
}

const places = new Set(['here', 'there', 'now', 'then', 'today'])

/** "no longer claims" */
export function noLonger(grammar: Grammar, link: number): number[] {
  const longer = children(grammar, link, 'advmod').find((word) => lower(grammar, word) === 'longer' && lower(grammar, word - 1) === 'no')
  return longer === undefined ? [] : [longer - 1, longer]
}

/** "have recently been closed", "rightfully received": an adverb that touches the predicate from the left reads as part of it. */
export function adverbsBefore(grammar: Grammar, heads: readonly number[], tokens: ReadonlySet<number>): number[] {
  return heads.flatMap((link) =>
    children(grammar, link, 'advmod').filter((adverb) => {
      if (link < adverb || !tokenOf(grammar, adverb).tag.startsWith('RB') || (grammar.tree.children[adverb]?.length ?? 0) !== 0) return false
      // "is sufficiently clear": how clear, not how it is.
      if (/^(?:longer|both)$/.test(lower(grammar, adverb)) || places.has(lower(grammar, adverb)) || (copulaOf(grammar, link) ?? link) < adverb) return false
      return (tokens.has(adverb + 1) || adverb + 1 === link) && (!grammar.words.connectives.has(lower(grammar, adverb)) || (lower(grammar, adverb) === 'yet' && /^(?:not|n['’]t)$/.test(lower(grammar, adverb - 1)))) && !tokens.has(adverb) && !sentenceAdverb(grammar, adverb)
    })
  )
}

/** "re-energized" may be three tokens. */
export function hyphenated({ tree: { tokens } }: Grammar, verb: number): number[] {
  const parts: number[] = []
  const touches = (index: number) => tokens[index]?.end === tokens[index + 1]?.start
  for (let index = verb; tokens[index + 1]?.text === '-' && touches(index) && touches(index + 1); index += 2) parts.push(index + 1, index + 2)
  for (let index = verb; tokens[index - 1]?.text === '-' && touches(index - 1) && touches(index - 2); index -= 2) parts.push(index - 1, index - 2)
  return parts
}

/** A participle's auxiliaries stand right before it, whatever the tree hangs them on: "have recently been closed". */
export function strayAuxiliaries(grammar: Grammar, tokens: ReadonlySet<number>): number[] {
  const all = inTextOrder(tokens)
  const [first = 0] = all
  if (!/^VB[NG]?$/.test(tokenOf(grammar, first).tag) || all.some((token) => /^(?:VBD|VBZ|VBP|MD)$/.test(tokenOf(grammar, token).tag))) return []
  const found: number[] = []
  const passed: number[] = []
  const { sentenceOf } = grammar.tree
  for (let index = first - 1; first - 5 < index && sentenceOf[index] === sentenceOf[first]; index--) {
    const { relation, tag } = tokenOf(grammar, index)
    if (relation === 'aux' || relation === 'aux:pass' || tag === 'MD') found.push(index, ...passed.splice(0))
    else if (tag === 'RB') passed.push(index)
    else break
  }
  return found
}

/** One clause, one tense: of "have will continue" only "will continue" belongs together. */
export function secondTenses(grammar: Grammar, tokens: ReadonlySet<number>): number[] {
  // "had signed": behind its auxiliary a verb is a participle, whatever its tag.
  const isFinite = (token: number) => /^(?:VBD|VBZ|VBP|MD)$/.test(tokenOf(grammar, token).tag) && child(grammar, token, 'aux', 'aux:pass') === null
  const finite = [...tokens].filter(isFinite).sort((a, b) => a - b)
  const last = finite.at(-1) ?? 0
  return finite.length < 2 ? [] : [...tokens].filter((token) => token < last)
}

const sentenceAdverb = (grammar: Grammar, adverb: number): boolean => lower(grammar, adverb - 1) === ',' || lower(grammar, adverb + 1) === ','

/** "should [have] been", "appeared [to] be": between two words of a predicate, an auxiliary or "to" is one of it, whatever the tree hangs it on. */
export function wordsBetween(grammar: Grammar, tokens: ReadonlySet<number>): number[] {
  const all = inTextOrder(tokens)
  return all.flatMap((token, place) => {
    const next = all[place + 1]
    if (next === undefined || next === token + 1 || token + 4 < next) return []
    const between = indexesOf({ from: token + 1, to: next })
    const isSmall = (index: number) => (/^(?:back|ahead|forward|away|out|over)$/.test(lower(grammar, index)) && /^(?:RB|RP)$/.test(tokenOf(grammar, index).tag) && tokenOf(grammar, index).head === token) || /^(?:be|been|being|have|had|has|to|not|n['’]t)$/.test(lower(grammar, index)) && /^(?:VB|TO|IN|RB|DT)/.test(tokenOf(grammar, index).tag)
    return between.every((index) => isSmall(index) || tokenOf(grammar, index).tag === 'RB') ? between.filter(isSmall) : []
  })
}

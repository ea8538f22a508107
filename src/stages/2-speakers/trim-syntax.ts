import { indexesOf, type Range, type Tree } from '../../tree.js'
import { subtree } from '../../tree.js'
import { rootOf, type Draft } from './draft.js'
import { childrenOf, isInside } from './ties.js'
import { before, isQuoted, isWord, listening, wordsIn, type TrimRule } from './trim-rule.js'

/** What syntax shows: words that hang on something else than what is reported. */
export const trimsBySyntax: readonly TrimRule[] = [
  {
    name: 'second-verb',
    example: 'Jane Doe [cue questioned] [content [kept the tax] and moved to Westbrook].',
    of(piece, draft, tree) {
      const cue = cueRoot(draft, tree)
      const [first, ...roots] = rootsIn(piece, tree)
      const second = cue === null ? undefined : roots.find((root) => tree.tokens[root]?.head === cue && tree.tokens[root]?.relation === 'conj')
      if (first === undefined || second === undefined || !isVerb(second, tree) || childrenOf(second, /^mark$/, tree).length) return null
      // "She said that rents would rise, and it was bad" is hers as likely as not, and the trees cannot tell; "she denies that it was a lie and goes home" is not.
      const own = childrenOf(second, /^(nsubj|nsubj:pass|expl|cop)$/, tree).length || finiteOf(second, tree) === 'MD'
      const listed = !childrenOf(second, /^cc$/, tree).length
      const unlike = listed || finiteOf(second, tree) !== finiteOf(first, tree)
      const begins = beginOf(second, piece, tree)
      const apart = tree.tokens[begins]?.tag === 'CC' || !isWord(tree, begins - 1) || tree.tokens[begins - 1]?.tag === 'CC'
      return !apart || (tree.tokens[first]?.relation === 'ccomp' && (own || !unlike)) ? null : before(begins, piece, tree)
    }
  },
  {
    name: 'main-clause',
    example: 'The woman who [cue praised] [content [kept the tax] left the hall on Monday].',
    of(piece, draft, tree) {
      const cue = cueRoot(draft, tree)
      const [first] = rootsIn(piece, tree)
      if (first === undefined || cue === null || tree.tokens[cue]?.relation === 'parataxis' || /^(advmod|cc|mark|discourse)$/.test(tree.tokens[first]?.relation ?? '') || !ancestorsOf(first, tree).has(cue)) return null
      const above = ancestorsOf(cue, tree)
      const leaves = (index: number) => above.has(index) || above.has(topOf(index, piece, tree)) || above.has(tree.tokens[topOf(index, piece, tree)]?.head ?? -1)
      const begins = wordsIn(piece, tree).find((index) => !ancestorsOf(index, tree).has(cue) && leaves(index))
      const apart = begins !== undefined && (!isWord(tree, begins - 1) || /^(CC|TO|VB[DZP]|MD|WP|WDT)$/.test(tree.tokens[begins]?.tag ?? '') || tree.tokens[begins - 1]?.tag === 'CC')
      // A relative clause or participle behind a comma tells more of what stands before it.
      const more = begins !== undefined && (/^(W|RB|VBN)/.test(tree.tokens[begins]?.tag ?? '') || /^or$/i.test(tree.tokens[begins]?.text ?? ''))
      return apart && !more ? before(begins, piece, tree) : null
    }
  },
  {
    name: 'clause-behind',
    example: 'Jane Doe [cue told] [content the council of Westbrook [kept that rents would rise]].',
    of(piece, draft, tree) {
      const cue = cueRoot(draft, tree)
      const roots = rootsIn(piece, tree)
      const clause = roots.find((root) => tree.tokens[root]?.head === cue && tree.tokens[root]?.relation === 'ccomp')
      if (cue === null || clause === undefined || clause === roots[0] || !isVerb(cue, tree) || /^(W|IN$)/.test(tree.tokens[piece.from]?.tag ?? 'IN') || /^wh/i.test(tree.tokens[piece.from]?.text ?? '')) return null
      const listens = listening.test(tree.tokens[cue]?.lemma ?? '') ? /^(obj|iobj|obl|obl:unmarked|advcl)$/ : /^obl$/
      const ahead = roots.slice(0, roots.indexOf(clause))
      const told = ahead.every((root) => tree.tokens[root]?.head === cue && listens.test(tree.tokens[root]?.relation ?? ''))
      const from = beginOf(clause, piece, tree)
      const begins = /^(that|whether|if|how|why|what|he|she|they|it|we|i|there)$/i.test(tree.tokens[from]?.text ?? '')
      return told && begins && !isQuoted(from, piece, tree) && Math.max(...ahead) < from ? { from, to: piece.to } : null
    }
  },
  {
    name: 'asked-about',
    example: 'Jane Doe [cue asked] [content the mayor about [kept the sale of the harbour]].',
    of(piece, draft, tree) {
      const cue = cueRoot(draft, tree)
      const [listener, topic] = rootsIn(piece, tree)
      if (cue === null || listener === undefined || topic === undefined || !/^(ask|question|tell)$/.test(tree.tokens[cue]?.lemma ?? '')) return null
      const asked = tree.tokens[listener]?.head === cue && /^i?obj$/.test(tree.tokens[listener]?.relation ?? '') && tree.tokens[topic]?.head === cue && tree.tokens[topic]?.relation === 'obl'
      const about = beginOf(topic, piece, tree)
      return asked && /^about$/i.test(tree.tokens[about]?.text ?? '') && about + 1 < piece.to ? { from: about + 1, to: piece.to } : null
    }
  },
  {
    name: 'source-goes-on',
    example: 'The cause, [cue according to] [source Jane Doe,] [content a former mayor, [kept was a lack of money]].',
    of(piece, { source: [source] }, tree) {
      const [first] = rootsIn(piece, tree)
      if (!source || first === undefined || piece.from < source.to || source.to + 1 < piece.from || !isInside(source, tree.tokens[first]?.head) || tree.tokens[first]?.relation !== 'appos') return null
      const end = Math.max(...subtree(tree, first, (index) => isInside(piece, index))) + 1
      const from = wordsIn({ from: end, to: piece.to }, tree)[0]
      return from === undefined || tree.tokens[from - 1]?.text !== ',' ? null : { from, to: piece.to }
    }
  },
  {
    name: 'next-speaker',
    example: 'Polls [cue show] [content [kept that the mayor lost]: A survey of May] found a tie.',
    of(piece, draft, tree) {
      const [cue] = draft.cue
      const next = isWord(tree, piece.to) ? piece.to : piece.to + 1
      const colon = indexesOf(piece).findLast((index) => /^[:;]$/.test(tree.tokens[index]?.text ?? ''))
      if (!cue || colon === undefined || isQuoted(colon, piece, tree) || piece.from < cue.to || !/^(VB[DZP]|MD)$/.test(tree.tokens[next]?.tag ?? '')) return null
      const rest = { from: colon + 1, to: piece.to }
      const verbal = wordsIn(rest, tree).some((index) => /^(VB[DZP]|MD)$/.test(tree.tokens[index]?.tag ?? ''))
      return verbal || !wordsIn(rest, tree).some((index) => tree.tokens[index]?.head === next) ? null : before(colon, piece, tree)
    }
  },
  {
    name: 'and-then',
    example: 'Jane Doe [cue questioned] [content [kept the tax], waging a campaign against it].',
    of(piece, draft, tree) {
      const [first] = rootsIn(piece, tree)
      if (first === undefined || !/^NN|^PRP/.test(tree.tokens[first]?.tag ?? '') || tree.tokens[first]?.head !== cueRoot(draft, tree)) return null
      const begins = indexesOf(piece).find((index) => tree.tokens[index]?.tag === 'VBG' && tree.tokens[index - 1]?.text === ',' && tree.tokens[index]?.relation === 'advcl' && !/^(including|excluding|regarding|concerning)$/i.test(tree.tokens[index]?.text ?? ''))
      const finite = begins !== undefined && wordsIn({ from: piece.from, to: begins }, tree).some((index) => /^(VB[DZP]|MD)$/.test(tree.tokens[index]?.tag ?? '') || tree.tokens[index]?.text === 'including')
      return begins === undefined || finite ? null : before(begins, piece, tree)
    }
  }
]

const cueRoot = ({ cue: [cue] }: Draft, tree: Tree): number | null => (cue ? rootOf(tree, cue) : null)

/** With a copula an adjective or noun is one, too. */
const isVerb = (index: number, tree: Tree): boolean => /^VB|^MD/.test(tree.tokens[index]?.tag ?? '') || 0 < childrenOf(index, /^(cop|aux)$/, tree).length

/** The tag of the finite verb of a clause: "VBD" of "was sold". */
function finiteOf(index: number, tree: Tree): string | undefined {
  const [first = index] = childrenOf(index, /^(aux|aux:pass|cop)$/, tree)
  return tree.tokens[Math.min(first, index)]?.tag
}

/** Words whose heads lie outside of the piece and that stand outside of marks, or begin it. */
const rootsIn = (piece: Range, tree: Tree): number[] => wordsIn(piece, tree).filter((index, place) => !isInside(piece, tree.tokens[index]?.head) && (place === 0 || !isQuoted(index, piece, tree)))

/** Where the phrase of a word begins inside of the piece. */
const beginOf = (root: number, piece: Range, tree: Tree): number => Math.min(...subtree(tree, root, (index) => isInside(piece, index)))

function ancestorsOf(index: number, { tokens }: Tree): Set<number> {
  const above = new Set<number>()
  for (let own = tokens[index]?.head ?? null; own !== null && !above.has(own); own = tokens[own]?.head ?? null) above.add(own)
  return above
}

/** The highest word above one that still lies in the piece. */
function topOf(index: number, piece: Range, { tokens }: Tree): number {
  let own = index
  for (let step = 0; step < 100 && isInside(piece, tokens[own]?.head); step++) own = tokens[own]?.head ?? own
  return own
}

import type { Tree } from '../../tree.js'
import { childrenOf, far, gapOf, isBefore, isInside, isVerbal, pointing, pointingElsewhere, type Pair, type Tie } from './ties.js'

/** What ties a source to a cue. The weights are those of a logistic regression on articles of PolNeAR's training part, rounded to tenths, and
 *  moved so that a pair counts from 0 on: there a source is worth having although one of three may be wrong. The pointers weigh little because
 *  three in ten were led astray on purpose while fitting: on these articles, which the reader learned from, they are better than anywhere else.
 *  "Seeming" and "beside" are set by hand, as is "participle" of the contents. Fitted with scripts/score/attribution-ties.ts. */
export const sourceTies: readonly Tie[] = [
  { name: 'pointer', example: '[piece Jane Doe] [cue said] taxes would fall.', weight: 0.6, strength: pointing },
  { name: 'pointer-elsewhere', example: '[piece Jane Doe] said taxes would fall, [cue adding] that rents would follow.', weight: -0.7, strength: pointingElsewhere },
  { name: 'subject', example: '[piece Jane Doe] [cue said] taxes would fall.', weight: 1, strength: (pair) => has(pair, /^nsubj(:outer)?$/) },
  { name: 'passive-subject', example: '[piece Jane Doe] [cue was told] that taxes would fall.', weight: -0.4, strength: (pair) => has(pair, /^nsubj:pass$/) },
  { name: 'agent', example: 'The plan [cue was praised] by [piece Jane Doe].', weight: 1.2, strength: (pair) => has(pair, /^obl:agent$/) },
  { name: 'object', example: 'The plan [cue drew criticism] from [piece Jane Doe].', weight: 0.6, strength: (pair) => has(pair, /^(obl|obj|iobj|nmod)(:(?!agent|poss).*)?$/) },
  { name: 'hangs-in-cue', example: '[piece Jane Doe] [cue said] taxes would fall.', weight: 2.3, strength: ({ pieceRoot, cue, tree }) => Number(isInside(cue, tree.tokens[pieceRoot]?.head)) },
  { name: 'governs-cue', example: '[piece The report] [cue claiming] that taxes would fall was wrong.', weight: 1, strength: ({ piece, root, tree }) => Number(isInside(piece, tree.tokens[root]?.head)) },
  { name: 'shared-subject', example: '[piece Jane Doe] called the plan good and [cue said] taxes would fall.', weight: 1.7, strength: (pair) => Number(sharedSubjects(pair).some((index) => isInside(pair.piece, index))) },
  { name: 'another-subject', example: '[piece Jane Doe] left when John Roe [cue said] taxes would fall.', weight: -1.7, strength: (pair) => Number(isVerbal(pair) && childrenOf(pair.root, subject, pair.tree).some((child) => !isInside(pair.piece, child) && !isInside(pair.cue, child))) },
  { name: 'right-before', example: '[piece Jane Doe] also [cue said] taxes would fall.', weight: 0.9, strength: (pair) => Number(isBefore(pair) && isBare(pair)) },
  { name: 'right-after', example: '“Taxes will fall,” [cue said] [piece Jane Doe].', weight: 1.4, strength: (pair) => Number(!isBefore(pair) && isBare(pair)) },
  { name: 'before', example: '[piece Jane Doe] [cue said] taxes would fall.', weight: 0.9, strength: (pair) => Number(isBefore(pair)) },
  { name: 'gerund', example: '[piece Jane Doe] left, [cue saying] taxes would fall.', weight: 0.7, strength: (pair) => Number(isBefore(pair) && pair.tree.tokens[pair.root]?.tag === 'VBG') },
  { name: 'joined', example: '[piece Jane Doe] stood up and [cue said] taxes would fall.', weight: 1.1, strength: (pair) => Number(isBefore(pair) && isVerbal(pair) && /^(and|but|or|then|,)$/i.test(pair.tree.tokens[pair.cue.from - 1]?.text ?? '')) },
  { name: 'infinitive', example: '[piece Jane Doe] wants [cue to propose] lower taxes.', weight: 0.1, strength: (pair) => Number(isVerbal(pair) && /^to$/i.test(pair.tree.tokens[pair.cue.from]?.text ?? '')) },
  { name: 'seeming', example: '[piece The plan] [cue seems] to please everybody.', weight: -4, strength: ({ root, tree }) => Number(/^(seem|appear)$/.test(tree.tokens[root]?.lemma ?? '')) },
  { name: 'passive', example: '[piece Jane Doe] [cue was told] that taxes would fall.', weight: -0.9, strength: (pair) => Number(isBefore(pair) && isPassive(pair)) },
  { name: 'other-sentence', example: '[piece Jane Doe] left. Taxes will fall, [cue said] John Roe.', weight: -1.6, strength: ({ piece, cue, tree }) => Number(tree.sentenceOf[piece.from] !== tree.sentenceOf[cue.from]) },
  { name: 'source-between', example: '[piece Jane Doe] said taxes would fall, and John Roe [cue said] they would not.', weight: -1.6, strength: ({ between }) => Number(between.some(({ role }) => role === 'source')) },
  { name: 'far', example: '[piece Jane Doe], who had come to Westbrook on Monday in the morning with her sister, her brother and her dog, [cue said] taxes would fall.', weight: -1.8, strength: far },
  { name: 'subject-elsewhere', example: 'Jane Doe spoke to voters [piece who] had come, [cue saying] that taxes would fall.', weight: -1.2, strength: (pair) => Number(isSubjectElsewhere(pair)) },
  { name: 'beside', example: 'Jane Doe began her speech before [piece the council] by [cue saying] that taxes would fall.', weight: -0.6, strength: (pair) => Number(isBeside(pair)) },
  { name: 'any', example: '[piece Jane Doe] [cue said] taxes would fall.', weight: 0.1, strength: () => 1 }
]

const subject = /^nsubj/

const has = ({ root, piece, tree }: Pair, relation: RegExp): number => Number(childrenOf(root, relation, tree).some((child) => isInside(piece, child)))

/** Nothing but marks and adverbs between the two. */
const isBare = (pair: Pair): boolean => gapOf(pair).length < 6 && gapOf(pair).every(({ tag, text }) => /^(RB|MD)$/.test(tag) || !/[\p{L}\p{N}]/u.test(text))

const isPassive = ({ cue, root, tree }: Pair): boolean =>
  tree.tokens[root]?.tag === 'VBN' && !tree.tokens.slice(cue.from, root).some(({ lemma }) => /^(have|['’]ve)$/.test(lemma)) && (childrenOf(root, /^aux:pass$/, tree).length > 0 || cue.from === root)

/** Subject of a verb of which the cue is no part, neither below it nor above. */
function isSubjectElsewhere(pair: Pair): boolean {
  const { piece, cue, root, pieceRoot, tree } = pair
  const { relation = '', head: verb = null } = tree.tokens[pieceRoot] ?? {}
  if (!subject.test(relation) || verb === null || isInside(cue, verb) || isInside(piece, verb) || (isBefore(pair) && isBare(pair))) return false
  return !isAbove(verb, root, tree) && !isAbove(root, verb, tree)
}

/** With a preposition before it, and hanging on something else than the cue: who is spoken to, or with whom. */
const isBeside = (pair: Pair): boolean => {
  const { piece, cue, pieceRoot, tree } = pair
  return isBefore(pair) && !isInside(cue, tree.tokens[pieceRoot]?.head) && /^(against|alongside|among|at|before|between|beside|like|to|toward|towards|with)$/i.test(tree.tokens[piece.from - 1]?.text ?? '') && childrenOf(pieceRoot, /^case$/, tree).includes(piece.from - 1)
}

function isAbove(above: number, below: number, { tokens }: Tree): boolean {
  let index: number | null = below
  for (let step = 0; index !== null && step < 12; step++) {
    if (index === above) return true
    index = tokens[index]?.head ?? null
  }
  return false
}

/** Subjects of the verb that the cue's verb is coordinated with or hangs on, where it has none of its own. */
function sharedSubjects(pair: Pair): number[] {
  const { tree } = pair
  if (!isVerbal(pair) || childrenOf(pair.root, subject, tree).length) return []
  let index = pair.root
  for (let step = 0; step < 5; step++) {
    const { head = null, relation = '' } = tree.tokens[index] ?? {}
    if (head === null || !/^(conj|advcl|xcomp|parataxis|ccomp|dep|acl)$/.test(relation)) return []
    if (relation === 'acl') return [head]
    const own = childrenOf(head, subject, tree)
    if (own.length) return own
    index = head
  }
  return []
}

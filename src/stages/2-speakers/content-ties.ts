import { childrenOf, far, gapOf, isBefore, isInside, pointing, pointingElsewhere, type Pair, type Tie } from './ties.js'

/** What ties a content to a cue. Fitted as those of sources. */
export const contentTies: readonly Tie[] = [
  { name: 'pointer', example: 'Jane Doe [cue said] [piece taxes would fall].', weight: 1.5, strength: pointing },
  { name: 'pointer-elsewhere', example: 'Jane Doe said [piece taxes would fall], [cue adding] that rents would follow.', weight: -1, strength: pointingElsewhere },
  { name: 'hangs-in-cue', example: 'Jane Doe [cue said] [piece taxes would fall].', weight: 2, strength: ({ pieceRoot, cue, tree }) => Number(isInside(cue, tree.tokens[pieceRoot]?.head)) },
  { name: 'below-cue', example: 'Jane Doe [cue said] [piece taxes would fall].', weight: 0.8, strength: (pair) => Number(isBelow(pair)) },
  { name: 'governs-cue', example: '[piece The plan] [cue proposed] by Jane Doe was good.', weight: 1.4, strength: ({ root, piece, tree }) => Number(isInside(piece, tree.tokens[root]?.head)) },
  { name: 'subject', example: '[piece Taxes] [cue are said] to be too high.', weight: 0.4, strength: ({ root, piece, tree }) => Number(childrenOf(root, /^nsubj/, tree).some((child) => isInside(piece, child))) },
  { name: 'right-after', example: 'Jane Doe [cue said:] [piece “Taxes will fall.”]', weight: 1.4, strength: (pair) => Number(!isBefore(pair) && isBare(pair)) },
  { name: 'right-before', example: '[piece “Taxes will fall,”] [cue said] Jane Doe.', weight: 0.7, strength: (pair) => Number(isBefore(pair) && isBare(pair)) },
  { name: 'source-between', example: '[piece “Taxes will fall,”] Jane Doe [cue said].', weight: 0.4, strength: ({ between }) => Number(between.length === 1 && between[0]?.role === 'source') },
  { name: 'before', example: '[piece “Taxes will fall,”] Jane Doe [cue said].', weight: -1.1, strength: (pair) => Number(isBefore(pair)) },
  { name: 'quoted', example: '[piece “Taxes will fall,”] Jane Doe [cue said].', weight: 0.6, strength: (pair) => Number(opens(pair) || closes(pair)) },
  { name: 'next-quotation', example: '“Taxes will fall,” Jane Doe [cue said]. [piece “Rents will follow.”]', weight: 0.5, strength: (pair) => Number(sentencesOf(pair) === 1 && opens(pair)) },
  { name: 'participle', example: '“Taxes will fall,” Jane Doe said, [cue referring] to the plan. [piece “Rents will follow.”]', weight: -2, strength: (pair) => Number(!isBefore(pair) && opens(pair) && !isBare(pair) && pair.tree.tokens[pair.root]?.tag === 'VBG' && pair.between.every(({ role }) => role !== 'cue')) },
  { name: 'unquoted-elsewhere', example: 'Jane Doe [cue said] taxes would fall. [piece Rents will follow.]', weight: -1.4, strength: (pair) => Number(0 < sentencesOf(pair) && !opens(pair) && !closes(pair)) },
  { name: 'other-paragraph', example: 'Jane Doe [cue said] taxes would fall.\n\n[piece “Rents will follow.”]', weight: -2.3, strength: ({ piece, cue, tree }) => Number(tree.paragraphOf[piece.from] !== tree.paragraphOf[cue.from]) },
  { name: 'cue-between', example: 'Jane Doe [cue said] taxes would fall and John Roe said [piece rents would follow].', weight: -1.4, strength: ({ between }) => Number(between.some(({ role }) => role === 'cue')) },
  { name: 'content-between', example: '“Taxes will fall,” Jane Doe [cue said]. “It is time.” John Roe did not agree. [piece “They will not.”]', weight: -1.2, strength: ({ between }) => Number(between.some(({ role }) => role === 'content')) },
  { name: 'sources-between', example: 'Jane Doe [cue said] taxes would fall, John Roe said they would not and Ann Poe said [piece rents would follow].', weight: -0.4, strength: ({ between }) => Number(between.filter(({ role }) => role === 'source').length > 1) },
  { name: 'far', example: 'Jane Doe [cue said] on Monday in the evening after a long day with many meetings in the old town hall of Westbrook near the river [piece taxes would fall].', weight: -1.1, strength: far },
  { name: 'any', example: 'Jane Doe [cue said] [piece taxes would fall].', weight: 0.6, strength: () => 1 }
]

/** Nothing but marks between the two. */
const isBare = (pair: Pair): boolean => gapOf(pair).length < 4 && gapOf(pair).every(({ text }) => !/[\p{L}\p{N}]/u.test(text))

const opens = ({ piece, tree }: Pair): boolean => /^(["“„«]|''|``)/.test(tree.text.slice(tree.tokens[piece.from]?.start, (tree.tokens[piece.from]?.start ?? 0) + 2))

const closes = ({ piece, tree }: Pair): boolean => /(["”»]|'')$/.test(tree.tokens[piece.to - 1]?.text ?? '')

/** How many sentences lie between where the one ends and the other begins; 0: the same. */
const sentencesOf = (pair: Pair): number => {
  const { piece, cue, tree: { sentenceOf } } = pair
  return isBefore(pair) ? (sentenceOf[cue.from] ?? 0) - (sentenceOf[piece.to - 1] ?? 0) : (sentenceOf[piece.from] ?? 0) - (sentenceOf[cue.to - 1] ?? 0)
}

function isBelow({ pieceRoot, cue, tree }: Pair): boolean {
  let index: number | null = pieceRoot
  for (let step = 0; step < 4 && index !== null; step++) {
    index = tree.tokens[index]?.head ?? null
    if (isInside(cue, index)) return true
  }
  return false
}

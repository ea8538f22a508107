import { indexesOf, type Tree } from '../../tree.js'
import { yes, type Feature } from '../weighed.js'
import { rootOf, type Draft } from './draft.js'
import { isInside } from './ties.js'
import { isMark, isWord, tag, text, type Shape } from './trust-shape.js'

/** Something that goes with a content that a reader would not accept: it lacks a part, or holds words that the source did not say. Examples are marked as [cue …] and [content …]. */
export type ContentSign = Feature<Shape>

const isCue = ({ cue }: Draft, index: number | null | undefined): boolean => cue.some((range) => isInside(range, index))

const childrenOf = (index: number, relation: RegExp, { children, tokens }: Tree): number[] => (children[index] ?? []).filter((child) => relation.test(tokens[child]?.relation ?? ''))

const isFinite = (tree: Tree, index: number): boolean => /^(VB[DZP]|MD)$/.test(tag(tree, index)) || childrenOf(index, /^(aux|aux:pass|cop)$/, tree).some((child) => /^(VB[DZP]|MD)$/.test(tag(tree, child)))

const lacking: readonly ContentSign[] = [
  { name: 'content only points', example: 'Jane Doe [cue said] [content so].', of: ({ tree, words }) => yes(!words.content.some((index) => /^(NN|VB|JJ|CD|MD|UH|FW)/.test(tag(tree, index)) && !/^(way|yes|no)$/.test(text(tree, index)))) },
  { name: 'content is yes or no', example: 'Jane Doe [cue said] [content no] and left.', of: ({ tree, words }) => yes(words.content.filter((index) => isWord(tree, index)).every((index) => /^(yes|no|nope|maybe|otherwise)$/.test(text(tree, index)))) },
  { name: 'content begins with a pronoun that is no subject', example: 'Jane Doe [cue sees] [content it as a tax].', of: ({ firsts, tree }) => yes(firsts.slice(0, 1).some((index) => /^(it|this|that|these|those|him|her|them)$/.test(text(tree, index)) && /^(PRP|DT)$/.test(tag(tree, index)) && !/^(nsubj|nsubj:pass|det|expl)$/.test(tree.tokens[index]?.relation ?? ''))) },
  { name: 'content begins with a pronoun', example: 'Jane Doe [cue thinks] [content it is good].', of: ({ firsts, tree }) => yes(firsts.slice(0, 1).some((index) => /^(it|this|that|these|those)$/.test(text(tree, index)) && tree.tokens[index]?.relation === 'nsubj')) },
  { name: 'few words that point', example: 'Jane Doe [cue underscored] [content that contrast].', of: ({ own, tree, words }) => yes(words.content.length < 8 && own.some((index) => pointing.test(text(tree, index)) && /^(PRP|DT|RB)$/.test(tag(tree, index))) && !words.content.some((index) => /^(NNPS?|CD)$/.test(tag(tree, index)))) },
  { name: 'content begins with a relative', example: 'The council, [content which met on Monday, will sell the harbour], Jane Doe [cue said].', of: ({ firsts, tree }) => yes(firsts.some((index) => /^(which|who|whom|whose)$/.test(text(tree, index)) && text(tree, index - 1) === ',')) },
  { name: 'subject stands outside', example: 'The harbour, [source Jane Doe] [cue said], [content is sold].', of: ({ draft, roots, tree, words }) => yes([...roots.content, ...(draft.source.length ? draft.cue.map((range) => rootOf(tree, range)) : [])].some((root) => childrenOf(root, /^nsubj/, tree).some((child) => !words.content.includes(child) && !draft.source.some((range) => isInside(range, child))))) },
  { name: 'passive cue without its subject', example: 'Migrants [cue were blamed] for [content the theft].', of: ({ draft, tree, words }) => yes(draft.cue.some((range) => childrenOf(rootOf(tree, range), /^nsubj:pass$/, tree).some((child) => !words.content.includes(child) && !draft.source.some((source) => isInside(source, child))))) },
  { name: 'content ends before its phrase', example: 'Jane Doe [cue promised] [content to sell all ships] of the harbour.', of: ({ content, draft, tree }) => yes(content.some(({ from, to }) => isWord(tree, to) && !isCue(draft, to) && isInside({ from, to }, tree.tokens[headOfWhatFollows(to, tree)]?.head))) }
]

const pointing = /^(it|this|that|these|those|him|her|them|so|there)$/

/** The head of the phrase that begins with a word, as far as a few steps tell. */
function headOfWhatFollows(index: number, { tokens }: Tree): number {
  let own = index
  for (let step = 0; step < 4; step++) {
    const head = tokens[own]?.head ?? -1
    if (head <= own) return own
    own = head
  }
  return own
}

/** Words outside of marks, behind the first of a piece that belongs to the cue, whose head is neither in the content nor in the cue. */
function strangers({ content, draft, own, tree, words }: Shape): number {
  const inside = new Set(words.content)
  const hangElsewhere = own.filter((index) => !inside.has(tree.tokens[index]?.head ?? -1))
  return content.reduce((sum, piece) => {
    const [first, ...others] = hangElsewhere.filter((index) => isInside(piece, index))
    return first !== undefined && isCue(draft, tree.tokens[first]?.head) ? sum + others.filter((index) => !isCue(draft, tree.tokens[index]?.head)).length : sum
  }, 0)
}

const swallowing: readonly ContentSign[] = [
  { name: 'words that hang elsewhere', example: 'The woman who [cue praised] [content the tax left the hall on Monday].', of: (shape) => Math.min(3, strangers(shape)) },
  { name: 'a clause of its own beside a phrase', example: 'Jane Doe [cue declined] [content to pay and John Roe could not find a buyer].', of: ({ own, roots, tree }) => yes(roots.content.some((root) => !isFinite(tree, root)) && own.some((index) => /^(conj|parataxis)$/.test(tree.tokens[index]?.relation ?? '') && isFinite(tree, index) && 0 < childrenOf(index, /^(nsubj|expl)/, tree).length)) },
  { name: 'a participle behind a comma', example: 'Jane Doe [cue questioned] [content the tax, waging a campaign].', of: ({ own, tree }) => yes(own.some((index) => tag(tree, index) === 'VBG' && text(tree, index - 1) === ',')) },
  { name: 'a turn', example: 'Jane Doe [cue said] [content she was ill, although nobody believed it].', of: ({ own, tree }) => yes(own.slice(1).some((index) => /^(but|except|despite|although|though|while|whereas|however|yet)$/.test(text(tree, index)))) },
  { name: 'as somebody does', example: 'Jane Doe [cue wondered], [content as we do, why the harbour was sold].', of: ({ own, tree }) => yes(own.some((index) => text(tree, index) === 'as' && text(tree, index - 1) === ',')) },
  { name: 'a dash', example: 'Jane Doe [cue said] [content it was a tax – a word that she had never used].', of: ({ outside, tree }) => yes(outside.some((index) => /^[-–—―]+$/.test(text(tree, index)) && /\s/.test(tree.text[(tree.tokens[index]?.start ?? 0) - 1] ?? ''))) },
  { name: 'with and without marks', example: '[content “Rents will rise,”] Jane Doe [cue told] [content the crowd].', of: ({ content, tree }) => yes(new Set(content.map(({ from }) => isMark(tree, from))).size === 2) },
  { name: 'a verb between the pieces', example: '[content The plan] of Jane Doe failed, which [cue blamed] [content the mayor].', of: ({ content, draft, tree }) => yes(content.some(({ from }, place, all) => 0 < place && indexesOf({ from: all[place - 1]?.to ?? from, to: from }).some((index) => /^(VB[DZP]|MD)$/.test(tag(tree, index)) && !isCue(draft, index) && !draft.source.some((range) => isInside(range, index))))) },
  { name: 'who is told', example: 'Jane Doe [cue asked] [content the mayor whether rents would rise].', of: ({ draft, firsts, roots, tree }) => yes(firsts.slice(0, 1).some((index) => /^(NN|PRP|DT|JJ)/.test(tag(tree, index)) && roots.content.every((root) => root !== headOfWhatFollows(index, tree)) && isCue(draft, tree.tokens[headOfWhatFollows(index, tree)]?.head))) }
]

const asking: readonly ContentSign[] = [
  { name: 'the cue asks', example: 'Do you [cue think] [content rents will rise]?', of: ({ draft, tree }) => yes(draft.cue.some(({ from }) => text(tree, (tree.sentences[tree.sentenceOf[from] ?? -1]?.to ?? 0) - 1) === '?')) },
  { name: 'the cue commands', example: '[cue Imagine] [content that rents rise].', of: ({ draft, tree }) => yes(draft.cue.some((range) => /^VBP?$/.test(tag(tree, rootOf(tree, range))) && !childrenOf(rootOf(tree, range), /^(nsubj|aux|mark)/, tree).length && tree.tokens[rootOf(tree, range)]?.head === null)) }
]

/** What goes with bad contents. Those with the role labels, lengths and borders are among the features of trust-features.ts. */
export const contentSigns: readonly ContentSign[] = [...lacking, ...swallowing, ...asking]

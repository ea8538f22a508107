import { expect, test } from 'vitest'
import { read } from '../src/markup.js'
import type { Draft } from '../src/stages/2-speakers/draft.js'
import { pairMarks } from '../src/stages/2-speakers/marks.js'
import { resume } from '../src/stages/2-speakers/resume.js'
import { withOwnCues } from '../src/stages/2-speakers/split.js'
import { quotationsOf } from '../src/stages/2-speakers/square.js'
import { tidy } from '../src/stages/2-speakers/tidy.js'
import { tokensIn, treeOf } from '../src/tree.js'
import { lexicon, tokensOf } from './support.js'

/** Drafts as marked, 1 and 2, whatever a reader sees: so that each rule is tested by itself. */
async function drafted(marked: string) {
  const { text, marks } = read(marked)
  const tree = treeOf(await tokensOf(text))
  const drafts = ['1', '2'].map((number): Draft => {
    const own = (label: string) => marks.filter((mark) => mark.label === `${label}=${number}`)
    const ranges = (label: string) => own(label).map((mark) => tokensIn(tree, mark))
    return { content: own('content').map(({ start, end }) => ({ start, end })), cue: ranges('cue'), source: ranges('source'), carries: null, sure: 1, rule: 'reader' }
  })
  const quotations = quotationsOf(pairMarks(tree.text, [{ start: 0, end: tree.text.length, text: tree.text }], new Set()).pairs, 0)
  const contents = (list: readonly Draft[]) => list.map(({ content }) => content.map(({ start, end }) => tree.text.slice(start, end)))
  return { tree, drafts, quotations, contents, words: { tree, cueVerbs: lexicon.words('cue-verbs') } }
}

test.each([
  ['from a participle', '[content=1 “Taxes will fall,”] [cue=1 said] [source=1 Jane Doe], [cue=2 noting] [content=2 that it is late. “Rents too.”]', [['“Taxes will fall,”', '“Rents too.”'], ['that it is late']]],
  ['that nobody has', '[content=1 “Taxes will fall,”] [source=1 she] [cue=1 said], [cue=2 noting] [content=2 that it is late]. “Rents too.”', [['“Taxes will fall,”', '“Rents too.”'], ['that it is late']]],
  ['not from a cue behind it', '[content=1 “Taxes will fall,”] [cue=1 said] [source=1 Jane Doe]. [content=2 “Rents too,”] [cue=2 said] [source=2 John Roe].', [['“Taxes will fall,”'], ['“Rents too,”']]],
  ['not over a whole sentence', '[content=1 “Taxes will fall,”] [cue=1 said] [source=1 Jane Doe]. The bells rang. “Rents too.”', [['“Taxes will fall,”'], []]],
  ['not behind a few words in marks', 'The plan is [content=1 “late,”] [cue=1 said] [source=1 Jane Doe]. “Rents too.”', [['“late,”'], []]]
])('a quotation goes on behind the sentence of its speaker: %s', async (_, marked, expected) => {
  const { drafts, quotations, tree, contents } = await drafted(marked)
  resume(drafts, quotations, tree)
  expect(contents(drafts)).toEqual(expected)
})

test.each([
  ['with what comes behind it', '[cue=1 Asked] [source=1 Jane Doe] [content=1 for more: “Taxes will fall,”] [source=2 she] [cue=2 said]. [content=2 “Rents too.”]', [['for more'], ['“Rents too.”', '“Taxes will fall,”']]],
  ['but not over a stop', '[cue=1 Asked] [source=1 Jane Doe] [content=1 for more: “Taxes will fall.”] [source=2 She] [cue=2 said] [content=2 that it is late].', [['for more: “Taxes will fall.”'], ['that it is late']]]
])('a quotation belongs to the cue right behind it: %s', async (_, marked, expected) => {
  const { drafts, quotations, words, contents } = await drafted(marked)
  const found = contents(withOwnCues(drafts, quotations, words))
  expect(found).toEqual(expected)
})

test.each([
  ['of somebody told of', '[content=1 “We are friends,”] [source=1 Jane Doe] [cue=1 told] a baker who appeared [content=1 to be puzzled].', [['“We are friends,”'], []]],
  ['of its own', '[content=1 “It is our luck,”] [source=1 Jane Doe] [cue=1 said], [content=1 that both men are friends].', [['“It is our luck,”', 'that both men are friends'], []]],
  ['behind a quotation that is over', '[content=1 “Nobody wants it.”] [source=1 John Roe] [cue=1 said] [content=1 that rents would rise].', [['that rents would rise'], []]],
  ['behind a quotation that goes on', '[content=1 “Nobody wants it,”] [source=1 John Roe] [cue=1 said] [content=1 of the rents].', [['“Nobody wants it,”', 'of the rents'], []]]
])('words behind a quotation and its cue: %s', async (_, marked, expected) => {
  const { drafts, quotations, tree, contents } = await drafted(marked)
  tidy(drafts, quotations, tree)
  expect(contents(drafts)).toEqual(expected)
})

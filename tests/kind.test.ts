import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from '../src/markup.js'
import type { Attribution } from '../src/model.js'
import { cueWordsOf } from '../src/stages/2-speakers/cue-words.js'
import { kindBy, reportOf } from '../src/stages/2-speakers/kind.js'
import type { Report } from '../src/stages/2-speakers/kind-report.js'
import { kindRules } from '../src/stages/2-speakers/kind-rules.js'
import { speakers } from '../src/stages/2-speakers/index.js'
import { pairMarks } from '../src/stages/2-speakers/marks.js'
import { stretchOfPair } from '../src/stages/2-speakers/square.js'
import { typeOf } from '../src/stages/2-speakers/verdicts.js'
import { tokensIn, treeOf } from '../src/tree.js'
import { lexicon, tokensOf } from './support.js'

/** The report that is marked in a sentence as [source …], [cue …] and [content …]. */
async function reportIn(marked: string): Promise<Report> {
  const { text, marks } = read(marked)
  const tree = treeOf(await tokensOf(text))
  const wanted = (label: string) => marks.filter((mark) => mark.label === label)
  const ranges = (label: string) => wanted(label).map((mark) => tokensIn(tree, mark))
  const content = wanted('content').map(({ start, end }) => ({ start, end }))
  const { pairs } = pairMarks(text, [{ start: 0, end: text.length, text }], new Set())
  const draft = { content, cue: ranges('cue'), source: ranges('source'), carries: null, sure: 1, rule: 'reader' }
  return reportOf(draft, typeOf(content, pairs.filter(({ level }) => level === 0).map(stretchOfPair), tree), tree, lexicon)
}

describe('each rule on its own example', () => {
  test.each(kindRules)('$name', async ({ name, example, is }) => {
    expect(kindBy(await reportIn(example))).toEqual({ kind: is, rule: name })
  })
})

const cases: readonly [Attribution['kind'], string][] = [
  ['statement', '[source Jane Doe] [cue said] [content taxes would fall].'],
  ['statement', '[source Jane Doe] [cue told] reporters [content that taxes would fall].'],
  ['statement', '[source Jane Doe] [cue called] [content the plan a theft].'],
  ['statement', '[source Jane Doe] [cue called for] [content lower taxes].'],
  ['statement', '[source The mayor] [cue pointed out] [content that rents had doubled].'],
  ['statement', '[source The mayor] [cue made clear] [content that taxes would fall].'],
  ['statement', '[source The mayor] [cue made the claim] [content that rents had doubled].'],
  ['statement', '[source The mayor] [cue issued a statement saying] [content that rents had doubled].'],
  ['statement', '[source The mayor] [cue took issue with] [content the report].'],
  ['statement', '[source The mayor] [cue lashed out at] [content her critics].'],
  ['statement', '[source The mayor] [cue spoke out against] [content the plan].'],
  ['statement', '[source The mayor] [cue criticized] [content the plan].'],
  ['statement', '[source The mayor] [cue declined] [content to comment on the plan].'],
  ['statement', '[source The mayor] [cue began to complain] [content that rents had doubled].'],
  ['statement', '[source The mayor] [cue talked about] [content how taxes had fallen].'],
  ['statement', '[source The mayor] [cue showed] [content that taxes had fallen].'],
  ['statement', '[source A poll] [cue shows] [content the mayor with 47 percent].'],
  ['statement', '[source The survey] [cue found] [content that rents had doubled].'],
  ['statement', '[cue According to] [source the report], [content rents doubled].'],
  ['statement', '[source The mayor] [cue promised] [content lower taxes].'],
  ['statement', '[source The mayor] [cue denied] [content the charge].'],
  ['statement', '[content “We will lower the taxes,”] [cue grinned] [source the mayor].'],
  ['statement', '[source The mayor] [cue continued]: [content “And rents will fall too.”]'],
  ['statement', '[source The mayor] [cue suggested] [content that rents might fall].'],
  ['statement', '[source The mayor’s] [cue claim] [content that rents fell] is wrong.'],
  ['statement', '[source The mayor] [cue was critical of] [content the plan].'],
  ['statement', '[source The mayor] [cue offered] [content to lower the taxes].'],
  ['statement', '[source The mayor] [cue has a long history of blaming] [content others].'],
  ['statement', '[source The mayor] [cue never admitted] [content that she was wrong].'],
  ['statement', '[content The visit], [source he] [cue added], [content was a success].'],
  ['attitude', '[source Jane Doe] [cue thinks] [content taxes will fall].'],
  ['attitude', '[source Jane Doe] [cue hopes] [content to win].'],
  ['attitude', '[source Jane Doe] [cue wants] [content lower taxes].'],
  ['attitude', '[source Jane Doe] [cue supports] [content the plan].'],
  ['attitude', '[source Jane Doe] [cue opposes] [content the plan].'],
  ['attitude', '[source Jane Doe] [cue knew] [content that taxes would fall].'],
  ['attitude', '[source Jane Doe] [cue knows] [content how to lower taxes].'],
  ['attitude', '[source Jane Doe] [cue sees] [content the plan as a threat].'],
  ['attitude', '[source Jane Doe] [cue regards] [content the plan as a threat].'],
  ['attitude', '[source Jane Doe] [cue was convinced] [content that taxes would fall].'],
  ['attitude', '[source Jane Doe] [cue is worried about] [content the taxes].'],
  ['attitude', '[source Jane Doe] [cue is confident] [content that taxes will fall].'],
  ['attitude', '[source Jane Doe] [cue has doubts about] [content the plan].'],
  ['attitude', '[source Jane Doe] [cue has no plans] [content to leave].'],
  ['attitude', '[source Jane Doe’s] [cue opposition to] [content the plan] is known.'],
  ['attitude', '[source Jane Doe] [cue refused] [content to leave the room].'],
  ['attitude', '[source Jane Doe] [cue decided] [content not to run].'],
  ['attitude', '[source Jane Doe] [cue distanced herself from] [content the plan].'],
  ['attitude', '[source Jane Doe] [cue is reluctant] [content to leave].'],
  ['other', '[source Jane Doe] [cue knows] [content John Roe].'],
  ['other', '[source Jane Doe] [cue found] [content a house].'],
  ['other', '[source Jane Doe] [cue talked about] [content taxes].'],
  ['other', '[cue Asked about] [content taxes], she left.'],
  ['other', '[source Jane Doe] [cue will discuss] [content the plan] on Monday.'],
  ['other', '[source Jane Doe] [cue launched] [content a company].'],
  ['other', '[source Jane Doe] [cue released] [content an album].'],
  ['other', '[source Jane Doe] [cue sued] [content the town].'],
  ['other', '[source The law] [cue requires] [content a vote].'],
  ['other', '[source The remark] [cue drew] [content attention].'],
  ['other', '[source The letters] [cue raised doubts about] [content the plan].'],
  ['other', '[source The policy] [cue has called] [content more attention to the banks].'],
  ['other', '[source His appointment] [cue suggests] [content that taxes will fall].'],
  ['other', '[cue It seems] [content that taxes will fall].'],
  ['other', '[cue Suppose] [content that taxes fall].'],
  ['other', '[cue Let’s not forget] [content that taxes fell].'],
  ['other', '[source Whoever] [cue says] [content that taxes will fall] is wrong.'],
  ['other', '[source A mayor] [cue would praise] [content lower taxes].'],
  ['other', '[cue It is unclear] [content whether taxes will fall].'],
  ['other', '[source The mayor] [cue might say] [content that taxes fell].'],
  ['other', '[source She] [cue has a reason] [content to leave].'],
  ['other', 'What does [source Jane Doe] [cue think about] [content taxes]?'],
  ['other', '[source Jane Doe] [cue assumed] [content the office] in May.'],
  ['other', '[source The town] [cue was known as] [content the Poorhouse].']
]

test.each(cases)('%s: %s', async (kind, marked) => {
  expect(kindBy(await reportIn(marked)).kind).toBe(kind)
})

describe('the table of cues', () => {
  const words = cueWordsOf(lexicon)

  test('a word with what stands behind it has a line of its own', () => {
    expect(words.alone('say', 'verb')?.kind).toBe('statement')
    expect(words.longer('take', 'verb').find(({ rest }) => rest.join(' ') === 'issue')?.word.kind).toBe('statement')
    expect(words.alone('say', 'noun')).toBeUndefined()
  })

  test('a carrier says what it is where no word behind it tells', () => {
    for (const row of lexicon.table('cues')) if (row['kind'] === 'carrier') expect(row['otherwise'], row['cue']).not.toBe('-')
  })
})

test('every attribution has a kind, whatever the text', async () => {
  const piece = fc.constantFrom('Jane Doe', 'said', 'that', '“', '”', ':', 'who', 'wants', '.', '\n\n', 'taxes fall', 'according to', 'the report', '?', 'Let’s', 'to', '—', 'a', '!', '’s claim')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 30 }), async (pieces) => {
      const { attributions } = speakers.run({ tokens: await tokensOf(pieces.join(' ')) }, lexicon)
      expect(attributions.every(({ kind }) => /^(statement|attitude|other)$/.test(kind))).toBe(true)
    }),
    { numRuns: 20 }
  )
})

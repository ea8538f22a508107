import { describe, expect, test } from 'vitest'
import { read } from '../src/markup.js'
import { rootOf } from '../src/stages/2-speakers/draft.js'
import { doerOf, doerRules } from '../src/stages/2-speakers/doers.js'
import { speakers } from '../src/stages/2-speakers/index.js'
import { captionsIn, interludeRules, storyParagraphs } from '../src/stages/2-speakers/interludes.js'
import { interviewRules } from '../src/stages/2-speakers/interview.js'
import { tokensIn, treeOf, type Range } from '../src/tree.js'
import { lexicon, tokensOf } from './support.js'

const layerOf = async (text: string) => speakers.run({ tokens: await tokensOf(text) }, lexicon).attributions

const said = async (text: string, word: RegExp) => {
  const found = (await layerOf(text)).filter(({ cue }) => word.test(cue.map(({ text }) => text).join(' '))).at(-1)
  return found && { speaker: found.speaker.span?.text ?? null, polarity: found.polarity, why: found.speaker.why }
}

describe('whose word a cue in “-ing” is', () => {
  const marked = async (example: string) => {
    const { text, marks } = read(example)
    const tree = treeOf(await tokensOf(text))
    const range = (wanted: string): Range | undefined => {
      const mark = marks.find(({ label }) => label === wanted)
      return mark && tokensIn(tree, mark)
    }
    const cue = range('cue') ?? { from: 0, to: 0 }
    return { tree, cue, source: range('source'), beside: range('beside') ?? { from: cue.from, to: cue.from } }
  }

  test.each(doerRules)('$name', async ({ name, example }) => {
    const { tree, cue, source, beside } = await marked(example)
    const found = doerOf(beside, cue, tree)
    expect([found?.rule, found?.head]).toEqual([name, source && rootOf(tree, source)])
  })

  test.each([
    '[beside Jane Doe] wrote a letter to John Roe, [cue asking] that taxes be cut.',
    'The plan drew criticism from [beside Jane Doe], [cue saying] that taxes were high.',
    '[beside Jane Doe] praised the plan, [cue saying] that taxes would fall.',
    'The town was shocked by [beside a letter] [cue saying] that taxes would rise.'
  ])('left alone: %s', async (example) => {
    const { tree, cue, beside } = await marked(example)
    expect(doerOf(beside, cue, tree)).toBeNull()
  })
})

describe('what stands between the paragraphs of the story', () => {
  test.each(interludeRules)('$name', async ({ name, example }) => {
    const tree = treeOf(await tokensOf(`Jane Doe said that taxes would fall.\n\nAnn Poe / Reuters.\n\n${example}\n\nShe left early.`))
    const place = tree.paragraphs.findIndex(({ from, to }) => tree.text.slice(tree.tokens[from]?.start, tree.tokens[to - 1]?.end) === example)
    const [before, paragraph] = [tree.paragraphs[place - 1], tree.paragraphs[place]]
    expect(paragraph && interludeRules.find((rule) => rule.holds(paragraph, before, tree))?.name).toBe(name)
  })

  test('a sentence of the story is none', async () => {
    const tree = treeOf(await tokensOf('Jane Doe said that taxes would fall.\n\nIt was late.\n\nA hard winter.\n\nShe left.'))
    expect(storyParagraphs(tree)).toEqual([0, 1, 1, 2])
    expect(captionsIn(tree)).toEqual([false, false, false, false])
  })

  test.each([
    ['“Taxes will fall,” said Jane Doe.\n\nA hard winter.\n\n“Rents will follow,” she said.', 'Jane Doe'],
    ['“Taxes will fall,” said Jane Doe.\n\nPool / Reuters.\n\nMayor Ann Poe waves to voters in Westbrook.\n\n“Rents will follow,” she said.', 'Jane Doe']
  ])('who spoke before it goes on: %s', async (text, expected) => expect((await said(text, /said/))?.speaker).toBe(expected))
})

describe('interviews', () => {
  test.each(interviewRules)('who answers: $name', async ({ example, why }) => {
    const found = (await layerOf(example)).filter(({ source }) => source[0]?.text === 'A').at(-1)
    expect([found?.speaker.span?.text, found?.speaker.why]).toEqual(['Jane Doe', `turn: ${why}`])
  })

  test('nobody is guessed where two could answer', async () => {
    const [, answer] = await layerOf('Jane Doe met Ann Poe in Westbrook.\n\nQ: Will taxes fall?\n\nA: They will.')
    expect([answer?.speaker.span, answer?.speaker.candidates.map(({ span }) => span.text)]).toEqual([null, ['Jane Doe', 'Ann Poe']])
  })

  test('a label stays a label, and a later paragraph belongs to the turn before it', async () => {
    const text = 'Q&A with Mayor Jane Doe.\n\nQ: Will taxes fall?\n\nA: It is late. They will.\n\nBut I think that rents will rise.\n\nQ: And then?\n\nA: Nothing.'
    const found = await layerOf(text)
    expect(found.filter(({ rule }) => rule === 'transcript').map(({ source }) => source[0]?.text)).toEqual(['Q', 'A', 'Q', 'A'])
    expect((await said(text, /think/))?.speaker).toBe('Jane Doe')
  })
})

test.each([
  // Who is named beside what they are called.
  ['Doe’s spokesman, John Roe, said that taxes would fall.', 'John Roe'],
  ['The Westbrook Fund, a group of teachers, said that taxes would fall.', 'Westbrook Fund'],
  ['Some Norlanders said that taxes would fall.', 'Some Norlanders'],
  ['African-Americans in Westbrook said that taxes would fall.', 'African-Americans in Westbrook'],
  // Several things are said of one person.
  ['John Roe came late and is a teacher, writer and painter who has said that taxes will fall.', 'John Roe'],
  ['The Westbrook Fund, a group that said that taxes would fall, has moved.', 'Westbrook Fund'],
  ['Leader of the opposition in parliament Jane Doe said that taxes would fall.', 'Jane Doe'],
  ['John Roe came late. Taxes will fall, said a spokeswoman for Jane Doe.', 'a spokeswoman for Jane Doe'],
  // Whether her mother is meant, or she herself, nobody can tell.
  ['Jane Doe grew up in Westbrook. Her mother left early. “Taxes will fall,” she said.', null],
  // Of somebody who spoke within a report, the next sentence is not.
  ['Jane Doe added that Ann Poe had said that taxes would fall. She said that rents would follow.', 'Jane Doe']
])('%s', async (text, expected) => expect((await said(text, /said/))?.speaker).toBe(expected))

test.each([
  ['A worker met voters who were opposed to lower taxes.', /opposed/, 'voters'],
  ['The choices made it clear that taxes would fall. They want lower rents.', /want/, null],
  ['According to the Herald, taxes will fall.', /according/i, 'Herald']
])('%s %s', async (text, word, expected) => expect((await said(text, word))?.speaker).toBe(expected))

test.each([
  ['Jane Doe denied that taxes would fall.', 'denied'],
  ['Jane Doe has no doubt that taxes will fall.', 'affirmed'],
  ['Jane Doe did not fail to point out that taxes would fall.', 'affirmed'],
  ['Jane Doe never denied that taxes would fall.', 'affirmed'],
  ['Jane Doe not only said that taxes would fall.', 'affirmed'],
  ['Jane Doe refused to say that taxes would fall.', 'denied'],
  ['Jane Doe forgot to say that taxes would fall.', 'denied'],
  ['Jane Doe did not say that taxes would fall.', 'denied']
])('%s', async (text, expected) => expect((await said(text, /./))?.polarity).toBe(expected))

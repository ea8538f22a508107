import { describe, expect, test } from 'vitest'
import { read } from '../src/markup.js'
import type { Draft } from '../src/stages/2-speakers/draft.js'
import { fill, fillRules } from '../src/stages/2-speakers/fill.js'
import { speakers } from '../src/stages/2-speakers/index.js'
import { trim, trimRules } from '../src/stages/2-speakers/trim.js'
import { contentSigns } from '../src/stages/2-speakers/trust-content.js'
import { shapeOf } from '../src/stages/2-speakers/trust-shape.js'
import { unglue, unglueRules } from '../src/stages/2-speakers/unglue.js'
import { tokensIn, treeOf, type Tree } from '../src/tree.js'
import { lexicon, tokensOf } from './support.js'

/** An attribution as it is marked: [source …], [cue …], [content …]; and what else is marked, by label. */
async function draftOf(example: string): Promise<{ draft: Draft; tree: Tree; marked: (label: string) => string[] }> {
  const { text, marks } = read(example)
  const tokens = await tokensOf(text)
  // The roles are those that are marked, whatever the reader says of them.
  const roleOf = (start: number) => marks.find((mark) => /^(source|cue|content)$/.test(mark.label) && mark.start <= start && start < mark.end)?.label
  const tree = treeOf({ ...tokens, tokens: tokens.tokens.map((token) => ({ ...token, role: roleOf(token.start) ? `I-${roleOf(token.start)}` : 'O' })) })
  const ranges = (wanted: string) => marks.filter(({ label }) => label === wanted).map((mark) => tokensIn(tree, mark))
  const content = marks.filter(({ label }) => label === 'content').map(({ start, end }) => ({ start, end }))
  const draft: Draft = { content, cue: ranges('cue'), source: ranges('source'), carries: null, sure: 1, rule: 'reader' }
  return { draft, tree, marked: (wanted) => marks.filter(({ label }) => label === wanted).map(({ start, end }) => text.slice(start, end)) }
}

const textsOf = ({ content }: Draft, { text }: Tree): string[] => content.map(({ start, end }) => text.slice(start, end))

describe('each rule on its own example', () => {
  test.each(trimRules)('trim: $name', async ({ example, of }) => {
    const { draft, tree, marked } = await draftOf(example)
    const [piece = { start: 0, end: 0 }] = draft.content
    const kept = of(tokensIn(tree, piece), draft, tree)
    expect(kept && tree.text.slice(tree.tokens[kept.from]?.start, tree.tokens[kept.to - 1]?.end)).toBe(marked('kept')[0])
  })

  test.each(unglueRules)('unglue: $name', async ({ example, holds }) => {
    const { draft, tree, marked } = await draftOf(example)
    const ranges = draft.content.map((piece) => tokensIn(tree, piece))
    const strange = ranges.filter((piece) => holds(piece, ranges.filter((other) => other !== piece), draft, tree))
    expect(strange.map(({ from, to }) => tree.text.slice(tree.tokens[from]?.start, tree.tokens[to - 1]?.end))).toEqual(marked('strange'))
  })

  test.each(fillRules)('fill: $name', async ({ example, of }) => {
    const { draft, tree, marked } = await draftOf(example)
    const part = of(draft, tree)
    expect(part && tree.text.slice(tree.tokens[part.from]?.start, tree.tokens[part.to - 1]?.end)).toBe(marked('part')[0])
  })

  test.each(contentSigns)('sign: $name', async ({ example, of }) => {
    const { draft, tree } = await draftOf(example)
    expect(of(shapeOf(draft, tree))).toBeGreaterThan(0)
  })
})

test.each([
  '[source Jane Doe] [cue said] [content taxes would fall and rents would rise].',
  '[source Jane Doe] [cue said] [content “taxes will fall. Rents will rise.”]',
  '[source Jane Doe] [cue said] [content that she would leave, although nobody – not even the mayor – believed it].',
  '[source Jane Doe] [cue told] the council [content that rents would rise].',
  '[content The harbour], [source Jane Doe] [cue said], [content will be sold].',
  '[content “Taxes will fall,”] [source Jane Doe] [cue said], [content “and rents will rise.”]',
  '[source Jane Doe] [cue was asked] about [content the harbour].',
  '[source Jane Doe] [cue promised] [content not only a harbour, but a bridge].',
  '[content 🦊 “Née Ångström,”] [source she] [cue said].'
])('nothing to mend: %s', async (example) => {
  const { draft, tree, marked } = await draftOf(example)
  unglue([draft], tree)
  trim([draft], tree)
  fill([draft], tree)
  expect(textsOf(draft, tree)).toEqual(marked('content'))
})

test.each([
  ['a part that touches the content becomes one with it', '[source Jane Doe] [cue explained] the reasons for [content the sale of the harbour].', ['the reasons for the sale of the harbour']],
  ['a part that does not is a piece of its own', 'The harbour [cue is expected] [content to be sold].', ['The harbour', 'to be sold']],
  ['one piece is always left', '[source Jane Doe] [cue said], [content holding up a book].', ['holding up a book']]
])('%s', async (_, example, expected) => {
  const { draft, tree } = await draftOf(example)
  unglue([draft], tree)
  trim([draft], tree)
  fill([draft], tree)
  expect(textsOf(draft, tree)).toEqual(expected)
})

test('signs say nothing of a plain content', async () => {
  const { draft, tree } = await draftOf('[source Jane Doe] [cue said] [content that taxes would fall].')
  expect(contentSigns.filter(({ of }) => 0 < of(shapeOf(draft, tree))).map(({ name }) => name)).toEqual([])
})

test('a speech of many words, or of none, costs little', async () => {
  const sentence = 'She left, he stayed and they said that “nothing was sold – except the harbour.” '
  const tokens = await tokensOf(`Jane Doe said that ${sentence.repeat(60)}`)
  const started = performance.now()
  for (let run = 0; run < 5; run++) speakers.run({ tokens }, lexicon)
  expect(performance.now() - started).toBeLessThan(2000)
})

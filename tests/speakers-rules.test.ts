import { describe, expect, test } from 'vitest'
import { read } from '../src/markup.js'
import { overlaps, spanOf } from '../src/span.js'
import { stretchOf, rootOf } from '../src/stages/2-speakers/draft.js'
import { followRules } from '../src/stages/2-speakers/follow.js'
import { contentTies } from '../src/stages/2-speakers/content-ties.js'
import { gather } from '../src/stages/2-speakers/gather.js'
import { speakers } from '../src/stages/2-speakers/index.js'
import { pairMarks } from '../src/stages/2-speakers/marks.js'
import { pronounRules } from '../src/stages/2-speakers/mentions.js'
import { piecesOf } from '../src/stages/2-speakers/pieces.js'
import { sourceTies } from '../src/stages/2-speakers/source-ties.js'
import { phraseOf, sourceRules } from '../src/stages/2-speakers/sources.js'
import { quotationsOf } from '../src/stages/2-speakers/square.js'
import { quotationRules } from '../src/stages/2-speakers/quotation-rules.js'
import { readUnread } from '../src/stages/2-speakers/unread.js'
import { spokenOfRules, isSpokenOf } from '../src/stages/2-speakers/spoken-of.js'
import { isSupposed } from '../src/stages/2-speakers/supposed.js'
import { useRules } from '../src/stages/2-speakers/uses.js'
import { pairOf } from '../src/stages/2-speakers/ties.js'
import { tokensIn, treeOf, type Range } from '../src/tree.js'
import { lexicon, tokensOf } from './support.js'

describe('each rule on its own example', () => {
  test.each(sourceRules)('source: $name', async ({ example, headOf }) => {
    const { text, marks } = read(example)
    const tree = treeOf(await tokensOf(text))
    const ranges = (wanted: string) => marks.filter(({ label }) => label === wanted).map((mark) => tokensIn(tree, mark))
    const [cue = { from: 0, to: 0 }] = ranges('cue').slice(-1)
    const [source = { from: 0, to: 0 }] = ranges('source')
    const head = headOf({ range: cue, root: rootOf(tree, cue), earlier: rootOf(tree, source) }, tree)
    expect(head).not.toBeNull()
    expect(phraseOf(head ?? 0, tree)).toEqual(source)
  })

  const spoken = async (example: string) => {
    const { text, marks } = read(example)
    const tree = treeOf(await tokensOf(text))
    const [source, cue] = ['source', 'cue'].map((wanted) => tokensIn(tree, marks.find(({ label }) => label === wanted) ?? { start: 0, end: 0 })) as [Range, Range]
    return { source, cue, surroundings: { tree, felt: lexicon.words('felt-participles') } }
  }

  test.each(spokenOfRules)('spoken of: $name', async ({ example, holds }) => {
    const { source, cue, surroundings } = await spoken(example)
    expect(holds(cue, source, surroundings)).toBe(true)
  })

  test.each([
    '[source Jane Doe] [cue was worried] that taxes would fall.',
    '[source Jane Doe] [cue was saying] that taxes would fall.',
    '[source Jane Doe] [cue has said] that taxes would fall.',
    '[source Jane Doe] [cue seems to suggest] that taxes will fall.',
    'The plan [cue was praised] by [source Jane Doe].',
    '[source Jane Doe] smiled and [cue asked] about the plan.'
  ])('not spoken of, but speaking: %s', async (example) => {
    const { source, cue, surroundings } = await spoken(example)
    expect(isSpokenOf(cue, source, surroundings)).toBe(false)
  })

  test.each([
    ['[source They] would [cue say] that taxes are high.', true],
    ['When do [source they] [cue say] that taxes are high?', true],
    ['If you ask, [source we] [cue say] that taxes are high.', true],
    ['[source They] have always [cue said] that taxes are high.', false],
    ['[source They] never [cue said] that taxes are high.', false]
  ])('nobody has said it: %s %s', async (example, expected) => {
    const { source, cue, surroundings } = await spoken(example)
    expect(isSupposed(cue.from, source, surroundings.tree)).toBe(expected)
  })

  test.each([...sourceTies.map((tie) => ({ tie, role: 'source' as const })), ...contentTies.map((tie) => ({ tie, role: 'content' as const }))])('tie of a $role: $tie.name', async ({ tie, role }) => {
    const { text, marks } = read(tie.example)
    const tree = treeOf(await tokensOf(text))
    const [piece, cue] = ['piece', 'cue'].map((wanted) => tokensIn(tree, marks.find(({ label }) => label === wanted) ?? { start: 0, end: 0 }))
    const pieces = [...piecesOf(tree).filter((other) => !marks.some((mark) => overlaps(mark, stretchOf(tree, other)))), { role, sure: 1, ...piece! }, { role: 'cue' as const, sure: 1, ...cue! }].sort((a, b) => a.from - b.from)
    const place = (range: Range | undefined) => pieces.findIndex(({ from }) => from === range?.from)
    const pair = pairOf(pieces, place(piece), place(cue), tree)
    expect(pair && tie.strength(pair)).toBeGreaterThan(0)
  })

  test.each(quotationRules)('quotation: $name', async ({ example, name }) => {
    const tokens = await tokensOf(example)
    const tree = treeOf(tokens)
    const quotations = quotationsOf(pairMarks(example, tokens.paragraphs, lexicon.words('elided-words')).pairs, 0)
    // What the reader saw, less what the rule is to find.
    const seen = gather(tree, lexicon.words('felt-participles')).filter(({ cue }) => cue.length)
    const drafts = name === 'cue-beside' ? seen.map((draft) => ({ ...draft, content: [] })) : name === 'floating' ? seen.slice(0, 1).map((draft) => ({ ...draft, content: draft.content.slice(0, 1) })) : []
    const made = readUnread(drafts, quotations, { tree, cueVerbs: lexicon.words('cue-verbs') })
    if (name === 'floating') expect(drafts[0]?.content).toHaveLength(2)
    else expect(made.map(({ rule }) => rule)).toEqual([name])
  })

  test.each(useRules)('use: $name', async ({ example, use }) => {
    const { text, marks } = read(example)
    const layer = speakers.run({ tokens: await tokensOf(text) }, lexicon)
    expect(layer.marks.map(({ open, close, use }) => [use, text.slice(open.start, close?.end)])).toEqual(marks.map(({ start, end }) => [use, text.slice(start, end)]))
  })

  test.each(pronounRules)('pronoun: $name', async ({ example, name }) => {
    const layer = speakers.run({ tokens: await tokensOf(example) }, lexicon)
    const { speaker } = layer.attributions.find(({ source }) => source[0]?.text === 'she') ?? {}
    expect([speaker?.span?.text, speaker?.why.split(':')[0]]).toEqual(['Jane Doe', name])
  })

  test.each([
    ['turn', 'Jane Doe', 'noun'],
    ['name', 'John Roe', 'name'],
    ['relative', 'Jane Doe', 'pronoun'],
    ['same-sentence', 'The teacher', 'pronoun'],
    ['person', 'Jane Doe', 'pronoun'],
    ['anybody', undefined, 'pronoun'],
    ['thing', 'Officials', 'pronoun'],
    ['title', 'Ola Berg', 'noun'],
    ['age', 'Jane Doe', 'noun'],
    ['head-noun', 'Finance Ministry', 'noun'],
    ['owner', 'The council', 'noun'],
    ['noun', 'Legal experts', 'noun']
  ])('follow: %s', async (name, expected, how) => {
    const example = followRules.find((rule) => rule.name === name)?.example ?? ''
    const { attributions } = speakers.run({ tokens: await tokensOf(example) }, lexicon)
    expect([attributions.at(-1)?.speaker.span?.text, attributions.at(-1)?.speaker.how]).toEqual([expected, how])
  })

  test('every way of following has an example here', () => expect(followRules).toHaveLength(12))
})

test('spans are exact, whatever the text', async () => {
  const text = '\uFEFFJane\u00AD Doe said: “🦊 [Kuril]\r\n islands…” — “no”.\r\n\r\n‘Née Ångström’, he said.'
  const tokens = await tokensOf(text)
  const layer = speakers.run({ tokens }, lexicon)
  const spans = layer.attributions.flatMap(({ content, cue, source }) => [...content, ...cue, ...source])
  for (const span of [...spans, ...layer.marks.map(({ inside }) => inside)]) expect(span).toEqual(spanOf(tokens.text, span.start, span.end))
  expect(layer.marks).toHaveLength(3)
})

test('the same tokens give the same layer', async () => {
  const tokens = await tokensOf('“Taxes will fall,” said Jane Doe. She met John Roe. “Rents will follow,” he said.')
  expect(speakers.run({ tokens }, lexicon)).toEqual(speakers.run({ tokens }, lexicon))
})

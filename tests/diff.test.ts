import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, isEmpty } from '../src/diff/compare.js'
import { compareOutputs, drawn } from '../src/commands/diff.js'
import type { Attribution, Layers, Span } from '../src/model.js'
import { contents, folder, put, runFake } from './folders.js'
import { fakePipeline } from './fakes.mjs'

const text = 'Ann Lee said the gates of Halvard will stay open all year, and that boats may pass.'

const span = (words: string, from = text): Span => ({ start: from.indexOf(words), end: from.indexOf(words) + words.length, text: words })

const attribution = (id: string, content: readonly Span[], more: Partial<Attribution> = {}): Attribution => ({
  id, type: 'indirect', kind: 'statement', content, cue: [span('said')], source: [span('Ann Lee')], polarity: 'affirmed', confidence: 0.9, rule: 'test',
  speaker: { span: span('Ann Lee'), how: 'name', chain: [], candidates: [], why: 'test' }, ...more
})

function layers(attributions: readonly Attribution[], own = text): Layers {
  const article = { id: 'a.txt', path: 'a.txt', sha256: '', title: null, published: null, dateline: null, byline: null, source: null, language: 'en', encoding: 'utf-8', format: 'text' as const, boilerplate: [] }
  return { tokens: { article, text: own, paragraphs: [], sentences: [], tokens: [] }, speakers: { marks: [], attributions, problems: [] }, entities: { entities: [], speakers: [], dates: [] }, claims: { claims: [], withheld: 0 } }
}

const gates = span('the gates of Halvard will stay open all year')

describe('compare', () => {
  test('the same is no difference, whatever its numbers', () => {
    expect(isEmpty(compare(layers([attribution('a1', [gates])]), layers([attribution('a7', [gates], { confidence: 0.2, rule: 'other' })])))).toBe(true)
  })

  test('gained and lost', () => {
    const boats = attribution('a2', [span('boats may pass')])
    const { gained, lost, changed } = compare(layers([attribution('a1', [gates])]), layers([boats]))
    expect([gained.map(({ id }) => id), lost.map(({ id }) => id), changed]).toEqual([['a2'], ['a1'], []])
  })

  test('what has changed about it is named', () => {
    const denied = attribution('a1', [gates], { polarity: 'denied', cue: [] })
    expect(compare(layers([attribution('a1', [gates])]), layers([denied])).changed.map(({ what }) => what)).toEqual([['cue', 'polarity']])
  })

  test('another kind is a change', () => {
    expect(compare(layers([attribution('a1', [gates])]), layers([attribution('a1', [gates], { kind: 'attitude' })])).changed.map(({ what, after }) => [what, after.facts['kind']])).toEqual([[['kind'], 'attitude']])
  })

  test('other borders are a change, not a loss and a gain', () => {
    const longer = attribution('a1', [span('the gates of Halvard will stay open all year, and that boats may pass')])
    const { gained, lost, changed } = compare(layers([attribution('a1', [gates])]), layers([longer]))
    expect([gained, lost, changed.map(({ what }) => what)]).toEqual([[], [], [['content']]])
  })

  test('in an edited article the words tell what is the same', () => {
    const edited = `Today, ${text}`
    expect(isEmpty(compare(layers([attribution('a1', [gates])]), layers([attribution('a1', [span(gates.text, edited)])], edited)))).toBe(true)
  })

  test('what is gained one way round is lost the other', () => {
    const spans = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({ start, end: start + length, text: text.slice(start, start + length) }))
    const items = fc.array(spans, { maxLength: 6 }).map((list) => list.sort((a, b) => a.start - b.start).map((content, index) => attribution(`a${index + 1}`, [content])))
    fc.assert(
      fc.property(items, items, (one, other) => {
        const [there, back] = [compare(layers(one), layers(other)), compare(layers(other), layers(one))]
        expect(there.gained.length + there.changed.length + there.lost.length === 0).toBe(isEmpty(back))
        expect(one.length + there.gained.length).toBe(other.length + there.lost.length)
        expect(isEmpty(compare(layers(one), layers(one)))).toBe(true)
      })
    )
  })
})

describe('hearsay diff', () => {
  test('of two outputs: what is new, what is gone, what is different', async () => {
    const corpus = folder({ 'a.txt': 'Anna says boats', 'gone.txt': 'Ole says nothing', 'same.txt': 'Ole says "boats"' })
    const [before, after] = [folder(), folder()]
    await runFake(corpus, before, fakePipeline())
    put(corpus, { 'a.txt': 'Anna says ships', 'new.txt': 'New words' })
    const { rmSync } = await import('node:fs')
    rmSync(`${corpus}/gone.txt`)
    await runFake(corpus, after, fakePipeline())
    const kept = contents(before)
    const compared = compareOutputs(before, after)
    expect([compared.lost, compared.gained, compared.articles.map(({ article, text }) => [article, text]), compared.same]).toEqual([['gone.txt'], ['new.txt'], [['a.txt', 'changed']], 1])
    const lines = drawn(compared, false)
    expect(lines).toContain('1 of 2 articles differ, 1 new, 1 gone')
    expect(lines).toContain('- gone.txt: no longer there')
    expect(contents(before)).toEqual(kept)
  })

  test('borders are drawn with what they lost and gained', () => {
    const difference = compare(layers([attribution('a1', [gates])]), layers([attribution('a1', [span('gates of Halvard will stay open all year, and')])]))
    const lines = drawn({ lost: [], gained: [], same: 0, articles: [{ article: 'a.txt', text: 'same', ...difference }] }, false)
    expect(lines).toContain('[-the-] gates of Halvard will stay open all year {+, and+}')
  })

  test('a folder that is no output', () => {
    expect(() => compareOutputs(folder(), folder())).toThrow(/holds no article/)
  })
})

import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { entities } from '../src/stages/3-entities/index.js'
import { spanOf } from '../src/span.js'
import { onlyDeclared } from '../src/workshop.js'
import { fold, slugOf } from '../src/stages/3-entities/fold.js'
import { blocksOf, caseOf, entitiesOf, lexicon, silent } from './entities-words.js'

const idsOf = (marked: string) => {
  const one = caseOf(marked, { published: '2016-11-21' })
  const found = entitiesOf(one).entities.flatMap(({ id, mentions }) => mentions.map(({ start, end, text }) => ({ label: id.slice(id.indexOf('/') + 1), text, start, end })))
  return { one, found: found.sort((a, b) => a.start - b.start || b.end - a.end) }
}

describe('entities', () => {
  test.each(blocksOf(readFileSync('tests/cases/entities.txt', 'utf8')))('$title', ({ lines }) => {
    const { one, found } = idsOf(lines.join('\n'))
    expect(found.map(({ label, text }) => `${label}: ${text}`)).toEqual(one.expected.map(({ label, text }) => `${label}: ${text}`))
  })

  test('the stage asks for no list that it does not declare', () => {
    const { tokens } = caseOf('Foreign minister [Person Ada Lind] of [Location Gont] came to the [Misc APEC] summit in [Location Lima] on Sunday. She met Mr. Berg on the island of Roke. The minister left.', { published: '2016-11-21' })
    expect(() => entities.run({ tokens, speakers: silent }, onlyDeclared(lexicon, entities.data, 'entities'))).not.toThrow()
  })

  test('ids are unique, kind and slug, and the same at every run', () => {
    const text = '[Person Ada Lind] and [Organization Ada Lind] of [Location Gont] met [Person Bo Lind] of [Organization Gont].'
    const { entities: all } = entitiesOf(caseOf(text))
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(JSON.stringify(entitiesOf(caseOf(text)))).toBe(JSON.stringify(entitiesOf(caseOf(text))))
  })

  test('a person has name parts, roles with their sentence, and gender only as shown', () => {
    const { entities } = entitiesOf(caseOf('Foreign minister [Person Ada Lind] came. She left. [Person Bo Berg] stayed.'))
    expect(entities.map(({ facts }) => facts)).toMatchObject([
      { first: 'Ada', last: 'Lind', roles: [{ text: 'Foreign minister', sentence: 'Foreign minister Ada Lind came.' }], gender: { shown: 'female', evidence: ['she'] } },
      { first: 'Bo', last: 'Berg', roles: [], gender: null }
    ])
  })

  test('a capital in front of the report is where it was written, and what a town is named along with is where it lies', () => {
    const one = caseOf('[Location LIMA] said no more of [Location Porto Alto], Peru.')
    const layer = entitiesOf({ ...one, tokens: { ...one.tokens, article: { ...one.tokens.article, dateline: spanOf(one.tokens.text, 0, 4) } } })
    expect(layer.entities.map(({ id, facts }) => [id, facts?.['within'] ?? null])).toEqual([['place/lima', null], ['place/porto-alto', { id: 'country/peru', name: 'Peru' }], ['country/peru', null]])
  })

  test('folding keeps every offset', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(fold(text).length).toBe(text.length) }))
    expect(slugOf('Tórshavn’s  “Old” Quarter')).toBe('torshavns-old-quarter')
  })

  test('any text: spans are exact, inside mentions do not cross, and every mention names its rule', () => {
    const piece = fc.constantFrom(
      'Ada Lind', 'Lind', 'Kunashir', 'the Kuril Islands', '[Kuril] islands', 'APEC summit in Lima', 'in Tokyo', "Tokyo's claims", 'U.S.', 'G20', '“I said,”', 'he', 'the summit', 'the islands', 'Treaty of Gont', '.', ',', '\n\n', 'é', '🦊',
      'talks in', 'and', 'Mr.', 'President', '2016', 'Forum', 'Island', 'islands of', '-', '(', ')'
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const one = caseOf(pieces.join(' ').replace(/[[\]\\]/g, '\\$&'), { published: '2016-11-21' })
        const { entities, dates } = entitiesOf(one)
        const mentions = entities.flatMap((entity) => entity.mentions)
        for (const { start, end, text, rule } of mentions) {
          expect(text).toBe(one.tokens.text.slice(start, end))
          expect(text).not.toBe('')
          expect(rule).not.toBe('')
        }
        for (const a of mentions) for (const b of mentions) if (a.start < b.start && b.start < a.end) expect(b.end, `"${a.text}" and "${b.text}" cross`).toBeLessThanOrEqual(a.end)
        for (const { span } of dates) expect(span.text).toBe(one.tokens.text.slice(span.start, span.end))
      }),
      { numRuns: 150 }
    )
  })

  test('time grows with the text, not with its square', () => {
    const sentence = '[Person Ada Lind] met [Person Bo Berg] at the [Misc APEC] summit in [Location Lima] on the island of [Location Gont], Mr. Lind said. He left. The islands are small. '
    const run = (times: number) => {
      const one = caseOf(sentence.repeat(times))
      const before = process.cpuUsage()
      entitiesOf(one)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    run(20)
    const [small, large] = [run(150), run(1200)]
    expect(large).toBeLessThan(Math.max(400, small * 8 * 4))
  }, 60_000)
})

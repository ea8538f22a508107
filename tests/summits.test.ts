import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gazetteerOf } from '../src/stages/3-entities/gazetteer.js'
import { findNames } from '../src/stages/3-entities/resolve.js'
import { sceneOf } from '../src/stages/3-entities/scene.js'
import { blocksOf, caseOf, entitiesOf, lexicon, silent } from './entities-words.js'

const seriesIn = (marked: string): string[] => findNames(sceneOf(caseOf(marked).tokens, silent, lexicon)).gatherings.flatMap(({ series }) => (series ? [series.id] : []))

/** `it` is "the Doha Forum" or "the NATO summit". The reader's label is often wrong or missing. */
const carriers: readonly ((it: string) => string)[] = [
  (it) => `Leaders met at the [Misc ${it}] in Porto Alto.`,
  (it) => `She spoke on the sidelines of the [Organization ${it}] on Monday.`,
  (it) => `The ${it} ended without a deal.`,
  (it) => `He will attend the [Misc ${it}] next month.`,
  (it) => `Protesters marched before the [Organization ${it}].`,
  (it) => `A draft seen at the [Facility ${it}] names no one.`,
  (it) => `It was his third [Misc ${it}].`,
  (it) => `Ministers arrived for the ${it}, officials said.`,
  (it) => `This year's [Misc ${it}] was held in [Location Porto Alto].`,
  (it) => `The host of the [Misc ${it}] thanked all guests.`
]

const { series } = gazetteerOf(lexicon)

describe('summits', () => {
  test('the table has at least 120 series', () => expect(series.size).toBeGreaterThan(120))

  test('every series in ten sentences, by every name: at least 98 in 100 are found', () => {
    let all = 0
    const missed: string[] = []
    for (const { id, name, aliases, kind } of series.values())
      for (const form of [name, ...aliases])
        for (const carrier of carriers) {
          all++
          const sentence = carrier(kind === 'organization' || form === 'COP' ? `${form} summit` : form)
          if (!seriesIn(sentence).includes(id)) missed.push(sentence)
        }
    expect(all).toBeGreaterThan(4_000)
    expect(missed.length / all, missed.slice(0, 60).join('\n')).toBeLessThan(0.02)
  }, 60_000)

  test.each(blocksOf(readFileSync('tests/cases/summits.txt', 'utf8')))('$title', ({ lines }) => {
    const one = caseOf(lines.join('\n'), { published: '2016-11-21' })
    const found = entitiesOf(one).entities.flatMap(({ id, kind, mentions }) => (kind === 'summit' ? mentions.map(({ start, text }) => ({ label: id.slice(7), text, start })) : []))
    expect(found.sort((a, b) => a.start - b.start).map(({ label, text }) => `${label}: ${text}`)).toEqual(one.expected.map(({ label, text }) => `${label}: ${text}`))
  })

  test('a single meeting has its series, its place, its time and who was there, as the sentence says', () => {
    const { entities } = entitiesOf(caseOf('[Person Ada Lind] attended the [Misc Doha Forum] in [Location Porto Alto] on Sunday.', { published: '2016-11-21' }))
    expect(entities.find(({ kind }) => kind === 'summit')).toMatchObject({
      id: 'summit/doha-forum-in-porto-alto', name: 'Doha Forum in Porto Alto',
      facts: { series: { id: 'doha-forum' }, level: 'meeting', type: 'summit', place: { id: 'place/porto-alto', name: 'Porto Alto' }, when: '2016-11-20', participants: ['person/ada-lind'] }
    })
  })

  test('a body that meets is a body, its meeting a summit', () => {
    const { entities } = entitiesOf(caseOf('[Organization APEC] was founded in Canberra. The [Misc APEC] summit in [Location Lima] is over.'))
    expect(entities.filter(({ kind }) => kind === 'summit' || kind === 'organization').map(({ id, mentions }) => [id, mentions.length])).toEqual([
      ['organization/apec', 2],
      ['summit/apec-summit-in-lima', 1]
    ])
  })
})

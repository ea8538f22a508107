import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gazetteerOf } from '../src/stages/3-entities/gazetteer.js'
import { findNames } from '../src/stages/3-entities/resolve.js'
import { sceneOf } from '../src/stages/3-entities/scene.js'
import { blocksOf, caseOf, entitiesOf, lexicon, silent } from './entities-words.js'

/** Keys of the islands named; what follows in the stage costs time and finds no names. */
const islandsIn = (marked: string): (string | null)[] => findNames(sceneOf(caseOf(marked).tokens, silent, lexicon)).flat.flatMap(({ kind, key }) => (kind === 'island' ? [key] : []))

/** Where a clear name may stand, each with a reading of it that may be wrong. */
const carriers: readonly ((name: string) => string)[] = [
  (name) => `The navy sent two ships to [Location ${name}] on Monday.`,
  (name) => `Residents of ${name} were told to leave.`,
  (name) => `A storm hit [NORP ${name}], the agency said.`,
  (name) => `[Location ${name}] was hit by a storm.`,
  (name) => `Fishing around [Person ${name}] has been banned.`,
  (name) => `Both sides claim [Location ${name}].`,
  (name) => `The dispute over [Misc ${name}] goes back decades.`,
  (name) => `[Location ${name}]'s harbour is closed.`,
  (name) => `Ferries to [Location ${name}] and back were cancelled.`,
  (name) => `No one has lived on [Organization ${name}] since then.`
]

/** For a name that is also something else the sentence says what it is here. */
const telling: readonly ((name: string) => string)[] = [
  (name) => `The navy sent two ships to the island of [Location ${name}] on Monday.`,
  (name) => `Residents of the island of ${name} were told to leave.`,
  (name) => `A storm hit the islands of [NORP ${name}], the agency said.`,
  (name) => `The isle of [Location ${name}] was hit by a storm.`,
  (name) => `Fishing around the island of [Person ${name}] has been banned.`,
  (name) => `Both sides claim the island of [Location ${name}].`,
  (name) => `The dispute over the islands of [Misc ${name}] goes back decades.`,
  (name) => `The island of [Location ${name}] has closed its harbour.`,
  (name) => `Ferries to the island of [Location ${name}] and back were cancelled.`,
  (name) => `No one has lived on the island of ${name} since then.`
]

const { islands, islandNames } = gazetteerOf(lexicon)
const names = [...islandNames.byFirst.values()].flat().map(({ form, value }) => ({ form, ids: value.map(({ island }) => `island:${island.id}`), ...value[0] }))

describe('islands', () => {
  // Two of the ten sentences for each name, in turn; CARRIERS=all takes all ten, a minute's work.
  const size = process.env['CARRIERS'] === 'all' ? 10 : 2
  test('every name of the gazetteer in sentences: at least 99 in 100 are found as that island', () => {
    let all = 0
    const missed: string[] = []
    for (const [index, { form, ids, island, full }] of names.entries()) {
      const clear = (full && !island?.ambiguity.has('country')) || [...(island?.ambiguity ?? [])].every((reason) => reason === 'shared')
      for (let step = 0; step < size; step++) {
        all++
        const sentence = (clear ? carriers : telling)[(index + (size === 10 ? step : step * 5)) % 10]?.(form) ?? ''
        if (!islandsIn(sentence).some((key) => ids.includes(key ?? ''))) missed.push(sentence)
      }
    }
    expect(all).toBeGreaterThan(size * 4_000)
    if (size === 10) console.log(`islands in ten sentences each: ${all - missed.length} of ${all}`)
    expect(missed.length / all, missed.slice(0, 40).join('\n')).toBeLessThan(0.01)
  }, 120_000)

  const decoys = blocksOf(readFileSync('tests/cases/islands-decoys.txt', 'utf8')).flatMap(({ lines }) => lines)

  test('of 200 decoys fewer than 2 in 100 are taken for islands', () => {
    const wrong = decoys.filter((line) => islandsIn(line).length > 0)
    expect(decoys.length).toBeGreaterThanOrEqual(200)
    expect(wrong.length / decoys.length, wrong.join('\n')).toBeLessThan(0.02)
  })

  test.each(blocksOf(readFileSync('tests/cases/islands.txt', 'utf8')))('$title', ({ lines }) => {
    const one = caseOf(lines.join('\n'))
    const found = entitiesOf(one).entities.flatMap(({ id, kind, mentions }) => (kind === 'island' ? mentions.map(({ start, text }) => ({ label: id.slice(7), text, start })) : []))
    expect(found.sort((a, b) => a.start - b.start).map(({ label, text }) => `${label}: ${text}`)).toEqual(one.expected.map(({ label, text }) => `${label}: ${text}`))
  })

  test('facts: coordinates, the groups it is part of, who administers it, who claims it', () => {
    const { entities } = entitiesOf(caseOf('A plane landed on [Location Etorofu].'))
    expect(entities).toMatchObject([
      {
        id: 'island/iturup', name: 'Etorofu', kind: 'island',
        facts: {
          gazetteer: 'iturup', coordinates: { latitude: 45.03, longitude: 147.7 }, partOf: [{ id: 'island/southern-kurils', name: 'Southern Kurils' }, { id: 'island/kuril-islands', name: 'Kuril Islands' }],
          administeredBy: [{ code: 'RU', name: 'Russia' }], claimedBy: [{ code: 'JP', name: 'Japan' }]
        }
      }
    ])
  })

  test('every group of the gazetteer is in the gazetteer, and none is part of itself', () => {
    for (const { id, partOf } of islands.values()) {
      const seen = new Set([id])
      for (let group = partOf; group !== null; group = islands.get(group)?.partOf ?? null) {
        expect(islands.has(group), `${id} is part of ${group}`).toBe(true)
        expect(seen.has(group), `${id} is part of itself`).toBe(false)
        seen.add(group)
      }
    }
  })
})

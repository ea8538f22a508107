import { expect, test } from 'vitest'
import { check } from '../src/check.js'
import type { LayerName, Layers } from '../src/model.js'
import { fakePipeline } from './fakes.mjs'

const nobody = { words: () => new Set<string>(), table: () => [] }

/** All layers of a small article, right in every respect. */
async function sound(): Promise<Layers> {
  const pipeline = fakePipeline()
  const reading = await pipeline.first.read({ path: 'a.txt', bytes: Buffer.from('Shinzo_Abe: Kunashir and Iturup') }, { reader: await pipeline.loadReader(''), lexicon: nobody })
  if (reading.outcome !== 'read') throw new Error(reading.reason)
  const layers = { tokens: reading.layer } as { -readonly [Name in LayerName]: Layers[Name] }
  for (const stage of pipeline.stages) Object.assign(layers, { [stage.writes]: stage.run(layers, nobody) })
  return structuredClone(layers)
}

/** Sets what stands at a path of keys. */
function alter(layers: Layers, path: string, value: unknown): Layers {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce<Record<string, unknown>>((object, key) => object[key] as Record<string, unknown>, layers as unknown as Record<string, unknown>)
  parent[last] = value
  return layers
}

test('layers as they should be pass', async () => {
  const layers = await sound()
  for (const name of ['tokens', 'speakers', 'entities', 'claims'] as const) expect(() => check(name, layers), name).not.toThrow()
})

test.each<[LayerName, string, unknown, RegExp]>([
  ['tokens', 'tokens.tokens.1.text', 'Kunashi', /the article says "Kunashir" at 12, not "Kunashi"/],
  ['tokens', 'tokens.tokens.1.start', 99, /99–20 lies outside the article/],
  ['tokens', 'tokens.tokens.1.head', 1, /token 1 \("Kunashir"\) has its head at 1/],
  ['tokens', 'tokens.tokens.1.head', 77, /has its head at 77/],
  ['tokens', 'tokens.tokens.1.of', 77, /belongs to a cue at 77/],
  ['tokens', 'tokens.tokens.1.same', 1, /takes up 1, which does not stand before it/],
  ['tokens', 'tokens.tokens.1.sure', { name: 1.5, role: 1 }, /is sure to 1.5, 1 and /],
  ['tokens', 'tokens.tokens.1.sure', { name: NaN, role: 1 }, /holds NaN/],
  ['tokens', 'tokens.sentences', [], /lies in no sentence/],
  ['tokens', 'tokens.article.id', 'b.txt', /the article's id is "b.txt"/],
  ['tokens', 'tokens.article.published', 'Monday', /published on "Monday"/],
  ['speakers', 'speakers.attributions.0.content', [], /a1 has no content/],
  ['speakers', 'speakers.attributions.0.source.0.text', 'Abe', /the article says "Shinzo_Abe" at 0, not "Abe"/],
  ['speakers', 'speakers.attributions.0.confidence', 2, /a1 has confidence 2/],
  ['entities', 'entities.entities.1.id', 'person/shinzo-abe', /person\/shinzo-abe twice/],
  ['entities', 'entities.entities.1.id', 'island/kunashir', /"island\/kunashir" is no id of the kind person/],
  ['entities', 'entities.entities.1.mentions', [], /has no mention/],
  ['entities', 'entities.speakers.0.attribution', 'a9', /there is no attribution a9/],
  ['entities', 'entities.speakers.0.entity', 'person/nobody', /a1 is said by person\/nobody/],
  ['claims', 'claims.claims.0.about', ['person/nobody'], /c1 names person\/nobody/],
  ['claims', 'claims.claims.0.about', ['person/shinzo-abe', 'person/kunashir'], /not sorted/],
  ['claims', 'claims.claims.0.on', { entity: null, attribution: 'a9' }, /which is no attribution/],
  ['claims', 'claims.claims.0.place', undefined, /holds undefined/]
])('%s: %s altered is found out', async (name, path, value, message) => {
  const layers = alter(await sound(), path, value)
  expect(() => check(name, layers)).toThrow(message)
})

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { layerNames } from '../src/layers.js'
import type { Claims, Layers, Speakers } from '../src/model.js'
import { pipeline } from '../src/pipeline.js'
import type { Stage } from '../src/stage.js'
import { dataOf, onlyDeclared, shipped } from '../src/workshop.js'

const src = fileURLToPath(new URL('../src', import.meta.url))

test('the stages stand in the order of the layers, each reading only what stands before it', () => {
  expect(['tokens', ...pipeline.stages.map(({ writes }) => writes)]).toEqual([...layerNames])
  for (const { writes, reads } of pipeline.stages) expect(layerNames.slice(0, layerNames.indexOf(writes)), writes).toEqual(expect.arrayContaining([...reads]))
})

test('the word lists that a stage declares are there', () => {
  const missing = layerNames.flatMap((layer) => dataOf(layer, pipeline).filter((name) => !['txt', 'tsv'].some((type) => existsSync(join(shipped.data, `${name}.${type}`)))))
  expect(missing).toEqual([])
})

test('every word list that a stage or its helpers ask for is declared', () => {
  const folders: Readonly<Record<string, string>> = { tokens: '1-tokens', speakers: '2-speakers', entities: '3-entities', claims: '4-claims' }
  const undeclared = layerNames.flatMap((layer) => {
    const asked = reached(join(src, 'stages', folders[layer] ?? '', 'index.ts')).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\.(?:words|table)\('([^']+)'\)/g)].map(([, name]) => name ?? ''))
    return [...new Set(asked)].filter((name) => !dataOf(layer, pipeline).includes(name)).map((name) => `${layer}: ${name}`)
  })
  expect(undeclared).toEqual([])
})

/** A file and all files that it imports, as they are run: types import nothing. */
function reached(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const imports = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type)\b[^'"]*?from '(\.[^']+)\.js'/gm)].map(([, name]) => join(dirname(file), `${name}.ts`))
  return [file, ...imports.flatMap((name) => reached(name, seen))]
}

test('a word list that a stage has not declared is kept from it', () => {
  const lexicon = { words: () => new Set(['x']), table: () => [] }
  const some = onlyDeclared(lexicon, ['cues'], 'speakers')
  expect([...some.words('cues')]).toEqual(['x'])
  expect(() => some.words('islands')).toThrow('stage speakers uses data/islands without declaring it')
  expect(() => some.table('islands')).toThrow('stage speakers uses data/islands without declaring it')
})

test('a layer that a stage has not declared does not compile', () => {
  const empty: Speakers = { marks: [], attributions: [], problems: [] }
  const curious: Stage<'tokens', 'speakers'> = {
    writes: 'speakers',
    reads: ['tokens'],
    version: 1,
    data: [],
    // @ts-expect-error: the type check of `npm test` fails should this compile one day.
    run: (input) => (input.claims satisfies Claims ? empty : empty)
  }
  const run = (): Speakers => curious.run({ tokens: {} as Layers['tokens'] }, { words: () => new Set<string>(), table: () => [] })
  expect(run()).toEqual(empty)
})

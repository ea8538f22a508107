import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { kept, loadLexicon, type Lexicon } from './data/lexicon.js'
import { sha256 } from './digest.js'
import { assert, UserError } from './error.js'
import { groundPrint, type Grounds } from './fingerprint.js'
import { layerNames } from './layers.js'
import type { LayerName, Source } from './model.js'
import type { Reader } from './reader/index.js'
import type { Stage } from './stage.js'
import type { Reading, Tools } from './stages/1-tokens/index.js'

/** From an article to its last layer. */
export interface Pipeline {
  /** Loads the network from the folder of the model. */
  loadReader(models: string): Promise<Reader>
  /** Stage 1 is no `Stage`: it reads a file and not a layer, may find none in it, and waits for the network. */
  readonly first: { readonly version: number; readonly data: readonly string[]; read(source: Source, tools: Tools): Promise<Reading> }
  /** Left to right. Each stage may read only what stands before it. */
  readonly stages: readonly Stage[]
  /** Word lists of the corpus level, by their names in `data/`; those that are not named here are empty. */
  readonly corpusData?: readonly string[]
}

/** The pipeline with what it needs to work: once a process or worker thread. */
export interface Workshop {
  readonly pipeline: Pipeline
  /** Loaded when the first article needs it. */
  reader(): Promise<Reader>
  /** By layer, with nothing in it but what the stage declares in `data`. */
  lexicon(layer: LayerName): Lexicon
}

/** The lists and tables of `data/` that a layer depends on, by the names that its lexicon knows them by: "islands" for `islands.tsv`. */
export const dataOf = (layer: LayerName, { first, stages }: Pipeline): readonly string[] =>
  (layer === 'tokens' ? first : stageOf(layer, stages)).data.map((file) => file.replace(/\.(txt|tsv)$/, ''))

export const versionOf = (layer: LayerName, { first, stages }: Pipeline): number => (layer === 'tokens' ? first : stageOf(layer, stages)).version

export const readsOf = (layer: LayerName, { stages }: Pipeline): readonly LayerName[] => (layer === 'tokens' ? [] : stageOf(layer, stages).reads)

function stageOf(layer: LayerName, stages: readonly Stage[]): Stage {
  const stage = stages.find(({ writes }) => writes === layer)
  assert(stage, `no stage writes ${layer}`)
  return stage
}

/** Hands out the declared files only: a list that a stage used in secret could change without anything being made again. */
export function onlyDeclared(lexicon: Lexicon, declared: readonly string[], layer: LayerName): Lexicon {
  const declares = (name: string) => assert(declared.includes(name), `stage ${layer} uses data/${name} without declaring it`)
  // Rules ask for the same list at every word, so an answer is kept.
  return {
    words: kept((name) => {
      declares(name)
      return lexicon.words(name)
    }),
    table: kept((name) => {
      declares(name)
      return lexicon.table(name)
    })
  }
}

/** Where hearsay is installed: the folder above `src/` or `dist/`. */
export const home = dirname(dirname(fileURLToPath(import.meta.url)))

export const hearsayVersion = (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version

/** Folders of the word lists and of the reader network. */
export interface Equipment {
  readonly data: string
  readonly models: string
}

export const shipped: Equipment = { data: join(home, 'data'), models: join(home, 'models') }

export function openWorkshop(pipeline: Pipeline, { data, models }: Equipment): Workshop {
  let reader: Promise<Reader> | undefined
  let all: Lexicon | undefined
  const lexicons = new Map<LayerName, Lexicon>()
  return {
    pipeline,
    reader: () => (reader ??= pipeline.loadReader(models)),
    lexicon(layer) {
      const lexicon = lexicons.get(layer) ?? onlyDeclared((all ??= loadLexicon(data)), dataOf(layer, pipeline), layer)
      lexicons.set(layer, lexicon)
      return lexicon
    }
  }
}

/** By layer: what its fingerprints share, and what it reads. */
export function groundsOf(pipeline: Pipeline, equipment: Equipment, { anyLanguage, allClaims = false }: { readonly anyLanguage: boolean; readonly allClaims?: boolean }): Grounds {
  const model = modelPrint(equipment.models)
  const ground = (layer: LayerName) => ({
    reads: readsOf(layer, pipeline),
    print: groundPrint({
      hearsay: hearsayVersion,
      layer,
      version: versionOf(layer, pipeline),
      settings: layer === 'tokens' ? { anyLanguage } : layer === 'claims' ? { allClaims } : {},
      data: dataPrints(equipment.data, dataOf(layer, pipeline)),
      model: layer === 'tokens' ? model : null
    })
  })
  return Object.fromEntries(layerNames.map((layer) => [layer, ground(layer)])) as Grounds
}

/** By file: its hash, null for one that is not there. */
export const dataPrints = (folder: string, names: readonly string[]): Readonly<Record<string, string | null>> =>
  Object.fromEntries(names.flatMap((name) => [`${name}.txt`, `${name}.tsv`]).map((file) => [file, fileHash(join(folder, file))]))

/** Of everything in the folder that the reader could load. Whether it is the right network is told when it is loaded; this only says
 *  whether it is another one than last time, without the half second that loading takes. */
export function modelPrint(folder: string): string {
  return sha256(JSON.stringify(filesOf(folder).filter((file) => /\.(onnx|json|txt)$/.test(file)).map((file) => [file, fileHash(join(folder, file))])))
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    throw new UserError(`${folder} is missing; it comes with hearsay: install it again, or name another folder with --models`)
  }
}

function fileHash(path: string): string | null {
  try {
    return sha256(readFileSync(path))
  } catch {
    return null
  }
}

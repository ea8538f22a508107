import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { UserError } from '../error.js'
import { piecesFrom, type Pieces } from './pieces.js'
import type { Window } from './windows.js'

/** The columns of each head's scores, in order. */
export interface LabelLists {
  readonly tag: readonly string[]
  readonly relation: readonly string[]
  readonly name: readonly string[]
  readonly role: readonly string[]
}

/** What the network says of one window of `W` words. Scores are row by row. */
export interface Scores {
  /** [W, tags], [W, names], [W, roles]: logarithms of probabilities. */
  readonly tag: Float32Array
  readonly name: Float32Array
  readonly role: Float32Array
  /** [W] 1 where a sentence starts. */
  readonly start: readonly number[]
  /** [W, W] row = word, column = head (itself: the root); −1e4 outside the sentence. */
  readonly arcs: Float32Array
  /** [W] best head. */
  readonly head: readonly number[]
  /** [W, relations] given that head. */
  readonly relation: Float32Array
  /** [W, W] which cue a source or content belongs to; which earlier word a mention takes up. */
  readonly of: Float32Array
  readonly same: Float32Array
}

export interface Network {
  readonly labels: LabelLists
  readonly pieces: Pieces
  /** Of weights, labels and vocabulary together: what a fingerprint needs. */
  readonly sha256: string
  /** One window a call, never several: with dynamic int8 the members of a batch change one another. */
  score(window: Window): Promise<Scores>
}

/** onnxruntime's fusion of an addition with the normalization behind it is slower on a CPU than the two apart: a twelfth of the time. */
const FASTER = { optimization: { disable_specified_optimizers: 'SkipLayerNormFusion' } }

const FILES = ['reader.onnx', 'labels.json', 'vocab.txt'] as const

/** Loads the network from `models/`. Throws `UserError` for a file that is missing or is not the one in `sha256.txt`. */
export async function loadNetwork(folder: string, threads = 1): Promise<Network> {
  const files = readModel(folder)
  const labels = JSON.parse(files['labels.json'].toString('utf8')) as LabelLists
  const session = await InferenceSession.create(files['reader.onnx'], { intraOpNumThreads: threads, interOpNumThreads: 1, extra: FASTER })
  return {
    labels,
    pieces: piecesFrom(files['vocab.txt'].toString('utf8').split('\n')),
    sha256: createHash('sha256').update(FILES.map((name) => hash(files[name])).join()).digest('hex'),
    async score(window) {
      const outputs = await session.run(inputsOf(window))
      const floats = (name: string) => outputs[name]?.data as Float32Array
      const whole = (name: string) => smallNumbers(outputs[name]?.data as BigInt64Array)
      return {
        tag: floats('tag'),
        name: floats('name'),
        role: floats('role'),
        start: whole('start'),
        arcs: floats('arcs'),
        head: whole('head'),
        relation: floats('relation'),
        of: floats('of'),
        same: floats('same')
      }
    }
  }
}

function inputsOf(window: Window): Record<string, Tensor> {
  const row = (values: readonly number[]) => new Tensor('int64', wide(values), [1, values.length])
  return { ids: row(window.ids), case: row(window.case), quoted: row(window.quoted), first: row(window.first), may: row(window.may) }
}

/** Numbers from 0 to 2³¹ as 64 bits each, and back, by their lower halves: no bigint is made for each, a thousand a window. The lower half comes first on
 *  every processor that onnxruntime-node is built for. */
function wide(values: readonly number[]): BigInt64Array {
  const whole = new BigInt64Array(values.length)
  const halves = new Int32Array(whole.buffer)
  values.forEach((value, index) => (halves[2 * index] = value))
  return whole
}

function smallNumbers({ buffer, byteOffset, length }: BigInt64Array): number[] {
  const halves = new Int32Array(buffer, byteOffset, 2 * length)
  return Array.from({ length }, (_, index) => halves[2 * index] ?? 0)
}

type ModelFiles = Record<(typeof FILES)[number], Buffer>

function readModel(folder: string): ModelFiles {
  const expected = expectedHashes(folder)
  return Object.fromEntries(
    FILES.map((name) => {
      const content = readOr(join(folder, name), `the reader network needs it; it comes with hearsay: restore it with "git checkout models/${name}" or install again`)
      const wanted = expected.get(name)
      const found = hash(content)
      if (found !== wanted)
        throw new UserError(`${join(folder, name)} is damaged: its sha256 is ${found}, expected ${wanted}; restore it with "git checkout models/${name}" or install again`)
      return [name, content]
    })
  ) as ModelFiles
}

/** `models/sha256.txt`, as sha256sum writes it. */
function expectedHashes(folder: string): Map<string, string> {
  const path = join(folder, 'sha256.txt')
  const list = readOr(path, 'it lists the hashes of the model files and comes with hearsay: install it again').toString('utf8')
  return new Map(list.split('\n').filter(Boolean).map((line) => line.split(/\s+/)).map(([sum = '', name = '']) => [name, sum]))
}

function readOr(path: string, hint: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new UserError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}); ${hint}`)
  }
}

const hash = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

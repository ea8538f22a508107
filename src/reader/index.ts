import type { Token } from '../model.js'
import { best, bestSequence, share } from './decode.js'
import { loadNetwork, type Network, type Scores } from './network.js'
import { trees } from './trees.js'
import { windowsOf, type Window } from './windows.js'
import type { Word } from './words.js'

/** Everything that the network sees in a word; pointers are indexes of words of the article. */
export type WordReading = Pick<Token, 'tag' | 'head' | 'relation' | 'name' | 'role' | 'of' | 'same' | 'sure'> & {
  /** The word begins a sentence. */
  readonly starts: boolean
}

export interface Reader {
  /** Of the model's files: what a fingerprint needs. */
  readonly sha256: string
  /** Reads an article's paragraphs, word by word, in order. */
  read(paragraphs: readonly (readonly Pick<Word, 'text'>[])[]): Promise<WordReading[]>
}

export interface ReaderOptions {
  /** Threads for the network; 1 is right beside other workers. */
  threads?: number
}

/** Loads the reader from the folder of the model. Throws `UserError` for a file that is missing or damaged. */
export async function loadReader(folder: string, { threads = 1 }: ReaderOptions = {}): Promise<Reader> {
  const network = await loadNetwork(folder, threads)
  return {
    sha256: network.sha256,
    async read(paragraphs) {
      const begins = new Set<number>()
      paragraphs.reduce((index, words) => (begins.add(index), index + words.length), 0)
      const readings: WordReading[] = []
      for (const window of windowsOf(paragraphs, network.pieces)) {
        const breaks = window.first.map((_, index) => begins.has(window.from + index))
        for (const reading of readingsOf(await network.score(window), window, breaks, network)) readings.push(reading)
      }
      return readings
    }
  }
}

function readingsOf(scores: Scores, { from, first }: Window, breaks: readonly boolean[], { labels }: Network): WordReading[] {
  const size = first.length
  const name = bestSequence(scores.name, labels.name, breaks)
  const role = bestSequence(scores.role, labels.role, breaks)
  const head = trees(scores.head, scores.start, scores.arcs)
  return first.map((_, word) => {
    const roleLabel = labels.role[role[word] ?? 0] ?? 'O'
    const cue = /source|content/.test(roleLabel) ? best(scores.of, word, size) : word
    const earlier = best(scores.same, word, size)
    const relation = relationOf(scores, word, head[word] ?? -1, labels.relation)
    return {
      tag: labels.tag[best(scores.tag, word, labels.tag.length)] ?? 'NN',
      head: (head[word] ?? -1) < 0 ? null : from + (head[word] ?? 0),
      relation: labels.relation[relation] ?? 'dep',
      name: labels.name[name[word] ?? 0] ?? 'O',
      role: roleLabel,
      of: cue === word ? null : from + cue,
      same: earlier < word ? from + earlier : null,
      sure: {
        name: sure(scores.name, word, name[word] ?? 0, labels.name.length),
        role: sure(scores.role, word, role[word] ?? 0, labels.role.length),
        tie: rounded(share(scores.arcs, word, size, (head[word] ?? -1) < 0 ? word : (head[word] ?? 0)) * Math.exp(scores.relation[word * labels.relation.length + relation] ?? 0))
      },
      starts: scores.start[word] === 1
    }
  })
}

/** The relation was scored for the best head; where the tree gave another one, only whether it is the root can be said better: the best label but that. */
function relationOf({ relation }: Scores, word: number, head: number, labels: readonly string[]): number {
  if (head < 0) return labels.indexOf('root')
  const row = word * labels.length
  const score = (label: number) => (labels[label] === 'root' ? -Infinity : (relation[row + label] ?? -Infinity))
  return labels.reduce((top, _, label) => (score(top) < score(label) ? label : top), 0)
}

/** Probability of a label, two decimals. */
const sure = (scores: Float32Array, row: number, column: number, columns: number): number => rounded(Math.exp(scores[row * columns + column] ?? 0))

const rounded = (probability: number): number => Math.round(probability * 100) / 100

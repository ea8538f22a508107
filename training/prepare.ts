// Corpora → windows with labels, cut by the product's own reader, so that training and use never differ.
//   node --import ./scripts/ts.mjs training/prepare.ts CORPORA OUT
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { piecesFrom } from '../src/reader/pieces.js'
import { windowsOf, type Window } from '../src/reader/windows.js'
import { gumNameDocuments } from './gum-names.js'
import { labels, type Labels } from './labels.js'
import { nameDocuments } from './names.js'
import { roleDocuments } from './roles.js'
import { sameDocuments, syntaxDocuments } from './syntax.js'

/** A document ready to be cut: words in paragraphs, and for each word its labels. */
export interface Labelled {
  readonly id: string
  readonly task: 'roles' | 'names' | 'syntax' | 'same'
  readonly paragraphs: readonly (readonly { readonly text: string }[])[]
  /** By label name, one value a word of the document; -100 is not learned from. */
  readonly labels: Readonly<Record<string, readonly number[]>>
  /** Which of the labels are indexes of words, to be counted from the window's first word. */
  readonly pointers: readonly string[]
  /** Offsets of each word in Unicode code points, where the corpus counts so. */
  readonly offsets?: readonly (readonly [number, number])[]
}

const IGNORED = -100

const [corpora, out] = process.argv.slice(2)
if (!corpora || !out) throw new Error('usage: prepare.ts CORPORA OUT')
mkdirSync(out, { recursive: true })
const pieces = piecesFrom(readFileSync(new URL('../models/vocab.txt', import.meta.url), 'utf8').split('\n'))
const label: Labels = labels()

for (const half of ['train', 'dev'] as const) {
  const file = (name: string) => readFileSync(join(corpora, name), 'utf8')
  const gum = file(`syntax/gum-${half}.conllu`)
  const documents: Labelled[] = [
    ...roleDocuments(file(`attribution/polnear-${half}.jsonl`)),
    ...nameDocuments(file(`names/newswire-${half}.tsv`), label),
    ...syntaxDocuments(file(`syntax/ewt-${half}.conllu`), label),
    ...(half === 'train' ? [...gumNameDocuments(gum, label), ...syntaxDocuments(gum, label)] : []),
    ...sameDocuments(gum, label)
  ]
  const lines = documents.flatMap((document) => windowsOf(document.paragraphs, pieces).map((window) => JSON.stringify(lineOf(document, window))))
  writeFileSync(join(out, `${half}.jsonl`), lines.join('\n') + '\n')
  console.log(half, documents.length, 'documents', lines.length, 'windows')
}
writeFileSync(join(out, 'labels.json'), JSON.stringify(label.lists, null, 1) + '\n')

function lineOf({ id, task, labels, pointers, offsets }: Labelled, { from, ...window }: Window): object {
  const size = window.first.length
  const own = Object.entries(labels).map(([name, values]) => {
    const here = values.slice(from, from + size)
    return [name, pointers.includes(name) ? here.map((to, index) => within(to, index, from, size)) : here]
  })
  return { task, id, ...window, ...Object.fromEntries(own), ...(offsets ? { offsets: offsets.slice(from, from + size) } : {}) }
}

/** A pointer counted from the window's first word; one that leads outside the window cannot be learned. */
function within(to: number, index: number, from: number, size: number): number {
  if (to === IGNORED) return IGNORED
  const here = to - from
  if (0 <= here && here < size) return here
  return IGNORED
}

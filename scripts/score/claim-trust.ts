// node --import ./scripts/ts.mjs scripts/score/claim-trust.ts [--write]: learns from the claims judged in gold/claims-train.tsv how likely a reader is to accept a claim,
// says how well that works on articles not learnt from, and with --write puts the weights and the threshold into data/claim-trust.tsv. To be run again after every change
// of the reader's weights or of the rules: a judged claim that is not read off the trees any more drops out by itself. Needs the train files of the corpora.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadLexicon, type Lexicon } from '../../src/data/lexicon.js'
import { loadReader, type Reader } from '../../src/reader/index.js'
import { readTokens } from '../../src/stages/1-tokens/index.js'
import { speakers } from '../../src/stages/2-speakers/index.js'
import { entities } from '../../src/stages/3-entities/index.js'
import { finishedDrafts } from '../../src/stages/4-claims/index.js'
import { trustFeatures } from '../../src/stages/4-claims/trust-features.js'
import { newswireTexts, polnearDocuments, rowOf, type Document } from './claim-documents.js'
import { areaUnder, fitted, heldOut, type Row } from './logistic.js'

/** On the squares of the weights; of 2, 5, 10, 20, 40 and 80 among the best three, which hardly differ. */
const penalty = 20
/** How many of the acceptable claims are told: three of four. More precision costs many of them and buys a few points:
 *  what is broken shows well below, what is wrong in a whole sentence hardly at all. */
const wanted = 0.75

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const corpora = process.env['HEARSAY_CORPORA'] ?? folder('../shared/corpora')

/** By the six columns that name a claim: whether it was accepted. */
function verdicts(): Map<string, boolean> {
  const lines = readFileSync(folder('gold/claims-train.tsv'), 'utf8').trimEnd().split('\n').slice(1)
  return new Map(lines.map((line) => [line.split('\t').slice(0, 6).join('\t'), line.split('\t')[6] === 'accepted']))
}

async function judged(document: Document, known: ReadonlyMap<string, boolean>, reader: Reader, lexicon: Lexicon): Promise<Row[]> {
  const reading = await readTokens({ path: `${document.id}.txt`, bytes: new TextEncoder().encode(document.text) }, { reader, lexicon })
  if (reading.outcome !== 'read') return []
  const tokens = reading.layer
  const two = speakers.run({ tokens }, lexicon)
  const { claims } = finishedDrafts({ tokens, speakers: two, entities: entities.run({ tokens, speakers: two }, lexicon) }, lexicon)
  return claims.flatMap(({ claim, signs }) => {
    const right = known.get(rowOf(document, claim))
    return right === undefined ? [] : [{ group: document.id, values: trustFeatures.map(({ of }) => of(signs)), right }]
  })
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

/** The highest threshold that still tells as many of the acceptable claims as wanted. */
function thresholdOf(rows: readonly Row[], probabilities: readonly number[]): number {
  const acceptable = rows.flatMap(({ right }, index) => (right ? (probabilities[index] ?? 0) : [])).sort((a, b) => b - a)
  return Math.floor(100 * (acceptable[Math.ceil(wanted * acceptable.length) - 1] ?? 0)) / 100
}

function report(rows: readonly Row[], probabilities: readonly number[]): void {
  console.log(`${rows.length} claims of ${new Set(rows.map(({ group }) => group)).size} articles, ${percent(rows.filter(({ right }) => right).length, rows.length)} accepted; held out, tenfold by article:`)
  console.log(`area under the curve ${areaUnder(rows, probabilities).toFixed(3)}\nprobability   claims   accepted`)
  for (let from = 0; from < 1; from += 0.1) {
    const inside = rows.filter((_, index) => from <= (probabilities[index] ?? 0) && (probabilities[index] ?? 0) < from + 0.1)
    console.log(`${from.toFixed(1)}–${(from + 0.1).toFixed(1)}   ${inside.length}   ${percent(inside.filter(({ right }) => right).length, inside.length)}`)
  }
  console.log('threshold   kept   of them accepted   of all accepted kept')
  for (const threshold of [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]) {
    const kept = rows.filter((_, index) => threshold <= (probabilities[index] ?? 0))
    const right = kept.filter((row) => row.right).length
    console.log(`${threshold.toFixed(2)}   ${percent(kept.length, rows.length)}   ${percent(right, kept.length)}   ${percent(right, rows.filter((row) => row.right).length)}`)
  }
}

function table(rows: readonly Row[], threshold: number): string {
  const { base, weights } = fitted(rows, penalty)
  const cell = (value: number) => (Math.round(value * 10_000) / 10_000).toString()
  return [
    '# How much each sign of src/stages/4-claims/trust-features.ts weighs for whether a reader accepts a claim, and what is told: logistic regression on the claims judged',
    '# by eye in gold/claims-train.tsv, written by scripts/score/claim-trust.ts --write. "base" is the constant; below "threshold" (a probability) a claim is withheld, 0 tells all.',
    'feature\tweight',
    `base\t${cell(base)}`,
    `threshold\t${threshold}`,
    ...trustFeatures.map(({ name }, index) => `${name}\t${cell(weights[index] ?? 0)}`)
  ].join('\n') + '\n'
}

const known = verdicts()
const names = new Set([...known.keys()].map((row) => row.split('\t')[0]))
const file = (name: string) => readFileSync(join(corpora, name), 'utf8')
const documents = [...polnearDocuments(file('attribution/polnear-train.jsonl')), ...newswireTexts(file('names/newswire-train.tsv'))].filter(({ id }) => names.has(id))
const [reader, lexicon] = [await loadReader(folder('models'), { threads: 1 }), loadLexicon(folder('data'))]
const rows: Row[] = []
for (const document of documents) rows.push(...(await judged(document, known, reader, lexicon)))
const probabilities = heldOut(rows, penalty)
report(rows, probabilities)
const threshold = thresholdOf(rows, probabilities)
console.log(`threshold that tells ${percent(wanted, 1)} of the acceptable claims: ${threshold}`)
if (process.argv.includes('--write')) writeFileSync(folder('data/claim-trust.tsv'), table(rows, threshold))

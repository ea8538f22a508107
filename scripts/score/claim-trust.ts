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
import { fitted, heldOut, type Row } from './logistic.js'
import { percent, thresholdOf, trustReport, trustTable } from './trust-report.js'

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

const known = verdicts()
const names = new Set([...known.keys()].map((row) => row.split('\t')[0]))
const file = (name: string) => readFileSync(join(corpora, name), 'utf8')
const documents = [...polnearDocuments(file('attribution/polnear-train.jsonl')), ...newswireTexts(file('names/newswire-train.tsv'))].filter(({ id }) => names.has(id))
const [reader, lexicon] = [await loadReader(folder('models'), { threads: 1 }), loadLexicon(folder('data'))]
const rows: Row[] = []
for (const document of documents) rows.push(...(await judged(document, known, reader, lexicon)))
const probabilities = heldOut(rows, penalty)
console.log(trustReport('claims', rows, probabilities))
const threshold = thresholdOf(rows, probabilities, wanted)
console.log(`threshold that tells ${percent(wanted, 1)} of the acceptable claims: ${threshold}`)
const about = [
  '# How much each sign of src/stages/4-claims/trust-features.ts weighs for whether a reader accepts a claim, and what is told: logistic regression on the claims judged',
  '# by eye in gold/claims-train.tsv, written by scripts/score/claim-trust.ts --write. "base" is the constant; below "threshold" (a probability) a claim is withheld, 0 tells all.'
]
if (process.argv.includes('--write')) writeFileSync(folder('data/claim-trust.tsv'), trustTable(about, trustFeatures, fitted(rows, penalty), { threshold }))

// node --import ./scripts/ts.mjs scripts/score/attribution-trust.ts --unseen FOLDER [--write]: learns from the attributions judged in gold/attributions-train.tsv how likely a
// strict reader is to accept one, says how well that works on articles not learnt from, and with --write puts the weights and the threshold into data/attribution-trust.tsv.
// FOLDER holds the weights of a reader that has not seen these articles (the shipped one has, and is surer of them than of others): training/README.md says how it was made.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadLexicon } from '../../src/data/lexicon.js'
import type { Span, Tokens } from '../../src/model.js'
import { loadReader, type Reader } from '../../src/reader/index.js'
import { readTokens } from '../../src/stages/1-tokens/index.js'
import { signedAttributions } from '../../src/stages/2-speakers/index.js'
import { trustFeatures } from '../../src/stages/2-speakers/trust-features.js'
import type { Signs } from '../../src/stages/2-speakers/trust-signs.js'
import { polnearDocuments, type Document } from './claim-documents.js'
import { fitted, heldOut, type Row } from './logistic.js'
import { percent, thresholdOf, trustReport, trustTable } from './trust-report.js'

/** On the squares of the weights. */
const penalty = 50

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const corpora = process.env['HEARSAY_CORPORA'] ?? folder('../shared/corpora')

/** By document and spans: whether it is a report of the right speaker with the right words. Where it says "nobody" though the text tells, it says too little and nothing wrong. */
function verdicts(): Map<string, boolean> {
  const lines = readFileSync(folder('gold/attributions-train.tsv'), 'utf8').trimEnd().split('\n').slice(1)
  return new Map(lines.map((line) => {
    const [document, , source, cue, content, kind, speaker, words] = line.split('\t')
    return [[document, source, cue, content].join('\t'), kind !== 'none' && speaker !== 'wrong' && words === 'ok']
  }))
}

const written = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(',') || '-'
const rowOf = ({ id }: Document, { attribution: { source, cue, content } }: Signs): string => [id, written(source), written(cue), written(content)].join('\t')

async function tokensOf({ id, text }: Document, reader: Reader): Promise<Tokens> {
  const reading = await readTokens({ path: `${id}.txt`, bytes: new TextEncoder().encode(text) }, { reader, lexicon, anyLanguage: true })
  if (reading.outcome !== 'read') throw new Error(`${id}: ${reading.reason}`)
  return reading.layer
}

/** The roles of a reader that has not seen the article, all else as shipped. */
async function unseenTokens(document: Document): Promise<Tokens> {
  const [shipped, other] = [await tokensOf(document, reader), await tokensOf(document, unseen)]
  return { ...shipped, tokens: shipped.tokens.map((token, index) => {
    const { role, of, sure } = other.tokens[index] ?? token
    return { ...token, role, of, sure: { ...token.sure, role: sure.role } }
  }) }
}

const { values: { unseen: place, write } } = parseArgs({ options: { unseen: { type: 'string' }, write: { type: 'boolean' } } })
if (place === undefined) throw new Error('--unseen FOLDER is missing: weights of a reader that has not seen the articles of gold/attributions-train.tsv')
const [reader, unseen, lexicon] = [await loadReader(folder('models')), await loadReader(place), loadLexicon(folder('data'))]
const known = verdicts()
const names = new Set([...known.keys()].map((row) => row.split('\t')[0]))
const rows: Row[] = []
for (const document of polnearDocuments(readFileSync(join(corpora, 'attribution/polnear-train.jsonl'), 'utf8')).filter(({ id }) => names.has(id)))
  for (const signs of signedAttributions(await unseenTokens(document), lexicon).found) {
    const right = known.get(rowOf(document, signs))
    if (right !== undefined) rows.push({ group: document.id, values: trustFeatures.map(({ of }) => of(signs)), right })
  }
const probabilities = heldOut(rows, penalty)
console.log(`${known.size} judged, ${rows.length} of them still found`)
console.log(trustReport('attributions', rows, probabilities))
for (const wanted of [0.9, 0.85, 0.8, 0.75]) console.log(`threshold that tells ${percent(wanted, 1)} of the acceptable ones: ${thresholdOf(rows, probabilities, wanted)}`)
const about = [
  '# How much each sign of src/stages/2-speakers/trust-features.ts weighs for whether a strict reader accepts an attribution: logistic regression on those judged by eye',
  '# in gold/attributions-train.tsv, written by scripts/score/attribution-trust.ts --write. "base" is the constant. What is told of it without being asked: src/told.ts.'
]
if (write) writeFileSync(folder('data/attribution-trust.tsv'), trustTable(about, trustFeatures, fitted(rows, penalty)))

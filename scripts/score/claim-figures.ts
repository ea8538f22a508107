import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '../../src/data/lexicon.js'
import type { Reader } from '../../src/reader/index.js'
import { trustOf } from '../../src/stages/4-claims/trust.js'
import { readTokens } from '../../src/stages/1-tokens/index.js'
import { extractionsOf, readGold, score, type Extraction } from './claims.js'
import type { Figure } from './figure.js'

/** Claims of single sentences against CaRB's crowd. */
export async function claimFigures(corpora: string, reader: Reader, lexicon: Lexicon): Promise<Figure[]> {
  const gold = readGold(readFileSync(join(corpora, 'claims/carb-dev-gold.tsv'), 'utf8'))
  const found = new Map<string, readonly Extraction[]>()
  const told = new Map<string, readonly Extraction[]>()
  const { threshold } = trustOf(lexicon)
  for (const sentence of gold.keys()) {
    const reading = await readTokens({ path: 'sentence.txt', bytes: new TextEncoder().encode(sentence) }, { reader, lexicon, anyLanguage: true })
    if (reading.outcome !== 'read') throw new Error(`"${sentence}": ${reading.reason}`)
    found.set(sentence, extractionsOf(reading.layer, lexicon))
    told.set(sentence, extractionsOf(reading.layer, lexicon, { threshold }))
  }
  const { f1, auc, precision, recall } = score(gold, found)
  const kept = score(gold, told)
  const figure = (measure: string, value: number, beside: string): Figure => ({ measure, file: 'carb-dev', value, beside })
  return [
    figure('claims, CaRB F1 at the best threshold', 100 * f1, 'bar 53 · OpenIE6 52.7 · OpenIE4 48.8 · ClausIE 45.0 · CoreNLP 21.2 (test half)'),
    figure('… precision there', 100 * precision, ''),
    figure('… recall there', 100 * recall, ''),
    figure('claims, CaRB area under the curve', 100 * auc, 'bar 34 · OpenIE6 33.7 · OpenIE4 27.2 · ClausIE 22.4 · CoreNLP 14.8 (test half)'),
    figure('… F1 of what the layer tells, without what it withholds', 100 * kept.f1, ''),
    figure('… precision there', 100 * kept.precision, ''),
    figure('… recall there', 100 * kept.recall, '')
  ]
}

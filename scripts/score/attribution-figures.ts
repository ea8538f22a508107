import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '../../src/data/lexicon.js'
import type { Reader } from '../../src/reader/index.js'
import { readTokens } from '../../src/stages/1-tokens/index.js'
import { speakers } from '../../src/stages/2-speakers/index.js'
import { scoreAttributionFile } from './attribution.js'
import type { Figure } from './figure.js'

/** Stages 1 and 2 on political news: spans, characters, whole attributions, direct quotations. */
export async function attributionFigures(corpora: string, reader: Reader, lexicon: Lexicon): Promise<Figure[]> {
  const { exact, characters, whole, direct } = await scoreAttributionFile(readFileSync(join(corpora, 'attribution/polnear-dev.jsonl'), 'utf8'), {
    async tokensOf(text, path) {
      const reading = await readTokens({ path, bytes: new TextEncoder().encode(text) }, { reader, lexicon, anyLanguage: true })
      if (reading.outcome !== 'read') throw new Error(`${path}: ${reading.reason}`)
      return reading.layer
    },
    speakersOf: (tokens) => speakers.run({ tokens }, lexicon)
  })
  const figure = (measure: string, value: number, beside: string): Figure => ({ measure, file: 'polnear-dev', value, beside })
  return [
    figure('source, exact F1', exact.source.f1, 'bar 82 · best published 83.2 · people 77.7 · CoreNLP 13.9'),
    figure('cue, exact F1', exact.cue.f1, 'bar 75 · best published 75.3 · people 70.5'),
    figure('content, exact F1', exact.content.f1, 'bar 69 · best published 72.9 · people 65.7 · CoreNLP 17.5'),
    figure('content, exact F1, marks in or out', exact['content*'].f1, ''),
    figure('source, characters F1', characters.source.f1, 'people 81.0'),
    figure('cue, characters F1', characters.cue.f1, 'people 68.6'),
    figure('content, characters F1', characters.content.f1, 'bar 92 · people 90.7'),
    figure('whole attribution (content ≥ 0.5, source), F1', whole['0.5'].f1, 'bar 76 · prototype 67.1 · spaCy rules 41.6 · CoreNLP 25.7'),
    figure('whole attribution (content ≥ 0.8, source), F1', whole['0.8'].f1, 'prototype 59.9'),
    figure('whole attribution (content ≥ 0.5), any source, F1', whole['0.5 anySource'].f1, 'prototype 77.5'),
    figure('direct quotations found', direct.found, 'bar 98'),
    figure('… in one attribution or with those that go on with it', direct.gathered, 'as found, for PolNeAR joins what we keep apart'),
    figure('… with the right source span', direct.speaker, 'bar 94')
  ]
}

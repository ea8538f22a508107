import type { Lexicon } from '../../src/data/lexicon.js'
import type { Reader } from '../../src/reader/index.js'
import type { Figure } from './figure.js'
import { runGold } from './gold-run.js'

/** Everything that only `gold/` can tell. `gold-run.ts` prints the errors behind these figures. */
export async function goldFigures(reader: Reader, lexicon: Lexicon): Promise<Figure[]> {
  const { found, speaker, entity, chains, dates, claims } = await runGold(reader, lexicon)
  const figure = (measure: string, value: number, beside: string): Figure => ({ measure, file: 'gold', value, beside })
  return [
    figure('attributions found', found.value, ''),
    figure('source followed to the right name, stage 2', speaker.right.value, 'bar 90'),
    figure('… to a wrong name', speaker.wrong.value, 'bar under 3'),
    figure('source followed to the right entity, stage 3', entity.right.value, 'bar 90'),
    figure('… to a wrong one', entity.wrong.value, 'bar under 3'),
    figure('people, islands, summits: one entity each, B³ F1', chains.all.f1, 'bar 90'),
    figure('dates: value right', dates.value, 'bar 95'),
    figure('claims found', claims.found.value, ''),
    figure('… on whose word: right', claims.on.value, 'bar 95'),
    figure('… polarity right', claims.polarity.value, 'bar 98'),
    figure('… certainty right', claims.certainty.value, 'bar 90')
  ]
}

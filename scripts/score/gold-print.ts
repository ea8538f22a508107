import type { GoldScore, Share } from './gold.js'

/** The figures as lines of text. The bars are those of the project's issues. */
export function printGold({ found, polarityOfAttributions, speaker, entity, chains, dates, claims }: GoldScore): string {
  const line = (name: string, { value, right, of }: Share, bar = '') => `${name.padEnd(58)} ${value.toFixed(1).padStart(5)} %  ${`${right}/${of}`.padStart(9)}  ${bar}`.trimEnd()
  const chain = (name: keyof GoldScore['chains'], bar = '') => {
    const { precision, recall, f1 } = chains[name]
    return `${`one entity each, ${name}: B³ F1 (precision / recall)`.padEnd(58)} ${f1.toFixed(1).padStart(5)} (${precision.toFixed(1)} / ${recall.toFixed(1)})  ${bar}`.trimEnd()
  }
  return [
    line('attributions found (content overlaps by 0.5)', found),
    line('  affirmed or denied: right', polarityOfAttributions),
    line('  source followed to the right name, by stage 2', speaker.right, 'bar 90'),
    line('  … no answer', speaker.none),
    line('  … wrong name (of all found)', speaker.wrong, 'bar under 3'),
    line('  source followed to the right name, by stage 3', entity.right, 'bar 90'),
    line('  … no answer', entity.none),
    line('  … wrong name (of all found)', entity.wrong, 'bar under 3'),
    chain('all', 'bar 90'),
    chain('person'),
    chain('island'),
    chain('summit'),
    line('dates: value right', dates, 'bar 95'),
    line('claims found', claims.found),
    line('  on whose word: right', claims.on, 'bar 95'),
    line('  polarity right', claims.polarity, 'bar 98'),
    line('  certainty right', claims.certainty, 'bar 90'),
    line('  time value right', claims.time)
  ].join('\n')
}

/** The errors of some measures (all, if none is given), sorted by article and line. */
export function printErrors({ errors }: GoldScore, measures: readonly string[]): string {
  return errors
    .filter(({ measure }) => !measures.length || measures.includes(measure))
    .sort((a, b) => (a.article < b.article ? -1 : b.article < a.article ? 1 : a.line - b.line))
    .map(({ measure, article, line, expected, got }) => `${article}:${line} ${measure}\n    expected ${expected}\n    got      ${got}`)
    .join('\n')
}

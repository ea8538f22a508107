import { nameTagsOf } from '../compromise.js'
import type { Sheet } from './find/names/words.js'
import { isUpper, wordAt } from './find/names/words.js'
import type { Name } from './names.js'

/** Above this the reader is believed when it says that a word is no name. */
const SURE = 0.75

/** People whom the reader took for nobody and was unsure of: "Hillary Clinton" by her given name, and after that each "Clinton". Where it has learned names from one kind of
 *  news it misses some in another. */
export function withMissed(sheet: Sheet, names: readonly Name[]): Name[] {
  const covered = new Uint8Array(sheet.tokens.length)
  for (const { from, to } of names) covered.fill(1, from, to)
  const runs = runsOf(sheet, covered)
  const full = runs.flatMap((run) => (1 < run.to - run.from && /(?:Male|Female|First)Name/.test(nameTagsOf(wordAt(sheet, run.from))) ? person(sheet, run) : []))
  const surnames = new Set([...names.filter(({ label }) => label === 'Person'), ...full].map(({ to }) => wordAt(sheet, to - 1)))
  const short = runs.flatMap((run) => (run.to - run.from === 1 && surnames.has(wordAt(sheet, run.from)) ? person(sheet, run) : []))
  return [...names, ...full, ...short].sort((a, b) => a.from - b.from)
}

type Run = Pick<Name, 'from' | 'to'>

/** At most three capital words in a row that may be a name. */
function runsOf({ tokens, sentenceOf }: Sheet, covered: Uint8Array): Run[] {
  const mayBe = (index: number) => {
    const token = tokens[index]
    return token !== undefined && covered[index] === 0 && token.tag === 'NNP' && token.name === 'O' && token.sure.name < SURE && isUpper(token.text) && /\p{Ll}/u.test(token.text)
  }
  const runs: Run[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (!mayBe(from)) continue
    let to = from + 1
    while (mayBe(to) && sentenceOf[to] === sentenceOf[from]) to++
    const touches = covered[from - 1] === 1 || covered[to] === 1
    if (to - from <= 3 && !touches) runs.push({ from, to })
    from = to
  }
  return runs
}

const person = ({ tokens }: Sheet, { from, to }: Run): Name => ({
  from,
  to,
  label: 'Person',
  sure: Math.round(100 * (1 - tokens.slice(from, to).reduce((sum, { sure }) => sum + sure.name, 0) / (to - from))) / 100,
  rule: 'missed-person'
})

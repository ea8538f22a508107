// npm run score -- [SECTION …] [--corpora FOLDER] [--json]: how good hearsay is, against annotated text and beside the figures of others.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import Table from 'cli-table3'
import { loadLexicon, type Lexicon } from '../src/data/lexicon.js'
import { loadReader, type Reader } from '../src/reader/index.js'
import { attributionFigures } from './score/attribution-figures.js'
import { claimFigures } from './score/claim-figures.js'
import type { Figure } from './score/figure.js'
import { goldFigures } from './score/gold-figures.js'
import { scoreKindsByWord, scoreNames } from './score/names.js'
import { scoreSyntax } from './score/syntax.js'

interface Section {
  /** What the section reads below the folder of corpora; empty: only what the project holds itself. */
  readonly files: readonly string[]
  run(corpora: string, reader: Reader, lexicon: Lexicon): Promise<Figure[]>
}

const sections: Readonly<Record<string, Section>> = {
  syntax: { files: ['syntax/ewt-dev.conllu'], run: scoreSyntax },
  names: { files: ['names/newswire-dev.tsv', 'names/uner-ewt-dev.iob2'], run: scoreNames },
  kinds: { files: ['names/newswire-train.tsv', 'names/newswire-dev.tsv'], run: (corpora, reader, lexicon) => scoreKindsByWord(corpora, reader, lexicon) },
  attribution: { files: ['attribution/polnear-dev.jsonl'], run: attributionFigures },
  claims: { files: ['claims/carb-dev.txt', 'claims/carb-dev-gold.tsv'], run: claimFigures },
  gold: { files: [], run: (_, reader, lexicon) => goldFigures(reader, lexicon) }
}

const folder = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { corpora: { type: 'string', default: folder('../shared/corpora') }, json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } }
})
const usage = `npm run score -- [SECTION …] [--corpora FOLDER] [--json]\nsections: ${Object.keys(sections).join(', ')} (all, if none is given)\ntraining/README.md says where each corpus is published.`
const unknown = positionals.filter((name) => !(name in sections))
if (values.help || unknown.length) {
  console.log(unknown.length ? `no section "${unknown.join('", "')}"\n${usage}` : usage)
  process.exit(unknown.length ? 2 : 0)
}

const [reader, lexicon] = [await loadReader(folder('models'), { threads: 1 }), loadLexicon(folder('data'))]
const figures: Figure[] = []
for (const name of positionals.length ? positionals : Object.keys(sections)) {
  const { files, run } = sections[name] as Section
  const missing = files.map((file) => join(values.corpora, file)).find((file) => !existsSync(file))
  if (missing) console.error(`${name}: left out, since ${missing} is not there; --corpora FOLDER names the folder of annotated text`)
  else figures.push(...(await run(values.corpora, reader, lexicon)))
}

if (values.json) console.log(JSON.stringify(figures, null, 2))
else {
  const table = new Table({ head: ['measure', 'on', '%', 'beside'], colAligns: ['left', 'left', 'right', 'left'], chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' }, style: { head: [], border: [] } })
  for (const { measure, file, value, beside } of figures) table.push([measure, file, value.toFixed(1), beside])
  console.log(table.toString())
}

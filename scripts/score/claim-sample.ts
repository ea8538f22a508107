// node --import ./scripts/ts.mjs scripts/score/claim-sample.ts [seed] > sample.txt: 200 claims of dev articles, drawn at random, for reading by eye; the verdicts
// go to gold/claims-200.tsv (see gold/README.md). The texts are the corpora's, so what this prints is not to be committed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadLexicon } from '../../src/data/lexicon.js'
import type { Claim, Speakers } from '../../src/model.js'
import { loadReader } from '../../src/reader/index.js'
import { readTokens } from '../../src/stages/1-tokens/index.js'
import { speakers } from '../../src/stages/2-speakers/index.js'
import { entities } from '../../src/stages/3-entities/index.js'
import { claims } from '../../src/stages/4-claims/index.js'
import { drawn, newswireTexts, numbersFrom, polnearDocuments, rowOf, type Document } from './claim-documents.js'

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const corpora = process.env['HEARSAY_CORPORA'] ?? folder('../shared/corpora')
const [reader, lexicon] = [await loadReader(folder('models'), { threads: 1 }), loadLexicon(folder('data'))]
const next = numbersFrom(Number(process.argv[2] ?? 200))
const file = (name: string) => readFileSync(join(corpora, name), 'utf8')
/** Who has no name is called what the text calls it. */
const sourceOf = ({ on }: Claim, { attributions }: Speakers): string =>
  (on === 'article' ? [] : (attributions.find(({ id }) => id === on.attribution)?.source ?? [])).map(({ text }) => text).join(' ') || 'nobody named'

const sources = [polnearDocuments(file('attribution/polnear-dev.jsonl')), newswireTexts(file('names/newswire-dev.tsv'))]
for (const documents of sources) {
  const found: { document: Document; claim: Claim; speaker: string }[] = []
  for (const document of documents) {
    const reading = await readTokens({ path: `${document.id}.txt`, bytes: new TextEncoder().encode(document.text) }, { reader, lexicon })
    if (reading.outcome !== 'read' || reading.layer.text !== document.text) continue
    const tokens = reading.layer
    const two = speakers.run({ tokens }, lexicon)
    const three = entities.run({ tokens, speakers: two }, lexicon)
    for (const claim of claims.run({ tokens, speakers: two, entities: three }, lexicon).claims)
      found.push({ document, claim, speaker: claim.on === 'article' ? 'the article' : (three.entities.find(({ id }) => claim.on !== 'article' && id === claim.on.entity)?.name ?? sourceOf(claim, two)) })
  }
  for (const { document, claim, speaker } of drawn(found, 100, next)) {
    const { text, polarity, certainty, time, sentence, rule, confidence } = claim
    console.log(`${rowOf(document, claim)}\n  ${text}\n  ${polarity}, ${certainty}, ${time.tense} ${time.value ?? ''}; on the word of ${speaker}; ${rule} ${confidence}\n  « ${sentence.text.replace(/\s+/g, ' ')} »`)
  }
}

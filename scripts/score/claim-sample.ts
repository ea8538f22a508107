// node --import ./scripts/ts.mjs scripts/score/claim-sample.ts [seed] > sample.txt: 200 claims of dev articles, drawn at random, for reading by eye; the verdicts
// go to gold/claims-200.tsv (see gold/README.md). The texts are the corpora's, so what this prints is not to be committed.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { loadLexicon } from '../../src/data/lexicon.js'
import type { Claim, Span } from '../../src/model.js'
import { loadReader } from '../../src/reader/index.js'
import { readTokens } from '../../src/stages/1-tokens/index.js'
import { speakers } from '../../src/stages/2-speakers/index.js'
import { entities } from '../../src/stages/3-entities/index.js'
import { claims } from '../../src/stages/4-claims/index.js'

export interface Document {
  readonly id: string
  readonly text: string
}

/** Political news as it was written; code units, not the corpus's code points, are what offsets count here. */
export const polnearDocuments = (content: string): Document[] => content.trim().split('\n').map((line) => JSON.parse(line) as Document)

/** Newswire comes in words; they are put together again, every block of lines a paragraph. */
export function newswireTexts(content: string): Document[] {
  return content.split(/^# doc = /m).slice(1).map((block) => {
    const [id = '', ...lines] = block.split('\n')
    const paragraphs = lines.join('\n').split(/\n\s*\n/).map((rows) => joined(rows.split('\n').map((row) => row.split('\t')[0] ?? '').filter(Boolean)))
    return { id: id.trim(), text: paragraphs.filter(Boolean).join('\n\n') }
  })
}

/** Words with blanks between them, but none where English has none. */
export function joined(words: readonly string[]): string {
  let text = ''
  let quoted = false
  let tied = true
  words.forEach((word, index) => {
    const closes = word === '"' ? quoted : /^(?:[,.;:!?)\]%”’]+|['’](?:s|re|ve|ll|d|m)?|n['’]t)$/i.test(word)
    const dash = word === '-' && /\w$/.test(text) && /^[a-z0-9]/.test(words[index + 1] ?? '')
    text += tied || closes || dash ? word : ` ${word}`
    tied = dash || (word === '"' ? !quoted : /^[([“‘$€£]$/.test(word))
    if (word === '"') quoted = !quoted
  })
  return text
}

export const hashOf = ({ text }: Document): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** A generator of numbers in [0, 1) that gives the same ones again (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** `count` of the items, each as likely as any other. */
export function drawn<Item>(items: readonly Item[], count: number, next: () => number): Item[] {
  const left = [...items]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(next() * left.length), 1)[0] as Item)
}

/** "12-30,41-45" */
export const offsetsOf = (spans: readonly Pick<Span, 'start' | 'end'>[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(',') || '-'

export const rowOf = (document: Document, { subject, predicate, object, complements }: Claim): string =>
  [document.id, hashOf(document), offsetsOf(subject?.spans ?? []), offsetsOf(predicate.spans), offsetsOf(object?.spans ?? []), offsetsOf(complements.flatMap(({ spans }) => spans))].join('\t')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
  const corpora = process.env['HEARSAY_CORPORA'] ?? folder('../shared/corpora')
  const [reader, lexicon] = [await loadReader(folder('models'), { threads: 1 }), loadLexicon(folder('data'))]
  const next = numbersFrom(Number(process.argv[2] ?? 200))
  const file = (name: string) => readFileSync(join(corpora, name), 'utf8')
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
        found.push({ document, claim, speaker: claim.on === 'article' ? 'the article' : (three.entities.find(({ id }) => claim.on !== 'article' && id === claim.on.entity)?.name ?? 'nobody named') })
    }
    for (const { document, claim, speaker } of drawn(found, 100, next)) {
      const { text, polarity, certainty, time, sentence, rule, confidence } = claim
      console.log(`${rowOf(document, claim)}\n  ${text}\n  ${polarity}, ${certainty}, ${time.tense} ${time.value ?? ''}; on the word of ${speaker}; ${rule} ${confidence}\n  « ${sentence.text.replace(/\s+/g, ' ')} »`)
    }
  }
}

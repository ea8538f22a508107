// node --import ./scripts/ts.mjs scripts/score/gold-run.ts [measure or article …]: the figures of gold/, then the errors of what is named ("all": of everything).
import { fileURLToPath, pathToFileURL } from 'node:url'
import { loadLexicon, type Lexicon } from '../../src/data/lexicon.js'
import { loadReader, type Reader } from '../../src/reader/index.js'
import { readTokens } from '../../src/stages/1-tokens/index.js'
import { speakers } from '../../src/stages/2-speakers/index.js'
import { entities } from '../../src/stages/3-entities/index.js'
import { claims } from '../../src/stages/4-claims/index.js'
import { loadGold } from './gold-articles.js'
import type { GoldArticle } from './gold-shape.js'
import type { Found } from './gold-match.js'
import { printErrors, printGold } from './gold-print.js'
import { scoreGold, type GoldScore } from './gold.js'

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** Everything that the program finds in an article of gold, read as a plain text with its date known. */
export async function findIn(
  { name, text, published }: Pick<GoldArticle, 'name' | 'text'> & { readonly published: string | null },
  { reader, lexicon }: { reader: Reader; lexicon: Lexicon }
): Promise<Found> {
  const reading = await readTokens({ path: `${name}.txt`, bytes: new TextEncoder().encode(text) }, { reader, lexicon, anyLanguage: true })
  if (reading.outcome !== 'read') throw new Error(`${name}: ${reading.outcome}: ${reading.reason}`)
  const tokens = { ...reading.layer, article: { ...reading.layer.article, published } }
  const two = speakers.run({ tokens }, lexicon)
  const three = entities.run({ tokens, speakers: two }, lexicon)
  return { speakers: two, entities: three, claims: claims.run({ tokens, speakers: two, entities: three }, lexicon) }
}

/** The whole of `gold/` through the program, and its figures. */
export async function runGold(reader: Reader, lexicon: Lexicon): Promise<GoldScore> {
  const articles = loadGold(folder('gold'))
  const answers = new Map<string, Found>()
  for (const article of articles) answers.set(article.name, await findIn(article, { reader, lexicon }))
  return scoreGold(articles, answers)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const score = await runGold(await loadReader(folder('models'), { threads: 1 }), loadLexicon(folder('data')))
  const named = process.argv.slice(2)
  console.log(printGold(score))
  if (named.length) {
    const articles = new Set(score.errors.map(({ article }) => article))
    const ofArticles = score.errors.filter(({ article }) => !named.some((name) => articles.has(name)) || named.includes(article))
    console.log(`\n${printErrors({ ...score, errors: ofArticles }, named.filter((name) => name !== 'all' && !articles.has(name)))}`)
  }
}

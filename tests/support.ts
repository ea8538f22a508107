import { fileURLToPath } from 'node:url'
import { loadLexicon } from '../src/data/lexicon.js'
import type { Tokens } from '../src/model.js'
import { loadReader, type Reader } from '../src/reader/index.js'
import { readTokens } from '../src/stages/1-tokens/index.js'

const folder = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))

export const lexicon = loadLexicon(folder('data'))

let loading: Promise<Reader> | undefined
/** The shipped reader, loaded once a test file. */
export const reader = (): Promise<Reader> => (loading ??= loadReader(folder('models')))

/** The tokens layer of any text. A `published` date is put into the article as if it had been found there. */
export async function tokensOf(text: string, { path = 'test.txt', published }: { path?: string; published?: string } = {}): Promise<Tokens> {
  const reading = await readTokens({ path, bytes: new TextEncoder().encode(text) }, { reader: await reader(), lexicon, anyLanguage: true })
  if (reading.outcome !== 'read') throw new Error(`${path}: ${reading.outcome}: ${reading.reason}`)
  const { layer } = reading
  return published === undefined ? layer : { ...layer, article: { ...layer.article, published } }
}

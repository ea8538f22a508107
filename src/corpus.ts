import { sha256 } from './digest.js'
import { groundPrint } from './fingerprint.js'
import { readArticle, readLayer, registryPrint, writeRegistry, type Places } from './store/index.js'
import { register, version, type Contribution } from './stages/5-corpus/index.js'
import type { Made } from './make.js'

type Digests = Made['digests']

/** Brings the registry of entities up to date. True: it had to be made.
 *  It is made from nothing each time that an article has changed: joining is global, and reading 5,000 articles takes seconds. */
export function makeCorpus(places: Places, hearsay: string, articles: ReadonlyMap<string, Digests>, forced: boolean): boolean {
  const ground = groundPrint({ hearsay, layer: 'corpus', version, settings: {}, data: {}, model: null })
  if (!forced && registryPrint(places) === printOf(ground, articles)) return false
  const read = new Map<string, Digests>()
  const registry = register(contributions(places, articles, read))
  writeRegistry(places, hearsay, printOf(ground, read), registry)
  return true
}

/** Notes in `read` what it has really read: beside another run, a layer may be gone or another one by now. */
function* contributions(places: Places, articles: ReadonlyMap<string, Digests>, read: Map<string, Digests>): Iterable<Contribution> {
  for (const [article, digests] of articles) {
    const filed = readLayer(places, 'entities', article)
    const about = readArticle(places, article)
    if (!filed || !about) continue
    read.set(article, { ...digests, entities: filed.header.sha256 })
    const title = about.title === null || typeof about.title === 'string' ? about.title : about.title.text
    yield { article, published: about.published, title, entities: filed.entities }
  }
}

const printOf = (ground: string, articles: ReadonlyMap<string, Digests>): string =>
  sha256(ground, JSON.stringify([...articles].map(([article, { tokens, entities }]) => [article, tokens, entities]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))))

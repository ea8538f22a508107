import { lstatSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFolder, corpusNames, folderOf, layerNames } from '../layers.js'
import { headerOf } from './envelope.js'
import type { Found } from './find.js'
import { entriesOf } from './layers.js'
import { articlePath } from './paths.js'
import { sourceFile, type Places } from './places.js'
import { startOf } from './start.js'
import { codeOf, writeTrouble } from './trouble.js'
import { isLeftover } from './write.js'

export interface Swept {
  /** Articles whose layers were removed, because they are gone. */
  readonly removed: readonly string[]
  /** Files below `output/` that hearsay did not write; they stay as they are. */
  readonly foreign: readonly string[]
}

/** Takes away what nobody needs: layers of articles that are gone, temporary files of killed runs, folders left empty.
 *  What is not hearsay's own is never touched. */
export function sweep(places: Places, found: Found): Swept {
  try {
    return sweepOutput(places, found)
  } catch (error) {
    throw writeTrouble(places.output, error)
  }
}

function sweepOutput(places: Places, found: Found): Swept {
  const removed = new Set<string>()
  const foreign: string[] = []
  const articles = new Set(found.articles.map(({ path }) => path))
  const refused = new Set(found.others.map(({ path }) => path))

  const sweepFolder = (folder: string, file: (path: string) => void): void => {
    const entries = entriesOf(join(places.output, folder))
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        sweepFolder(path, file)
        removeIfEmpty(join(places.output, path))
      } else if (!isSwept(join(places.output, path), entry.name)) file(path)
    }
  }

  for (const layer of layerNames)
    sweepFolder(folderOf(layer), (path) => {
      const article = articlePath(path.slice(folderOf(layer).length + 1))
      if (article !== null && articles.has(article)) return
      const own = article !== null && isLayerOf(join(places.output, path), layer, article)
      if (own === null) return
      if (article === null || !own) return foreign.push(path)
      if (!isRefused(article, refused) && exists(sourceFile(places, article))) return
      rmSync(join(places.output, path), { force: true })
      removed.add(article)
    })
  sweepFolder(corpusFolder, (path) => CORPUS_FILES.includes(path) || foreign.push(path))
  for (const entry of entriesOf(places.output)) {
    if (entry.isDirectory() ? FOLDERS.includes(entry.name) : isSwept(join(places.output, entry.name), entry.name)) continue
    if (entry.isFile() && isShardReport(entry.name)) rmSync(join(places.output, entry.name), { force: true })
    else if (entry.name !== 'report.json' && !entry.name.startsWith('.')) foreign.push(entry.isDirectory() ? `${entry.name}/` : entry.name)
  }
  return { removed: [...removed].sort(), foreign: foreign.sort() }
}

const FOLDERS = [...layerNames.map(folderOf), corpusFolder]
const CORPUS_FILES = corpusNames.map((name) => `${corpusFolder}/${name}.json`)
/** A run over everything has more to say than the reports of the shards before it. */
const isShardReport = (name: string): boolean => /^report-\d+-of-\d+\.json$/.test(name)

/** Hidden files are nobody's business; a leftover of ours goes. True: there is nothing more to say about this file. */
function isSwept(path: string, name: string): boolean {
  if (!name.startsWith('.')) return false
  try {
    if (isLeftover(name, statSync(path).mtime)) rmSync(path, { force: true })
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  return true
}

/** An article that came while this run was at work is another run's business: only one that is not there is gone. */
const exists = (path: string): boolean => {
  try {
    lstatSync(path)
    return true
  } catch (error) {
    return !['ENOENT', 'ENOTDIR'].includes(codeOf(error))
  }
}

/** The article, or a folder above it, is something that this run has seen and does not read. */
function isRefused(article: string, refused: ReadonlySet<string>): boolean {
  const names = article.split('/')
  return names.some((_, index) => refused.has(names.slice(0, index + 1).join('/')))
}

/** A header has far less than 64 kB. Null: another run has just taken the file away. */
function isLayerOf(path: string, layer: string, article: string): boolean | null {
  const start = startOf(path, 2 ** 16)
  if (start === null) return null
  const header = headerOf(start.text)
  return header !== null && header['layer'] === layer && header['article'] === article
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error))) throw error
  }
}

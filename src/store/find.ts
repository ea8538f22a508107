import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { UserError } from '../error.js'
import { codeOf } from './trouble.js'
import type { Places } from './places.js'

/** What lies in `corpus/`: every file is an article or has a reason why it is none. */
export interface Found {
  readonly articles: readonly FoundArticle[]
  /** Files that are no articles, links that are not followed, what cannot be opened. */
  readonly others: readonly Other[]
}

export interface FoundArticle {
  /** Below `corpus/`, with `/` between folders. */
  readonly path: string
  /** Bytes. */
  readonly size: number
}

export interface Other {
  readonly path: string
  readonly outcome: 'skipped' | 'failed'
  readonly reason: string
}

const EXTENSIONS = ['.txt', '.md', '.markdown', '.html', '.htm']
/** A layer file takes a hundred times its article; what is larger than this is a dump, not an article. Bytes. */
const LARGEST = 16 * 2 ** 20

/** Finds every article, by path in the order of code units, on whatever system. Throws `UserError` if there is no such folder. */
export function findArticles({ corpus, output }: Places): Found {
  const root = realFolder(corpus)
  const articles: FoundArticle[] = []
  const others: Other[] = []
  const skip = (path: string, reason: string) => others.push({ path, outcome: 'skipped', reason })
  const fail = (path: string, reason: string) => others.push({ path, outcome: 'failed', reason })
  const outputFolder = realOutput(output)

  const visitFolder = (folder: string, linked: boolean) => {
    let names: string[]
    try {
      names = readdirSync(join(root, folder))
    } catch (error) {
      fail(folder, `this folder cannot be opened (${codeOf(error)})`)
      return
    }
    for (const name of names) visit(folder === '' ? name : `${folder}/${name}`, name, linked)
  }

  const visit = (path: string, name: string, linked: boolean) => {
    const absolute = join(root, path)
    if (absolute === outputFolder || path === 'hearsay.json') return
    const stat = statOf(absolute)
    if (typeof stat === 'string')
      return name.includes('\uFFFD') ? fail(path, 'its name is not valid UTF-8; rename it') : fail(path, `cannot be opened (${stat})`)
    if (name.startsWith('.')) return stat.isDirectory() || isArticle(name) ? skip(path, 'hidden: its name begins with a dot') : undefined
    if (stat.isSymbolicLink()) return visitLink(path, name, linked)
    if (stat.isDirectory()) return visitFolder(path, linked)
    visitFile(path, name, stat)
  }

  const visitFile = (path: string, name: string, stat: { isFile(): boolean; size: number }) => {
    if (!stat.isFile()) return skip(path, 'neither a file nor a folder')
    if (!isArticle(name)) return skip(path, `no article: hearsay reads ${EXTENSIONS.join(' ')}`)
    if (stat.size > LARGEST) return fail(path, `larger than ${LARGEST / 2 ** 20} MB; split it into its articles`)
    articles.push({ path, size: stat.size })
  }

  const visitLink = (path: string, name: string, linked: boolean) => {
    const absolute = join(root, path)
    let target: string
    try {
      target = realpathSync(absolute)
    } catch (error) {
      return skip(path, codeOf(error) === 'ELOOP' ? 'a link that leads back to itself' : 'a link that leads nowhere')
    }
    if (!isBelow(target, root)) return skip(path, 'a link that leads out of the corpus; copy the file into it')
    const stat = statSync(target)
    if (!stat.isDirectory()) return visitFile(path, name, stat)
    if (isBelow(realpathSync(join(absolute, '..')), target)) return skip(path, 'a link that leads back to a folder that it lies in')
    if (linked) return skip(path, 'a link inside a linked folder; what it leads to is read at its own place')
    visitFolder(path, true)
  }

  visitFolder('', false)
  return { articles: articles.sort(byPath), others: others.sort(byPath) }
}

function realFolder(corpus: string): string {
  try {
    const real = realpathSync(corpus)
    if (statSync(real).isDirectory()) return real
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new UserError(`${corpus}: there is no such folder; make it and put articles in (${EXTENSIONS.join(' ')}), or name another: hearsay run FOLDER`)
    throw new UserError(`${corpus} cannot be opened (${codeOf(error)}); look at its permissions`)
  }
  throw new UserError(`${corpus} is a file; hearsay reads a folder: put the article into one and name that`)
}

/** Where there is no such folder yet, there is nothing in it to be taken for an article. */
function realOutput(output: string): string | null {
  try {
    return realpathSync(output)
  } catch {
    return null
  }
}

function statOf(path: string) {
  try {
    return lstatSync(path)
  } catch (error) {
    return codeOf(error)
  }
}

const isArticle = (name: string): boolean => EXTENSIONS.includes(extname(name).toLowerCase())

/** The folder itself counts. */
const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../error.js'
import { parseTable, parseWords, type Row } from './parse.js'

/** The word lists and tables of `data/`, read once and checked on load. */
export interface Lexicon {
  /** `data/NAME.txt`: one entry a line. */
  words(name: string): ReadonlySet<string>
  /** `data/NAME.tsv`: rows by the names in its header line. */
  table(name: string): readonly Row[]
}

/** The lists and tables of a folder, each read and checked when first asked for.
 *  Asking throws `UserError` for a missing file, and with file and line for a broken one. */
export function loadLexicon(folder: string): Lexicon {
  const content = (path: string) => {
    if (!existsSync(path)) throw new UserError(`${path} is missing; it comes with hearsay: install it again`)
    return readFileSync(path, 'utf8')
  }
  return {
    words: kept((name) => parseWords(content(join(folder, `${name}.txt`)), join(folder, `${name}.txt`))),
    table: kept((name) => parseTable(content(join(folder, `${name}.tsv`)), join(folder, `${name}.tsv`)))
  }
}

/** Loads what has a name once. */
export function kept<T>(load: (name: string) => T): (name: string) => T {
  const loaded = new Map<string, T>()
  return (name) => {
    const known = loaded.get(name)
    if (known !== undefined) return known
    const fresh = load(name)
    loaded.set(name, fresh)
    return fresh
  }
}

/** Compiles something from a lexicon once and keeps it as long as the lexicon lives. */
export function perLexicon<T>(build: (lexicon: Lexicon) => T): (lexicon: Lexicon) => T {
  const built = new WeakMap<Lexicon, T>()
  return (lexicon) => {
    const kept = built.get(lexicon)
    if (kept !== undefined) return kept
    const fresh = build(lexicon)
    built.set(lexicon, fresh)
    return fresh
  }
}

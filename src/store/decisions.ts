import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../error.js'
import { fileName, parseDecisions, withDecision, withoutDecision, type Decision, type Entry } from '../decisions/index.js'
import type { Places } from './places.js'
import { codeOf } from './trouble.js'
import { writeWhole } from './write.js'

/** `corpus/hearsay.json` as it is, checked; nothing decided where there is none. Throws `UserError` with the line for what cannot be understood. */
export function readDecisions({ corpus }: Pick<Places, 'corpus'>): { readonly text: string; readonly entries: readonly Entry[] } {
  const path = join(corpus, fileName)
  const text = textOf(path) ?? ''
  return { text, entries: text.trim() === '' ? [] : parseDecisions(text, path) }
}

/** Adds one decision to `corpus/hearsay.json`, whole or not at all; all else in it stays letter by letter as it is. An earlier decision about the very same
 *  thing (the speaker of the same words, the same pair) gives way. Throws `UserError` where the decision or the file is not well formed. */
export function addDecision(corpus: string, decision: Decision): void {
  rewrite(corpus, (text, path) => withDecision(text, decision, path))
}

/** Takes one decision out of it again, and nothing else. Throws `UserError` where it does not stand there. */
export function removeDecision(corpus: string, decision: unknown): void {
  rewrite(corpus, (text, path) => withoutDecision(text, decision, path))
}

/** Two at once, so that nobody finds neither or both in the file. */
export function replaceDecision(corpus: string, decision: unknown, by: Decision): void {
  rewrite(corpus, (text, path) => withDecision(withoutDecision(text, decision, path), by, path))
}

function rewrite(corpus: string, change: (text: string | null, path: string) => string): void {
  const path = join(corpus, fileName)
  writeWhole(path, [change(textOf(path), path)])
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return null
    throw new UserError(`${path} cannot be read (${code}); ${code === 'EISDIR' ? 'a folder has its name: move it away' : 'look at its permissions'}`)
  }
}

import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { sha256 } from '../digest.js'
import { isFolder } from './places.js'
import { codeOf, writeTrouble } from './trouble.js'

/** Writes a file whole or not at all: under another name beside it, then renamed. Two programs that write the same file leave the
 *  one or the other, never a mixture. Throws `UserError` where the disk is full, not writable, …
 *  No `fsync`: after a power cut a file may be cut short, which the next run sees by its hash. */
export function writeWhole(path: string, chunks: Iterable<string | Uint8Array>): void {
  const folder = dirname(path)
  const temporary = join(folder, temporaryName())
  try {
    const file = open(temporary, folder)
    try {
      for (const chunk of chunks) writeAll(file, typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    try {
      rmSync(temporary, { force: true })
    } catch {
      // The first trouble is the one to tell of; the next run takes the leftover away.
    }
    throw writeTrouble(path, error)
  }
}

/** The folder is made where it is missing. Another run may take an empty one away between its making and its use: then it is made once more. */
function open(path: string, folder: string): number {
  for (let attempt = 1; ; attempt++) {
    try {
      if (attempt > 1) makeFolder(folder)
      return openSync(path, 'wx')
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || attempt === 10) throw error
    }
  }
}

/** With the folders above it. Not `mkdir` with `recursive`, which tries for ever where no folder can be made (below /proc). */
function makeFolder(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST' && isFolder(path)) return
    if (code !== 'ENOENT' || isFolder(dirname(path))) throw error
    makeFolder(dirname(path))
    makeFolder(path)
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

const host = sha256(hostname()).slice(0, 8)
let count = 0

const temporaryName = (): string => `.hearsay-${host}-${process.pid}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}-${++count}.tmp`

/** A temporary file that nobody is going to rename: its process is gone, or, where another machine wrote it, it is a day old. */
export function isLeftover(name: string, changed: Date): boolean {
  const [, machine, process] = /^\.hearsay-([0-9a-f]{8})-(\d+)-.*\.tmp$/.exec(name) ?? []
  if (machine === undefined) return false
  return Date.now() - changed.getTime() > 24 * 3600 * 1000 || (machine === host && !isAlive(Number(process)))
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

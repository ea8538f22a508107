import { closeSync, openSync, readSync } from 'node:fs'
import { codeOf } from './trouble.js'

/** The first `size` bytes of a file, and whether that is all of it; null where there is no such file. */
export function startOf(path: string, size: number): { readonly text: string; readonly whole: boolean } | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  try {
    const bytes = Buffer.alloc(size)
    const length = readSync(file, bytes)
    return { text: bytes.toString('utf8', 0, length), whole: length < size }
  } finally {
    closeSync(file)
  }
}

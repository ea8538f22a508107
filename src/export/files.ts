import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UserError } from '../error.js'
import { codeOf } from '../store/index.js'

/** Files of one export. Each is written beside its place and moved there once all of them are whole: a kill leaves the last export as it was. */
export interface Files {
  /** A file to write to bit by bit; `path` below the export's folder, with `/`. */
  open(path: string): TextFile
  write(path: string, text: string): void
  /** Moves all into place; their paths, sorted. */
  settle(): readonly string[]
  /** Takes away what is not in place. */
  discard(): void
}

export interface TextFile {
  write(text: string | Uint8Array): void
}

/** Bytes to gather before the disk is asked. */
const GATHERED = 2 ** 18
const WAITING = '.part'

export function filesIn(folder: string): Files {
  const open = new Map<string, { end(): void }>()
  const waiting = (path: string) => `${join(folder, path)}${WAITING}`

  const openFile = (path: string): TextFile => {
    const file = trying(path, () => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      return openSync(waiting(path), 'w')
    })
    let gathered: Uint8Array[] = []
    let size = 0
    const flush = () => {
      const bytes = Buffer.concat(gathered)
      for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from)
      gathered = []
      size = 0
    }
    open.set(path, {
      end() {
        flush()
        fsyncSync(file)
        closeSync(file)
      }
    })
    return {
      write(text) {
        const bytes = typeof text === 'string' ? Buffer.from(text) : text.slice()
        gathered.push(bytes)
        size += bytes.length
        if (size >= GATHERED) trying(path, flush)
      }
    }
  }

  const whole: string[] = []
  const end = (path: string, file: { end(): void }) => {
    trying(path, () => file.end())
    open.delete(path)
    whole.push(path)
  }

  return {
    open: openFile,
    write(path, text) {
      openFile(path).write(text)
      const file = open.get(path)
      if (file) end(path, file)
    },
    settle() {
      for (const [path, file] of open) end(path, file)
      for (const path of whole) trying(path, () => renameSync(waiting(path), join(folder, path)))
      return whole.sort()
    },
    discard() {
      for (const path of [...open.keys(), ...whole]) rmSync(waiting(path), { force: true })
    }
  }

  function trying<Value>(path: string, work: () => Value): Value {
    try {
      return work()
    } catch (error) {
      throw new UserError(`${join(folder, path)} cannot be written (${codeOf(error)}); make room, or name another folder with --out`)
    }
  }
}

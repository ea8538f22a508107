import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { run, type RunOptions } from '../src/commands/run.js'
import type { Pipeline } from '../src/workshop.js'
import type { Report } from '../src/report.js'

/** A folder that goes when the test file is done, with files in it. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'hearsay-test-'))
  folders.push(path)
  put(path, files)
  return path
}

const folders: string[] = []
afterAll(() => folders.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })))

export function put(path: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
}

/** Every file below a folder with what is in it; of `output/` without the report, which holds times. */
export function contents(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1)).filter((name) => !/^report.*\.json$/.test(name))
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(path, name), 'utf8')]))
}

/** Runs a pipeline in this process, quietly. */
export function runFake(corpus: string, output: string, pipeline: Pipeline, options: Partial<RunOptions> = {}): Promise<Report> {
  return run({ corpus, output, data: empty(), models: empty(), workers: 1, anyLanguage: false, from: null, shard: null, ...options }, pipeline, { progress() {} })
}

let none: string | undefined
/** A folder with nothing in it, for a pipeline without words and without a network. */
const empty = (): string => (none ??= folder())

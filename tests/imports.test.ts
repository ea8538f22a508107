import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** From left to right. A file may import what stands left of it, and its own neighbours. */
const ORDER: readonly (readonly RegExp[])[] = [
  [/^(model|span|error|canonical|digest|near|csv|first-from|remembered)\.ts$/],
  [/^(tree|layers|format|markup|check|counts|fingerprint|report|told)\.ts$/],
  [/^data\//, /^decisions\//, /^reader\//, /^stage\.ts$/],
  [/^stages\//],
  [/^(pipeline|workshop)\.ts$/],
  [/^store\//],
  [/^(make|corpus|worker)\.ts$/],
  [/^tables\//, /^diff\//],
  [/^export\//, /^inspect\//],
  [/^commands\//],
  [/^cli\//],
  [/^cli\.ts$/]
]

const files = (readdirSync(src, { recursive: true }) as string[]).filter((file) => file.endsWith('.ts')).map((file) => file.replace(/\\/g, '/'))
const source = (file: string): string => readFileSync(join(src, file), 'utf8')
const importsOf = (file: string): string[] => [...source(file).matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|\bimport\('([^']+)'\)/gm)].map(([, named, called]) => named ?? called ?? '')
const within = (file: string, name: string): string => relative(src, join(src, dirname(file), name)).replace(/\\/g, '/').replace(/\.js$/, '.ts')
const rank = (file: string): number => ORDER.findIndex((patterns) => patterns.some((pattern) => pattern.test(file)))

test('every file has its place in the order', () => {
  expect(files.filter((file) => rank(file) < 0)).toEqual([])
})

test('imports point one way', () => {
  const wrong = files.flatMap((file) => importsOf(file).filter((name) => name.startsWith('.')).filter((name) => rank(file) < rank(within(file, name))).map((name) => `${file} imports ${name}`))
  expect(wrong).toEqual([])
})

test('a stage imports from no later one', () => {
  const number = (file: string): number => Number(/^stages\/(\d)/.exec(file)?.[1] ?? 0)
  const wrong = files.flatMap((file) => importsOf(file).filter((name) => name.startsWith('.') && number(file) > 0 && number(file) < number(within(file, name))).map((name) => `${file} imports ${name}`))
  expect(wrong).toEqual([])
})

test('a stage reads neither the disk nor the clock nor the net, and prints nothing', () => {
  const impure = /from '(?:node:)?(?:fs|fs\/promises|http|https|net|child_process|worker_threads|os)'|\bconsole\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bprocess\./
  expect(files.filter((file) => file.startsWith('stages/') && impure.test(source(file).replace(/\/\*[^]*?\*\/|\/\/.*/g, '')))).toEqual([])
})

/** They read or write other folders than these two. */
const ELSEWHERE = ['export/files.ts', 'cli/completion.ts', 'inspect/page.ts']

test('only the store touches corpus and output, only the data and the workshop what is shipped', () => {
  const disk = files.filter((file) => importsOf(file).some((name) => /^(node:)?fs(\/promises)?$/.test(name)))
  expect(disk.filter((file) => !/^(store|reader|data)\//.test(file) && !['workshop.ts', 'commands/folders.ts', ...ELSEWHERE].includes(file))).toEqual([])
})

test('only the command line catches what a person can mend', () => {
  const catching = files.filter((file) => /instanceof UserError/.test(source(file)))
  // A UserError does not survive its way between threads as one, and must not be taken for a bug of one article.
  expect(catching).toEqual(expect.arrayContaining(['cli.ts']))
  // What goes on and on tells it and goes on: a watched folder, a server.
  expect(catching.filter((file) => !['cli.ts', 'cli/run.ts', 'inspect/desk.ts', 'make.ts', 'worker.ts'].includes(file))).toEqual([])
})

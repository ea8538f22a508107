/** Speed and memory of the compiled command: npm run bench -- [--articles 2000] [--words 110] [--keep]
 *  Makes a corpus by repeating and shuffling the paragraphs of corpus/ (always the same one), reads it with one worker and with two,
 *  and once more with nothing changed. Close other programs first. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Report } from '../src/report.js'

const home = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({ options: { articles: { type: 'string', default: '2000' }, words: { type: 'string', default: '110' }, keep: { type: 'boolean', default: false } } })
const place = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))

const corpus = join(place, 'corpus')
const words = makeCorpus(corpus, Number(values.articles), Number(values.words))
const short = join(place, 'short')
mkdirSync(short)
writeFileSync(join(short, 'a.txt'), 'Talks will go on, Jane Doe said.\n')

console.log(`node ${process.versions.node}, ${cpus()[0]?.model}, ${cpus().length} cores`)
console.log(`corpus: ${values.articles} articles, ${words.toLocaleString('en')} words`)
const first = await timed('one short article, from the command to its end', short, 'out-short', 1)
console.log(`  until it could begin ${first.report.times['start']} s of it`)
const one = await timed('1 worker', corpus, 'out-1', 1)
const two = await timed('2 workers', corpus, 'out-2', 2)
const again = await timed('1 worker, nothing changed', corpus, 'out-1', 1)
speak('1 worker', one)
speak('2 workers', two)
console.log(`two workers are ${(one.seconds / two.seconds).toFixed(2)} times as fast as one`)
if (again.report.totals.unchanged !== again.report.totals.read) console.log('WRONG: the rerun made something again')
if (!values.keep) rmSync(place, { recursive: true })
else console.log(`kept in ${place}`)

interface Timed {
  readonly seconds: number
  /** Of all threads together: on a busy machine it says more than the seconds that went by. */
  readonly processor: number
  readonly report: Report
}

/** Runs the command as a person would, and reads its report. */
async function timed(title: string, from: string, to: string, workers: number): Promise<Timed> {
  const began = performance.now()
  const output = join(place, to)
  const child = spawn(process.execPath, ['--import', join(home, 'scripts/peak.mjs'), join(home, 'dist/cli.js'), 'run', from, output, '--workers', String(workers)], { stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`${title}: exit code ${code}\n${errors}`)
  const seconds = (performance.now() - began) / 1000
  const [, peak, processor] = /peak memory (\d+) MB, processor time ([\d.]+) s/.exec(errors) ?? []
  console.log(`${title}: ${seconds.toFixed(2)} s (processors ${processor} s), at most ${peak} MB`)
  return { seconds, processor: Number(processor), report: JSON.parse(readFileSync(join(output, 'report.json'), 'utf8')) as Report }
}

/** Words a second over the whole command, and the share of each stage in the work, and its own words a second. */
function speak(title: string, { seconds, processor, report }: Timed): void {
  const { start: _, ...times } = report.times
  const whole = Object.values(times).reduce((sum, time) => sum + time, 0)
  const shares = Object.entries(times).map(([stage, time]) => `${stage} ${((100 * time) / whole).toFixed(1)} %`)
  // Of a stage: with its checks and its writing, on the clock of the threads, V8's compiling of its code included.
  const speeds = Object.entries(times).map(([stage, time]) => `${stage} ${Math.round(words / time).toLocaleString('en')}`)
  console.log(`${title}: ${Math.round(words / seconds).toLocaleString('en')} words/s (${Math.round(words / processor).toLocaleString('en')} a second of processor time); ${shares.join(', ')}`)
  console.log(`  words/s of each stage: ${speeds.join(', ')}`)
}

/** Articles of about so many words out of the paragraphs of corpus/, each with a date of its own. Returns the number of words. */
function makeCorpus(folder: string, articles: number, wordsEach: number): number {
  const source = join(home, 'corpus')
  const files = (readdirSync(source, { recursive: true }) as string[]).filter((file) => file.endsWith('.txt')).sort()
  const paragraphs = files.flatMap((file) => readFileSync(join(source, file), 'utf8').split(/\n\s*\n/)).filter((text) => text.split(/\s+/).length > 8)
  const random = seeded(42)
  let total = 0
  for (let index = 0; index < articles; index++) {
    const day = new Date(Date.UTC(2016, 0, 1 + (index % 1500))).toISOString().slice(0, 10)
    const chosen: string[] = []
    for (let count = 0; count < wordsEach; ) {
      const paragraph = paragraphs[Math.floor(random() * paragraphs.length)] ?? ''
      chosen.push(paragraph)
      count += paragraph.split(/\s+/).length
    }
    total += chosen.join(' ').split(/\s+/).length
    mkdirSync(join(folder, day.slice(0, 7)), { recursive: true })
    writeFileSync(join(folder, day.slice(0, 7), `${day}-${index}.txt`), `${day}\n\nReport number ${index}\n\n${chosen.join('\n\n')}\n`)
  }
  return total
}

/** Mulberry32: the same numbers between 0 and 1 on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

import { setFlagsFromString } from 'node:v8'
import { Option, type Command } from 'commander'
import { UserError } from '../error.js'
import { layerNames } from '../layers.js'
import type { LayerName } from '../model.js'
import { nearest } from '../near.js'
import type { Report } from '../report.js'
import { isFolder } from '../store/index.js'
import { openWorkshop, shipped } from '../workshop.js'
import { jsonOption, positive, print, printJson } from './shared.js'

interface RunFlags {
  readonly workers?: number
  readonly shard?: string
  readonly from?: LayerName | 'corpus'
  readonly force?: boolean
  readonly watch?: boolean
  readonly anyLanguage?: boolean
  readonly allClaims?: boolean
  readonly json?: boolean
  readonly data: string
  readonly models: string
}

export function addRun(program: Command): void {
  program
    .command('run', { isDefault: true })
    .summary('read corpus/ into output/ (this is what "hearsay" alone does)')
    .description('Reads every article of a folder (.txt .md .markdown .html .htm, folders in folders) and writes its layers as JSON. What is in the output already and still right is left as it is, so running again after adding an article costs little.')
    .argument('[corpus]', 'folder with articles', 'corpus')
    .argument('[output]', 'folder for what is found', 'output')
    .option('-w, --workers <n>', 'worker threads (default: one a core, at most 4)', positive)
    .option('--watch', 'go on, and run again whenever something in the corpus changes')
    .option('--shard <i/n>', 'read only part i of n, to share the work among machines; then run once without it')
    .addOption(new Option('--from <stage>', 'make this stage and all that follow again').choices([...layerNames, 'corpus']))
    .option('--force', 'make everything again')
    .option('--any-language', 'read articles in other languages than English all the same')
    .option('--all-claims', 'tell doubtful claims too; "confidence" says how doubtful')
    .addOption(jsonOption())
    .addOption(new Option('--data <folder>', 'word lists and gazetteers').default(shipped.data, "hearsay's own"))
    .addOption(new Option('--models <folder>', 'the reader network').default(shipped.models, "hearsay's own"))
    .addHelpText('after', '\nExit code: 0 all files were read, 1 some failed (report.json names them), 2 the command was wrong.')
    .action((corpus: string, output: string, flags: RunFlags) => {
      refuseTypos(corpus, program)
      return runCommand({ corpus, output }, flags)
    })
}

/** V8 compiles a function once more, optimized, when so many bytes of its code have run a few times over; 66 kB by default. Over 600 articles that took 23 % of the
 *  processor time, most of it for functions that never gave it back, and every worker does it anew. What is really hot still gets there within seconds.
 *  Only the V8 of Node 20 knows the flag; later ones count calls, not bytes, and would complain. */
const PATIENT = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=1000000'] : []

async function runCommand(places: { readonly corpus: string; readonly output: string }, flags: RunFlags): Promise<void> {
  PATIENT.forEach((flag) => setFlagsFromString(flag))
  // Each command loads what it needs when it is called: the word models of the stages take half a second.
  const [{ pipeline }, { parseShard, run }, { summary }, { progressBar }] = await Promise.all([
    import('../pipeline.js'),
    import('../commands/run.js'),
    import('../commands/run-table.js'),
    import('../commands/progress.js')
  ])
  const { workers = null, shard, from, force, anyLanguage = false, allClaims = false, data, models } = flags
  const workshop = openWorkshop(pipeline, { data, models })
  const once = async (again: RunFlags['from'] | null): Promise<void> => {
    const bar = progressBar()
    try {
      const report = await run({ ...places, workers, anyLanguage, allClaims, data, models, from: again ?? null, shard: shard === undefined ? null : parseShard(shard) }, pipeline, bar, workshop)
      bar.stop()
      tell(report, flags, () => summary(report, places))
      process.exitCode = report.totals.failed + report.undone.length + report.unread.length > 0 ? 1 : 0
    } finally {
      bar.stop()
    }
  }
  if (!flags.watch) return once(force ? 'tokens' : (from ?? null))
  const { watch } = await import('../commands/watch.js')
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  let first = true
  await watch(
    places,
    async () => {
      const again = first ? (force ? 'tokens' : (from ?? null)) : null
      first = false
      await once(again).catch(tellTrouble)
      if (!flags.json) process.stderr.write(`watching ${places.corpus}; Ctrl-C ends\n`)
    },
    stop.signal
  )
}

function tell(report: Report, { json }: RunFlags, lines: () => string): void {
  if (json) printJson(report)
  else print(lines())
}

/** While a folder is watched, what the user can mend does not end the watch. */
function tellTrouble(error: unknown): void {
  if (!(error instanceof UserError)) throw error
  process.stderr.write(`${error.message}\n`)
}

/** "hearsay shwo x" would be the corpus "shwo" and the output "x". */
function refuseTypos(corpus: string, program: Command): void {
  if (process.argv[2] !== corpus || isFolder(corpus)) return
  const [near] = nearest(corpus, program.commands.map((command) => command.name()))
  throw new UserError(`"${corpus}" is neither a command nor a folder${near === undefined ? '; see hearsay --help' : `; did you mean "hearsay ${near}"?`}`)
}

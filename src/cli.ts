#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import type { Shape } from './commands/rows.js'
import { UserError } from './error.js'
import { layerNames } from './layers.js'
import type { LayerName } from './model.js'
import { nearest } from './near.js'
import { isFolder, type Places } from './store/index.js'
import { hearsayVersion, shipped } from './workshop.js'

const program = new Command('hearsay')
  .description('Reads a folder of English news articles and writes down who said what: every quotation with its speaker, every name, every claim, as JSON that can be checked against the article.')
  .version(hearsayVersion, '-v, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .showSuggestionAfterError()
  .configureHelp({ showGlobalOptions: true })
  .exitOverride()

program
  .command('run', { isDefault: true })
  .summary('read corpus/ into output/ (this is what "hearsay" alone does)')
  .description('Reads every article of a folder (.txt .md .markdown .html .htm, folders in folders) and writes its layers as JSON. What is in the output already and still right is left as it is, so running again after adding an article costs little.')
  .argument('[corpus]', 'folder with articles', 'corpus')
  .argument('[output]', 'folder for what is found', 'output')
  .option('-w, --workers <n>', 'worker threads (default: one a core, at most 4)', positive)
  .option('--shard <i/n>', 'read only part i of n, to share the work among machines; then run once without it')
  .addOption(new Option('--from <stage>', 'make this stage and all that follow again').choices([...layerNames, 'corpus']))
  .option('--force', 'make everything again')
  .option('--any-language', 'read articles in other languages than English all the same')
  .addOption(new Option('--data <folder>', 'word lists and gazetteers').default(shipped.data, "hearsay's own"))
  .addOption(new Option('--models <folder>', 'the reader network').default(shipped.models, "hearsay's own"))
  .addHelpText('after', '\nExit code: 0 all files were read, 1 some failed (report.json names them), 2 the command was wrong.')
  .action(async (corpus: string, output: string, options: RunFlags) => {
    refuseTypos(corpus)
    // Each command loads what it needs when it is called: the word models of the stages take half a second.
    const [{ pipeline }, { parseShard, run }, { summary }, { progressBar }] = await Promise.all([
      import('./pipeline.js'),
      import('./commands/run.js'),
      import('./commands/run-table.js'),
      import('./commands/progress.js')
    ])
    const bar = progressBar()
    try {
      const { workers = null, shard, from, force, anyLanguage = false, data, models } = options
      const report = await run(
        { corpus, output, workers, anyLanguage, data, models, from: force ? 'tokens' : (from ?? null), shard: shard === undefined ? null : parseShard(shard) },
        pipeline,
        bar
      )
      bar.stop()
      print(summary(report, { corpus, output }))
      process.exitCode = report.totals.failed > 0 ? 1 : 0
    } finally {
      bar.stop()
    }
  })

interface RunFlags {
  readonly workers?: number
  readonly shard?: string
  readonly from?: LayerName | 'corpus'
  readonly force?: boolean
  readonly anyLanguage?: boolean
  readonly data: string
  readonly models: string
}

program
  .command('show')
  .summary('print an article with speakers and names marked')
  .description('Prints an article with what was found in it: in colour on a terminal, else with markup.')
  .argument('<article>', 'its path, the end of its path, or its file name')
  .addOption(new Option('-l, --layer <layer>', 'one layer only').choices(layerNames))
  .option('-e, --explain <id>', 'everything about one attribution (a5), claim (c3) or entity (person/…, or a name)')
  .option('-o, --output <folder>', 'folder that "run" has written', 'output')
  .action(async (article: string, { layer, explain, output }: { layer?: LayerName; explain?: string; output: string }) => {
    const { show } = await import('./commands/show.js')
    print(show(article, { corpus: 'corpus', output }, { layer: layer ?? null, explain: explain ?? null, colour: pc.isColorSupported && process.stdout.isTTY }))
  })

answers('who', 'what somebody said, in time order', 'Prints what a person (or an office, a country, …) said over all articles, in time order, each with its address: article and offset. Direct and reported speech are told apart.', async () => (await import('./commands/who.js')).who)
answers('about', 'what is claimed about somebody or something', 'Prints what is claimed about a person, island, country, … over all articles, in time order, and on whose word.', async () => (await import('./commands/about.js')).about)

type Answer = (name: string, places: Places, shape: Shape) => string

function answers(name: string, title: string, description: string, load: () => Promise<Answer>): void {
  program
    .command(name)
    .summary(title)
    .description(description)
    .argument('<name...>', 'a name, a part of it ("Putin"), or an id ("person/vladimir-putin")')
    .addOption(new Option('--json', 'as JSON').conflicts('csv'))
    .option('--csv', 'as a table for a spreadsheet')
    .option('-o, --output <folder>', 'folder that "run" has written', 'output')
    .action(async (words: string[], { json, csv, output }: { json?: boolean; csv?: boolean; output: string }) => {
      const shape: Shape = json ? 'json' : csv ? 'csv' : 'text'
      const answer = await load()
      print(answer(words.join(' '), { corpus: 'corpus', output }, shape))
    })
}

/** "hearsay shwo x" would be the corpus "shwo" and the output "x". */
function refuseTypos(corpus: string): void {
  if (process.argv[2] !== corpus || isFolder(corpus)) return
  const [near] = nearest(corpus, program.commands.map((command) => command.name()))
  throw new UserError(`"${corpus}" is neither a command nor a folder${near === undefined ? '; see hearsay --help' : `; did you mean "hearsay ${near}"?`}`)
}

function positive(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || 256 < number) throw new InvalidArgumentError('write a number from 1 to 256')
  return number
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

// "hearsay who Putin | head" closes the pipe early, which is nobody's fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  } else throw error
}

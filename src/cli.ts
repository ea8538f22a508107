#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { addQuestions } from './cli/ask.js'
import { addCompletion } from './cli/completion.js'
import { addInspect } from './cli/inspect.js'
import { addRun } from './cli/run.js'
import { addShow } from './cli/show.js'
import { addExports } from './cli/take.js'
import { UserError } from './error.js'
import { hearsayVersion } from './workshop.js'

const program = new Command('hearsay')
  .description('Reads a folder of English news articles and writes down who said what: every quotation with its speaker, every name, every claim, as JSON that can be checked against the article.')
  .version(hearsayVersion, '-v, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .showSuggestionAfterError()
  .configureHelp({ showGlobalOptions: true })
  .exitOverride()

addRun(program)
addShow(program)
addQuestions(program)
addInspect(program)
addExports(program)
addCompletion(program)

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

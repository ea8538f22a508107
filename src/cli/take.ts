import { Option, type Command } from 'commander'
import type { FormatName } from '../export/index.js'
import { inColour, jsonOption, outputOption, print, printJson } from './shared.js'

/** The names of the formats stand here too, so that the help does not load a hundred megabytes of libraries; a test holds both against each other. */
export const formatNames = ['csv', 'jsonl', 'parquet', 'brat', 'conllu', 'webannotation', 'schemaorg'] as const satisfies readonly FormatName[]

interface ExportFlags {
  readonly to: FormatName
  readonly tables?: string
  readonly base: string
  readonly json?: boolean
  readonly output: string
}

/** What takes the results elsewhere or holds two of them against each other. */
export function addExports(program: Command): void {
  program
    .command('export')
    .summary('write what was found in a format that others read')
    .description('Writes quotations, claims, mentions and the rest as tables (csv, jsonl, parquet), as annotated text (brat, conllu, webannotation) or as linked data (schemaorg).')
    .argument('[folder]', 'folder for the files', 'export')
    .addOption(new Option('--to <format>', 'the format').choices(formatNames).makeOptionMandatory())
    .option('--tables <names>', 'of csv, jsonl, parquet: these tables only, with commas between ("quotations,claims"; default: all but tokens)')
    .addOption(new Option('--base <address>', 'of webannotation, schemaorg: what stands before the path of an article in its address').default('hearsay:'))
    .addOption(jsonOption())
    .addOption(outputOption())
    .action(async (folder: string, { to, tables, base, json, output }: ExportFlags) => {
      const [{ exportTo, exportedLines }, { progressBar }] = await Promise.all([import('../commands/export.js'), import('../commands/progress.js')])
      const bar = progressBar()
      try {
        const exported = exportTo({ to, out: folder, tables: tables?.split(',').map((name) => name.trim()).filter(Boolean) ?? null, base }, { corpus: 'corpus', output }, bar)
        bar.stop()
        if (json) printJson(exported)
        else print(exportedLines(exported))
      } finally {
        bar.stop()
      }
    })

  program
    .command('diff')
    .summary('what was gained, lost and changed between two outputs')
    .description('Compares two folders that "run" has written: quotations, mentions and claims that only one has, and those of which something is different. What is gone is drawn [-so-], what is new {+so+}.')
    .argument('<before>', 'the older output')
    .argument('<after>', 'the newer output')
    .option('--exit-code', 'end with exit code 1 if there is any difference')
    .addOption(jsonOption())
    .action(async (before: string, after: string, { exitCode, json }: { exitCode?: boolean; json?: boolean }) => {
      const { compareOutputs, drawn } = await import('../commands/diff.js')
      const compared = compareOutputs(before, after)
      if (json) printJson(compared)
      else print(drawn(compared, inColour()))
      if (exitCode && compared.lost.length + compared.gained.length + compared.articles.length > 0) process.exitCode = 1
    })
}

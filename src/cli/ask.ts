import { Option, type Command } from 'commander'
import type { Shape } from '../commands/rows.js'
import type { Places } from '../store/index.js'
import { jsonOption, outputOption, print, shapeOf, type Shaped } from './shared.js'

type Answer = (name: string, places: Places, shape: Shape, all: boolean) => string

const csvOption = (): Option => new Option('--csv', 'as a table for a spreadsheet').conflicts('json')

/** Questions over the whole corpus. */
export function addQuestions(program: Command): void {
  const answers = (name: string, title: string, description: string, load: () => Promise<Answer>): Command =>
    program
      .command(name)
      .summary(title)
      .description(description)
      .argument('<name...>', 'a name, a part of it ("Putin"), or an id ("person/vladimir-putin")')
      .addOption(jsonOption())
      .addOption(csvOption())
      .addOption(outputOption())
      .action(async (words: string[], { output, all = false, ...shaped }: Shaped & { output: string; all?: boolean }) => {
        const answer = await load()
        print(answer(words.join(' '), { corpus: 'corpus', output }, shapeOf(shaped), all))
      })
  answers('who', 'what somebody said, in time order', 'Prints what a person (or an office, a country, …) said over all articles, in time order, each with its address: article and offset. Direct and reported speech and what is only thought or wanted are told apart; what is doubtful or reports no word is counted and left out.', async () => (await import('../commands/who.js')).who).option('--all', 'also what is doubtful or reports no word')
  answers('about', 'what is claimed about somebody or something', 'Prints what is claimed about a person, island, country, … over all articles, in time order, and on whose word.', async () => (await import('../commands/about.js')).about)

  program
    .command('sql')
    .summary('ask anything in SQL')
    .description('Answers a question in SQL (DuckDB) over tables of articles, quotations, claims, mentions, dates, tokens, entities, quotes, conflicts and the timeline. Without a question: lists the tables and their columns.')
    .argument('[question...]', "for example: select speaker, count(*) from quotations where kind = 'statement' group by all")
    .addOption(jsonOption())
    .addOption(csvOption())
    .addOption(outputOption())
    .action(async (words: string[], { output, ...shaped }: Shaped & { output: string }) => {
      const [{ sql, tablesListed }, { progressBar }] = await Promise.all([import('../commands/sql.js'), import('../commands/progress.js')])
      if (words.length === 0) return print(tablesListed(shapeOf(shaped)))
      const bar = progressBar()
      try {
        const answer = await sql(words.join(' '), { corpus: 'corpus', output }, shapeOf(shaped), bar)
        bar.stop()
        print(answer)
      } finally {
        bar.stop()
      }
    })
}

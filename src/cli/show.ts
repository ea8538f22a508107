import { Option, type Command } from 'commander'
import { layerNames } from '../layers.js'
import type { LayerName } from '../model.js'
import { inColour, jsonOption, outputOption, print } from './shared.js'

interface ShowFlags {
  readonly layer?: LayerName
  readonly explain?: string
  readonly json?: boolean
  readonly output: string
}

export function addShow(program: Command): void {
  program
    .command('show')
    .summary('print an article with speakers and names marked')
    .description('Prints an article with what was found in it: in colour on a terminal, else with markup.')
    .argument('<article>', 'its path, the end of its path, or its file name')
    .addOption(new Option('-l, --layer <layer>', 'one layer only').choices(layerNames))
    .option('-e, --explain <id>', 'everything about one attribution (a5), claim (c3) or entity (person/…, or a name)')
    .addOption(jsonOption())
    .addOption(outputOption())
    .action(async (article: string, { layer, explain, json, output }: ShowFlags) => {
      const { layersAsJson, show } = await import('../commands/show.js')
      const places = { corpus: 'corpus', output }
      if (json && explain === undefined) print(layersAsJson(article, places, layer ?? null))
      else print(show(article, places, { layer: layer ?? null, explain: explain ?? null, colour: !json && inColour(), json: json ?? false }))
    })
}

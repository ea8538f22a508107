import { InvalidArgumentError, type Command } from 'commander'
import { print, printJson } from './shared.js'

interface InspectFlags {
  readonly port?: number
  readonly write?: string
  readonly corpus: string
  readonly json?: boolean
}

export function addInspect(program: Command): void {
  program
    .command('inspect')
    .summary('look at everything on a page in the browser')
    .description('Shows what "run" has written as a page on this machine: articles, people, islands, summits, claims, conflicts, and what could not be decided. What you decide there is written to hearsay.json in the corpus.')
    .argument('[output]', 'folder that "run" has written', 'output')
    .option('--port <n>', 'port of the page (default: 4747, or the next one that is free)', portOf)
    .option('--write <file.html>', 'write the page with everything in it to one file that can be sent to a colleague')
    .option('--corpus <folder>', 'folder with the articles, where hearsay.json lies', 'corpus')
    .option('--json', 'as JSON, for a program: the address, or the file')
    .action(async (output: string, { port, write, corpus, json }: InspectFlags) => {
      const { inspect, inspectFile } = await import('../commands/inspect.js')
      const places = { corpus, output }
      if (write !== undefined) {
        const bytes = inspectFile(places, write)
        if (json) printJson({ file: write, bytes })
        else print(`${write}, ${(bytes / 1000).toFixed(0)} kB: everything is in it; open it in a browser`)
        return
      }
      const stop = new AbortController()
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
      await inspect(places, port ?? null, stop.signal, (address) => (json ? printJson({ address }) : print(`${address}  (Ctrl-C ends)`)))
    })
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || 65535 < port) throw new InvalidArgumentError('write a number from 1 to 65535')
  return port
}

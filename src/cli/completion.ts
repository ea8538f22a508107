import tab from '@bomb.sh/tab/commander'
import type { Command } from 'commander'
import { readdirSync } from 'node:fs'
import { articlesIn, readRegistry } from '../store/index.js'

/** `hearsay completion zsh` prints the script that a shell needs; what it offers is asked of hearsay itself each time: commands, options, folders, and of
 *  the output in this folder the articles and the names. */
export function addCompletion(program: Command): void {
  const completion = tab(program, { completionCommandName: 'completion' })
  const offer = (command: string, argument: string, values: () => Iterable<readonly [value: string, description: string]>) => {
    const wanted = completion.commands.get(command)?.arguments.get(argument)
    if (!wanted) return
    wanted.handler = (complete) => {
      for (const [value, description] of values()) complete(value, description)
    }
  }
  offer('show', 'article', () => articlesIn(here).map((path) => [path, '']))
  for (const command of ['who', 'about']) offer(command, 'name', names)
  for (const [command, argument] of FOLDERS) offer(command, argument, folders)
}

const here = { corpus: 'corpus', output: 'output' }

const FOLDERS = [
  ['run', 'corpus'],
  ['run', 'output'],
  ['inspect', 'output'],
  ['export', 'folder'],
  ['diff', 'before'],
  ['diff', 'after']
] as const

/** A name with blanks would have to be quoted in each shell's own way; the id needs no quoting. */
const names = (): (readonly [string, string])[] => (readRegistry(here)?.entities ?? []).filter(({ appearances }) => appearances.length > 0).map(({ id, name }) => [id, name] as const)

const folders = (): (readonly [string, string])[] =>
  readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => [name, ''] as const)

import { InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import type { Shape } from '../commands/rows.js'

/** The folder that "run" has written, of every command that only reads it. */
export const outputOption = (): Option => new Option('-o, --output <folder>', 'folder that "run" has written').default('output')

export const jsonOption = (): Option => new Option('--json', 'as JSON, for a program')

export interface Shaped {
  readonly json?: boolean
  readonly csv?: boolean
}

export const shapeOf = ({ json, csv }: Shaped): Shape => (json ? 'json' : csv ? 'csv' : 'text')

export const inColour = (): boolean => pc.isColorSupported && process.stdout.isTTY

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))

export function positive(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || 256 < number) throw new InvalidArgumentError('write a number from 1 to 256')
  return number
}

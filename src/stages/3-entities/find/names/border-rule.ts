import type { Name } from '../../names.js'
import type { Sheet } from './words.js'

/** Mends where a name begins or ends. The rules' conventions are those of newswire corpora: a body's name takes "of Gont" along, titles and generic small
 *  words ("the Gont district") stay outside. Tried in order, each on what the one before left. */
export interface BorderRule {
  readonly name: string
  /** Round brackets: as the reader has it. Square brackets: as it is mended. */
  readonly example: string
  /** What becomes of the name, with what follows it; `undefined` where the rule says nothing. `used` is how many of the names behind it went in. */
  mend(name: Name, next: Name | undefined, sheet: Sheet): { readonly names: readonly Name[]; readonly used?: number } | undefined
}

/** The one name, changed. */
export const one = (name: Name, change: Partial<Name>): { readonly names: readonly Name[] } => ({ names: [{ ...name, ...change }] })

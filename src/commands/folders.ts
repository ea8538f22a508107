import { realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../error.js'
import type { Places } from '../store/index.js'

/** The output folder may lie inside the corpus (what is in it is not read), not the other way round. */
export function checkFolders({ corpus, output }: Places): void {
  const [from, to] = [real(corpus), real(output)]
  if (from === to) throw new UserError(`${corpus} is both corpus and output; name another folder for the output: hearsay run ${corpus} ${join(corpus, 'output')}`)
  if (!relative(to, from).startsWith('..') && !relative(to, from).startsWith(sep)) throw new UserError(`${corpus} lies inside the output folder ${output}; name another output folder`)
}

export const sameFolder = (one: string, other: string): boolean => real(one) === real(other)

/** With links followed as far as the path exists. */
function real(path: string): string {
  const absolute = resolve(path)
  try {
    return realpathSync(absolute)
  } catch {
    return absolute === dirname(absolute) ? absolute : join(real(dirname(absolute)), absolute.slice(dirname(absolute).length))
  }
}

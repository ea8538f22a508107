import type { Statement } from '../../../src/inspect/model.js'
import { NOBODY, UNDECIDED } from '../words.js'
import { Name, Names, Plain } from './Name.js'

/** Who says it: a name, all who speak with one voice, or how the text calls somebody who has no name. */
export function Voice({ of: { by, together, source, how } }: { readonly of: Pick<Statement, 'by' | 'together' | 'source' | 'how'> }) {
  if (by !== null) return <Name of={by} />
  if (0 < together.length) return <Names of={together} otherwise={NOBODY} />
  if (source === '') return <span class="null">{NOBODY}</span>
  return <><Plain text={source} length={100} />{how === 'pronoun' && <span class="null"> ({UNDECIDED})</span>}</>
}

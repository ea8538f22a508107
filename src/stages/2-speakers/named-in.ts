import { tokensIn } from '../../tree.js'
import type { Stretch } from './draft.js'
import type { Scene } from './scene.js'

/** People whom a report names behind its "he", or in marks: "He said that John Roe …" is not Roe's word. Before it he may be: "John Roe was late, he said". */
export function namedIn(content: readonly Stretch[], pronoun: number, { tree, nameAt }: Scene): ReadonlySet<number> {
  const named = new Set<number>()
  for (const piece of content) {
    if (piece.start < (tree.tokens[pronoun]?.start ?? 0) && !/^["“„«'‘]/.test(tree.text[piece.start] ?? '')) continue
    const { from, to } = tokensIn(tree, piece)
    for (let index = from; index < to; index++) {
      const person = nameAt.get(index)?.person ?? null
      if (person !== null) named.add(person)
    }
  }
  return named
}

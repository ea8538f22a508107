import type { Speakers } from '../../../model.js'
import { tokensIn } from '../../../tree.js'
import type { Scene } from '../scene.js'
import type { Voices } from './voices.js'

/** "I", "me" and "my" in a direct quotation are its speaker. "We" may be anybody with them. */
export function followFirstPerson({ tree }: Scene, { attributions }: Speakers, { draftAt }: Voices): void {
  const done = new Set<number>()
  // The shortest content first, so that a quotation inside another keeps its own speaker.
  const direct = attributions
    .filter(({ type }) => type !== 'indirect')
    .flatMap(({ content, speaker }) => content.map((piece) => ({ piece, speaker })))
    .sort((a, b) => a.piece.text.length - b.piece.text.length)
  for (const { piece, speaker } of direct) {
    const { from, to } = tokensIn(tree, piece)
    const name = speaker.span && tokensIn(tree, speaker.span)
    const draft = name && [name.to - 1, name.from].map((index) => draftAt.get(index)).find((one) => one?.kind === 'person')
    for (let index = from; index < to; index++) {
      const token = tree.tokens[index]
      if (!token || done.has(index) || !/^(?:I|me|my|mine|myself|Me|My|Mine|Myself)$/.test(token.text) || !/^PRP/.test(token.tag)) continue
      done.add(index)
      draft?.mentions.push({ from: index, to: index + 1, form: token.tag === 'PRP$' ? 'possessive' : 'pronoun', rule: 'first-person-in-quotation', confidence: 0.9 })
    }
  }
}

import type { Attribution, Entities } from '../../model.js'
import { tokensIn } from '../../tree.js'
import { rootOf } from '../2-speakers/draft.js'
import type { Draft } from './join/draft.js'
import type { Scene } from './scene.js'

/** Which entity each attribution's speaker is. A name inside the speaker's span counts only if the span is about it:
 *  "the mayor of Porto Alto" is not Porto Alto. */
export function entityOfSpeakers(scene: Scene, attributions: readonly Attribution[], drafts: readonly Draft[], idOf: (draft: Draft) => string): Entities['speakers'] {
  const mentionsAt = new Map<number, { draft: Draft; from: number; to: number; form: string }[]>()
  for (const draft of drafts)
    for (const { from, to, form } of draft.mentions)
      for (let index = from; index < to; index++) {
        const list = mentionsAt.get(index)
        if (list) list.push({ draft, from, to, form })
        else mentionsAt.set(index, [{ draft, from, to, form }])
      }
  return attributions.map(({ id, speaker }) => {
    const row = (entity: string | null, why: string) => ({ attribution: id, entity, why })
    if (!speaker.span) return row(null, speaker.why)
    const range = tokensIn(scene.tree, speaker.span)
    if (range.to <= range.from) return row(null, speaker.why)
    const root = rootOf(scene.tree, range)
    const inside = [...new Set(Array.from({ length: Math.min(60, range.to - range.from) }, (_, step) => mentionsAt.get(range.from + step) ?? []).flat())].filter(({ draft, from, to }) => (range.from <= from && to <= range.to + 1) || (draft.kind !== 'summit' && from <= range.from && range.to <= to))
    if (speaker.candidates.length > 1) {
      const named = [...new Set(inside.filter(({ draft }) => draft.kind === 'person' || draft.kind === 'organization' || draft.kind === 'country').map(({ draft }) => idOf(draft)))]
      return row(null, `${speaker.why}${named.length ? `: ${named.join(', ')}` : ''}`)
    }
    const atRoot = inside.filter(({ from, to }) => from <= root && root < to)
    const person = inside.find(({ draft, form }) => draft.kind === 'person' && form === 'name')
    const isName = speaker.how === 'name' || speaker.how === 'pronoun' || speaker.how === 'carried' || speaker.how === 'first-person'
    const exact = inside.find(({ from, to }) => from === range.from && to === range.to)
    const mention = exact ?? atRoot.find(({ draft }) => draft.kind === 'person') ?? (isName ? person : undefined) ?? atRoot.find(({ draft }) => draft.kind !== 'people' && draft.kind !== 'summit')
    if (mention) return row(idOf(mention.draft), speaker.why)
    return row(null, speaker.how === 'noun' ? speaker.why : `"${speaker.span.text.slice(0, 80)}" is no entity of this article`)
  })
}

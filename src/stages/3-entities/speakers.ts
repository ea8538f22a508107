import type { Attribution, Entities, Span } from '../../model.js'
import { tokensIn } from '../../tree.js'
import { rootOf } from '../2-speakers/draft.js'
import { authorOf } from './follow/first-person.js'
import type { Draft, Part } from './join/draft.js'
import type { Scene } from './scene.js'

interface Place extends Part {
  readonly draft: Draft
}

/** Which entity each attribution's speaker is. A name inside the speaker's span counts only if the span is about it:
 *  "the mayor of Porto Alto" is not Porto Alto. */
export function entityOfSpeakers(scene: Scene, attributions: readonly Attribution[], drafts: readonly Draft[], idOf: (draft: Draft) => string): Entities['speakers'] {
  const mentionsAt = new Map<number, Place[]>()
  for (const draft of drafts)
    for (const part of draft.mentions)
      for (let index = part.from; index < part.to; index++) {
        const list = mentionsAt.get(index)
        if (list) list.push({ draft, ...part })
        else mentionsAt.set(index, [{ draft, ...part }])
      }
  const author = authorOf(scene, new Map([...mentionsAt].flatMap(([index, all]) => all.flatMap(({ draft }) => (draft.kind === 'person' ? [[index, draft] as const] : [])))))
  return attributions.map(({ id, speaker, source }) => {
    const row = (entity: string | null, why: string) => ({ attribution: id, entity, why })
    // "the spokeswoman", "she": what was followed here, where the speakers layer has no name.
    const followed = speaker.how === 'noun' || (speaker.how === 'pronoun' && !speaker.span) ? mentionOf(source[0]) : undefined
    if (followed) return row(idOf(followed.draft), followed.rule.endsWith('layer says') ? speaker.why : `followed here: ${followed.rule}`)
    if (!speaker.span && speaker.how === 'first-person' && author) return row(idOf(author), 'the byline names the author')
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

  /** The person whose mention, a noun or pronoun, is the whole source, but for what follows its noun. */
  function mentionOf(span: Span | undefined): Place | undefined {
    const range = span && tokensIn(scene.tree, span)
    if (!range) return undefined
    const here = (mentionsAt.get(range.from) ?? []).filter(({ draft, from, form }) => draft.kind === 'person' && (form === 'noun' || form === 'pronoun') && from === range.from)
    return here.find(({ to }) => range.to <= to || rootOf(scene.tree, range) === to - 1)
  }
}

import type { Tree } from '../../tree.js'
import type { Draft } from './draft.js'

/** A quotation without a speaker of its own that repeats words of one that has one, as in a pull quote, is that one's word, whoever spoke last:
 *  “Taxes will fall, and it is a promise,” said Jane Doe. … “It is a promise.” Four words or more. */
export function withRepeated(drafts: readonly Draft[], { text }: Pick<Tree, 'text'>): void {
  const words = (draft: Draft) => draft.content.flatMap(({ start, end }) => text.slice(start, end).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const bare = drafts.filter(({ cue, source }) => !cue.length && !source.length)
  if (!bare.length) return
  const wanted = new Map(bare.map((draft) => ({ draft, all: words(draft) })).flatMap((one) => (one.all.length < run ? [] : [[one.all.slice(0, run).join(' '), one] as const])))
  const tries = new Map<Draft, number>()
  for (const draft of drafts) {
    if (!draft.source.length) continue
    const own = words(draft)
    for (let place = 0; place + run <= own.length; place++) {
      const found = wanted.get(own.slice(place, place + run).join(' '))
      if (!found) continue
      const { draft: repeated, all } = found
      const tried = tries.get(repeated) ?? 0
      if (repeated === draft || most <= tried) continue
      tries.set(repeated, tried + 1)
      if (all.some((word, index) => own[place + index] !== word)) continue
      repeated.carries = draft
      repeated.rule = 'repeated'
      wanted.delete(all.slice(0, run).join(' '))
    }
  }
}

const run = 4

/** How many places are compared for one quotation: a text that is one word a thousand times must not take a million steps. */
const most = 20

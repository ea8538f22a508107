import type { Span, Speaker } from '../../model.js'
import { contains, spanOf } from '../../span.js'
import type { Range } from '../../tree.js'
import { stretchOf, type Draft } from './draft.js'
import { isInterview, turnAt, turnsOf } from './interview.js'
import type { Scene } from './scene.js'

type Speakers = ReadonlyMap<Draft, Speaker>

const nobody: Speaker = { span: null, how: 'none', chain: [], candidates: [], why: 'nobody is named as the source' }

export function isFirstPerson(source: Range | undefined, { tree }: Scene): boolean {
  return source !== undefined && source.to - source.from === 1 && /^(i|we|me|us|my)$/i.test(tree.tokens[source.from]?.text ?? '')
}

/** Speakers for the attributions whose source is "I" or "we": inside a quotation its speaker, outside of quotations the author; "we" only
 *  in the former, for in an article's own words it may be anybody. */
export function firstPersons(drafts: readonly Draft[], speakers: Speakers, scene: Scene, author: Span | null): Map<Draft, Speaker> {
  const pieces = drafts.flatMap((draft) => draft.content.map((piece) => ({ draft, piece }))).sort((a, b) => a.piece.start - b.piece.start)
  const turns = turnsOf(drafts, scene)
  const interview = isInterview(scene)
  const result = new Map<Draft, Speaker>()
  for (const draft of drafts) {
    const [source] = draft.source
    if (!source || !isFirstPerson(source, scene)) continue
    const { start, end } = stretchOf(scene.tree, source)
    const own = spanOf(scene.tree.text, start, end)
    // Contents hardly ever overlap, so the one around begins at most a few before.
    const first = after(pieces, start)
    const around = pieces.slice(Math.max(0, first - 4), first).findLast((other) => other.draft !== draft && contains(other.piece, own) && !isFirstPerson(other.draft.source[0], scene))
    const turn = around ? null : turnAt(start, turns)
    const speaker = around ? speakers.get(around.draft) : turn && speakers.get(turn)
    const byAuthor = author && !interview && !scene.quoted(source.from) && /^(i|me)$/i.test(own.text) ? author : null
    const why = scene.quoted(source.from) ? 'whose quotation this is, is not known' : 'the author of the article'
    result.set(draft, speaker ? { ...speaker, how: 'first-person', chain: [own, ...speaker.chain], why: `${around ? 'the speaker of the quotation around it' : 'the turn of the interview that it belongs to'}; ${speaker.why}` } : { ...nobody, span: byAuthor, how: 'first-person', chain: [own], why })
  }
  return result
}

/** Index of the first piece that begins after the offset. */
function after(pieces: readonly { readonly piece: { readonly start: number } }[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.piece.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The speaker of the attribution that this one goes on with. */
export function carriedFrom(draft: Draft, speakers: Speakers): Speaker {
  const speaker = draft.carries && speakers.get(draft.carries)
  return speaker ? { ...speaker, how: 'carried', why: `${draft.rule === 'repeated' ? 'repeats words of this speaker' : 'goes on with the speaker before'}; ${speaker.why}` } : nobody
}

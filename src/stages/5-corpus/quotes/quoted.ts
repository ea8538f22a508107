import type { Attribution, Mark, Span } from '../../../model.js'
import { joined } from '../../../span.js'
import type { QuoteOccurrence } from '../model.js'
import { spanOf } from './span-of.js'
import type { ArticleLayers } from '../read-article.js'

/** A quotation: what stands in quotation marks without an end of a sentence between them. `"This is a beginning," he said, "and a beginning is no border."` is one;
 *  `"We are ready," he said. "Come in."` are two, for another article may have only the one. */
export type Quoted = Omit<QuoteOccurrence, 'form' | 'similarity'>

/** A word or two in marks ("progressive") are a choice of words, not yet a quotation. */
const FEWEST_OF_MIXED = 3

/** The quotations of an article: of each attribution every stretch of its own. `speakerOf` gives the speaker of an attribution. */
export function quotedIn({ article, published, speakers }: ArticleLayers, speakerOf: (attribution: string) => string | null): Quoted[] {
  const marks = speakers.marks.filter(({ use, inside }) => (use === 'speech' || use === 'other') && inside.start < inside.end)
  return speakers.attributions.flatMap((attribution) => {
    const { id, type, source } = attribution
    if (type === 'indirect') return []
    const as = joined(source) || null
    return piecesOf(attribution, marks).flatMap((spans) => {
      const [first, last] = [spans[0], spans.at(-1)]
      const words = spans.reduce((sum, { text }) => sum + wordsIn(text), 0)
      if (!first || !last || words < (type === 'mixed' ? FEWEST_OF_MIXED : 1)) return []
      return [{ article, published, attribution: id, type, start: first.start, end: last.end, spans, speaker: speakerOf(id), as }]
    })
  })
}

/** What stands in the outermost marks of the content, without them, each quotation's spans together. A direct one without marks (a block quotation, a transcript)
 *  is its content. */
function piecesOf({ type, content }: Attribution, marks: readonly Mark[]): readonly (readonly Span[])[] {
  const inside = marks.filter((mark) => content.some(({ start, end }) => start <= mark.open.start && mark.inside.end <= end))
  const outermost = inside.filter((mark) => !inside.some((other) => other !== mark && other.inside.start <= mark.open.start && mark.inside.end <= other.inside.end)).sort((a, b) => a.inside.start - b.inside.start)
  if (outermost.length === 0) return type === 'direct' ? [content.map(spanOf)] : []
  const pieces: Span[][] = []
  let open = false
  for (const { inside, continued } of outermost) {
    const goesOn = open || /^\s*(?:…|\.\.\.)?\s*\p{Ll}/u.test(inside.text)
    const last = pieces.at(-1)
    if (last && type === 'direct' && goesOn && (open || !/[.!?]$/.test(last.at(-1)?.text ?? ''))) last.push(spanOf(inside))
    else pieces.push([spanOf(inside)])
    open = continued
  }
  return pieces
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0

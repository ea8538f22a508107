import type { Attribution } from '../../model.js'
import type { Tree } from '../../tree.js'
import type { Shape } from './trust-shape.js'

/** What can be known of an attribution when it is asked whether a reader would accept it. */
export interface Signs extends Shape {
  readonly attribution: Omit<Attribution, 'confidence'>
  readonly article: Manner
}

/** How an article speaks when nobody is reported. */
export interface Manner {
  /** Share of its words that are "I", "we", "my" …; that are "you", "your". */
  readonly own: number
  readonly addressed: number
  /** Share of its sentences that ask. */
  readonly asking: number
}

/** Over what stands outside of quotation marks. */
export function mannerOf({ tokens, sentences }: Tree, quoted: (index: number) => boolean): Manner {
  let [words, own, addressed, asking, sentencesOutside] = [0, 0, 0, 0, 0]
  tokens.forEach(({ text }, index) => {
    if (!/^\p{L}/u.test(text) || quoted(index)) return
    words++
    if (/^(?:i|we|my|our|me|us|mine|ours|myself|ourselves)$/i.test(text) && text !== 'US') own++
    if (/^(?:you|your|yours|yourself)$/i.test(text)) addressed++
  })
  for (const { from, to } of sentences) {
    if (quoted(from)) continue
    sentencesOutside++
    if (tokens[to - 1]?.text === '?') asking++
  }
  return { own: own / Math.max(1, words), addressed: addressed / Math.max(1, words), asking: asking / Math.max(1, sentencesOutside) }
}

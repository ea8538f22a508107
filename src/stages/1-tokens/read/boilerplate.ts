import { perLexicon, type Lexicon } from '../../../data/lexicon.js'
import { byPosition, spanOf, type Span } from '../../../span.js'
import { boilerplateRules, lead } from './boilerplate-rules.js'

/** Longer than any line of boilerplate, in characters. */
const longest = 600

/** What stands in the text and is not the article's: captions that a page marks as such, whole paragraphs, and sentences at
 *  the end of the last two paragraphs. A rule sees a whole paragraph or a whole sentence and must fit all of it, so that no
 *  real text goes with it. */
export function boilerplateOf(text: string, paragraphs: readonly Span[], captions: readonly Span[], lexicon: Lexicon): Span[] {
  const marked = new Set(captions.map(({ start }) => start))
  const found: Span[] = []
  paragraphs.forEach((paragraph, index) => {
    const last = paragraphs.length - 3 < index && 2 < paragraphs.length
    if (marked.has(paragraph.start) || ruleFor(paragraph.text, last, lexicon)) found.push(paragraph)
    else if (last) found.push(...tailOf(text, paragraph, lexicon))
  })
  return found.sort(byPosition)
}

/** The name of the first rule that takes a whole paragraph or sentence for boilerplate, or null. */
export function ruleFor(text: string, last: boolean, lexicon: Lexicon): string | null {
  if (longest < text.length) return null
  if (text.length <= 250 && openingOf(lexicon).test(text)) return 'opening'
  return boilerplateRules.find(({ pattern, atEnd, most = 250 }) => (last || !atEnd) && text.length <= most && pattern.test(text))?.name ?? null
}

/** "… he said. Follow her on Twitter @janedoe.": the sentences at a paragraph's end that are boilerplate each, as one span.
 *  Nothing that stands in quotation marks is. */
function tailOf(text: string, { start, end }: Span, lexicon: Lexicon): Span[] {
  const from = Math.max(start, end - longest)
  const tail = text.slice(from, end)
  const starts = [...tail.matchAll(/[.!?”"’)\]]\s{1,9}(?=[\p{Lu}(©[*–—@])/gu)].map(({ index, 0: gap }) => index + gap.length)
  let begin = tail.length
  for (const sentence of starts.reverse()) {
    const piece = tail.slice(sentence, begin).trim()
    if (/["“”]/.test(piece) || !ruleFor(piece, true, lexicon)) break
    begin = sentence
  }
  return begin < tail.length ? [spanOf(text, from + begin, end)] : []
}

/** The openings of `data/boilerplate-openings.tsv` as one pattern. */
const openingOf = perLexicon((lexicon) => {
  const phrases = (then: string) => lexicon.table('boilerplate-openings').flatMap((row) => (row['then'] === then ? [row['phrase'] ?? ''] : [])).join('|')
  const forms = [
    `(?:${phrases('anything')})(?![\\p{L}\\d])`,
    `(?:${phrases('colon')}) ?(?:[:|].{0,200}|\\W{0,3})$`,
    `(?:${phrases('nothing')})(?: \\(\\d{1,6}\\))?\\W{0,4}$`
  ]
  return new RegExp(`${lead}(?:${forms.join('|')})`, 'iu')
})

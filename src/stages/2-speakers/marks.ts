import type { Problem, Span } from '../../model.js'
import { spanOf, trimmed } from '../../span.js'
import { glyphsIn, type Glyph } from './glyphs.js'

/** A quotation mark and the one that closes it, before anything is known of what it quotes. */
export interface Pair {
  readonly open: Span
  readonly close: Span | null
  /** What stands between them, without blanks at the ends. Where nothing closes: up to the next mark that cannot be inside, or the paragraph's end. */
  readonly inside: Span
  readonly level: number
  readonly continued: boolean
}

/** Pairs the quotation marks of each paragraph, in one pass over its marks with a stack. An unclosed mark is a problem unless the
 *  next paragraph opens it again. Pairs come in text order, a quotation before those inside it. */
export function pairMarks(text: string, paragraphs: readonly Span[], elided: ReadonlySet<string>): { pairs: Pair[]; problems: Problem[] } {
  const read = paragraphs.map(({ start, end }) => pairParagraph(text, start, end, glyphsIn(text, start, end, elided)))
  paragraphs.forEach((paragraph, index) => closeInNext(text, endOf(paragraph), read[index], read[index + 1]))
  const problems: Problem[] = []
  const pairs = read.flatMap(({ pairs, strays }, index) => {
    const next = read[index + 1]?.pairs[0]
    const follows = next && next.level === 0 && next.open.start === firstMark(paragraphs[index + 1]) ? next.open.text : null
    problems.push(...strays.map(({ span, problem, hint }) => ({ span, problem, hint })))
    return pairs.flatMap(({ unsure, family: _, ...pair }) => {
      const continued = pair.close === null && pair.level === 0 && pair.inside.end === endOf(paragraphs[index]) && follows === pair.open.text
      if (pair.close === null && !continued) {
        // A lone straight ' is an apostrophe more often than a forgotten quotation.
        if (unsure) return []
        problems.push({ span: pair.open, problem: 'this quotation mark is never closed', hint: 'close it, or open the next paragraph with the same mark if the quotation goes on there' })
      }
      return [{ ...pair, continued }]
    })
  })
  return { pairs: levelled(pairs), problems }
}

/** With the level counted anew: an apostrophe that was taken for a mark at first may have stood around others. */
function levelled(pairs: readonly Pair[]): Pair[] {
  const open: number[] = []
  return pairs.map((pair) => {
    while (open.length && (open.at(-1) ?? 0) <= pair.open.start) open.pop()
    open.push(pair.close?.end ?? pair.inside.end)
    return { ...pair, level: open.length - 1 }
  })
}

/** A quotation that one paragraph opens at its end and the next one closes without having opened any: the break between them is a slip. */
function closeInNext(text: string, end: number, one: Read | undefined, next: Read | undefined): void {
  const pair = one?.pairs.find(({ close, level, inside }) => close === null && level === 0 && inside.end === end)
  const stray = next?.strays[0]
  if (!pair || !next || !stray || stray.closes !== pair.family) return
  const around = next.pairs.filter(({ open }) => open.start < stray.span.start)
  const inside = trimmed(text, pair.open.end, stray.span.start)
  const crosses = around.some(({ close, inside, level, family }) => stray.span.start < (close?.end ?? inside.end) || (level === 0 && family === pair.family))
  if (!inside || crosses) return
  pair.close = stray.span
  pair.inside = inside
  next.strays.shift()
  for (const inner of around) inner.level++
}

const firstMark = (paragraph: Span | undefined): number => (paragraph ? paragraph.start + paragraph.text.length - paragraph.text.trimStart().length : -1)

const endOf = (paragraph: Span | undefined): number => (paragraph ? paragraph.start + paragraph.text.trimEnd().length : -1)

/** What is found in one paragraph, before its neighbours are looked at. */
interface Read {
  readonly pairs: { open: Span; close: Span | null; inside: Span; level: number; readonly family: Glyph['family']; readonly unsure: boolean }[]
  /** `closes`: of which family is a mark that closes nothing. */
  readonly strays: (Problem & { readonly closes: Glyph['family'] | null })[]
}

const nothing = { better: false, closable: false, closers: 0 }

/** Deeper nesting than this is a typing error. */
const deepest = 4

function pairParagraph(text: string, start: number, end: number, glyphs: readonly Glyph[]): Read {
  const ahead = closersAhead(glyphs)
  const open: { glyph: Glyph; level: number }[] = []
  const pairs: Read['pairs'] = []
  const strays: Read['strays'] = []
  const finish = (glyph: Glyph, close: Glyph | null, until: number, level: number) => {
    const inside = trimmed(text, glyph.end, until)
    const unsure = close === null && glyph.family === 'single' && glyph.shape === null
    if (inside) pairs.push({ open: spanOf(text, glyph.start, glyph.end), close: close && spanOf(text, close.start, close.end), inside, level, family: glyph.family, unsure })
    else if (close === null) strays.push({ span: spanOf(text, glyph.start, glyph.end), problem: 'this quotation mark opens nothing', hint: 'delete it, or put it where the quotation begins', closes: null })
  }
  glyphs.forEach((glyph, index) => {
    const action = actionOf(glyph, { ...(ahead[index] ?? nothing), open: open.map((entry) => entry.glyph) })
    if (action === 'stray')
      strays.push({ span: spanOf(text, glyph.start, glyph.end), problem: 'this quotation mark closes nothing', hint: 'delete it, or open the quotation where it begins', closes: glyph.family })
    if (action === 'close')
      for (let last = open.pop(); last; last = open.pop()) {
        const own = last.glyph.family === glyph.family
        finish(last.glyph, own ? glyph : null, glyph.start, last.level)
        if (own) break
      }
    if (action === 'open' || action === 'reopen') {
      // Within “…” another “ can only mean that the first was never closed, if too few ” follow for both.
      while (action === 'reopen' && open.some((entry) => entry.glyph.family === glyph.family)) {
        const last = open.pop()
        if (last) finish(last.glyph, null, glyph.start, last.level)
      }
      open.push({ glyph, level: open.length })
    }
  })
  for (let last = open.pop(); last; last = open.pop()) finish(last.glyph, null, end, last.level)
  return { pairs: pairs.sort((a, b) => a.open.start - b.open.start), strays }
}

interface State {
  readonly open: readonly Glyph[]
  /** For single ones: a better closing mark follows before the next opening one. */
  readonly better: boolean
  /** For single ones: something follows that could close it, or it begins the paragraph and may go on in the next. */
  readonly closable: boolean
  /** Closing marks of the family that follow, less the opening ones. */
  readonly closers: number
}

function actionOf(glyph: Glyph, { open, better, closable, closers }: State): 'open' | 'reopen' | 'close' | 'stray' | 'none' {
  if (glyph.measure === 'surely') return 'none'
  const own = open.filter(({ family }) => family === glyph.family)
  const last = own.at(-1)
  const opening = () => (last && (deepest <= open.length || (open.at(-1) === last && closers <= own.length)) ? 'reopen' : 'open')
  if (glyph.family === 'single') {
    if (glyph.apostrophe) return 'none'
    if (glyph.place === 'open') return glyph.shape === 'close' || (glyph.shape === null && !closable) ? 'none' : opening()
    if (!last || glyph.place === null || (glyph.weak && better)) return 'none'
    return 'close'
  }
  if (last?.low && glyph.place !== 'open') return 'close'
  if (glyph.shape === 'open') return glyph.place === 'close' && last ? 'close' : opening()
  if (glyph.shape === 'close') return last ? 'close' : glyph.place === 'open' ? 'open' : 'stray'
  if (glyph.place === 'open') return opening()
  if (last) return 'close'
  if (glyph.place !== 'close') return 'open'
  return glyph.measure ? 'none' : 'stray'
}

/** For each mark, what follows it in its paragraph: one pass from the end. */
function closersAhead(glyphs: readonly Glyph[]): Omit<State, 'open'>[] {
  const closers = { double: 0, single: 0, guillemet: 0, 'single guillemet': 0 }
  let better = false
  let closable = false
  return [...glyphs]
    .reverse()
    .map((glyph, index) => {
      const known = { better, closable: closable || index === glyphs.length - 1, closers: closers[glyph.family] }
      if (!glyph.apostrophe) closers[glyph.family] += glyph.place === 'close' ? 1 : glyph.place === 'open' ? -1 : 0
      if (glyph.family === 'single' && !glyph.apostrophe && glyph.place !== null) {
        better = glyph.place === 'close' && (!glyph.weak || better)
        closable ||= glyph.place === 'close'
      }
      return known
    })
    .reverse()
}

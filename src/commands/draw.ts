import pc from 'picocolors'
import { write, type Marking } from '../markup.js'
import type { Layers } from '../model.js'

/** A stretch of the article that is to be seen. */
export interface Drawn extends Marking {
  readonly style: Style
}

type Style = 'direct' | 'indirect' | 'cue' | 'source' | 'name'

/** Speakers: what they said, the words that report it, and who said it. */
export const speakerMarks = ({ attributions }: Layers['speakers']): Drawn[] =>
  attributions.flatMap(({ id, type, content, cue, source }) => [
    ...content.map((span) => ({ ...span, label: `content=${id}`, style: type === 'indirect' ? ('indirect' as const) : ('direct' as const) })),
    ...cue.map((span) => ({ ...span, label: `cue=${id}`, style: 'cue' as const })),
    ...source.map((span) => ({ ...span, label: `source=${id}`, style: 'source' as const }))
  ])

/** Names of entities; pronouns and nouns that stand for one are left plain, or nothing would stand out. */
export const nameMarks = ({ entities }: Layers['entities']): Drawn[] =>
  entities.flatMap(({ id, mentions }) => mentions.filter(({ form }) => form === 'name').map((mention) => ({ ...mention, label: id, style: 'name' as const })))

const colours = pc.createColors(true)
const paint: Readonly<Record<Style, (text: string) => string>> = {
  direct: colours.green,
  indirect: colours.cyan,
  cue: colours.yellow,
  source: (part) => colours.bold(colours.magenta(part)),
  name: colours.underline
}

export const LEGEND = `${paint.direct('quoted')}, ${paint.indirect('reported')}, ${paint.cue('the words that report it')}, ${paint.source('who says it')}, ${paint.name('names')}`

/** The article with colours, for a terminal. */
export function inColour(text: string, marks: readonly Drawn[]): string {
  const offsets = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const starting = new Map<number, Drawn[]>()
  for (const mark of marks) starting.set(mark.start, [...(starting.get(mark.start) ?? []), mark])
  let open: Drawn[] = []
  let drawn = ''
  for (const [index, offset] of offsets.entries()) {
    open = [...open.filter(({ end }) => offset < end), ...(starting.get(offset) ?? [])]
    const styles = [...new Set(open.map(({ style }) => style))]
    const part = harmless(text.slice(offset, offsets[index + 1] ?? text.length))
    // Line by line, so that a pager which shows a part of the text shows its colours.
    if (offset < text.length) drawn += part.split('\n').map((line) => (line ? styles.reduce((painted, style) => paint[style](painted), line) : line)).join('\n')
  }
  return drawn
}

/** The article with markup, for a file or a pipe. What crosses something else cannot be drawn; `left` says how much. */
export function inMarkup(text: string, marks: readonly Drawn[]): { marked: string; left: number } {
  const kept: Drawn[] = []
  const open: Drawn[] = []
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= mark.start) open.pop()
    if (mark.start === mark.end || (open.at(-1)?.end ?? Infinity) < mark.end) continue
    open.push(mark)
    kept.push(mark)
  }
  return { marked: write(text, kept), left: marks.length - kept.length }
}

/** An article may hold the codes that move a terminal's cursor or rename its window. */
export const harmless = (text: string): string => text.replace(/\r/g, '').replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD')

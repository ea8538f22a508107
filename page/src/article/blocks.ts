import type { ArticleView } from '../../../src/inspect/model.js'

/** A paragraph as it is drawn. What stands between paragraphs is drawn too if it is more than blanks: the text is shown as read, whole. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly kind: 'title' | 'boilerplate' | 'paragraph'
  /** Line ends that mean something ("By Jane Doe", then a date) stay; those of a text broken at 72 columns do not. */
  readonly lines: boolean
}

export function blocksOf({ text, paragraphs, article }: Pick<ArticleView, 'text' | 'paragraphs' | 'article'>): Block[] {
  const blocks: Block[] = []
  const add = (start: number, end: number): void => {
    const cut = text.slice(start, end)
    const from = start + cut.length - cut.trimStart().length
    const to = end - (cut.length - cut.trimEnd().length)
    if (from < to) blocks.push({ start: from, end: to, kind: kindOf(article, text, from, to), lines: hasLines(text.slice(from, to)) })
  }
  let at = 0
  for (const { start, end } of paragraphs) {
    if (at < start) add(at, start)
    add(Math.max(at, start), end)
    at = Math.max(at, end)
  }
  add(at, text.length)
  return withOneTitle(blocks)
}

function kindOf({ title, boilerplate }: ArticleView['article'], text: string, start: number, end: number): Block['kind'] {
  if (title !== null && typeof title === 'object' && text.slice(start, end).replace(/^#+\s*/, '') === title.text.trim()) return 'title'
  return boilerplate.some((span) => span.start <= start && end <= span.end) ? 'boilerplate' : 'paragraph'
}

/** A headline that comes again in the text is a line like any other. */
function withOneTitle(blocks: readonly Block[]): Block[] {
  const title = blocks.findIndex(({ kind }) => kind === 'title')
  return blocks.map((block, index) => (block.kind === 'title' && index !== title ? { ...block, kind: 'paragraph' } : block))
}

function hasLines(text: string): boolean {
  const lines = text.split('\n')
  return 1 < lines.length && lines.slice(0, -1).some((line) => line.trim().length < 50)
}

/** The last block that begins at or before an offset. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

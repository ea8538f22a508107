/** Marks stretches of the text without touching it: the browser's own highlights over ranges. Where it has none, the page only scrolls. */
interface Highlights {
  set(name: string, highlight: unknown): void
  delete(name: string): void
}

type Stretch = { readonly start: number; readonly end: number }

const highlights = (): Highlights | undefined => (globalThis.CSS as unknown as { highlights?: Highlights } | undefined)?.highlights
const Highlight = (): (new (...ranges: Range[]) => unknown) | undefined => (globalThis as unknown as { Highlight?: new (...ranges: Range[]) => unknown }).Highlight

export function mark(name: 'flash' | 'place' | 'subject' | 'predicate' | 'object', container: HTMLElement, stretches: readonly Stretch[]): void {
  const registry = highlights()
  const Made = Highlight()
  if (!registry || !Made) return
  const ranges = stretches.flatMap((stretch) => rangesOf(container, stretch))
  if (ranges.length === 0) registry.delete(name)
  else registry.set(name, new Made(...ranges))
}

export function unmark(...names: readonly string[]): void {
  for (const name of names) highlights()?.delete(name)
}

/** One range for each block that the stretch runs through. */
export function rangesOf(container: HTMLElement, { start, end }: Stretch): Range[] {
  return [...container.querySelectorAll<HTMLElement>('[data-start]')].flatMap((block) => {
    const from = Number(block.dataset['start'])
    const to = Number(block.dataset['end'])
    return to <= start || end <= from ? [] : rangeIn(block, Math.max(start, from) - from, Math.min(end, to) - from)
  })
}

/** The block's letters, counted without the initials that stand between them. */
function rangeIn(block: HTMLElement, start: number, end: number): Range[] {
  const letters = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest('.chip') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT))
  const range = document.createRange()
  let at = 0
  let begun = false
  for (let node = letters.nextNode() as Text | null; node; node = letters.nextNode() as Text | null) {
    const next = at + node.data.length
    if (!begun && start < next) {
      range.setStart(node, start - at)
      begun = true
    }
    if (begun && end <= next) {
      range.setEnd(node, end - at)
      return [range]
    }
    at = next
  }
  return []
}

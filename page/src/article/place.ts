import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ArticleView } from '../../../src/inspect/model.js'
import { mark, rangesOf, unmark } from './highlight.js'

const FLASH = 1600

/** `?at=120&to=160`: goes there and marks it, brightly at first. Without `to` it is the rest of the sentence, and only at first. */
export function usePlace(text: RefObject<HTMLElement | null>, { sentences, text: { length } }: ArticleView, at: number | null, to: number): void {
  useEffect(() => {
    if (text.current === null || at === null || Number.isNaN(at) || at < 0 || length <= at) return
    const stretch = { start: at, end: Number.isNaN(to) || to <= at ? (sentences.find(({ start, end }) => start <= at && at < end)?.end ?? at + 1) : Math.min(to, length) }
    const [range] = rangesOf(text.current, stretch)
    if (!Number.isNaN(to)) mark('place', text.current, [stretch])
    mark('flash', text.current, [stretch])
    if (range) {
      const { top } = range.getBoundingClientRect()
      scrollTo({ top: Math.max(0, scrollY + top - innerHeight / 3) })
    }
    const timer = setTimeout(() => unmark('flash'), FLASH)
    return () => {
      clearTimeout(timer)
      unmark('flash', 'place')
    }
  }, [at, to, sentences])
}

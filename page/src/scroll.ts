/** The back button returns to where one was. What a view shows comes later than its address, so the browser cannot do it alone. */
export function rememberScroll(): void {
  history.scrollRestoration = 'manual'
  let waiting = false
  addEventListener('scroll', () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      history.replaceState({ ...history.state, y: scrollY }, '')
    }, 150)
  }, { passive: true })
}

/** Null in a place that one has not been to: the view starts at its top. */
export function earlierScroll(): number | null {
  const y: unknown = (history.state as { y?: unknown } | null)?.y
  return typeof y === 'number' ? y : null
}

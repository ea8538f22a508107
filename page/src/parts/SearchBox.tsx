import { useEffect, useRef } from 'preact/hooks'
import { address, go, here, replace, type Route } from '../route.js'

/** "/" comes here from anywhere; in the search view the answer follows the typing. */
export function SearchBox({ route }: { route: Route }) {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const q = route.view === 'search' ? (route.query['q'] ?? '') : ''
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = q
  }, [q])
  useEffect(() => {
    const slash = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', slash)
    return () => removeEventListener('keydown', slash)
  }, [])
  const typed = () => {
    clearTimeout(timer.current)
    if (here().view === 'search') timer.current = setTimeout(() => replace(address('search', '', { q: input.current?.value })), 120)
  }
  const asked = (event: Event) => {
    event.preventDefault()
    clearTimeout(timer.current)
    const to = address('search', '', { q: input.current?.value })
    if (here().view === 'search') replace(to)
    else go(to)
  }
  const escaped = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    if (input.current?.value === '') input.current.blur()
    else if (input.current) input.current.value = ''
  }
  return (
    <form class="searchbox" role="search" onSubmit={asked}>
      <label for="search" class="unseen">Search everything</label>
      <input
        id="search" ref={input} type="search" name="q" defaultValue={q} placeholder="Search everything" autocomplete="off"
        aria-keyshortcuts="/" onInput={typed} onKeyDown={escaped}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

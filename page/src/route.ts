import { useEffect, useState } from 'preact/hooks'

/** Where the reader is: `#/article/2016/putin.txt?at=120` is the view "article", the id "2016/putin.txt" and a query. */
export interface Route {
  readonly view: string
  /** Everything after the view's name, decoded; '' where there is none. */
  readonly id: string
  readonly query: Query
}

export type Query = Readonly<Record<string, string>>
type Loose = Readonly<Record<string, string | number | null | undefined>>

export function routeOf(hash: string): Route {
  const [path = '', search = ''] = cut(hash.replace(/^#?\/?/, ''), '?')
  const [view = '', id = ''] = cut(path, '/')
  return { view: decoded(view), id: id.split('/').map(decoded).join('/'), query: Object.fromEntries(new URLSearchParams(search)) }
}

/** Slashes stay readable; everything else that means something in an address is escaped. What is empty or not there is left out. */
export function address(view: string, id = '', query: Loose = {}): string {
  const kept = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '').map(([key, value]) => [key, String(value)])
  const search = new URLSearchParams(kept).toString().replaceAll('%2F', '/')
  const path = [view, id].filter((part) => part !== '').join('/').split('/').map(encodeURIComponent).join('/')
  return `#/${path}${search === '' ? '' : `?${search}`}`
}

export const here = (): Route => routeOf(location.hash)

export function go(to: string): void {
  location.hash = to
}

/** Filters and sorting change the address without a step in the history: the back button leaves the view. */
export function replace(to: string): void {
  if (to !== location.hash) location.replace(to)
}

/** The address alone: nothing is drawn again. */
export function note(to: string): void {
  history.replaceState(history.state, '', to)
}

export function useRoute(): Route {
  const [route, setRoute] = useState(here)
  useEffect(() => {
    const changed = () => setRoute(here())
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  return route
}

/** "a?b?c" at the first "?": an address somebody typed may hold anything. */
function cut(text: string, at: string): string[] {
  const index = text.indexOf(at)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}

function decoded(part: string): string {
  // A stray "%" is no reason to show nothing.
  return /%(?![0-9a-f]{2})/i.test(part) ? part : decodeOr(part)
}

function decodeOr(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

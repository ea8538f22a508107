import { useState } from 'preact/hooks'

/** What the reader switched on or off. A browser that keeps nothing (a file, a private window) is no error: it is forgotten with the page. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`hearsay-${key}`)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`hearsay-${key}`, value)
  } catch {
    return
  }
}

export function useRemembered(key: string, otherwise: boolean): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => (recall(key) ?? String(otherwise)) === 'true')
  return [
    on,
    (next) => {
      remember(key, String(next))
      setOn(next)
    }
  ]
}

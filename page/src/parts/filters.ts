import { useRef } from 'preact/hooks'
import { address, replace, type Route } from '../route.js'
import { plainId } from './Pager.js'

/** Writes one filter into the address and goes back to the first page; what is typed waits for a pause. */
export function useFilter(route: Route) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const set = (changes: Readonly<Record<string, string | null>>): void => {
    clearTimeout(timer.current)
    replace(address(route.view, plainId(route), { ...route.query, offset: null, ...changes }))
  }
  const later = (changes: Readonly<Record<string, string | null>>): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => set(changes), 180)
  }
  return { set, later }
}

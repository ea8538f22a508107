import { address, type Route } from '../route.js'
import { figure } from '../words.js'

/** Pages of a list; each has its address. */
export function Pager({ route, total, offset, shown, limit = 50, what }: {
  readonly route: Route
  readonly total: number
  readonly offset: number
  readonly shown: number
  readonly limit?: number
  readonly what: string
}) {
  if (total <= shown && offset === 0) return null
  const at = (start: number) => address(route.view, plainId(route), { ...route.query, offset: start === 0 ? null : start })
  return (
    <nav class="pager" aria-label={`Pages of ${what}`}>
      {0 < offset ? <a rel="prev" href={at(Math.max(0, offset - limit))}>← Previous</a> : <span class="null">← Previous</span>}
      <span>{figure(offset + 1)}–{figure(offset + shown)} of {figure(total)}</span>
      {offset + shown < total ? <a rel="next" href={at(offset + limit)}>Next →</a> : <span class="null">Next →</span>}
    </nav>
  )
}

/** `#/person/vladimir-putin`: the address leaves out the kind that the id begins with. */
export const plainId = ({ view, id }: Route): string => (id.startsWith(`${view}/`) ? id.slice(view.length + 1) : id)

export const offsetOf = (route: Route): number => Math.max(0, Math.trunc(Number(route.query['offset'] ?? 0)) || 0)

import { address, type Route } from '../route.js'
import { figure, untoldWords } from '../words.js'
import { plainId } from './Pager.js'

/** How many are not told, and the way to see them, or to be rid of them again. */
export function LeftOut({ route, untold }: { readonly route: Route; readonly untold: number }) {
  if (untold === 0) return null
  const all = showsAll(route)
  return (
    <p class="left-out aside">
      {all ? `${figure(untold)} of these ${untold === 1 ? 'is' : 'are'} doubtful or not a report` : untoldWords(untold)}:{' '}
      <a href={address(route.view, plainId(route), { ...route.query, offset: null, all: all ? null : 'yes' })}>{all ? `leave ${it(untold)} out` : `show ${it(untold)}`}</a>
    </p>
  )
}

const it = (count: number): string => (count === 1 ? 'it' : 'them')

export const showsAll = ({ query }: Route): boolean => query['all'] === 'yes'

/** As a library is asked. */
export const allOf = (route: Route): { readonly all?: 'yes' } => (showsAll(route) ? { all: 'yes' } : {})

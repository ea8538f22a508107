import type { Address, Named } from '../../src/inspect/model.js'
import { address } from './route.js'

const own: Readonly<Record<string, string>> = { person: 'person', island: 'island' }

/** "person/vladimir-putin" lives at `#/person/vladimir-putin`, "country/japan" at `#/entity/country/japan`. */
export function entityLink(id: string): string {
  const slash = id.indexOf('/')
  const view = own[id.slice(0, slash)]
  return view === undefined ? address('entity', id) : address(view, id.slice(slash + 1))
}

/** The registry's id back from the address; one written out in full is taken as well. */
export const idAt = (view: string, id: string): string => (own[view] === undefined || id.startsWith(`${view}/`) ? id : `${view}/${id}`)

export const articleLink = (article: string): string => address('article', article)

export const placeLink = ({ article, start, end }: Pick<Address, 'article' | 'start' | 'end'>): string => address('article', article, { at: start, to: end })

export const claimsLink = (query: { speaker?: Named | string; entity?: Named | string; polarity?: string }): string =>
  address('claims', '', { speaker: idOf(query.speaker), entity: idOf(query.entity), polarity: query.polarity })

/** What one person said of one thing. */
export const saidOfLink = (speaker: Named, about: Named): string => address('person', speaker.id.replace(/^person\//, ''), { about: about.id })

const idOf = (named: Named | string | undefined): string | undefined => (typeof named === 'object' ? named.id : named)

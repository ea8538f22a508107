import type { Address } from '../../../src/inspect/model.js'
import { placeLink } from '../links.js'
import { When } from './Maybe.js'
import { Plain } from './Name.js'

/** Where something stands: the article's title, leading to the very words. */
export function Place({ at, outlet = null, date = true }: { readonly at: Address; readonly outlet?: string | null; readonly date?: boolean }) {
  return (
    <span class="place">
      <a href={placeLink(at)}><Plain text={at.title} length={140} /></a>
      {outlet !== null && <>, <Plain text={outlet} length={60} /></>}
      {date && <>, <When date={at.published} otherwise="date not said" /></>}
    </span>
  )
}

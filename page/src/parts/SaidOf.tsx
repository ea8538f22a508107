import type { PersonRow } from '../../../src/inspect/model.js'
import { useAnswer } from '../answer.js'
import { library } from '../library.js'
import { claimsLink, entityLink } from '../links.js'
import type { Route } from '../route.js'
import { counted, cut } from '../words.js'
import { Asked, Nothing } from './Asked.js'
import { allOf, LeftOut, showsAll } from './LeftOut.js'
import { Plain } from './Name.js'
import { offsetOf, Pager } from './Pager.js'
import { StatementsByDate } from './StatementsByDate.js'

/** What one person said of one thing, and when. */
export function SaidOf({ speaker, about, route }: { readonly speaker: PersonRow; readonly about: string; readonly route: Route }) {
  const offset = offsetOf(route)
  const answer = useAnswer(JSON.stringify([speaker.id, about, offset, showsAll(route)]), async () => {
    const [person, page] = await Promise.all([library.person({ id: speaker.id, about, offset, limit: 50, ...allOf(route) }), library.entity({ id: about, limit: 1 })])
    return { said: person?.statements ?? null, untold: person?.untold ?? 0, name: page?.entity.name ?? about }
  })
  return (
    <Asked answer={answer} what="what was said of it">
      {({ said, untold, name }) => (
        <section aria-labelledby="said">
          <h2 id="said" tabIndex={-1}>On <bdi>{cut(name, 120)}</bdi></h2>
    <ul class="tabs links">
            <li><a href={entityLink(speaker.id)}>everything that <Plain text={speaker.name} length={60} /> said</a></li>
            <li><a href={claimsLink({ speaker, entity: about })}>as claims, in a table</a></li>
            <li><a href={entityLink(about)}>what others said</a></li>
          </ul>
          <LeftOut route={route} untold={untold} />
          {said === null || said.total === 0 ? <Nothing>No statement of this person names it.</Nothing> : (
            <>
              <p class="count-line"><strong>{counted(said.total, 'statement')}</strong></p>
              <StatementsByDate statements={said.rows} who={false} />
              <Pager route={route} total={said.total} offset={offset} shown={said.rows.length} what="the statements" />
            </>
          )}
        </section>
      )}
    </Asked>
  )
}

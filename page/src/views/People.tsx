import { useAnswer } from '../answer.js'
import { library } from '../library.js'
import { Asked, Nothing } from '../parts/Asked.js'
import { Columns } from '../parts/Columns.js'
import { Words } from '../parts/Fields.js'
import { useFilter } from '../parts/filters.js'
import { Maybe } from '../parts/Maybe.js'
import { Name } from '../parts/Name.js'
import { offsetOf, Pager } from '../parts/Pager.js'
import { View } from '../parts/View.js'
import type { Route } from '../route.js'
import { counted, figure } from '../words.js'

export function PeopleView({ route }: { readonly route: Route }) {
  const { later } = useFilter(route)
  const offset = offsetOf(route)
  const q = route.query['q'] ?? ''
  const answer = useAnswer(JSON.stringify([q, offset]), () => library.people({ q, offset, limit: 50 }))
  return (
    <View title="People" heading="People" lead="Everybody who is named, and how often they are quoted. Choose somebody to read what they said, in time order.">
      <div class="filters" role="search" aria-label="People">
        <Words id="people-q" label="Name or role" value={q} typed={(value) => later({ q: value })} />
      </div>
      <Asked answer={answer} what="the people">
        {({ total, rows }) => (
          <>
            {rows.length === 0 && <Nothing>{q === '' ? 'Nobody is named in this corpus.' : 'Nobody fits.'}</Nothing>}
            {0 < rows.length && (
              <table class="rows">
                <caption>{counted(total, 'person', 'people')}, most quoted first</caption>
                <Columns of={['Name', 'Role', 'Direct', 'Reported', 'Thought or wanted', 'Articles']} figures={['Direct', 'Reported', 'Thought or wanted', 'Articles']} />
                <tbody>
                  {rows.map((person) => (
                    <tr key={person.id}>
                      <th scope="row"><Name of={person} /></th>
                      <td data-label="Role"><Maybe text={person.role} length={100} /></td>
                      <td data-label="Direct" class="number">{figure(person.direct)}</td>
                      <td data-label="Reported" class="number">{figure(person.reported)}</td>
                      <td data-label="Thought or wanted" class="number">{figure(person.attitudes)}</td>
                      <td data-label="Articles" class="number">{figure(person.articles)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <Pager route={route} total={total} offset={offset} shown={rows.length} what="the people" />
          </>
        )}
      </Asked>
    </View>
  )
}

import type { PersonView as Person, SaidAs } from '../../../src/inspect/model.js'
import { useAnswer } from '../answer.js'
import { library } from '../library.js'
import { EntityAside } from '../parts/EntityAside.js'
import { allOf, LeftOut, showsAll } from '../parts/LeftOut.js'
import { apartBy, Plain } from '../parts/Name.js'
import { Nothing } from '../parts/Asked.js'
import { offsetOf, Pager, plainId } from '../parts/Pager.js'
import { SaidOf } from '../parts/SaidOf.js'
import { SaidOtherwise } from '../parts/SaidOtherwise.js'
import { StatementsByDate } from '../parts/StatementsByDate.js'
import { Subjects } from '../parts/Subjects.js'
import { View } from '../parts/View.js'
import { NotThere, WaitingView } from '../parts/Waiting.js'
import { address, type Route } from '../route.js'
import { counted, figure } from '../words.js'

const types = [[null, 'everything'], ['direct', 'direct'], ['reported', 'reported'], ['attitude', 'thought or wanted']] as const

export function PersonView({ route }: { readonly route: Route }) {
  const { id } = route
  const offset = offsetOf(route)
  const type = types.find(([name]) => name === route.query['type'])?.[0] ?? null
  const answer = useAnswer(JSON.stringify([id, type, offset, showsAll(route)]), () => library.person({ id, offset, limit: 50, ...allOf(route), ...(type === null ? {} : { type }) }))
  return (
    <WaitingView answer={answer} what="what this person said">
      {(person) => (person === null ? <NotThere what="person" id={id} /> : <One person={person} route={route} type={type} offset={offset} />)}
    </WaitingView>
  )
}

interface Listed {
  readonly route: Route
  readonly type: SaidAs | null
  readonly offset: number
}

function One({ person: { row, entity, statements, untold }, route, type, offset }: Listed & { readonly person: Person }) {
  const about = route.query['about'] ?? null
  return (
    <View title={row.name} kicker={apartBy(row.id) === null ? 'person' : <>person, of <Plain text={apartBy(row.id)!} length={80} /> alone</>} heading={<Plain text={row.name} length={300} />} lead={<Counts row={row} />} wide>
      <div class="with-aside">
        <div>
          <Subjects speaker={row} about={about} />
          {about === null ? <Everything statements={statements} untold={untold} route={route} type={type} offset={offset} /> : <SaidOf speaker={row} about={about} route={route} />}
          <SaidOtherwise id={row.id} />
        </div>
        <EntityAside entity={entity} />
      </div>
    </View>
  )
}

const headings = { direct: 'What was said, word for word', reported: 'What was reported', attitude: 'What was thought or wanted' } as const

/** All of it, or one part. */
function Everything({ statements, untold, route, type, offset }: Listed & Pick<Person, 'statements' | 'untold'>) {
  return (
    <section aria-labelledby="said">
      <h2 id="said" tabIndex={-1}>{type === null ? 'What was said' : headings[type]}</h2>
      <ul class="tabs" aria-label="Which statements">
        {types.map(([name, label]) => (
          <li key={label}><a href={address('person', plainId(route), { type: name, ...allOf(route) })} aria-current={name === type ? 'true' : undefined}>{label}</a></li>
        ))}
      </ul>
      <LeftOut route={route} untold={untold} />
      {statements.total === 0 && <Nothing>{type === 'attitude' ? 'Nothing is told of what this person thought or wanted.' : `Nothing ${type ?? ''} is attributed to this person.`}</Nothing>}
      <StatementsByDate statements={statements.rows} who={false} />
      <Pager route={route} total={statements.total} offset={offset} shown={statements.rows.length} what="the statements" />
    </section>
  )
}

function Counts({ row }: { readonly row: Person['row'] }) {
  return (
    <p>
      {row.role !== null && <><Plain text={row.role} length={160} />. </>}
      {counted(row.direct, 'quotation')}, {counted(row.reported, 'reported statement')}, {figure(row.attitudes)} thought or wanted; named in {counted(row.articles, 'article')}.
    </p>
  )
}

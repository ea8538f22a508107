import type { EntityPage, IslandRow, Statement, SummitRow } from '../../../src/inspect/model.js'
import { useAnswer } from '../answer.js'
import { library } from '../library.js'
import { claimsLink } from '../links.js'
import { Nothing } from '../parts/Asked.js'
import { ClaimItem } from '../parts/ClaimItem.js'
import { EntityAside } from '../parts/EntityAside.js'
import { allOf, LeftOut, showsAll } from '../parts/LeftOut.js'
import { Maybe, When } from '../parts/Maybe.js'
import { Name, Names, Plain } from '../parts/Name.js'
import { offsetOf, Pager, plainId } from '../parts/Pager.js'
import { Speakers } from '../parts/Speakers.js'
import { StatementsByDate } from '../parts/StatementsByDate.js'
import { View } from '../parts/View.js'
import { NotThere, WaitingView } from '../parts/Waiting.js'
import { address, type Route } from '../route.js'
import { counted, KIND, NOT_SAID } from '../words.js'

/** An island, a summit, a country, a place …: what is said and claimed about it, and what is known. */
export function EntityView({ route }: { readonly route: Route }) {
  const { id } = route
  const offset = offsetOf(route)
  const answer = useAnswer(JSON.stringify([id, offset, showsAll(route)]), () => library.entity({ id, offset, limit: 50, ...allOf(route) }))
  return (
    <WaitingView answer={answer} what="what is known of it">
      {(page) => (page === null ? <NotThere what={route.view === 'island' ? 'island' : 'name'} id={id} /> : <One page={page} route={route} offset={offset} />)}
    </WaitingView>
  )
}

function One({ page, route, offset }: { readonly page: EntityPage; readonly route: Route; readonly offset: number }) {
  const { entity, island, summit, claims, statements } = page
  const own = useAnswer(JSON.stringify([entity.id, offset, showsAll(route)]), () => library.person({ id: entity.id, offset, limit: 50, ...allOf(route) }))
  const said = own.state === 'here' ? (own.value?.statements ?? null) : null
  const shows = shown(route, said)
  const tab = (show: string) => address(route.view, plainId(route), { show: show === 'statements' ? null : show, ...allOf(route) })
  const list = shows === 'claims' ? claims : shows === 'said' && said !== null ? said : statements
  return (
    <View title={entity.name} kicker={KIND[entity.kind]?.one ?? entity.kind} heading={<Plain text={entity.name} length={300} />} wide>
      <div class="with-aside">
        <div>
          {island !== null && <Island island={island} />}
          {summit !== null && <Summit summit={summit} />}
          <Speakers statements={statements.rows} about={entity} total={statements.total} />
          <section aria-labelledby="of-it">
            <h2 id="of-it" tabIndex={-1}>{shows === 'said' ? 'What it said' : 'What is said of it'}</h2>
            <ul class="tabs" aria-label="Statements or claims">
              <li><a href={tab('statements')} aria-current={shows === 'statements' ? 'true' : undefined}>{counted(statements.total, 'statement')}</a></li>
              <li><a href={tab('claims')} aria-current={shows === 'claims' ? 'true' : undefined}>{counted(claims.total, 'claim')}</a></li>
              {said !== null && 0 < said.total && <li><a href={tab('said')} aria-current={shows === 'said' ? 'true' : undefined}>{counted(said.total, 'statement')} of its own</a></li>}
            </ul>
            {shows !== 'claims' && <LeftOut route={route} untold={shows === 'said' && own.state === 'here' ? (own.value?.untold ?? 0) : page.untold} />}
            {shows === 'statements' && <Said rows={statements.rows} />}
            {shows === 'claims' && <Claimed page={page} />}
            {shows === 'said' && said !== null && <Said rows={said.rows} />}
            <Pager route={route} total={list.total} offset={offset} shown={list.rows.length} what={`the ${shows}`} />
          </section>
        </div>
        <EntityAside entity={entity} />
      </div>
    </View>
  )
}

/** A country or a ministry also speaks. */
function shown(route: Route, said: { readonly total: number } | null): 'statements' | 'claims' | 'said' {
  const show = route.query['show']
  if (show === 'claims') return 'claims'
  return show === 'said' && said !== null && 0 < said.total ? 'said' : 'statements'
}

function Said({ rows }: { readonly rows: readonly Statement[] }) {
  return rows.length === 0 ? <Nothing>Nobody is quoted about it.</Nothing> : <StatementsByDate statements={rows} who />
}

function Claimed({ page: { claims, entity } }: { readonly page: EntityPage }) {
  if (claims.rows.length === 0) return <Nothing>Nothing is claimed about it.</Nothing>
  return (
    <>
      <p><a href={claimsLink({ entity })}>As a table, with filters</a></p>
      <div class="day-items">{claims.rows.map((claim) => <ClaimItem key={`${claim.article} ${claim.claim}`} claim={claim} />)}</div>
    </>
  )
}

function Island({ island }: { readonly island: IslandRow }) {
  const all = useAnswer('islands', () => library.islands())
  return (
    <dl class="ledger">
      <div><dt>Administered by</dt><dd><Maybe text={island.administeredBy} /></dd></div>
      <div><dt>Claimed by</dt><dd><Maybe text={island.claimedBy.join(', ')} otherwise="nobody known" /></dd></div>
      {all.state === 'here' && <Group island={island} islands={all.value} />}
    </dl>
  )
}

function Group({ island, islands }: { readonly island: IslandRow; readonly islands: readonly IslandRow[] }) {
  const group = islands.find(({ id, name }) => island.partOf !== null && (id === island.partOf || name === island.partOf))
  const members = islands.filter(({ partOf }) => partOf !== null && (partOf === island.id || partOf === island.name))
  return (
    <>
      {island.partOf !== null && <div><dt>Part of</dt><dd>{group ? <Name of={group} /> : <Maybe text={island.partOf} />}</dd></div>}
      {0 < members.length && <div><dt>With</dt><dd><Names of={members} otherwise="none" /></dd></div>}
      {island.latitude !== null && <div><dt>On the map</dt><dd><a href={address('islands', '', { on: island.id })}>show</a></dd></div>}
    </>
  )
}

function Summit({ summit }: { readonly summit: SummitRow }) {
  return (
    <dl class="ledger">
      <div><dt>When</dt><dd><When date={summit.date} /></dd></div>
      <div><dt>Where</dt><dd><Maybe text={summit.place} /></dd></div>
      <div><dt>Series</dt><dd><Maybe text={summit.series} /></dd></div>
      <div><dt>Who took part</dt><dd><Names of={summit.participants} otherwise={NOT_SAID} /></dd></div>
    </dl>
  )
}

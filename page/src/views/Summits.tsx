import type { SummitRow } from '../../../src/inspect/model.js'
import { useAnswer } from '../answer.js'
import { SummitLine } from '../charts/SummitLine.js'
import { library } from '../library.js'
import { entityLink } from '../links.js'
import { Asked, Nothing } from '../parts/Asked.js'
import { Words } from '../parts/Fields.js'
import { useFilter } from '../parts/filters.js'
import { Maybe, When } from '../parts/Maybe.js'
import { Names, Plain } from '../parts/Name.js'
import { Place } from '../parts/Place.js'
import { View } from '../parts/View.js'
import type { Route } from '../route.js'
import { offsetOf, Pager } from '../parts/Pager.js'
import { counted, figure, NOT_SAID } from '../words.js'

const LIMIT = 60

export function SummitsView({ route }: { readonly route: Route }) {
  const answer = useAnswer('summits', () => library.summits())
  return (
    <View title="Summits" heading="Summits" lead="Meetings that articles name, on a line of time as far as an article says when they were." wide>
      <Asked answer={answer} what="the summits">
        {(summits) => (summits.length === 0 ? <Nothing>No article names a summit.</Nothing> : <Summits summits={summits} route={route} />)}
      </Asked>
    </View>
  )
}

function Summits({ summits, route }: { readonly summits: readonly SummitRow[]; readonly route: Route }) {
  const { later } = useFilter(route)
  const offset = offsetOf(route)
  const q = (route.query['q'] ?? '').trim()
  const found = summits.filter((summit) => names(summit, q.toLowerCase())).sort(byDate)
  const dated = found.filter(({ date }) => date !== null)
  const shown = found.slice(offset, offset + LIMIT)
  return (
    <>
      <div class="filters" role="search" aria-label="Summits">
        <Words id="summits-q" label="Name, place, series or who took part" value={route.query['q'] ?? ''} typed={(value) => later({ q: value })} />
      </div>
      <SummitLine summits={dated} />
      <p class="aside">{counted(dated.length, 'summit')} with a date, {figure(found.length - dated.length)} without.</p>
      {found.length === 0 && <Nothing>No summit fits.</Nothing>}
      <ol class="years">{shown.map((summit) => <Entry key={summit.id} summit={summit} />)}</ol>
      <Pager route={route} total={found.length} offset={offset} shown={shown.length} limit={LIMIT} what="the summits" />
    </>
  )
}

function Entry({ summit }: { readonly summit: SummitRow }) {
  return (
    <li class="year-entry">
      <p class="year-date"><When date={summit.date} otherwise="date not said" /></p>
      <div>
        <h2 class="year-name"><a href={entityLink(summit.id)}><Plain text={summit.name} /></a></h2>
        <dl class="facts inline">
          <div><dt>where</dt><dd><Maybe text={summit.place} /></dd></div>
          <div><dt>who took part</dt><dd><Names of={summit.participants} otherwise={NOT_SAID} /></dd></div>
          {summit.series !== null && <div><dt>series</dt><dd><Plain text={summit.series} /></dd></div>}
          <div><dt>claims</dt><dd>{figure(summit.claims)}</dd></div>
          <div><dt>named in</dt><dd><ul class="plain">{firsts(summit).map((at) => <li key={at.article}><Place at={at} /></li>)}</ul></dd></div>
        </dl>
      </div>
    </li>
  )
}

const firsts = ({ appearances }: SummitRow) => appearances.filter((at, index) => appearances.findIndex(({ article }) => article === at.article) === index).slice(0, 5)

const byDate = (one: SummitRow, other: SummitRow): number => {
  if (one.date === other.date) return one.name < other.name ? -1 : 1
  if (one.date === null) return 1
  if (other.date === null) return -1
  return one.date < other.date ? -1 : 1
}

const names = ({ name, place, series, participants }: SummitRow, wanted: string): boolean =>
  wanted === '' || [name, place ?? '', series ?? '', ...participants.map((named) => named.name)].some((text) => text.toLowerCase().includes(wanted))

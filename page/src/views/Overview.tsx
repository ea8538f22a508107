import type { ComponentChildren } from 'preact'
import type { Overview } from '../../../src/inspect/model.js'
import { useOverview } from '../answer.js'
import { TimeBars } from '../charts/TimeBars.js'
import { Columns } from '../parts/Columns.js'
import { Name, Plain } from '../parts/Name.js'
import { View } from '../parts/View.js'
import { WaitingView } from '../parts/Waiting.js'
import { address, type Route } from '../route.js'
import { counted, cut, dateWords, figure, instant, untoldWords } from '../words.js'
import { ArticleList } from './ArticleList.js'

export function OverviewView({ route }: { readonly route: Route }) {
  const answer = useOverview()
  return (
    <WaitingView answer={answer} what="the overview">
      {(overview) => (
        <View title="Overview" heading="Who said what" kicker={span(overview)} lead={<Figures overview={overview} />} wide>
          <Damaged overview={overview} />
          <Questions overview={overview} />
          <div class="columns">
            <div>
              <Months overview={overview} />
              <Outlets overview={overview} />
            </div>
            <section aria-labelledby="most-quoted">
              <h2 id="most-quoted">Most quoted</h2>
              <MostQuoted overview={overview} />
            </section>
          </div>
          <section aria-labelledby="articles">
            <h2 id="articles" tabIndex={-1}>Articles</h2>
            <ArticleList route={route} />
          </section>
        </View>
      )}
    </WaitingView>
  )
}

const span = ({ counts, dates }: Overview): string =>
  `${counted(counts.articles, 'article')}, ${counted(counts.words, 'word')}${dates === null ? ', none of them dated' : `, ${dateWords(dates[0])} to ${dateWords(dates[1])}`}`

function Figures({ overview: { counts } }: { readonly overview: Overview }) {
  const said = counts.direct + counts.indirect + counts.mixed + counts.attitudes
  return (
    <dl class="figures">
      <div><dt>statements</dt><dd>{figure(said)}</dd><dd class="of">{figure(counts.direct)} direct, {figure(counts.indirect)} reported, {figure(counts.mixed)} partly direct, {figure(counts.attitudes)} thought or wanted{0 < counts.untold && <span class="line">{untoldWords(counts.untold)}</span>}</dd></div>
      <div><dt>followed to a speaker</dt><dd>{figure(counts.followed)}</dd><dd class="of">of {figure(said)}</dd></div>
      <div><dt>people</dt><dd><a href={address('people')}>{figure(counts.people)}</a></dd></div>
      <div><dt>islands</dt><dd><a href={address('islands')}>{figure(counts.islands)}</a></dd></div>
      <div><dt>summits</dt><dd><a href={address('summits')}>{figure(counts.summits)}</a></dd></div>
      <div><dt>claims</dt><dd><a href={address('claims')}>{figure(counts.claims)}</a></dd></div>
    </dl>
  )
}

/** The ways in: each is a question that the corpus answers, and the view that answers it. */
function Questions({ overview: { counts } }: { readonly overview: Overview }) {
  return (
    <section aria-labelledby="ask" class="questions">
      <h2 id="ask">Ask the corpus</h2>
      <ul>
        <Question to={address('people')} asks="What did somebody say, and when?">Choose a person; their words stand in time order, by what they speak of.</Question>
        <Question to={counts.conflicts === 0 ? address('claims', '', { polarity: 'negative', speaker: 'somebody' }) : address('conflicts')} asks="Which claims does somebody deny?">
          {counts.conflicts === 0 ? `${counted(counts.negative, 'claim')} that something is not so; none contradicts another.` : `${counted(counts.conflicts, 'conflict')}, side by side.`}
        </Question>
        <Question to={address('islands', '', { states: 'several' })} asks="Which islands are claimed by two states?">On a map and in a list: who administers them, who claims them.</Question>
        <Question to={address('review')} asks="What could hearsay not decide?">{figure(counts.undecided)} undecided, {counted(counts.problems, 'problem')} in the texts; you can decide.</Question>
      </ul>
    </section>
  )
}

function Question({ to, asks, children }: { readonly to: string; readonly asks: string; readonly children: ComponentChildren }) {
  return <li><a href={to}>{asks}</a><span>{children}</span></li>
}

function Damaged({ overview: { damaged } }: { readonly overview: Overview }) {
  if (damaged.length === 0) return null
  return (
    <section aria-labelledby="damaged" class="failed">
      <h2 id="damaged">Not shown</h2>
      <ul class="plain small-list">
        {damaged.slice(0, 50).map(({ file, why }) => <li key={file}><Plain text={file} length={200} />: <bdi>{cut(why, 400)}</bdi></li>)}
        {50 < damaged.length && <li>and {figure(damaged.length - 50)} more</li>}
      </ul>
    </section>
  )
}

function Months({ overview: { perMonth } }: { readonly overview: Overview }) {
  const bars = perMonth.flatMap(({ month, articles, statements }) => {
    const at = instant(month)
    const title = `${dateWords(month)}: ${counted(statements, 'statement')} in ${counted(articles, 'article')}`
    return at === null ? [] : [{ key: month, instant: at, parts: [{ kind: 'said', count: statements }], title }]
  })
  if (bars.length === 0) return null
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">Over time</h2>
      <TimeBars bars={bars} label={`Statements by month of publication, in ${counted(bars.length, 'month')}; the figures are in the table below`}>
        <figcaption>Statements by month of publication</figcaption>
        <details class="small">
          <summary>The figures</summary>
          <table class="plain-table">
            <Columns of={['Month', 'Articles', 'Statements']} />
            <tbody>
              {perMonth.map(({ month, articles, statements }) => (
                <tr key={month}><th scope="row">{dateWords(month)}</th><td>{figure(articles)}</td><td>{figure(statements)}</td></tr>
              ))}
            </tbody>
          </table>
        </details>
      </TimeBars>
    </section>
  )
}

function MostQuoted({ overview: { speakers } }: { readonly overview: Overview }) {
  if (speakers.length === 0) return <p class="nothing">Nobody is quoted by name.</p>
  const most = Math.max(...speakers.map((person) => person.direct + person.reported + person.attitudes), 1)
  return (
    <>
      <ol class="ranking">
        {speakers.slice(0, 10).map((person) => (
          <li key={person.id}>
            <span class="ranking-name"><Name of={person} />{person.role !== null && <span class="aside"> <Plain text={person.role} length={80} /></span>}</span>
            <span class="ranking-count">{figure(person.direct)} direct, {figure(person.reported)} reported{0 < person.attitudes && `, ${figure(person.attitudes)} thought or wanted`}</span>
            <span class="ranking-bar" aria-hidden="true">
              <span class="direct" style={{ width: `${(100 * person.direct) / most}%` }} /><span class="reported" style={{ width: `${(100 * person.reported) / most}%` }} /><span class="attitude" style={{ width: `${(100 * person.attitudes) / most}%` }} />
            </span>
          </li>
        ))}
      </ol>
      <p><a href={address('people')}>Everybody</a></p>
    </>
  )
}

function Outlets({ overview: { outlets } }: { readonly overview: Overview }) {
  if (outlets.length === 0) return null
  return (
    <section aria-labelledby="outlets">
      <h2 id="outlets">Outlets</h2>
      <ul class="names">{outlets.slice(0, 60).map(({ outlet, articles }) => <li key={outlet}><Plain text={outlet} /> <span class="aside">{figure(articles)}</span></li>)}</ul>
    </section>
  )
}

import type { ClaimRow, Named } from '../../../src/inspect/model.js'
import { useAnswer } from '../answer.js'
import { TimeBars } from '../charts/TimeBars.js'
import { library } from '../library.js'
import { claimsLink, saidOfLink } from '../links.js'
import { counted, dateWords, figure, instant, KIND } from '../words.js'
import { Plain } from './Name.js'

/** What somebody speaks of, most often first, and when: each leads to their statements about it. */
export function Subjects({ speaker, about }: { readonly speaker: Named; readonly about: string | null }) {
  const answer = useAnswer(speaker.id, () => library.claims({ speaker: speaker.id, sort: 'date', limit: 1000 }))
  // Its place is kept, so that what stands below does not jump.
  if (answer.state === 'waiting') return <section class="subjects-waiting" aria-busy="true" />
  if (answer.state === 'failed' || answer.value.rows.length === 0) return null
  const { total } = answer.value
  const rows = answer.value.rows.filter(({ untold }) => untold === null)
  const subjects = subjectsOf(rows, speaker.id)
  return (
    <section aria-labelledby="speaks-of">
      <h2 id="speaks-of">Speaks of</h2>
      {0 < subjects.length && (
        <ul class="chips">
          {subjects.slice(0, 20).map(({ named, first, last }) => (
            <li key={named.id}>
              <a href={saidOfLink(speaker, named)} aria-current={named.id === about ? 'true' : undefined} title={`${KIND[named.kind]?.one}; ${span(first, last)}`}>
                <Plain text={named.name} length={60} />
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={claimsLink({ speaker })}>All {counted(total, 'claim')} on their word</a> · <a href={claimsLink({ speaker, polarity: 'negative' })}>what they say is not so</a>
      </p>
      {about === null && <OverTime rows={rows} />}
    </section>
  )
}

const span = (first: string | null, last: string | null): string => (first === last ? dateWords(first) : `${dateWords(first)} to ${dateWords(last)}`)

function subjectsOf(rows: readonly ClaimRow[], speaker: string) {
  const found = new Map<string, { readonly named: Named; count: number; first: string | null; last: string | null }>()
  for (const { about, published } of rows) {
    for (const named of about) {
      if (named.id === speaker) continue
      const before = found.get(named.id)
      if (!before) found.set(named.id, { named, count: 1, first: published, last: published })
      else {
        before.count += 1
        if (published !== null && (before.first === null || published < before.first)) before.first = published
        if (published !== null && (before.last === null || before.last < published)) before.last = published
      }
    }
  }
  return [...found.values()].sort((one, other) => other.count - one.count || (one.named.name < other.named.name ? -1 : 1))
}

/** How what was claimed changed: per month, what was said to be so and what not. */
function OverTime({ rows }: { readonly rows: readonly ClaimRow[] }) {
  const months = new Map<string, { positive: number; negative: number }>()
  for (const { published, polarity } of rows) {
    if (published === null) continue
    const month = months.get(published.slice(0, 7)) ?? { positive: 0, negative: 0 }
    month[polarity] += 1
    months.set(published.slice(0, 7), month)
  }
  if (months.size < 2) return null
  const bars = [...months].sort(([one], [other]) => (one < other ? -1 : 1)).map(([month, { positive, negative }]) => ({
    key: month,
    instant: instant(month) ?? 0,
    parts: [{ kind: 'positive', count: positive }, { kind: 'negative', count: negative }],
    title: `${dateWords(month)}: ${counted(positive, 'positive claim')}, ${figure(negative)} negative`
  }))
  return (
    <TimeBars bars={bars} label={`Claims over time: ${bars.map((bar) => bar.title).slice(0, 24).join('; ')}`}>
      <figcaption>Claims by month: <span class="key positive" /> positive <span class="key negative" /> negative</figcaption>
    </TimeBars>
  )
}

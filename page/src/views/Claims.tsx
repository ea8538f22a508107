import type { ClaimQuery, ClaimRow } from '../../../src/inspect/model.js'
import { useAnswer } from '../answer.js'
import { claimsCsv } from '../claims-csv.js'
import { library } from '../library.js'
import { placeLink } from '../links.js'
import { Asked, Nothing } from '../parts/Asked.js'
import { Speaker } from '../parts/ClaimItem.js'
import { Columns } from '../parts/Columns.js'
import { Copy } from '../parts/Copy.js'
import { When } from '../parts/Maybe.js'
import { Marked } from '../parts/Marked.js'
import { Names, Plain } from '../parts/Name.js'
import { offsetOf, Pager } from '../parts/Pager.js'
import { Save } from '../parts/Save.js'
import { Polarity } from '../parts/Tags.js'
import { View } from '../parts/View.js'
import type { Route } from '../route.js'
import { counted, cut } from '../words.js'
import { ClaimFilters, claimQuery } from './claim-filters.js'

export function ClaimsView({ route }: { readonly route: Route }) {
  const query = claimQuery(route)
  const offset = offsetOf(route)
  const answer = useAnswer(JSON.stringify([query, offset]), () => library.claims({ ...query, offset, limit: 50 }))
  return (
    <View title="Claims" heading="Claims" lead="Who did what, when and where, and who says so. Each leads to its sentence." wide>
      <ClaimFilters route={route} />
      <Asked answer={answer} what="the claims">
        {({ total, rows }) => (
          <>
            <div class="list-head">
              <p role="status"><strong>{counted(total, 'claim')}</strong></p>
              {0 < total && <Csv query={query} total={total} />}
            </div>
            {rows.length === 0 ? <Nothing>No claim fits these filters.</Nothing> : <ClaimTable rows={rows} q={query.q ?? ''} />}
            <Pager route={route} total={total} offset={offset} shown={rows.length} what="the claims" />
          </>
        )}
      </Asked>
    </View>
  )
}

function Csv({ query, total }: { readonly query: ClaimQuery; readonly total: number }) {
  return (
    <p class="actions">
      <Copy text={() => claimsCsv(query)} label="Copy as CSV" done={`${counted(total, 'row')} copied`} />
      <Save text={() => claimsCsv(query)} name="claims.csv" type="text/csv" label="Save as CSV" />
    </p>
  )
}

function ClaimTable({ rows, q }: { readonly rows: readonly ClaimRow[]; readonly q: string }) {
  return (
    <table class="rows claims">
      <caption class="unseen">Claims</caption>
      <Columns of={['Claim', 'On whose word', 'Polarity', 'Certainty', 'About', 'When', 'Checkable', 'Published']} />
      <tbody>{rows.map((row) => <Claim key={`${row.article} ${row.claim}`} row={row} q={q} />)}</tbody>
    </table>
  )
}

function Claim({ row, q }: { readonly row: ClaimRow; readonly q: string }) {
  const { text, title, published, about, polarity, certainty, time, checkable, confidence, rule } = row
  return (
    <tr>
      <th scope="row">
        <a class="claim-link" href={placeLink(row)} title={`${cut(title, 120)}; rule ${rule}, how sure ${confidence.toFixed(2)}`}><Marked text={cut(text, 300)} q={q} /></a>
        <span class="aside line"><Plain text={title} length={90} /></span>
      </th>
      <td data-label="On whose word"><Speaker of={row} /></td>
      <td data-label="Polarity" class="whole">{polarity === 'negative' ? <Polarity of={polarity} /> : polarity}</td>
      <td data-label="Certainty">{certainty}</td>
      <td data-label="About"><Names of={about.slice(0, 6)} otherwise="nobody named" />{6 < about.length && <span class="aside">and {about.length - 6} more</span>}</td>
      <td data-label="When"><When date={time} /></td>
      <td data-label="Checkable"><span title={cut(checkable.why.join('; '), 300)}>{checkable.score.toFixed(2)}</span></td>
      <td data-label="Published"><When date={published} /></td>
    </tr>
  )
}

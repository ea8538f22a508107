import { useAnswer } from '../answer.js'
import { library } from '../library.js'
import { Asked, Nothing } from '../parts/Asked.js'
import { Conflict } from '../parts/Conflict.js'
import { offsetOf, Pager } from '../parts/Pager.js'
import { View } from '../parts/View.js'
import { address, type Route } from '../route.js'
import { counted } from '../words.js'

const LIMIT = 20
const LEAD =
  'One says that it is so, another that it is not; or somebody says now what they denied before; or two things are claimed of which only one can be so.'

export function ConflictsView({ route }: { readonly route: Route }) {
  const offset = offsetOf(route)
  const answer = useAnswer(String(offset), () => library.conflicts({ offset, limit: LIMIT }))
  return (
    <View title="Conflicts" heading="Conflicts" lead={LEAD} wide>
      <Asked answer={answer} what="the conflicts">
        {({ total, rows }) => (
          <>
            {rows.length === 0 && <Nothing>No two claims contradict each other, as far as hearsay can see.</Nothing>}
            {0 < rows.length && <p><strong>{counted(total, 'conflict')}</strong></p>}
            {rows.map((conflict) => <Conflict key={conflict.id} conflict={conflict} />)}
            <Pager route={route} total={total} offset={offset} shown={rows.length} limit={LIMIT} what="the conflicts" />
          </>
        )}
      </Asked>
      <p class="see-also">Somebody may deny what nobody here has said: <a href={address('claims', '', { polarity: 'negative', speaker: 'somebody' })}>everything that somebody says is not so</a>.</p>
    </View>
  )
}

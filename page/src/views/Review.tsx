import { useAnswer, useOverview } from '../answer.js'
import { library } from '../library.js'
import { Asked, Nothing } from '../parts/Asked.js'
import { offsetOf, Pager } from '../parts/Pager.js'
import { ReviewCard } from '../parts/ReviewCard.js'
import { View } from '../parts/View.js'
import type { Route } from '../route.js'
import { counted } from '../words.js'

const LIMIT = 20

export function ReviewView({ route }: { readonly route: Route }) {
  const offset = offsetOf(route)
  const overview = useOverview()
  const answer = useAnswer(String(offset), () => library.review({ offset, limit: LIMIT }))
  const writable = overview.state === 'here' && overview.value.writable
  return (
    <View
      title="Review" heading="Review" wide
      lead={writable
        ? 'What hearsay could not decide, or is not sure of, most useful first. A choice made here is written to corpus/hearsay.json and survives every rerun.'
        : 'What hearsay could not decide, or is not sure of, most useful first. This page cannot write: a choice gives you the entry to put into corpus/hearsay.json.'}
    >
      <Asked answer={answer} what="what is open">
        {({ total, rows }) => (
          <>
            {rows.length === 0 ? <Nothing>Nothing is open.</Nothing> : <p><strong>{counted(total, 'question')}</strong></p>}
            <ol class="review" start={offset + 1}>{rows.map((item) => <li key={item.id}><ReviewCard item={item} writable={writable} /></li>)}</ol>
            <Pager route={route} total={total} offset={offset} shown={rows.length} limit={LIMIT} what="the questions" />
          </>
        )}
      </Asked>
    </View>
  )
}

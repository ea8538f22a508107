import { useAnswer, useOverview } from '../answer.js'
import { library } from '../library.js'
import { Asked, Nothing } from '../parts/Asked.js'
import { Decisions } from '../parts/Decisions.js'
import { offsetOf, Pager } from '../parts/Pager.js'
import { ReviewCard } from '../parts/ReviewCard.js'
import { View } from '../parts/View.js'
import { address, type Route } from '../route.js'
import { counted } from '../words.js'

const LIMIT = 20

/** What is open, and what the user has decided: two lists, each with its address. */
export function ReviewView({ route }: { readonly route: Route }) {
  const overview = useOverview()
  const writable = overview.state === 'here' && overview.value.writable
  const decided = route.query['show'] === 'decided'
  return (
    <View title={decided ? 'Your decisions' : 'Review'} heading="Review" wide lead="What hearsay could not decide, or is not sure of. You decide; your word stands above everything automatic, in every run.">
      <ul class="tabs" aria-label="Open or decided">
        <li><a href={address('review')} aria-current={decided ? undefined : 'true'}>open questions</a></li>
        <li><a href={address('review', '', { show: 'decided' })} aria-current={decided ? 'true' : undefined}>your decisions</a></li>
      </ul>
      {decided ? <Decisions writable={writable} /> : <Questions route={route} writable={writable} />}
    </View>
  )
}

function Questions({ route, writable }: { readonly route: Route; readonly writable: boolean }) {
  const offset = offsetOf(route)
  const answer = useAnswer(String(offset), () => library.review({ offset, limit: LIMIT }))
  return (
    <Asked answer={answer} what="what is open">
      {({ total, rows }) => (
        <>
          {rows.length === 0 ? <Nothing>Nothing is open.</Nothing> : (
            <p>
              <strong>{counted(total, 'question')}</strong>, most useful first.{' '}
              {writable ? <>A choice is written to <code>corpus/hearsay.json</code>; you can take it back.</> : <>This page cannot write: a choice gives you the entry to put into <code>corpus/hearsay.json</code>.</>}
            </p>
          )}
          <ol class="review" start={offset + 1}>{rows.map((item) => <li key={item.id}><ReviewCard item={item} writable={writable} /></li>)}</ol>
          <Pager route={route} total={total} offset={offset} shown={rows.length} limit={LIMIT} what="the questions" />
        </>
      )}
    </Asked>
  )
}

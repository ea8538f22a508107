import type { ComponentChildren } from 'preact'
import type { Answer } from '../answer.js'
import { Asked } from './Asked.js'
import { View } from './View.js'

/** A view whose heading is known only with its answer: until then it has one of its own. */
export function WaitingView<Value>({ answer, what, children }: { readonly answer: Answer<Value>; readonly what: string; readonly children: (value: Value) => ComponentChildren }) {
  if (answer.state === 'here') return <>{children(answer.value)}</>
  return (
    <div class="view">
      <h1 class="unseen">{what}</h1>
      <Asked answer={answer} what={what}>{() => null}</Asked>
    </div>
  )
}

export function NotThere({ what, id }: { readonly what: string; readonly id: string }) {
  return (
    <View title={`No such ${what}`} heading={`No such ${what}`}>
      <p class="nothing">Nothing in this output is called <bdi class="id">{id.slice(0, 300)}</bdi>. It may have been there before the last run.</p>
    </View>
  )
}

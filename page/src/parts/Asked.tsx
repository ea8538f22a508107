import type { ComponentChildren } from 'preact'
import type { Answer } from '../answer.js'

/** What stands where an answer is to come: a word while it is on its way, what went wrong, or the answer. */
export function Asked<Value>({ answer, what, children }: { readonly answer: Answer<Value>; readonly what: string; readonly children: (value: Value) => ComponentChildren }) {
  if (answer.state === 'waiting') return <p class="waiting" role="status">Reading {what} …</p>
  if (answer.state === 'failed') {
    return (
      <div class="failed" role="alert">
        <p><strong>{what.charAt(0).toUpperCase() + what.slice(1)} could not be read:</strong> {answer.error}.</p>
        <button type="button" class="button" onClick={answer.again}>Try again</button>
      </div>
    )
  }
  return <div class={answer.stale ? 'answer stale' : 'answer'} aria-busy={answer.stale}>{children(answer.value)}</div>
}

export function Nothing({ children }: { readonly children: ComponentChildren }) {
  return <p class="nothing">{children}</p>
}

import { useState } from 'preact/hooks'
import type { ReviewChoice, ReviewItem } from '../../../src/inspect/model.js'
import { announce } from '../announce.js'
import { library } from '../library.js'
import { cut } from '../words.js'
import { Copy } from './Copy.js'
import { Place } from './Place.js'

type Outcome = { readonly chosen: ReviewChoice; readonly error: string | null } | null

const whats: Readonly<Record<ReviewItem['what'], string>> = { speaker: 'speaker', join: 'one or two', problem: 'problem' }

/** One question, the words it is about, and what can be chosen. */
export function ReviewCard({ item, writable }: { readonly item: ReviewItem; readonly writable: boolean }) {
  const [outcome, setOutcome] = useState<Outcome>(null)
  const [before, itself, after] = item.context
  const choose = (chosen: ReviewChoice) => {
    if (!writable) return setOutcome({ chosen, error: null })
    library.decide({ item: item.id, decision: chosen.decision }).then(
      (answer) => finish(chosen, answer.ok ? null : answer.error),
      (error: unknown) => finish(chosen, error instanceof Error ? error.message : String(error))
    )
  }
  const finish = (chosen: ReviewChoice, error: string | null) => {
    setOutcome({ chosen, error })
    announce(error === null ? `Written: ${chosen.label}` : `Not written: ${error}`)
  }
  const decided = outcome !== null && outcome.error === null ? outcome.chosen.label : item.decided
  return (
    <article class="review-card">
      <p class="kicker">{whats[item.what] ?? item.what}</p>
      <h2><bdi>{cut(item.question, 300)}</bdi></h2>
      <p class="context"><bdi>{before}<mark>{cut(itself, 1500)}</mark>{after}</bdi></p>
      <p class="why"><span class="why-label">Why it is open:</span> <bdi>{cut(item.why, 600)}</bdi></p>
      <p class="statement-foot"><Place at={item} /></p>
      {0 < item.choices.length && (
        <ul class="choices" aria-label="Choices">
          {item.choices.map((choice) => (
            <li key={choice.label}>
              <button type="button" class={decided === choice.label ? 'button chosen' : 'button'} aria-pressed={decided === choice.label} onClick={() => choose(choice)}>
                <bdi>{cut(choice.label, 160)}</bdi>{choice.score !== null && <span class="count">{choice.score.toFixed(2)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Result outcome={outcome} decided={decided} writable={writable} />
    </article>
  )
}

function Result({ outcome, decided, writable }: { readonly outcome: Outcome; readonly decided: string | null; readonly writable: boolean }) {
  if (outcome?.error) return <p class="failed" role="alert">Not written: {outcome.error}</p>
  if (outcome && !writable) {
    const entry = JSON.stringify(outcome.chosen.decision, null, 2)
    return (
      <div class="entry">
        <p>Put this into <code>corpus/hearsay.json</code>, and the next run will follow it:</p>
        <pre tabIndex={0} role="region" aria-label="Entry for corpus/hearsay.json">{entry}</pre>
        <Copy text={() => entry} label="Copy the entry" done="Copied" />
      </div>
    )
  }
  if (decided !== null) return <p class="decided">Decided: <bdi>{cut(decided, 160)}</bdi>{outcome && ', written to corpus/hearsay.json'}</p>
  return null
}

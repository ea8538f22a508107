import { useRef, useState } from 'preact/hooks'
import type { ReviewChoice, ReviewItem } from '../../../src/inspect/model.js'
import { announce } from '../announce.js'
import { library } from '../library.js'
import { cut } from '../words.js'
import { written } from '../written.js'
import { Copy } from './Copy.js'
import { NextRun } from './NextRun.js'
import { Place } from './Place.js'

/** What became of the last click. `run`: the command after which it shows; null: it shows already. */
type Outcome =
  | { readonly state: 'open' }
  | { readonly state: 'failed'; readonly error: string; readonly standing: ReviewChoice | null }
  | { readonly state: 'written'; readonly chosen: ReviewChoice; readonly run: string | null }
  | { readonly state: 'copied'; readonly chosen: ReviewChoice }
  | { readonly state: 'taken-back'; readonly run: string | null }

const whats: Readonly<Record<ReviewItem['what'], string>> = { speaker: 'Who speaks?', join: 'One or two?', problem: 'Problem' }

/** One question, the words it is about, and what can be chosen. */
export function ReviewCard({ item, writable }: { readonly item: ReviewItem; readonly writable: boolean }) {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'open' })
  const choices = useRef<HTMLUListElement>(null)
  const [before, itself, after] = item.context
  const chosen = standing(outcome)

  const choose = async (choice: ReviewChoice) => {
    if (!writable) return setOutcome({ state: 'copied', chosen: choice })
    if (choice === chosen) return
    const answer = await written(library.decide({ decision: choice.decision, ...(chosen === null ? {} : { instead: chosen.decision }) }))
    if (answer.ok) setOutcome({ state: 'written', chosen: choice, run: answer.run })
    else setOutcome({ state: 'failed', error: `Not written: ${answer.error}`, standing: chosen })
    announce(answer.ok ? `Written: ${choice.label}` : `Not written: ${answer.error}`)
  }
  const takeBack = async (choice: ReviewChoice) => {
    const answer = await written(library.takeBack({ decision: choice.decision }))
    // The button that was pressed goes: the focus returns to the choice that it took back.
    if (answer.ok) choices.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus()
    setOutcome(answer.ok ? { state: 'taken-back', run: answer.run } : { state: 'failed', error: `Not taken back: ${answer.error}`, standing: choice })
    announce(answer.ok ? `Taken back: ${choice.label}` : `Not taken back: ${answer.error}`)
  }

  return (
    <article class="review-card">
      <p class="kicker">{whats[item.what] ?? item.what}</p>
      <h2><bdi>{cut(item.question, 300)}</bdi></h2>
      {item.context.some((part) => part !== '') && <p class="context"><bdi>{before}<mark>{cut(itself, 1500)}</mark>{after}</bdi></p>}
      <p class="statement-foot"><Place at={item} /></p>
      <p class="why"><span class="why-label">Why it is open:</span> <bdi>{cut(item.why, 600)}</bdi></p>
      {0 < item.choices.length && (
        <ul class="choices" aria-label="Choices" ref={choices}>
          {item.choices.map((choice) => (
            <li key={choice.label}>
              <button type="button" class={choice === chosen ? 'button chosen' : 'button'} aria-pressed={choice === chosen} onClick={() => void choose(choice)}>
                <bdi>{cut(choice.label, 160)}</bdi>{choice.score !== null && <span class="count">{choice.score.toFixed(2)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Result outcome={outcome} takeBack={(choice) => void takeBack(choice)} />
    </article>
  )
}

/** The choice that stands in the file. */
function standing(outcome: Outcome): ReviewChoice | null {
  if (outcome.state === 'failed') return outcome.standing
  return outcome.state === 'written' || outcome.state === 'copied' ? outcome.chosen : null
}

function Result({ outcome, takeBack }: { readonly outcome: Outcome; readonly takeBack: (choice: ReviewChoice) => void }) {
  if (outcome.state === 'open') return null
  if (outcome.state === 'failed') return <p class="failed" role="alert">{outcome.error}</p>
  if (outcome.state === 'taken-back') return <p class="note">Taken back: it is out of <code>corpus/hearsay.json</code> again. <NextRun run={outcome.run} /></p>
  const { chosen } = outcome
  if (outcome.state === 'copied') return <Entry decision={chosen.decision} />
  return (
    <p class="decided">
      <span><b>Decided: <bdi>{cut(chosen.label, 160)}</bdi></b>, written to <code>corpus/hearsay.json</code>. {outcome.run === null ? <span class="aside">It shows everywhere from now on.</span> : <NextRun run={outcome.run} />}</span>{' '}
      <button type="button" class="button" aria-label={`Take back: ${cut(chosen.label, 160)}`} onClick={() => takeBack(chosen)}>Take back</button>
    </p>
  )
}

function Entry({ decision }: { readonly decision: unknown }) {
  const entry = JSON.stringify(decision, null, 2)
  return (
    <div class="entry">
      <p>Put this into <code>corpus/hearsay.json</code>, and the next run will follow it:</p>
      <pre tabIndex={0} role="region" aria-label="Entry for corpus/hearsay.json">{entry}</pre>
      <Copy text={() => entry} label="Copy the entry" done="Copied" />
    </div>
  )
}

import { useEffect, useRef, useState } from 'preact/hooks'
import type { DecisionRow } from '../../../src/inspect/model.js'
import { announce } from '../announce.js'
import { useAnswer } from '../answer.js'
import { library } from '../library.js'
import { counted, cut, quoted } from '../words.js'
import { written } from '../written.js'
import { Asked, Nothing } from './Asked.js'
import { Json } from './Json.js'
import { NextRun } from './NextRun.js'
import { Place } from './Place.js'

type Note = { readonly text: string; readonly run: string | null; readonly failed: boolean } | null

const states: Readonly<Record<DecisionRow['state'], string>> = {
  applied: 'in force',
  failed: 'not applied',
  shown: 'in force',
  waiting: 'from the next run on',
  withdrawn: 'taken back'
}

/** Everything that `hearsay.json` decides, each with a way back. */
export function Decisions({ writable }: { readonly writable: boolean }) {
  const answer = useAnswer('decisions', () => library.decisions())
  const heading = useRef<HTMLHeadingElement>(null)
  const [note, setNote] = useState<Note>(null)
  const back = async (row: DecisionRow) => {
    const answer = await written(library.takeBack({ decision: row.decision }))
    const text = answer.ok ? `Taken back: ${cut(row.says, 120)}.` : `Not taken back: ${answer.error}`
    setNote({ text, run: answer.ok ? answer.run : null, failed: !answer.ok })
    announce(text)
  }
  // The button that was pressed goes with its row.
  useEffect(() => {
    if (note !== null) heading.current?.focus()
  }, [note])
  return (
    <Asked answer={answer} what="your decisions">
      {({ rows, run }) => (
        <section aria-labelledby="your-decisions" class="decisions">
          <h2 id="your-decisions" ref={heading} tabIndex={-1}>{rows.length === 0 ? 'Nothing is decided' : counted(rows.filter(({ state }) => state !== 'withdrawn').length, 'decision')}</h2>
          {note !== null && <p class={note.failed ? 'failed' : 'note'}>{note.text} <NextRun run={note.run} /></p>}
          {rows.length === 0 && <Nothing>What you choose under “open questions”, or write into <code>corpus/hearsay.json</code> yourself, is listed here.</Nothing>}
          <ul class="plain">{rows.map((row, index) => <li key={`${index} ${row.says}`}><Decision row={row} run={run} writable={writable} back={() => void back(row)} /></li>)}</ul>
          {!writable && 0 < rows.length && <p class="aside">This page cannot write: to take one back, delete it from <code>corpus/hearsay.json</code>.</p>}
        </section>
      )}
    </Asked>
  )
}

function Decision({ row, run, writable, back }: { readonly row: DecisionRow; readonly run: string | null; readonly writable: boolean; readonly back: () => void }) {
  const { says, quote, at, reason, state, note, decision } = row
  const later = state === 'waiting' || state === 'withdrawn'
  return (
    <article class="decision">
      <p class="decision-says"><bdi>{cut(says, 400)}</bdi> <span class={state === 'failed' ? 'tag strong' : 'tag'}>{states[state]}</span></p>
      {quote !== null && <p class="context"><bdi>{quoted(cut(quote, 300))}</bdi></p>}
      {at !== null && <p class="statement-foot"><Place at={at} /></p>}
      {reason !== null && <p class="aside"><bdi>{cut(reason, 300)}</bdi></p>}
      {state === 'failed' && note !== null && <p class="why"><span class="why-label">Why not:</span> <bdi>{cut(note, 400)}</bdi></p>}
      {later && <p class="why">{state === 'waiting' ? 'Nothing of it shows yet. ' : 'It is out of the file, but still shows. '}<NextRun run={run} /></p>}
      {writable && state !== 'withdrawn' && <button type="button" class="button" aria-label={`Take back: ${cut(says, 120)}${quote === null ? '' : `: ${cut(quote, 60)}`}`} onClick={back}>Take back</button>}
      {!writable && <Json of={decision} label="As it stands in the file" />}
    </article>
  )
}

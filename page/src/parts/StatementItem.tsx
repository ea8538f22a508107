import type { Statement } from '../../../src/inspect/model.js'
import { placeLink } from '../links.js'
import { cut, counted, HOW, saidAs, UNDECIDED, UNTOLD } from '../words.js'
import { Marked } from './Marked.js'
import { Name } from './Name.js'
import { Place } from './Place.js'
import { Sure } from './Sure.js'
import { lookOf } from '../article/Chip.js'
import { Voice } from './Voice.js'

/** One thing somebody said, with where it stands. Direct speech has a full rule beside it, reported speech a broken one, and a word says which;
 *  what is only thought or wanted has a dotted one, and what is not told of anybody is faint. */
export function StatementItem({ statement, who = true, titled = true, q = '' }: {
  readonly statement: Statement
  readonly who?: boolean
  /** False where the article's title stands above already. */
  readonly titled?: boolean
  readonly q?: string
}) {
  const { untold, polarity, content, outlet } = statement
  return (
    <article class={`statement ${lookOf(statement)}`}>
      {who && <div class="statement-by"><Voice of={statement} /></div>}
      <blockquote>{content.map((part, index) => <span key={index}>{0 < index && <span class="gap"> … </span>}<Marked text={cut(part, 1200)} q={q} /></span>)}</blockquote>
      <div class="statement-meta">
        <p class="statement-foot">
          {saidAs(statement)}{untold === 'doubtful' && <>, <b>{UNTOLD.doubtful}</b></>}{polarity === 'denied' && <>, <b>denied</b></>} · {titled ? <Place at={statement} outlet={outlet} /> : <a href={placeLink(statement)}>in the article<span class="unseen">: {cut(content[0] ?? '', 50)}</span></a>}
        </p>
        <Following statement={statement} />
        <Also statement={statement} />
      </div>
    </article>
  )
}

function Following({ statement: { cue, source, how, why, rule, confidence } }: { readonly statement: Statement }) {
  return (
    <details class="small">
      <summary>{source === '' ? 'nobody is named beside it' : <>“<bdi>{cut(source, 80)}</bdi>”</>}{cue !== '' && <> – “<bdi>{cut(cue, 80)}</bdi>”</>}</summary>
      <p>Followed {HOW[how] ?? how}: <bdi>{cut(why, 600)}</bdi> · rule <code>{cut(rule, 200)}</code> · <Sure value={confidence} /></p>
    </details>
  )
}

function Also({ statement: { alsoBy } }: { readonly statement: Statement }) {
  if (alsoBy.length === 0) return null
  return (
    <details class="small">
      <summary>Said elsewhere too, or by others: {counted(alsoBy.length, 'place')}</summary>
      <ul class="plain">
        {alsoBy.slice(0, 50).map((other, index) => (
          <li key={index}><Name of={other.by} otherwise={UNDECIDED} />, the same {other.same}: <Place at={other} /></li>
        ))}
      </ul>
    </details>
  )
}

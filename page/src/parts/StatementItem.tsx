import type { Statement } from '../../../src/inspect/model.js'
import { placeLink } from '../links.js'
import { cut, counted, HOW, TYPE, UNDECIDED } from '../words.js'
import { Marked } from './Marked.js'
import { Name } from './Name.js'
import { Place } from './Place.js'
import { Sure } from './Sure.js'

/** One thing somebody said, with where it stands. Direct speech has a full rule beside it, reported speech a broken one, and a word says which. */
export function StatementItem({ statement, who = true, titled = true, q = '' }: {
  readonly statement: Statement
  readonly who?: boolean
  /** False where the article's title stands above already. */
  readonly titled?: boolean
  readonly q?: string
}) {
  const { by, type, polarity, content, how, outlet } = statement
  return (
    <article class={`statement ${type}`}>
      <p class="statement-head">
        {who && <span class="statement-by"><Name of={by} otherwise={how === 'none' ? 'nobody named' : UNDECIDED} /></span>}
        <span class="tag">{TYPE[type]}</span>
        {polarity === 'denied' && <span class="tag strong">denied</span>}
        {!titled && <a class="in-place" href={placeLink(statement)}>in its place<span class="unseen">: {cut(content[0] ?? '', 50)}</span></a>}
      </p>
      <blockquote>{content.map((part, index) => <span key={index}>{0 < index && <span class="gap"> … </span>}<Marked text={cut(part, 1200)} q={q} /></span>)}</blockquote>
      {titled && <p class="statement-foot"><Place at={statement} outlet={outlet} /></p>}
      <Following statement={statement} />
      <Also statement={statement} />
    </article>
  )
}

function Following({ statement: { cue, source, how, why, rule, confidence } }: { readonly statement: Statement }) {
  return (
    <details class="small">
      <summary>{cue === '' ? 'no word reports it' : <>“<bdi>{cut(cue, 80)}</bdi>”</>}{source !== '' && <>, source “<bdi>{cut(source, 80)}</bdi>”</>}; {HOW[how] ?? how}</summary>
      <p><bdi>{cut(why, 600)}</bdi> · rule <code>{cut(rule, 200)}</code> · <Sure value={confidence} /></p>
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

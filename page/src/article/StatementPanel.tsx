import type { StatementView } from '../../../src/inspect/model.js'
import type { Claim, Span } from '../../../src/model.js'
import { Json } from '../parts/Json.js'
import { Name, Plain } from '../parts/Name.js'
import { Qualifiers } from '../parts/Tags.js'
import { Sure } from '../parts/Sure.js'
import { address } from '../route.js'
import { cut, HOW, NOBODY, saidAs, UNDECIDED, UNTOLD } from '../words.js'
import { colourClass, lookOf } from './Chip.js'
import type { Voice } from './voices.js'

/** Everything known of one statement: who, how followed, by which rule, how sure, why. */
export function StatementPanel({ article, statement, voice, claims, count, step, close }: {
  readonly article: string
  readonly statement: StatementView
  readonly voice: Voice
  readonly claims: readonly Claim[]
  /** "3 of 10" */
  readonly count: string
  readonly step: (by: 1 | -1) => void
  readonly close: () => void
}) {
  const { untold, polarity, content, cue, source, speaker, by, byWhy, decided, rule, confidence } = statement
  return (
    <>
      <div class="panel-bar">
        <button type="button" class="button" onClick={() => step(-1)} aria-label="Previous statement">↑</button>
        <button type="button" class="button" onClick={() => step(1)} aria-label="Next statement">↓</button>
        <span class="aside">{count}</span>
        <button type="button" class="button close" onClick={close} aria-label="Close the statement">Close</button>
      </div>
      <h2 class="panel-who"><span class={`chip ${colourClass(voice)} ${lookOf(statement)}`} aria-hidden="true">{voice.initials}</span> <Who statement={statement} /></h2>
      <p><span class="tag">{saidAs(statement)}</span> {untold === 'doubtful' && <span class="tag">{UNTOLD.doubtful}</span>} {polarity === 'denied' && <span class="tag strong">denied</span>} <Sure value={confidence} /></p>
      {untold !== null && <p class="aside">{WHY[untold]}</p>}
      <blockquote class="panel-quote">{content.map((span, index) => <span key={span.start}>{0 < index && ' … '}<bdi>{cut(span.text, 700)}</bdi></span>)}</blockquote>
      <dl class="facts">
        <div><dt>cue</dt><dd>{cue.length === 0 ? <span class="null">no word reports it</span> : <Spans article={article} spans={cue} />}</dd></div>
        <div><dt>source</dt><dd>{source.length === 0 ? <span class="null">none</span> : <Spans article={article} spans={source} />}</dd></div>
        <div><dt>followed</dt><dd>{HOW[speaker.how] ?? speaker.how}<Steps article={article} statement={statement} /></dd></div>
        <div><dt>why</dt><dd><bdi>{cut(speaker.why, 400)}</bdi></dd></div>
        {by !== null && byWhy !== '' && byWhy !== speaker.why && <div><dt>why this person</dt><dd><bdi>{cut(byWhy, 400)}</bdi></dd></div>}
        {by === null && byWhy !== '' && <div><dt>why no name</dt><dd><bdi>{cut(byWhy, 400)}</bdi></dd></div>}
        {decided !== null && <div><dt>decided by you</dt><dd><bdi>{cut(decided, 400)}</bdi> · <a href={address('review', '', { show: 'decided' })}>your decisions</a></dd></div>}
        <div><dt>rule</dt><dd><code>{cut(rule, 200)}</code></dd></div>
      </dl>
      {0 < speaker.candidates.length && (
        <>
          <h3>Who else it could have been</h3>
          <ul class="plain">
            {speaker.candidates.map(({ span, score }) => <li key={span.start}><SpanLink article={article} span={span} /> <span class="count">{score.toFixed(2)}</span></li>)}
          </ul>
        </>
      )}
      {0 < claims.length && (
        <>
          <h3>Claims on their word</h3>
          <ul class="plain small-list">{claims.map((claim) => <li key={claim.id}><bdi>{cut(claim.text, 240)}</bdi><Qualifiers claim={claim} /></li>)}</ul>
        </>
      )}
      <Json of={statement} label="JSON of the statement" />
    </>
  )
}

const WHY = {
  doubtful: 'A strict reader may well refuse it; it is counted and listed only where you ask for it.',
  other: 'It was found as a report, but probably reports nobody’s word or thought; it is counted and listed only where you ask for it.'
} as const

function Who({ statement: { by, speaker } }: { readonly statement: StatementView }) {
  if (by !== null) return <Name of={by} />
  if (speaker.span !== null) return <><Plain text={speaker.span.text} /> <span class="aside">not followed to a name</span></>
  return <span class="null">{0 < speaker.candidates.length ? UNDECIDED : NOBODY}</span>
}

/** From the source to the name, each step a place in the text. */
function Steps({ article, statement: { source, speaker } }: { readonly article: string; readonly statement: StatementView }) {
  const { chain, span } = speaker
  if (span === null || (chain.length === 0 && source.some(({ start, end }) => start <= span.start && span.end <= end))) return null
  const steps = [...chain, span]
  return <ol class="steps" aria-label="Steps from the source to the name">{steps.map((step, index) => <li key={index}><SpanLink article={article} span={step} /></li>)}</ol>
}

function Spans({ article, spans }: { readonly article: string; readonly spans: readonly Span[] }) {
  return <>{spans.map((span, index) => <span key={span.start}>{0 < index && ' … '}<SpanLink article={article} span={span} /></span>)}</>
}

export function SpanLink({ article, span }: { readonly article: string; readonly span: Span }) {
  return <a class="span-link" href={address('article', article, { at: span.start, to: span.end })}><Plain text={span.text} length={90} /></a>
}

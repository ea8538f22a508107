import type { ArticleView, EntityView } from '../../../src/inspect/model.js'
import { Json } from '../parts/Json.js'
import { Maybe } from '../parts/Maybe.js'
import { Name, Plain } from '../parts/Name.js'
import { counted, cut, dateWords, figure, KIND, quoted } from '../words.js'
import { colourClass } from './Chip.js'
import type { Reading } from './reading.js'
import { SpanLink } from './StatementPanel.js'
import type { Voice } from './voices.js'

/** What is in the article: who speaks, what was not decided, which names, problems and notes. */
export function Contents({ view, reading, pick }: { readonly view: ArticleView; readonly reading: Reading; readonly pick: (statement: string) => void }) {
  const id = view.row.article
  const open = view.attributions.filter((statement) => statement.by === null && reading.statements.has(statement.id))
  return (
    <>
      <h2>In this article</h2>
      <h3>Who speaks</h3>
      {reading.voices.length === 0 && <p class="null">No statement was found.</p>}
      <ul class="voices">{reading.voices.map((voice) => <VoiceLine key={voice.key} voice={voice} pick={pick} />)}</ul>
      {0 < open.length && (
        <>
          <h3>Without a person: {figure(open.length)}</h3>
          <ul class="plain small-list">
            {open.slice(0, 40).map(({ id: statement, source, content, byWhy, speaker }) => (
              <li key={statement}>
                <button type="button" class="link" onClick={() => pick(statement)}><bdi>{quoted(cut(content[0]?.text ?? '', 60))}</bdi></button>{' '}
                <span class="aside">
                  {0 < source.length && <>source “<bdi>{cut(source[0]!.text, 50)}</bdi>”; </>}
                  <bdi>{cut(byWhy === '' ? speaker.why : byWhy, 160)}</bdi>
                  {0 < speaker.candidates.length && `; ${counted(speaker.candidates.length, 'candidate')}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <NamesByKind entities={view.entities} />
      {0 < view.problems.length && (
        <>
          <h3>Problems</h3>
          <ul class="plain small-list">
            {view.problems.slice(0, 200).map(({ span, problem, hint }, index) => (
              <li key={index}><SpanLink article={id} span={span} />: <bdi>{cut(problem, 300)}</bdi> <span class="aside"><bdi>{cut(hint, 300)}</bdi></span></li>
            ))}
          </ul>
        </>
      )}
      {0 < view.notes.length && (
        <>
          <h3>Notes</h3>
          <ul class="plain small-list">{view.notes.map((note, index) => <li key={index}><bdi>{note}</bdi></li>)}</ul>
        </>
      )}
      {0 < view.dates.length && (
        <details class="small">
          <summary>{counted(view.dates.length, 'date')}</summary>
          <ul class="plain small-list">
            {view.dates.slice(0, 200).map(({ span, value, anchor }) => (
              <li key={span.start}><SpanLink article={id} span={span} />: {dateWords(value)}{anchor !== null && <span class="aside">, counted from {anchor}</span>}</li>
            ))}
          </ul>
        </details>
      )}
      <details class="small">
        <summary>About the file</summary>
        <dl class="facts">
          <div><dt>path</dt><dd><Plain text={id} length={300} /></dd></div>
          <div><dt>format</dt><dd>{view.article.format}, {view.article.encoding}</dd></div>
          <div><dt>language</dt><dd>{view.article.language}</dd></div>
          <div><dt>dateline</dt><dd><Maybe text={view.article.dateline?.text ?? null} /></dd></div>
          <div><dt>SHA-256</dt><dd><code>{view.article.sha256}</code></dd></div>
        </dl>
      </details>
      <Json of={view.article} label="JSON of the article" />
    </>
  )
}

function VoiceLine({ voice, pick }: { readonly voice: Voice; readonly pick: (statement: string) => void }) {
  const told = voice.statements.filter(({ untold }) => untold === null)
  const direct = told.filter(({ type }) => type === 'direct').length
  const attitudes = told.filter(({ kind }) => kind === 'attitude').length
  const rest = voice.statements.length - told.length
  const counts = [0 < told.length - attitudes && `${figure(direct)} direct of ${figure(told.length - attitudes)}`, 0 < attitudes && `${figure(attitudes)} thought or wanted`, 0 < rest && `${figure(rest)} doubtful or not a report`]
  return (
    <li>
      <button type="button" class={`chip direct ${colourClass(voice)}`} onClick={() => pick(voice.statements[0]!.id)} aria-label={`${voice.initials}: first statement of ${cut(voice.name, 80)}`}>
        <span aria-hidden="true">{voice.initials}</span>
      </button>
      <span class="voice-name">{voice.by === null ? <Plain text={voice.name} length={80} /> : <Name of={voice.by} />}</span>
      <span class="aside">{counts.filter(Boolean).join(', ')}</span>
    </li>
  )
}

function NamesByKind({ entities }: { readonly entities: readonly EntityView[] }) {
  const kinds = Object.keys(KIND).map((kind) => ({ kind, of: entities.filter((entity) => entity.kind === kind) })).filter(({ of }) => 0 < of.length)
  if (kinds.length === 0) return null
  return (
    <>
      <h3>Names</h3>
      <dl class="facts">
        {kinds.map(({ kind, of }) => (
          <div key={kind}>
            <dt><span class={`mention ${kind}`}>{KIND[kind]?.many}</span></dt>
            <dd><ul class="names">{of.map((entity) => <li key={entity.local}><Name of={entity} /></li>)}</ul></dd>
          </div>
        ))}
      </dl>
    </>
  )
}

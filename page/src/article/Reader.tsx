import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ArticleView } from '../../../src/inspect/model.js'
import { useRemembered } from '../memory.js'
import { address, note, replace, type Route } from '../route.js'
import { figure } from '../words.js'
import { blockAt } from './blocks.js'
import { Contents } from './Contents.js'
import { chipOf, light, rove } from './light.js'
import { statementAt, type Reading } from './reading.js'
import { StatementPanel } from './StatementPanel.js'
import { Text } from './Text.js'
import { usePlace } from './place.js'
import { unmark } from './highlight.js'

/** The text, and beside it what is known of the statement that the reader is at. */
export function Reader({ view, reading, route, all, turnAll }: {
  readonly view: ArticleView
  readonly reading: Reading
  readonly route: Route
  /** Also what is not told. */
  readonly all: boolean
  readonly turnAll: (on: boolean) => void
}) {
  const text = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const [speakers, setSpeakers] = useRemembered('speakers', true)
  const [names, setNames] = useRemembered('names', true)
  const [claims, setClaims] = useRemembered('claims', false)
  const at = route.query['at'] === undefined ? null : Number(route.query['at'])
  const to = Number(route.query['to'] ?? Number.NaN)
  const [pinned, setPinned] = useState<string | null>(null)
  const [hovered, setHovered] = useState<string | null>(null)
  const shown = hovered ?? pinned

  usePlace(text, view, at, to)
  useEffect(() => {
    if (at === null || Number.isNaN(at)) return
    const found = statementAt(reading, at, Number.isNaN(to) ? at + 1 : to)
    setPinned(found)
    const chip = found === null || text.current === null ? null : chipOf(text.current, found)
    if (chip && text.current) rove(text.current, chip)
  }, [at, to, view])
  useEffect(() => {
    const first = text.current?.querySelector<HTMLElement>('button.chip')
    // The one that the Tab key came to may be gone.
    if (first && !text.current?.querySelector('button.chip[tabindex="0"]')) first.tabIndex = 0
  }, [reading])
  useEffect(() => {
    if (text.current) light(text.current, reading, shown)
  }, [shown, reading, names, claims])

  /** The address follows, so that a reload or a colleague comes to the same statement. */
  const pick = useCallback((id: string) => {
    const statement = reading.statements.get(id)
    if (!statement) return goTo(view, id)
    setHovered(null)
    setPinned(id)
    note(address('article', view.row.article, { at: statement.content[0]?.start, ...(statement.untold === null ? {} : { to: statement.content.at(-1)?.end }), all: all ? 'yes' : null }))
  }, [reading, view, all])
  /** The keyboard goes on where the statement begins. */
  const visit = useCallback((id: string) => {
    const chip = text.current ? chipOf(text.current, id) : null
    if (!chip) return pick(id)
    chip.focus({ preventScroll: true })
    chip.scrollIntoView({ block: 'center' })
  }, [pick])
  const step = (by: 1 | -1) => {
    const { order } = reading
    const index = pinned === null ? -1 : order.indexOf(pinned)
    const next = order[(index + by + order.length) % order.length]
    if (next !== undefined) visit(next)
  }
  const close = useCallback(() => {
    setPinned(null)
    setHovered(null)
    unmark('flash', 'place')
    note(address('article', view.row.article, { all: all ? 'yes' : null }))
  }, [view, all])
  useEffect(() => {
    const escaped = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || (event.target as HTMLElement).id === 'search') return
      const chip = pinned !== null && text.current ? chipOf(text.current, pinned) : null
      if (panel.current?.contains(document.activeElement)) chip?.focus({ preventScroll: true })
      close()
    }
    addEventListener('keydown', escaped)
    return () => removeEventListener('keydown', escaped)
  }, [pinned, close])

  const statement = shown === null ? undefined : reading.statements.get(shown)
  const voice = shown === null ? undefined : reading.voiceOf.get(shown)
  return (
    <>
      <div class="switches" role="group" aria-label="What is shown in the text">
        <Switch label="Speakers" on={speakers} turn={setSpeakers} />
        <Switch label="Names" on={names} turn={setNames} />
        <Switch label="Claims" on={claims} turn={setClaims} />
        {0 < view.row.untold && <Switch label={`Show ${figure(view.row.untold)} doubtful or not a report`} on={all} turn={turnAll} />}
      </div>
      <div class={`reader${claims ? ' claims-on' : ''}`}>
        <div
          id="text" ref={text} class={`text${speakers ? '' : ' plain-speakers'}`} lang={view.article.language === 'und' ? undefined : view.article.language}
          onMouseOver={(event) => setHovered(statementOf(event))} onMouseLeave={() => setHovered(null)} onClick={(event) => clicked(event, pick)}
          onFocusIn={(event) => focused(event, text.current, pick)} onKeyDown={(event) => arrows(event, step, panel.current)}
        >
          <Text reading={reading} names={names} claims={claims} upTo={at === null || Number.isNaN(at) ? 0 : blockAt(reading.blocks, at)} pick={pick} />
        </div>
        <section id="panel" ref={panel} class={statement ? 'panel open' : 'panel'} tabIndex={0} aria-label={statement ? 'The statement' : 'In this article'}>
          {statement && voice ? (
            <StatementPanel
              article={view.row.article} statement={statement} voice={voice} step={step} close={close} count={`${reading.order.indexOf(statement.id) + 1} of ${reading.order.length}`}
              claims={view.claims.filter(({ on }) => on !== 'article' && on.attribution === statement.id)}
            />
          ) : <Contents view={view} reading={reading} pick={visit} />}
        </section>
      </div>
    </>
  )
}

/** What is not told, and left out as yet, is shown where somebody asks for it. */
function goTo(view: ArticleView, id: string): void {
  const content = view.attributions.find((statement) => statement.id === id)?.content
  replace(address('article', view.row.article, { at: content?.[0]?.start, to: content?.at(-1)?.end }))
}

function Switch({ label, on, turn }: { readonly label: string; readonly on: boolean; readonly turn: (on: boolean) => void }) {
  return <button type="button" class="switch" aria-pressed={on} onClick={() => turn(!on)}>{label}</button>
}

const statementOf = ({ target }: Event): string | null => {
  const element = target as HTMLElement
  return element.closest<HTMLElement>('[data-statement]')?.dataset['statement'] ?? element.closest<HTMLElement>('[data-first]')?.dataset['first'] ?? null
}

/** A click in a statement pins it; one that marks text to copy, or follows a link, does not. */
function clicked(event: MouseEvent, pick: (id: string) => void): void {
  if ((event.target as HTMLElement).closest('a') || getSelection()?.isCollapsed === false) return
  const id = statementOf(event)
  if (id !== null) pick(id)
}

function focused({ target }: FocusEvent, text: HTMLElement | null, pick: (id: string) => void): void {
  const chip = (target as HTMLElement).closest<HTMLElement>('[data-statement]')
  if (!chip || !text) return
  rove(text, chip)
  pick(chip.dataset['statement']!)
}

/** Arrows go from statement to statement, Enter into what is known of it. */
function arrows(event: KeyboardEvent, step: (by: 1 | -1) => void, panel: HTMLElement | null): void {
  if (!(event.target as HTMLElement).closest('[data-statement]')) return
  const by = ({ ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 } as const)[event.key as 'ArrowDown']
  if (by !== undefined) {
    event.preventDefault()
    step(by)
  }
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault()
    panel?.focus()
  }
}

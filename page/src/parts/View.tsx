import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { earlierScroll } from '../scroll.js'
import { cut } from '../words.js'

let arrivals = 0

/** The frame of a view: title of the document, heading, and the focus moved there when the reader comes from another view. Mount it when what it shows is here. */
export function View({ title, heading, kicker, lead, children, wide = false }: {
  readonly title: string
  readonly heading?: ComponentChildren
  readonly kicker?: ComponentChildren
  readonly lead?: ComponentChildren
  readonly children: ComponentChildren
  readonly wide?: boolean
}) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.title = `${cut(title, 100)} – hearsay`
  }, [title])
  useLayoutEffect(() => {
    arrivals += 1
    const y = earlierScroll()
    if (arrivals === 1) {
      if (y !== null) scrollTo(0, y)
      return
    }
    frame.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    scrollTo(0, y ?? 0)
  }, [])
  return (
    <div ref={frame} class={wide ? 'view' : 'view narrow'}>
      {heading !== undefined && (
        <div class="view-head">
          {kicker !== undefined && <p class="kicker">{kicker}</p>}
          <h1 tabIndex={-1}>{heading}</h1>
          {lead !== undefined && <div class="lead">{lead}</div>}
        </div>
      )}
      {children}
    </div>
  )
}

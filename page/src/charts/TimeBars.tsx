import type { ComponentChildren } from 'preact'
import { useWidth } from './width.js'
import { yearsOf } from './years.js'

export interface Bar {
  readonly key: string
  readonly instant: number
  /** Drawn upwards, the first at the bottom. */
  readonly parts: readonly { readonly kind: string; readonly count: number }[]
  readonly title: string
}

const HEIGHT = 96
const MONTH = 30.4 * 24 * 3600 * 1000

/** Bars on a line of time, a month wide each and never thinner than can be seen. The figures stand in a table below for those who do not see it. */
export function TimeBars({ bars, label, children }: { readonly bars: readonly Bar[]; readonly label: string; readonly children: ComponentChildren }) {
  const { box, width } = useWidth<HTMLElement>()
  if (bars.length === 0) return null
  const { x, ticks } = yearsOf(bars.map((bar) => bar.instant), width - 8)
  const tallest = bars.reduce((most, bar) => Math.max(most, sum(bar)), 1)
  const thick = Math.max(4, x(bars[0]!.instant + MONTH) - x(bars[0]!.instant) - 1)
  return (
    <figure class="time" ref={box}>
      <svg width={width} height={HEIGHT + 22} role="img" aria-label={label}>
        <line x1={0} x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} class="axis" />
        {ticks.map(({ year, x: at }) => (
          <g key={year}>
            <line x1={at + 4} x2={at + 4} y1={HEIGHT} y2={HEIGHT + 5} class="axis" />
            <text x={Math.min(Math.max(at + 4, 14), width - 14)} y={HEIGHT + 18} text-anchor="middle">{year}</text>
          </g>
        ))}
        {bars.map((bar) => <Column key={bar.key} bar={bar} x={Math.min(x(bar.instant) + 4, width - thick)} thick={thick} tallest={tallest} />)}
      </svg>
      {children}
    </figure>
  )
}

function Column({ bar, x, thick, tallest }: { readonly bar: Bar; readonly x: number; readonly thick: number; readonly tallest: number }) {
  let below = 0
  return (
    <g>
      <title>{bar.title}</title>
      {bar.parts.map(({ kind, count }) => {
        const height = (count / tallest) * (HEIGHT - 6)
        below += height
        return <rect key={kind} class={`bar ${kind}`} x={x} width={thick} y={HEIGHT - below} height={Math.max(0, height - 0.5)} />
      })}
    </g>
  )
}

const sum = (bar: Bar): number => bar.parts.reduce((total, { count }) => total + count, 0)

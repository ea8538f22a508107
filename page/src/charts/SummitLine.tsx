import type { SummitRow } from '../../../src/inspect/model.js'
import { entityLink } from '../links.js'
import { cut, dateWords, instant } from '../words.js'
import { placeRows } from './rows.js'
import { useWidth } from './width.js'
import { yearsOf } from './years.js'

const ROW = 26
const MOST = 10

/** Meetings on a line of time, each with its name as far as there is room. The list below says the same in words. */
export function SummitLine({ summits }: { readonly summits: readonly SummitRow[] }) {
  const { box, width } = useWidth<HTMLElement>()
  const dated = summits.flatMap((summit) => {
    const at = instant(summit.date)
    return at === null ? [] : [{ summit, at }]
  })
  if (dated.length === 0) return null
  const { x, ticks } = yearsOf(dated.map(({ at }) => at), width - 16)
  const marks = dated.map(({ summit, at }) => ({ summit, x: x(at) + 8, text: cut(summit.name, 34) }))
  const placed = placeRows(marks, width, MOST)
  const rows = placed.reduce((most, { row }) => Math.max(most, row + 1), 1)
  const height = rows * ROW + 8
  return (
    <figure class="time" ref={box}>
      <svg width={width} height={height + 24} aria-hidden="true">
        {ticks.map(({ year, x: at }) => (
          <g key={year}>
            <line x1={at + 8} x2={at + 8} y1={0} y2={height} class="tick" />
            <text x={Math.min(Math.max(at + 8, 14), width - 14)} y={height + 18} text-anchor="middle">{year}</text>
          </g>
        ))}
        <line x1={0} x2={width} y1={height + 0.5} y2={height + 0.5} class="axis" />
        {placed.map(({ item: { summit, x: at, text }, row, left, written }) => (
          <a key={summit.id} href={entityLink(summit.id)} tabindex={-1} class="point">
            <title>{`${cut(summit.name, 120)}, ${dateWords(summit.date)}`}</title>
            <line x1={at} x2={at} y1={height - row * ROW - 16} y2={height} class="stem" />
            <circle cx={at} cy={height - row * ROW - 16} r={5} />
            {written && <text x={left ? at - 10 : at + 10} y={height - row * ROW - 12} text-anchor={left ? 'end' : 'start'}>{text}</text>}
          </a>
        ))}
      </svg>
    </figure>
  )
}

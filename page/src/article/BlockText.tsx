import type { ComponentChildren } from 'preact'
import { memo } from '../memo.js'
import { entityLink } from '../links.js'
import { KIND } from '../words.js'
import type { Block } from './blocks.js'
import { Chip, colourClass, Continued, lookOf } from './Chip.js'
import type { Reading } from './reading.js'
import type { Layer, Piece } from './pieces.js'

/** A block's text with everything that covers it. Drawn once: lighting a statement changes classes and draws nothing again. */
export const BlockText = memo(function BlockText({ block, pieces, reading, names }: {
  readonly block: Block
  readonly pieces: readonly Piece[]
  readonly reading: Reading
  readonly names: boolean
}) {
  const Tag = block.kind === 'title' ? 'h1' : 'p'
  const children = pieces.flatMap((piece) => [...chips(piece, reading), drawn(piece, reading, names)])
  return (
    <Tag class={`block ${block.kind}${block.lines ? ' lines' : ''}`} data-start={block.start} data-end={block.end} {...(block.kind === 'title' ? { tabIndex: -1 } : {})}>{children}</Tag>
  )
})

function chips({ begins }: Piece, { statements, voiceOf, firstStatement }: Reading): ComponentChildren[] {
  return begins.flatMap(({ of, again }) => {
    const statement = statements.get(of)
    const voice = voiceOf.get(of)
    if (!statement || !voice) return []
    if (again) return [<Continued key={`again ${of}`} voice={voice} statement={statement} />]
    return [<Chip key={`chip ${of}`} voice={voice} statement={statement} first={of === firstStatement} />]
  })
}

function drawn({ start, end, layers }: Piece, reading: Reading, names: boolean): ComponentChildren {
  const text = reading.text.slice(start, end)
  if (layers.length === 0) return text
  const said = layers.filter(({ role }) => role === 'content')
  const name = names ? layers.find(({ role }) => role === 'name') : undefined
  const of = (role: Layer['role']): string | undefined => layers.filter((layer) => layer.role === role).map((layer) => layer.of).join(' ') || undefined
  const first = layers.find(({ role }) => role === 'content' || role === 'cue' || role === 'source')
  return (
    <span
      key={start} class={classes(said, layers, reading)} data-first={first?.of}
      data-content={of('content')} data-cue={of('cue')} data-source={of('source')}
    >
      {name ? nameLink(name, text, reading) : text}
    </span>
  )
}

function classes(said: readonly Layer[], layers: readonly Layer[], { statements, voiceOf }: Reading): string {
  const inner = said[0]
  const outer = said[1]
  const statement = inner && statements.get(inner.of)
  const voice = inner && voiceOf.get(inner.of)
  const around = outer && voiceOf.get(outer.of)
  return [
    'piece',
    voice && colourClass(voice),
    statement && lookOf(statement),
    around && `in-${colourClass(around)}`,
    layers.some(({ role }) => role === 'problem') && 'problem'
  ].filter(Boolean).join(' ')
}

/** For the mouse; the keyboard has the same names in the panel, without a hundred stops on the way. */
function nameLink({ of }: Layer, text: string, { entities }: Reading): ComponentChildren {
  const entity = entities[Number(of)]
  if (!entity) return text
  return <a class={`mention ${entity.kind}`} href={entityLink(entity.id)} tabIndex={-1} title={`${KIND[entity.kind]?.one}: ${entity.name.slice(0, 120)}`}>{text}</a>
}

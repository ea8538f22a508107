import type { ArticleView } from '../../../src/inspect/model.js'
import type { Block } from './blocks.js'

/** Something that covers a stretch of the text. */
export interface Layer {
  readonly start: number
  readonly end: number
  readonly role: 'content' | 'cue' | 'source' | 'name' | 'problem'
  /** An attribution's id, or the index of an entity. */
  readonly of: string
}

/** A stretch without a border inside it, and all that covers it, the shortest first. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly layers: readonly Layer[]
  /** Contents that begin here, or go on here in a new block; the widest first. */
  readonly begins: readonly { readonly of: string; readonly again: boolean }[]
}

export function layersOf({ attributions, entities, problems }: Pick<ArticleView, 'attributions' | 'entities' | 'problems'>): Layer[] {
  const said = attributions.flatMap(({ id, content, cue, source }) => [
    ...content.map((span): Layer => ({ start: span.start, end: span.end, role: 'content', of: id })),
    ...cue.map((span): Layer => ({ start: span.start, end: span.end, role: 'cue', of: id })),
    ...source.map((span): Layer => ({ start: span.start, end: span.end, role: 'source', of: id }))
  ])
  const named = entities.flatMap(({ mentions }, index) =>
    mentions.filter(({ form }) => form === 'name').map((span): Layer => ({ start: span.start, end: span.end, role: 'name', of: String(index) })))
  const faulty = problems.map(({ span }, index): Layer => ({ start: span.start, end: span.end, role: 'problem', of: String(index) }))
  return [...said, ...named, ...faulty].filter(({ start, end }) => start < end).sort((one, other) => one.start - other.start || one.end - other.end)
}

/** The text of each block cut at every border of every layer, so that overlaps and nests are drawn as they are. Both lists in text order. */
export function piecesOf(blocks: readonly Block[], layers: readonly Layer[]): Piece[][] {
  let next = 0
  let open: Layer[] = []
  const seen = new Set<string>()
  return blocks.map((block) => {
    open = open.filter(({ end }) => block.start < end)
    const own: Layer[] = [...open]
    while (next < layers.length && layers[next]!.start < block.end) own.push(layers[next++]!)
    open = own
    return cutAt(block, own.filter(({ end }) => block.start < end), seen)
  })
}

function cutAt({ start, end }: Block, layers: readonly Layer[], seen: Set<string>): Piece[] {
  const inside = (offset: number): boolean => start < offset && offset < end
  const borders = [...new Set([start, ...layers.flatMap((layer) => [layer.start, layer.end]).filter(inside), end])].sort((one, other) => one - other)
  const pieces: Piece[] = []
  const begun = new Set<Layer>()
  let active: Layer[] = []
  let next = 0
  const sorted = [...layers].sort((one, other) => one.start - other.start)
  for (let index = 0; index + 1 < borders.length; index += 1) {
    const from = borders[index]!
    active = active.filter((layer) => from < layer.end)
    while (next < sorted.length && sorted[next]!.start <= from) active.push(sorted[next++]!)
    const covering = active.filter((layer) => from < layer.end).sort((one, other) => one.end - one.start - (other.end - other.start))
    const fresh = covering.filter((layer) => layer.role === 'content' && !begun.has(layer)).reverse()
    for (const layer of fresh) begun.add(layer)
    pieces.push({ start: from, end: borders[index + 1]!, layers: covering, begins: fresh.map(({ of }) => ({ of, again: !isNew(of, seen) })) })
  }
  return pieces
}

function isNew(id: string, seen: Set<string>): boolean {
  return !seen.has(id) && Boolean(seen.add(id))
}

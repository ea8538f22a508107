import type { ArticleView, EntityView, StatementView } from '../../../src/inspect/model.js'
import type { Claim } from '../../../src/model.js'
import { blockAt, blocksOf, type Block } from './blocks.js'
import { layersOf, piecesOf, type Piece } from './pieces.js'
import { voicesOf, type Voice } from './voices.js'

/** An article made ready to be drawn: computed once, never changed. */
export interface Reading {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly pieces: readonly (readonly Piece[])[]
  readonly voices: readonly Voice[]
  readonly voiceOf: ReadonlyMap<string, Voice>
  readonly statements: ReadonlyMap<string, StatementView>
  /** In the order in which they begin in the text. */
  readonly order: readonly string[]
  readonly firstStatement: string | null
  readonly entities: readonly EntityView[]
  /** By the index of the block in which their sentence begins. */
  readonly claims: ReadonlyMap<number, readonly Claim[]>
}

/** What is told, and what else `shows`. */
export function readingOf(view: ArticleView, shows: (statement: StatementView) => boolean = () => false): Reading {
  const blocks = blocksOf(view)
  const attributions = view.attributions.filter((statement) => statement.untold === null || shows(statement))
  const { voices, of } = voicesOf(attributions)
  const order = [...attributions].sort(byPlace).map(({ id }) => id)
  return {
    text: view.text,
    blocks,
    pieces: piecesOf(blocks, layersOf({ ...view, attributions })),
    voices,
    voiceOf: of,
    statements: new Map(attributions.map((statement) => [statement.id, statement])),
    order,
    firstStatement: order[0] ?? null,
    entities: view.entities,
    claims: byBlock(view.claims, blocks)
  }
}

function byBlock(claims: readonly Claim[], blocks: readonly Block[]): ReadonlyMap<number, readonly Claim[]> {
  const groups = new Map<number, Claim[]>()
  for (const claim of claims) {
    const index = blockAt(blocks, claim.sentence.start)
    const group = groups.get(index)
    if (group) group.push(claim)
    else groups.set(index, [claim])
  }
  return groups
}

/** The outer one first where two begin together, as their initials stand in the text. */
const byPlace = (one: StatementView, other: StatementView): number => (one.content[0]?.start ?? 0) - (other.content[0]?.start ?? 0) || ends(other) - ends(one)

const ends = ({ content }: StatementView): number => content[0]?.end ?? 0

/** What is not told, but an address points at it, from one of its ends to the other: who asks for it sees it. */
export const isAskedFor = ({ content }: StatementView, at: number, to: number): boolean => content[0]?.start === at && content.at(-1)?.end === to

/** The statement that an address points at: the narrowest whose content covers it, else the first that it touches. */
export function statementAt({ statements, order }: Reading, start: number, end: number): string | null {
  const spans = order.flatMap((id) => {
    const { content, cue, source } = statements.get(id)!
    return [...content.map((span) => ({ id, span, content: true })), ...cue.map((span) => ({ id, span, content: false })), ...source.map((span) => ({ id, span, content: false }))]
  })
  const covering = spans.filter(({ span, content }) => content && span.start <= start && start < span.end).sort((one, other) => long(one.span) - long(other.span))
  return (covering[0] ?? spans.find(({ span }) => span.start < end && start < span.end))?.id ?? null
}

const long = ({ start, end }: { readonly start: number; readonly end: number }): number => end - start

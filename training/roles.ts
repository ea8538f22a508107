import { wordsOf, type Word } from '../src/reader/words.js'
import type { Labelled } from './prepare.js'

type Role = 'source' | 'cue' | 'content'
type Pieces = readonly (readonly [start: number, end: number])[]

interface Document {
  readonly id: string
  readonly text: string
  readonly attributions: readonly Readonly<Record<Role, Pieces>>[]
}

/** Column of B-; I- is the next one. */
const COLUMN: Readonly<Record<Role, number>> = { source: 1, cue: 3, content: 5 }

/** PolNeAR as JSON lines. Its offsets are code points; ours are UTF-16 code units. */
export function roleDocuments(content: string): Labelled[] {
  return content.split('\n').filter(Boolean).map((line) => labelled(JSON.parse(line) as Document))
}

function labelled({ id, text, attributions }: Document): Labelled {
  const points = codePoints(text)
  const owner = ownersOf(attributions, points.length)
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(({ 0: paragraph, index }) => wordsOf(paragraph, index)).filter((words) => words.length)
  const point = pointOf(text)
  const words: (Word & { begins: boolean })[] = paragraphs.flatMap((words) => words.map((word, index) => ({ ...word, begins: index === 0 })))
  const at = words.map(({ start, end }) => owner[(point(start) + point(end)) >> 1])
  const role = at.map((here, index) => {
    if (!here) return 0
    const before = words[index]?.begins ? undefined : at[index - 1]
    return COLUMN[here.role] + (before?.role === here.role && before.attribution === here.attribution ? 1 : 0)
  })
  const cueOf = new Map<number, number>()
  at.forEach((here, index) => {
    if (here?.role === 'cue' && !cueOf.has(here.attribution)) cueOf.set(here.attribution, index)
  })
  return {
    id,
    task: 'roles',
    paragraphs,
    pointers: ['of'],
    labels: {
      role,
      of: at.map((here, index) => (here ? (cueOf.get(here.attribution) ?? index) : -100)),
      paragraph: words.map(({ begins }) => Number(begins))
    },
    offsets: words.map(({ start, end }) => [point(start), point(end)])
  }
}

interface Owner {
  readonly role: Role
  readonly attribution: number
}

/** Who holds each code point. Contents first, the longest first, so that of nested ones the innermost stands; then sources, then cues. */
function ownersOf(attributions: Document['attributions'], length: number): (Owner | undefined)[] {
  const owner = new Array<Owner | undefined>(length)
  const size = (pieces: Pieces) => pieces.reduce((sum, [start, end]) => sum + end - start, 0)
  const order = attributions.map((_, index) => index).sort((a, b) => size(attributions[b]?.content ?? []) - size(attributions[a]?.content ?? []))
  for (const role of ['content', 'source', 'cue'] as const)
    for (const attribution of order) for (const [start, end] of attributions[attribution]?.[role] ?? []) owner.fill({ role, attribution }, start, end)
  return owner
}

const codePoints = (text: string): string[] => [...text]

/** From offsets in UTF-16 code units to code points. */
function pointOf(text: string): (offset: number) => number {
  const points = new Int32Array(text.length + 1)
  let point = 0
  for (let unit = 0; unit <= text.length; unit++) {
    points[unit] = point
    if (!/[\ud800-\udbff]/.test(text[unit] ?? '')) point++
  }
  return (offset) => points[offset] ?? point
}

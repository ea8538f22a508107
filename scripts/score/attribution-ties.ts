// node --import ./scripts/ts.mjs scripts/score/attribution-ties.ts FILE.jsonl [EVERY]: fits the weights of source-ties.ts and content-ties.ts
// on annotated articles (training ones only; EVERY 4 takes each fourth) and prints them beside those in use.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadLexicon } from '../../src/data/lexicon.js'
import { loadReader } from '../../src/reader/index.js'
import { readTokens } from '../../src/stages/1-tokens/index.js'
import { contentTies } from '../../src/stages/2-speakers/content-ties.js'
import { sharedBy, stretchOf, type Stretch } from '../../src/stages/2-speakers/draft.js'
import { piecesOf, type Piece } from '../../src/stages/2-speakers/pieces.js'
import { sourceTies } from '../../src/stages/2-speakers/source-ties.js'
import { pairOf, type Tie } from '../../src/stages/2-speakers/ties.js'
import { treeOf, type Tree } from '../../src/tree.js'
import { parseAnnotated, type Annotated } from './attribution.js'

/** A pair that may belong together: the strengths of its ties, and whether it does. */
interface Row {
  readonly strengths: readonly number[]
  readonly together: boolean
}

type Gold = Annotated['attributions'][number]

/** Share of the groups whose pointers are led astray on purpose: on articles that the reader learned from they are too good. */
const astray = 0.3
const reach = 10

/** All pairs of one cue with the sources around it, or of one content with the cues around it. */
function groupsOf(role: 'source' | 'content', tree: Tree, gold: readonly Gold[], ties: readonly Tie[], units: readonly number[]): Row[][] {
  const pieces = piecesOf(tree)
  const shared = (piece: Piece, attribution: Gold, part: 'source' | 'cue' | 'content') =>
    attribution[part].reduce((sum, [start, end]) => sum + sharedBy(stretchOf(tree, piece), { start: units[start] ?? 0, end: units[end] ?? 0 }), 0)
  const best = (piece: Piece, part: 'cue' | 'content'): Gold | undefined => [...gold].sort((a, b) => shared(piece, b, part) - shared(piece, a, part)).find((each) => 0 < shared(piece, each, part))
  const [home, other] = role === 'source' ? (['cue', 'source'] as const) : (['content', 'cue'] as const)
  return pieces.flatMap((piece, index) => {
    const own = piece.role === home ? best(piece, home) : undefined
    if (!own || shared(piece, own, home) < length(stretchOf(tree, piece)) / 2) return []
    const rows = pieces.slice(Math.max(0, index - reach), index + reach + 1).flatMap((rival): Row[] => {
      const place = pieces.indexOf(rival)
      const pair = rival.role === other ? (role === 'source' ? pairOf(pieces, place, index, tree) : pairOf(pieces, index, place, tree)) : null
      return pair && Math.abs((tree.paragraphOf[rival.from] ?? 0) - (tree.paragraphOf[piece.from] ?? 0)) <= (role === 'source' ? 0 : 2) ? [{ strengths: ties.map(({ strength }) => strength(pair)), together: 0 < shared(rival, own, other) }] : []
    })
    return rows.length ? [rows] : []
  })
}

const length = ({ start, end }: Stretch): number => end - start

/** Logistic regression by gradient descent (Adam), with a little decay. The first two ties are the pointers. */
function fit(groups: readonly (readonly Row[])[], size: number): number[] {
  let seed = 1
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
  const [weights, first, second] = [0, 0, 0].map(() => new Array<number>(size).fill(0)) as [number[], number[], number[]]
  const count = groups.reduce((sum, rows) => sum + rows.length, 0)
  for (let epoch = 1; epoch <= 300; epoch++) {
    const slope = new Array<number>(size).fill(0)
    for (const rows of groups) {
      const top = rows.reduce((best, row, index) => ((rows[best]?.strengths[0] ?? 0) < (row.strengths[0] ?? 0) ? index : best), 0)
      const swapped = random() < astray ? Math.floor(random() * rows.length) : top
      rows.forEach(({ strengths, together }, index) => {
        const pointers = rows[index === swapped ? top : index === top ? swapped : index]?.strengths ?? strengths
        const mixed = strengths.map((strength, tie) => (tie < 2 ? (pointers[tie] ?? 0) : strength))
        const chance = 1 / (1 + Math.exp(-mixed.reduce((sum, strength, tie) => sum + strength * (weights[tie] ?? 0), 0)))
        mixed.forEach((strength, tie) => (slope[tie] = (slope[tie] ?? 0) + (chance - Number(together)) * strength))
      })
    }
    slope.forEach((sum, tie) => {
      const step = sum / count + 0.0005 * (weights[tie] ?? 0)
      first[tie] = 0.9 * (first[tie] ?? 0) + 0.1 * step
      second[tie] = 0.99 * (second[tie] ?? 0) + 0.01 * step * step
      weights[tie] = (weights[tie] ?? 0) - (0.1 * (first[tie] ?? 0)) / (1 - 0.9 ** epoch) / (Math.sqrt((second[tie] ?? 0) / (1 - 0.99 ** epoch)) + 1e-8)
    })
  }
  return weights
}

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const [file = '', every = '4'] = process.argv.slice(2)
const [reader, lexicon] = [await loadReader(folder('models'), { threads: 1 }), loadLexicon(folder('data'))]
const groups: Record<'source' | 'content', Row[][]> = { source: [], content: [] }
for (const { id, text, attributions } of parseAnnotated(readFileSync(file, 'utf8')).filter((_, index) => index % Number(every) === 0)) {
  const reading = await readTokens({ path: `${id}.txt`, bytes: new TextEncoder().encode(text) }, { reader, lexicon, anyLanguage: true })
  if (reading.outcome !== 'read') continue
  const units = [0]
  for (const character of text) units.push((units.at(-1) ?? 0) + character.length)
  const tree = treeOf(reading.layer)
  groups.source.push(...groupsOf('source', tree, attributions, sourceTies, units))
  groups.content.push(...groupsOf('content', tree, attributions, contentTies, units))
}
for (const [role, ties] of [['source', sourceTies], ['content', contentTies]] as const) {
  const weights = fit(groups[role], ties.length)
  console.log(`\n${role}: tie, in use, fitted`)
  ties.forEach(({ name, weight }, index) => console.log(`${name.padEnd(22)} ${weight.toFixed(1).padStart(5)} ${(weights[index] ?? 0).toFixed(1).padStart(5)}`))
}

import type { Tree } from '../../tree.js'
import { tokenAt } from '../../tree.js'
import { contains } from '../../span.js'
import { lengthOf, sharedBy, stretchOf, type Draft, type Stretch } from './draft.js'
import { stretchOfPair, type Quotation } from './square.js'

/** A quotation that goes on right behind the sentence that names its speaker belongs to the verb that named them, whatever else that sentence tells:
 *  “Taxes will fall,” said Jane Doe, referring to the plan of the council. “Rents will follow.” */
export function resume(drafts: readonly Draft[], quotations: readonly Quotation[], tree: Tree): void {
  const stretches = quotations.map((quotation) => quotation.map(stretchOfPair))
  const [firsts, lasts] = [0, -1].map((place) => stretches.map((own) => own.at(place) ?? { start: 0, end: 0 })) as [Stretch[], Stretch[]]
  const [owners, enders] = [ownersOf(drafts, firsts), ownersOf(drafts, lasts)]
  firsts.forEach((next, index) => {
    const [before, owner, others] = [lasts[index - 1], enders[index - 1]?.[0], owners[index] ?? []]
    if (!before || !owner || others.includes(owner) || !goesOn(before, next, tree) || !named(owner, before, next, tree)) return
    if (!others.every(({ cue }) => cue.every((range) => isBetween(stretchOf(tree, range), before, next)))) return
    const own = stretches[index] ?? []
    for (const draft of others) draft.content = draft.content.flatMap((piece) => withoutEnd(piece, own, tree))
    owner.content.push(...own)
    enders[index] = [owner]
  })
}

/** By index of a quotation: the drafts with a piece of content around all of it. One pass over both, for both are in text order. */
function ownersOf(drafts: readonly Draft[], stretches: readonly Stretch[]): Draft[][] {
  const pieces = drafts.flatMap((draft) => draft.content.map((piece) => ({ draft, piece }))).sort((a, b) => a.piece.start - b.piece.start)
  const owners: Draft[][] = stretches.map(() => [])
  let first = 0
  for (const { draft, piece } of pieces) {
    while (first < stretches.length && (stretches[first]?.start ?? 0) < piece.start) first++
    for (let index = first; index < stretches.length && (stretches[index]?.start ?? 0) < piece.end; index++) {
      const stretch = stretches[index]
      if (stretch && contains(piece, stretch)) owners[index]?.push(draft)
    }
  }
  return owners
}

/** In one paragraph, the first at the beginning of a sentence that ends right before the second. */
function goesOn(before: Stretch, next: Stretch, { text, tokens, paragraphOf, sentenceOf }: Tree): boolean {
  const [from, to] = [tokenAt({ tokens }, before.end), tokenAt({ tokens }, next.start)]
  const whole = /[,?!]["”’»']$/.test(text.slice(before.start, before.end)) && /(^|[.!?…:]["”’»')\]]*\s*|\n\s*)$/.test(text.slice(Math.max(0, before.start - 8), before.start))
  if (!whole || to <= from || paragraphOf[from - 1] !== paragraphOf[to] || !/^["“”«]*\p{Lu}/u.test(text.slice(next.start, next.start + 3))) return false
  return /^[.!?]+$/.test(tokens[to - 1]?.text ?? '') && sentenceOf[from] === sentenceOf[to - 2] && !tokens.slice(from, to - 1).some(({ text }) => /^["“”;:!?]$/.test(text))
}

/** Its cue is the first thing told behind the quotation: at most a name stands between. */
function named({ cue, source }: Draft, before: Stretch, next: Stretch, tree: Tree): boolean {
  const from = tokenAt(tree, before.end)
  return cue.some((range) => isBetween(stretchOf(tree, range), before, next) && (range.from === from || source.some((own) => own.from === from && own.to <= range.from && range.from < own.to + 3)))
}

const isBetween = ({ start, end }: Stretch, before: Stretch, next: Stretch): boolean => before.end <= start && end <= next.start

/** What is left of a piece before the quotation, without the stop between. */
function withoutEnd(piece: Stretch, quotation: readonly Stretch[], { text }: Tree): Stretch[] {
  const own = quotation.find((pair) => 0 < sharedBy(pair, piece))
  if (!own) return [piece]
  const rest = { start: piece.start, end: piece.start + text.slice(piece.start, own.start).replace(/[\s.!?]+$/, '').length }
  return lengthOf(rest) > 0 ? [rest] : []
}

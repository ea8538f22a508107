import type { Range, Tree } from '../../tree.js'
import { tokenAt, tokensIn } from '../../tree.js'
import { sharedBy, type Draft, type Stretch } from './draft.js'
import { stretchOfPair, type Quotation } from './square.js'
import { signerOf, withAuxiliaries } from './quotation-rules.js'

/** Quotations that the reader gave to a cue farther off although their own stands right behind them become attributions of their own:
 *  “Taxes will fall,” said Jane Doe. “Rents too,” she added. Likewise the end of a content: Jane Doe praised the plan: “Taxes will fall,” she said. */
export function withOwnCues(drafts: readonly Draft[], quotations: readonly Quotation[], { tree, cueVerbs }: { readonly tree: Tree; readonly cueVerbs: ReadonlySet<string> }): Draft[] {
  const endings = new Map(quotations.flatMap((quotation) => {
    const [first, last] = [quotation[0], quotation.at(-1)]
    return first && last ? [[stretchOfPair(last).end, stretchOfPair(first).start] as const] : []
  }))
  const ownerOf = new Map(drafts.flatMap((draft) => [...draft.cue, ...draft.source].flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => [from + index, draft] as const))))
  const made: Draft[] = []
  for (const draft of drafts) {
    const pieces = draft.content.flatMap((piece) => cutAt(endings.get(piece.end), piece, tree))
    if (pieces.length < 2) continue
    const kept = pieces.filter((piece) => {
      const own = clauseAfter(piece, tree, cueVerbs)
      if (!own) return true
      const owner = ownerOf.get(own.verb)
      // The reader saw that cue, and left it with nothing, or with what comes behind it; the sentence goes on from the quotation, then.
      const behind = owner && owner.content.every(({ start }) => piece.end <= start) && (!owner.content.length || !/\.["”’»']$/.test(tree.text.slice(piece.start, piece.end)))
      if (owner && owner !== draft && behind) owner.content.push(piece)
      else if (owner || ownerOf.has(own.source.from)) return true
      else made.push({ content: [piece], cue: [withAuxiliaries(own.verb, tree)], source: [own.source], carries: null, sure: draft.sure, rule: 'own-cue' })
      return false
    })
    if (kept.length < pieces.length) draft.content = kept
  }
  return [...drafts, ...made]
}

/** In two where a quotation begins inside of it, behind a colon or the end of a sentence. */
function cutAt(start: number | undefined, piece: Stretch, { text }: Tree): Stretch[] {
  if (start === undefined || start <= piece.start || !/[:.!?]["”’»']?\s*$/.test(text.slice(piece.start, start))) return [piece]
  const before = text.slice(piece.start, start).replace(/[\s:]+$/, '').length
  return [{ start: piece.start, end: piece.start + before }, { start, end: piece.end }]
}

/** Quotations in later paragraphs than their cue's become attributions that take up its speaker (unless somebody else signs them: “Taxes will fall.” – Jane Doe), or go on
 *  from there with one quotation. */
export function withCarried(drafts: readonly Draft[], quotations: readonly Quotation[], tree: Tree): Draft[] {
  const quotationAt = new Map(quotations.flatMap((quotation) => quotation.map((pair) => [pair.open.start, quotation] as const)))
  const paragraphAt = (offset: number) => tree.paragraphOf[tokenAt(tree, offset)] ?? 0
  return drafts.flatMap((draft) => {
    const [cue] = draft.cue
    if (!cue || draft.content.length < 2) return [draft]
    const home = tree.paragraphOf[cue.from] ?? 0
    const moved = new Map<Quotation, Stretch[]>()
    const kept = draft.content.filter((piece) => {
      const quotation = quotationAt.get(piece.start)
      if (!quotation || paragraphAt(piece.start) <= home) return true
      if (quotation.some((pair) => draft.content.some((other) => paragraphAt(other.start) <= home && 0 < sharedBy(other, stretchOfPair(pair))))) return true
      moved.set(quotation, [...(moved.get(quotation) ?? []), piece])
      return false
    })
    if (!kept.length) return [draft]
    draft.content = kept
    return [
      draft,
      ...[...moved.values()].map((content): Draft => {
        const signer = signerOf(tokensIn(tree, content.at(-1) ?? { start: 0, end: 0 }), tree)
        return signer ? { content, cue: [], source: [signer], carries: null, sure: draft.sure, rule: 'dash' } : { content, cue: [], source: [], carries: draft, sure: draft.sure, rule: 'floating' }
      })
    ]
  })
}

/** "she added" or "added Jane Doe" right behind a closing mark. */
function clauseAfter({ end }: Stretch, tree: Tree, cueVerbs: ReadonlySet<string>): { verb: number; source: Range } | null {
  if (!/[,.!?…]?["”’»']$/.test(tree.text.slice(Math.max(0, end - 2), end))) return null
  const first = tokenAt(tree, end)
  if (tree.paragraphOf[first] !== tree.paragraphOf[first - 1]) return null
  const isVerb = (index: number) => /^VB[DZPN]$/.test(tree.tokens[index]?.tag ?? '') && cueVerbs.has(tree.tokens[index]?.lemma ?? '')
  const nounsAt = (from: number): Range | null => {
    if (/^(he|she|they|i|we|who)$/i.test(tree.tokens[from]?.text ?? '')) return { from, to: from + 1 }
    let to = from
    while (to < from + 5 && /^NNPS?$/.test(tree.tokens[to]?.tag ?? '')) to++
    return from < to ? { from, to } : null
  }
  const before = nounsAt(first)
  if (before && isVerb(before.to)) return { verb: before.to, source: before }
  const after = isVerb(first) ? nounsAt(first + 1) : null
  return after && { verb: first, source: after }
}

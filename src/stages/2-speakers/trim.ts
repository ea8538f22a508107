import type { Tree } from '../../tree.js'
import { tokensIn } from '../../tree.js'
import type { Draft, Stretch } from './draft.js'
import type { TrimRule } from './trim-rule.js'
import { trimsByShape } from './trim-shape.js'
import { trimsBySyntax } from './trim-syntax.js'

/** Every rule is asked in turn, of what those before it left. */
export const trimRules: readonly TrimRule[] = [...trimsBySyntax, ...trimsByShape]

/** Takes off what the rules find, piece by piece. */
export function trim(drafts: readonly Draft[], tree: Tree): void {
  for (const draft of drafts) draft.content = draft.content.map((piece) => trimmed(piece, draft, tree))
}

function trimmed(piece: Stretch, draft: Draft, tree: Tree): Stretch {
  let own = piece
  for (const rule of trimRules) {
    const range = tokensIn(tree, own)
    const kept = longest < range.to - range.from ? null : rule.of(range, draft, tree)
    if (kept) own = { start: kept.from === range.from ? own.start : (tree.tokens[kept.from]?.start ?? own.start), end: kept.to === range.to ? own.end : (tree.tokens[kept.to - 1]?.end ?? own.end) }
  }
  return own
}

/** A content of more words than this is a speech, and none of these slips is to be looked for in it. */
const longest = 200

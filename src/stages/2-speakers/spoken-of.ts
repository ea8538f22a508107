import type { Range, Tree } from '../../tree.js'
import { rootOf } from './draft.js'
import { childrenOf } from './ties.js'

/** Whom a cue speaks of or to, and whose word it is not. In PolNeAR's training part nobody is the source of 188 of 235 cues of seeming and of 372 of 508 passives with somebody
 *  before them; the others are nearly all feelings ("was worried"), which the list `felt` keeps. */
interface SpokenOf {
  readonly name: string
  readonly example: string
  holds(cue: Range, source: Range, surroundings: { readonly tree: Tree; readonly felt: ReadonlySet<string> }): boolean
}

export const spokenOfRules: readonly SpokenOf[] = [
  {
    name: 'seeming',
    example: '[source The mayor] [cue seems] [content to like the plan].',
    // "Seems to suggest that …" is somebody's word.
    holds: (cue, source, { tree }) => source.to <= cue.from && /^(seem|appear)$/.test(tree.tokens.slice(cue.from, cue.to).findLast(({ tag }) => /^VB/.test(tag))?.lemma ?? '')
  },
  {
    name: 'passive',
    example: '[source Jane Doe] [cue was expected] [content to cut taxes].',
    holds(cue, source, { tree, felt }) {
      const participle = passiveOf(cue, tree)
      return source.to <= cue.from && participle !== null && !felt.has(tree.tokens[participle]?.text.toLowerCase() ?? '')
    }
  },
  {
    name: 'when-asked',
    example: '[source Jane Doe] smiled when [cue asked about] [content the plan].',
    holds: (cue, _, { tree: { tokens } }) =>
      (/^(asked|pressed|questioned|quizzed|told)$/i.test(tokens[cue.from]?.text ?? '') && /^(when|if|after|once|being)$/i.test(tokens[cue.from - 1]?.text ?? '')) || /^(Asked|Pressed|Quizzed)$/.test(tokens[cue.from]?.text ?? '')
  },
  {
    name: 'receiving',
    example: '[source Jane Doe] [cue came under criticism for] [content the plan].',
    holds: (cue, source, { tree: { tokens } }) => source.to <= cue.from && /\b(come under|receive .*(criticism|scrutiny|praise|support|flak))\b/.test(tokens.slice(cue.from, cue.to).map(({ lemma }) => lemma.toLowerCase()).join(' '))
  }
]

export const isSpokenOf = (cue: Range, source: Range, surroundings: { readonly tree: Tree; readonly felt: ReadonlySet<string> }): boolean =>
  spokenOfRules.some((rule) => rule.holds(cue, source, surroundings))

/** The participle of "was widely expected", in the cue's own words or by the tree; null where the cue is no passive. */
function passiveOf(cue: Range, tree: Tree): number | null {
  const { tokens } = tree
  for (let be = cue.from; be < cue.to - 1; be++) {
    if (!isBe(be, tree)) continue
    let index = be + 1
    while (index < cue.to && /^(RB|CC|,)$/.test(tokens[index]?.tag ?? '')) index++
    if (index < cue.to && !isBe(index, tree)) return isParticiple(index, tree) ? index : null
  }
  const root = rootOf(tree, cue)
  return isParticiple(root, tree) && childrenOf(root, /^aux:pass$/, tree).some((helper) => helper < cue.from && isBe(helper, tree)) ? root : null
}

const isBe = (index: number, { tokens }: Tree): boolean => /^(is|are|was|were|been|being|be)$/i.test(tokens[index]?.text ?? '')

/** The ending counts too: the reader tags many a "saying" or "aware" as if it were "said". */
const isParticiple = (index: number, { tokens }: Tree): boolean =>
  tokens[index]?.tag === 'VBN' && /(ed|[^v]en|own|awn|ght|said|told|held|made|found|built|put|sent|felt|read|given|driven)$/i.test(tokens[index]?.text ?? '')

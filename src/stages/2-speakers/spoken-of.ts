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
    name: 'participle',
    example: '[source Jane Doe], [cue known as] [content the friend of everybody], left early.',
    holds: (cue, source, { tree, felt }) => source.to <= cue.from && isBareParticiple(cue, tree) && !felt.has(tree.tokens[rootOf(tree, cue)]?.text.toLowerCase() ?? '')
  },
  {
    name: 'known-as',
    example: '[source Jane Doe], [cue referred to] [content as the best mayor of all], left early.',
    // Between commas, whatever the trees make of it.
    holds(cue, source, { tree: { tokens } }) {
      const words = tokens.slice(cue.from, cue.to + 1).map(({ text }) => text.toLowerCase()).join(' ')
      return source.to <= cue.from && tokens[cue.from - 1]?.text === ',' && /^(also |best |often |widely )*(billed|described|hailed|known|referred to|regarded|seen|viewed) as\b/.test(words)
    }
  },
  {
    name: 'written-of',
    example: 'Ann Poe [cue wrote of] [source Jane Doe]: [content “She is too kind.”]',
    holds(cue, source, { tree }) {
      const { tokens } = tree
      const last = tokens[cue.to - 1]
      // "Received the praise of Jane Doe" is hers.
      return source.from === cue.to && /^(about|of)$/i.test(last?.text ?? '') && /^VB[DPZG]$/.test(tokens[cue.to - 2]?.tag ?? '') && cue.from < cue.to - 1
    }
  },
  {
    name: 'when-asked',
    example: '[source Jane Doe] smiled when [cue asked about] [content the plan].',
    holds: (cue, source, { tree }) => isAsked(cue, tree) && !isAgentOf(cue, source, tree)
  },
  {
    name: 'listener',
    example: 'Ann Poe wrote a letter [cue asking] [source Jane Doe] [content to cut taxes].',
    // "Asked Jane Doe" may be her word, and so is "according to Jane Doe".
    holds(cue, source, { tree }) {
      const verb = tree.tokens[cue.to - 1]
      return source.from === cue.to && verb?.tag === 'VBG' && /^(advise|ask|beg|caution|encourage|implore|inform|invite|lobby|order|remind|tell|urge|warn)$/.test(verb.lemma)
    }
  },
  {
    name: 'impersonal',
    example: '[source Jane Doe] left when [cue it became clear] [content that taxes would fall].',
    // Behind it may stand whose view it is: "there is a sense among voters that …".
    holds(cue, source, { tree: { tokens } }) {
      const it = [cue.from, cue.from - 1].find((index) => /^(it|there)$/i.test(tokens[index]?.text ?? ''))
      return it !== undefined && source.to <= it && tokens.slice(it + 1, it + 3).some(({ lemma }) => /^(be|['’]s|become|seem|appear|remain)$/.test(lemma))
    }
  },
  {
    name: 'receiving',
    example: '[source Jane Doe] [cue came under criticism for] [content the plan].',
    holds: (cue, source, { tree: { tokens } }) => source.to <= cue.from && /\b(come under|(receive|face|endure|draw|escape) .*(criticism|question|scrutiny|praise|support|flak))\b/.test(tokens.slice(cue.from, cue.to).map(({ lemma }) => lemma.toLowerCase()).join(' '))
  },
  {
    name: 'answering',
    example: '[source Jane Doe] did not respond to [cue questions about] [content the plan].',
    holds(cue, source, { tree }) {
      const root = rootOf(tree, cue)
      const { head = null, tag = '' } = tree.tokens[root] ?? {}
      const own = tree.tokens[cue.from - 1]?.tag === 'POS' || childrenOf(root, /^nmod:poss$/, tree).length
      return source.to <= cue.from && /^NN/.test(tag) && !own && head !== null && head < cue.from && source.to <= head && /^(answer|address|avoid|deflect|dodge|draw|endure|escape|face|field|ignore|receive|respond|spark|trigger)$/.test(tree.tokens[head]?.lemma ?? '')
    }
  }
]

export const isSpokenOf = (cue: Range, source: Range, surroundings: { readonly tree: Tree; readonly felt: ReadonlySet<string> }): boolean =>
  spokenOfRules.some((rule) => rule.holds(cue, source, surroundings))

/** "When asked", "asked about …, Jane Doe said": who is asked does not ask. */
function isAsked({ from }: Range, tree: Tree): boolean {
  const { text = '' } = tree.tokens[from] ?? {}
  const before = tree.tokens[from - 1]?.text ?? ''
  if (!/^(asked|pressed|questioned|quizzed|told)$/i.test(text)) return false
  if (/^(when|if|after|once|being)$/i.test(before) || /^(Asked|Pressed|Quizzed)$/.test(text)) return true
  return before === ',' && !/^told$/i.test(text) && /^(about|by|if|whether|why|how|on|for)$/i.test(tree.tokens[from + 1]?.text ?? '') && !childrenOf(from, /^nsubj/, tree).length && tree.tokens[from]?.relation !== 'conj'
}

/** "By" stands between the two, and hardly anything else. */
const isAgentOf = (cue: Range, source: Range, { tokens }: Tree): boolean => cue.to <= source.from && /^by$/i.test(tokens[source.from - 1]?.text ?? '') && source.from - cue.to < 4

/** "Known as", "referred to as": a participle that hangs on the noun before it. */
function isBareParticiple(cue: Range, tree: Tree): boolean {
  const root = rootOf(tree, cue)
  const { relation = '', tag = '' } = tree.tokens[root] ?? {}
  const bare = tree.tokens.slice(cue.from, root).every(({ tag }) => /^RB/.test(tag))
  return bare && tag === 'VBN' && /^acl/.test(relation) && relation !== 'acl:relcl' && isParticiple(root, tree) && !childrenOf(root, /^(nsubj|aux)/, tree).length
}

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

import type { Lexicon } from '../../data/lexicon.js'
import type { Attribution } from '../../model.js'
import type { Range, Tree } from '../../tree.js'
import { formsOf } from './content-form.js'
import { cueWordsOf, wordsOfCue, type CueWords } from './cue-words.js'
import type { Draft } from './draft.js'
import type { Report } from './kind-report.js'
import { kindRules } from './kind-rules.js'

/** Statement, attitude, or no report: what the first rule says that speaks. */
export const kindOf = (draft: Draft, type: Attribution['type'], tree: Tree, lexicon: Lexicon): Attribution['kind'] => kindBy(reportOf(draft, type, tree, lexicon)).kind

/** The same with the name of the rule. */
export function kindBy(report: Report): { readonly kind: Attribution['kind']; readonly rule: string } {
  for (const { name, kindOf } of kindRules) {
    const kind = kindOf(report)
    if (kind) return { kind, rule: name }
  }
  return { kind: 'other', rule: 'none' }
}

export function reportOf({ content, cue, source, rule }: Draft, type: Attribution['type'], tree: Tree, lexicon: Lexicon): Report {
  const words = cueWordsOf(lexicon)
  const [range] = cue
  return {
    tree,
    lexicon,
    words,
    content,
    type,
    cue: range ?? null,
    source: source[0] ?? null,
    made: rule,
    forms: formsOf(content, type, tree),
    ...(range ? wordsIn(cue, tree, words) : { own: undefined, behind: [], root: 0 })
  }
}

/** Of all its pieces, the first with a word in it. */
function wordsIn(cue: readonly Range[], tree: Tree, words: CueWords): ReturnType<typeof wordsOfCue> {
  const range = cue.find(({ from, to }) => tree.tokens.slice(from, Math.min(to, from + 6)).some(({ text }) => /\p{L}/u.test(text))) ?? cue[0]
  return wordsOfCue(range ?? { from: 0, to: 0 }, tree, words)
}

import type { Tree } from '../../tree.js'
import { tokenAt, tokensIn } from '../../tree.js'
import { contains } from '../../span.js'
import { rootOf, stretchOf, type Draft, type Stretch } from './draft.js'
import { lastParagraph, quotationRules, type Surroundings, type Unread } from './quotation-rules.js'
import { subjectOf } from './sources.js'
import { stretchOfPair, type Quotation } from './square.js'
import { isSupposed } from './supposed.js'
import { overlapping } from './tidy.js'
import { isTitle } from './title.js'

/** Attributes the speech that stands in marks and that no draft covers. Returns the drafts made from it. A whole sentence in marks that
 *  follows in the paragraph of a quotation goes on with that one, and becomes a piece of it. */
export function readUnread(drafts: readonly Draft[], quotations: readonly Quotation[], { tree, cueVerbs }: Pick<Surroundings, 'tree' | 'cueVerbs'>): Draft[] {
  const placeOf = (draft: Draft) => Math.min(...[...draft.content, ...draft.cue.map((range) => stretchOf(tree, range))].map(({ start }) => start))
  const complete = drafts.filter(({ content }) => content.length).map((draft) => ({ draft, start: placeOf(draft) })).sort((a, b) => a.start - b.start)
  const idle = drafts.filter(({ content, cue }) => !content.length && cue.length)
  const covered = complete.flatMap(({ draft }) => draft.content.map((piece) => ({ ...piece, draft }))).sort((a, b) => a.start - b.start)
  const made: Draft[] = []
  let next = 0
  let before: Draft | undefined
  for (const quotation of quotations) {
    const unread = unreadOf(quotation, tree)
    const [first] = unread.stretches
    if (!first) continue
    for (; next < complete.length && (complete[next]?.start ?? 0) < first.start; next++) before = complete[next]?.draft
    // What is reported inside of a quotation does not say who speaks the quotation.
    const isOuter = ({ draft }: { readonly draft: Draft }) => !draft.cue.some(({ from }) => unread.range.from <= from && from < unread.range.to)
    if (unread.stretches.some((stretch) => overlapping(covered, stretch).some(isOuter)) || !isSpeech(unread, tree)) continue
    while (idle.length && (idle[0]?.cue[0]?.to ?? 0) < unread.range.from - 40) idle.shift()
    for (const rule of quotationRules) {
      const read = rule.read(unread, { tree, cueVerbs, idle, before })
      if (!read) continue
      const goesOn = read.carries && before && lastParagraph(before, tree) === tree.paragraphOf[unread.range.from]
      if (goesOn && before) before.content.push(...unread.stretches)
      else {
        before = { content: [...unread.stretches], sure: 0.8, rule: rule.name, ...read }
        made.push(before)
      }
      break
    }
  }
  return made
}

/** Quotations inside quotations that a verb beside them reports: “My father told me, ‘Never pay twice,’ and I listened.” */
export function readInner(drafts: readonly Draft[], quotations: readonly Quotation[], { tree, cueVerbs }: Pick<Surroundings, 'tree' | 'cueVerbs'>): Draft[] {
  const pieces = drafts.flatMap(({ content }) => content).sort((a, b) => a.start - b.start)
  const rule = quotationRules.find(({ name }) => name === 'verb-beside')
  return quotations.flatMap((quotation): Draft[] => {
    const unread = unreadOf(quotation, tree)
    const [first] = unread.stretches
    const own = first && overlapping(pieces, first).some((piece) => !contains(piece, first))
    const read = own || unread.words < 2 || !isSpeech(unread, tree) ? null : rule?.read(unread, { tree, cueVerbs, idle: [], before: undefined })
    const source = read?.cue[0] ? subjectOf(read.cue[0], tree) : null
    // Whoever is named outside of the outer marks does not speak inside of them.
    const said = source && read?.cue[0] && !isSupposed(rootOf(tree, read.cue[0]), source, tree)
    const inside = said && first && !/["“”]|''/.test(tree.text.slice(...ends(stretchOf(tree, source), first)))
    return read && source && inside ? [{ ...read, content: [...unread.stretches], source: [source], sure: 0.8, rule: 'inner' }] : []
  })
}

const ends = (a: Stretch, b: Stretch): [number, number] => [Math.min(a.start, b.start), Math.max(a.end, b.end)]

function unreadOf(quotation: Quotation, tree: Tree): Unread {
  const stretches = quotation.map(stretchOfPair)
  const [first, last] = [quotation[0], quotation.at(-1)]
  const range = { from: tokenAt(tree, first?.open.start ?? 0), to: tokensIn(tree, stretches.at(-1) ?? { start: 0, end: 0 }).to }
  const words = tree.tokens.slice(range.from, range.to).filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length
  const opens = /(^|[.!?…:]["”’')\]]*\s*|\n\s*)$/.test(tree.text.slice(Math.max(0, (first?.open.start ?? 0) - 12), first?.open.start ?? 0))
  return { stretches, range, words, whole: opens && /[.!?…]["”’')\]]*$/.test(last?.inside.text ?? '') }
}

/** Words in marks that somebody said, as far as the words alone can tell: four or more, or with a comma or an end mark inside, and no title. */
function isSpeech({ stretches, words, whole }: Unread, { text }: Tree): boolean {
  const quoted = stretches.map(({ start, end }) => text.slice(start, end)).join(' ')
  if (3 <= words && isTitle(quoted.replace(/\.(?=["”’»']*$)/, ''))) return false
  return whole || (!isTitle(quoted) && (4 <= words || /,['’]?["”’»'“]+$/.test(quoted)))
}

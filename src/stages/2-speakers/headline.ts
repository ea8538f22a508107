import type { Range, Tree } from '../../tree.js'
import { tokensIn } from '../../tree.js'
import { overlaps } from '../../span.js'
import { stretchOf, type Draft, type Stretch } from './draft.js'
import type { Name } from './names.js'

/** Puts the headline right. What has a mere label for a source ("Analysis: Taxes to fall") is nobody's word; a name before a dash or
 *  a colon, perhaps behind a label, speaks: "News report: Doe - Taxes to fall". */
export function withHeadline(drafts: readonly Draft[], title: Stretch | null, { labels, names, tree }: { labels: ReadonlySet<string>; names: readonly Name[]; tree: Tree }): Draft[] {
  const kept = drafts.filter((draft) => !isLabelled(draft, labels, tree))
  const spoken = title && spokenIn(tokensIn(tree, title), { labels, names, tree })
  return spoken && !kept.some(({ content }) => content.some((piece) => spoken.content.some((own) => overlaps(own, piece)))) ? [...kept, spoken] : kept
}

function isLabelled({ source, cue }: Draft, labels: ReadonlySet<string>, { tokens }: Tree): boolean {
  const [range] = source
  const mark = cue.length === 1 && /^[:–—―-]$/.test(tokens[cue[0]?.from ?? -1]?.text ?? '')
  // A colon alone, with nobody before it, reports nothing.
  return mark && (!range || labels.has(wordsOf(range, tokens)))
}

const wordsOf = ({ from, to }: Range, tokens: Tree['tokens']): string => tokens.slice(from, to).map(({ text }) => text.toLowerCase()).join(' ')

function spokenIn({ from, to }: Range, { labels, names, tree }: { labels: ReadonlySet<string>; names: readonly Name[]; tree: Tree }): Draft | null {
  const { tokens } = tree
  const people = new Set(names.filter(({ kind }) => kind === 'Person').map(({ words }) => words.at(-1)))
  const colon = tokens.slice(from, to).findIndex(({ text }) => text === ':')
  const start = 0 < colon && labels.has(wordsOf({ from, to: from + colon }, tokens)) ? from + colon + 1 : from
  let end = start
  while (end < to && end < start + 5 && /^\p{Lu}/u.test(tokens[end]?.text ?? '')) end++
  const [last, mark, next] = tokens.slice(end - 1, end + 2)
  const speaks = last && mark && next && people.has(last.text) && (mark.text === ':' || (/^[-–—―]$/.test(mark.text) && last.end < mark.start && mark.end < next.start))
  if (!speaks || to < end + 3) return null
  return { content: [stretchOf(tree, { from: end + 1, to })], cue: [{ from: end, to: end + 1 }], source: [{ from: start, to: end }], carries: null, sure: 0.9, rule: 'headline' }
}

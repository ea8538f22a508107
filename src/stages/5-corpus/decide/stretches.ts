import type { Entry, Quoted } from '../../../decisions/index.js'
import { nearest } from '../../../near.js'
import type { Member } from '../model.js'
import { fold } from '../names.js'
import type { Outcome } from './join.js'

/** A stretch of an article that a decision may be about. */
export interface Stretch {
  readonly article: string
  readonly start: number
  readonly end: number
  /** Its pieces as they stand in the article, in order. */
  readonly texts: readonly string[]
}

/** Finds what a decision is about. By its offsets, if its words stand there; where the article has become another one since, by its words, if they stand there
 *  once. The words may be the beginning of it only. */
export function findStretch<S extends Stretch>(quoted: Quoted, stretches: readonly S[], articles: Iterable<string>, noun: string): S | { readonly problem: string } {
  const { article, start, end, text } = quoted
  const there = stretches.filter((stretch) => stretch.article === article)
  if (there.length === 0) {
    const all = new Set(articles)
    const [near] = nearest(article, all, 1)
    return { problem: all.has(article) ? `${article} has no ${noun} any more` : `no article "${article}" is in the corpus${near === undefined ? '' : `; did you mean "${near}"?`}` }
  }
  const wanted = fold(text)
  const says = there.filter(({ texts }) => fold(texts.join(' ')).startsWith(wanted) || fold(texts[0] ?? '') === wanted)
  const exact = says.find((stretch) => stretch.start === start && stretch.end === end)
  if (exact) return exact
  const [only, ...more] = says
  if (only && more.length === 0) return only
  const where = start === undefined ? '' : ` at ${start}`
  if (only) return { problem: `"${short(text)}" is the beginning of ${says.length} ${noun}s of ${article}; say which by "start" and "end": ${says.slice(0, 5).map(({ start, end }) => `${start}–${end}`).join(', ')}` }
  const at = there.find((stretch) => stretch.start === start)
  const [near] = at ? [at.texts.join(' … ')] : nearest(text, there.map(({ texts }) => texts.join(' … ')), 1)
  return { problem: `it no longer fits: ${article} has no ${noun} "${short(text)}"${where}${near === undefined ? '' : `; there is "${short(near)}"`}` }
}

const short = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`)

/** The members without the mentions that the user wants left out; a member that loses its last one goes with it. */
export function withoutMentions(members: readonly Member[], entries: readonly Entry[]): { readonly members: readonly Member[]; readonly outcomes: ReadonlyMap<Entry, Outcome> } {
  const outcomes = new Map<Entry, Outcome>()
  const ignored = new Set<unknown>()
  for (const entry of entries) {
    if (!('ignore' in entry.decision) || !('mention' in entry.decision.ignore)) continue
    const { mention } = entry.decision.ignore
    const stretches = members.filter(({ article }) => article === mention.article).flatMap(({ article, mentions }) => mentions.map((one) => ({ article, start: one.start, end: one.end, texts: [one.text], one })))
    const found = findStretch(mention, stretches, members.map(({ article }) => article), 'mention')
    if ('problem' in found) outcomes.set(entry, found)
    else {
      ignored.add(found.one)
      outcomes.set(entry, { did: `"${found.texts[0]}" at ${found.start} of ${found.article} is nobody's` })
    }
  }
  if (ignored.size === 0) return { members, outcomes }
  const left = members.map((member) => (member.mentions.some((mention) => ignored.has(mention)) ? { ...member, mentions: member.mentions.filter((mention) => !ignored.has(mention)) } : member))
  return { members: left.filter(({ mentions }, index) => mentions.length > 0 || members[index]?.mentions.length === 0), outcomes }
}

import type { Lexicon } from '../../data/lexicon.js'
import type { Tree } from '../../tree.js'
import { agreed } from './agreed.js'
import { withBorders } from './find/names/borders.js'
import { withKinds } from './find/names/kinds.js'
import { withoutNone } from './find/names/none.js'
import { withMissed } from './missed-names.js'

/** A name as the reader saw it. */
export interface Name {
  readonly from: number
  readonly to: number
  readonly label: string
  /** Mean probability of its words' labels. */
  readonly sure: number
  /** What settled its kind or its borders, where it was not the reader. */
  readonly rule?: string
}

/** The reader's names. A word labelled as the middle of a name goes with what stands before it, whatever kind it says;
 *  the kind of a name is that of most of its words. Apostrophes, marks and brackets at its ends are no part of it. */
export function namesOf({ tokens, sentenceOf }: Pick<Tree, 'tokens' | 'sentenceOf'>, lexicon: Lexicon): Name[] {
  const sheet = { tokens, sentenceOf, lexicon }
  const seen = withBorders(sheet, withMissed(sheet, addressed(tokens, whole(tokens, labelled(sheet)))))
  return agreed(sheet, withKinds(sheet, withoutNone(sheet, seen)))
}

function labelled({ tokens, sentenceOf }: Pick<Tree, 'tokens' | 'sentenceOf'>): Name[] {
  const names: Name[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (labelOf(tokens, from) === null) continue
    let to = from + 1
    while (tokens[to]?.name.startsWith('I-') && sentenceOf[to] === sentenceOf[from]) to++
    const next = to
    const [first, last] = trimmed(tokens, from, to)
    for (const [begin, end] of first < last ? balanced(tokens, first, last) : []) names.push({ from: begin, to: end, label: majority(tokens, begin, end), sure: mean(tokens, begin, end) })
    from = next - 1
  }
  return names
}

/** Two names of one kind that touch are one, if the tree ties them: "New" and "York". */
function whole(tokens: Tree['tokens'], names: readonly Name[]): Name[] {
  const joined: Name[] = []
  for (const name of names) {
    // What the reader took for a name inside of a nickname: "Cod".
    const outer = joined.at(-2)
    if (outer && isInNickname(tokens, outer, joined.at(-1), name)) joined.pop()
    const before = joined.at(-1)
    const touches = before?.to === name.from && before.label === name.label && tokens[before.to - 1]?.end === (tokens[name.from]?.start ?? 0) - 1
    const tied = (a: Name, b: Name) => tokens.slice(a.from, a.to).some(({ head, relation }) => /^(?:flat|compound)$/.test(relation) && head !== null && b.from <= head && head < b.to)
    if (before && continues(tokens, before, name)) {
      joined[joined.length - 1] = { ...before, to: name.to, label: before.to - before.from > 2 || before.label === 'Person' ? before.label : name.label, sure: Math.min(before.sure, name.sure) }
      continue
    }
    const same = before && tokens.slice(before.from, before.to).map(({ text }) => text).join(' ') === tokens.slice(name.from, name.to).map(({ text }) => text).join(' ')
    if (before && touches && !same && /^(?:Person|Location|Organization)$/.test(name.label) && (tied(before, name) || tied(name, before)))
      joined[joined.length - 1] = { ...before, to: name.to, sure: Math.min(before.sure, name.sure) }
    else joined.push(name)
  }
  return joined
}

/** What the reader took apart at a nickname in marks, at the stop of an initial or at that of "St". */
function continues(tokens: Tree['tokens'], before: Name, name: Name): boolean {
  const text = (index: number) => tokens[index]?.text ?? ''
  if (text(before.to) === '.' && before.to + 1 === name.from) return (before.label === 'Person' && name.label === 'Person' && /^\p{Lu}$/u.test(text(before.to - 1))) || (before.to - before.from === 1 && text(before.from) === 'St')
  if (before.to - before.from === 2 && text(before.from) === 'St' && text(before.to - 1) === '.' && before.to === name.from) return true
  return before.label === 'Person' && name.label === 'Person' && isNickname(tokens, before.to, name)
}

/** Nils "the Cod" Aune is one man. */
function isNickname(tokens: Tree['tokens'], from: number, { from: start, to }: Name): boolean {
  if (start - from < 1 || start - from > 6 || !/^["“‘'«(]$/.test(tokens[from]?.text ?? '')) return false
  const close = tokens.slice(from + 1, to).findIndex(({ text }) => /^["”’'»)]$/.test(text)) + from + 1
  return from + 1 < close && close < to && start <= close + 1 && !tokens.slice(from + 1, close).some(({ text, tag }) => /^[,.;:]$/.test(text) || /^(?:CC|VB|MD)/.test(tag))
}

const isInNickname = (tokens: Tree['tokens'], outer: Name, inner: Name | undefined, name: Name): boolean =>
  inner !== undefined && outer.label === 'Person' && name.label === 'Person' && outer.to < inner.from && inner.to < name.from && isNickname(tokens, outer.to, name)

/** Not "Miss": of a Miss Gont the news has more often as of a contest. */
const address = /^(?:Mr|Mrs|Ms|Messrs)\.?$/

/** Who is addressed as "Mr." or "Mrs." is a person, whatever else the reader saw, or did not see. */
function addressed(tokens: Tree['tokens'], names: readonly Name[]): Name[] {
  const kept = names.map((name): Name => {
    const own = address.test(tokens[name.from]?.text ?? '') && name.to - name.from > 1
    if (!own && !address.test(tokens[name.from - 1]?.text ?? '')) return name
    return { ...name, from: own ? name.from + 1 : name.from, label: 'Person', sure: Math.max(0.9, name.sure) }
  })
  const named = new Set(kept.map(({ from }) => from))
  const covered = new Uint8Array(tokens.length)
  for (const { from, to } of names) covered.fill(1, from, to)
  const unseen = tokens.flatMap(({ text }, index): Name[] => {
    if (!address.test(text) || named.has(index + 1) || covered[index + 1]) return []
    let to = index + 1
    while (to < index + 4 && !named.has(to) && /^NNPS?$/.test(tokens[to]?.tag ?? '') && /^\p{Lu}/u.test(tokens[to]?.text ?? '')) to++
    return to > index + 1 ? [{ from: index + 1, to, label: 'Person', sure: 0.9 }] : []
  })
  return [...kept, ...unseen].sort((a, b) => a.from - b.from)
}

const labelOf = (tokens: Tree['tokens'], index: number): string | null => {
  const name = tokens[index]?.name ?? 'O'
  return name === 'O' ? null : name.slice(2)
}

function trimmed(tokens: Tree['tokens'], from: number, to: number): [number, number] {
  const loose = /^(?:['’‘"“”,;:()[\]«»–—-]|['’]s)$/
  while (from < to && loose.test(tokens[from]?.text ?? '')) from++
  while (from < to && loose.test(tokens[to - 1]?.text ?? '') && tokens[to - 1]?.text !== ')') to--
  return [from, to]
}

/** "JD (S)" ends with its bracket; one that is not closed, or that was opened before, is a border. */
function balanced(tokens: Tree['tokens'], from: number, to: number): [number, number][] {
  const parts: [number, number][] = []
  let [begin, open] = [from, -1]
  for (let index = from; index < to; index++) {
    if (tokens[index]?.text === '(') open = index
    else if (tokens[index]?.text === ')' && open < 0) {
      parts.push(trimmed(tokens, begin, index))
      begin = index + 1
    } else if (tokens[index]?.text === ')') open = -1
  }
  if (open < 0) parts.push(trimmed(tokens, begin, to))
  else if (tokens[to]?.text === ')') parts.push([begin, to + 1])
  else parts.push(trimmed(tokens, begin, open), trimmed(tokens, open + 1, to))
  return parts.filter(([start, end]) => start < end)
}

function majority(tokens: Tree['tokens'], from: number, to: number): string {
  const votes = new Map<string, number>()
  for (let index = from; index < to; index++) {
    const label = labelOf(tokens, index)
    if (label) votes.set(label, (votes.get(label) ?? 0) + (tokens[index]?.sure.name ?? 0))
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'Misc'
}

const mean = (tokens: Tree['tokens'], from: number, to: number): number => {
  let sum = 0
  for (let index = from; index < to; index++) sum += tokens[index]?.sure.name ?? 0
  return sum / Math.max(1, to - from)
}

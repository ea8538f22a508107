import type { DateMention, Tokens } from '../../../model.js'
import { spanOf } from '../../../span.js'
import { tokenAt, type Tree } from '../../../tree.js'
import { dayOf } from './calendar.js'
import type { Anchor, Context, DateRule } from './rule.js'
import { counted, type CountedRule } from './rules/counted.js'
import { durations, sets } from './rules/durations.js'
import { holidays } from './rules/holidays.js'
import { explicit } from './rules/explicit.js'
import { months } from './rules/months.js'
import { relatives } from './rules/relative.js'
import { weekdays } from './rules/weekdays.js'
import { years } from './rules/years.js'
import { holdOf, type Hold } from './tense.js'

/** Most precise first; the first that takes a stretch keeps it. */
export const dateRules: readonly DateRule[] = [
  ...years.slice(0, 1), ...explicit, ...holidays, ...sets, ...weekdays, ...months, ...relatives, ...years.slice(1), ...durations
]

/** Sentences without such a word hold no date; most end here. */
const hint = /\d{2}|day\b|days\b|week|month|year|decade|centur|hour|minute|night|morning|afternoon|evening|morrow|annual|Christmas|New Year|Boxing|annual|daily|quarter|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)|\b\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/

/** A sentence longer than this is read in pieces; no date is longer than the overlap lost. */
const longest = 4000

/** Every date, duration and set of the article as ISO 8601, counted from the article's own day where it is relative. */
export function datesOf({ article, text, sentences }: Tokens, tree: Tree): DateMention[] {
  const published = article.published === null ? null : dayOf(article.published)
  const anchor = article.published === null ? null : `${article.published} (published)`
  let earlier: Anchor | null = null
  return sentences.flatMap(({ start, end }) => {
    const dates: DateMention[] = []
    let last: Anchor | null = null
    for (let at = start; at < end; at += longest) {
      const piece = text.slice(at, Math.min(end, at + longest))
      if (!hint.test(piece)) continue
      const context: Context = { published, earlier: last ?? earlier, hold: (offset) => holdOf(tree, tokenAt(tree, at + offset)) }
      const found = datesIn(piece, context)
      for (const { start: from, end: to, value, kind, relative, from: other } of found)
        dates.push({ span: spanOf(text, at + from, at + to), value, kind, anchor: other ? `${other.value} (${other.text})` : relative ? anchor : null })
      last = anchorOf(found, piece, Infinity) ?? last
    }
    earlier = last
    return dates
  })
}

interface Found {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly kind: DateMention['kind']
  readonly relative: boolean
  readonly rule: string
  /** The date of the text that it was counted from. */
  readonly from: Anchor | null
}

/** The dates of one sentence, in text order. */
export function datesIn(sentence: string, context: Context, rules: readonly DateRule[] = dateRules, steps: readonly CountedRule[] = counted): Found[] {
  const found: Found[] = []
  for (const { name, pattern, value } of rules)
    for (const match of matchesOf(pattern, sentence)) {
      const dated = match.groups?.['date']
      const start = dated === undefined ? match.index : match.index + match[0].lastIndexOf(dated)
      const stretch = trim(dated ?? match[0], start)
      if (found.some((other) => stretch.start < other.end && other.start < stretch.end)) continue
      // The verb is looked for from the date itself, not from the words before it.
      const answer = value(match, { ...context, hold: () => leading(sentence, stretch.start, context.hold(stretch.end - 1)) })
      if (answer) found.push({ ...stretch, value: answer.value, kind: answer.kind, relative: answer.relative, rule: name, from: null })
    }
  found.sort((a, b) => a.start - b.start)
  for (const { name, pattern, value } of steps)
    for (const match of matchesOf(pattern, sentence)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const from = anchorOf(found, sentence, start) ?? context.earlier
      const date = from && !found.some((other) => other.kind === 'date' && start < other.end && other.start < end) ? value(match, from.value) : null
      if (date === null) continue
      // The duration in it is no mention of its own.
      const kept = found.filter((other) => other.end <= start || end <= other.start)
      found.splice(0, found.length, ...kept, { start, end, value: date, kind: 'date', relative: true, rule: name, from })
      found.sort((a, b) => a.start - b.start)
    }
  return found
}

/** `sentence.matchAll(pattern)`, which copies the pattern each time: forty rules on every sentence pay for that. */
function* matchesOf(pattern: RegExp, sentence: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0
  for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
    yield match
    if (match[0] === '') pattern.lastIndex++
  }
}

/** The last date before a place of the sentence; a stretch of time is none to count from. */
function anchorOf(found: readonly Found[], sentence: string, before: number): Anchor | null {
  const last = found.findLast(({ kind, end }) => kind === 'date' && end <= before)
  return last && !last.value.includes('/') && !last.value.includes('W') ? { value: last.value, text: sentence.slice(last.start, last.end) } : null
}

/** "by Friday" is still to come, and so are "until" and "to" unless the verb is past. */
function leading(sentence: string, start: number, hold: Hold): Hold {
  const before = /\b(by|until|till|before|to)\s(?:the\s)?$/i.exec(sentence.slice(Math.max(0, start - 12), start))?.[1]?.toLowerCase()
  const movedTo = /\b(?:moved|postponed|delayed|put off|deferred|extended|pushed back|rescheduled) (?:to|until|till)\s(?:the\s)?$/i.test(sentence.slice(Math.max(0, start - 30), start))
  if (before === 'by' || movedTo || (before && hold.tense !== 'past')) return { tense: 'future', noun: false }
  return hold
}

/** "in three weeks" is the date "in three weeks", but "In May next year" is "May next year". */
function trim(text: string, start: number): { start: number; end: number } {
  const lead = /^(?:in|In|on|On)\s(?=[A-Z])/.exec(text)?.[0].length ?? 0
  return { start: start + lead, end: start + text.length }
}

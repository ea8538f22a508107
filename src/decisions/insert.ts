import { UserError } from '../error.js'
import { pretty } from '../format.js'
import { valueOf, type Node } from './json.js'
import type { Decision } from './model.js'
import { listOf, problemOf } from './parse.js'
import { isEmpty } from './remove.js'

/** The text of `hearsay.json` with one decision more; all else stays letter by letter as it is. What was decided earlier of the very same thing gives way.
 *  Throws `UserError` where the decision, or the file as it is, is not well formed. */
export function withDecision(text: string | null, decision: Decision, path: string): string {
  const problem = problemOf(decision)
  if (problem !== null) throw new UserError(`${path}: this decision cannot be added: ${problem}`)
  if (text === null || isEmpty(text)) return `{\n  "decisions": [\n    ${written(decision)}\n  ]\n}\n`
  const list = listOf(text, path)
  const subject = subjectOf(decision)
  const earlier = list.items.find((item) => subjectOf(valueOf(item) as Decision) === subject)
  if (earlier) return text.slice(0, earlier.start) + written(decision, earlier, text) + text.slice(earlier.end)
  const last = list.items.at(-1)
  if (!last) return `${text.slice(0, list.start)}[\n    ${written(decision)}\n  ]${text.slice(list.end)}`
  const between = text.slice(list.items.at(-2)?.end ?? list.start + 1, last.start)
  const gap = between.replace(/^[^,]*,/, '')
  return `${text.slice(0, last.end)},${gap === '' ? ' ' : gap}${written(decision, last, text)}${text.slice(last.end)}`
}

/** Laid out as the one that it stands beside, where that is spread over several lines; else on one line, if it is not too long. */
function written(decision: Decision, beside?: Node, text = ''): string {
  const model = beside ? text.slice(beside.start, beside.end) : ''
  const [, indent] = /\n([ \t]+)\S/.exec(model) ?? []
  if (!beside || indent === undefined) return pretty(decision, 4)
  const [outer = ''] = /[ \t]*$/.exec(text.slice(0, beside.start)) ?? []
  const step = indent.startsWith(outer) ? indent.slice(outer.length) || '  ' : '  '
  return JSON.stringify(decision, null, step).replace(/\n/g, `\n${outer}`)
}

/** What a decision is about: of two about the same thing the later one holds. */
function subjectOf(decision: Decision): string {
  if ('same' in decision || 'different' in decision) return JSON.stringify(['join', ...('same' in decision ? decision.same : decision.different)].sort())
  if ('alias' in decision) return JSON.stringify(['alias', decision.alias])
  if ('ignore' in decision) return JSON.stringify(['ignore', decision.ignore])
  const { article, start, end, text } = decision.says
  return JSON.stringify(start === undefined ? ['speaker', article, text] : ['speaker', article, start, end])
}

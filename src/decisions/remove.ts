import { canonical } from '../canonical.js'
import { UserError } from '../error.js'
import { valueOf } from './json.js'
import { listOf } from './parse.js'

/** The text of `hearsay.json` without one decision, its comma and the blanks before it; all else stays letter by letter as it is. What `withDecision` added
 *  behind others, this takes away again. Of several that say the very same the last goes. Throws `UserError` where it does not stand there. */
export function withoutDecision(text: string | null, decision: unknown, path: string): string {
  const wanted = canonical(decision)
  const list = text === null || isEmpty(text) ? null : listOf(text, path)
  const index = list?.items.findLastIndex((item) => canonical(valueOf(item)) === wanted) ?? -1
  const item = list?.items[index]
  if (text === null || !list || !item) throw new UserError(`${path} does not say this any more; somebody has changed it since`)
  const [before, after] = [list.items[index - 1], list.items[index + 1]]
  if (before) return text.slice(0, before.end) + text.slice(item.end)
  if (after) return text.slice(0, item.start) + text.slice(after.start)
  return `${text.slice(0, list.start)}[]${text.slice(list.end)}`
}

/** Nothing stands in it, or nothing but a byte-order mark. */
export const isEmpty = (text: string): boolean => text.replace('\ufeff', '').trim() === ''

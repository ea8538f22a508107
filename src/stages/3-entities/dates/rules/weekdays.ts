import { addDays, interval, isoDay, isoWeek, weekdayOf, type Day } from '../calendar.js'
import { relative, type DateRule } from '../rule.js'
import type { Hold } from '../tense.js'
import { weekday, weekdayOfName } from '../words.js'

/** The day of that name: with "last" before today, with "next" after it; else as the verb says, today included, and
 *  the past if nothing says, for that is what news is about. */
function dayNamed(name: string, which: string, published: Day, { tense }: Hold): Day {
  const distance = (weekdayOf(published) - (weekdayOfName(name) ?? 0) + 7) % 7
  const back = addDays(published, -distance)
  const ahead = distance === 0 ? published : addDays(published, 7 - distance)
  if (which === 'last' || which === 'past') return distance === 0 ? addDays(published, -7) : back
  if (which === 'next' || which === 'coming') return distance === 0 ? addDays(published, 7) : ahead
  if (which === 'this') return tense === 'past' ? back : ahead
  return tense === 'future' ? ahead : back
}

const range: DateRule = {
  name: 'weekday-to-weekday',
  example: 'They meet [2016-11-21/2016-11-23 Monday to Wednesday].',
  pattern: new RegExp(`\\b(?<first>${weekday})\\s?(?:-|–|to|through|until|and)\\s?(?<second>${weekday})(?![a-z])`, 'g'),
  value({ groups, index }, { published, hold }) {
    if (!published || !groups) return null
    const first = dayNamed(groups['first'] ?? '', '', published, hold(index))
    const steps = ((weekdayOfName(groups['second'] ?? '') ?? 0) - weekdayOf(first) + 7) % 7
    return steps === 0 ? null : relative(interval(isoDay(first), isoDay(addDays(first, steps))))
  }
}

const beside: DateRule = {
  name: 'weekday-of-week',
  example: 'He leaves on [2016-11-29 Tuesday next week].',
  pattern: new RegExp(`\\b(?<day>${weekday})(?:\\s(?:of\\s)?(?<which>last|next|this)\\sweek)`, 'g'),
  value({ groups }, { published }) {
    if (!published || !groups) return null
    const monday = addDays(published, -((weekdayOf(published) + 6) % 7))
    const step = groups['which'] === 'next' ? 7 : groups['which'] === 'last' ? -7 : 0
    return relative(isoDay(addDays(monday, step + (((weekdayOfName(groups['day'] ?? '') ?? 0) + 6) % 7))))
  }
}

const named: DateRule = {
  name: 'weekday',
  example: 'He told reporters on [2016-11-20 Sunday].',
  pattern: new RegExp(`\\b(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\\s)?(?<day>${weekday})(?![a-z]|s\\b)(?:\\s(?:morning|afternoon|evening|night))?`, 'g'),
  value({ groups, index }, { published, hold }) {
    if (!published || !groups) return null
    return relative(isoDay(dayNamed(groups['day'] ?? '', groups['which']?.toLowerCase() ?? '', published, hold(index))))
  }
}

const weekend: DateRule = {
  name: 'weekend',
  example: 'Talks failed over the [2016-11-19/2016-11-20 weekend].',
  pattern: /\b(?<date>(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\s)?weekend)\b/g,
  value({ groups, index }, { published, hold }) {
    if (!published) return null
    const which = groups?.['which']?.toLowerCase() ?? ''
    const ahead = which === 'next' || which === 'coming' || (which !== 'last' && which !== 'past' && hold(index).tense === 'future')
    const today = weekdayOf(published)
    const saturday = today === 0 && !ahead ? addDays(published, -1) : dayNamed('Saturday', ahead && which === 'next' ? 'next' : '', published, { tense: ahead ? 'future' : 'past', noun: false })
    return relative(interval(isoDay(saturday), isoDay(addDays(saturday, 1))))
  }
}

const weekOf: DateRule = {
  name: 'week',
  example: 'They meet [2016-W48 next week].',
  pattern: /\b(?<date>(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming|previous|following)\sweek)\b(?!end)/g,
  value({ groups }, { published }) {
    const which = groups?.['which']?.toLowerCase() ?? ''
    if (!published || which === 'previous' || which === 'following') return null
    const step = which === 'next' || which === 'coming' ? 7 : which === 'this' ? 0 : -7
    return relative(isoWeek(addDays(published, step)))
  }
}

export const weekdays: readonly DateRule[] = [range, beside, named, weekend, weekOf]

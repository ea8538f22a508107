import { addMonths, interval, isoMonth, isoYear, type Day } from '../calendar.js'
import { absolute, relative, type DateRule } from '../rule.js'
import type { Hold } from '../tense.js'
import { month, monthOf, ordinalOf } from '../words.js'

const part = "(?:(?:[Ee]arly|[Ll]ate|[Mm]id-?|[Tt]he end of|[Tt]he beginning of|[Tt]he middle of)[\\s-]?)?"

/** The month of that name that the verb points to; without a verb the nearest one. The article's own month counts as both. */
function monthNamed(number: number, published: Day, { tense }: Hold): Pick<Day, 'year' | 'month'> {
  const distance = (((number - published.month) % 12) + 12) % 12
  const back = distance === 0 ? 0 : distance - 12
  if (tense === 'past') return addMonths(published, back)
  if (tense === 'future') return addMonths(published, distance)
  return addMonths(published, -back < distance ? back : distance)
}

const dated: DateRule = {
  name: 'month-and-year',
  example: 'They fought until [2014-09 September 2014].',
  pattern: new RegExp(`\\b(?:(?<first>${month})\\s?(?:-|–|to|and|through|until)\\s?)?(?<month>${month}),?\\s(?:of\\s)?(?<year>(?:1[5-9]|20)\\d\\d)\\b`, 'g'),
  value({ groups }) {
    const end = { year: Number(groups?.['year']), month: monthOf(groups?.['month'] ?? '') ?? 1 }
    const first = groups?.['first'] ? monthOf(groups['first']) : null
    if (first === null) return absolute(isoMonth(end))
    return absolute(interval(isoMonth({ year: first <= end.month ? end.year : end.year - 1, month: first }), isoMonth(end)))
  }
}

const ofYear: DateRule = {
  name: 'month-of-a-named-year',
  example: 'They voted [2016-09 last September] and vote again in [2017-05 May next year].',
  pattern: new RegExp(`\\b(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast)\\s(?<month>${month})(?![a-z])|(?:[Ii]n\\s)?(?<named>${month})\\s(?:of\\s)?(?<year>last|next|this)\\syear\\b)`, 'g'),
  value({ groups }, { published }) {
    const number = monthOf(groups?.['month'] ?? groups?.['named'] ?? '')
    if (!published || !number) return null
    if (groups?.['year']) return relative(isoMonth({ year: published.year + { last: -1, next: 1, this: 0 }[groups['year'] as 'last'], month: number }))
    const which = groups?.['which']?.toLowerCase()
    if (which === 'this') return relative(isoMonth({ year: published.year, month: number }))
    const moved = monthNamed(number, published, { tense: which === 'next' ? 'future' : 'past', noun: false })
    if (moved.month !== published.month) return relative(isoMonth(moved))
    return relative(isoMonth({ ...moved, year: moved.year + (which === 'next' ? 1 : -1) }))
  }
}

/** A bare month needs a word before it that only a time can follow; "May" and "March" are also other things. */
const bare: DateRule = {
  name: 'month',
  example: 'In [2016-09 September], he took part.',
  pattern: new RegExp(
    `(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]his|[Ee]arly in|[Ll]ate in|[Oo]f|[Ff]or|[Tt]o(?!\\sMay\\b)|${month} (?:and|or|to))\\s)(?<date>${part}(?<month>${month}))(?![a-z]|\\s(?:\\d|[A-Z]))`,
    'g'
  ),
  value({ groups, index }, { published, hold }) {
    const number = monthOf(groups?.['month'] ?? '')
    return published && number ? relative(isoMonth(monthNamed(number, published, hold(index)))) : null
  }
}

const loose: DateRule = {
  name: 'month-alone',
  example: 'The [2016-09 September] vote was fair.',
  pattern: /\b(?:the|a|an|[Tt]he|his|its|their|that)\s(?<date>(?:early |late |mid-)?(?<month>January|February|April|June|July|August|September|October|November|December))(?=\s[a-z])/g,
  value({ groups }, { published }) {
    const number = monthOf(groups?.['month'] ?? '')
    return published && number ? relative(isoMonth(monthNamed(number, published, { tense: null, noun: true }))) : null
  }
}

const named: DateRule = {
  name: 'named-month',
  example: 'His trip is due [2016-12 next month].',
  pattern: /\b(?<date>(?:(?:earlier|later|early|late)\s)?(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\smonth)\b(?!-)/g,
  value({ groups }, { published }) {
    if (!published) return null
    const which = groups?.['which']?.toLowerCase() ?? ''
    return relative(isoMonth(addMonths(published, { next: 1, coming: 1, this: 0 }[which] ?? -1)))
  }
}

const quarter: DateRule = {
  name: 'quarter',
  example: 'Exports fell in the [2015-07/2015-09 third quarter of 2015].',
  pattern: /\b(?:(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)\s(?<size>quarter|half)|Q(?<number>[1-4]))(?:(?:\sof)?\s(?<year>(?:19|20)\d\d)|\sof\s(?<which>last|this|next)\syear)\b/g,
  value({ groups }, { published }) {
    const months = groups?.['size'] === 'half' ? 6 : 3
    const count = groups?.['number'] ? Number(groups['number']) : (ordinalOf(groups?.['ordinal'] ?? '') ?? 0)
    const which = groups?.['which']
    if ((which && !published) || 12 < count * months) return null
    const year = which && published ? published.year + { last: -1, next: 1, this: 0 }[which as 'last'] : Number(groups?.['year'])
    const value = interval(isoMonth({ year, month: (count - 1) * months + 1 }), isoMonth({ year, month: count * months }))
    return (which ? relative : absolute)(value)
  }
}

/** Codes of ISO 8601-2: 21 spring, 22 summer, 23 autumn, 24 winter, whatever the hemisphere. */
const season: DateRule = {
  name: 'season',
  example: 'The fleet left in the [2014-22 summer of 2014].',
  pattern: /\b(?<name>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s)?(?<year>(?:1[5-9]|20)\d\d)\b/g,
  value({ groups }) {
    const code = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 }[(groups?.['name'] ?? '').toLowerCase()]
    return code ? absolute(`${isoYear(Number(groups?.['year']))}-${code}`) : null
  }
}

export const months: readonly DateRule[] = [dated, ofYear, named, quarter, season, bare, loose]

import { isoDay, isoMonth, isoYear } from '../calendar.js'
import { yearOf } from '../nearest.js'
import { absolute, relative, type DateRule } from '../rule.js'

const days: Readonly<Record<string, readonly [month: number, day: number]>> = {
  'christmas eve': [12, 24], 'christmas day': [12, 25], christmas: [12, 25], 'boxing day': [12, 26], "new year's eve": [12, 31], "new year's day": [1, 1], 'new year': [1, 1]
}

/** Holidays that have one day in every calendar of the news. "Christmas Island" is none. */
const holiday: DateRule = {
  name: 'holiday',
  example: 'They will meet before [2016-12-25 Christmas].',
  pattern: /\b(?<date>Christmas Eve|Christmas Day|Christmas|Boxing Day|New Year['’]s Eve|New Year['’]s Day)\b(?:,?\s(?<year>(?:19|20)\d\d))?(?!\s(?:Island|tree|carol|card|present|gift|market|party|dinner|lights|shopping|sales?|message|speech|address|season)|['’]s)/g,
  value({ groups, index }, { published, hold }) {
    const [month, day] = days[(groups?.['date'] ?? '').toLowerCase().replace('’', "'")] ?? [0, 0]
    if (!month || !day) return null
    if (groups?.['year']) return absolute(isoDay({ year: Number(groups['year']), month, day }))
    const year = published && yearOf(day, month, published, hold(index))
    return year ? relative(isoDay({ year, month, day })) : null
  }
}

const end: DateRule = {
  name: 'end-of-the-year',
  example: 'It should be signed by [2016 the end of the year].',
  pattern: /\b(?:the\s)?(?:end|beginning|start|middle) of (?:the|this) (?<unit>year|month)\b/g,
  value({ groups }, { published }) {
    if (!published) return null
    return relative(groups?.['unit'] === 'year' ? isoYear(published.year) : isoMonth(published))
  }
}

export const holidays: readonly DateRule[] = [holiday, end]

import { interval, isoYear } from '../calendar.js'
import { absolute, relative, type DateRule } from '../rule.js'
import { ordinal, ordinalOf } from '../words.js'

const year = '(?:1[5-9]\\d\\d|20\\d\\d)'
/** A number like a year is none before what it counts. */
const notCounted = '(?![\\d%]|[.,:]\\d|-\\d|\\s?(?:percent|per cent|people|men|women|children|soldiers|troops|tons|tonnes|miles|kilometers|kilometres|km|meters|metres|feet|dollars|euros|homes|villages|cases|jobs|votes|hours|days|years|euro|yen|rubles|roubles|million|billion|pounds|hectares|acres|square)\\b)'
const noMoney = '(?<![$€£¥#.,/\\d-]|No\\. )'

const span: DateRule = {
  name: 'year-to-year',
  example: 'He served from [2014/2016 2014 to 2016].',
  pattern: new RegExp(`${noMoney}\\b(?<first>${year})\\s?(?:-|–|—|\\bto\\b|\\band\\b|\\bthrough\\b|\\buntil\\b|\\btill\\b)\\s?(?<second>${year}|\\d\\d)\\b${notCounted}`, 'g'),
  value({ 0: text, groups, index, input }) {
    const first = groups?.['first'] ?? ''
    const second = groups?.['second'] ?? ''
    const last = second.length === 2 ? first.slice(0, 2) + second : second
    // "in 2014 and 2016" are two years; "between 2014 and 2016" is a stretch.
    if (/and/.test(text) && !/[Bb]etween\s$/.test(input.slice(Math.max(0, index - 9), index))) return null
    return Number(first) < Number(last) ? absolute(interval(first, last)) : null
  }
}

const decade: DateRule = {
  name: 'decade',
  example: 'It was built in the [1990/1999 1990s].',
  pattern: /\b(?:(?:[Ee]arly|[Ll]ate|[Mm]id-?)[\s-]?)?(?<decade>(?:1[5-9]|20)\d0)['’]?s\b/g,
  value({ groups }) {
    const first = Number(groups?.['decade'])
    return absolute(interval(isoYear(first), isoYear(first + 9)))
  }
}

const century: DateRule = {
  name: 'century',
  example: 'The fort dates from the [1701/1800 18th century].',
  pattern: new RegExp(`\\b(?:(?:[Ee]arly|[Ll]ate|[Mm]id-?)[\\s-]?)?(?<ordinal>${ordinal})[\\s-]century\\b(?!\\s(?:BC|B\\.C\\.|BCE))`, 'g'),
  value({ groups }) {
    const count = ordinalOf(groups?.['ordinal'] ?? '')
    return count && count <= 30 ? absolute(interval(isoYear((count - 1) * 100 + 1), isoYear(count * 100))) : null
  }
}

const named: DateRule = {
  name: 'named-year',
  example: 'It fell [2015 last year].',
  pattern: /\b(?<date>(?:(?:earlier|later|early|late)\s)?(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\syear)\b(?!['’]s\b|-)/g,
  value({ groups }, { published }) {
    if (!published) return null
    const step = { next: 1, coming: 1, this: 0 }[groups?.['which']?.toLowerCase() ?? ''] ?? -1
    return relative(isoYear(published.year + step))
  }
}

const possessive: DateRule = {
  ...named,
  name: 'named-year-possessive',
  example: "[2015 Last year]'s vote was close.",
  pattern: /\b(?<date>(?<which>[Ll]ast|[Nn]ext|[Tt]his)\syear)(?=['’]s\b)/g
}

/** A bare year after a word that a time can follow, in brackets, or before the thing it dates. */
const after: DateRule = {
  name: 'year',
  example: 'It had been put off from [2014 2014].',
  pattern: new RegExp(
    `(?:\\b(?:[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]y|[Tt]o|[Oo]f|[Dd]uring|[Ff]or|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|[Aa]round|[Aa]bout|[Tt]he|[Aa]|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|and|or|mid|autumn|spring|summer|winter|fall|['’]s)[\\s-]|\\(|^|–|-)(?<date>${year})\\b${notCounted}`,
    'g'
  ),
  value: ({ groups }) => absolute(groups?.['date'] ?? '')
}

/** The day has become a name. */
const known: DateRule = {
  name: 'day-that-is-a-name',
  example: 'The law was passed after the [2001-09-11 9/11] attacks.',
  pattern: /(?<![\d/])9\/11(?![\d/])|\bSept(?:ember|\.)? 11(?=(?:th)?,? (?:terror|terrorist )?(?:attacks?|hijack))/g,
  value: () => absolute('2001-09-11')
}

export const years: readonly DateRule[] = [known, span, decade, century, named, possessive, after]

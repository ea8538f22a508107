import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { read, write } from '../src/markup.js'
import { dayOf } from '../src/stages/3-entities/dates/calendar.js'
import { datesIn, dateRules } from '../src/stages/3-entities/dates/index.js'
import { counted } from '../src/stages/3-entities/dates/rules/counted.js'
import type { Context } from '../src/stages/3-entities/dates/rule.js'

/** A verb of that tense over the whole sentence. */
const context = (published: string | null, tense: string): Context => ({
  published: published === null ? null : dayOf(published),
  earlier: null,
  hold: () => ({ tense: tense === 'past' || tense === 'future' ? tense : null, noun: false })
})

const drawn = (text: string, found: ReturnType<typeof datesIn>) => write(text, found.map(({ start, end, value }) => ({ start, end, label: value })))

/** "# title | article's day, tense of the verb" and a line below it. */
const cases = readFileSync('tests/cases/dates.txt', 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((block) => {
    const [head = '', ...lines] = block.trimEnd().split('\n')
    const [title = '', how = ''] = head.split(' | ')
    const [published = '', tense = ''] = how.split(' ')
    return { title, marked: lines.join('\n'), published: published === 'none' ? null : published, tense }
  })

describe('dates', () => {
  test('there are at least 60 cases', () => expect(cases.length).toBeGreaterThan(60))

  test.each(cases)('$title', ({ marked, published, tense }) => {
    const { text } = read(marked)
    expect(drawn(text, datesIn(text, context(published, tense)))).toBe(marked)
  })

  test.each(dateRules)('the rule "$name" alone reads its example', (rule) => {
    const { text } = read(rule.example)
    const tense = /will|meet|leaves/.test(text) ? 'future' : 'past'
    expect(drawn(text, datesIn(text, context('2016-11-21', tense), [rule]))).toBe(rule.example)
  })

  test.each(counted)('the rule "$name" counts from the date before it', (rule) => {
    const { text } = read(rule.example)
    expect(drawn(text, datesIn(text, context('2016-11-21', 'past'), dateRules, [rule]))).toBe(rule.example)
  })

  test('a sentence without a date counts from the one before', () => {
    const found = datesIn('She left three days later.', { ...context('2016-11-21', 'past'), earlier: { value: '2016-12-30', text: 'December 30' } })
    expect(found).toMatchObject([{ value: '2017-01-02', from: { value: '2016-12-30', text: 'December 30' } }])
  })
})

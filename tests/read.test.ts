import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../src/data/lexicon.js'
import { read, write, type Marking } from '../src/markup.js'
import { contains } from '../src/span.js'
import { readSource, type Read } from '../src/stages/1-tokens/read.js'
import { ruleFor } from '../src/stages/1-tokens/read/boilerplate.js'
import { boilerplateRules } from '../src/stages/1-tokens/read/boilerplate-rules.js'
import { bylineForms } from '../src/stages/1-tokens/read/byline.js'
import { dateForms, dateIn } from '../src/stages/1-tokens/read/date.js'
import { dateOfLine } from '../src/stages/1-tokens/read/date-line.js'
import { datelineForms } from '../src/stages/1-tokens/read/dateline.js'
import { outletForms } from '../src/stages/1-tokens/read/outlet.js'
import { titleRules } from '../src/stages/1-tokens/read/title.js'

const lexicon = loadLexicon('data')

const readText = (text: string, path = 'a.txt') => readSource({ path, bytes: new TextEncoder().encode(text) }, lexicon, { anyLanguage: true })

async function readOk(text: string, path = 'a.txt') {
  const result = await readText(text, path)
  if (result.outcome !== 'read') throw new Error(result.reason)
  return result
}

const casesOf = (name: string) =>
  readFileSync(`tests/cases/${name}.txt`, 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((block) => ({ title: block.slice(0, block.indexOf('\n')), marked: block.slice(block.indexOf('\n') + 1).replace(/\n$/, '') }))

const isSpan = (value: unknown): value is { start: number; end: number } => typeof value === 'object' && value !== null

function drawnHead({ article, text }: Extract<Read, { outcome: 'read' }>): string {
  const marks: Marking[] = article.boilerplate.map((span) => ({ ...span, label: 'boilerplate' }))
  for (const [label, found] of Object.entries({ title: article.title, dateline: article.dateline, byline: article.byline, outlet: article.source }))
    if (isSpan(found)) marks.push({ label, start: found.start, end: found.end })
  return write(text, marks)
}

describe('the head of an article', () => {
  test.each(casesOf('read-head'))('$title', async ({ marked }) => expect(drawnHead(await readOk(read(marked).text))).toBe(marked))
})

describe('boilerplate', () => {
  test.each(casesOf('read-boilerplate'))('$title', async ({ marked }) => {
    const { article, text } = await readOk(read(marked).text)
    expect(write(text, article.boilerplate.map((span) => ({ ...span, label: 'boilerplate' })))).toBe(marked)
  })

  test.each(boilerplateRules)('rule $name fits its example, alone and first', ({ name, example, pattern }) => {
    expect(example).toMatch(pattern)
    expect(ruleFor(example, true, lexicon)).toBe(name)
  })
})

describe('openings of boilerplate', () => {
  test('each is boilerplate with what may follow it, and not inside a sentence', () => {
    const ends: Readonly<Record<string, string>> = { anything: ' of the ferry office', colon: ': ten lighthouses', nothing: '' }
    for (const { phrase = '', then = '' } of lexicon.table('boilerplate-openings')) {
      expect(ruleFor(`${phrase[0]?.toUpperCase()}${phrase.slice(1)}${ends[then]}`, false, lexicon), phrase).not.toBeNull()
      expect(ruleFor(`She said: ${phrase}er${ends[then]} and nothing else.`, false, lexicon), phrase).toBeNull()
    }
  })
})

describe('paragraphs', () => {
  test.each(casesOf('read-paragraphs'))('$title', async ({ marked }) => {
    const { paragraphs, text } = await readOk(read(marked).text)
    expect(write(text, paragraphs.map((span) => ({ ...span, label: 'p' })))).toBe(marked)
  })

  test.each(['\r\n\r\n', '\r\r', '\n\n', '\u2029\u2029', '\n \u00a0\n', '\f\n'])('%j is a blank line', async (gap) => {
    const { paragraphs } = await readOk(`One.${gap}Two.`)
    expect(paragraphs.map(({ text }) => text)).toEqual(['One.', 'Two.'])
  })
})

describe('dates', () => {
  const rows = readFileSync('tests/cases/read-dates.txt', 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
  const table = rows.map((row) => [row.slice(0, row.lastIndexOf('|')).trim(), row.slice(row.lastIndexOf('|') + 1).trim() || null] as const)
  test.each(table)('%s: %s', (line, date) => expect(dateOfLine(line, lexicon)).toBe(date))

  test.each(dateForms)('form $name reads its example', ({ example }) => expect(dateIn(example, lexicon)?.value).toBe('2016-11-21'))

  test.each([
    ['2016-11-21-putin-japan.txt', 'The ferry runs.', '2016-11-21'],
    ['2016/11/21/putin.txt', 'The ferry runs.', '2016-11-21'],
    ['2016_11_21_putin.txt', 'The ferry runs.', '2016-11-21'],
    ['20161121.txt', 'The ferry runs.', '2016-11-21'],
    ['2016-02-31-putin.txt', 'The ferry runs.', null],
    ['2016/putin.txt', 'The ferry runs.', null],
    ['2016-11-21-putin.txt', '22 November 2016\n\nThe ferry runs.', '2016-11-22'],
    ['a.txt', 'LIMA, Nov. 20, 2016 (AP) — The ferry runs.', '2016-11-20'],
    ['a.txt', 'Updated: 22 November 2016\nPublished: 21 November 2016\n\nThe ferry runs.', '2016-11-21'],
    ['a.txt', 'The ferry runs.\n\nIt ran on 21 November 2016.', null],
    ['a.txt', 'The ferry runs.\n\nPublished on 21 November 2016', '2016-11-21']
  ])('%s with %j was published on %s', async (path, text, published) => expect((await readOk(text, path)).article.published).toBe(published))
})

describe('every form and rule fits its own example', () => {
  test.each([...bylineForms, ...datelineForms, ...outletForms])('$name', ({ example, pattern }) => expect(example).toMatch(pattern))

  test.each(titleRules)('$name', ({ example, fits }) => {
    expect(fits({ paragraph: { start: 0, end: example.length, text: example }, beforeCredit: true })).toBe(true)
    expect(fits({ paragraph: { start: 0, end: 1, text: '!' }, beforeCredit: true })).toBe(false)
  })
})

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('\n', '\r\n', '\n\n', '\r', ' ', '\u2028', '\ufeff', '\0', '\ud800', '\udc00', '🦊', 'שלום', 'e\u0301', '“', '"', '\u00ad', '\u200d'),
    fc.constantFrom('21 November 2016', 'By Jane Doe', 'LIMA (AP) — Leaders met.', 'Read more: this', 'This story first appeared on Sputnik.', 'The ferry runs once a day.')
  )
  const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

  test('UTF-16 keeps every unit, and every span covers what it says', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
        const result = await readSource({ path: 'a.txt', bytes }, lexicon, { anyLanguage: true })
        if (result.outcome === 'failed') {
          // What an expectation gives back is no verdict: fast-check takes anything but true or nothing as a failure.
          expect(result.reason).toMatch(/control characters/)
          return
        }
        if (result.outcome !== 'read') throw new Error(result.outcome)
        expect(result.text).toBe(`\ufeff${text}`)
        checkSpans(result)
      }),
      { numRuns: 300 }
    )
  })

  test.each(['a.md', 'a.html'])('%s: every span covers what it says, and no letter of plain words is lost', async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('<p>', '</p>', '<b>', '</div>', '<div>', '# ', '* ', '> ', '\n\n', '\n', ' | ', '`', '_', '**', '[', '](', 'ferry ', '🦊 ', '&amp; ', '<br>', '<td>'), { maxLength: 40 }), async (pieces) => {
        const result = await readOk(pieces.join(''), path)
        checkSpans(result)
        if (path === 'a.html') expect(result.text.match(/ferry/g)?.length ?? 0).toBe(pieces.filter((word) => word === 'ferry ').length)
      }),
      { numRuns: 60 }
    )
  })
})

function checkSpans({ article, text, paragraphs }: Extract<Read, { outcome: 'read' }>): void {
  const spans = [...paragraphs, ...article.boilerplate, ...[article.title, article.dateline, article.byline, article.source].filter(isSpan)]
  for (const span of spans as readonly { start: number; end: number; text: string }[]) {
    expect(span.start).toBeLessThan(span.end)
    expect(text.slice(span.start, span.end)).toBe(span.text)
  }
  for (const [index, { start, text: paragraph }] of paragraphs.entries()) {
    expect(paragraph.trim()).toBe(paragraph)
    if (index) expect(paragraphs[index - 1]?.end).toBeLessThan(start)
  }
  for (const span of article.boilerplate) expect(paragraphs.some((paragraph) => contains(paragraph, span))).toBe(true)
}

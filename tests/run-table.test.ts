import { expect, test } from 'vitest'
import { summary } from '../src/commands/run-table.js'
import { totalsOf, type FileReport, type Report } from '../src/report.js'

const file = (name: string, more: Partial<FileReport> = {}): FileReport => ({ file: name, outcome: 'read', reason: null, notes: [], counts: { words: 10, claims: 2 }, made: ['tokens'], fingerprint: null, ...more })

function told(files: readonly FileReport[], more: Partial<Report> = {}): string {
  const settings = { workers: 1, anyLanguage: false, from: null, shard: null }
  const report: Report = { hearsay: '0', finished: '', seconds: 2, settings, versions: { node: '', model: null, stages: {} }, totals: totalsOf(files), times: { start: 1, tokens: 3, claims: 1 }, removed: [], foreign: [], undone: [], unread: [], files, ...more }
  return summary(report, { corpus: 'corpus', output: 'output' })
}

test('each article has a line, and all together one', () => {
  const lines = told([file('a.txt'), file('b.txt', { counts: { words: 1234, person: 3 } })]).split('\n')
  expect(lines.filter((line) => line.includes('a.txt') || line.includes('b.txt')).length).toBe(2)
  expect(lines.find((line) => line.includes('2 articles'))).toMatch(/1,244 .* 3 .* 2 /)
  expect(lines.at(-1)).toBe('2 articles made, 0 unchanged, in 2 s, 622 words/s; tokens 75 %, claims 25 %')
})

test('of many articles only the largest have one', () => {
  const out = told(Array.from({ length: 31 }, (_, index) => file(`${index}.txt`, { counts: { words: index } })))
  expect(out).toContain('30.txt')
  expect(out).toContain('26.txt')
  expect(out).not.toContain('25.txt')
  expect(out).toContain('… 26 more')
})

test('what was not done is said', () => {
  expect(told([file('a.txt', { made: [] })])).toContain('nothing to do: 1 article unchanged (2 s)')
  expect(told([])).toBe('no article in corpus; put some in (.txt, .md, .html) and run again')
})

test('failures, notes and strangers are listed, ten of each at most', () => {
  const failed = Array.from({ length: 12 }, (_, index) => file(`${index}.txt`, { outcome: 'failed', reason: 'no text', counts: {}, made: [] }))
  const out = told([...failed, file('x.txt', { notes: ['encoding guessed'] })], { removed: ['old.txt'], foreign: ['mine.txt'] })
  expect(out.match(/^failed: \d+\.txt: no text$/gm)?.length).toBe(10)
  expect(out).toContain('failed: 2 more, see report.json')
  expect(out).toContain('note: x.txt: encoding guessed')
  expect(out).toContain('removed: the layers of 1 article no longer in corpus')
  expect(out).toContain("not hearsay's, left alone in output: mine.txt")
})

test('a file name cannot break the line or move the cursor', () => expect(told([file('a\n\u001b[2Jb.txt')])).toContain('a\\n\\u001b[2Jb.txt'))

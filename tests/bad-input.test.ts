import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { check } from '../src/check.js'
import { layerNames } from '../src/layers.js'
import type { Layers } from '../src/model.js'
import type { Report } from '../src/report.js'
import { readLayer } from '../src/store/index.js'
import { folder } from './folders.js'

const bytes = (...parts: (string | readonly number[])[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const utf16 = (text: string): Uint8Array => bytes([0xff, 0xfe], [...Buffer.from(text, 'utf16le')])

/** File → what has to become of it: its text as read, or why it is not. */
const cases: Readonly<Record<string, { content: string | Uint8Array; text?: string; reason?: RegExp; note?: RegExp }>> = {
  'empty.txt': { content: '', text: '', note: /empty/ },
  'blank.txt': { content: ' \n\n \t \n', text: ' \n\n \t \n', note: /empty/ },
  'png.txt': { content: bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], new Array<number>(100).fill(0)), reason: /^not text/ },
  'utf-16.txt': { content: utf16('The mayor, Jane Doe, said “no” on Monday.\n'), text: 'The mayor, Jane Doe, said “no” on Monday.\n', note: /utf-16/i },
  'latin-1.txt': { content: Buffer.from('The café owner José Pérez said on Monday that nothing was left in the naïve façade of the old town.\n', 'latin1'), text: 'The café owner José Pérez said on Monday that nothing was left in the naïve façade of the old town.\n', note: /encoding/ },
  'bom.txt': { content: '\uFEFFThe mayor, Jane Doe, said "no" on Monday.\n' },
  'crlf.txt': { content: '21 November 2016\r\n\r\nThe mayor, Jane Doe, said "no" on Monday.\r\n', text: '21 November 2016\r\n\r\nThe mayor, Jane Doe, said "no" on Monday.\r\n' },
  'nul.txt': { content: 'The mayor, Jane Doe, said \u0000 "no" on Monday.\n' },
  'surrogate.txt': { content: bytes('The mayor said ', [0xed, 0xa0, 0x80], ' on Monday that nothing was wrong with the town.\n') },
  'emoji.txt': { content: '🌋🌋 The mayor, Jane Doe 👩🏽‍⚖️, said “no 🌋” on Monday. She left.\n', text: '🌋🌋 The mayor, Jane Doe 👩🏽‍⚖️, said “no 🌋” on Monday. She left.\n' },
  'right-to-left.txt': { content: 'The mayor said \u202eשלום\u202c to the crowd on Monday, and e\u0301cole was quiet.\n' },
  'german.txt': { content: 'Die Bürgermeisterin sagte am Montag, dass die Tore in diesem Jahr offen bleiben werden. Niemand werde sie schließen, sagte sie den Reportern in der Stadt.\n', reason: /^language de$/ },
  'broken.html': { content: '<html><body><p>The mayor, <b>Jane Doe, said <p>"no" on Monday.<div>' },
  'ten-thousand-marks.txt': { content: 'He said “no. ' + '" '.repeat(10_000) },
  'long-sentence.txt': { content: `The mayor said that ${Array.from({ length: 850 }, (_, index) => `gate ${index} was still open`).join(' and ')}.\n` }
}

const corpus = folder(Object.fromEntries(Object.entries(cases).map(([name, { content }]) => [name, content])))
const output = folder()
let report: Report
let code: number | null
let errors: string

beforeAll(() => {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
  const child = spawnSync(process.execPath, [cli, 'run', corpus, output, '--workers', '1'], { encoding: 'utf8' })
  code = child.status
  errors = child.stderr
  report = JSON.parse(readFileSync(join(output, 'report.json'), 'utf8')) as Report
}, 300_000)

test('the run goes on to its end, names what failed, and ends with 1', () => {
  expect([code, errors]).toEqual([1, ''])
  expect(report.files.map(({ file }) => file)).toEqual(Object.keys(cases).sort())
  expect(report.totals).toMatchObject({ failed: 1, skipped: 1, read: Object.keys(cases).length - 2 })
})

test.each(Object.entries(cases))('%s', (name, { text, reason, note }) => {
  const file = report.files.find((item) => item.file === name)
  const layers = Object.fromEntries(layerNames.map((layer) => [layer, readLayer({ corpus, output }, layer, name)]))
  if (reason) {
    expect(file?.reason).toMatch(reason)
    expect(Object.values(layers)).toEqual([null, null, null, null])
    return
  }
  expect(file).toMatchObject({ outcome: 'read', reason: null })
  if (note) expect(file?.notes.join('\n')).toMatch(note)
  const read = layers as unknown as Layers
  if (text !== undefined) expect(read.tokens.text.replace(/^\uFEFF/, '')).toBe(text)
  for (const layer of layerNames) expect(() => check(layer, read)).not.toThrow()
})

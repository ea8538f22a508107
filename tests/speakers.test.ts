import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { read, write, type Marking } from '../src/markup.js'
import type { Speakers } from '../src/model.js'
import { speakers } from '../src/stages/2-speakers/index.js'
import { lexicon, tokensOf } from './support.js'

const file = 'tests/cases/speakers.txt'

/** A case is a title, a text, and for each attribution a line "> name (how)"; markings carry a number where there are several. */
const cases = readFileSync(file, 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((block) => {
    const [title = '', ...lines] = block.trimEnd().split('\n')
    const first = lines.findIndex((line) => line.startsWith('> '))
    return { title, marked: lines.slice(0, first < 0 ? undefined : first).join('\n'), expected: lines.join('\n') }
  })

const layerOf = async (text: string): Promise<Speakers> => speakers.run({ tokens: await tokensOf(text) }, lexicon)

function drawn(text: string, { attributions }: Speakers): string {
  const marks = attributions.flatMap(({ content, cue, source, polarity, type }, index): Marking[] => {
    const number = attributions.length < 2 ? '' : `${index + 1}`
    const mark = (label: string, spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => ({ label: number ? `${label}=${number}` : label, start, end }))
    return [...mark(type, content), ...mark(polarity === 'denied' ? 'denied-cue' : 'cue', cue), ...mark('source', source)]
  })
  const lines = attributions.map(({ speaker: { span, how, candidates } }) => `> ${span?.text ?? (candidates.map(({ span }) => span.text).join(' or ') || 'nobody')} (${how})`)
  return [write(text, marks), ...lines].join('\n')
}

describe('who said what', async () => {
  const results: string[] = []
  test.each(cases)('$title', async ({ title, marked, expected }) => {
    const { text } = read(marked)
    const received = drawn(text, await layerOf(text))
    results.push(`# ${title}\n${received}\n`)
    if (!process.env['UPDATE']) expect(received).toBe(expected)
  })
  afterAll(() => {
    if (process.env['UPDATE'] && results.length === cases.length) writeFileSync(file, results.join(''))
  })
})

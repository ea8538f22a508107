import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { show } from '../src/commands/show.js'
import type { Filed } from '../src/model.js'

const place = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const places = { corpus: place('corpus'), output: place('output') }
const article = '2016-11-21-putin-japan.txt'

/** The README's examples are what the program gives for the shipped article; `UPDATE=1 npm test` writes them anew. */
const blocks: Readonly<Record<string, () => string>> = {
  picture: () => fenced('', show(article, places, { layer: null, explain: null, colour: false }).split('\n\n').filter((paragraph) => /vowed|stressed|never signed/.test(paragraph)).map(folded).join('\n\n')),
  attribution: () => fenced('json', `${JSON.stringify(attribution('The Russian president'), null, 1).replace(/\n\s*/g, ' ').replace(/ (?="(?:content|cue|source|speaker|polarity)")/g, '\n  ')}`)
}

it.each(Object.entries(blocks))('shows in its %s what the program gives', (name, block) => {
  const path = place('README.md')
  const readme = readFileSync(path, 'utf8')
  const shown = new RegExp(`(<!-- ${name}:[^>]*-->\\n)([^]*?)(<!-- /${name} -->)`)
  expect(readme).toMatch(shown)
  if (process.env['UPDATE']) writeFileSync(path, readme.replace(shown, (_, open: string, __, close: string) => open + block() + close))
  else expect(shown.exec(readme)?.[2]).toBe(block())
})

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`

function attribution(source: string): unknown {
  const layer = JSON.parse(readFileSync(place(`output/2-speakers/${article}.json`), 'utf8')) as Filed<'speakers'>
  return layer.attributions.find((attribution) => attribution.source[0]?.text === source)
}

/** Lines of at most 130 characters. */
const folded = (paragraph: string): string => paragraph.replace(/(.{1,130})(?:\s+|$)/g, '$1\n').trim()

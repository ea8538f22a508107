import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '../../src/data/lexicon.js'
import type { Entities, Span, Token, Tokens } from '../../src/model.js'
import type { Reader } from '../../src/reader/index.js'
import { spanOf } from '../../src/span.js'
import { entities } from '../../src/stages/3-entities/index.js'
import type { Figure } from './figure.js'

/** A document of a name corpus: its own words, sentence by sentence, each with its BIO tag. */
export interface NameDocument {
  readonly id: string
  readonly sentences: readonly (readonly (readonly [word: string, tag: string])[])[]
}

export interface NameCounts {
  right: number
  found: number
  gold: number
}

export type Kind = 'Person' | 'Location' | 'Organization'

export const kinds: readonly Kind[] = ['Person', 'Location', 'Organization']

/** Names of people, places and organizations as the first three stages see them, on the dev files; exact span and kind.
 *  Countries and islands are places; facilities, peoples and gatherings count for nothing, on either side. */
export async function scoreNames(corpora: string, reader: Reader, lexicon: Lexicon): Promise<Figure[]> {
  const newswire = await countNames(newswireDocuments(readFileSync(join(corpora, 'names/newswire-dev.tsv'), 'utf8')), reader, lexicon)
  const web = await countNames(unerDocuments(readFileSync(join(corpora, 'names/uner-ewt-dev.iob2'), 'utf8')), reader, lexicon)
  const besides: Record<Kind, string> = { Person: 'bar 94 · linear 88', Location: 'bar 89 · linear 85', Organization: 'bar 81 · linear 75' }
  return [
    ...kinds.map((kind) => ({ measure: `names: ${kind.toLowerCase()}, exact F1`, file: 'newswire-dev', value: f1(newswire[kind]), beside: besides[kind] })),
    { measure: 'names: all three, exact F1', file: 'uner-ewt-dev', value: f1(sum(kinds.map((kind) => web[kind]))), beside: 'bar 76 · compromise 53.2' }
  ]
}

/** Of the corpus's names with such a word in them, the share that is found as that kind; both halves, for no rule was learned from either. */
export async function scoreKindsByWord(corpora: string, reader: Reader, lexicon: Lexicon, missed: (name: string) => void = () => {}): Promise<Figure[]> {
  const documents = ['train', 'dev'].flatMap((half) => newswireDocuments(readFileSync(join(corpora, `names/newswire-${half}.tsv`), 'utf8')))
  const islands = /\b(?:Islands?|Isles?|Atoll|Archipelago)\b/
  const gatherings = /\b(?:Summit|Conference|Forum|Meeting)\b/
  const counts = { island: { right: 0, gold: 0 }, summit: { right: 0, gold: 0 } }
  for (const document of documents) {
    const wanted = (kind: string, text: string) => (kind === 'Location' && islands.test(text) ? 'island' : kind === 'Misc' && gatherings.test(text) ? 'summit' : null)
    const text = document.sentences.flat().map(([word]) => word).join(' ')
    if (!islands.test(text) && !gatherings.test(text)) continue
    const layer = await tokensOfWords(document, reader)
    const gold = goldOf(document, layer).filter(({ kind, text }) => wanted(kind, text))
    if (!gold.length) continue
    const found = entities.run({ tokens: layer, speakers: { marks: [], attributions: [], problems: [] } }, lexicon).entities
    for (const name of gold) {
      const kind = wanted(name.kind, name.text)
      if (!kind) continue
      const right = found.some((entity) => entity.kind === kind && entity.mentions.some(({ start, end }) => start < name.end && name.start < end))
      counts[kind].gold++
      if (right) counts[kind].right++
      else missed(`${kind} ${document.id}: ${name.text}`)
    }
  }
  const share = ({ right, gold }: { right: number; gold: number }) => (gold ? (100 * right) / gold : 100)
  return [
    { measure: 'places with Island, Isle, Atoll, Archipelago in their name: tagged island', file: 'newswire, both halves', value: share(counts.island), beside: 'bar 95' },
    { measure: 'events with Summit, Conference, Forum, Meeting in their name: tagged summit', file: 'newswire, both halves', value: share(counts.summit), beside: 'bar 90' }
  ]
}

export const f1 = ({ right, found, gold }: NameCounts): number => (found + gold ? (200 * right) / (found + gold) : 100)

export const sum = (counts: readonly NameCounts[]): NameCounts =>
  counts.reduce((a, b) => ({ right: a.right + b.right, found: a.found + b.found, gold: a.gold + b.gold }), { right: 0, found: 0, gold: 0 })

/** A name as it was found or annotated, for counting and for reading errors. */
export interface Named {
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Calls `seen` for each document, should somebody want to read the errors. */
export async function countNames(
  documents: readonly NameDocument[], reader: Reader, lexicon: Lexicon, seen: (id: string, text: string, gold: readonly Named[], found: readonly Named[]) => void = () => {}
): Promise<Record<Kind, NameCounts>> {
  const counts: Record<Kind, NameCounts> = { Person: sum([]), Location: sum([]), Organization: sum([]) }
  for (const document of documents) {
    const layer = await tokensOfWords(document, reader)
    const gold = goldOf(document, layer)
    const found = namesIn(entities.run({ tokens: layer, speakers: { marks: [], attributions: [], problems: [] } }, lexicon))
    seen(document.id, layer.text, gold, found)
    const keys = new Set(gold.map(keyOf))
    for (const kind of kinds) {
      const own = found.filter((name) => name.kind === kind)
      counts[kind].gold += gold.filter((name) => name.kind === kind).length
      counts[kind].found += own.length
      counts[kind].right += own.filter((name) => keys.has(keyOf(name))).length
    }
  }
  return counts
}

const keyOf = ({ kind, start, end }: Named): string => `${kind} ${start} ${end}`

/** Mentions by name, and capitals that stand for their government; each stretch once, for a gathering may cover a place. */
export function namesIn({ entities }: Entities): Named[] {
  const place = new Set(['place', 'country', 'island'])
  return entities.flatMap(({ kind, mentions }) => {
    const label = kind === 'person' ? 'Person' : kind === 'organization' ? 'Organization' : place.has(kind) ? 'Location' : null
    if (!label) return []
    return mentions
      .filter(({ form, rule }) => (form === 'name' && rule !== 'reader-facility') || rule.startsWith('capital-for-government'))
      .map(({ start, end, text }) => ({ kind: label, start, end, text }))
  })
}

/** `# doc = NAME`, then `token TAB tag`, a blank line between sentences. */
export function newswireDocuments(content: string): NameDocument[] {
  return content.split(/^# doc = /m).slice(1).map((block) => {
    const [id = '', ...lines] = block.split('\n')
    return { id: id.trim(), sentences: sentencesIn(lines.join('\n'), (cells) => [cells[0] ?? '', cells[1]?.trim() ?? 'O']) }
  })
}

/** CoNLL-like columns: number, word, tag. `# newdoc id = …` begins a document. */
export function unerDocuments(content: string): NameDocument[] {
  const names: Readonly<Record<string, string>> = { PER: 'Person', LOC: 'Location', ORG: 'Organization' }
  return content.split(/^# newdoc id = /m).slice(1).map((block) => {
    const [id = '', ...lines] = block.split('\n')
    return { id: id.trim(), sentences: sentencesIn(lines.join('\n'), (cells) => [cells[1] ?? '', (cells[2] ?? 'O').replace(/PER|LOC|ORG/, (name) => names[name] ?? name)]) }
  })
}

function sentencesIn(content: string, read: (cells: readonly string[]) => readonly [string, string]): (readonly (readonly [string, string])[])[] {
  return content
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.includes('\t') && !line.startsWith('#')).map((line) => read(line.split('\t'))))
    .filter((rows) => rows.length)
}

/** The corpus's own words as an article: one blank between them, two sentences a paragraph, as news has it. */
async function tokensOfWords({ id, sentences }: NameDocument, reader: Reader): Promise<Tokens> {
  const groups: (readonly [string, string])[][] = []
  for (let at = 0; at < sentences.length; at += 2) groups.push(sentences.slice(at, at + 2).flat())
  const text = groups.map((group) => group.map(([word]) => word).join(' ')).join('\n\n')
  const readings = await reader.read(groups.map((group) => group.map(([word]) => ({ text: word }))))
  const tokens: Token[] = []
  const paragraphs: Span[] = []
  const starts: number[] = []
  let at = 0
  for (const group of groups) {
    const begin = at
    group.forEach(([word]) => {
      const reading = readings[tokens.length]
      if (!reading) throw new Error('the reader left a word out')
      const { starts: begins, ...rest } = reading
      if (begins) starts.push(tokens.length)
      tokens.push({ ...spanOf(text, at, at + word.length), lemma: word.toLowerCase(), ...rest })
      at += word.length + 1
    })
    paragraphs.push(spanOf(text, begin, at - 1))
    at += 1
  }
  const spans = starts.map((from, index) => spanOf(text, tokens[from]?.start ?? 0, tokens[(starts[index + 1] ?? tokens.length) - 1]?.end ?? 0))
  const article = { id, path: id, sha256: '', title: null, published: null, dateline: null, byline: null, source: null, language: 'en', encoding: 'utf-8', format: 'text' as const, boilerplate: [] }
  return { article, text, paragraphs, sentences: spans, tokens }
}

function goldOf({ sentences }: NameDocument, { text, tokens }: Tokens): Named[] {
  const tags = sentences.flat().map(([, tag]) => tag)
  const names: Named[] = []
  for (let from = 0; from < tags.length; from++) {
    const tag = tags[from] ?? 'O'
    if (!tag.startsWith('B-')) continue
    let to = from + 1
    while (tags[to] === `I-${tag.slice(2)}`) to++
    names.push({ kind: tag.slice(2), ...spanOf(text, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0) })
  }
  return names
}

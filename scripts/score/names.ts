import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '../../src/data/lexicon.js'
import type { Entities } from '../../src/model.js'
import type { Reader } from '../../src/reader/index.js'
import { entities } from '../../src/stages/3-entities/index.js'
import type { Figure } from './figure.js'
import { beginningsOf, goldOf, newswireDocuments, tokensOfWords, unerDocuments, type Named, type NameDocument } from './name-documents.js'

export interface NameCounts {
  right: number
  found: number
  gold: number
}

export type Kind = 'Person' | 'Location' | 'Organization'

export const kinds: readonly Kind[] = ['Person', 'Location', 'Organization']

/** Names of people, places and organizations as the first three stages see them, on the dev files; exact span and kind.
 *  Countries and islands are places. In newswire, buildings are a kind of their own and count for nothing on either side; in Universal NER they are places. Peoples
 *  ("Japanese"), gatherings and treaties count for nothing in either. */
export async function scoreNames(corpora: string, reader: Reader, lexicon: Lexicon): Promise<Figure[]> {
  const newswire = await countNames(newswireDocuments(readFileSync(join(corpora, 'names/newswire-dev.tsv'), 'utf8')), reader, lexicon)
  const treebank = join(corpora, 'syntax/ewt-dev.conllu')
  const begins = existsSync(treebank) ? beginningsOf(readFileSync(treebank, 'utf8')) : new Set<string>()
  const web = await countNames(unerDocuments(readFileSync(join(corpora, 'names/uner-ewt-dev.iob2'), 'utf8'), begins), reader, lexicon, { buildings: true })
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
    const text = document.paragraphs.flat().map(({ word }) => word).join(' ')
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

export interface CountOptions {
  /** Buildings and other works are places here. */
  readonly buildings?: boolean
  /** Called for each document, should somebody want to read the errors. */
  readonly seen?: (id: string, text: string, gold: readonly Named[], found: readonly Named[]) => void
}

export async function countNames(
  documents: readonly NameDocument[], reader: Reader, lexicon: Lexicon, { buildings = false, seen = () => {} }: CountOptions = {}
): Promise<Record<Kind, NameCounts>> {
  const counts: Record<Kind, NameCounts> = { Person: sum([]), Location: sum([]), Organization: sum([]) }
  for (const document of documents) {
    const layer = await tokensOfWords(document, reader)
    const gold = goldOf(document, layer)
    const found = namesIn(entities.run({ tokens: layer, speakers: { marks: [], attributions: [], problems: [] } }, lexicon), buildings)
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

/** Mentions by name, and capitals that stand for their government. A name in a longer one of its kind is left out, for the corpora have no name inside another:
 *  "Kigali, Rwanda" counts, the Rwanda in it does not. */
export function namesIn({ entities }: Entities, buildings: boolean): Named[] {
  const place = new Set(['place', 'country', 'island'])
  const names = entities.flatMap(({ kind, mentions }) => {
    const label = kind === 'person' ? 'Person' : kind === 'organization' ? 'Organization' : place.has(kind) ? 'Location' : null
    if (!label) return []
    return mentions
      .filter(({ form, rule }) => (form === 'name' && (buildings || rule !== 'reader-facility')) || rule.startsWith('capital-for-government'))
      .map(({ start, end, text }) => ({ kind: label, start, end, text }))
  })
  const longest = names.sort((a, b) => a.start - b.start || b.end - a.end)
  let last: Named | undefined
  return longest.filter((name) => {
    const isInside = last?.kind === name.kind && name.end <= last.end && name.start !== last.start
    if (!isInside) last = name
    return !isInside
  })
}

import type { Facts } from '../model.js'
import type { Conflict, CorpusEntity, Quote, QuoteOccurrence, TimelineEvent } from '../stages/5-corpus/index.js'
import { table, type Cell, type CellType, type Source, type Table } from './model.js'

/** What is known across articles, as `output/5-corpus/` has it. */
export interface CorpusRecord {
  readonly entities: readonly CorpusEntity[]
  readonly quotes: readonly Quote[]
  readonly conflicts: readonly Conflict[]
  readonly events: readonly TimelineEvent[]
  nameOf(id: string | null): string | null
}

const column = <Item>(name: string, type: CellType, about: string, of: (item: Item, from: CorpusRecord) => Cell): Source<Item, CorpusRecord> => ({ name, type, about, of })

type Fact = Facts[string] | undefined

const isFacts = (value: Fact): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)
const inside = (value: Fact, key: string): Fact => (isFacts(value) ? value[key] : undefined)
const textOf = (value: Fact): string | null => (typeof value === 'string' ? value : null)
const numberOf = (value: Fact): number | null => (typeof value === 'number' ? value : null)
/** Of `[{ code, name }, …]` the names. */
const namesOf = (value: Fact): string[] => (Array.isArray(value) ? (value as readonly Fact[]).flatMap((item) => textOf(inside(item, 'name')) ?? []) : [])

const entities = table<CorpusEntity, CorpusRecord>('entities', 'one entity of the corpus', ({ entities }) => entities, [
  column('entity', 'text', 'its id', ({ id }) => id),
  column('kind', 'text', 'person, island, summit, country, place, organization, agreement or people', ({ kind }) => kind),
  column('name', 'text', 'its fullest name', ({ name }) => name),
  column('aliases', 'list', 'what else it is called', ({ aliases }) => aliases),
  column('articles', 'integer', 'in how many it is named', ({ appearances }) => new Set(appearances.map(({ article }) => article)).size),
  column('mentions', 'integer', 'how often', ({ appearances }) => appearances.reduce((sum, { mentions }) => sum + mentions.length, 0)),
  column('latitude', 'real', 'degrees, of islands', ({ facts }) => numberOf(inside(facts?.['coordinates'], 'latitude'))),
  column('longitude', 'real', 'degrees, of islands', ({ facts }) => numberOf(inside(facts?.['coordinates'], 'longitude'))),
  column('part_of', 'list', 'the groups that an island belongs to, the smallest first', ({ facts }) => namesOf(facts?.['partOf'])),
  column('administered_by', 'list', 'who administers an island', ({ facts }) => namesOf(facts?.['administeredBy'])),
  column('claimed_by', 'list', 'who claims an island', ({ facts }) => namesOf(facts?.['claimedBy'])),
  column('date', 'text', 'when a summit was, ISO 8601', ({ facts }) => textOf(facts?.['when'])),
  column('place', 'text', 'where a summit was', ({ facts }) => textOf(inside(facts?.['place'], 'name'))),
  column('facts', 'text', 'all that is known, as JSON', ({ facts }) => (facts === null ? null : JSON.stringify(facts)))
])

interface QuoteItem {
  readonly quote: Quote
  readonly occurrence: QuoteOccurrence
}

const quotes = table<QuoteItem, CorpusRecord>('quotes', 'one occurrence of a distinct quotation', ({ quotes }) => quotes.flatMap((quote) => quote.occurrences.map((occurrence) => ({ quote, occurrence }))), [
  column('quote', 'text', 'id of the quotation: the same for all its occurrences', ({ quote }) => quote.id),
  column('text', 'text', 'its longest form', ({ quote }) => quote.text),
  column('disputed', 'text', 'yes where articles give it to different speakers', ({ quote }) => (quote.disputed ? 'yes' : 'no')),
  column('article', 'text', 'where it occurs', ({ occurrence }) => occurrence.article),
  column('published', 'date', 'date of that article', ({ occurrence }) => occurrence.published),
  column('attribution', 'text', 'the attribution there', ({ occurrence }) => occurrence.attribution),
  column('speaker', 'text', 'to whom it is given there', ({ occurrence }, { nameOf }) => nameOf(occurrence.speaker)),
  column('entity', 'text', "the speaker's id in the registry", ({ occurrence }) => occurrence.speaker),
  column('form', 'text', 'same, cut, elided or edited, beside the longest', ({ occurrence }) => occurrence.form),
  column('similarity', 'real', 'share of its words that stand in the longest form', ({ occurrence }) => occurrence.similarity),
  column('start', 'integer', 'first unit (UTF-16)', ({ occurrence }) => occurrence.start),
  column('end', 'integer', 'after the last unit', ({ occurrence }) => occurrence.end)
])

interface ConflictItem {
  readonly conflict: Conflict
  readonly side: 'affirmed' | 'denied'
  readonly claim: Conflict['affirmed'][number]
}

const conflictItems = ({ conflicts }: CorpusRecord): ConflictItem[] =>
  conflicts.flatMap((conflict) => (['affirmed', 'denied'] as const).flatMap((side) => conflict[side].map((claim) => ({ conflict, side, claim }))))

const conflicts = table<ConflictItem, CorpusRecord>('conflicts', 'one claim of a conflict', conflictItems, [
  column('conflict', 'text', 'id of the conflict: the same for both sides', ({ conflict }) => conflict.id),
  column('kind', 'text', 'denied (by another) or changed (by one speaker, at another date)', ({ conflict }) => conflict.kind),
  column('proposition', 'text', 'what one side affirms and the other denies', ({ conflict }) => conflict.proposition),
  column('side', 'text', 'affirmed or denied', ({ side }) => side),
  column('article', 'text', 'where', ({ claim }) => claim.article),
  column('published', 'date', 'date of that article', ({ claim }) => claim.published),
  column('claim', 'text', 'id of the claim there', ({ claim }) => claim.id),
  column('text', 'text', 'the claim in one line', ({ claim }) => claim.claim),
  column('speaker', 'text', 'on whose word: a name, or article', ({ claim }, { nameOf }) => (claim.speaker === 'article' ? 'article' : nameOf(claim.speaker))),
  column('entity', 'text', "the speaker's id in the registry", ({ claim }) => (claim.speaker === 'article' ? null : claim.speaker)),
  column('why', 'text', 'why both are held to be one proposition', ({ conflict }) => conflict.why.join('; ')),
  column('confidence', 'real', '0 to 1', ({ conflict }) => conflict.confidence)
])

const timeline = table<TimelineEvent, CorpusRecord>('timeline', 'one dated claim or summit', ({ events }) => events, [
  column('from', 'date', 'first day', ({ from }) => from),
  column('to', 'date', 'last day', ({ to }) => to),
  column('date', 'text', 'as the layer has it, ISO 8601', ({ date }) => date),
  column('kind', 'text', 'claim or summit', ({ kind }) => kind),
  column('id', 'text', "the claim's id in its article, the summit's in the registry", ({ id }) => id),
  column('title', 'text', "the claim's line, the summit's name", ({ title }) => title),
  column('article', 'text', 'where', ({ article }) => article),
  column('start', 'integer', 'first unit (UTF-16)', ({ start }) => start),
  column('end', 'integer', 'after the last unit', ({ end }) => end),
  column('speaker', 'text', 'on whose word: a name, or article', ({ speaker }, { nameOf }) => (speaker === 'article' ? 'article' : nameOf(speaker)))
])

/** Tables of the whole corpus. */
export const corpusTables: readonly Table<CorpusRecord>[] = [entities, quotes, conflicts, timeline]

import type { Argument, Attribution, Claim, DateMention, Entity, Mention, Span, Token } from '../model.js'
import { joined, wordsIn } from '../span.js'
import { table, type ArticleRecord, type Cell, type CellType, type Source, type Table } from './model.js'

type Of<Item> = (item: Item, from: ArticleRecord) => Cell

const column = <Item>(name: string, type: CellType, about: string, of: Of<Item>): Source<Item, ArticleRecord> => ({ name, type, about, of })

/** Where a row belongs: the first columns of every table of an article. */
const place = <Item>(): Source<Item, ArticleRecord>[] => [
  column('article', 'text', 'path of the article below the corpus', (_, { article }) => article.path),
  column('published', 'date', 'date of the article', (_, { article }) => article.published)
]

const startOf = (spans: readonly Span[]): number | null => spans[0]?.start ?? null
const endOf = (spans: readonly Span[]): number | null => spans.at(-1)?.end ?? null
const spansOf = (spans: readonly Span[]): string[] => spans.map(({ start, end }) => `${start}-${end}`)

const articles = table<ArticleRecord, ArticleRecord>('articles', 'one article', (record) => [record], [
  column('article', 'text', 'path below the corpus', ({ article }) => article.path),
  column('title', 'text', 'title, from the text or its metadata', ({ article }) => wordsIn(article.title)),
  column('published', 'date', 'date of the article', ({ article }) => article.published),
  column('byline', 'text', 'who wrote it', ({ article }) => wordsIn(article.byline)),
  column('outlet', 'text', 'who published it', ({ article }) => wordsIn(article.source)),
  column('dateline', 'text', 'the place it was written at, as printed', ({ article }) => wordsIn(article.dateline)),
  column('format', 'text', 'text, markdown or html', ({ article }) => article.format),
  column('sentences', 'integer', 'how many', ({ tokens }) => tokens.sentences.length),
  column('tokens', 'integer', 'how many, punctuation counted', ({ tokens }) => tokens.tokens.length),
  column('quotations', 'integer', 'how many attributions', ({ speakers }) => speakers.attributions.length),
  column('claims', 'integer', 'how many', ({ claims }) => claims.claims.length),
  column('sha256', 'text', 'of the bytes of the file', ({ article }) => article.sha256)
])

const quotations = table<Attribution, ArticleRecord>('quotations', 'one attribution: a quotation, a paraphrase or an attitude with its speaker', ({ speakers }) => speakers.attributions, [
  ...place<Attribution>(),
  column('id', 'text', 'of the attribution in its article', ({ id }) => id),
  column('type', 'text', 'direct, indirect or mixed', ({ type }) => type),
  column('kind', 'text', 'statement, attitude (thinks, wants), or other: no report of a word or thought', ({ kind }) => kind),
  column('polarity', 'text', 'affirmed or denied', ({ polarity }) => polarity),
  column('said', 'text', 'the content; " … " where it is interrupted', ({ content }) => joined(content)),
  column('cue', 'text', 'the words that report; empty where none does', ({ cue }) => joined(cue)),
  column('source', 'text', 'who speaks, as the sentence has it', ({ source }) => joined(source)),
  column('speaker', 'text', "the speaker's name", ({ id, speaker }, record) => record.nameOf(record.speakerOf(id)) ?? speaker.span?.text ?? null),
  column('entity', 'text', "id of the speaker's entity in the registry", ({ id }, record) => record.speakerOf(id)),
  column('how', 'text', 'how the speaker was found: name, noun, pronoun, carried, first-person, none', ({ speaker }) => speaker.how),
  column('why', 'text', 'the reason in words', ({ speaker }) => speaker.why),
  column('start', 'integer', 'first unit (UTF-16) of the content', ({ content }) => startOf(content)),
  column('end', 'integer', 'after its last unit', ({ content }) => endOf(content)),
  column('spans', 'list', 'each stretch of the content, "start-end"', ({ content }) => spansOf(content)),
  column('confidence', 'real', '0 to 1', ({ confidence }) => confidence),
  column('rule', 'text', 'what found it', ({ rule }) => rule)
])

const argument = <Item>(name: string, what: string, of: (item: Item) => Argument | null): Source<Item, ArticleRecord>[] => [
  column(name, 'text', what, (item) => of(item)?.text ?? null),
  column(`${name}_entity`, 'text', `id of the entity that ${name === 'subject' ? 'it' : 'this'} is, in the registry`, (item, record) => record.idOf(of(item)?.entity ?? null))
]

const speakerOf = (on: Claim['on'], record: ArticleRecord): string | null =>
  on === 'article' ? null : on.attribution === null ? record.idOf(on.entity) : record.speakerOf(on.attribution)

const claims = table<Claim, ArticleRecord>('claims', 'one claim: a proposition and on whose word it stands', ({ claims }) => claims.claims, [
  ...place<Claim>(),
  column('id', 'text', 'of the claim in its article', ({ id }) => id),
  column('text', 'text', 'the claim in one line', ({ text }) => text),
  ...argument<Claim>('subject', 'what it is about', ({ subject }) => subject),
  column('predicate', 'text', 'the verb phrase as printed', ({ predicate }) => predicate.phrase),
  column('lemma', 'text', 'its verb, uninflected', ({ predicate }) => predicate.lemma),
  ...argument<Claim>('object', 'object or predicate noun', ({ object }) => object),
  column('complements', 'list', 'what else belongs to it: place, time, purpose, …', ({ complements }) => complements.map(({ marker, text }) => (marker === '' ? text : `${marker} ${text}`.replace(`${marker} ${marker} `, `${marker} `)))),
  column('polarity', 'text', 'positive or negative', ({ polarity }) => polarity),
  column('certainty', 'text', 'stated, likely, possible, wished, conditional or asked', ({ certainty }) => certainty),
  column('tense', 'text', 'past, present, future or none', ({ time }) => time.tense),
  column('time', 'text', 'when, ISO 8601', ({ time }) => time.value),
  column('on', 'text', 'on whose word: article, speaker, or nobody (somebody not named)', ({ on }, record) => (on === 'article' ? 'article' : speakerOf(on, record) === null ? 'nobody' : 'speaker')),
  column('speaker', 'text', "the speaker's name", ({ on }, record) => record.nameOf(speakerOf(on, record))),
  column('entity', 'text', "id of the speaker's entity in the registry", ({ on }, record) => speakerOf(on, record)),
  column('attribution', 'text', 'the attribution that holds it, by its id', ({ on }) => (on === 'article' ? null : on.attribution)),
  column('about', 'list', 'ids of the entities named in it, in the registry', ({ about }, record) => about.flatMap((id) => record.idOf(id) ?? [])),
  column('checkable', 'real', 'how much there is to check, 0 to 1', ({ checkable }) => checkable.score),
  column('start', 'integer', 'first unit (UTF-16) of its sentence', ({ sentence }) => sentence.start),
  column('end', 'integer', 'after the last unit of its sentence', ({ sentence }) => sentence.end),
  column('sentence', 'text', 'the sentence it is cut from', ({ sentence }) => sentence.text),
  column('confidence', 'real', '0 to 1', ({ confidence }) => confidence),
  column('rule', 'text', 'what found it', ({ rule }) => rule)
])

interface MentionItem {
  readonly entity: Entity
  readonly mention: Mention
}

const mentionsIn = ({ entities, idOf }: ArticleRecord): MentionItem[] =>
  entities.entities.filter(({ id }) => idOf(id) !== null).flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention }))).sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end || (a.entity.id < b.entity.id ? -1 : 1))

const mentions = table<MentionItem, ArticleRecord>('mentions', 'one mention of an entity', mentionsIn, [
  ...place<MentionItem>(),
  column('entity', 'text', 'id of the entity in the registry', ({ entity }, record) => record.idOf(entity.id)),
  column('kind', 'text', 'person, island, summit, country, place, organization, agreement or people', ({ entity }) => entity.kind),
  column('name', 'text', "the entity's name", ({ entity }, record) => record.nameOf(record.idOf(entity.id))),
  column('text', 'text', 'the mention as printed', ({ mention }) => mention.text),
  column('form', 'text', 'name, noun, pronoun or possessive', ({ mention }) => mention.form),
  column('start', 'integer', 'first unit (UTF-16)', ({ mention }) => mention.start),
  column('end', 'integer', 'after the last unit', ({ mention }) => mention.end),
  column('rule', 'text', 'what brought it to this entity', ({ mention }) => mention.rule)
])

const dates = table<DateMention, ArticleRecord>('dates', 'one date or duration', ({ entities }) => entities.dates, [
  ...place<DateMention>(),
  column('text', 'text', 'as printed', ({ span }) => span.text),
  column('value', 'text', 'ISO 8601: a date, an interval, a duration', ({ value }) => value),
  column('kind', 'text', 'date, duration or set', ({ kind }) => kind),
  column('anchor', 'text', 'what a relative date was counted from', ({ anchor }) => anchor),
  column('start', 'integer', 'first unit (UTF-16)', ({ span }) => span.start),
  column('end', 'integer', 'after the last unit', ({ span }) => span.end)
])

interface TokenItem {
  readonly token: Token
  readonly index: number
}

const tokens = table<TokenItem, ArticleRecord>('tokens', 'one token with what the reader network says of it', ({ tokens }) => tokens.tokens.map((token, index) => ({ token, index })), [
  column('article', 'text', 'path of the article below the corpus', (_, { article }) => article.path),
  column('index', 'integer', 'from 0', ({ index }) => index),
  column('text', 'text', 'as printed', ({ token }) => token.text),
  column('lemma', 'text', 'uninflected', ({ token }) => token.lemma),
  column('tag', 'text', 'Penn Treebank part of speech', ({ token }) => token.tag),
  column('head', 'integer', 'index of its head; null at the root', ({ token }) => token.head),
  column('relation', 'text', 'Universal Dependencies relation to the head', ({ token }) => token.relation),
  column('name', 'text', 'BIO of names', ({ token }) => token.name),
  column('role', 'text', 'BIO of source, cue, content', ({ token }) => token.role),
  column('start', 'integer', 'first unit (UTF-16)', ({ token }) => token.start),
  column('end', 'integer', 'after the last unit', ({ token }) => token.end)
])

/** Tables with rows from every article, in the order in which people ask for them. */
export const articleTables: readonly Table<ArticleRecord>[] = [articles, quotations, claims, mentions, dates, tokens]

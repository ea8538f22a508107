import { assert } from './error.js'
import type { Claims, Entities, LayerName, Layers, Speakers, Tokens } from './model.js'
import type { Span } from './span.js'

/** Invariants of every layer, stated once; checked before every write and after every read. A layer that breaks one is a bug of
 *  the stage that made it. `layers` holds the layer itself and those before it, as far as they are known. */
export function check(name: LayerName, layers: Partial<Layers>): void {
  const layer = layers[name]
  must(layer, () => `${name}: there is no such layer`)
  if (layers.tokens) checkSpans(name, layers.tokens.text, layer)
  checks[name](layer as never, layers)
}

const checks: { readonly [Name in LayerName]: (layer: Layers[Name], layers: Partial<Layers>) => void } = {
  tokens: checkTokens,
  speakers: checkSpeakers,
  entities: checkEntities,
  claims: checkClaims
}

/** Whatever has start, end and text anywhere in a layer says what stands there in the article. */
function checkSpans(name: LayerName, text: string, layer: object): void {
  const open: object[] = [layer]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isSpan(next)) checkSpan(name, text, next)
    for (const value of Object.values(next)) {
      if (typeof value === 'object' && value !== null) open.push(value)
      must(value !== undefined && (typeof value !== 'number' || Number.isFinite(value)), () => `${name}: ${JSON.stringify(next).slice(0, 200)} holds ${value}`)
    }
  }
}

const isSpan = (value: object): value is Span => 'start' in value && 'end' in value && 'text' in value

function checkSpan(name: LayerName, text: string, { start, end, text: copy }: Span): void {
  must(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length, () => `${name}: ${start}–${end} lies outside the article (0–${text.length})`)
  must(text.slice(start, end) === copy, () => `${name}: the article says ${JSON.stringify(text.slice(start, end))} at ${start}, not ${JSON.stringify(copy)}`)
}

function checkTokens({ article, text, paragraphs, sentences, tokens }: Tokens): void {
  must(article.id === article.path, () => `tokens: the article's id is "${article.id}", its path "${article.path}"`)
  must(article.published === null || /^\d{4}-\d\d-\d\d$/.test(article.published), () => `tokens: published on "${article.published}"`)
  inOrder('tokens: paragraphs', paragraphs)
  inOrder('tokens: sentences', sentences)
  inOrder('tokens: tokens', tokens)
  let sentence = 0
  let first = 0
  tokens.forEach(({ start, end, head, of, same, sure }, index) => {
    const at = () => `tokens: token ${index} (${JSON.stringify(text.slice(start, end))})`
    while (sentence < sentences.length && (sentences[sentence]?.end ?? 0) <= start) {
      sentence++
      first = index
    }
    const holder = sentences[sentence]
    must(holder && holder.start <= start && end <= holder.end, () => `${at()} lies in no sentence`)
    const inSentence = head === null || (first <= head && (tokens[head]?.end ?? Infinity) <= holder.end)
    must(inSentence && head !== index, () => `${at()} has its head at ${head}, outside its sentence or at itself`)
    must(of === null || tokens[of], () => `${at()} belongs to a cue at ${of}, which is no token`)
    must(same === null || (0 <= same && same < index), () => `${at()} takes up ${same}, which does not stand before it`)
    must(isProbability(sure.name) && isProbability(sure.role) && isProbability(sure.tie), () => `${at()} is sure to ${sure.name}, ${sure.role} and ${sure.tie}`)
  })
}

function checkSpeakers({ marks, attributions }: Speakers): void {
  for (const { open, close, inside, level } of marks) {
    must(open.end <= inside.start && (close === null || inside.end <= close.start), () => `speakers: the mark at ${open.start} does not stand around what is inside`)
    must(0 <= level, () => `speakers: the mark at ${open.start} has level ${level}`)
  }
  unique('speakers', attributions.map(({ id }) => id))
  for (const { id, kind, content, cue, source, confidence, rule } of attributions) {
    must(/^(statement|attitude|other)$/.test(kind), () => `speakers: ${id} is of the kind "${kind}"`)
    must(content.length > 0, () => `speakers: ${id} has no content`)
    for (const spans of [content, cue, source]) inOrder(`speakers: ${id}`, spans)
    must(isProbability(confidence) && rule !== '', () => `speakers: ${id} has confidence ${confidence} and rule "${rule}"`)
  }
}

function checkEntities({ entities, speakers, dates }: Entities, layers: Partial<Layers>): void {
  unique('entities', entities.map(({ id }) => id))
  const ids = new Set(entities.map(({ id }) => id))
  for (const { id, kind, mentions, confidence, rule } of entities) {
    must(id.startsWith(`${kind}/`) && kind.length + 1 < id.length, () => `entities: "${id}" is no id of the kind ${kind}`)
    must(mentions.length > 0, () => `entities: ${id} has no mention`)
    for (const [index, { start }] of mentions.entries()) must((mentions[index - 1]?.start ?? 0) <= start, () => `entities: mentions of ${id} out of order at ${start}`)
    must(isProbability(confidence) && rule !== '' && mentions.every((mention) => mention.rule !== ''), () => `entities: ${id} has confidence ${confidence} and rule "${rule}"`)
  }
  const attributions = layers.speakers && new Set(layers.speakers.attributions.map(({ id }) => id))
  for (const { attribution, entity } of speakers) {
    must(!attributions || attributions.has(attribution), () => `entities: there is no attribution ${attribution}`)
    must(entity === null || ids.has(entity), () => `entities: ${attribution} is said by ${entity}, which is no entity`)
  }
  for (const { value, span } of dates) must(/^(\d|P|R|-|X)/.test(value), () => `entities: "${span.text}" has the value "${value}"`)
}

function checkClaims({ claims, withheld }: Claims, layers: Partial<Layers>): void {
  must(Number.isInteger(withheld) && 0 <= withheld, () => `claims: ${withheld} are withheld`)
  unique('claims', claims.map(({ id }) => id))
  const entities = layers.entities && new Set(layers.entities.entities.map(({ id }) => id))
  const attributions = layers.speakers && new Set(layers.speakers.attributions.map(({ id }) => id))
  for (const { id, subject, object, complements, place, about, on, predicate, checkable, confidence, rule } of claims) {
    const named = [subject?.entity, object?.entity, ...complements.map(({ entity }) => entity), place, on === 'article' ? null : on.entity, ...about]
    for (const entity of named) must(entity === null || entity === undefined || !entities || entities.has(entity), () => `claims: ${id} names ${entity}, which is no entity`)
    must(on === 'article' || on.attribution === null || !attributions || attributions.has(on.attribution), () => `claims: ${id} stands in ${JSON.stringify(on)}, which is no attribution`)
    for (const part of [subject, object, predicate, ...complements]) if (part) inOrder(`claims: ${id}`, part.spans)
    must(about.every((entity, index) => index === 0 || (about[index - 1] ?? '') < entity), () => `claims: ${id} is about ${about.join(', ')}: not sorted, or twice the same`)
    must(isProbability(confidence) && isProbability(checkable.score) && rule !== '', () => `claims: ${id} has confidence ${confidence}, checkable ${checkable.score} and rule "${rule}"`)
  }
}

/** In text order and without overlap. */
function inOrder(what: string, spans: readonly Span[]): void {
  let last = 0
  for (const { start, end } of spans) {
    must(last <= start, () => `${what}: ${start} comes after ${last}`)
    must(start < end, () => `${what}: nothing between ${start} and ${end}`)
    last = end
  }
}

function unique(what: string, ids: readonly string[]): void {
  const seen = new Set<string>()
  for (const id of ids) {
    must(!seen.has(id), () => `${what}: ${id} twice`)
    seen.add(id)
  }
}

/** Messages are made when they are needed: there is an invariant for every number of every token. */
function must(fact: unknown, message: () => string): asserts fact {
  if (!fact) throw new Error(message())
}

const isProbability = (value: number): boolean => 0 <= value && value <= 1


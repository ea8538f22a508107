import { UserError } from '../error.js'
import type { Argument, Attribution, Claim, Entity, Facts, Layers, Span } from '../model.js'
import { joined } from '../span.js'
import { nearest } from '../near.js'
import { isTold } from '../told.js'
import { quoted } from './rows.js'

/** Everything that the layers say about one thing of an article: an attribution "a5", a claim "c3", an entity by id or name. */
export function explain(id: string, layers: Layers): string {
  const found = itemOf(id, layers)
  if (found.layer === 'speakers') return explainAttribution(found.item, layers)
  if (found.layer === 'claims') return explainClaim(found.item, layers)
  return explainEntity(found.item, layers)
}

/** The same as it is filed. */
export const explainAsJson = (id: string, layers: Layers): string => JSON.stringify(itemOf(id, layers), null, 2)

type Found = { readonly layer: 'speakers'; readonly item: Attribution } | { readonly layer: 'claims'; readonly item: Claim } | { readonly layer: 'entities'; readonly item: Entity }

function itemOf(id: string, layers: Layers): Found {
  const attribution = layers.speakers.attributions.find((item) => item.id === id)
  if (attribution) return { layer: 'speakers', item: attribution }
  const claim = layers.claims.claims.find((item) => item.id === id)
  if (claim) return { layer: 'claims', item: claim }
  const entity = layers.entities.entities.find((item) => item.id === id || item.name === id || item.aliases.includes(id))
  if (entity) return { layer: 'entities', item: entity }
  const ids = [layers.speakers.attributions, layers.claims.claims, layers.entities.entities].flatMap((items) => items.map((item) => item.id))
  const near = nearest(id, ids)
  throw new UserError(`nothing with the id "${id}" in this article; ${near.length > 0 ? `there is ${near.join(', ')}` : 'attributions are a1, a2, …, claims c1, c2, …, entities person/…'}`)
}

function explainAttribution({ id, type, kind, content, cue, source, speaker, polarity, confidence, rule }: Attribution, { entities, claims }: Layers): string {
  const said = entities.speakers.find(({ attribution }) => attribution === id)
  const those = claims.claims.filter(({ on }) => on !== 'article' && on.attribution === id)
  return lines([
    `${id}: ${type}, ${kind}, ${polarity}; confidence ${confidence}, rule ${rule}`,
    ...content.map((span) => `  content    ${place(span)}`),
    ...cue.map((span) => `  cue        ${place(span)}`),
    ...source.map((span) => `  source     ${place(span)}`),
    `  speaker    ${speaker.span ? place(speaker.span) : 'nobody'}; found as: ${speaker.how}; ${speaker.why}`,
    ...speaker.chain.map((span) => `  by way of  ${place(span)}`),
    ...speaker.candidates.map(({ span, score }) => `  candidate  ${place(span)}, score ${score}`),
    said ? `  entity     ${said.entity ?? 'none'}; ${said.why}` : '',
    ...those.map((claim) => `  claim      ${claim.id}: ${quoted(claim.text)}`)
  ])
}

function explainClaim({ id, sentence, text, subject, predicate, object, complements, polarity, certainty, time, place: where, on, about, checkable, confidence, rule }: Claim, { entities, speakers }: Layers): string {
  const voice = on === 'article' ? 'the article itself' : `${nameOf(on.entity, entities) ?? 'somebody not named'}${on.attribution ? ` (${on.attribution})` : ''}`
  const attribution = on === 'article' ? undefined : speakers.attributions.find((item) => item.id === on.attribution)
  return lines([
    `${id}: ${quoted(text)}`,
    `  ${polarity}, ${certainty}; confidence ${confidence}, rule ${rule}`,
    `  sentence   ${place(sentence)}`,
    subject ? `  subject    ${argument(subject)}` : '  subject    none',
    `  predicate  ${predicate.spans.map(place).join(' … ')}, "${predicate.phrase}", of ${predicate.lemma}`,
    object ? `  object     ${argument(object)}` : '',
    ...complements.map((complement) => `  ${(complement.marker || 'adverbial').padEnd(10)} ${argument(complement)}`),
    `  time       ${time.tense}${time.value ? `, ${time.value}` : ''}${time.span ? ` ${place(time.span)}` : ''}`,
    where ? `  place      ${where}` : '',
    `  on         the word of ${voice}`,
    attribution ? `  said in    ${attribution.content.map(place).join(' … ')}` : '',
    `  about      ${about.join(', ') || 'nobody named'}`,
    `  checkable  ${checkable.score}: ${checkable.why.join('; ') || 'nothing to check'}`
  ])
}

function explainEntity({ id, kind, name, aliases, mentions, facts, confidence, rule }: Entity, { entities, speakers, claims }: Layers): string {
  const own = new Set(entities.speakers.filter(({ entity }) => entity === id).map(({ attribution }) => attribution))
  return lines([
    `${id}: ${name}, ${kind}; confidence ${confidence}, rule ${rule}`,
    aliases.length > 0 ? `  also       ${aliases.join(', ')}` : '',
    ...Object.entries(facts ?? {}).filter(([, value]) => value !== null).map(([key, value]) => `  fact       ${key}: ${plain(value)}`),
    ...mentions.map((mention) => `  mention    ${place(mention)}, ${mention.form}, rule ${mention.rule}`),
    ...speakers.attributions.filter((attribution) => own.has(attribution.id)).map((attribution) => `  ${verbOf(attribution)} ${attribution.id}: ${quoted(joined(attribution.content), 120)}`),
    ...claims.claims.filter((claim) => claim.about.includes(id)).map((claim) => `  claim      ${claim.id}: ${quoted(claim.text, 120)}`)
  ])
}

const verbOf = (attribution: Attribution): string => (!isTold(attribution) ? 'perhaps   ' : attribution.kind === 'attitude' ? 'thinks    ' : 'says      ')

const place = ({ start, end, text }: Span): string => `${start}–${end} ${quoted(text, 160)}`

/** A fact in words: of what has a name or a text, only that. */
function plain(fact: Facts[string]): string {
  if (typeof fact !== 'object' || fact === null) return String(fact)
  if (Array.isArray(fact)) return fact.map((item: Facts[string]) => plain(item)).join('; ')
  const { text, name } = fact as Facts
  if (typeof text === 'string' || typeof name === 'string') return quoted(String(text ?? name), 80)
  return Object.entries(fact).filter(([, value]) => value !== null).map(([key, value]) => `${key} ${plain(value)}`).join(', ')
}

const argument = ({ spans, entity }: Argument): string => `${spans.map(place).join(' … ')}${entity ? `, ${entity}` : ''}`

const nameOf = (id: string | null, { entities }: Layers['entities']): string | null => entities.find((entity) => entity.id === id)?.name ?? null

const lines = (all: readonly string[]): string => all.filter(Boolean).join('\n')

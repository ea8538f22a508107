import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../../src/error.js'
import { read, type Marking } from '../../src/markup.js'
import type { EntityKind } from '../../src/model.js'
import { kinds, shape, type GoldArticle, type GoldClaim, type GoldJson, type Stretch } from './gold-shape.js'

/** Every article of a folder, by name. Throws `UserError` with file and place for whatever does not fit together. */
export function loadGold(folder: string): GoldArticle[] {
  const names = readdirSync(folder).flatMap((file) => (/\.(txt|json)$/.test(file) ? [file.replace(/\.[a-z]+$/, '')] : []))
  return [...new Set(names)].sort().map((name) => {
    for (const file of [`${name}.txt`, `${name}.json`]) if (!existsSync(join(folder, file))) throw new UserError(`${folder}/${file} is missing; an article of gold is a pair`)
    const [marked, json] = ['txt', 'json'].map((ending) => readFileSync(join(folder, `${name}.${ending}`), 'utf8')) as [string, string]
    return goldOf(name, marked, JSON.parse(json))
  })
}

/** One article from its marked-up text and what its JSON file holds. */
export function goldOf(name: string, marked: string, json: unknown): GoldArticle {
  const { text, marks } = read(marked)
  const parsed = shape.safeParse(json)
  const problem = parsed.success ? problemOf(parsed.data, text, marks) : z.prettifyError(parsed.error)
  if (!parsed.success || problem) throw new UserError(`gold/${name}: ${problem}`)
  const { published, fictional, attributions, entities, claims } = parsed.data
  const pieces = (label: string, id: string) => marks.filter((mark) => nameOf(mark) === label && valuesOf(mark, ',').includes(id)).map(bounds)
  return {
    name,
    text,
    published,
    fictional,
    entities: new Map(Object.entries(entities)),
    attributions: Object.entries(attributions).map(([id, { speaker, type, polarity }]) => ({
      id,
      content: pieces('content', id),
      cue: pieces('cue', id),
      source: pieces('source', id),
      speakers: speaker,
      type,
      polarity
    })),
    mentions: marks.filter(isMention).map((mark) => ({ ...bounds(mark), kind: nameOf(mark) as EntityKind, entity: keyOf(mark), optional: isOptional(mark) })),
    dates: marks.filter((mark) => nameOf(mark) === 'date').map((mark) => ({ ...bounds(mark), values: valuesOf(mark, '|'), optional: isOptional(mark) })),
    claims: claims.map((claim): GoldClaim => ({ ...claim, at: text.indexOf(claim.sentence), object: claim.object ?? '' }))
  }
}

/** The first thing that does not fit together, or null. */
function problemOf(json: GoldJson, text: string, marks: readonly Marking[]): string | null {
  const defined = (key: string | null) => key === null || json.entities[key] !== undefined
  for (const mark of marks) {
    const problem = problemOfMark(json, mark)
    if (problem) return `"${text.slice(mark.start, mark.end)}" is marked ${mark.label}${problem}`
  }
  for (const [id, { speaker }] of Object.entries(json.attributions)) {
    if (!marks.some((mark) => nameOf(mark) === 'content' && valuesOf(mark, ',').includes(id))) return `${id} has no content in the text`
    const stranger = speaker.find((key) => !defined(key))
    if (stranger !== undefined) return `${id}: nobody is called ${stranger}`
  }
  const unused = Object.keys(json.entities).find((key) => !marks.some((mark) => isMention(mark) && keyOf(mark) === key))
  if (unused !== undefined) return `${unused} has no mention in the text`
  return json.claims.map((claim) => problemOfClaim(json, text, claim)).find((problem) => problem !== null) ?? null
}

function problemOfMark({ attributions, entities }: GoldJson, mark: Marking): string | null {
  if (['content', 'cue', 'source'].includes(nameOf(mark))) {
    const unknown = valuesOf(mark, ',').find((id) => !attributions[id])
    return unknown === undefined ? null : `, but ${unknown} is not in the JSON`
  }
  if (nameOf(mark) === 'date') {
    const wrong = valuesOf(mark, '|').find((value) => !isDate(value))
    return wrong === undefined ? null : `, and ${wrong} is no date`
  }
  const entity = entities[keyOf(mark)]
  if (!entity) return ', which is not in the JSON'
  return entity.kind === nameOf(mark) ? null : `, which the JSON has as a ${entity.kind}`
}

function problemOfClaim({ attributions }: GoldJson, text: string, { sentence, subject, predicate, object, on }: GoldJson['claims'][number]): string | null {
  const at = text.indexOf(sentence)
  if (at < 0) return `no sentence begins "${sentence}"`
  if (text.includes(sentence, at + 1)) return `"${sentence}" stands in the text twice; give more of the sentence`
  const end = text.indexOf('\n\n', at)
  const near = new Set(wordsOf(text.slice(text.lastIndexOf('\n\n', at) + 1, end < 0 ? text.length : end)))
  const strange = wordsOf(`${subject} ${predicate} ${object ?? ''}`).find((word) => !near.has(word))
  if (strange !== undefined) return `"${strange}" of a claim is not in the paragraph of "${sentence}"`
  const unknown = on.find((id) => id !== 'article' && !attributions[id])
  return unknown === undefined ? null : `a claim of "${sentence}" stands on ${unknown}, which is not in the JSON`
}

/** Lower-cased words, without marks; "Brandt’s" gives "brandt" and "s". */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const bounds = ({ start, end }: Marking): Stretch => ({ start, end })
const nameOf = ({ label }: Marking): string => label.split('=')[0] ?? ''
const valuesOf = ({ label }: Marking, separator: string): string[] => (label.replace(/\?$/, '').split('=')[1] ?? '').split(separator)
const keyOf = (mark: Marking): string => valuesOf(mark, ',')[0] ?? ''
const isMention = (mark: Marking): boolean => kinds.some((kind) => kind === nameOf(mark))
const isOptional = ({ label }: Marking): boolean => label.endsWith('?')
const isDate = (value: string): boolean => /^(\d{4}(-\d\d(-\d\d)?|-W\d\d)?)(\/\d{4}(-\d\d(-\d\d)?)?)?$|^P(\d+[YMWD])+$/.test(value)

import { UserError } from '../error.js'
import { nearest } from '../near.js'
import { lineOf, parseJson, valueOf, type ArrayNode, type Node } from './json.js'
import type { Decision } from './model.js'

/** A decision and where it stands. */
export interface Entry {
  /** Of its opening bracket, from 1. */
  readonly line: number
  readonly decision: Decision
}

export const fileName = 'hearsay.json'

/** What `hearsay.json` decides. Throws `UserError` with file, line, what is wrong and how to mend it: a misspelt key must not be a decision that is silently none. */
export function parseDecisions(text: string, path: string): Entry[] {
  const { items } = listOf(text, path)
  return items.map((node) => {
    const problem = problemOf(valueOf(node))
    if (problem !== null) throw new UserError(`${path}:${lineOf(text, node.start)}: ${problem}`)
    return { line: lineOf(text, node.start), decision: valueOf(node) as Decision }
  })
}

/** The list of decisions in the file, with the place of each. */
export function listOf(text: string, path: string): ArrayNode {
  const root = parseJson(text, path)
  const shape = `it should read { "decisions": [ … ] }`
  if (root.type !== 'object') throw new UserError(`${path}: ${shape}`)
  for (const { key, start } of root.members) if (key !== 'decisions') throw new UserError(`${path}:${lineOf(text, start)}: "${key}" means nothing here; ${shape}`)
  const list: Node | undefined = root.members[0]?.value
  if (list?.type !== 'array') throw new UserError(`${path}:${lineOf(text, list?.start ?? 0)}: ${shape}`)
  return list
}

/** What is wrong with a decision; null: nothing. */
export function problemOf(value: unknown): string | null {
  if (!isObject(value)) return 'a decision stands in braces, as in { "same": ["person/ann-lee", "person/lee@2016/x.txt"] }'
  const found = Object.keys(SHAPES).filter((key) => key in value)
  const [kind] = found
  if (kind === undefined) return `a decision says one of ${quoted(Object.keys(SHAPES))}${hintFor(Object.keys(value), Object.keys(SHAPES))}`
  if (found.length > 1) return `${quoted(found)} cannot be decided at once; write two decisions`
  const shape = SHAPES[kind]
  return unknownKey(value, [kind, ...(shape?.others ?? []), ...REASONS]) ?? shape?.check(value) ?? reasonProblem(value)
}

type Value = Readonly<Record<string, unknown>>

const REASONS = ['why', 'by', 'date']

/** By what decides: its other keys, and what is wrong with them. */
const SHAPES: Readonly<Record<string, { readonly others: readonly string[]; check(value: Value): string | null }>> = {
  same: { others: [], check: ({ same }) => names('same', same) },
  different: { others: [], check: ({ different }) => names('different', different) },
  alias: { others: ['of'], check: ({ alias, of }) => (isName(alias) ? (isName(of) ? null : '"alias" needs whose name it is: "of": "island/iturup"') : '"alias" is a name in quotation marks') },
  ignore: { others: [], check: ({ ignore }) => ignoreProblem(ignore) },
  speaker: {
    others: ['says'],
    check: ({ speaker, says }) => (speaker === null || isName(speaker) ? stretchProblem('says', says) : '"speaker" is the id or name of an entity, or null where it cannot be known')
  }
}

function names(key: string, value: unknown): string | null {
  if (!Array.isArray(value) || value.length < 2 || !value.every(isName)) return `"${key}" is a list of two names or more: { "${key}": ["person/ann-lee", "person/lee@2016/x.txt"] }`
  const twice = value.find((name, index) => value.indexOf(name) < index)
  return twice === undefined ? null : `"${key}" names "${twice}" twice`
}

const IGNORED = ['file', 'entity', 'join', 'mention']

function ignoreProblem(value: unknown): string | null {
  if (!isObject(value)) return `"ignore" says what: { "ignore": { "file": "2016/x.txt" } }; or "entity", "join", "mention"`
  const unknown = unknownKey(value, IGNORED)
  if (unknown !== null) return unknown
  const [key, ...more] = Object.keys(value)
  if (key === undefined || more.length > 0) return `"ignore" takes one of ${quoted(IGNORED)}`
  if (key === 'mention') return stretchProblem('mention', value[key])
  return isName(value[key]) ? null : `"${key}" is a name in quotation marks`
}

function stretchProblem(key: string, value: unknown): string | null {
  if (!isObject(value)) return `"${key}" says where: { "article": "2016/x.txt", "start": 86, "end": 110, "text": "…" }`
  const { article, start, end, text } = value
  const unknown = unknownKey(value, ['article', 'start', 'end', 'text'])
  if (unknown !== null) return unknown
  if (!isName(article)) return `"${key}" needs the article: "article": "2016/x.txt"`
  if (!isName(text)) return `"${key}" needs the text that stands there: "text": "…"`
  if (start === undefined && end === undefined) return null
  return isOffset(start) && isOffset(end) && start < end ? null : `"start" and "end" are offsets in the article, the first less than the second; leave both out, and the text is looked for`
}

function reasonProblem(value: Value): string | null {
  const wrong = REASONS.find((key) => value[key] !== undefined && !isName(value[key]))
  if (wrong !== undefined) return `"${wrong}" is a text in quotation marks`
  const date = value['date']
  return date === undefined || (/^\d{4}-\d\d-\d\d$/.test(String(date)) && !Number.isNaN(Date.parse(String(date)))) ? null : `"date" is written like 2016-11-21, not ${JSON.stringify(date)}`
}

function unknownKey(value: Value, known: readonly string[]): string | null {
  const unknown = Object.keys(value).find((key) => !known.includes(key))
  return unknown === undefined ? null : `"${unknown}" means nothing here${hintFor([unknown], known)}`
}

function hintFor(keys: readonly string[], known: readonly string[]): string {
  const near = keys.flatMap((key) => nearest(key, known, 1))[0]
  return near === undefined ? '' : `; did you mean "${near}"?`
}

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ')
const isObject = (value: unknown): value is Value => typeof value === 'object' && value !== null && !Array.isArray(value)
const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isOffset = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0

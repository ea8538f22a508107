import { UserError } from '../error.js'

/** JSON that remembers where everything stands, so that a complaint can name the line and a change leaves the rest as it was. */
export type Node = ObjectNode | ArrayNode | ScalarNode

interface Place {
  /** Half-open, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

export interface ObjectNode extends Place {
  readonly type: 'object'
  readonly members: readonly { readonly key: string; readonly start: number; readonly value: Node }[]
}

export interface ArrayNode extends Place {
  readonly type: 'array'
  readonly items: readonly Node[]
}

export interface ScalarNode extends Place {
  readonly type: 'scalar'
  readonly value: string | number | boolean | null
}

/** Deeper than anything that is meant; a recursion without end would be a crash. */
const DEEPEST = 50

/** Throws `UserError` with `path`, line and what was expected. */
export function parseJson(text: string, path: string): Node {
  let at = 0
  const fail = (what: string, where = at): never => {
    throw new UserError(`${path}:${lineOf(text, where)}: ${what}`)
  }
  const here = () => (at < text.length ? `not ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))}` : 'but the file ends')
  const skip = () => {
    while (at < text.length && ' \t\n\r\ufeff'.includes(text[at] ?? '')) at++
    if (text.startsWith('//', at) || text.startsWith('/*', at)) fail('JSON has no comments; put the reason into "why"')
  }

  const value = (depth: number): Node => {
    if (DEEPEST < depth) fail('too many brackets inside one another')
    skip()
    const start = at
    if (text[at] === '{') return object(start, depth)
    if (text[at] === '[') return array(start, depth)
    if (text[at] === '"') return { type: 'scalar', value: string(), start, end: at }
    const [word] = /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/.exec(text.slice(at, at + 40)) ?? []
    if (word === undefined) return fail(text[at] === "'" ? `texts stand in double quotation marks, not '` : `expected a value, ${here()}`)
    at += word.length
    return { type: 'scalar', value: JSON.parse(word) as number | boolean | null, start, end: at }
  }

  /** What stands between brackets, with a comma between any two. */
  const list = (close: string, item: () => void) => {
    at++
    skip()
    if (text[at] === close) return void at++
    for (;;) {
      item()
      skip()
      if (text[at] === close) return void at++
      if (text[at] !== ',') fail(`expected a comma or ${close}, ${here()}`)
      const comma = at++
      skip()
      if (text[at] === close) fail(`one comma too many: nothing follows it`, comma)
    }
  }

  const object = (start: number, depth: number): ObjectNode => {
    const members: { key: string; start: number; value: Node }[] = []
    list('}', () => {
      const place = at
      if (text[at] !== '"') fail(`expected a name in double quotation marks, ${here()}`)
      const key = string()
      if (members.some((member) => member.key === key)) fail(`"${key}" stands here twice; delete one`, place)
      skip()
      if (text[at] !== ':') fail(`expected a colon after "${key}", ${here()}`)
      at++
      members.push({ key, start: place, value: value(depth + 1) })
    })
    return { type: 'object', members, start, end: at }
  }

  const array = (start: number, depth: number): ArrayNode => {
    const items: Node[] = []
    list(']', () => items.push(value(depth + 1)))
    return { type: 'array', items, start, end: at }
  }

  const string = (): string => {
    const start = at
    for (at++; at < text.length && text[at] !== '"' && text[at] !== '\n'; at++) if (text[at] === '\\') at++
    if (text[at] !== '"') fail('this text has no closing quotation mark', start)
    at++
    try {
      return JSON.parse(text.slice(start, at)) as string
    } catch {
      return fail('a backslash or a control character in this text is not as JSON wants it; write \\\\ for a backslash', start)
    }
  }

  const root = value(0)
  skip()
  if (at < text.length) fail(`nothing may follow the last bracket, ${here()}`)
  return root
}

/** From 1. */
export function lineOf(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); 0 <= at && at < position; at = text.indexOf('\n', at + 1)) line++
  return line
}

export function valueOf(node: Node): unknown {
  if (node.type === 'scalar') return node.value
  if (node.type === 'array') return node.items.map(valueOf)
  return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOf(value)]))
}

/** JSON as the files of `output/` hold it: two blanks a level, what fits in a line on one line, and every span (whatever has
 *  `start` and `end`, so tokens and mentions as well) and every list of numbers on one line of its own, however long: it can be read and diffed. */

const WIDTH = 140
/** Nothing in it that JSON escapes. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/

/** The members of an object, without its braces, in pieces, so that a long layer need not be one string. */
export function* members(layer: object): Iterable<string> {
  const entries = Object.entries(layer).filter(([, value]) => value !== undefined)
  for (const [index, [key, value]] of entries.entries()) {
    const comma = index + 1 < entries.length ? ',\n' : '\n'
    const start = `  ${JSON.stringify(key)}: `
    if (Array.isArray(value) && flat(value, WIDTH - start.length) === null) {
      yield `${start}[\n`
      for (let item = 0; item < value.length; item++) yield `    ${pretty(value[item], 4)}${item + 1 < value.length ? ',\n' : '\n'}`
      yield `  ]${comma}`
    } else yield `${start}${pretty(value, 2)}${comma}`
  }
}

/** A value as JSON whose first line begins `indent` columns from the left. */
export function pretty(value: unknown, indent = 0): string {
  const line = flat(value, isSpan(value) || isNumbers(value) ? Infinity : WIDTH - indent)
  if (line !== null) return line
  const inner = ' '.repeat(indent + 2)
  const outer = ' '.repeat(indent)
  if (Array.isArray(value)) return `[\n${value.map((item) => `${inner}${pretty(item, indent + 2)}`).join(',\n')}\n${outer}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const lines = entriesOf(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${pretty(item, indent + 2)}`)
  return `{\n${lines.join(',\n')}\n${outer}}`
}

const entriesOf = (value: object) => Object.entries(value).filter(([, item]) => item !== undefined)

const isSpan = (value: unknown): boolean => typeof value === 'object' && value !== null && 'start' in value && 'end' in value && !('spans' in value)

const isNumbers = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && typeof value[0] === 'number' && value.every((item) => typeof item === 'number')

/** The value on one line, or null if it takes more than `room` columns. Gives up as soon as it is too long, so that trying costs little. */
function flat(value: unknown, room: number): string | null {
  if (typeof value === 'number') return value >= 0 || value < 0 ? String(value === 0 ? 0 : value) : 'null'
  if (typeof value === 'string') {
    const quoted = value.length > room ? null : PLAIN.test(value) ? `"${value}"` : JSON.stringify(value)
    return quoted !== null && quoted.length <= room ? quoted : null
  }
  if (typeof value !== 'object' || value === null) {
    const simple = JSON.stringify(value)
    return simple.length <= room ? simple : null
  }
  return Array.isArray(value) ? flatArray(value, room) : flatObject(value, room)
}

function flatArray(items: readonly unknown[], room: number): string | null {
  let line = ''
  for (const item of items) {
    const part = flat(item, room - line.length - 2)
    if (part === null) return null
    line += line === '' ? part : `, ${part}`
  }
  return line.length + 2 <= room ? `[${line}]` : null
}

function flatObject(value: object, room: number): string | null {
  let line = ''
  for (const key of Object.keys(value)) {
    const item: unknown = value[key as keyof typeof value]
    if (item === undefined) continue
    const part = flat(item, room - line.length - key.length)
    if (part === null) return null
    line += (line === '' ? '' : ', ') + keyOf(key) + part
  }
  if (line === '') return '{}'
  return line.length + 4 <= room ? `{ ${line} }` : null
}

const keys = new Map<string, string>()
/** `"key": `. A layer has a few keys, a hundred thousand times each. Keys that come from texts are not worth keeping. */
function keyOf(key: string): string {
  const kept = keys.get(key)
  if (kept !== undefined) return kept
  const quoted = `${JSON.stringify(key)}: `
  if (keys.size < 500) keys.set(key, quoted)
  return quoted
}

import pc from 'picocolors'
import { compare, isEmpty, type Change, type Difference } from '../diff/compare.js'
import type { Item, Kind } from '../diff/items.js'
import { UserError } from '../error.js'
import { layerNames } from '../layers.js'
import type { Layers, Span } from '../model.js'
import { joined } from '../span.js'
import { articlesIn, isFolder, readLayer } from '../store/index.js'
import { harmless } from './draw.js'
import { quoted } from './rows.js'

export interface Compared {
  /** Articles that only one of the two has. */
  readonly lost: readonly string[]
  readonly gained: readonly string[]
  /** Articles of which something else was found. */
  readonly articles: readonly ({ readonly article: string; readonly text: 'same' | 'changed' } & Difference)[]
  readonly same: number
}

/** What was gained, lost and changed between two outputs: after a rule was mended, an article edited, a model replaced. */
export function compareOutputs(before: string, after: string): Compared {
  const [old, now] = [pathsIn(before), pathsIn(after)]
  const [inOld, inNow] = [new Set(old), new Set(now)]
  const both = now.filter((path) => inOld.has(path))
  const compared = both.map((article) => {
    const [a, b] = [layersOf(before, article), layersOf(after, article)]
    return { article, text: a.tokens.text === b.tokens.text ? ('same' as const) : ('changed' as const), ...compare(a, b) }
  })
  const articles = compared.filter((difference) => difference.text === 'changed' || !isEmpty(difference))
  return { lost: old.filter((path) => !inNow.has(path)), gained: now.filter((path) => !inOld.has(path)), articles, same: both.length - articles.length }
}

function pathsIn(output: string): readonly string[] {
  const paths = isFolder(output) ? articlesIn({ corpus: '', output }) : []
  if (paths.length === 0) throw new UserError(`${output} holds no article that hearsay has read; name two folders that "hearsay run" has written`)
  return paths
}

function layersOf(output: string, article: string): Layers {
  const layers = layerNames.map((name) => readLayer({ corpus: '', output }, name, article))
  const [tokens, speakers, entities, claims] = layers
  if (!tokens || !speakers || !entities || !claims) throw new UserError(`${output}: a layer of ${article} is missing or damaged; make it again with hearsay run`)
  return { tokens, speakers, entities, claims } as unknown as Layers
}

/** For a reader: what is gone in [-…-], what is new in {+…+}, as `git diff --word-diff` has it; in colour on a terminal. */
export function drawn({ lost, gained, articles, same }: Compared, colour: boolean): string {
  const paint = pc.createColors(colour)
  const lines = articles.flatMap(({ article, text, ...difference }) => [
    '',
    paint.bold(article) + (text === 'changed' ? ' (its text has changed)' : ''),
    ...inOrder(difference).map((line) => `  ${lineOf(line, paint)}`)
  ])
  const whole = [...lost.map((path) => paint.red(`- ${path}: no longer there`)), ...gained.map((path) => paint.green(`+ ${path}: new`))]
  return [summary(articles, { lost: lost.length, gained: gained.length, same }), ...whole, ...lines].join('\n')
}

const NAMES: Readonly<Record<Kind, readonly [string, string]>> = { quotation: ['quotation', 'quotations'], mention: ['mention', 'mentions'], claim: ['claim', 'claims'] }

function summary(articles: Compared['articles'], { lost, gained, same }: { lost: number; gained: number; same: number }): string {
  const counts = (Object.keys(NAMES) as Kind[]).map((kind) => {
    const count = (pick: (difference: Difference) => readonly { kind: Kind }[]) => articles.reduce((sum, difference) => sum + pick(difference).filter((item) => item.kind === kind).length, 0)
    return `${NAMES[kind][1]} +${count(({ gained }) => gained)} -${count(({ lost }) => lost)} ~${count(({ changed }) => changed.map(({ after }) => after))}`
  })
  const news = [...(gained > 0 ? [`${gained} new`] : []), ...(lost > 0 ? [`${lost} gone`] : [])]
  return `${[`${articles.length} of ${articles.length + same} articles differ`, ...news].join(', ')}; ${counts.join(', ')}`
}

type Line = { readonly sign: '+' | '-'; readonly item: Item } | { readonly sign: '~'; readonly change: Change }

function inOrder({ lost, gained, changed }: Difference): Line[] {
  const lines: Line[] = [...lost.map((item) => ({ sign: '-' as const, item })), ...gained.map((item) => ({ sign: '+' as const, item })), ...changed.map((change) => ({ sign: '~' as const, change }))]
  const placeOf = (line: Line) => (line.sign === '~' ? line.change.after : line.item).spans[0]?.start ?? 0
  return lines.sort((a, b) => placeOf(a) - placeOf(b) || (a.sign < b.sign ? -1 : a.sign > b.sign ? 1 : 0))
}

type Paint = ReturnType<typeof pc.createColors>

function lineOf(line: Line, paint: Paint): string {
  if (line.sign !== '~') {
    const { kind, id, spans, facts } = line.item
    const what = kind === 'quotation' ? `${facts['speaker']}: ${joined(spans)}` : kind === 'mention' ? `${joined(spans)} = ${id}` : (facts['text'] ?? '')
    const text = `${kind} ${line.sign === '-' ? `[-${quoted(harmless(what), 160)}-]` : `{+${quoted(harmless(what), 160)}+}`}`
    return line.sign === '-' ? paint.red(`- ${text}`) : paint.green(`+ ${text}`)
  }
  const { before, after, what } = line.change
  const changes = what.map((name) => (name === 'content' ? bordersOf(before.spans, after.spans, paint) : `${name} ${swapped(before.facts[name] ?? '', after.facts[name] ?? '', paint)}`))
  const about = what.includes('content') ? '' : after.kind === 'claim' ? ` ${after.facts['text'] ?? ''}` : ` ${joined(after.spans)}`
  return `~ ${after.kind}${quoted(harmless(about), 100) && ` ${quoted(harmless(about), 100)}`}: ${changes.join('; ')}`
}

const swapped = (before: string, after: string, paint: Paint): string => `${paint.red(`[-${quoted(harmless(before), 60)}-]`)} ${paint.green(`{+${quoted(harmless(after), 60)}+}`)}`

/** A content with what it has lost and gained at its ends and in between. */
function bordersOf(before: readonly Span[], after: readonly Span[], paint: Paint): string {
  const offsets = [...new Set([...before, ...after].flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const at = (spans: readonly Span[], offset: number) => spans.find(({ start, end }) => start <= offset && offset < end)
  const pieces = offsets.slice(0, -1).map((offset, index) => {
    const [old, now] = [at(before, offset), at(after, offset)]
    const holder = old ?? now
    const text = holder ? quoted(harmless(holder.text.slice(offset - holder.start, (offsets[index + 1] ?? offset) - holder.start)), 80) : '…'
    return old && now ? text : old ? paint.red(`[-${text}-]`) : now ? paint.green(`{+${text}+}`) : text
  })
  return pieces.join(' ')
}

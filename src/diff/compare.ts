import type { Layers } from '../model.js'
import { joined } from '../span.js'
import { itemsOf, type Item } from './items.js'

export interface Difference {
  readonly lost: readonly Item[]
  readonly gained: readonly Item[]
  readonly changed: readonly Change[]
}

export interface Change {
  readonly before: Item
  readonly after: Item
  /** Names of what is different: "speaker", "content". */
  readonly what: readonly string[]
}

/** What one run found in an article and the other did not. The same thing is the one of the same kind over the same words; of those left, a quotation that shares
 *  the larger half of its content with another is the same with other borders. */
export function compare(before: Layers, after: Layers): Difference {
  const keyOf = keysFor(before.tokens.text === after.tokens.text)
  const old = byKey(itemsOf(before), keyOf)
  const changed: Change[] = []
  const gained: Item[] = []
  for (const [key, item] of byKey(itemsOf(after), keyOf)) {
    const same = old.get(key)
    if (!same) gained.push(item)
    else {
      old.delete(key)
      const what = Object.keys(item.facts).filter((name) => item.facts[name] !== same.facts[name])
      if (what.length > 0) changed.push({ before: same, after: item, what })
    }
  }
  const moved = before.tokens.text === after.tokens.text ? shifted([...old.values()], gained) : []
  const [wasMoved, isMoved] = [new Set(moved.map((change) => change.before)), new Set(moved.map((change) => change.after))]
  return {
    lost: [...old.values()].filter((item) => !wasMoved.has(item)),
    gained: gained.filter((item) => !isMoved.has(item)),
    changed: [...changed, ...moved].sort((a, b) => startOf(a.after) - startOf(b.after))
  }
}

export const isEmpty = ({ lost, gained, changed }: Difference): boolean => lost.length + gained.length + changed.length === 0

const startOf = ({ spans }: Item): number => spans[0]?.start ?? 0

/** In one text a stretch is told by its offsets; in two versions of it by its words. A claim is told by its line too: many stand in one sentence. */
function keysFor(sameText: boolean): (item: Item) => string {
  return ({ kind, spans, facts }) => {
    const where = sameText ? spans.map(({ start, end }) => `${start}-${end}`).join(',') : joined(spans)
    return kind === 'claim' ? `${kind} ${where} ${facts['text']}` : `${kind} ${where}`
  }
}

/** Those alike are told apart by their order. */
function byKey(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const counts = new Map<string, number>()
  return new Map(
    items.map((item) => {
      const key = keyOf(item)
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      return [`${key} #${count}`, item]
    })
  )
}

/** Quotations whose content has other borders by now. Both lists are in text order, so that each is looked at only beside its neighbours. */
function shifted(lost: readonly Item[], gained: readonly Item[]): Change[] {
  const isQuotation = ({ kind }: Item) => kind === 'quotation'
  const [old, now] = [lost.filter(isQuotation), gained.filter(isQuotation)]
  const changes: Change[] = []
  let from = 0
  for (const after of now) {
    while (from < old.length && endOf(old[from]) <= startOf(after)) from++
    const before = old[from]
    if (!before || 2 * shared(before, after) <= Math.max(length(before), length(after))) continue
    from++
    changes.push({ before, after, what: ['content', ...Object.keys(after.facts).filter((name) => after.facts[name] !== before.facts[name])] })
  }
  return changes
}

const endOf = (item: Item | undefined): number => item?.spans.at(-1)?.end ?? 0
const length = ({ spans }: Item): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

function shared(one: Item, other: Item): number {
  return one.spans.reduce((sum, a) => sum + other.spans.reduce((part, b) => part + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)), 0), 0)
}

import { readFileSync } from 'node:fs'

/** The label lists of the network; the order is that of its output columns. */
export interface Labels {
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** Column of a label, or -100 (not learned from) for one that the network does not know. */
  index(list: 'tag' | 'relation' | 'name' | 'role', label: string): number
}

export function labels(): Labels {
  const lists: Record<string, string[]> = JSON.parse(readFileSync(new URL('../models/labels.json', import.meta.url), 'utf8'))
  const columns = Object.fromEntries(Object.entries(lists).map(([list, labels]) => [list, new Map(labels.map((label, column) => [label, column]))]))
  return { lists, index: (list, label) => columns[list]?.get(label) ?? -100 }
}

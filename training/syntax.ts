import type { Labels } from './labels.js'
import type { Labelled } from './prepare.js'

/** Genres of GUM that are non-commercial or that we may not use; nothing is learned from them. */
const LEFT_OUT = /_(whow|fiction|essay|letter|podcast|reddit)_/

export interface Row {
  readonly text: string
  readonly tag: string
  /** Index in the sentence, -1 for the root. */
  readonly head: number
  readonly relation: string
  readonly entity: string
}

interface Document {
  readonly id: string
  /** Paragraphs of sentences of words. */
  readonly paragraphs: Row[][][]
}

/** A document of a treebank: words in paragraphs, and one gold row a word. */
export interface Treebank {
  readonly id: string
  readonly paragraphs: readonly (readonly { readonly text: string }[])[]
  readonly rows: readonly GoldRow[]
}

/** `head` is an index in the document, the word's own for a root. */
export interface GoldRow {
  readonly text: string
  readonly tag: string
  readonly head: number
  readonly relation: string
  readonly starts: boolean
}

/** CoNLL-U, document by document. */
export function treebank(content: string): Treebank[] {
  return documentsOf(content).map(({ id, paragraphs }) => {
    let from = 0
    const rows = paragraphs.flat().flatMap((sentence) => {
      const begin = from
      from += sentence.length
      return sentence.map(({ text, tag, head, relation }, at) => ({ text, tag, relation, head: begin + (head < 0 ? at : head), starts: at === 0 }))
    })
    return { id, paragraphs: paragraphs.map((sentences) => sentences.flat()), rows }
  })
}

/** Tag, head, relation and sentence starts, as columns of the network. */
export function syntaxDocuments(content: string, labels: Labels): Labelled[] {
  return treebank(content).map(({ id, paragraphs, rows }) => ({
    id,
    task: 'syntax',
    paragraphs,
    pointers: ['head'],
    labels: {
      tag: rows.map(({ tag }) => labels.index('tag', tag)),
      head: rows.map(({ head }) => head),
      relation: rows.map(({ relation }) => labels.index('relation', relation)),
      start: rows.map(({ starts }) => Number(starts))
    }
  }))
}

/** GUM's `Entity=` chains: for the head word of every mention the head word of the mention before it in its chain, or itself. */
export function sameDocuments(content: string, labels: Labels): Labelled[] {
  return documentsOf(content).map(({ id, paragraphs }) => {
    const rows = paragraphs.flat(2)
    return {
      id,
      task: 'same',
      paragraphs: paragraphs.map((sentences) => sentences.flat()),
      pointers: ['same'],
      labels: { tag: rows.map(({ tag }) => labels.index('tag', tag)), same: chains(rows) }
    }
  })
}

function chains(rows: readonly Row[]): number[] {
  const same: number[] = rows.map(({ tag }, index) => (/^(NNP?S?|PRP\$?)$/.test(tag) ? index : -100))
  const last = new Map<string, number>()
  const taken = new Set<number>()
  for (const { head, group } of mentionsOf(rows)) {
    if (taken.has(head)) continue
    taken.add(head)
    same[head] = last.get(group) ?? head
    last.set(group, head)
  }
  return same
}

interface Group {
  readonly group: string
  readonly from: number
  readonly head: number
}

/** `(1-person-giv:act-cf1-1-coref … 1)`: opened and closed by the number of their group; the fifth part is the place of the head word. */
function mentionsOf(rows: readonly Row[]): Group[] {
  const open: Group[] = []
  const mentions: (Group & { to: number })[] = []
  rows.forEach(({ entity }, index) => {
    for (const part of entity.match(/\([^()]*\)?|[^()]*\)/g) ?? []) {
      const group = part.replace(/[()]/g, '').split('-')[0]?.split('[')[0] ?? ''
      if (part.startsWith('(')) {
        const places = part.replace(/[()]/g, '').split('-').filter((field) => /^\d+(,\d+)*$/.test(field))
        const head = index + Number(places[1]?.split(',')[0] ?? 1) - 1
        if (part.endsWith(')')) mentions.push({ group, from: index, head: index, to: index })
        else open.push({ group, from: index, head })
      } else {
        const at = open.findLastIndex((mention) => mention.group === group)
        const [mention] = at < 0 ? [] : open.splice(at, 1)
        if (mention) mentions.push({ ...mention, head: Math.min(mention.head, index), to: index })
      }
    }
  })
  return mentions.sort((a, b) => a.from - b.from || b.to - a.to)
}

export function documentsOf(content: string): Document[] {
  return content.split(/^# newdoc id = /m).slice(1).map((block) => {
    const id = block.slice(0, block.indexOf('\n')).trim()
    const paragraphs: Row[][][] = []
    for (const sentence of block.split(/\n\n+/)) {
      const rows = sentence.split('\n').map((line) => line.split('\t')).filter((cells) => /^\d+$/.test(cells[0] ?? '')).map(rowOf)
      if (!rows.length) continue
      if (!paragraphs.length || /^# newpar(?!_)/m.test(sentence)) paragraphs.push([])
      paragraphs.at(-1)?.push(rows)
    }
    return { id, paragraphs }
  }).filter(({ id }) => !LEFT_OUT.test(id))
}

const rowOf = (cells: string[]): Row => ({
  text: cells[1] ?? '',
  tag: cells[4] ?? '',
  head: Number(cells[6]) - 1,
  relation: cells[7] ?? '',
  entity: /Entity=([^|]*)/.exec(cells[9] ?? '')?.[1] ?? ''
})

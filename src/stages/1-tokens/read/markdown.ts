import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Block, Page } from './extract.js'
import { partFrontMatter } from './front-matter.js'
import { blocksOfTags } from './strip.js'

/** As much of Markdown's syntax tree as is read here. */
interface Node {
  readonly type: string
  readonly value?: string
  readonly depth?: number
  readonly children?: readonly Node[]
}

/** Paragraphs, headings, list items, quotes, code and tables of a Markdown file, one block each, without their marks. */
export function readMarkdown(content: string): Page {
  const { body, metadata, notes } = partFrontMatter(content)
  if (isKnotted(body)) {
    const blocks = body.split(/\n[^\S\n]*\n/).map((text) => ({ text }))
    return { blocks, metadata, notes: [...notes, 'Markdown nested too deep: read as plain text'] }
  }
  const leaves = leavesOf(fromMarkdown(body))
  const heading = leaves.find(({ type, depth }) => type === 'heading' && depth === 1)
  const blocks = leaves.flatMap(blocksOfLeaf)
  return { blocks, metadata: { ...metadata, title: metadata.title ?? (heading ? inlineText(heading, ' ').trim() || null : null) }, notes }
}

/** The parser takes quadratic time for brackets and quote marks by the thousand in one line, which no article has. */
function isKnotted(body: string): boolean {
  return /(?:>[ \t]?){100}/.test(body) || body.split('\n').some((line) => 2000 < line.length && 2000 < line.split('[').length)
}

/** The blocks that hold text, in order; an explicit stack, because lists nest as deep as their author likes. */
function leavesOf(root: Node): Node[] {
  const leaves: Node[] = []
  const open = [root]
  for (let node = open.pop(); node; node = open.pop())
    if (['root', 'blockquote', 'list', 'listItem'].includes(node.type)) for (const child of [...(node.children ?? [])].reverse()) open.push(child)
    else leaves.push(node)
  return leaves
}

function blocksOfLeaf(leaf: Node): readonly Block[] {
  if (leaf.type === 'html') return blocksOfTags(leaf.value ?? '')
  if (leaf.type === 'code') return [{ text: leaf.value ?? '' }]
  const lines = inlineText(leaf, '\n')
  return isTable(lines) ? rowsOf(lines) : [{ text: inlineText(leaf, ' ') }]
}

/** The text inside a block, with `soft` for a line's end that is no break. A picture's description is not the article's text;
 *  HTML tags are dropped, what they enclose stays. */
function inlineText(leaf: Node, soft: string): string {
  const parts: string[] = []
  const open = [leaf]
  for (let node = open.pop(); node; node = open.pop())
    if (node.type === 'text' || node.type === 'inlineCode') parts.push((node.value ?? '').replace(/[^\S\n]*\n[^\S\n]*/g, soft))
    else if (node.type === 'break') parts.push('\n')
    else for (const child of [...(node.children ?? [])].reverse()) open.push(child)
  return parts.join('')
}

/** "| Island | Area |" over "|---|---|": CommonMark knows no tables and gives them as one paragraph. */
const isTable = (text: string): boolean => /\n\s{0,3}\|?\s{0,9}:?-{2,}[-:|\s]*\n?/.test(text) && (text.split('\n')[0] ?? '').includes('|')

function rowsOf(text: string): Block[] {
  const rows = text.split('\n').filter((line) => !/^[-:|\s]+$/.test(line))
  return rows.map((row) => ({ text: row.split('|').map((cell) => cell.trim()).filter((cell) => cell !== '').join(' | ') }))
}

import type { Block } from './extract.js'

/** As much of a DOM node as is read here; the library's own types need a browser's. */
export interface TreeNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly parentNode: TreeNode | null
  readonly firstChild: TreeNode | null
  readonly nextSibling: TreeNode | null
}

/** Elements whose content is no text of the article's. */
const silent = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG HEAD NAV TEXTAREA SELECT BUTTON OBJECT VIDEO AUDIO CANVAS'.split(' '))
/** Elements inside a line. */
const inline = new Set(
  'A ABBR B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR IMG LABEL'.split(' ')
)

/** The text below a node, a block for each element that stands on its own line. Walks without recursion: pages nest as they like. */
export function blocksOfTree(root: TreeNode): Block[] {
  const blocks: Block[] = []
  let parts: string[] = []
  let captions = 0
  const flush = () => {
    const text = parts.join('')
    parts = []
    for (const piece of text.split(/\n[^\S\n]*\n/)) if (piece.trim()) blocks.push({ text: tidy(piece), caption: 0 < captions })
  }
  const enter = (node: TreeNode) => {
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' '))
    else if (node.nodeName === 'BR') parts.push('\n')
    else if (isCell(node)) parts.push(parts.some((part) => part.trim()) ? ' | ' : '')
    else if (!inline.has(node.nodeName)) flush()
    if (node.nodeName === 'FIGCAPTION') captions++
  }
  const leave = (node: TreeNode) => {
    if (node.nodeType !== 3 && !inline.has(node.nodeName) && !isCell(node) && node.nodeName !== 'BR') flush()
    if (node.nodeName === 'FIGCAPTION') captions--
  }
  walk(root, enter, leave)
  flush()
  return blocks
}

const isCell = ({ nodeName }: TreeNode): boolean => nodeName === 'TD' || nodeName === 'TH'

const tidy = (text: string): string => text.replace(/ {2,}/g, ' ').replace(/ ?\n ?/g, '\n').replace(/(?:\| )+$/, '').trim()

function walk(root: TreeNode, enter: (node: TreeNode) => void, leave: (node: TreeNode) => void): void {
  let node: TreeNode | null = root
  while (node) {
    const skipped: boolean = node.nodeType === 8 || silent.has(node.nodeName)
    if (!skipped) enter(node)
    if (!skipped && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (!skipped) leave(node)
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node) leave(node)
    }
    if (!node || node === root) return
    node = node.nextSibling
  }
}

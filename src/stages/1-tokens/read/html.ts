import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Block, Page } from './extract.js'
import { metadataOf, type PageDocument } from './page-metadata.js'
import { nameOnly, noMetadata } from './metadata.js'
import { blocksOfTags } from './strip.js'
import { blocksOfTree, type TreeNode } from './tree-text.js'

/** Deeper than any page that a person reads; a tree's recursive readers overflow the stack somewhere beyond. */
const deepest = 400
/** More elements than any article has; finding the article among them takes a minute. */
const most = 100_000
/** In characters: less than this is a caption or a cookie notice, not an article. */
const shortest = 140

/** The article of a page without its menus and notices: Readability's choice, or the whole body where it finds none. */
export function readHtml(content: string): Page {
  if (isTooDeep(content)) return { blocks: blocksOfTags(content), metadata: noMetadata, notes: ['HTML nested too deep: read without its structure'] }
  const page = documentOf(content)
  const metadata = metadataOf(page)
  const article = page.querySelectorAll('*').length <= most ? articleOf(page) : null
  const blocks = article?.content ? blocksOfTree(article.content) : []
  const byline = metadata.byline ?? nameOnly(article?.byline ?? null)
  if (shortest <= lengthOf(blocks)) return { blocks, metadata: { ...metadata, byline }, notes: [] }
  const body = blocksOfTree(documentOf(content).body)
  return { blocks: body, metadata, notes: lengthOf(body) ? ['no article found in the page: its whole body was read'] : [] }
}

/** As a tree, not as a string that would have to be read again. */
const articleOf = (page: PageDocument) => new Readability<TreeNode>(page as never, { serializer: (node) => node as unknown as TreeNode }).parse()

/** A fragment without `<html>` has no body for linkedom. */
function documentOf(content: string): PageDocument {
  const whole = /<html[\s>]/i.test(content.slice(0, 20000)) ? content : `<!doctype html><html><head></head><body>${content}</body></html>`
  return parseHTML(whole).document as unknown as PageDocument
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((length, { text }) => length + text.trim().length, 0)

/** Counts tags before any tree is built. Tags that need no end tag do not count, nor does what stands in scripts and drawings. */
function isTooDeep(content: string): boolean {
  const lower = content.toLowerCase()
  const tag = /<(\/?)([a-z][a-z0-9]*)/g
  let depth = 0
  for (let match = tag.exec(lower); match; match = tag.exec(lower)) {
    const [, close, name = ''] = match
    if (!close && opaque.has(name)) {
      const end = lower.indexOf(`</${name}`, tag.lastIndex)
      if (end === -1) return false
      tag.lastIndex = end + name.length + 2
    } else if (!endless.has(name)) depth = Math.max(0, depth + (close ? -1 : 1))
    if (deepest < depth) return true
  }
  return false
}

const opaque = new Set(['script', 'style', 'svg', 'textarea', 'template'])
const endless = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup br hr img input meta link col colgroup wbr source area base embed param track rp rt'.split(' ')
)

import { firstOf, nameOnly, plain, type Metadata } from './metadata.js'
import type { TreeNode } from './tree-text.js'

interface Element extends TreeNode {
  getAttribute(name: string): string | null
}

/** As much of a page's document as is read here. */
export interface PageDocument {
  readonly body: TreeNode
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>
}

/** JSON-LD first, which is written for machines; then `<meta>`; then what a person sees. */
export function metadataOf(page: PageDocument): Metadata {
  const article = articleOf(page) ?? {}
  const meta = metaOf(page)
  return {
    title:
      firstOf(article, 'headline', 'name') ??
      firstOf(meta, 'og:title', 'twitter:title', 'dc.title', 'title') ??
      plain(page.querySelector('h1')?.textContent) ??
      plain(page.querySelector('title')?.textContent),
    published:
      firstOf(article, 'datePublished', 'dateCreated') ??
      firstOf(meta, 'article:published_time', 'datepublished', 'date', 'pubdate', 'publishdate', 'parsely-pub-date', 'dc.date', 'dc.date.issued', 'sailthru.date') ??
      plain(page.querySelector('time[datetime]')?.getAttribute('datetime')),
    byline:
      nameOnly(firstOf(article, 'author', 'creator')) ??
      nameOnly(firstOf(meta, 'author', 'parsely-author', 'dc.creator', 'article:author', 'byl')) ??
      nameOnly(plain(page.querySelector('[rel="author"]')?.textContent)),
    source: firstOf(article, 'publisher', 'sourceOrganization') ?? firstOf(meta, 'og:site_name', 'dc.publisher', 'publisher', 'application-name')
  }
}

/** `<meta name|property|itemprop=… content=…>`, the first of each name. */
function metaOf(page: PageDocument): Record<string, string> {
  const meta: Record<string, string> = Object.create(null)
  for (const element of page.querySelectorAll('meta[content]')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop'))?.toLowerCase()
    if (name) meta[name] ??= element.getAttribute('content') ?? ''
  }
  return meta
}

/** The first article among the page's JSON-LD blocks, which may stand in a list or in a graph. */
function articleOf(page: PageDocument): Readonly<Record<string, unknown>> | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleIn(parse(script.textContent ?? ''))
    if (found) return found
  }
  return null
}

function articleIn(data: unknown, depth = 0): Readonly<Record<string, unknown>> | null {
  if (4 < depth) return null
  if (Array.isArray(data)) return data.slice(0, 100).map((entry) => articleIn(entry, depth + 1)).find((found) => found !== null) ?? null
  if (typeof data !== 'object' || data === null) return null
  if ('@type' in data && /Article|BlogPosting|Report/.test(String(data['@type']))) return data as Record<string, unknown>
  return '@graph' in data && Array.isArray(data['@graph']) ? articleIn(data['@graph'], depth + 1) : null
}

/** Broken JSON-LD is common and says nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

import type { Block } from './extract.js'

/** Elements whose content is no text of the article's. */
const silent = new Set('script style noscript template iframe svg head nav textarea select button'.split(' '))
const inline = new Set('a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup time tt u var wbr'.split(' '))

/** The text of HTML without a tree: for the pieces of HTML in Markdown, and for pages nested too deep for any tree.
 *  Every tag that is no inline tag ends a block. Linear in the length. */
export function blocksOfTags(html: string): Block[] {
  const parts: string[] = []
  let hushed: string | null = null
  let from = 0
  for (const { index, 0: tag, 1: close, 2: name } of html.matchAll(/<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?:[^>"']|"[^"]*"|'[^']*')*>?|<[!?][^>]*>?/g)) {
    if (index < from) continue
    if (!hushed) parts.push(html.slice(from, index))
    from = index + tag.length
    const element = name?.toLowerCase()
    if (element === undefined || (hushed && hushed !== element)) continue
    if (silent.has(element)) hushed = close ? null : element
    else if (!inline.has(element)) parts.push(element === 'br' ? '\n' : '\n\n')
  }
  if (!hushed) parts.push(html.slice(from))
  return parts.join('').split(/\n\s*\n/).map((text) => ({ text: unescaped(text).replace(/[^\S\u00a0]+/g, ' ') }))
}

const names: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'",
  nbsp: '\u00a0', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’',
  ldquo: '“', rdquo: '”', hellip: '…', copy: '©'
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return names[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return 0 < code && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

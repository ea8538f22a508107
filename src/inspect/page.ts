import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../error.js'
import { home } from '../workshop.js'
import type { Mount } from './model.js'

/** The page as it was built, one file. */
export function readPage(): string {
  try {
    return readFileSync(join(home, 'dist', 'page.html'), 'utf8').replace(/\r\n?/g, '\n')
  } catch {
    throw new UserError(`hearsay's page is missing (${join(home, 'dist', 'page.html')}); build it: npm run build`)
  }
}

const PLACE = /(<script type="application\/json" id="hearsay">)[^<]*(<\/script>)/

/** The page with what it needs to begin. */
export function mounted(page: string, mount: Mount): string {
  if (!PLACE.test(page)) throw new Error('the page has no place for its data')
  // A function, since "$&" in a replacement would mean something.
  return page.replace(PLACE, (_, open: string, close: string) => `${open}${harmless(mount)}${close}`)
}

/** JSON that ends no script. */
const harmless = (value: unknown): string => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** What the page may do: run its own script, use its own styles, draw pictures that it carries, ask its own server (`connect`). Nothing else. */
export function policyOf(page: string, connect: "'self'" | "'none'"): string {
  const hashes = (tag: 'script' | 'style') =>
    [...page.matchAll(new RegExp(`<${tag}\\b([^>]*)>([^]*?)</${tag}>`, 'g'))]
      .filter(([, attributes = '']) => !attributes.includes('application/json'))
      .map(([, , content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`)
  const rules = [
    "default-src 'none'",
    `script-src ${hashes('script').join(' ') || "'none'"}`,
    `style-src ${hashes('style').join(' ') || "'none'"}`,
    'img-src data:',
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ]
  return rules.join('; ')
}

/** With its policy inside, for a page that no server sends. */
export function guarded(page: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(page, "'none'")}">`
  if (!page.includes('<head>')) throw new Error('the page has no head')
  return page.replace('<head>', () => `<head>\n    ${policy}`)
}

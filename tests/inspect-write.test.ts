import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { inspectFile } from '../src/commands/inspect.js'
import { libraryOf } from '../src/inspect/library.js'
import { guarded, mounted, policyOf, readPage } from '../src/inspect/page.js'
import type { Records } from '../src/inspect/records.js'
import { folder } from './folders.js'
import { readCorpus } from './inspect-corpus.js'

const shipped = { corpus: fileURLToPath(new URL('../corpus', import.meta.url)), output: fileURLToPath(new URL('../output', import.meta.url)) }

const recordsIn = (html: string): Records => {
  const [, json = ''] = /<script type="application\/json" id="hearsay">([^<]*)<\/script>/.exec(html) ?? []
  return JSON.parse(gunzipSync(Buffer.from((JSON.parse(json) as { gzip: string }).gzip, 'base64')).toString()) as Records
}

describe('a page that stands alone', () => {
  test('of the shipped corpus has less than 1.5 MB, and everything in it', async () => {
    const file = join(folder(), 'deep/page.html')
    const bytes = inspectFile(shipped, file)
    const html = readFileSync(file, 'utf8')
    expect(bytes).toBe(Buffer.byteLength(html))
    expect(bytes).toBeLessThan(1_500_000)
    const { counts } = await libraryOf(recordsIn(html)).overview()
    expect(counts.articles).toBe(17)
    expect(counts.direct + counts.indirect + counts.mixed).toBeGreaterThan(100)
  })

  test('is the same every time, and asks nothing of the network', async () => {
    const places = await readCorpus()
    const files = [join(folder(), 'a.html'), join(folder(), 'b.htm')]
    for (const file of files) inspectFile(places, file)
    const [one = '', other] = files.map((file) => readFileSync(file, 'utf8'))
    expect(one).toBe(other)
    expect(one).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"]*connect-src 'none'/)
    expect(one.replace(/<script[^]*?<\/script>/g, '').replace(/<style[^]*?<\/style>/g, '')).not.toMatch(/(src|href)="(?!data:|#)/)
  })

  test('gets no other name than a page’s', async () => {
    expect(() => inspectFile(shipped, join(folder(), 'article.txt'))).toThrow(/a name that ends in \.html/)
  })
})

describe('the page', () => {
  const page = '<!doctype html><head><script type="application/json" id="hearsay">{}</script><script type="module">let a = 1</script><style rel="x">b{}</style></head>'
  const hash = (text: string) => createHash('sha256').update(text).digest('base64')

  test('carries nothing that ends its script or means something in a replacement', () => {
    const filled = mounted(page, { mode: 'file', gzip: "</script><script>alert(1)</script><!--$&$'\u2028" })
    expect(filled.match(/<script/g)).toHaveLength(2)
    expect(JSON.parse(/id="hearsay">([^<]*)</.exec(filled)?.[1] ?? '')).toEqual({ mode: 'file', gzip: "</script><script>alert(1)</script><!--$&$'\u2028" })
  })

  test('may run its own script, and no other', () => {
    expect(policyOf(page, "'none'")).toContain(`script-src 'sha256-${hash('let a = 1')}'; style-src 'sha256-${hash('b{}')}'`)
    expect(guarded(page).indexOf('Content-Security-Policy')).toBeLessThan(guarded(page).indexOf('<script'))
  })

  test('as it is built has one place for its data, one script, one style', () => {
    const built = readPage()
    expect(built.match(/<script\b/g)).toHaveLength(2)
    expect(built.match(/id="hearsay"/g)).toHaveLength(1)
    expect(mounted(built, { mode: 'server', token: 'T' })).toContain('{"mode":"server","token":"T"}')
  })
})

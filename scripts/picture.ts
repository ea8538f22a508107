/** Draws the picture of the page for the README from the shipped corpus: node --import ./scripts/ts.mjs scripts/picture.ts [docs/page.png] [#/address]
 *  The same output and the same fonts give the same picture. Needs a Chromium, as tests/browser.ts finds it, and `npm run build` before. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDesk } from '../src/inspect/desk.js'
import { readPage } from '../src/inspect/page.js'
import { serve } from '../src/inspect/server.js'
import { openBrowser } from '../tests/browser.js'

const home = fileURLToPath(new URL('..', import.meta.url))
const [file = join(home, 'docs/page.png'), view = '#/article/2016-11-21-putin-japan.txt?at=435&to=606'] = process.argv.slice(2)
const LARGEST = 300_000

const desk = openDesk({ corpus: join(home, 'corpus'), output: join(home, 'output') })
await desk.ready
const served = await serve(desk, readPage(), { port: 0, fixed: true })
const { browser, why } = await openBrowser()
if (!browser) throw new Error(why)

const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' })
await page.goto(`${served.address}${view}`)
await page.locator('main h1').first().waitFor()
await page.locator('main .waiting, main [aria-busy=true]').waitFor({ state: 'detached' })
// With the head of the page, not only the place that the address leads to.
await page.evaluate('scrollTo(0, 0)')
await page.waitForTimeout(300)
const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, picture)
console.log(`${file}, ${(picture.length / 1000).toFixed(0)} kB`)
if (picture.length > LARGEST) throw new Error(`a picture of more than ${LARGEST / 1000} kB makes the README slow`)

await browser.close()
desk.close()
await served.close()

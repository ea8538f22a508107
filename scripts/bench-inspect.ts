/** How long the page of `hearsay inspect` lets somebody wait: node --import ./scripts/ts.mjs scripts/bench-inspect.ts OUTPUT
 *  An output of 5,000 articles is made by `npm run bench -- --articles 5000 --words 600 --keep`. Seconds that went by, and in brackets those of the processor,
 *  which say more on a busy machine. */
import { openDesk } from '../src/inspect/desk.js'
import type { Library } from '../src/inspect/model.js'
import { readPage } from '../src/inspect/page.js'
import { serve } from '../src/inspect/server.js'
import { openBrowser } from '../tests/browser.js'

const [output] = process.argv.slice(2)
if (output === undefined) throw new Error('which output?')

const began = performance.now()
const busy = () => Object.values(process.cpuUsage()).reduce((sum, time) => sum + time, 0) / 1000
const spent = async <T>(what: string, does: () => Promise<T>): Promise<T> => {
  const [start, used] = [performance.now(), busy()]
  const found = await does()
  console.log(`${what.padEnd(44)} ${(performance.now() - start).toFixed(0).padStart(6)} ms (${(busy() - used).toFixed(0)} ms)`)
  return found
}

const desk = await spent('the server is up', async () => openDesk({ corpus: 'corpus', output }))
const first = await spent('first overview, before anything else is read', () => desk.library().overview())
console.log(`  ${first.counts.articles} articles, ${first.counts.words} words; ${((performance.now() - began) / 1000).toFixed(1)} s since the start of this script`)
await spent('everything is read', () => desk.ready)
const memory = process.memoryUsage()
console.log(`  ${(memory.rss / 2 ** 20).toFixed(0)} MB, of them ${(memory.heapUsed / 2 ** 20).toFixed(0)} MB in use`)

const library: Library = desk.library()
const { rows } = await library.people({ limit: 1 })
const name = rows[0]?.name ?? 'President'
const longest = (await library.articles({ sort: 'statements', limit: 1 })).rows[0]?.article ?? ''
for (const round of ['first', 'again']) {
  console.log(`${round}:`)
  for (const q of ['pr', 'president', `${name} government`, 'what did they say of the law', 'Presidnet']) await spent(`  search for "${q}"`, () => library.search({ q }))
  await spent('  claims with a word, surest first', () => library.claims({ q: 'president', sort: 'confidence' }))
  await spent('  negative claims', () => library.claims({ polarity: 'negative' }))
  await spent('  the article with most statements', () => library.article({ id: longest }))
  await spent('  who speaks most', () => library.person({ id: rows[0]?.id ?? '' }))
  await spent('  conflicts', () => library.conflicts({}))
  await spent('  review', () => library.review({}))
}

const { browser, why } = await openBrowser()
if (browser) {
  console.log('in a browser:')
  const served = await serve(desk, readPage(), { port: 0, fixed: true })
  const page = await browser.newPage()
  const shown = async () => {
    await page.locator('main h1').first().waitFor()
    await page.locator('main .waiting, main [aria-busy=true]').waitFor({ state: 'detached' })
  }
  for (const [what, hash] of [['overview', '#/'], ['people', '#/people'], ['claims', '#/claims'], ['search', `#/search?q=${encodeURIComponent(name)}`], ['article', `#/article/${longest}`]] as const)
    await spent(`  ${what}`, async () => {
      if (what === 'overview') await page.goto(`${served.address}${hash}`)
      else await page.evaluate(`location.hash = ${JSON.stringify(hash)}`)
      await shown()
    })
  await browser.close()
  await served.close()
} else console.log(why)
desk.close()

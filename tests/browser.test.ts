import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspectFile } from '../src/commands/inspect.js'
import { openDesk, type Desk } from '../src/inspect/desk.js'
import { readPage } from '../src/inspect/page.js'
import { serve, type Served } from '../src/inspect/server.js'
import type { Places } from '../src/store/index.js'
import { openBrowser } from './browser.js'
import { hostile, pipeline } from './browser-corpus.js'
import { folder, runFake } from './folders.js'
import { BRIDGE } from './told-corpus.js'

const { browser, why } = await openBrowser()
if (browser === null) console.warn(`the page was not tried in a browser: ${why}`)

let places: Places
let desk: Desk
let served: Served
let file: string

beforeAll(async () => {
  if (!browser) return
  places = await hostile()
  desk = openDesk(places)
  served = await serve(desk, readPage(), { port: 0, fixed: true })
  await desk.ready
  file = join(folder(), 'page.html')
  inspectFile(places, file)
})

afterAll(async () => {
  desk?.close()
  await served?.close()
  await browser?.close()
})

/** Every view by its address. */
const VIEWS = [
  ['overview', '#/'],
  ['article', '#/article/2016/harbour.txt'],
  ['place in an article', '#/article/2017/tower.txt?at=40&to=60'],
  ['article with all that was found', '#/article/2020/bridge.txt?all=yes'],
  ['hostile article', `#/article/${encodeURIComponent('<img src=x onerror=hacked(10)>.txt')}`],
  ['article with a bad name', `#/article/${encodeURIComponent('javascript:hacked(16).txt')}`],
  ['empty article', '#/article/empty.txt'],
  ['people', '#/people'],
  ['person', '#/person/ann-lee'],
  ['person about an island', '#/person/ann-lee?about=island%2Fgrey-isle'],
  ['person with all that was found', '#/person/bo-ray?all=yes'],
  ['what a person thought', '#/person/ann-lee?type=attitude'],
  ['hostile person', '#/person/img-src-x-onerror-hacked-1-lee'],
  ['islands', '#/islands'],
  ['island', '#/island/grey-isle'],
  ['country', '#/entity/country/norland'],
  ['summits', '#/summits'],
  ['summit', '#/entity/summit/skerry-talks@2017-05'],
  ['claims', '#/claims'],
  ['claims with filters', '#/claims?speaker=article&q=isle&sort=checkable'],
  ['conflicts', '#/conflicts'],
  ['review', '#/review'],
  ['decisions', '#/review?show=decided'],
  ['search', '#/search?q=isle'],
  ['hostile search', `#/search?q=${encodeURIComponent('<img src=x onerror=hacked(20)>')}`],
  ['nowhere', '#/no/such/view'],
  ['nobody', '#/person/nobody'],
  ['bad address', '#/article/%E0%A4%A?at=x&to=<script>']
] as const

interface Watched {
  readonly page: Page
  /** Whatever should not have been: a dialog, an error, a violation of the policy, something run, a request elsewhere. */
  trouble(): Promise<readonly string[]>
  close(): Promise<void>
}

async function opened(address: string, options: { readonly width?: number; readonly height?: number; readonly dark?: boolean } = {}): Promise<Watched> {
  const { width = 1200, height = 800, dark = false } = options
  const context = await browser!.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  // A 404 is what the page asks for where it is shown an address of nothing.
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !/status of 404/.test(message.text()) && troubles.push(`console: ${message.text()}`))
  page.on('request', (request) => !request.url().startsWith(new URL(address).origin === 'null' ? 'file://' : new URL(address).origin) && !request.url().startsWith('data:') && troubles.push(`request: ${request.url()}`))
  page.on('popup', (popup) => troubles.push(`popup: ${popup.url()}`))
  await page.addInitScript(() => {
    const world = globalThis as unknown as { hacks: unknown[]; hacked: (what: unknown) => void; addEventListener(name: string, told: (event: { violatedDirective: string; blockedURI: string; sample: string }) => void): void }
    world.hacks = []
    world.hacked = (what) => world.hacks.push(`ran ${String(what)}`)
    world.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => world.hacks.push(`policy: ${violatedDirective} ${blockedURI} ${sample}`))
  })
  await page.goto(address)
  return { page, trouble: async () => [...troubles, ...((await page.evaluate('globalThis.hacks')) as string[])], close: () => context.close() }
}

/** Goes to a view as a link does, and waits until it shows what it has to show. */
async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    ;(globalThis as unknown as { location: { hash: string } }).location.hash = to
  }, hash)
  await settled(page)
}

/** The view is there, no older answer stands in for a newer one, and nothing is still fading: colours are then what they will stay. */
async function settled(page: Page): Promise<void> {
  // The page hears of a new address, and draws, a moment later; until then the view before looks settled.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
  await until(page, "document.querySelector('main h1') && !document.querySelector('main .waiting, main .stale, main [aria-busy=true]') && !document.getAnimations().length")
}

/** Playwright's own waiting would evaluate text in the page, which the page's policy forbids. */
async function until(page: Page, condition: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((done) => setTimeout(done, 25))) if (await page.evaluate(`Boolean(${condition})`)) return
  throw new Error(`never so: ${condition}`)
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds; in another theme only the colours are others. */
async function violations(page: Page, colours: boolean): Promise<readonly string[]> {
  // As from the developer's console: the page's own policy stays in force.
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(`(() => { ${axe} })()`)
  const found = (await page.evaluate(`axe.run(document, { resultTypes: ['violations']${colours ? ", runOnly: ['color-contrast']" : ''} })`)) as { violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[] }
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ').slice(0, 120)} (${failureSummary.replace(/\s+/g, ' ').slice(0, 200)})`).join('; ')}`)
}

const sideways = async (page: Page): Promise<number> => Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))

const focused = async (page: Page): Promise<string> => String(await page.evaluate("(document.activeElement?.textContent ?? '').trim()"))

/** Presses Tab until the focus is on what says so; fails where a person would give up. */
async function tabTo(page: Page, text: RegExp, most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab')
    if (text.test(await focused(page))) return expect(await hasRing(page), `a ring round ${text}`).toBe(true)
  }
  throw new Error(`${text} cannot be reached with the Tab key; the focus is on "${(await focused(page)).slice(0, 80)}"`)
}

const hasRing = async (page: Page): Promise<boolean> =>
  Boolean(await page.evaluate("(() => { const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement); return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' })()"))

describe.skipIf(browser === null)('the page in a browser', () => {
  test('is watched by what would notice: a script, a handler, a style, a request, a dialog, a picture without words', async () => {
    const { page, trouble, close } = await opened(served.address)
    await settled(page)
    await page.evaluate(`(() => {
      const script = document.createElement('script')
      const attempt = (what, does) => { try { does() } catch (error) { hacks.push(what + ' refused') } }
      attempt('script', () => { script.textContent = 'hacked(1)' })
      document.head.append(script)
      const picture = document.createElement('img')
      attempt('handler', () => picture.setAttribute('onerror', 'hacked(2)'))
      attempt('markup', () => { picture.innerHTML = '<b onclick=hacked(2)>' })
      picture.setAttribute('src', 'http://evil.example/x.png')
      picture.setAttribute('style', 'color: red')
      document.querySelector('main').append(picture)
      fetch('http://evil.example/').catch(() => {})
      hacked(3)
      setTimeout(() => alert('hello'))
    })()`)
    await page.waitForTimeout(300)
    const heard = (await trouble()).join('\n')
    for (const what of ['script refused', 'handler refused', 'markup refused', 'policy: style-src-attr', 'policy: img-src http://evil.example/x.png', 'policy: connect-src http://evil.example/', 'ran 3', 'dialog: hello']) expect(heard).toContain(what)
    expect(heard).not.toMatch(/ran [12]/)
    expect((await violations(page, false)).join('\n')).toContain('image-alt')
    await close()
  })

  test.each([
    ['light', false],
    ['dark', true]
  ])('has no fault in any view, with a hostile corpus, in %s: nothing runs, nothing breaks, axe-core finds nothing', { timeout: 240_000 }, async (_, dark) => {
    const { page, trouble, close } = await opened(served.address, { dark })
    await settled(page)
    const faults: string[] = []
    for (const [name, hash] of VIEWS) {
      await show(page, hash)
      expect((await page.innerText('main h1')).trim(), name).not.toBe('')
      expect(await page.locator('main .failed').allInnerTexts(), name).toEqual([])
      faults.push(...(await violations(page, dark)).map((violation) => `${name}: ${violation}`))
      faults.push(...(await trouble()).map((each) => `${name}: ${each}`))
      if (faults.length > 20) break
    }
    expect([...new Set(faults)]).toEqual([])
    await close()
  })

  test('never scrolls sideways on a phone', { timeout: 180_000 }, async () => {
    const { page, trouble, close } = await opened(served.address, { width: 360, height: 740 })
    await settled(page)
    const wide: string[] = []
    for (const [name, hash] of VIEWS) {
      await show(page, hash)
      const beyond = await sideways(page)
      if (beyond > 0) wide.push(`${name}: ${beyond} pixels`)
    }
    expect(wide).toEqual([])
    expect(await trouble()).toEqual([])
    await close()
  })

  test('gives every view an address of its own, for links and the back button', { timeout: 120_000 }, async () => {
    const { page, trouble, close } = await opened(`${served.address}#/person/ann-lee`)
    await settled(page)
    expect(await page.innerText('h1')).toContain('Ann Lee')
    await page.getByRole('link', { name: 'Islands', exact: true }).click()
    await settled(page)
    await page.getByRole('link', { name: 'Grey Isle' }).first().click()
    await settled(page)
    await until(page, "location.hash === '#/island/grey-isle'")
    await page.goBack()
    await page.goBack()
    await settled(page)
    expect(await page.innerText('h1')).toContain('Ann Lee')
    await page.reload()
    await settled(page)
    expect(await page.innerText('h1')).toContain('Ann Lee')
    expect(await trouble()).toEqual([])
    await close()
  })

  test('shows what is doubtful or no report where it is asked for, by keyboard, with a word that says which; the address keeps it', { timeout: 120_000 }, async () => {
    const { page, trouble, close } = await opened(`${served.address}#/article/2020/bridge.txt`)
    await settled(page)
    const chips = async () => (await page.locator('#text button.chip').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
    const told = ['AL', 'BR', 'AL thinks or wants']
    expect(await chips()).toEqual(told)
    await tabTo(page, /^Show 4 doubtful or not a report$/)
    await page.keyboard.press('Enter')
    await until(page, "location.hash.endsWith('?all=yes')")
    expect(await chips()).toEqual([...told, 'BR not a report', 'BR doubtful', '? doubtful', '? doubtful'])
    await page.reload()
    await settled(page)
    expect(await chips()).toHaveLength(7)

    // The arrows reach it; where it is left out again, the Tab key still finds a statement.
    await tabTo(page, /^AL$/)
    for (let index = 0; index < 3; index++) await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toMatch(/^BR\s+not a report$/)
    expect(await page.innerText('#panel')).toContain('probably reports nobody’s word or thought')
    await page.getByRole('button', { name: /^Show 4/ }).press('Enter')
    await until(page, "!location.hash.includes('all=')")
    expect(await chips()).toEqual(told)
    await tabTo(page, /^AL$/)

    // Who follows a link to it sees it, and no other.
    const start = BRIDGE.indexOf('The mayor')
    await show(page, `#/article/2020/bridge.txt?at=${start}&to=${BRIDGE.indexOf('\n', start)}`)
    expect(await chips()).toEqual([...told, 'BR doubtful'])

    await show(page, '#/person/bo-ray')
    expect(await page.locator('main .statement').count()).toBe(3)
    await tabTo(page, /^show them$/)
    await page.keyboard.press('Enter')
    await until(page, "location.hash === '#/person/bo-ray?all=yes'")
    await until(page, "document.querySelectorAll('main .statement').length === 5")
    expect(await page.locator('main .statement.untold .statement-foot').allInnerTexts()).toEqual([expect.stringMatching(/^not a report/), expect.stringMatching(/^reported, doubtful/)])
    await page.getByRole('link', { name: 'reported', exact: true }).click()
    await until(page, "location.hash.includes('type=reported') && location.hash.includes('all=yes')")
    expect(await trouble()).toEqual([])
    await close()
  })

  test('goes by keyboard alone: past the head, through the views, to a search, to a decision that is written', { timeout: 180_000 }, async () => {
    const { page, trouble, close } = await opened(served.address)
    await settled(page)
    await tabTo(page, /^Skip/, 2)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await page.reload()
    await settled(page)
    await tabTo(page, /^People$/)
    await page.keyboard.press('Enter')
    await settled(page)
    await until(page, "location.hash === '#/people'")
    await tabTo(page, /^Ann Lee/)
    await page.keyboard.press('Enter')
    await until(page, "location.hash.startsWith('#/person/ann-lee') && document.querySelector('main h1').textContent.includes('Ann Lee')")
    await settled(page)

    await page.evaluate('document.body.focus()')
    await page.locator('input[type=search]').first().focus()
    await page.keyboard.type('tower')
    await page.keyboard.press('Enter')
    await until(page, "location.hash.startsWith('#/search')")
    await settled(page)
    await page.getByText('The tower is white').first().waitFor()

    await show(page, '#/review')
    const card = page.locator('.review-card', { hasText: 'We shall see.' }).filter({ hasText: 'Who is' })
    await card.waitFor()
    await tabTo(page, /^Bo Ray/, 120)
    expect(await page.evaluate("document.activeElement.closest('.review-card').textContent")).toContain('We shall see.')
    await page.keyboard.press('Enter')
    await page.getByText(/Decided: Bo Ray/).first().waitFor()
    const { decisions } = JSON.parse(readFileSync(join(places.corpus, 'hearsay.json'), 'utf8')) as { decisions: unknown[] }
    expect(decisions).toEqual([{ speaker: 'person/bo-ray', says: { article: '2016/harbour.txt', start: expect.any(Number), end: expect.any(Number), text: '“We shall see.”' } }])

    // The affected answer shows it at once, and after a rerun.
    await show(page, '#/person/bo-ray')
    await page.getByText('“We shall see.”').first().waitFor()
    const again = new Promise<void>((done) => desk.listen(({ name, value }) => name === 'changed' && value.why === 'run' && done()))
    await runFake(places.corpus, places.output, pipeline)
    await again
    await show(page, '#/review?show=decided')
    await page.getByText('Bo Ray says this').first().waitFor()
    await show(page, '#/person/bo-ray')
    await page.getByText('“We shall see.”').first().waitFor()
    expect(await trouble()).toEqual([])
    await close()
  })

  test('takes a decision back: right after it, and later from the list, by keyboard, with a word to those who listen', { timeout: 180_000 }, async () => {
    const { page, trouble, close } = await opened(`${served.address}#/review?show=decided`)
    const decided = () => (JSON.parse(readFileSync(join(places.corpus, 'hearsay.json'), 'utf8')) as { decisions: unknown[] }).decisions
    await settled(page)
    expect(decided()).toHaveLength(1)
    await tabTo(page, /^Take back$/)
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Take back: Bo Ray says this: “We shall see.”')
    // News of the changed file may follow at once: what was said counts, not only what was said last.
    await page.evaluate("(() => { const region = document.querySelector('#announcements'); globalThis.said = []; new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true }) })()")
    await page.keyboard.press('Enter')
    await until(page, "said.includes('Taken back: Bo Ray says this.')")
    await page.getByText('Nothing is decided').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('your-decisions')
    expect(decided()).toEqual([])

    // The question is open again; what is chosen is taken back on the spot, and another choice takes the place of one.
    await show(page, '#/review')
    const card = page.locator('.review-card', { hasText: 'We shall see.' }).filter({ hasText: 'Who is' })
    const choice = (name: RegExp) => card.getByRole('list', { name: 'Choices' }).getByRole('button', { name })
    await choice(/^Ann Lee/).press('Enter')
    await card.getByText(/Decided: Ann Lee/).waitFor()
    await choice(/^Bo Ray/).press('Enter')
    await card.getByText(/Decided: Bo Ray/).waitFor()
    expect(decided()).toMatchObject([{ speaker: 'person/bo-ray' }])
    await card.getByRole('button', { name: /^Take back/ }).press('Enter')
    await card.getByText(/^Taken back/).waitFor()
    expect(await focused(page)).toMatch(/^Bo Ray/)
    expect(await choice(/^Bo Ray/).getAttribute('aria-pressed')).toBe('false')
    expect(decided()).toEqual([])
    expect(await violations(page, false)).toEqual([])
    expect(await trouble()).toEqual([])
    await close()
  })

  test('says at a decision that what is shown follows only after a run, and with which command', { timeout: 120_000 }, async () => {
    const { page, trouble, close } = await opened(`${served.address}#/review?show=decided`)
    await settled(page)
    await desk.library().decide({ decision: { alias: 'Orr', of: 'person/ann-lee' } })
    await page.getByText('Whoever is called “Orr” is Ann Lee').waitFor()
    await page.getByText(`hearsay run ${places.corpus} ${places.output}`).waitFor()
    expect(await violations(page, false)).toEqual([])
    await page.getByRole('button', { name: /^Take back/ }).click()
    await page.getByText('Nothing is decided').waitFor()
    expect(await trouble()).toEqual([])
    await close()
  })

  test('shows a new run by itself', { timeout: 120_000 }, async () => {
    const { page, trouble, close } = await opened(`${served.address}#/people`)
    await settled(page)
    writeFileSync(join(places.corpus, 'later.txt'), 'Later\n2019-01-01 The Courier\nBo Ray: “A brand new word.”\n')
    await show(page, '#/person/bo-ray')
    await runFake(places.corpus, places.output, pipeline)
    await page.getByText('“A brand new word.”').first().waitFor({ timeout: 10_000 })
    expect(await trouble()).toEqual([])
    await close()
  })

  test('is the same as a file that stands alone, and there offers decisions to copy', { timeout: 180_000 }, async () => {
    const { page, trouble, close } = await opened(pathToFileURL(file).href)
    await settled(page)
    for (const [name, hash] of VIEWS) {
      await show(page, hash)
      expect((await page.innerText('main h1')).trim(), name).not.toBe('')
      expect(await page.locator('main .failed').allInnerTexts(), name).toEqual([])
      expect(await trouble(), name).toEqual([])
    }
    await show(page, '#/review')
    const card = page.locator('.review-card', { hasText: 'We shall see.' }).filter({ hasText: 'Who is' })
    await card.getByRole('button', { name: /^Ann Lee/ }).click()
    expect(JSON.parse(await card.locator('pre').innerText())).toMatchObject({ speaker: 'person/ann-lee', says: { article: '2016/harbour.txt' } })
    await close()
  })
})

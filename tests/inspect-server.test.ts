import { request } from 'node:http'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspect } from '../src/commands/inspect.js'
import { UserError } from '../src/error.js'
import { openDesk, type Desk } from '../src/inspect/desk.js'
import type { Library } from '../src/inspect/model.js'
import { readPage } from '../src/inspect/page.js'
import { serve, type Served } from '../src/inspect/server.js'
import type { Places } from '../src/store/index.js'
import { folder, put, runFake } from './folders.js'
import { articles, pipeline, readCorpus } from './inspect-corpus.js'

let places: Places
let desk: Desk
let served: Served
let token: string

beforeAll(async () => {
  places = await readCorpus()
  desk = openDesk(places)
  served = await serve(desk, readPage(), { port: 0, fixed: true })
  await desk.ready
  token = /"token":"([^"]+)"/.exec((await ask('/')).body)?.[1] ?? ''
})

afterAll(async () => {
  desk.close()
  await served.close()
})

interface Said {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Sends the path just as it is, which `fetch` would tidy up. */
function ask(path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Said> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: served.port, path, method, headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString() }))
    })
    asked.on('error', fail)
    asked.end(body)
  })
}

const decision = async (headers: Record<string, string> = {}, body: unknown = {}) =>
  ask('/api/decide', { method: 'POST', headers: { 'content-type': 'application/json', 'x-hearsay-token': token, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) })

describe('the server', () => {
  test('sends the page with a strict policy, whose hashes are those of its script and style', async () => {
    const { status, headers, body } = await ask('/')
    const policy = String(headers['content-security-policy'])
    expect(status).toBe(200)
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-[^' ]+'( 'sha256-[^' ]+')*; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; /)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|http/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY', 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' })
    expect(body).toContain('"mode":"server"')
    expect(token).toHaveLength(43)
    expect(headers['set-cookie'] ?? headers['access-control-allow-origin']).toBeUndefined()
  })

  test('answers questions as JSON', async () => {
    const { status, headers, body } = await ask('/api/articles?sort=date&limit=1')
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    expect(JSON.parse(body)).toMatchObject({ total: 3, rows: [{ article: '2016/harbour.txt' }] })
    expect((await ask('/api/overview', { method: 'HEAD' })).body).toBe('')
  })

  test('is heard on this machine alone', async () => {
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []).filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of others) {
      const reached = await new Promise((done) => connect({ host: address, port: served.port }, () => done(true)).on('error', () => done(false)))
      expect(reached, address).toBe(false)
    }
  })

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example', '[::1]', '0.0.0.0'])('refuses to be called "%s"', async (host) => {
    for (const path of ['/', '/api/overview', '/api/decide']) {
      const { status, body } = await ask(path, { headers: { host } })
      expect([400, 421]).toContain(status)
      expect(body).not.toContain('harbour')
    }
  })

  test('may be called localhost', async () => {
    expect((await ask('/', { headers: { host: `localhost:${served.port}` } })).status).toBe(200)
  })

  test.each([
    '/../package.json', '/..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/....//etc/passwd', '//etc/passwd', '/api/../../etc/passwd', '/api/article/../../report.json', '/output/report.json', '/page.html', '/index.html',
    '/api/', '/api', '/api/Overview', '/api/decide/x', '/api/constructor', '/api/__proto__', '/api/toString', '/%00', '/api/overview%00', 'http://evil.example/', '*', '/favicon.ico', '/api/overview/', '/?/../x/../../etc/passwd/..;/', '/api/overview;x'
  ])('has nothing at %s but what it should', async (path) => {
    const { status, body } = await ask(path)
    if (path.startsWith('/?')) return expect(body).toContain('<!doctype html>')
    expect([400, 404]).toContain(status)
    expect(body).not.toMatch(/root:|"dependencies"|harbour/)
  })

  test.each([
    ['article', '../../etc/passwd'], ['article', '2016/../2016/harbour.txt'], ['article', '/etc/passwd'], ['article', '2016%2fharbour.txt'], ['article', '..\\report.json'], ['article', '\0'], ['person', '__proto__'], ['entity', 'constructor']
  ])('finds no %s "%s"', async (name, id) => {
    const { status, body } = await ask(`/api/${name}?id=${encodeURIComponent(id)}`)
    expect([status, Object.keys(JSON.parse(body) as object)]).toEqual([404, ['error']])
  })

  test.each(['limit=-1', 'limit=1e3', 'offset=x', 'sort=evil', 'polarity=maybe', 'checkable=2', 'checkable=NaN', 'from=<script>', 'nonsense=1', '__proto__=1', `q=${'x'.repeat(2001)}`])('does not take claims?%s', async (query) => {
    const { status, headers } = await ask(`/api/claims?${query}`)
    expect([status, headers['content-type']]).toEqual([400, 'application/json; charset=utf-8'])
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('does not take %s', async (method) => {
    for (const path of ['/', '/api/overview', '/api/changes']) expect((await ask(path, { method })).status).toBe(405)
  })

  test('takes a decision only from its own page, with its token, in JSON, of a decent size', async () => {
    const before = () => readFileIn(places.corpus)
    expect((await ask('/api/decide')).status).toBe(405)
    expect((await decision({ 'x-hearsay-token': '' })).status).toBe(403)
    expect((await decision({ 'x-hearsay-token': `${token}x` })).status).toBe(403)
    expect((await decision({ 'x-hearsay-token': token.slice(1) })).status).toBe(403)
    expect((await decision({ origin: 'http://evil.example' })).status).toBe(403)
    expect((await decision({ origin: 'null' })).status).toBe(403)
    expect((await decision({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await decision({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await decision({ 'content-type': 'text/plain' })).status).toBe(415)
    expect((await decision({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await decision({}, `"${'x'.repeat(100_000)}"`)).status).toBe(413)
    expect((await decision({}, '{')).status).toBe(400)
    expect((await decision({}, 'null')).status).toBe(400)
    expect((await decision({}, { item: 'x' })).status).toBe(400)
    const refused = await decision({}, { item: 'x', decision: { sqme: ['a', 'b'] } })
    expect([refused.status, JSON.parse(refused.body)]).toEqual([409, { ok: false, error: expect.stringContaining('did you mean "same"') }])
    expect(before()).toBeNull()
  })

  test('takes one back by the same rules', async () => {
    const back = async (headers: Record<string, string>, body: unknown) => ask('/api/takeback', { method: 'POST', headers: { 'content-type': 'application/json', 'x-hearsay-token': token, ...headers }, body: JSON.stringify(body) })
    const file = { ignore: { file: 'drafts/' } }
    expect((await decision({}, { decision: file })).status).toBe(200)
    expect(JSON.parse((await ask('/api/decisions')).body)).toMatchObject({ rows: [{ says: 'drafts/ is not read', state: 'waiting', decision: file }] })
    expect((await ask('/api/takeback')).status).toBe(405)
    expect((await back({ 'x-hearsay-token': `${token}x` }, { decision: file })).status).toBe(403)
    expect((await back({ origin: 'http://evil.example' }, { decision: file })).status).toBe(403)
    expect((await back({ 'content-type': 'text/plain' }, { decision: file })).status).toBe(415)
    expect((await back({}, { item: 'x' })).status).toBe(400)
    expect((await back({}, { decision: { ignore: { file: 'other/' } } })).status).toBe(409)
    expect(JSON.parse(readFileIn(places.corpus) ?? '')).toEqual({ decisions: [file] })
    const gone = await back({}, { decision: file })
    expect([gone.status, JSON.parse(gone.body)]).toEqual([200, { ok: true, run: null }])
    expect(JSON.parse(readFileIn(places.corpus) ?? '')).toEqual({ decisions: [] })
    rmSync(join(places.corpus, 'hearsay.json'))
  })

  test('does not drown in a body without end', async () => {
    const huge = await decision({}, 'x'.repeat(3_000_000)).catch((error: NodeJS.ErrnoException) => error.code)
    expect(typeof huge === 'object' ? huge.status : huge).toSatisfy((outcome) => outcome === 413 || outcome === 'ECONNRESET' || outcome === 'EPIPE')
    expect((await ask('/api/overview')).status).toBe(200)
  })

  test('refuses reading by a page of another site', async () => {
    expect((await ask('/api/overview', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await ask('/api/overview', { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
  })
})

const readFileIn = (corpus: string): string | null => {
  try {
    return readFileSync(join(corpus, 'hearsay.json'), 'utf8')
  } catch {
    return null
  }
}

describe('a decision', () => {
  test('stands in hearsay.json, shows at once, and survives every rerun', async () => {
    const own = await readCorpus()
    const first = openDesk(own)
    await first.ready
    const told: string[] = []
    first.listen(({ name }) => told.push(name))
    const items = (await first.library().review({})).rows
    const who = items.find(({ what }) => what === 'speaker')
    expect(await first.library().decide({ decision: who?.choices[1]?.decision })).toEqual({ ok: true, run: null })
    const join = items.find(({ what }) => what === 'join')
    expect(join?.question).toBe('Is “Ray” here the same as Bo Ray?')
    expect(await first.library().decide({ decision: join?.choices[0]?.decision })).toEqual({ ok: true, run: null })
    expect(JSON.parse(readFileIn(own.corpus) ?? '')).toEqual({ decisions: [who?.choices[1]?.decision, join?.choices[0]?.decision] })
    expect(told).toEqual(['changed', 'changed'])

    const check = async (of: Desk) => {
      const said = (await of.library().person({ id: 'person/bo-ray' }))?.statements.rows.map(({ content }) => content.join(' '))
      expect(said).toEqual(['Grey Isle belongs to Norland.', '“We shall see.”', '“Grey Isle is not for sale to anybody, and it never was.”', '“It is late.”'])
      const view = await of.library().article({ id: '2016/harbour.txt' })
      expect(view?.attributions.at(-1)).toMatchObject({ by: { name: 'Bo Ray' }, decided: expect.stringContaining('hearsay.json') })
      expect(view?.row.undecided).toBe(0)
      expect((await of.library().review({})).rows.filter(({ what }) => what !== 'problem')).toEqual([])
      expect((await of.library().decisions()).rows.map(({ says, quote }) => [says, quote])).toEqual([['Bo Ray and Ray (undated.txt) are one and the same', null], ['Bo Ray says this', '“We shall see.”']])
    }
    await check(first)
    first.close()
    for (let run = 0; run < 2; run++) {
      await runFake(own.corpus, own.output, pipeline)
      const again = openDesk(own)
      await again.ready
      await check(again)
      again.close()
    }
  })
})

/** A desk over a corpus of its own, with everything read. */
async function opened(files?: Readonly<Record<string, string>>): Promise<{ readonly own: Places; readonly library: () => Library; readonly run: () => Promise<void>; close(): void }> {
  const own = await readCorpus(files)
  const desk = openDesk(own)
  await desk.ready
  const run = async () => {
    const shown = new Promise<void>((done) => desk.listen(({ name, value }) => name === 'changed' && value.why === 'run' && done()))
    await runFake(own.corpus, own.output, pipeline)
    await shown
  }
  return { own, library: desk.library, run, close: desk.close }
}

const says = { article: '2016/harbour.txt', start: articles['2016/harbour.txt'].indexOf('“We shall see.”'), end: articles['2016/harbour.txt'].indexOf('“We shall see.”') + 15, text: '“We shall see.”' }
const bo = { speaker: 'person/bo-ray', says }
const statesIn = async (library: Library) => (await library.decisions()).rows.map(({ says, state }) => [says, state])

describe('a decision is taken back', () => {
  test('at once and after a run, and what follows from it is as before', async () => {
    const { own, library, run, close } = await opened()
    const voices = async () => (await library().article({ id: says.article }))?.attributions.map(({ by }) => by?.name ?? null)
    const before = { voices: await voices(), review: await library().review({}) }
    await library().decide({ decision: bo })
    expect((await voices())?.at(-1)).toBe('Bo Ray')
    expect(await library().takeBack({ decision: bo })).toEqual({ ok: true, run: null })
    expect({ voices: await voices(), review: await library().review({}) }).toEqual(before)
    expect(readFileIn(own.corpus)).toBe('{\n  "decisions": []\n}\n')

    await library().decide({ decision: bo })
    await run()
    expect(await statesIn(library())).toEqual([['Bo Ray says this', 'applied']])
    expect(await library().takeBack({ decision: bo })).toEqual({ ok: true, run: null })
    expect({ voices: await voices(), review: await library().review({}) }).toEqual(before)
    expect(await statesIn(library())).toEqual([])
    close()
  })

  test('and no other goes with it, nor a letter of the file', async () => {
    const { own, library, close } = await opened()
    const text = `{"decisions": [\n\t{ "alias" :"Lee",   "of": "person/ann-lee" },\n\n\t{"ignore":{"file":"x.txt"}}\n]}\n`
    writeFileSync(join(own.corpus, 'hearsay.json'), text)
    await library().decide({ decision: bo })
    expect(await library().takeBack({ decision: { of: 'person/ann-lee', alias: 'Lee' } })).toMatchObject({ ok: true })
    expect(await library().takeBack({ decision: bo })).toMatchObject({ ok: true })
    expect(readFileIn(own.corpus)).toBe(`{"decisions": [\n\t{"ignore":{"file":"x.txt"}}\n]}\n`)
    expect(await library().takeBack({ decision: bo })).toEqual({ ok: false, error: expect.stringContaining('does not say this any more') })
    close()
  })

  test('in favour of another, by one stroke', async () => {
    const { own, library, close } = await opened()
    const [same, different] = [{ same: ['person/bo-ray', 'person/ray@undated.txt'] }, { ignore: { entity: 'person/ray@undated.txt' } }]
    await library().decide({ decision: same })
    await library().decide({ decision: different, instead: same })
    expect(JSON.parse(readFileIn(own.corpus) ?? '')).toEqual({ decisions: [different] })
    close()
  })

  test('says which run it takes, where what is shown cannot follow', async () => {
    const { own, library, run, close } = await opened()
    const command = `hearsay run ${own.corpus} ${own.output}`
    const same = { same: ['person/bo-ray', 'person/ray@undated.txt'] }
    const alias = { alias: 'Ray', of: 'person/bo-ray' }
    expect(await library().decide({ decision: alias })).toEqual({ ok: true, run: command })
    expect(await statesIn(library())).toEqual([['Whoever is called “Ray” is Bo Ray', 'waiting']])
    await library().takeBack({ decision: alias })
    expect(await library().decide({ decision: same })).toEqual({ ok: true, run: null })
    expect(await statesIn(library())).toEqual([['Bo Ray and Ray (undated.txt) are one and the same', 'shown']])
    await run()
    expect(await library().takeBack({ decision: same })).toEqual({ ok: true, run: command })
    expect(await library().decisions()).toMatchObject({ run: command, rows: [{ state: 'withdrawn' }] })
    await run()
    expect(await statesIn(library())).toEqual([])
    close()
  })
})

test.each([
  ['parts two that are apart anyway', { different: ['person/bo-ray', 'person/ray@undated.txt'] }, null],
  ['parts two that are one', { different: ['person/ann-lee@2016/harbour.txt', 'person/ann-lee@2017/tower.txt'] }, 'run'],
  ['leaves one out', { ignore: { entity: 'Ray' } }, null],
  ['parts a join', { ignore: { join: 'person/ann-lee' } }, 'run'],
  ['ignores a mention', { ignore: { mention: { article: 'undated.txt', text: 'Ray' } } }, 'run'],
  ['ignores a file', { ignore: { file: 'undated.txt' } }, 'run'],
  ['joins what is one', { same: ['person/ann-lee@2016/harbour.txt', 'person/ann-lee@2017/tower.txt'] }, null],
  ['joins nobody', { same: ['person/ann-lee', 'person/nobody'] }, 'run'],
  ['gives words to nobody that is known', { speaker: 'person/nobody', says }, 'run'],
  ['says that it cannot be known', { speaker: null, says }, null]
])('a decision that %s says when it shows', async (_, decision, when) => {
  const { own, library, close } = await opened()
  expect(await library().decide({ decision })).toEqual({ ok: true, run: when === null ? null : `hearsay run ${own.corpus} ${own.output}` })
  close()
})

describe('the desk', () => {
  test('shows a new run by itself', async () => {
    const own = await readCorpus()
    const watched = openDesk(own)
    await watched.ready
    const changed = new Promise((done) => watched.listen(({ name }) => name === 'changed' && done(name)))
    put(own.corpus, { 'new.txt': 'Something new\n2020-01-01 The Courier\nAnn Lee: “It is new.”\n' })
    await runFake(own.corpus, own.output, pipeline)
    await changed
    expect((await watched.library().overview()).counts.articles).toBe(4)
    expect((await watched.library().search({ q: 'new' })).statements).toHaveLength(1)
    watched.close()
  })

  test('names what is damaged, and shows the rest', async () => {
    const own = await readCorpus()
    appendFileSync(join(own.output, '4-claims/2017/tower.txt.json'), 'x')
    writeFileSync(join(own.output, '5-corpus/quotes.json'), '{')
    writeFileSync(join(own.corpus, 'hearsay.json'), '{"decisions": [{"sqme": []}]}')
    const shown = openDesk(own)
    await shown.ready
    const { damaged, counts } = await shown.library().overview()
    expect(damaged.map(({ file }) => file).sort()).toEqual(['2017/tower.txt', '5-corpus/quotes.json', 'hearsay.json'])
    expect(counts.articles).toBe(3)
    expect((await shown.library().people({})).rows.length).toBeGreaterThan(1)
    expect(await shown.library().article({ id: '2017/tower.txt' })).toBeNull()
    expect((await shown.library().article({ id: '2016/harbour.txt' }))?.row.statements).toBe(3)
    shown.close()
  })

  test('says what to do where there is nothing', () => {
    const empty = { corpus: folder(articles), output: folder() }
    expect(() => openDesk(empty)).toThrow(new UserError(`${empty.output} holds nothing that hearsay has written; read your articles first: hearsay run ${empty.corpus} ${empty.output}`))
  })
})

describe('the command', () => {
  test('prints its address, ends when told to, and takes the next port where its own is in use', async () => {
    const stop = new AbortController()
    const address = await new Promise<string>((tell, fail) => {
      inspect(places, null, stop.signal, tell).catch(fail)
    })
    const second = new AbortController()
    let ended: Promise<void> = Promise.resolve()
    const other = await new Promise<string>((tell, fail) => {
      ended = inspect(places, null, second.signal, tell)
      ended.catch(fail)
    })
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(other).not.toBe(address)
    await expect(inspect(places, Number(new URL(other).port), stop.signal, () => {})).rejects.toThrow(/port \d+ is in use; name another/)
    second.abort()
    await ended
    await expect(fetch(other)).rejects.toThrow()
    stop.abort()
  })
})

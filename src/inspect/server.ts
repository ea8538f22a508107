import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Desk } from './desk.js'
import { mounted, policyOf } from './page.js'
import { ask } from './questions.js'

/** Serves the page and answers its questions, to this machine alone.
 *
 *  * Whoever asks must call the server by its own address: a page of another site that lets its name lead here (DNS rebinding) is refused.
 *  * No path of an address ever becomes a path of a file: there is the page, and there are the questions.
 *  * Only the page can write, with a token that was made for this start, and only from its own origin. */
export interface Served {
  readonly port: number
  readonly address: string
  close(): Promise<void>
}

const LARGEST_BODY = 64 * 1024

/** The first free port from `port` on; where `port` was asked for by name (`fixed`), that one. Rejects with the system's error where there is none. */
export async function serve(desk: Desk, page: string, { port, fixed }: { readonly port: number; readonly fixed: boolean }): Promise<Served> {
  const token = randomBytes(32).toString('base64url')
  const filled = mounted(page, { mode: 'server', token })
  const policy = `${policyOf(filled, "'self'")}; frame-ancestors 'none'`
  const streams = new Set<ServerResponse>()
  let own: readonly string[] = []

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      if (!response.headersSent) refuse(response, 500, 'hearsay has a fault here; its terminal says more')
      else response.destroy()
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(GUARDS)) response.setHeader(name, value)
    const { method = '', url = '' } = request
    if (!own.includes(request.headers.host ?? '')) return refuse(response, 421, `this server is called http://${own[0]}/`)
    const from = request.headers['sec-fetch-site']
    const [, path = '', query = ''] = /^(\/[^?#]*)\??(.*)$/.exec(url) ?? []
    if (path === '/') {
      if (!isReading(method)) return refuse(response, 405, 'the page can only be read', 'GET, HEAD')
      response.setHeader('content-security-policy', policy)
      return send(request, response, 200, 'text/html; charset=utf-8', filled)
    }
    const [, name] = /^\/api\/([a-z]{1,20})$/.exec(path) ?? []
    if (name === undefined) return refuse(response, 404, 'there is nothing here')
    if (from !== undefined && from !== 'same-origin' && from !== 'none') return refuse(response, 403, 'only the page itself may ask')
    if (name === 'decide' || name === 'takeback') return write(name, request, response)
    if (!isReading(method)) return refuse(response, 405, 'questions can only be read', 'GET, HEAD')
    if (name === 'changes') return stream(request, response)
    const found = await ask(desk.library(), name, new URLSearchParams(query))
    if ('error' in found) return refuse(response, found.error.startsWith('there is no') ? 404 : 400, found.error)
    if (found.answer === null) return refuse(response, 404, 'there is no such thing in this output')
    send(request, response, 200, JSON_TYPE, JSON.stringify(found.answer))
  }

  async function write(name: 'decide' | 'takeback', request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return refuse(response, 405, 'a decision is sent by POST', 'POST')
    const { origin } = request.headers
    if (origin !== undefined && !own.some((host) => origin === `http://${host}`)) return refuse(response, 403, 'only the page itself may decide')
    if (!isSame(String(request.headers['x-hearsay-token'] ?? ''), token)) return refuse(response, 403, 'this page is from an earlier start of hearsay; reload it')
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return refuse(response, 415, 'a decision is JSON')
    const body = await bodyOf(request)
    if (body === null) {
      response.setHeader('connection', 'close')
      return refuse(response, 413, `a decision has at most ${LARGEST_BODY} bytes`)
    }
    const choice = parsed(body)
    if (typeof choice !== 'object' || choice === null || !('decision' in choice)) return refuse(response, 400, 'a decision reads {"decision": …}')
    const { decision } = choice
    const library = desk.library()
    const outcome = await (name === 'takeback' ? library.takeBack({ decision }) : library.decide('instead' in choice ? { decision, instead: choice.instead } : { decision }))
    send(request, response, outcome.ok ? 200 : 409, JSON_TYPE, JSON.stringify(outcome))
  }

  function stream(request: IncomingMessage, response: ServerResponse): void {
    if (streams.size >= 50) return refuse(response, 503, 'too many pages are open')
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    response.write('retry: 2000\n\n')
    streams.add(response)
    const stop = desk.listen(({ name, value }) => {
      const data = `data: ${JSON.stringify(value)}\n\n`
      response.write(`event: ${name}\n${data}`)
      if (name === 'changed' && value.why !== 'decision') response.write(data)
    })
    // Without a word now and then, nobody would notice that the other side is gone.
    const pulse = setInterval(() => response.write(':\n\n'), 20_000)
    request.on('close', () => {
      stop()
      clearInterval(pulse)
      streams.delete(response)
    })
  }

  await listen(server, port, fixed)
  const bound = (server.address() as AddressInfo).port
  own = [`127.0.0.1:${bound}`, `localhost:${bound}`]
  return {
    port: bound,
    address: `http://127.0.0.1:${bound}/`,
    close: () =>
      new Promise((done) => {
        for (const response of streams) response.end()
        server.close(() => done())
        server.closeAllConnections()
      })
  }
}

const JSON_TYPE = 'application/json; charset=utf-8'

const GUARDS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store'
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD'

function send(request: IncomingMessage, response: ServerResponse, status: number, type: string, body: string): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function refuse(response: ServerResponse, status: number, error: string, allow?: string): void {
  if (allow !== undefined) response.setHeader('allow', allow)
  response.writeHead(status, { 'content-type': JSON_TYPE })
  response.end(JSON.stringify({ error }))
}

/** Compared in the same time whatever is wrong with it. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}

/** null: too large. What is more is let go by, so that the answer is heard. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > 16 * LARGEST_BODY) break
    if (size <= LARGEST_BODY) pieces.push(piece)
  }
  return size > LARGEST_BODY ? null : Buffer.concat(pieces).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const TRIES = 20

async function listen(server: Server, port: number, fixed: boolean): Promise<void> {
  for (let tried = 0; ; tried++) {
    try {
      return await new Promise<void>((done, fail) => {
        server.once('error', fail)
        // The address of this machine alone: nobody in the network can reach it.
        server.listen({ host: '127.0.0.1', port: tried < TRIES ? port + tried : 0, exclusive: true }, () => {
          server.off('error', fail)
          done()
        })
      })
    } catch (error) {
      if (fixed || tried > TRIES || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
  }
}

import type { Library, Mount } from '../../src/inspect/model.js'
import { libraryOf } from '../../src/inspect/library.js'

/** What the page was given in its head: a server to ask, or everything at once. */
export const given = JSON.parse(document.getElementById('hearsay')?.textContent ?? '{"mode":"server","token":""}') as Mount

export const library: Library = given.mode === 'server' ? served(given.token) : carried(given.gzip)

/** Each question is one request; the contract is the interface itself. */
function served(token: string): Library {
  const answer = async (name: string, query: object = {}): Promise<unknown> => {
    const response = await fetch(`/api/${name}${search(query)}`)
    return response.status === 404 ? null : read(response)
  }
  const write = async (name: string, choice: object): Promise<unknown> =>
    read(await fetch(`/api/${name}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-hearsay-token': token }, body: JSON.stringify(choice) }))
  return new Proxy({} as Library, {
    get: (_, name: string) => (query: object = {}) => (name === 'decide' || name === 'takeBack' ? write(name.toLowerCase(), query) : answer(name, query))
  })
}

/** Unpacked once, at the first question. */
function carried(gzip: string): Library {
  let unpacked: Promise<Library> | null = null
  const opened = (): Promise<Library> => (unpacked ??= unpack(gzip).then(libraryOf))
  return new Proxy({} as Library, {
    get: (_, name: keyof Library) => async (query: never) => (await opened())[name](query)
  })
}

async function unpack(base64: string): Promise<Parameters<typeof libraryOf>[0]> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return JSON.parse(await new Response(stream).text()) as Parameters<typeof libraryOf>[0]
}

function search(query: object): string {
  const kept = Object.entries(query as Record<string, unknown>).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString()}`
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text()
  const json = parsed(text)
  if (response.ok) return json
  const error = (json as { error?: unknown } | null)?.error
  throw new Error(typeof error === 'string' ? error : `the server answered ${response.status}${text === '' ? '' : `: ${text.slice(0, 200)}`}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

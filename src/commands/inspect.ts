import { UserError } from '../error.js'
import { openDesk } from '../inspect/desk.js'
import { readPage } from '../inspect/page.js'
import { serve, type Served } from '../inspect/server.js'
import { readRecords, standalone } from '../inspect/write.js'
import { codeOf, writeWhole, type Places } from '../store/index.js'

export const PORT = 4747

/** Shows `output/` as a page on this machine until `stop`. `tell` is given its address. */
export async function inspect(places: Places, port: number | null, stop: AbortSignal, tell: (address: string) => void): Promise<void> {
  const page = readPage()
  const desk = openDesk(places)
  const served = await opened(() => serve(desk, page, { port: port ?? PORT, fixed: port !== null }), port)
  tell(served.address)
  if (stop.aborted) return close()
  await new Promise<void>((done) => stop.addEventListener('abort', () => done(), { once: true }))
  await close()

  async function close(): Promise<void> {
    desk.close()
    await served.close()
  }
}

async function opened(open: () => Promise<Served>, port: number | null): Promise<Served> {
  try {
    return await open()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EADDRINUSE') throw new UserError(`port ${port} is in use; name another, or leave --port out: hearsay inspect --port ${(port ?? PORT) + 1}`)
    if (code === 'EACCES') throw new UserError(`port ${port} may not be used by you; name one above 1023: hearsay inspect --port ${PORT}`)
    throw error
  }
}

/** Writes the page with everything in it to one file. Returns its size in bytes. */
export function inspectFile(places: Places, file: string): number {
  if (!/\.html?$/i.test(file)) throw new UserError(`${file} would be a web page; give it a name that ends in .html`)
  const html = standalone(readPage(), readRecords(places))
  writeWhole(file, [html])
  return Buffer.byteLength(html)
}

import { watch as watchFiles } from 'chokidar'
import { resolve, sep } from 'node:path'
import type { Places } from '../store/index.js'

/** How long a folder must have been quiet before it is read again: an editor saves in several steps. Milliseconds. */
const QUIET = 300

/** Runs once, then again after every change in the corpus, until it is told to stop. What changes while a run goes on is seen to by the next one.
 *  Resolves once the last run has ended. */
export async function watch({ corpus, output }: Places, again: () => Promise<void>, stop: AbortSignal): Promise<void> {
  const own = resolve(output)
  const watcher = watchFiles(corpus, { ignoreInitial: true, ignored: (path) => resolve(path) === own || resolve(path).startsWith(own + sep) })
  let changed = true
  let wake = () => {}
  watcher.on('all', () => {
    changed = true
    wake()
  })
  const stopped = new Promise<void>((done) => stop.addEventListener('abort', () => done(), { once: true }))
  await new Promise<void>((done) => watcher.once('ready', done))
  while (!stop.aborted) {
    if (!changed) await Promise.race([new Promise<void>((done) => (wake = done)), stopped])
    while (changed && !stop.aborted) {
      changed = false
      await Promise.race([new Promise((done) => setTimeout(done, QUIET)), stopped])
      if (!changed && !stop.aborted) await again()
    }
  }
  await watcher.close()
}

import { Presets, SingleBar } from 'cli-progress'
import type { Watcher } from './run.js'

const FORMAT = '{bar} {value} of {total} articles, {eta_formatted} to go'

/** A bar on stderr, to a terminal only: a log of a run at night should not hold ten thousand lines. */
export function progressBar(): Watcher & { stop(): void } {
  if (!process.stderr.isTTY) return { progress() {}, stop() {} }
  const bar = new SingleBar({ format: FORMAT, stream: process.stderr, hideCursor: true, clearOnComplete: true, gracefulExit: false }, Presets.shades_classic)
  let running = false
  const stop = () => {
    process.off('SIGINT', interrupted)
    if (running) bar.stop()
    running = false
  }
  // The bar hides the cursor, so it has to go before the process does.
  const interrupted = () => {
    stop()
    process.stderr.write('stopped; what is done is kept: run again to go on\n')
    process.kill(process.pid, 'SIGINT')
  }
  return {
    progress(done, all) {
      if (!running && done < all) {
        bar.start(all, done)
        process.once('SIGINT', interrupted)
        running = true
      } else if (running) bar.update(done)
    },
    stop
  }
}

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { watch } from '../src/commands/watch.js'
import { folder, put } from './folders.js'

/** Resolves when the watch has run for the nth time. */
function counting() {
  let count = 0
  let waiting: { least: number; done: () => void }[] = []
  return {
    get count() {
      return count
    },
    async again() {
      count++
      for (const { least, done } of waiting) if (least <= count) done()
      waiting = waiting.filter(({ least }) => least > count)
    },
    reached: (least: number) => (least <= count ? Promise.resolve() : new Promise<void>((done) => waiting.push({ least, done })))
  }
}

describe('watch', () => {
  test('runs at once, after each change, and ends when told to; several changes at once are one', { timeout: 20_000 }, async () => {
    const corpus = folder({ 'a.txt': 'one' })
    const runs = counting()
    const stop = new AbortController()
    const ended = watch({ corpus, output: join(corpus, 'output') }, runs.again, stop.signal)
    await runs.reached(1)
    put(corpus, { 'b.txt': 'two', 'deep/c.txt': 'three', 'a.txt': 'other' })
    await runs.reached(2)
    rmSync(join(corpus, 'b.txt'))
    await runs.reached(3)
    // What hearsay itself writes is no reason to run again.
    put(corpus, { 'output/1-tokens/a.txt.json': '{}' })
    await new Promise((done) => setTimeout(done, 1_000))
    expect(runs.count).toBe(3)
    stop.abort()
    await ended
  })

  test('a change during a run is seen to by the next one', { timeout: 20_000 }, async () => {
    const corpus = folder({ 'a.txt': 'one' })
    const runs = counting()
    const stop = new AbortController()
    const slowly = async () => {
      if (runs.count === 0) put(corpus, { 'late.txt': 'two' })
      await new Promise((done) => setTimeout(done, 500))
      await runs.again()
    }
    const ended = watch({ corpus, output: folder() }, slowly, stop.signal)
    await runs.reached(2)
    stop.abort()
    await ended
  })
})

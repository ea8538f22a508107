// node --import ./scripts/peak.mjs PROGRAM: says at its end how much memory it has held at most and how long processors have worked
// for it, all its threads together.
import { isMainThread } from 'node:worker_threads'

if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    process.stderr.write(`peak memory ${Math.round(maxRSS / 1024)} MB, processor time ${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)} s\n`)
  })

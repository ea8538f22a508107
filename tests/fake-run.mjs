// A run with the fake pipeline as a process of its own, for a test to kill: node tests/fake-run.mjs CORPUS OUTPUT DATA SLOW
// Prints a point as soon as it begins to make articles, and after each.
import { run } from '../dist/commands/run.js'
import { fakePipeline } from './fakes.mjs'

const [corpus, output, data, slow] = process.argv.slice(2)
await run({ corpus, output, data, models: data, workers: 1, anyLanguage: false, from: null, shard: null }, fakePipeline({ slow: Number(slow) }), { progress: () => process.stdout.write('.') })

// Lets Node run the TypeScript of scripts/ and training/ as it is: node --import ./scripts/ts.mjs scripts/score.ts
import { register } from 'node:module'

register('ts-node/esm/transpile-only', import.meta.url)

import { articles, readCorpus } from './inspect-corpus.js'
import type { Places } from '../src/store/index.js'

/** Two that are told as said, one as thought, and four that are not: one is no report, three are doubtful. */
export const BRIDGE = `The bridge is closed
2020-03-01 The Courier
Ann Lee: “The bridge is not safe.”
Bo Ray says: The bridge on Grey Isle is safe.
Ann Lee hopes: The bridge on Grey Isle opens in May.
Bo Ray moves: The bridge on Grey Isle is a risk.
Bo Ray says?: The mayor of Grey Isle is ill.
He?: “Nobody asked me.”
He says?: It is late.
`

export const bridge = { '2020/bridge.txt': BRIDGE }

export const withBridge = { ...articles, ...bridge }

/** `said`: words of the article, which somebody is said to have said. */
export const decided = (speaker: string, said: string): string => {
  const start = BRIDGE.indexOf(said)
  return JSON.stringify({ decisions: [{ speaker, says: { article: '2020/bridge.txt', start, end: start + said.length, text: said } }] })
}

export const readBridge = (more: Readonly<Record<string, string>> = {}): Promise<Places> => readCorpus({ ...bridge, ...more })

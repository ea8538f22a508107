import type { Entry } from '../../../decisions/index.js'
import type { Decided } from '../model.js'
import type { Outcome } from './join.js'

/** What became of every decision, in the order of the file. */
export function outcomesInOrder(entries: readonly Entry[], outcomes: ReadonlyMap<Entry, Outcome>): Decided[] {
  return entries.map((entry) => {
    const outcome = outcomes.get(entry) ?? { problem: 'nothing in the corpus is concerned' }
    return { line: entry.line, decision: entry.decision, did: 'did' in outcome ? outcome.did : null, problem: 'problem' in outcome ? outcome.problem : null }
  })
}

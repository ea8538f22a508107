import { canonical } from '../canonical.js'
import type { Decision, Quoted } from '../decisions/model.js'
import type { Digest, StatementDigest } from './digest.js'
import type { CorpusRecord } from './records.js'

/** How `hearsay.json` differs from what the last run knew of it. */
export interface Since {
  /** In the file, but the run has not seen it. */
  readonly pending: readonly Decision[]
  /** Applied by the run, but taken out of the file since. */
  readonly withdrawn: readonly Decision[]
}

export function sinceRun({ decided, decisions }: Pick<CorpusRecord, 'decided' | 'decisions'>): Since {
  const [before, now] = [new Set(decided.map(({ decision }) => canonical(decision))), new Set(decisions.map(canonical))]
  return {
    pending: decisions.filter((decision) => !before.has(canonical(decision))),
    withdrawn: decided.flatMap(({ decision, problem }) => (problem !== null || now.has(canonical(decision)) ? [] : [decision]))
  }
}

/** The statement that a decision quotes, by its place; by its words where no place is given. */
export function statementAt({ article, start, end, text }: Quoted, digests: ReadonlyMap<string, Digest>): StatementDigest | null {
  const digest = digests.get(article)
  const found = digest?.statements.filter(({ content }) =>
    start === undefined ? digest.text.slice(content[0], content.at(-1)).startsWith(text) : content[0] === start && content.at(-1) === end
  )
  return found?.length === 1 ? (found[0] ?? null) : null
}

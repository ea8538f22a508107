import { canonical } from '../canonical.js'
import { contextOf } from './around.js'
import { addressOf, type Catalogue } from './catalogue.js'
import type { ReviewItem } from './model.js'
import { joinDoubts } from './review-joins.js'
import { speakerDoubts } from './review-speakers.js'

/** What hearsay could not decide or is not sure of, and the user has not decided either, most useful first. Each is drawn up when it is shown. */
export interface Doubt {
  readonly what: ReviewItem['what']
  /** How much would be gained by knowing. */
  readonly use: number
  row(): ReviewItem
}

export function doubtsOf(catalogue: Catalogue): readonly Doubt[] {
  return [...speakerDoubts(catalogue), ...joinDoubts(catalogue), ...problemDoubts(catalogue)].sort((a, b) => b.use - a.use)
}

/** Trouble in an article, a file that is damaged, a decision that fits nothing: nothing to choose, but worth knowing. */
function problemDoubts({ shelf, corpus, address }: Catalogue): Doubt[] {
  const nowhere = (id: string, question: string, why: string, file: string): Doubt => ({
    what: 'problem',
    use: 4,
    row: () => ({ ...address(file, 0, 0), id, what: 'problem', question, why, context: ['', '', ''], choices: [] })
  })
  const standing = new Set(corpus.decisions.map(canonical))
  return [
    ...corpus.decided.flatMap(({ line, decision, problem }) => (problem === null || !standing.has(canonical(decision)) ? [] : [nowhere(`decision ${line}`, `A decision in hearsay.json (line ${line}) could not be applied.`, problem, 'hearsay.json')])),
    ...corpus.damaged.map(({ file, why }) => nowhere(`file ${file}`, `${file} could not be read.`, why, file)),
    ...shelf.digests.flatMap((digest) =>
      digest.problems.map(({ span: { start, end }, problem, hint }, index): Doubt => ({
        what: 'problem',
        use: 0.4,
        row: () => ({ ...addressOf(digest, start, end), id: `problem ${digest.article} ${index + 1}`, what: 'problem', question: problem, why: hint, context: contextOf(digest, start, end), choices: [] })
      }))
    )
  ]
}

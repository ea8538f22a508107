import type { Claim, Layers } from '../../model.js'
import type { Lexicon } from '../../data/lexicon.js'
import type { Stage } from '../../stage.js'
import { claimOf, type Surroundings } from './claim.js'
import type { Draft } from './draft.js'
import { allRules, draftsOf, grammarOf, type Rules } from './drafts.js'
import { mentionsByToken } from './mentions.js'
import { voicesOf } from './on-whose-word.js'
import { reportsAmong } from './reports.js'
import { sharedOut } from './sharing.js'
import { datesByToken } from './time.js'
import { lossOf } from './whole.js'
import { claimData, wordsOf } from './words.js'

type Reads = 'tokens' | 'speakers' | 'entities'

/** What is asserted, on whose word, and how surely: one claim a clause, cut from the trees by ordered rules. */
export const claims: Stage<Reads, 'claims'> = {
  writes: 'claims',
  reads: ['tokens', 'speakers', 'entities'],
  version: 2,
  data: claimData,
  run: (input, lexicon) => ({ claims: claimsAndReports(input, lexicon).claims })
}

/** The claims, and apart from them the reports ("she said that …"), which are the speakers layer's, and what is held back because the tree lost a part of it:
 *  both are part of what Open IE scorers ask for. */
export function claimsAndReports(input: Pick<Layers, Reads>, lexicon: Lexicon, rules: Rules = allRules): Record<'claims' | 'reports' | 'doubtful', Claim[]> {
  const { tokens, speakers, entities } = input
  const grammar = grammarOf(tokens, wordsOf(lexicon))
  const { tree } = grammar
  const around: Surroundings = {
    grammar,
    voices: voicesOf(tree, speakers.attributions, entities),
    mentions: mentionsByToken(tree, entities),
    dates: datesByToken(tree, entities.dates),
    sentences: tokens.sentences
  }
  const drafts = draftsOf(grammar, rules)
  const isReport = reportsAmong(around, drafts)
  const finish = (kept: readonly Draft[]) => numbered(distinct(kept.flatMap((draft) => sharedOut(grammar, draft)).map((draft) => claimOf(around, draft))))
  const [reports, told] = split(drafts, isReport)
  const [lost, whole] = split(told, (draft) => lossOf(grammar, draft) !== null)
  return { claims: finish(whole), reports: finish(reports), doubtful: finish(lost.map((draft) => ({ ...draft, confidence: draft.confidence * 0.5 }))) }
}

const split = <Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] => [items.filter(test), items.filter((item) => !test(item))]

function distinct(found: readonly Omit<Claim, 'id'>[]): Omit<Claim, 'id'>[] {
  const seen = new Set<string>()
  return found.filter(({ text, on, polarity }) => {
    const key = JSON.stringify([text, on, polarity])
    return !seen.has(key) && seen.add(key)
  })
}

const numbered = (found: readonly Omit<Claim, 'id'>[]): Claim[] => found.map((claim, index) => ({ id: `c${index + 1}`, ...claim }))

import type { Claim, Layers } from '../../model.js'
import type { Lexicon } from '../../data/lexicon.js'
import type { Stage } from '../../stage.js'
import { claimOf, type Finished, type Surroundings } from './claim.js'
import type { Draft } from './draft.js'
import { allRules, draftsOf, grammarOf, type Rules } from './drafts.js'
import { mentionsByToken } from './mentions.js'
import { voicesOf } from './on-whose-word.js'
import { reportsAmong } from './reports.js'
import { sharedOut } from './sharing.js'
import { datesByToken } from './time.js'
import { trustOf } from './trust.js'
import { lossOf } from './whole.js'
import { claimData, wordsOf } from './words.js'

type Reads = 'tokens' | 'speakers' | 'entities'

/** What is asserted, on whose word, and how surely: one claim a clause, cut from the trees by ordered rules. */
export const claims: Stage<Reads, 'claims'> = {
  writes: 'claims',
  reads: ['tokens', 'speakers', 'entities'],
  version: 3,
  data: claimData,
  run: (input, lexicon, settings) => {
    const { claims, doubtful } = claimsAndReports(input, lexicon)
    return settings?.allClaims ? { claims: inOrder([...claims, ...doubtful]), withheld: 0 } : { claims, withheld: doubtful.length }
  }
}

/** What stands in the layer, and apart from it the reports ("she said that …"), which are the speakers layer's, and what is held back: what the tree lost a part of,
 *  and what a reader would too often not accept. All of it is part of what Open IE scorers ask for. */
export interface Sorted<Item> {
  readonly claims: readonly Item[]
  readonly reports: readonly Item[]
  readonly doubtful: readonly Item[]
}

export function claimsAndReports(input: Pick<Layers, Reads>, lexicon: Lexicon, rules: Rules = allRules): Sorted<Claim> {
  const { claims, reports, doubtful } = finishedDrafts(input, lexicon, rules)
  const { threshold } = trustOf(lexicon)
  const [kept, unsure] = split(claims, ({ claim }) => threshold <= claim.confidence)
  // A lost part weighs more than any other sign.
  const broken = doubtful.map(({ claim }) => ({ ...claim, confidence: Math.round(claim.confidence * 250) / 1000 }))
  return { claims: numbered(told(kept)), reports: numbered(told(reports)), doubtful: numbered([...told(unsure), ...broken]) }
}

/** All claims of which no part is lost, however doubtful. */
export const wholeClaims = (input: Pick<Layers, Reads>, lexicon: Lexicon, rules: Rules = allRules): Claim[] => numbered(told(finishedDrafts(input, lexicon, rules).claims))

/** The same with the signs of each, before anything is held back for its confidence: what is learnt from. */
export function finishedDrafts(input: Pick<Layers, Reads>, lexicon: Lexicon, rules: Rules = allRules): Sorted<Finished> {
  const { tokens, speakers, entities } = input
  const grammar = grammarOf(tokens, wordsOf(lexicon))
  const { tree } = grammar
  const around: Surroundings = {
    grammar,
    voices: voicesOf(tree, speakers.attributions, entities),
    mentions: mentionsByToken(tree, entities),
    dates: datesByToken(tree, entities.dates),
    sentences: tokens.sentences,
    trust: trustOf(lexicon)
  }
  const drafts = draftsOf(grammar, rules)
  const finish = (kept: readonly Draft[]) => distinct(kept.flatMap((draft) => sharedOut(grammar, draft)).map((draft) => claimOf(around, draft)))
  const [reports, others] = split(drafts, reportsAmong(around, drafts))
  const [lost, whole] = split(others, (draft) => lossOf(grammar, draft) !== null)
  return { claims: finish(whole), reports: finish(reports), doubtful: finish(lost) }
}

const split = <Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] => [items.filter(test), items.filter((item) => !test(item))]

function distinct(found: readonly Finished[]): Finished[] {
  const seen = new Set<string>()
  return found.filter(({ claim: { text, on, polarity } }) => {
    const key = JSON.stringify([text, on, polarity])
    return !seen.has(key) && seen.add(key)
  })
}

/** Claims of a sentence stay together, and each has its number by its place. */
const inOrder = (claims: readonly Claim[]): Claim[] => numbered([...claims].sort((a, b) => a.sentence.start - b.sentence.start || start(a) - start(b)))
const start = ({ predicate, subject }: Claim): number => predicate.spans[0]?.start ?? subject?.spans[0]?.start ?? 0

const told = (found: readonly Finished[]): Omit<Claim, 'id'>[] => found.map(({ claim }) => claim)

/** The id comes first, for those who read the JSON. */
const numbered = (found: readonly Omit<Claim, 'id'>[]): Claim[] => found.map((claim, index) => withId(`c${index + 1}`, claim))
const withId = (id: string, { ...claim }: Omit<Claim, 'id'>): Claim => Object.assign({ id }, claim, { id })

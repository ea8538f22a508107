import type { Claim, Layers } from '../../model.js'
import type { Lexicon } from '../../data/lexicon.js'
import type { Stage } from '../../stage.js'
import { claimOf, lineOf, type Finished, type Line, type Surroundings } from './claim.js'
import type { Draft } from './draft.js'
import { allRules, draftsOf, grammarOf, type Rules } from './drafts.js'
import { entityAt, mentionsByToken } from './mentions.js'
import { isOnUnclearWord } from './on-whose-word.js'
import { reportsAmong } from './reports.js'
import { sharedOut } from './sharing.js'
import { datesByToken } from './time.js'
import { trustOf } from './trust.js'
import { voicesOf } from './voices.js'
import { lossOf } from './whole.js'
import { claimData, wordsOf } from './words.js'

type Reads = 'tokens' | 'speakers' | 'entities'

/** What is asserted, on whose word, and how surely: one claim a clause, cut from the trees by ordered rules. */
export const claims: Stage<Reads, 'claims'> = {
  writes: 'claims',
  reads: ['tokens', 'speakers', 'entities'],
  version: 7,
  data: claimData,
  run(input, lexicon, settings) {
    if (settings?.allClaims) {
      const { claims, doubtful } = claimsAndReports(input, lexicon)
      return { claims: inOrder([...claims, ...doubtful]), withheld: 0 }
    }
    const { around, claims, doubtful } = draftsIn(input, lexicon)
    const [kept, unsure] = split(finished(around, claims), isSure(lexicon))
    return { claims: numbered(told(kept)), withheld: unsure.length + distinct(around, doubtful).length }
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
  const [kept, unsure] = split(claims, isSure(lexicon))
  // A lost part weighs more than any other sign.
  const broken = doubtful.map(({ claim }) => ({ ...claim, confidence: Math.round(claim.confidence * 250) / 1000 }))
  return { claims: numbered(told(kept)), reports: numbered(told(reports)), doubtful: numbered([...told(unsure), ...broken]) }
}

const isSure = (lexicon: Lexicon): ((finished: Finished) => boolean) => {
  const { threshold } = trustOf(lexicon)
  return ({ claim }) => threshold <= claim.confidence
}

/** All claims of which no part is lost, however doubtful. */
export const wholeClaims = (input: Pick<Layers, Reads>, lexicon: Lexicon, rules: Rules = allRules): Claim[] => numbered(told(finishedDrafts(input, lexicon, rules).claims))

/** The same with the signs of each, before anything is held back for its confidence: what is learnt from. */
export function finishedDrafts(input: Pick<Layers, Reads>, lexicon: Lexicon, rules: Rules = allRules): Sorted<Finished> {
  const { around, claims, reports, doubtful } = draftsIn(input, lexicon, rules)
  return { claims: finished(around, claims), reports: finished(around, reports), doubtful: finished(around, doubtful) }
}

/** The drafts of an article in their heaps. Half of all work is to finish them, so each heap is finished only where it is asked for. */
function draftsIn({ tokens, speakers, entities }: Pick<Layers, Reads>, lexicon: Lexicon, rules: Rules = allRules): Sorted<Draft> & { readonly around: Surroundings } {
  const grammar = grammarOf(tokens, wordsOf(lexicon))
  const { tree } = grammar
  const around: Surroundings = {
    grammar,
    voices: voicesOf(grammar, speakers, entities),
    mentions: mentionsByToken(tree, entities),
    dates: datesByToken(tree, entities.dates),
    sentences: tokens.sentences,
    trust: trustOf(lexicon)
  }
  const drafts = draftsOf(grammar, rules)
  const [reports, others] = split(drafts, reportsAmong(around, drafts))
  const isUnclear = (draft: Draft) => isOnUnclearWord(grammar, draft, around.voices, (token) => entityAt(around.mentions, token)?.id ?? null)
  const [lost, whole] = split(others, (draft) => lossOf(grammar, draft) !== null || isUnclear(draft))
  return { around, claims: whole, reports, doubtful: lost }
}

function split<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  const [yes, no]: [Item[], Item[]] = [[], []]
  for (const item of items) (test(item) ? yes : no).push(item)
  return [yes, no]
}

const finished = (around: Surroundings, drafts: readonly Draft[]): Finished[] => distinct(around, drafts).map((line) => claimOf(around, line))

/** Lists shared out, and of claims that say the same on the same word only the first. */
function distinct(around: Surroundings, drafts: readonly Draft[]): Line[] {
  const seen = new Set<string>()
  const lines: Line[] = []
  for (const whole of drafts)
    for (const draft of sharedOut(around.grammar, whole)) {
      const line = lineOf(around, draft)
      const { text, on, polarity } = line
      const key = on === 'article' ? `${polarity} ${text}` : `${polarity} ${on.entity} ${on.attribution} – ${text}`
      if (seen.has(key)) continue
      seen.add(key)
      lines.push(line)
    }
  return lines
}

/** Claims of a sentence stay together, and each has its number by its place. */
const inOrder = (claims: readonly Claim[]): Claim[] => numbered([...claims].sort((a, b) => a.sentence.start - b.sentence.start || start(a) - start(b)))
const start = ({ predicate, subject }: Claim): number => predicate.spans[0]?.start ?? subject?.spans[0]?.start ?? 0

const told = (found: readonly Finished[]): Claim[] => found.map(({ claim }) => claim)

const numbered = (found: readonly Claim[]): Claim[] => found.map((claim, index) => ({ ...claim, id: `c${index + 1}` }))

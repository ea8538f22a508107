import type { Draft } from '../join/draft.js'
import { sentenceAt, type Scene } from '../scene.js'
import { coordinated } from '../find/around.js'
import { isGroup } from './nouns.js'
import type { Voices } from './voices.js'

interface Topic {
  readonly draft: Draft
  readonly plural: boolean
  readonly sentence: number
  /** The sentence begins with it. */
  readonly leads: boolean
}

/** "its", "they", "them" for an island or a group of islands that the sentence, or the one before it, has named, if no other noun since
 *  could be meant. Things are named so much oftener than people that anything else between is reason enough to say nothing. */
export function followThings(scene: Scene, { draftAt }: Voices, drafts: readonly Draft[]): void {
  const { tokens, sentenceOf } = scene.tree
  const starts = new Map<number, { draft: Draft; to: number }>()
  for (const draft of drafts) if (draft.kind === 'island') for (const { from, to } of draft.mentions) starts.set(from, { draft, to })
  if (!starts.size) return
  let last: Topic | null = null
  let end: number | null = null
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    const sentence = sentenceOf[index] ?? 0
    const begun = starts.get(index)
    if (begun) {
      // In a row of islands no single one is meant by what follows.
      const row = end !== null && coordinated(scene, { from: end - 1, to: end }, { from: index, to: begun.to })
      last = row ? null : { draft: begun.draft, plural: isGroup(scene, begun.draft), sentence, leads: index - sentenceAt(scene, index).from < 5 }
      end = begun.to
      index = begun.to - 1
      continue
    }
    if (!token || !last) continue
    if (sentence - last.sentence > 1) {
      last = null
      continue
    }
    const word = token.text.toLowerCase()
    const topic: Topic = last
    // "Their" is nearly always people's; "they" only right behind the islands as subject or topic: "As for the islands, they are …".
    const meant = last.plural ? word === 'them' || (word === 'they' && last.sentence === sentence && last.leads) : word === 'its' && last.sentence === sentence && last.leads
    if (/^PRP/.test(token.tag) && meant) {
      last.draft.mentions.push({ from: index, to: index + 1, form: token.tag === 'PRP$' ? 'possessive' : 'pronoun', rule: last.plural ? 'they-the-islands' : 'its-the-island', confidence: 0.6 })
      last = { ...topic, sentence }
    } else if (isRival(token.tag, token.name, word, last.plural) && draftAt.get(index) !== last.draft) last = null
  }
}

/** A noun of the same number that could be meant as well. Times and sums are never meant. */
function isRival(tag: string, name: string, word: string, plural: boolean): boolean {
  if (/Date|Money/.test(name) || /^(?:years?|months?|days?|weeks?|time|part|sovereignty|control|way|end|north|south|east|west|claim|war|\W+)$/.test(word)) return false
  if (plural) return /^NNP?S$/.test(tag) || /Person|NORP/.test(name)
  return /^NNP?$/.test(tag) && !/Person/.test(name)
}

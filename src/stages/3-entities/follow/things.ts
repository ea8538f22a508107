import type { Draft } from '../join/draft.js'
import { sentenceAt, type Scene } from '../scene.js'
import { coordinated } from '../find/around.js'
import { predicateOf, subjectOf } from './clauses.js'
import { isGroup } from './nouns.js'
import type { Voices } from './voices.js'

interface Topic {
  readonly draft: Draft
  readonly plural: boolean
  readonly sentence: number
  /** The sentence begins with it. */
  readonly leads: boolean
  /** The island that led its sentence, should another one have come up in it since. */
  readonly led: Draft | null
  /** Nothing else has come up since that could be meant. */
  readonly alone: boolean
}

interface ThingRule {
  readonly name: string
  readonly example: string
  readonly confidence: number
  answer(index: number, topic: Topic | null, view: View): Draft | null
}

interface View {
  readonly scene: Scene
  /** The island that has a mention at a token. */
  islandAt(index: number): Draft | undefined
  readonly verbs: ReadonlySet<string>
}

const word = ({ tree }: Scene, index: number): string => tree.tokens[index]?.text.toLowerCase() ?? ''

/** A pronoun of the island's number. */
const agrees = (pronoun: string, plural: boolean): boolean => (plural ? /^(?:they|them|their)$/ : /^(?:it|its)$/).test(pronoun)

export const thingRules: readonly ThingRule[] = [
  {
    name: 'its-of-the-subject',
    example: 'Iturup lost [iturup its] hospital.',
    confidence: 0.75,
    answer(index, _, { scene, islandAt }) {
      const predicate = word(scene, index) === 'its' ? predicateOf(scene.tree, index) : null
      const found = predicate === null ? null : subjectOf(scene.tree, predicate)
      const draft = found && found.subject < index ? islandAt(found.subject) : undefined
      return draft && !isGroup(scene, draft) ? draft : null
    }
  },
  {
    name: 'the-islands-alone',
    example: 'The Kuril Islands are small, and fog often hides [kuril-islands them].',
    confidence: 0.6,
    answer(index, topic, { scene }) {
      if (!topic?.alone) return null
      const here = topic.sentence === scene.tree.sentenceOf[index] && topic.leads
      const pronoun = word(scene, index)
      // "Their" is nearly always people's; "they" only right behind the islands as subject or topic.
      return pronoun === 'them' || (here && /^(?:they|its)$/.test(pronoun)) ? topic.draft : null
    }
  },
  {
    name: 'object-of-taking',
    example: 'Iturup lies far from the coast. The army took [iturup it] in 1945.',
    confidence: 0.65,
    answer(index, topic, { scene: { tree }, verbs }) {
      const { relation = '', head } = tree.tokens[index] ?? {}
      const lemma = typeof head === 'number' ? (tree.tokens[head]?.lemma.toLowerCase() ?? '') : ''
      const isObject = relation === 'obj' || relation === 'nsubj:pass'
      return topic && isObject && verbs.has(lemma) ? (topic.led ?? topic.draft) : null
    }
  }
]

/** "its", "they", "them", "it" for the island or group of islands that the sentence, or the one before it, has named last. Things are named so
 *  much oftener than people that the rules ask for more than that. */
export function followThings(scene: Scene, { draftAt }: Voices, drafts: readonly Draft[]): void {
  const { tokens, sentenceOf } = scene.tree
  const starts = new Map<number, { draft: Draft; to: number }>()
  for (const draft of drafts) if (draft.kind === 'island') for (const { from, to } of draft.mentions) starts.set(from, { draft, to })
  if (!starts.size) return
  const islands = new Map([...starts].flatMap(([from, { draft, to }]) => Array.from({ length: to - from }, (_, step) => [from + step, draft] as const)))
  const view: View = { scene, islandAt: (index) => islands.get(index), verbs: scene.lexicon.words('territory-verbs') }
  let topic = null as Topic | null
  let end: number | null = null
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    const sentence = sentenceOf[index] ?? 0
    const begun = starts.get(index)
    if (begun) {
      // In a row of islands no single one is meant by what follows.
      const row = end !== null && coordinated(scene, { from: end - 1, to: end }, { from: index, to: begun.to })
      const plural = isGroup(scene, begun.draft)
      const led: Draft | null = topic && topic.sentence === sentence && topic.plural === plural ? (topic.leads ? topic.draft : topic.led) : null
      topic = row ? null : { draft: begun.draft, plural, sentence, leads: index - sentenceAt(scene, index).from < 5, led, alone: true }
      end = begun.to
      index = begun.to - 1
      continue
    }
    if (!token) continue
    if (topic && sentence - topic.sentence > 1) topic = null
    if (/^PRP/.test(token.tag)) follow(index, sentence)
    else if (topic?.alone && isRival(token.tag, token.name, token.text.toLowerCase(), topic.plural) && draftAt.get(index) !== topic.draft) topic = { ...topic, alone: false }
  }

  function follow(index: number, sentence: number): void {
    const fitting = topic && agrees(word(scene, index), topic.plural) ? topic : null
    for (const rule of thingRules) {
      const draft = rule.answer(index, fitting, view)
      if (!draft) continue
      draft.mentions.push({ from: index, to: index + 1, form: tokens[index]?.tag === 'PRP$' ? 'possessive' : 'pronoun', rule: rule.name, confidence: rule.confidence })
      if (topic?.draft === draft) topic = { ...topic, sentence }
      return
    }
  }
}

/** A noun of the same number that could be meant as well. Times, measures and sums are never meant. */
function isRival(tag: string, name: string, word: string, plural: boolean): boolean {
  if (/Date|Money/.test(name)) return false
  if (/^(?:years?|months?|days?|weeks?|hours?|time|part|sovereignty|control|way|end|north|south|east|west|claim|war|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|feet|hectares?|acres?|\W+)$/.test(word)) return false
  if (plural) return /^NNP?S$/.test(tag) || /Person|NORP/.test(name)
  return /^NNP?$/.test(tag) && !/Person/.test(name)
}

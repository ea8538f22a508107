import type { Span, Speaker } from '../../model.js'
import { tokensIn, type Range } from '../../tree.js'
import { antecedent } from './antecedent.js'
import { bearersIn } from './bearers.js'
import { coreOf } from './descriptors.js'
import { rootOf, type Draft, type Stretch } from './draft.js'
import { carriedFrom, firstPersons, isFirstPerson } from './inherit.js'
import type { Scene } from './scene.js'
import { memoryOf, type Memory } from './memory.js'
import { phraseOf } from './sources.js'
import { childrenOf } from './ties.js'
import { isTurn } from './transcript.js'

/** How a source is followed to a name. The first rule that answers wins. */
interface FollowRule {
  readonly name: string
  readonly example: string
  /** `content`: what is reported, for whoever is named there is not its "he". */
  follow(source: Range, memory: Memory, scene: Scene, content: readonly Stretch[]): Speaker | null
}

export const followRules: readonly FollowRule[] = [
  {
    name: 'turn',
    example: 'Jane Doe became mayor in May.\n\nQ: Will taxes fall?\n\nA: They will.',
    follow(source, memory, { tree }) {
      const own = memory.phrase(source)
      if (!isTurn(own.text) || tree.tokens[source.to]?.text !== ':') return null
      if (/^q/i.test(own.text)) return { ...found('none', null), chain: [own], why: 'who asks is not named' }
      const answer = memory.answering()
      if (answer) return { ...found('noun', memory.span(answer.name)), chain: [own], why: `turn: ${answer.why}` }
      return undecided('noun', own, memory.namedSoFar().slice(0, 4).map((each) => memory.nameOf(each)))
    }
  },
  {
    name: 'name',
    example: '“Taxes will fall,” said the company’s chief executive, John Roe.',
    follow(source, memory, scene) {
      const names = bearersIn(source, scene)
      const [name] = names
      if (!name) return null
      if (names.length === 1) return { ...found('name', memory.span(name)), why: 'the source is a name' }
      return { ...found('name', memory.phrase(source)), candidates: names.map((each) => ({ span: memory.span(each), score: share(names.length) })), why: 'several speak together' }
    }
  },
  {
    name: 'relative',
    example: 'Jane Doe, who said that taxes would fall, left early.',
    follow(source, memory, scene, content) {
      const before = antecedent(source, scene)
      if (!before) return null
      const own = memory.phrase(source)
      const taken = memory.phrase(before)
      // "Those who" are nobody whom the text has spoken of.
      const behind = /^(these|those)$/i.test(taken.text) ? { ...found('noun', taken), why: 'no name in the article stands for it' } : follow(before, memory, scene, content)
      return { ...behind, how: 'pronoun', chain: [own, ...behind.chain], why: `"${own.text}" takes up "${taken.text}"; ${behind.why}` }
    }
  },
  {
    name: 'same-sentence',
    example: 'Jane Doe met John Roe. The teacher said that taxes would fall, but he said that rents would rise.',
    // Before names: "the teacher" who is the sentence's speaker is nearer than anybody from an earlier one.
    follow(source, memory, { tree }) {
      const own = memory.phrase(source)
      const before = memory.lastSpeaker(source)
      if (!/^(he|she)$/i.test(own.text) || !before || !memory.isUnnamed(before) || tree.sentenceOf[before.source.from] !== tree.sentenceOf[source.from] || memory.namesBetween(before.source, source)) return null
      const link = tree.tokens[source.from - 1]?.text ?? ''
      return /^(although|and|but|though|while)$/i.test(link) && before.speaker.span ? { ...found('pronoun', before.speaker.span), chain: [own], why: 'shared-sentence: who speaks in its sentence, and nobody else is named since' } : null
    }
  },
  {
    name: 'person',
    example: '“Taxes will fall,” said Jane Doe. “Rents too,” she added.',
    follow(source, memory, _, content) {
      const own = memory.phrase(source)
      const answer = memory.pronounAt(source, content)
      if (!answer) return null
      if (answer.person === null) return undecided('pronoun', own, answer.candidates.map((person) => memory.nameOf(person)))
      return { ...found('pronoun', memory.nameOf(answer.person)), chain: [own], why: `${answer.rule.name}: ${answer.rule.why}` }
    }
  },
  {
    name: 'anybody',
    example: 'You can see that taxes will fall.',
    follow(source, memory) {
      const own = memory.phrase(source)
      return /^you$/i.test(own.text) ? { ...found('pronoun', null), chain: [own], why: `"${own.text}" is anybody, or whoever is spoken to` } : null
    }
  },
  {
    name: 'thing',
    example: 'Officials said that taxes would fall. They also said that rents would follow.',
    follow(source, memory, scene) {
      const own = memory.phrase(source)
      if (!/^(it|they|this|these|those|that)$/i.test(own.text)) return null
      // "Those backing the plan" are nobody whom the text has spoken of.
      if (/^those$/i.test(own.text) && childrenOf(source.from, /^acl/, scene.tree).length) return { ...found('noun', own), why: 'no name in the article stands for it' }
      const before = memory.lastSpeaker(source)
      const thing = /^it$/i.test(own.text) ? memory.lastThing(source) : /^they$/i.test(own.text) ? memory.lastGroup(source) : null
      if (thing && thing.to <= source.from && (!before || before.source.from < thing.from)) return { ...found('pronoun', memory.phrase(thing)), chain: [own], why: 'nearest-subject: the subject of the last main clause' }
      if (!before?.speaker.span || !memory.agrees(own.text, before)) return { ...found('pronoun', null), chain: [own], why: `nothing near fits "${own.text}"` }
      return { ...found('pronoun', before.speaker.span), chain: [own, ...before.speaker.chain], why: `parallel-speaker: the source before it; ${before.speaker.why}` }
    }
  },
  {
    name: 'title',
    example: 'Norwegian President Ola Berg came to Westbrook. “Taxes will fall,” the Norwegian president said.',
    follow(source, memory) {
      const people = memory.described(source)
      const [person] = people
      const own = memory.phrase(source)
      if (person === undefined) return null
      if (people.length === 1) return { ...found('noun', memory.nameOf(person)), chain: [own], why: 'title: the text says so of this name' }
      return undecided('noun', own, people.map((each) => memory.nameOf(each)))
    }
  },
  {
    name: 'age',
    example: 'Jane Doe does not agree. “Taxes will fall,” the 81-year-old said.',
    follow(source, memory) {
      const answer = memory.aged(source)
      return answer && { ...found('noun', memory.nameOf(answer.person)), chain: [memory.phrase(source)], why: answer.why }
    }
  },
  {
    name: 'head-noun',
    example: 'The Finance Ministry has a plan. Taxes will fall, the ministry said.',
    follow(source, memory) {
      const name = memory.organization(source)
      return name && { ...found('noun', memory.span(name)), chain: [memory.phrase(source)], why: 'head-noun: the only name with this noun in it' }
    }
  },
  {
    name: 'owner',
    example: 'The council’s refusal said that taxes would fall.',
    // A mind, a face or a decision says nothing: whose it is does.
    follow(source, memory, scene, content) {
      const { tree } = scene
      const head = rootOf(tree, coreOf(source, tree))
      const [owner] = ofSomebody.test(tree.tokens[head]?.lemma ?? '') ? childrenOf(head, /^nmod:poss$/, tree) : []
      const range = owner === undefined || owner < source.from ? null : phraseOf(owner, tree, (index) => source.from <= index && index < head)
      if (!range) return null
      const behind = follow(tree.tokens[range.to - 1]?.tag === 'POS' ? { from: range.from, to: range.to - 1 } : range, memory, scene, content)
      return { ...behind, chain: [memory.phrase(source), ...behind.chain], how: behind.how === 'name' ? 'noun' : behind.how, why: `owner: whose it is; ${behind.why}` }
    }
  },
  {
    name: 'noun',
    example: 'Legal experts said that taxes would fall.',
    follow: (source, memory) => ({ ...found('noun', memory.phrase(source)), why: 'no name in the article stands for it' })
  }
]

/** What is somebody's, and says and thinks nothing by itself. */
const ofSomebody = /^(choice|conscience|decision|eye|face|gut|hand|head|heart|instinct|mind|refusal)$/

/** Whom each attribution's words belong to. `author`: where the byline names one. Goes through the article once, from front to back, and remembers who was mentioned. */
export function followSources(drafts: readonly Draft[], scene: Scene, author: Span | null = null): Map<Draft, Speaker> {
  const speakers = new Map<Draft, Speaker>()
  const memory = memoryOf(scene)
  const place = (draft: Draft) => draft.source[0]?.from ?? tokensIn(scene.tree, draft.content[0] ?? { start: 0, end: 0 }).from
  for (const draft of [...drafts].sort((a, b) => place(a) - place(b))) {
    const [source] = draft.source
    if (!source || isFirstPerson(source, scene)) continue
    memory.readUpTo(source.from)
    const speaker = follow(source, memory, scene, draft.content)
    speakers.set(draft, speaker)
    memory.noteSpeaker(source, speaker, tokensIn(scene.tree, draft.content.at(-1) ?? { start: 0, end: 0 }).from)
  }
  for (const draft of drafts) if (draft.carries && speakers.has(draft.carries) && !speakers.has(draft)) speakers.set(draft, carriedFrom(draft, speakers))
  for (const [draft, speaker] of firstPersons(drafts, speakers, scene, author)) speakers.set(draft, speaker)
  for (const draft of drafts) if (!speakers.has(draft)) speakers.set(draft, carriedFrom(draft, speakers))
  return speakers
}

function follow(source: Range, memory: Memory, scene: Scene, content: readonly Stretch[]): Speaker {
  for (const rule of followRules) {
    const speaker = rule.follow(source, memory, scene, content)
    if (speaker) return speaker
  }
  return found('none', null)
}

const share = (count: number): number => Math.round(100 / count) / 100

const found = (how: Speaker['how'], span: Speaker['span']): Speaker => ({ span, how, chain: [], candidates: [], why: '' })

function undecided(how: Speaker['how'], own: Speaker['chain'][number], spans: readonly Speaker['chain'][number][]): Speaker {
  const why = spans.length ? 'several people could be meant' : `nobody near fits "${own.text}"`
  return { span: null, how, chain: [own], candidates: spans.map((span) => ({ span, score: share(spans.length) })), why }
}

import type { Speakers } from '../../../model.js'
import { tokensIn, type Range } from '../../../tree.js'
import { namesOf as voiceNamesOf } from '../../2-speakers/names.js'
import { sceneOf as voiceSceneOf, type Scene as VoiceScene } from '../../2-speakers/scene.js'
import type { Draft } from '../join/draft.js'
import type { Scene } from '../scene.js'

/** What the speakers stage knows of people, tied to the entities of this one. */
export interface Voices {
  readonly scene: VoiceScene
  /** By the speakers stage's number of a person, and back. */
  readonly draftOf: ReadonlyMap<number, Draft>
  readonly personOf: ReadonlyMap<Draft, number>
  /** By token index: the entity that has a mention there. */
  readonly draftAt: ReadonlyMap<number, Draft>
  /** Attributions by the place of their source, in text order. */
  readonly sources: readonly Source[]
  /** By token index: who is quoted there, as far as that is known. */
  readonly quotedAt: ReadonlyMap<number, Draft>
}

export interface Source extends Range {
  /** Of the attribution's last word, content included. */
  readonly paragraph: number
  readonly draft: Draft | null
  readonly how: string
  /** Several could be meant, says the speakers layer. */
  readonly undecided: boolean
}

export function voicesOf(scene: Scene, speakers: Speakers, drafts: readonly Draft[]): Voices {
  const { tree } = scene
  const draftAt = new Map<number, Draft>()
  // A gathering's mention covers others' and must not hide them.
  for (const draft of [...drafts].sort((a, b) => Number(b.kind === 'summit') - Number(a.kind === 'summit')))
    for (const { from, to } of draft.mentions) for (let index = from; index < to; index++) draftAt.set(index, draft)
  const reported = new Uint8Array(tree.tokens.length)
  for (const { content } of speakers.attributions)
    for (const piece of content) {
      const { from, to } = tokensIn(tree, piece)
      reported.fill(1, from, to)
    }
  const voices = voiceSceneOf(tree, voiceNamesOf(tree), scene.lexicon, (index) => scene.quoted[index] === 1, (index) => reported[index] === 1)
  const votes = new Map<number, Map<Draft, number>>()
  for (const { person, from } of voices.names) {
    const draft = draftAt.get(from)
    if (person === null || draft?.kind !== 'person') continue
    const own = votes.get(person) ?? new Map<Draft, number>()
    votes.set(person, own.set(draft, (own.get(draft) ?? 0) + 1))
  }
  const draftOf = new Map<number, Draft>()
  const personOf = new Map<Draft, number>()
  for (const [person, own] of votes) {
    const [best] = [...own].sort((a, b) => b[1] - a[1])
    if (!best) continue
    draftOf.set(person, best[0])
    if (!personOf.has(best[0])) personOf.set(best[0], person)
  }
  return { scene: voices, draftOf, personOf, draftAt, sources: sourcesOf(scene, speakers, draftAt), quotedAt: quotedOf(scene, speakers, draftAt) }
}

function quotedOf({ tree }: Scene, { attributions }: Speakers, draftAt: ReadonlyMap<number, Draft>): Map<number, Draft> {
  const quoted = new Map<number, Draft>()
  for (const { type, content, speaker } of attributions) {
    const draft = type === 'indirect' || !speaker.span ? undefined : personIn(tokensIn(tree, speaker.span), draftAt)
    if (!draft) continue
    for (const piece of content) {
      const { from, to } = tokensIn(tree, piece)
      for (let index = from; index < to; index++) quoted.set(index, draft)
    }
  }
  return quoted
}

const personIn = ({ from, to }: Range, draftAt: ReadonlyMap<number, Draft>): Draft | undefined =>
  [...Array(Math.max(0, to - from)).keys()].map((step) => draftAt.get(from + step)).find((one) => one?.kind === 'person')

function sourcesOf({ tree }: Scene, { attributions }: Speakers, draftAt: ReadonlyMap<number, Draft>): Source[] {
  return attributions
    .flatMap(({ source, content, speaker }): Source[] => {
      const first = source[0]
      if (!first) return []
      const range = tokensIn(tree, first)
      const end = tokensIn(tree, content.at(-1) ?? first).from
      const name = speaker.span && tokensIn(tree, speaker.span)
      const draft = name ? personIn(name, draftAt) : undefined
      return [{ ...range, paragraph: tree.paragraphOf[Math.max(range.from, end)] ?? 0, draft: draft ?? null, how: speaker.how, undecided: speaker.candidates.length > 1 }]
    })
    .sort((a, b) => a.from - b.from)
}

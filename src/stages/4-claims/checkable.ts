import type { Claim, Entity } from '../../model.js'
import type { Draft } from './draft.js'
import { lower, tokenOf, type Grammar } from './grammar.js'

/** What a fact checker could hold against the world. */
export interface Evidence {
  readonly grammar: Grammar
  readonly draft: Draft
  /** All words of the claim, sorted. */
  readonly tokens: readonly number[]
  readonly certainty: Claim['certainty']
  readonly time: Claim['time']
  readonly subject: Entity | null
  readonly about: readonly string[]
}

interface Feature {
  readonly name: string
  readonly weight: number
  holds(evidence: Evidence): boolean
}

/** Where a claim without any of the features starts. */
const base = 0.4

const features: readonly Feature[] = [
  { name: 'number', weight: 0.2, holds: ({ grammar, tokens }) => tokens.some((token) => tokenOf(grammar, token).tag === 'CD' && !tokenOf(grammar, token).name.endsWith('Date') && lower(grammar, token) !== 'one') },
  { name: 'date', weight: 0.15, holds: ({ time }) => time.value !== null },
  { name: 'subject is named', weight: 0.15, holds: ({ subject }) => subject !== null },
  { name: 'names others', weight: 0.1, holds: ({ subject, about }) => about.some((id) => id !== subject?.id) },
  { name: 'past event', weight: 0.15, holds: ({ time, certainty }) => time.tense === 'past' && certainty === 'stated' },
  { name: 'comparison', weight: 0.1, holds: ({ grammar, tokens }) => tokens.some((token) => /^(?:JJR|RBR|JJS|RBS)$/.test(tokenOf(grammar, token).tag)) },
  { name: 'opinion', weight: -0.2, holds: ({ grammar, tokens }) => tokens.some((token) => grammar.words.opinions.has(tokenOf(grammar, token).lemma)) },
  { name: 'vague quantity', weight: -0.1, holds: ({ grammar, tokens }) => tokens.some((token) => grammar.words.vague.has(lower(grammar, token))) },
  { name: 'wish', weight: -0.25, holds: ({ certainty }) => certainty === 'wished' },
  { name: 'question', weight: -0.3, holds: ({ certainty }) => certainty === 'asked' },
  { name: 'condition', weight: -0.25, holds: ({ certainty }) => certainty === 'conditional' },
  { name: 'possibility', weight: -0.15, holds: ({ certainty }) => certainty === 'possible' || certainty === 'likely' },
  { name: 'future', weight: -0.15, holds: ({ time }) => time.tense === 'future' },
  { name: 'nobody named', weight: -0.15, holds: ({ grammar, draft, subject }) => subject === null && draft.subject !== null && /^(?:PRP|DT|EX)$/.test(tokenOf(grammar, draft.subject.head).tag) }
]

/** 0 to 1: how much there is to check, and by which features; those that count against it are marked "−". */
export function checkableOf(evidence: Evidence): Claim['checkable'] {
  const found = features.filter(({ holds }) => holds(evidence))
  const sum = found.reduce((total, { weight }) => total + weight, base)
  return { score: Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100, why: found.map(({ name, weight }) => (weight < 0 ? `− ${name}` : name)) }
}

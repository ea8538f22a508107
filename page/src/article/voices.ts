import type { StatementView } from '../../../src/inspect/model.js'
import { NOBODY, UNDECIDED } from '../words.js'

/** Somebody who speaks in this article: a colour and initials, so that nobody is told from another by colour alone. */
export interface Voice {
  readonly key: string
  readonly name: string
  readonly initials: string
  /** 0 to 7, again from 0 after that; null for nobody. */
  readonly colour: number | null
  readonly by: StatementView['by']
  readonly statements: readonly StatementView[]
}

export const COLOURS = 8

export function voicesOf(attributions: readonly StatementView[]): { readonly voices: readonly Voice[]; readonly of: ReadonlyMap<string, Voice> } {
  const groups = new Map<string, StatementView[]>()
  // What is told comes first, so that its colours and initials stay when the rest is shown.
  const [told, rest] = [attributions.filter(({ untold }) => untold === null), attributions.filter(({ untold }) => untold !== null)]
  for (const statement of [...told, ...rest]) {
    const key = keyOf(statement)
    const group = groups.get(key)
    if (group) group.push(statement)
    else groups.set(key, [statement])
  }
  const taken = new Set<string>()
  const named = [...groups].sort(([one], [other]) => Number(one === '') - Number(other === ''))
  const voices = named.map(([key, statements], index): Voice => {
    const first = statements[0]!
    const name = key === '' ? NOBODY : (first.by?.name ?? first.speaker.span?.text ?? UNDECIDED)
    return { key, name, initials: key === '' ? '?' : unique(initialsOf(name), taken), colour: key === '' ? null : index % COLOURS, by: first.by, statements }
  })
  return { voices, of: new Map(voices.flatMap((voice) => voice.statements.map(({ id }) => [id, voice] as const))) }
}

/** One that is no entity ("officials") goes by its words; '' is nobody, or undecided. */
function keyOf({ by, speaker }: StatementView): string {
  if (by !== null) return by.id
  return speaker.span === null ? '' : speaker.span.text.toLowerCase()
}

/** "Vladimir Putin" VP, "the foreign ministry" FM. */
function initialsOf(name: string): string {
  const words = name.split(/[\s–—-]+/u).map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')).filter((word) => word !== '' && !/^(?:the|an?|of|and|for|in)$/i.test(word))
  const letters = [words[0], 1 < words.length ? words.at(-1) : undefined].flatMap((word) => (word === undefined ? [] : [...word].slice(0, 1)))
  return letters.join('').toUpperCase() || '–'
}

function unique(initials: string, taken: Set<string>): string {
  let own = initials
  for (let count = 2; taken.has(own); count += 1) own = `${initials}${count}`
  taken.add(own)
  return own
}

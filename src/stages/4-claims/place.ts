import type { Draft } from './draft.js'
import { children, lower, type Grammar } from './grammar.js'
import type { Mentions } from './mentions.js'

const kinds = new Set(['place', 'country', 'island'])
const prepositions = new Set(['in', 'at', 'on', 'near', 'off', 'inside', 'outside', 'around', 'across', 'throughout', 'within'])

/** Where it happened: the place that an "in", "at", "on" of the claim leads to, that of the predicate before one inside its arguments
 *  ("took part in the forum [in Vladivostok]"). */
export function placeOf(grammar: Grammar, { complements, object }: Draft, mentions: Mentions): string | null {
  const obliques = complements.filter(({ kind }) => kind === 'oblique')
  for (const { marker, phrase } of obliques) {
    const place = placeAt(mentions, phrase.head)
    if (place !== null && marker.some((word) => prepositions.has(lower(grammar, word)))) return place
  }
  for (const { tokens } of [...obliques.map(({ phrase }) => phrase), ...(object ? [object] : [])])
    for (const token of tokens) {
      const place = placeAt(mentions, token)
      if (place !== null && children(grammar, token, 'case').some((word) => prepositions.has(lower(grammar, word)))) return place
    }
  return null
}

const placeAt = (mentions: Mentions, token: number): string | null =>
  mentions.get(token)?.find(({ entity, mention }) => kinds.has(entity.kind) && (mention.form === 'name' || mention.form === 'noun'))?.entity.id ?? null

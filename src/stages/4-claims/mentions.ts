import type { Entities, Entity, Mention } from '../../model.js'
import { tokensIn, type Tree } from '../../tree.js'
import type { Phrase } from './draft.js'
import { tokenOf, type Grammar } from './grammar.js'

interface Named {
  readonly entity: Entity
  readonly mention: Mention
}

/** By token: the mentions that cover it, the shortest first. */
export type Mentions = ReadonlyMap<number, readonly Named[]>

export function mentionsByToken(tree: Tree, { entities }: Pick<Entities, 'entities'>): Mentions {
  const byToken = new Map<number, Named[]>()
  for (const entity of entities)
    for (const mention of entity.mentions) {
      const { from, to } = tokensIn(tree, mention)
      for (let token = from; token < to; token++) byToken.set(token, [...(byToken.get(token) ?? []), { entity, mention }])
    }
  for (const named of byToken.values()) named.sort((a, b) => length(a) - length(b))
  return byToken
}

const length = ({ mention }: Named): number => mention.end - mention.start

export const entityAt = (mentions: Mentions, token: number): Entity | null => mentions.get(token)?.[0]?.entity ?? null

/** Which entity an argument is: the one named at its head, or at a name that the head carries ("Prime Minister Abe"). Two joined are none. */
export function entityOf(grammar: Grammar, mentions: Mentions, { head, tokens }: Phrase): Entity | null {
  const parts = tokens.filter((token) => tokenOf(grammar, token).head === head)
  if (parts.some((token) => tokenOf(grammar, token).relation === 'conj')) return null
  const own = mentions.get(head)?.find(({ mention }) => mention.form !== 'possessive' || tokens.length === 1) ?? mentions.get(head)?.[0]
  if (own) return own.entity
  const carried = parts.find((token) => tokenOf(grammar, token).relation === 'flat' && mentions.has(token))
  return carried === undefined ? null : entityAt(mentions, carried)
}

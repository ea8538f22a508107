import type { Tree } from '../../../tree.js'

/** The verb (or the noun or adjective with a copula) of the clause in which a token stands; null at a loop or outside of any.
 *  From a verb itself it is that verb. */
export function predicateOf({ tokens, children }: Tree, index: number): number | null {
  let at: number | null = index
  for (let step = 0; at !== null && step < 12; step++) {
    const token: Tree['tokens'][number] | undefined = tokens[at]
    if (!token) return null
    if (/^(?:VB|MD)/.test(token.tag) && !/^(?:aux|cop|amod|compound|case)/.test(token.relation)) return at
    if ((children[at] ?? []).some((child) => /^(?:nsubj|cop)/.test(tokens[child]?.relation ?? ''))) return at
    at = token.head
  }
  return null
}

/** The clause around a clause. */
export function predicateAbove(tree: Tree, predicate: number): number | null {
  const head = tree.tokens[predicate]?.head ?? null
  return head === null ? null : predicateOf(tree, head)
}

/** The word that is the subject of a predicate: its own; of the verb that it is joined to by "and", or hangs on without one of its own;
 *  of a relative clause what "who" takes up. */
export function subjectOf(tree: Tree, predicate: number): { readonly subject: number; readonly how: 'own' | 'shared' | 'relative' } | null {
  const { tokens, children } = tree
  let at = predicate
  for (let step = 0; step < 5; step++) {
    const { relation = '', head = null } = tokens[at] ?? {}
    const own = (children[at] ?? []).find((child) => /^nsubj/.test(tokens[child]?.relation ?? ''))
    const isWho = own !== undefined && /^(?:WP|WDT)$/.test(tokens[own]?.tag ?? '')
    if (own !== undefined && !isWho) return { subject: own, how: at === predicate ? 'own' : 'shared' }
    if (head === null) return null
    if (/^acl/.test(relation)) return isWho || relation === 'acl' ? { subject: head, how: 'relative' } : null
    if (relation === 'xcomp') {
      const object = (children[head] ?? []).find((child) => /^(?:obj|iobj)$/.test(tokens[child]?.relation ?? '') && child < at)
      if (object !== undefined) return { subject: object, how: 'shared' }
    }
    if (!/^(?:conj|xcomp|advcl)$/.test(relation)) return null
    at = head
  }
  return null
}

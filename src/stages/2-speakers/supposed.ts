import type { Range, Tree } from '../../tree.js'
import { childrenOf } from './ties.js'

/** What nobody has said: “They would say that …”, “Not once has he said …”, “When do they say …?”, “If you ask, we say …”. */
export function isSupposed(verb: number, source: Range, tree: Tree): boolean {
  const { tokens } = tree
  const helpers = childrenOf(verb, /^aux$/, tree)
  const inverted = helpers.some((helper) => helper < source.from) || /^(has|have|had|do|does|did)$/i.test(tokens[source.from - 1]?.text ?? '')
  const before = childrenOf(verb, /^advcl/, tree).filter((clause) => clause < verb)
  const conditional = [verb, ...before].some((clause) => childrenOf(clause, /^mark$/, tree).some((mark) => /^(if|unless)$/i.test(tokens[mark]?.text ?? '')))
  return inverted || conditional || helpers.some((helper) => tokens[helper]?.tag === 'MD')
}

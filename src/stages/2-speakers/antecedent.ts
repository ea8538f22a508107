import type { Range } from '../../tree.js'
import { isPlural } from './descriptors.js'
import type { Name } from './names.js'
import { isPerson } from './persons.js'
import type { Scene } from './scene.js'
import { phraseOf } from './sources.js'
import { childrenOf } from './ties.js'

/** What "who" or "which" takes up: the noun that its clause hangs on, or else the noun phrase before it. "Who" takes up people, so that in
 *  "Jane Doe of Norland, who" and "an attack on Jane Doe, who" it is Doe; where several are listed, the last. */
export function antecedent({ from: pronoun, to }: Range, scene: Scene): Range | null {
  const { tree, nameAt } = scene
  const { tokens } = tree
  const word = tokens[pronoun]?.text.toLowerCase() ?? ''
  if (!/^(who|which|that|whom)$/.test(word) || 1 < to - pronoun) return null
  const governor = governorOf(pronoun, scene)
  const beside = nounBefore(pronoun, scene)
  if (!/^who/.test(word)) return named(governor ?? beside, scene) ?? phrase(governor ?? beside, pronoun, scene)
  const found = [governor, beside].flatMap((noun) => (noun === null ? [] : [personAbove(noun, scene)])).find((noun) => noun !== null) ?? null
  const name = lastOfList(found === null ? null : (nameAt.get(found) ?? null), pronoun, scene) ?? (found === null ? nameBeside(pronoun, scene) : null)
  return name?.kind === 'Person' ? { from: name.from, to: name.to } : phrase(found ?? ownerOf(beside, scene) ?? (beside !== null && isPlural(beside, tree) && !nameAt.has(beside) ? beside : (governor ?? beside)), pronoun, scene)
}

/** "The Westbrook Fund, a group that": what the group is called. */
function named(noun: number | null, { tree: { tokens }, nameAt }: Scene): Range | null {
  const { relation = '', head = null } = tokens[noun ?? -1] ?? {}
  const name = relation === 'appos' && head !== null && noun !== null && head < noun ? nameAt.get(head) : undefined
  return name?.kind === 'Organization' ? { from: name.from, to: name.to } : null
}

/** "The interviewer's question, who": a question is nobody, and its owner somebody. */
const ownerOf = (noun: number | null, scene: Scene): number | null => (noun === null ? null : (childrenOf(noun, /^nmod:poss$/, scene.tree).find((owner) => isPerson(owner, scene)) ?? null))

function phrase(noun: number | null, end: number, { tree }: Scene): Range | null {
  const range = noun === null ? null : phraseOf(noun, tree, (index) => index < end)
  return range && tree.tokens[range.to - 1]?.tag === 'POS' ? { from: range.from, to: range.to - 1 } : range
}

/** The noun that the pronoun's clause hangs on, by the tree. */
function governorOf(pronoun: number, { tree: { tokens } }: Scene): number | null {
  let index = tokens[pronoun]?.head ?? null
  for (let step = 0; index !== null && step < 4; step++) {
    const token: (typeof tokens)[number] | undefined = tokens[index]
    if (!token) return null
    if (/^(acl:relcl|acl)$/.test(token.relation) && token.head !== null && token.head < pronoun && /^(NN|PRP|CD|DT)/.test(tokens[token.head]?.tag ?? '')) return token.head
    index = token.head
  }
  return null
}

/** The noun that ends right before the pronoun, or before a comma or bracket there. */
function nounBefore(pronoun: number, { tree: { tokens, sentenceOf } }: Scene): number | null {
  let index = pronoun - 1
  if (tokens[index]?.text === ')') while (pronoun - 8 < index && tokens[index]?.text !== '(') index--
  while (/^[,(–—-]$/.test(tokens[index]?.text ?? '')) index--
  const { relation, head } = tokens[index] ?? {}
  if (sentenceOf[index] !== sentenceOf[pronoun] || !/^(NN|PRP|DT)/.test(tokens[index]?.tag ?? '')) return null
  return relation === 'flat' && head !== null && head !== undefined && head < index ? head : index
}

/** The first person on the way up from a noun through what it hangs on: "Sanders" from "Vermont" in "Bernie Sanders of Vermont"; somebody's name for what is said beside it. */
function personAbove(noun: number, scene: Scene): number | null {
  const { tree, nameAt } = scene
  const { tokens } = tree
  let index = noun
  for (let step = 0; step < 6 && !isPerson(index, scene); step++) {
    const { relation = '', head = null } = tokens[index] ?? {}
    if (head === null || index < head || !/^(nmod|obl|compound|flat|conj|appos|acl$)/.test(relation)) return null
    index = head
  }
  if (!isPerson(index, scene)) return null
  return nameAt.get(index)?.kind === 'Person' ? index : (bearerOf(index, scene) ?? index)
}

/** The name that a noun stands beside or is said of: "John Roe, a teacher and a father who", "John Roe is a teacher who". */
function bearerOf(noun: number, { tree, nameAt }: Scene): number | null {
  const { tokens } = tree
  let index = noun
  for (let step = 0; step < 8; step++) {
    const { relation = '', head = null } = tokens[index] ?? {}
    const named = head !== null && nameAt.get(head)?.kind === 'Person'
    // What is joined to a name by "and" is somebody else, unless something stands beside that name already.
    if (named && head < index && (relation === 'appos' || (relation === 'conj' && childrenOf(head, /^appos$/, tree).some((child) => child < index)))) return head
    if (relation !== 'conj' || head === null || named) break
    index = head
  }
  const [subject] = isSaid(noun, index, tree) ? childrenOf(index, /^nsubj$/, tree) : []
  return subject !== undefined && subject < index && nameAt.get(subject)?.kind === 'Person' ? subject : null
}

/** A noun, or one that it is joined with on the way up, is what somebody is: "John Roe came late and is a teacher, father and friend who". */
function isSaid(noun: number, top: number, tree: Scene['tree']): boolean {
  for (let index: number | null = noun; index !== null; index = index === top ? null : (tree.tokens[index]?.head ?? null)) {
    if (childrenOf(index, /^cop$/, tree).length) return true
    if (index !== top && childrenOf(index, /^nsubj/, tree).length) return false
  }
  return false
}

/** Of several names in a row, the one before the pronoun: "John Roe and Jane Doe, who". */
function lastOfList(name: Name | null, pronoun: number, { tree: { tokens }, nameAt }: Scene): Name | null {
  let last = name?.kind === 'Person' ? name : null
  for (let index = last?.to ?? pronoun; index < pronoun; index++) {
    const next = nameAt.get(index)
    const { relation, head = null } = tokens[index] ?? {}
    const joined = relation === 'conj' && [name, last].some((other) => other && head !== null && nameAt.get(head) === other)
    if (next && next !== last && next.kind === 'Person' && joined) last = next
  }
  return last
}

/** A person's name that ends right before the pronoun. */
function nameBeside(pronoun: number, { tree: { tokens }, nameAt }: Scene): Name | null {
  const before = nameAt.get(tokens[pronoun - 1]?.text === ',' ? pronoun - 2 : pronoun - 1)
  return before?.kind === 'Person' ? before : null
}

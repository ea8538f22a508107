import { genderWords } from './gender.js'
import type { Scene } from './scene.js'

/** Whether a noun, name or pronoun stands for people: by its label, by our lists, or by an ending of those who do something ("voters", "activist"; not "weather"). */
export function isPerson(index: number, { tree: { tokens }, nameAt, roles, bodies, things, lexicon }: Scene): boolean {
  const { tag = '', lemma = '', text = '' } = tokens[index] ?? {}
  const kind = nameAt.get(index)?.kind
  if (kind) return /^(Person|NORP)$/.test(kind)
  const noun = lemma.toLowerCase()
  if (/^(PRP|DT|CD)/.test(tag) && /^(he|she|they|we|i|you|him|her|them|us|me|some|those|many|others?|all|both|several|few|anyone|everyone|someone|one|\d+)$/i.test(text)) return true
  if (!/^(NN|PRP)/.test(tag)) return false
  const acts = /(er|or|ist|ian|ee|man|men|woman|women|people|person|child|children|kin|folk)s?$/.test(noun) && !things.has(noun)
  return roles.has(noun) || genderWords(lexicon).nouns.has(noun) || (acts && !bodies.has(noun))
}

/** Whether it can say something: people, what is made of people, and whatever has a name. */
export const canSpeak = (index: number, scene: Scene): boolean =>
  isPerson(index, scene) || scene.nameAt.has(index) || isBody(index, scene) || (scene.tree.children[index] ?? []).some((child) => scene.tree.tokens[child]?.relation === 'conj' && isPerson(child, scene))

const isBody = (index: number, { tree: { tokens }, bodies }: Scene): boolean =>
  bodies.has(tokens[index]?.lemma.toLowerCase() ?? '') || bodies.has(tokens[index]?.text.toLowerCase().replace(/s$/, '') ?? '')

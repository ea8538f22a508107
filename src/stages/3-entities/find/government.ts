import { lower, type Scene } from '../scene.js'

/** Why a capital's name means the government that sits there, as the name of a rule; null where it is a place.
 *  "Tokyo's claims" and "Moscow denied it" are the countries', "in Tokyo" and "Tokyo's streets" are not. */
export function standsForGovernment(scene: Scene, from: number, to: number): string | null {
  const { tokens, children } = scene.tree
  const head = headOf(scene, from, to)
  const token = tokens[head]
  const verb = token?.head === null || token?.head === undefined ? undefined : tokens[token.head]
  const acts = scene.lexicon.words('government-verbs')
  if (/^['’]s?$/.test(tokens[to]?.text ?? '')) {
    const owned = [to + 1, to + 2, to + 3].find((index) => /^NN/.test(tokens[index]?.tag ?? '') && !/^NN/.test(tokens[index + 1]?.tag ?? ''))
    if (owned !== undefined && isOfGovernments(scene, owned)) return 'capital-for-government-possessive'
    return null
  }
  if (/^(?:in|at|from|near|outside|to|around|through|across|via|of|over|central|downtown|for|leave|left)$/.test(lower(scene, from - 1))) return between(scene, from, to)
  if (verb && /^nsubj/.test(token?.relation ?? '') && acts.has(verb.lemma)) return 'capital-for-government-acts'
  // "Moscow and Tokyo agreed": the second hangs on the first.
  if (verb && token?.relation === 'conj' && /^nsubj/.test(verb.relation) && verb.head !== null && acts.has(tokens[verb.head]?.lemma ?? '')) return 'capital-for-government-acts'
  if (verb && /^obl:agent/.test(token?.relation ?? '') && acts.has(verb.lemma)) return 'capital-for-government-acts'
  // A tree that went wrong: the verb right behind it says as much.
  const after = tokens[to]
  if (after && /^(VBD|VBZ|MD)$/.test(after.tag) && acts.has(after.tag === 'MD' ? (tokens[to + 1]?.lemma ?? '') : after.lemma) && (children[head] ?? []).every((child) => tokens[child]?.relation !== 'case')) return 'capital-for-government-acts'
  return between(scene, from, to)
}

/** "relations between Moscow and Tokyo", "a Moscow-Beijing deal". */
function between(scene: Scene, from: number, to: number): string | null {
  const capital = (index: number) => scene.gazetteer.capitals.byFirst.has(lower(scene, index)) || scene.gazetteer.countryNames.byFirst.has(lower(scene, index))
  const wordsBefore = [5, 4, 3, 2, 1].map((step) => lower(scene, from - step)).join(' ')
  const dealing = /\b(?:relations|ties|talks|tension|tensions|dispute|row|agreement|deal|treaty|rivalry|alliance|dialogue|contacts|negotiations|trust|cooperation|friction) (?:between|with)(?: .*)?$/
  if (/ between$/.test(wordsBefore) && lower(scene, to) === 'and' && capital(to + 1)) return dealing.test(wordsBefore) ? 'capital-for-government-between' : null
  if (/ between \S+ and$/.test(wordsBefore) && dealing.test(wordsBefore)) return 'capital-for-government-between'
  if (dealing.test(wordsBefore) && / with$/.test(wordsBefore)) return 'capital-for-government-between'
  return null
}

function headOf({ tree: { tokens } }: Scene, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    const head = tokens[index]?.head
    if (head === null || head === undefined || head < from || to <= head) return index
  }
  return from
}

const isOfGovernments = (scene: Scene, index: number): boolean => {
  const nouns = scene.lexicon.words('government-nouns')
  const token = scene.tree.tokens[index]
  return token !== undefined && (nouns.has(token.lemma.toLowerCase()) || nouns.has(token.text.toLowerCase()) || nouns.has(token.text.toLowerCase().replace(/s$/, '')))
}

import { tokenOf, type Grammar } from './grammar.js'

/** Does a word stand in a place that words of its kind do not take beside words of that kind? Of relations that data/ties.tsv does not speak of it is never said. */
export function isOdd(grammar: Grammar, index: number): boolean {
  const { relation, head, tag } = tokenOf(grammar, index)
  if (head === null || !grammar.words.tiedRelations.has(relation)) return false
  const side = index < head ? 'left' : 'right'
  return !orNear(tag).some((own) => orNear(tokenOf(grammar, head).tag).some((above) => grammar.words.ties.has(`${own} ${relation} ${above} ${side}`)))
}

/** The tag, and the one that taggers take it for now and then: "signed" is a past tense or a participle, "Norland" a name or a noun. */
function orNear(tag: string): string[] {
  const own = alike[tag] ?? tag
  const near = mixedUp[own]
  return near === undefined ? [own] : [own, near]
}

const alike: Readonly<Record<string, string>> = { NNPS: 'NNP', NNS: 'NN', VBP: 'VBD', VBZ: 'VBD', JJR: 'JJ', JJS: 'JJ', RBR: 'RB', RBS: 'RB', $: 'CD', WP$: 'PRP$', HYPH: ':', NFP: ':' }
const mixedUp: Readonly<Record<string, string>> = { VBD: 'VBN', VBN: 'VBD', NN: 'NNP', NNP: 'NN' }

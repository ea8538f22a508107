import type { Token, Tokens } from '../../model.js'

const nominal = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl', 'obl:agent', 'nmod', 'nmod:poss', 'appos', 'conj', 'root', 'vocative', 'obl:unmarked'])

/** The tokens with those ties mended that cannot be as the parser has them, whatever the sentence. Everything else stays as it is. */
export function repaired(tokens: Tokens['tokens'], sentenceOf: readonly number[]): readonly Token[] {
  const mended = withWholeNames(tokens.map((token, index) => inSentence(token, index, sentenceOf)))
  wordsOfCopulas(mended)
  clausesOfTheirOwn(mended)
  mended.forEach((token, index) => {
    const head = headOfSmallWord(mended, sentenceOf, index)
    if (head !== null && head !== token.head && !isAbove(mended, index, head)) mended[index] = { ...token, head }
  })
  return mended
}

/** Neither clauses nor names reach over the end of their sentence. */
function inSentence(token: Token, index: number, sentenceOf: readonly number[]): Token {
  const strays = token.head !== null && sentenceOf[token.head] !== sentenceOf[index]
  const torn = token.name.startsWith('I-') && sentenceOf[index - 1] !== sentenceOf[index]
  if (!strays && !torn) return token
  return { ...token, ...(strays ? { head: null, relation: 'root' } : {}), ...(torn ? { name: `B-${token.name.slice(2)}` } : {}) }
}

/** A copula or auxiliary has no words of its own: its subject, conjunction and auxiliaries are those of what it belongs to. */
function wordsOfCopulas(tokens: Token[]): void {
  tokens.forEach((token, index) => {
    const above = token.head === null ? undefined : tokens[token.head]
    if (!above || above.head === null || above.head === index || !/^(?:cop|aux)/.test(above.relation)) return
    if (/^(?:nsubj|mark|aux|cop|expl|obl|advmod)/.test(token.relation)) tokens[index] = { ...token, head: above.head }
  })
}

/** "convinced that both men have read it": an open complement has no subject and no tense; with both it is a clause of its own. */
function clausesOfTheirOwn(tokens: Token[]): void {
  const copular = new Set(tokens.flatMap(({ relation, head }) => (relation === 'cop' && head !== null ? [head] : [])))
  const has = new Map<number, { subject: boolean; tense: boolean }>()
  for (const { head, relation, tag } of tokens) {
    if (head === null) continue
    const seen = has.get(head) ?? { subject: false, tense: /^VB[DZP]$/.test(tokens[head]?.tag ?? '') }
    has.set(head, { subject: seen.subject || relation.startsWith('nsubj'), tense: seen.tense || (/^(?:aux|cop)/.test(relation) && /^(?:MD|VB[DZP])$/.test(tag)) })
  }
  tokens.forEach((token, index) => {
    const { subject, tense } = has.get(index) ?? { subject: false, tense: false }
    if (/^(?:xcomp|nsubj|obj|obl)$/.test(token.relation) && subject && tense && (token.relation === 'xcomp' || copular.has(index))) tokens[index] = { ...token, relation: 'ccomp' }
  })
}

const insideNounPhrase = /^(?:JJ[RS]?|NNP?S?|CD|HYPH|PRP\$|POS|\$|VBN|RBS)$/

/** An article or "his" belongs to the noun that its run of words ends in, and a possessive 's to the noun before it: "the" of "the Kuril Islands were a territory"
 *  is never tied to "territory". null: the word is neither, or its noun is not to be seen. */
function headOfSmallWord(tokens: readonly Token[], sentenceOf: readonly number[], index: number): number | null {
  const token = tokens[index]
  if (token?.tag === 'POS' && token.relation === 'case') return possessor(tokens, index - 1)
  const opensNoun = (token?.relation === 'det' && /^(?:the|an?|this|these|those|no|every|each|any|some)$/i.test(token.text)) || token?.tag === 'PRP$'
  if (!token || !opensNoun || token.head === null) return null
  let last: number | null = null
  let next = index + 1
  for (; sentenceOf[next] === sentenceOf[index] && insideNounPhrase.test(tokens[next]?.tag ?? ''); next++) {
    if (tokens[next]?.tag.startsWith('NN')) last = next
    if (tokens[next]?.tag === 'POS') break
  }
  return last === null || (index < token.head && token.head < next) ? null : last
}

function possessor(tokens: readonly Token[], last: number): number | null {
  let owner = last
  for (let head = tokens[owner]?.head ?? null; head !== null && head < owner && tokens[owner]?.relation === 'flat' && owner - head < 6; head = tokens[owner]?.head ?? null) owner = head
  return tokens[owner]?.tag.startsWith('NN') ? owner : null
}

/** A person's name is one noun phrase. Where the parser tied its words to different heads ("Rick" to the verb, "Scott" to something else), the first with a
 *  noun's relation keeps its place and the others hang on it. */
function withWholeNames(tokens: Tokens['tokens']): Token[] {
  const repaired = [...tokens]
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]?.name !== 'B-Person') continue
    let to = from + 1
    while (tokens[to]?.name === 'I-Person') to++
    mend(repaired, from, to)
  }
  return repaired
}

function mend(tokens: Token[], from: number, to: number): void {
  const outward = range(from, to).filter((index) => !isInside(tokens[index]?.head ?? null, from, to))
  const kept = outward.find((index) => nominal.has(tokens[index]?.relation ?? '')) ?? outward[0]
  if (outward.length < 2 || kept === undefined) return
  for (const index of outward) {
    const token = tokens[index]
    if (token && index !== kept && !isAbove(tokens, index, kept)) tokens[index] = { ...token, head: kept, relation: 'flat' }
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, place) => from + place)

const isInside = (head: number | null, from: number, to: number): boolean => head !== null && from <= head && head < to

/** Would hanging `upper` on `index` close a loop? */
function isAbove(tokens: readonly Token[], upper: number, index: number): boolean {
  let above = tokens[index]?.head ?? null
  for (let step = 0; above !== null && step < 50; step++) {
    if (above === upper) return true
    above = tokens[above]?.head ?? null
  }
  return above !== null
}

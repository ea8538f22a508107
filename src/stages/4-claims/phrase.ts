import { indexesOf } from '../../tree.js'
import type { Phrase } from './draft.js'
import { child, children, lower, tokenOf, type Grammar } from './grammar.js'

/** Longer than this is no argument of a claim but half a sentence, or a parser's error. In tokens. */
export const longestArgument = 30
/** What was left of a page's code. */
const markup = /[<>=|]|^https?/
/** No phrase is about one of these. */
const functionTag = /^(?:IN|TO|CC|POS|MD|[^\w$]+)$/
/** A phrase in more pieces than this comes from a tree gone wrong. */
const mostGaps = 2
/** How far the collecting goes before it gives up, so that a sentence of 5,000 words costs no more than its length. */
const farthest = 400

/** What hangs on a noun without being needed to know what it is: asides, and clauses that are claims of their own. */
const asides = new Set(['appos', 'acl:relcl', 'advcl:relcl', 'parataxis', 'discourse', 'vocative', 'list', 'dep', 'orphan', 'reparandum', 'dislocated', 'advcl', 'cc:preconj'])
/** What belongs to the clause when its head is a noun or adjective ("an integral territory" in "the islands were …"). */
const clauseParts = new Set(['nsubj', 'nsubj:pass', 'nsubj:outer', 'csubj', 'csubj:pass', 'csubj:outer', 'cop', 'aux', 'aux:pass', 'mark', 'expl', 'punct', 'obl:agent', 'ccomp'])
/** Words that mean little without their relative clause: "those who fled", "what he said". */
const empty = new Set(['those', 'that', 'anyone', 'everyone', 'someone', 'something', 'anything', 'everything', 'people', 'one', 'ones', 'all', 'he', 'she', 'they', 'thing', 'things', 'way', 'fact', 'what', 'whatever', 'whoever'])

/** The minimal noun phrase of a head: without its preposition, asides, relative clauses. null: too long, or skipped text. */
export const nounPhrase = (grammar: Grammar, head: number): Phrase | null => nounPhraseWithout(grammar, head, null)

/** The same, without a clause on it that is being told itself: "the treaty [signed in Oslo]". */
export function nounPhraseWithout(grammar: Grammar, head: number, clause: number | null): Phrase | null {
  const keepRelative = empty.has(lower(grammar, head))
  // The words of a relative clause that is kept: it stays whole.
  const told = new Set<number>()
  return collect(grammar, head, true, (child) => {
    const { relation, head: parent, tag } = tokenOf(grammar, child)
    if (child === clause) return false
    if (parent !== null && told.has(parent) && !isAside(grammar, child)) return Boolean(told.add(child))
    if (relation === 'acl:relcl' && ((keepRelative && parent === head) || /^(?:those|ones)$/.test(lower(grammar, parent ?? -1)))) return Boolean(told.add(child))
    if (relation === 'appos' && parent === head && child === head + 1 && isNameOf(grammar, child, head)) return true
    if (relation === 'advcl' && isNeededFrom(grammar, child)) return parent !== head
    if (asides.has(relation)) return false
    // The noun is itself what a copula says of another: "an integral territory, which it received".
    if (parent === head && clauseParts.has(relation) && relation !== 'punct') return false
    // To the left it ties the noun to something else; to the right ("a partner [at] Lind & Sons") it only hangs on the wrong noun.
    if (lower(grammar, child) === 'than' && /^(?:more|less|fewer|other|rather)$/.test(lower(grammar, child - 1))) return true
    if (parent === head && child < head && (relation === 'case' || relation === 'mark' || relation === 'cc')) return false
    // "Lind's attempts to sign [should give pause]": a clause with a tense of its own is no part of a noun.
    if (relation === 'acl') return !afterComma(grammar, child) && (tag === 'VB' || tag === 'VBG' || tag === 'VBN' || isAdjectiveBehind(grammar, child)) && (children(grammar, child, 'mark').length > 0 || !children(grammar, child, 'aux').some((word) => tokenOf(grammar, word).tag === 'MD'))
    if (relation === 'conj') return !isClause(grammar, child) && !isClause(grammar, head) && !(parent === head && isBehindRelative(grammar, head, child))
    return true
  })
}

/** "the actress Ada Lind", "the port Lund": right behind its noun, without a comma, a name is no aside. In "a group Ada Lind won" the name is no group's. */
function isNameOf(grammar: Grammar, name: number, noun: number): boolean {
  if (!tokenOf(grammar, name).name.startsWith('B-')) return false
  let behind = name + 1
  while (tokenOf(grammar, behind).name.startsWith('I-')) behind++
  const { lemma } = tokenOf(grammar, noun)
  return !/^(?:VB[DPZ]|MD)$/.test(tokenOf(grammar, behind).tag) || tokenOf(grammar, name).name !== 'B-Person' || grammar.words.roleNouns.has(lemma) || /(?:er|or|ist|ian|ant|man|woman)$/.test(lemma)
}

/** "a treaty", "no treaty", "treaties", "treaties of peace". */
export const isIndefinite = (grammar: Grammar, { head, tokens }: Phrase): boolean =>
  tokenOf(grammar, head).name === 'O' && tokenOf(grammar, head).tag.startsWith('NN') && (tokens[0] === head || (grammar.tree.children[head] ?? []).some((child) => /^(?:an?|any|some|no|such|every|those)$/.test(lower(grammar, child)) && child < head))

/** The noun or adjective that a copula ties to its subject, without the clause around it. */
export function predicateNoun(grammar: Grammar, head: number, dropped: ReadonlySet<number>): Phrase | null {
  return collect(grammar, head, true, (child) => {
    const { relation, head: parent } = tokenOf(grammar, child)
    if (dropped.has(child)) return false
    if (parent === head && relation === 'acl:relcl' && (empty.has(lower(grammar, head)) || isSingled(grammar, head)) && !afterComma(grammar, child)) return true
    // "closer than anybody expected"
    if (relation === 'advcl' && /^JJ/.test(tokenOf(grammar, parent ?? -1).tag) && children(grammar, child, 'mark').some((mark) => lower(grammar, mark) === 'than')) return true
    if (asides.has(relation)) return false
    if (parent === head && (clauseParts.has(relation) || relation === 'cc')) return false
    if (parent === head && relation === 'conj') return !isClause(grammar, child) && !isBehindRelative(grammar, head, child)
    if (relation === 'acl') return !afterComma(grammar, child)
    return true
  })
}

/** A whole clause as an argument, without the words given in `dropped` (its conjunction). */
export function clausePhrase(grammar: Grammar, head: number, dropped: ReadonlySet<number>, isJoined = false): Phrase | null {
  return collect(grammar, head, false, (child) => {
    const { relation, head: parent, tag } = tokenOf(grammar, child)
    if (dropped.has(child) || relation === 'parataxis' || relation === 'discourse') return false
    // "a speech alternately defiant and conciliatory": adjectives that are joined are one thing that is said.
    if (parent === head && tokenOf(grammar, head).tag.startsWith('JJ') && (relation === 'cc' || (relation === 'conj' && tag.startsWith('JJ') && !isClause(grammar, child)))) return children(grammar, head, 'conj').every((joined) => tokenOf(grammar, joined).tag.startsWith('JJ') && !isClause(grammar, joined))
    if (parent === head && !isJoined && (relation === 'advcl' || relation === 'conj' || relation === 'cc')) return relation === 'advcl' && isNeededFrom(grammar, child)
    // "to raise their hands and pledge loyalty to him": what stands behind the second verb is the second's.
    if (parent === head && !isJoined && relation === 'obl' && children(grammar, head, 'conj').some((joined) => head < joined && joined < child && joined !== head + 2 && tokenOf(grammar, joined).tag.startsWith('VB'))) return false
    return !(relation === 'appos' || relation === 'acl:relcl' || relation === 'advcl:relcl') || !afterComma(grammar, child)
  })
}

/** "the only hotel that offers a view and a pool": behind a relative clause without a comma, "and" joins within it. */
const isBehindRelative = (grammar: Grammar, head: number, joined: number): boolean =>
  children(grammar, head, 'acl:relcl').some((clause) => head < clause && clause < joined) && !grammar.tree.tokens.slice(head + 1, joined).some(({ text }) => /^[,;—–-]$/.test(text))

/** "questions [related to ports]", "a ship [big enough to sink them]": an adjective with what it needs, right behind its noun. */
const isAdjectiveBehind = (grammar: Grammar, index: number): boolean => tokenOf(grammar, index).tag.startsWith('JJ') && leftmost(grammar, index) - 1 === tokenOf(grammar, index).head && (grammar.tree.children[index] ?? []).some((child) => index < child)

/** "a plan to keep ships [from leaving the bay]": without it the verb says something else. */
const isNeededFrom = (grammar: Grammar, index: number): boolean => tokenOf(grammar, index).tag === 'VBG' && lower(grammar, index - 1) === 'from' && tokenOf(grammar, tokenOf(grammar, index).head ?? -1).tag.startsWith('VB') && children(grammar, index, 'mark', 'case').includes(index - 1)

/** What is said beside the clause that it hangs in. */
const isAside = (grammar: Grammar, index: number): boolean => {
  const { relation } = tokenOf(grammar, index)
  return relation === 'parataxis' || relation === 'discourse' || (/^(?:appos|acl:relcl|advcl)/.test(relation) && afterComma(grammar, index))
}

/** "the only country they know", "the reason it happened": without its relative clause it would be another one. */
const isSingled = (grammar: Grammar, head: number): boolean =>
  /^(?:reason|time|place|person|day|kind)$/.test(lower(grammar, head)) || (grammar.tree.children[head] ?? []).some((child) => child < head && (/^(?:only|first|last|same|very)$/.test(lower(grammar, child)) || tokenOf(grammar, child).tag === 'JJS'))

function isClause(grammar: Grammar, index: number): boolean {
  const { tag } = tokenOf(grammar, index)
  if (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP') return true
  return (grammar.tree.children[index] ?? []).some((child) => clauseHint.has(tokenOf(grammar, child).relation))
}
const clauseHint = new Set(['nsubj', 'nsubj:pass', 'cop', 'aux', 'aux:pass', 'expl'])

const afterComma = (grammar: Grammar, index: number): boolean => {
  const first = leftmost(grammar, index)
  return lower(grammar, first - 1) === ',' || lower(grammar, first) === ','
}

function leftmost({ tree }: Grammar, index: number): number {
  let first = index
  for (let step = 0; step < 20; step++) {
    const child = tree.children[first]?.[0]
    if (child === undefined || child >= first) break
    first = child
  }
  return first
}

/** The tokens below `head` that `keep` lets through. What the tree hangs on it from elsewhere in the sentence is a parser's error, so only the unbroken
 *  stretch around the head counts, where what was not kept does not break it. */
function collect(grammar: Grammar, head: number, isNoun: boolean, keep: (index: number) => boolean): Phrase | null {
  const { tree } = grammar
  const kept = new Set<number>([head])
  const below = new Set<number>([head])
  const open = [head]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const inside = kept.has(next)
    for (const child of tree.children[next] ?? []) {
      if (below.has(child)) continue
      if (farthest < below.size) return null
      below.add(child)
      if (inside && keep(child)) kept.add(child)
      open.push(child)
    }
  }
  // "in Lund, even more so than in Oslo": half of a comparison is no part of the noun.
  for (const word of kept) if (/^(?:more|less)$/.test(lower(grammar, word)) && lower(grammar, word + 1) === 'so' && !kept.has(word + 1) && word !== head) for (let index = word; head < index && kept.has(index) && /^(?:RB|JJ|,)/.test(tokenOf(grammar, index).tag); index--) kept.delete(index)
  const isInside = (index: number) => below.has(index) && !grammar.skipped(index) && !(isNoun && isBorder(grammar, index, head))
  const stretch: number[] = []
  for (let index = head; isInside(index); index--) stretch.push(index)
  stretch.reverse()
  for (let index = head + 1; isInside(index); index++) stretch.push(index)
  const tokens = tidied(grammar, withAnd(grammar, wholeChunk(grammar, head, wholeNames(grammar, head, unbroken(grammar, head, stretch.filter((index) => kept.has(index)))))))
  const gaps = tokens.filter((index, place) => 0 < place && tokens[place - 1] !== index - 1).length
  if (tokens.some((index) => markup.test(tokenOf(grammar, index).text))) return null
  if (grammar.skipped(head) || functionTag.test(tokenOf(grammar, head).tag) || !tokens.includes(head) || longestArgument < tokens.length || mostGaps < gaps) return null
  return { head, tokens }
}

/** "a long and bitter war", "in and around": the "and" between two words that are kept, whatever the tree hangs it on. */
export const withAnd = (grammar: Grammar, tokens: readonly number[]): readonly number[] =>
  tokens.some((token, place) => isAndBehind(grammar, token, tokens[place + 1])) ? tokens.flatMap((token, place) => (isAndBehind(grammar, token, tokens[place + 1]) ? [token, token + 1] : [token])) : tokens
const isAndBehind = (grammar: Grammar, token: number, next: number | undefined): boolean => next === token + 2 && /^(?:and|or)$/.test(lower(grammar, token + 1)) && tokenOf(grammar, token + 1).tag === 'CC'

/** What a copula says of a subject ends at the copula. */
const isBorder = (grammar: Grammar, index: number, head: number): boolean => {
  const { relation, head: parent } = tokenOf(grammar, index)
  return parent === head && (relation === 'cop' || relation === 'aux' || relation === 'nsubj')
}

/** Behind a gap a phrase goes on only with "and", a preposition or more of a name ("Lind, who left, and Berg", "Ada “the Owl” Lind"); anything else there belonged to what was left out. */
function unbroken(grammar: Grammar, head: number, tokens: readonly number[]): readonly number[] {
  const gap = tokens.findIndex((index, place) => head < index && tokens[place - 1] !== index - 1 && !/^(?:CC|IN|TO)$/.test(tokenOf(grammar, index).tag) && !(tokenOf(grammar, index).relation === 'flat' && tokenOf(grammar, index).head === head))
  return gap < 0 ? tokens : tokens.slice(0, gap)
}

/** A name is never cut, and the "no" or number before it never left behind, even where the tree hangs a part of it elsewhere. */
function wholeNames(grammar: Grammar, head: number, tokens: readonly number[]): number[] {
  let [first = 0] = tokens
  let last = tokens.at(-1) ?? 0
  const added: number[] = []
  while (tokenOf(grammar, first).name.startsWith('I-') && sameSentence(grammar, first - 1, first)) added.push(--first)
  const before = lower(grammar, first - 1)
  if ((before === 'no' || before === 'neither' || (before === 'not' && /^(?:all|every(?:one|body|thing)?|many|each)$/.test(lower(grammar, first)))) && sameSentence(grammar, first - 1, first)) added.push(--first)
  // "four islands", "$5 million worth of", but not "on Feb. 28 Lind".
  if (/^(?:NN|JJ)/.test(tokenOf(grammar, first).tag)) while (isAmount(grammar, first - 1, first) && sameSentence(grammar, first - 1, first)) added.push(--first)
  // "one or two days"
  if (tokenOf(grammar, first).tag === 'CD' && /^(?:or|to)$/.test(lower(grammar, first - 1)) && isAmount(grammar, first - 2, first) && sameSentence(grammar, first - 2, first)) added.push(--first, --first)
  // "a few years ago"
  if (lower(grammar, last + 1) === 'ago' && sameSentence(grammar, last, last + 1)) added.push(++last)
  // "Harbour.org": the tokenizer takes an address apart.
  while (tokenOf(grammar, first - 1).text === '.' && /^\p{Ll}/u.test(tokenOf(grammar, first).text) && touches(grammar, first - 1) && touches(grammar, first - 2) && sameSentence(grammar, first - 2, first)) added.push(--first, --first)
  while (tokenOf(grammar, last + 1).name.startsWith('I-') && tokenOf(grammar, last).name !== 'O' && sameSentence(grammar, last, last + 1)) added.push(++last)
  return added.length === 0 ? [...tokens] : [...tokens, ...added].sort((a, b) => a - b)
}

const isAmount = (grammar: Grammar, index: number, before: number): boolean => {
  const { tag, name } = tokenOf(grammar, index)
  return !name.endsWith('Date') && (tag === 'CD' || (tag === '$' && tokenOf(grammar, before).tag === 'CD'))
}

/** Nothing stands between this token and the next. */
const touches = ({ tree: { tokens } }: Grammar, index: number): boolean => tokens[index] !== undefined && tokens[index]?.end === tokens[index + 1]?.start

const modifier = /^(?:JJ[RS]?|DT|PDT|PRP\$|CD|\$|HYPH|VBN|VBG)$/

/** "unlikely" of "it is unlikely voters care", "sure" of "make sure pupils learn": what is said of the clause is no modifier of its first noun. */
const saysSomething = (grammar: Grammar, index: number): boolean =>
  /^(?:JJ|VB)/.test(tokenOf(grammar, index).tag) && (child(grammar, index, 'cop', 'expl') !== null || (/^(?:xcomp|root)$/.test(tokenOf(grammar, index).relation) && child(grammar, index, 'ccomp', 'csubj') !== null))

/** The modifiers before a noun that the tree hung on something else. */
function wholeChunk(grammar: Grammar, head: number, tokens: number[]): number[] {
  const [first = head] = tokens
  const chunk = grammar.chunkAt(first)
  if (chunk === null || first < chunk.from || head < first) return tokens
  let from = first
  while (chunk.from < from && modifier.test(tokenOf(grammar, from - 1).tag) && !saysSomething(grammar, from - 1)) from--
  return from === first ? tokens : [...indexesOf({ from, to: first }), ...tokens]
}

const sameSentence = ({ tree }: Grammar, a: number, b: number): boolean => tree.sentenceOf[a] === tree.sentenceOf[b]

/** "as simple as [that]", "none of [these]" */
const standsAlone = (grammar: Grammar, index: number): boolean => tokenOf(grammar, index).tag === 'DT' && /^(?:obl|obj|iobj|nmod|conj|appos|xcomp|root)/.test(tokenOf(grammar, index).relation) && /^(?:this|that|these|those|all|both|each|any|another)$/.test(lower(grammar, index))

/** "what he was talking [about]", "a hotel paid [for] by Lind": the noun of this preposition stands before its verb. */
function isStranded(grammar: Grammar, index: number, tokens: readonly number[]): boolean {
  const { tag, head } = tokenOf(grammar, index)
  if (tag !== 'IN' || head !== index - 1 || !tokens.includes(head) || !/^VB[DGNPZ]?$/.test(tokenOf(grammar, head).tag)) return false
  return !sameSentence(grammar, index, index + 1) || /^(?:[,.:;]|''|-RRB-|VBZ|VBD|MD)$/.test(tokenOf(grammar, index + 1).tag)
}

/** "not only right", "also the magic" behind "but": without the other half these words say something else. */
function isHalfOfFrame(grammar: Grammar, index: number, tokens: readonly number[]): boolean {
  const word = lower(grammar, index)
  if (tokens.some((token) => lower(grammar, token) === 'but')) return false
  if (word === 'not') return /^(?:only|just|merely|simply)$/.test(lower(grammar, index + 1)) && tokens.includes(index + 1)
  if (/^(?:only|just|merely|simply)$/.test(word)) return lower(grammar, index - 1) === 'not'
  return word === 'also' && lower(grammar, index - 1) === 'but'
}

const quotes = /^["“”„‟«»‹›`'‘’]+$/

/** "the islands' assembly": whatever its tag, a mark that touches the plural before it and not the word behind it. */
const isPossessive = ({ tree: { tokens } }: Grammar, index: number): boolean =>
  tokens[index]?.tag === 'POS' || (/^['’]$/.test(tokens[index]?.text ?? '') && /s$/i.test(tokens[index - 1]?.text ?? '') && tokens[index - 1]?.end === tokens[index]?.start && tokens[index]?.end !== tokens[index + 1]?.start && /^(?:NN|JJ|VBG)/.test(tokens[index + 1]?.tag ?? ''))

const isBracket = (word: string): boolean => /^[([{)\]}]$|^-[LR]RB-$/.test(word)

/** Commas at an edge or beside a gap go; brackets and quotation marks go unless both of a pair are there. */
export function tidied(grammar: Grammar, tokens: readonly number[]): number[] {
  const text = (index: number | undefined) => (index === undefined ? '' : tokenOf(grammar, index).text)
  let left = tokens
  for (let before = -1; before !== left.length; ) {
    before = left.length
    const now = left
    const marks = now.filter((index) => quotes.test(text(index)) && !isPossessive(grammar, index)).length
    const opened = now.filter((index) => /^[([{]$|^-LRB-$/.test(text(index))).length
    const edges = [now[0], now.at(-1)]
    const closed = now.filter((index) => /^[)\]}]$|^-RRB-$/.test(text(index))).length
    left = now.filter((index, place) => {
      const { tag } = tokenOf(grammar, index)
      if (place === now.length - 1 && 1 < now.length && /^(?:IN|TO|CC|DT|POS|WDT|WP|WP\$|WRB|MD)$/.test(tag) && !standsAlone(grammar, index) && !isStranded(grammar, index, now)) return false
      // "dreams, not just" breaks off; "[not only] right", "[but also] the magic" are halves of another frame.
      if (place === now.length - 1 && 1 < now.length && /^(?:just|only|merely|simply|not)$/i.test(text(index)) && (/^not$/i.test(text(index)) ? text(now[place - 1]) === ',' : /^not$/i.test(text(now[place - 1])))) return false
      if (place === 0 && 1 < now.length && isHalfOfFrame(grammar, index, now)) return false
      if (place === 0 && tag === 'CC' && !/^(?:neither|either|both)$/i.test(text(index))) return false
      const word = text(index)
      const edge = place === 0 || place === now.length - 1 || now[place - 1] !== index - 1 || now[place + 1] !== index + 1
      if (/^[,;:.!?…–—-]+$/.test(word) && !(tag === 'HYPH' && !edge)) return !edge
      // "Arn' ak", "O' Hara": a single mark that touches the word before it, and has no partner, is part of a name.
      if (/^['’]$/.test(word) && marks === 1 && !edge && touches(grammar, index - 1)) return true
      if (quotes.test(word) && !isPossessive(grammar, index)) return marks % 2 === 0
      // A pair of brackets around the whole is no part of it.
      if (/^[([{]$|^-LRB-$|^[)\]}]$|^-RRB-$/.test(word)) return opened === closed && !(opened === 1 && edges.every((end) => isBracket(text(end))))
      return true
    })
  }
  return [...left]
}

import { indexesOf } from '../../tree.js'
import type { Draft, DraftComplement, Phrase } from './draft.js'
import { child, children, isNameTag, lower, tokenOf, type Grammar } from './grammar.js'
import { nounPhrase } from './phrase.js'

/** A claim that no verb makes: the text takes it for granted in a noun phrase. Every rule that answers adds its claim. */
export interface NounRule {
  readonly name: string
  readonly example: string
  readonly confidence: number
  read(grammar: Grammar, index: number): Omit<Draft, 'rule' | 'confidence' | 'at'> | null
}

const title: NounRule = {
  name: 'title',
  example: '[object Norlandic Foreign Minister] [subject Ada Lind] left Oslo.',
  confidence: 0.8,
  read(grammar, index) {
    const name = personName(grammar, index)
    if (!name) return null
    const from = titleStart(grammar, name.from)
    if (from === name.from || name.to - name.from < 1) return null
    const role = name.from - 1
    const owner = ownerBefore(grammar, from)
    if (from === role && owner === from && isEmptyRole(grammar, role)) return null
    // "activists Ada and Jon Lind": nobody is several activists.
    if (/^NNP?S$/.test(tokenOf(grammar, role).tag)) return null
    // "his Norlandic counterpart": whose, is not told; "the Oslo Fund co-leader": a name was cut in the middle.
    if (/^(?:counterpart|successor|predecessor)$/.test(lower(grammar, role)) && owner === from) return null
    if (owner === from && (tokenOf(grammar, from - 1).relation === 'flat' || /^co$/.test(lower(grammar, from))) && grammar.tree.sentenceOf[from - 1] === grammar.tree.sentenceOf[from]) return null
    // "Under Secretary Lind": half of an office is another one.
    if (tokenOf(grammar, from - 1).text === 'Under' && lower(grammar, from) === 'secretary') return null
    // "her husband Ola Berg" is nobody's husband without "her".
    if (from === role && owner === from && relational.test(lower(grammar, role))) return null
    return supplied(grammar, { head: name.to - 1, tokens: indexesOf({ from: name.from, to: name.to }) }, { head: role, tokens: indexesOf({ from: owner, to: name.from }) })
  }
}

/** "owner Ada Lind", "Harbour Commission Director Ada Lind": of what is not told, or was left out with the name before it. */
const isEmptyRole = (grammar: Grammar, role: number): boolean =>
  !isNameTag(tokenOf(grammar, role).tag) || (grammar.tree.sentenceOf[role - 1] === grammar.tree.sentenceOf[role] && (isNameTag(tokenOf(grammar, role - 1).tag) || /^(?:POS|\)|-RRB-)$/.test(tokenOf(grammar, role - 1).tag) || tokenOf(grammar, role - 1).text === ')' || (lower(grammar, role - 1) === 'the' && lower(grammar, role - 2) === 'of')))

/** "Ada Lind's three-year-old son Jon": whose son he is. Where the owner begins; the title's own place where it has none. */
function ownerBefore(grammar: Grammar, from: number): number {
  const chunk = tokenOf(grammar, from - 1).tag === 'POS' ? grammar.chunkAt(from - 2) : null
  return chunk !== null && chunk.to === from - 1 && chunk.to - chunk.from < 6 && grammar.tree.sentenceOf[chunk.from] === grammar.tree.sentenceOf[from] && !grammar.skipped(chunk.from) ? chunk.from : from
}

const relational = /^(?:husband|wife|son|daughter|brother|sister|father|mother|dad|mom|friend|rival|colleague|boss|partner|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|opponent|supporter|successor|predecessor|counterpart|nominee|member|co|host|mate|ally|fellow)$/

const apposition: NounRule = {
  name: 'apposition',
  example: '[subject Ada Lind], [object the foreign minister of Norland], left Oslo.',
  confidence: 0.8,
  read(grammar, index) {
    const { relation, head } = tokenOf(grammar, index)
    if (head === null || index < head || (relation !== 'appos' && !besideName(grammar, index, head))) return null
    const first = nounPhrase(grammar, head)
    const second = nounPhrase(grammar, index)
    if (!first || !second || /^(?:IN|TO)$/.test(tokenOf(grammar, first.tokens[0] ?? -1).tag) || !isPlain(first) || !isPlain(second) || isAbbreviation(grammar, first, second) || overlap(first, second)) return null
    if (!/^[,(:–—-]$|^-LRB-$/.test(tokenOf(grammar, (second.tokens[0] ?? 0) - 1).text)) return null
    const { tag } = tokenOf(grammar, index)
    if (!tag.startsWith('NN') || tokenOf(grammar, head).tag === 'CD') return null
    // "(D-Pa.)", and the second of a list of names.
    if (second.tokens.length === 1 && tokenOf(grammar, second.head).text.length < 4) return null
    if (tokenOf(grammar, head).name.endsWith('Person') && tokenOf(grammar, index).name.endsWith('Person')) return null
    // Of a person only what stands right behind the name is said: "Ada Lind, an economist at the Fjord Centre, a think tank".
    if (tokenOf(grammar, head).name.endsWith('Person') && !tokenOf(grammar, (second.tokens[0] ?? 0) - 2).name.endsWith('Person')) return null
    if (tokenOf(grammar, head).name.endsWith('Person') && second.tokens.length === 1 && tag === 'NNP') return null
    // "Ada Lind, a partner at Fjord Partners, a consulting firm": a person is no firm.
    if (tokenOf(grammar, head).name.endsWith('Person') && /^(?:firm|company|group|organization|agency|party|network|committee|bank|newspaper|magazine|website|association|union|institute|team|super|pac|city|town|state|county|country|suburb)$/.test(tokenOf(grammar, index).lemma)) return null
    if (isConversion(grammar, first, second) || isList(grammar, first, second) || second.tokens.some((token) => tokenOf(grammar, token).tag === 'WP$') || tokenOf(grammar, second.tokens[0] ?? -1).tag === 'IN' || /^(?:especially|particularly|notably|mainly|mostly|chiefly|primarily|not|even|most|more|less|including)$/.test(lower(grammar, second.tokens[0] ?? -1))) return null
    if (tokenOf(grammar, first.tokens[0] ?? -1).tag === 'VB' || tokenOf(grammar, second.tokens[1] ?? -1).tag === 'VB') return null
    if (second.tokens.length === 1 && tag === 'NNP') return null
    // "the Norlander, Ada Lind" says too little.
    if (first.tokens.length < 3 && tokenOf(grammar, first.head).name.endsWith('NORP')) return null
    if (oneAndMany(grammar, first, second) || oneAndMany(grammar, second, first)) return null
    if (isMeasured(grammar, second) || isLabel(grammar, first, second) || isManyAndOne(grammar, first, second)) return null
    // "the foreign minister, Ada Lind": the name is who it is, the noun what she is.
    const nameLast = isNameTag(tag) && !isNameTag(tokenOf(grammar, head).tag)
    return nameLast ? supplied(grammar, second, first) : supplied(grammar, withoutOnly(grammar, first), second)
  }
}

const nounOfAction: NounRule = {
  name: 'noun-of-action',
  example: '[subject Norland]\'s [object claims to four islands] angered Suderland.',
  confidence: 0.6,
  read(grammar, index) {
    const { relation, head, tag } = tokenOf(grammar, index)
    if (relation !== 'nmod:poss' || head === null || head < index || tag === 'WP$') return null
    if (!grammar.words.actionNouns.has(tokenOf(grammar, head).lemma) || tag.startsWith('PRP') || possessives.has(lower(grammar, index))) return null
    // "Norland's efforts" alone says too little.
    if (child(grammar, head, 'nmod', 'acl') === null) return null
    const owner = nounPhrase(grammar, index)
    const deed = nounPhrase(grammar, head)
    if (!owner || !deed || deed.tokens.some((token) => token !== deed.head && /^(?:MD|VBD|VBZ|VBP)$/.test(tokenOf(grammar, token).tag) && tokenOf(grammar, token).relation !== 'aux')) return null
    const below = new Set(owner.tokens)
    const tokens = deed.tokens.filter((token) => index < token && !below.has(token) && tokenOf(grammar, token).tag !== 'POS')
    return { subject: owner, object: { head, tokens }, complements: [], predicate: { tokens: [], verbs: [], opening: null, supplied: '[has]', passive: false } }
  }
}

const possessives = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their', 'whose'])

export const nounRules: readonly NounRule[] = [title, apposition, nounOfAction]

export function nounDraft(grammar: Grammar, index: number, { name, confidence, read }: NounRule): Draft | null {
  const found = read(grammar, index)
  if (found === null) return null
  const { subject, predicate, object, complements } = found
  return { rule: name, at: index, subject, predicate, object, complements, confidence }
}

/** "Only Ada Lind, the mayor, left": only she left; that she is the mayor is said of her, whoever else left. */
function withoutOnly(grammar: Grammar, { head, tokens }: Phrase): Phrase {
  const from = tokens.findIndex((token) => !/^(?:only|even|just|also|perhaps|not)$/.test(lower(grammar, token)))
  return 0 < from ? { head, tokens: tokens.slice(from) } : { head, tokens }
}

/** "[is]": the text has no word for it, so the brackets say that it is ours. */
function supplied(grammar: Grammar, subject: Phrase, object: Phrase): Omit<Draft, 'rule' | 'confidence' | 'at'> {
  const { tag } = tokenOf(grammar, subject.head)
  const many = tag === 'NNS' || tag === 'NNPS' || subject.tokens.some((token) => tokenOf(grammar, token).head === subject.head && tokenOf(grammar, token).relation === 'conj')
  const complements: DraftComplement[] = []
  return { subject, object, complements, predicate: { tokens: [], verbs: [], opening: null, supplied: many ? '[are]' : '[is]', passive: false } }
}


const overlap = (a: Phrase, b: Phrase): boolean => a.tokens.some((token) => b.tokens.includes(token))

/** The name that begins here, as the reader saw it, without a title that it took in. */
function personName(grammar: Grammar, index: number): { from: number; to: number } | null {
  if (tokenOf(grammar, index).name !== 'B-Person') return null
  let to = index + 1
  while (tokenOf(grammar, to).name === 'I-Person' && to - index < 8 && !/^[([]$/.test(tokenOf(grammar, to).text)) to++
  let from = index
  while (from < to - 1 && grammar.words.roleNouns.has(lower(grammar, from))) from++
  return isNameTag(tokenOf(grammar, to - 1).tag) ? { from, to } : null
}

const beforeTitle = /^(?:NN|NNS|NNP|NNPS|JJ|JJS|POS|HYPH|CD)$/

const ofOffice = /^(?:presumptive|presumed|likely|potential|alleged|suspected|accused|convicted|aspiring|failed|defeated|honorary|self|elected|former|current|acting|interim|outgoing|incoming|deputy|late|retired|new|then|ex|longtime|first|foreign|prime|vice|assistant|chief|senior)$/

/** Where the title before a name begins: "Norland's acting foreign minister". The name's own place where there is none. */
function titleStart(grammar: Grammar, name: number): number {
  const { roleNouns } = grammar.words
  const role = tokenOf(grammar, name - 1)
  if (!roleNouns.has(lower(grammar, name - 1)) && !roleNouns.has(role.lemma)) return name
  const { sentenceOf } = grammar.tree
  if (sentenceOf[name - 1] !== sentenceOf[name]) return name
  let from = name - 1
  while (0 < from && name - from < 9 && sentenceOf[from - 1] === sentenceOf[name] && !grammar.skipped(from - 1) && (beforeTitle.test(tokenOf(grammar, from - 1).tag) || isBehindHyphen(grammar, from - 1))) {
    // "Smith Prime Minister Lind": another person's name is no part of this one's title; "Oscar-winning actress" is.
    if (tokenOf(grammar, from - 1).name.endsWith('Person') && tokenOf(grammar, from).tag !== 'HYPH' && !isTheirCampaign(grammar, from - 1)) break
    from--
  }
  // "a subdued Prime Minister Lind": how she was is no part of her title.
  while (from < name - 1 && /^JJ/.test(tokenOf(grammar, from).tag) && /^\p{Ll}/u.test(tokenOf(grammar, from).text) && !ofOffice.test(lower(grammar, from)) && isNameTag(tokenOf(grammar, from + 1).tag)) from++
  // Half of another name is no part of a title either.
  while (from < name - 1 && (/^(?:POS|HYPH)$/.test(tokenOf(grammar, from).tag) || tokenOf(grammar, from).name.startsWith('I-'))) from++
  return from
}

/** "Lind campaign spokesman Berg": the name of what she speaks for. */
const isTheirCampaign = (grammar: Grammar, index: number): boolean => /^(?:campaign|administration|camp|family|foundation|ally|aide|adviser|advisor|supporter|surrogate|delegate|biographer|loyalist|donor|backer)$/.test(lower(grammar, index + 1))

/** "the Oscar-winning actress": the second half of an adjective may be a participle. */
const isBehindHyphen = (grammar: Grammar, index: number): boolean => /^VB[GN]$/.test(tokenOf(grammar, index).tag) && tokenOf(grammar, index - 1).tag === 'HYPH'

/** "Ada Lind, the minister, …": a noun with its article right behind a name and a comma is an apposition, though parsers call it a list or an aside. */
function besideName(grammar: Grammar, index: number, head: number): boolean {
  const { relation, tag } = tokenOf(grammar, index)
  if (!/^(?:list|parataxis|dep)$/.test(relation) || !tag.startsWith('NN') || child(grammar, index, 'cop', 'nsubj') !== null) return false
  const article = child(grammar, index, 'det', 'nmod:poss')
  return article !== null && lower(grammar, article - 1) === ',' && isNameTag(tokenOf(grammar, article - 2).tag) && isNameTag(tokenOf(grammar, head).tag)
}

/** In one piece, and short enough to be what somebody is called. */
const isPlain = ({ tokens }: Phrase): boolean => tokens.length <= 14 && (tokens.at(-1) ?? 0) - (tokens[0] ?? 0) === tokens.length - 1

/** "Iturup" is no "four islands": a list of names lost its other members. */
const oneAndMany = (grammar: Grammar, one: Phrase, many: Phrase): boolean =>
  tokenOf(grammar, one.head).tag === 'NNP' && tokenOf(grammar, many.head).tag === 'NNS' && !one.tokens.some((token) => tokenOf(grammar, token).head === one.head && tokenOf(grammar, token).relation === 'conj')

/** "Ada Lind (97.2%)", "split control: one chamber": how much, or a part, is not who or what it is. */
const isMeasured = (grammar: Grammar, { head, tokens }: Phrase): boolean =>
  /^(?:%|percent|cent|points?|years?|votes?|seats?|miles?|km|kilometers?|dollars?|am|pm)$/i.test(lower(grammar, head)) || (tokenOf(grammar, tokens[0] ?? head).tag === 'CD' && lower(grammar, (tokens[0] ?? head) - 1) === ':')

/** "the City Stadium (Port Berg)", "Ada Lind (Defence)": names in round brackets say where, of what, or with whom. */
const isLabel = (grammar: Grammar, first: Phrase, { tokens }: Phrase): boolean =>
  // "Sen. Ada Lind (R-Ore.)" is short for what she is.
  !(/^[RDI](?:-|$)/.test(tokenOf(grammar, tokens[0] ?? 0).text) && tokenOf(grammar, first.head).name.endsWith('Person')) &&
  /^(?:\(|-LRB-)$/.test(tokenOf(grammar, (tokens[0] ?? 0) - 1).text) && tokens.every((token) => isNameTag(tokenOf(grammar, token).tag) || /^(?:JJ|HYPH|CC|IN|CD)$/.test(tokenOf(grammar, token).tag)) && tokens.some((token) => isNameTag(tokenOf(grammar, token).tag))

/** "jobs, prospects and dreams, a common wish": several things are not one, unless it counts them. */
const isManyAndOne = (grammar: Grammar, { head, tokens }: Phrase, second: Phrase): boolean =>
  children(grammar, head, 'conj').some((member) => tokens.includes(member)) && /^an?$/.test(lower(grammar, second.tokens[0] ?? -1)) && !/^(?:couple|pair|group|trio|team|duo|family|band|list|total|number|set|series|alliance|coalition|mix|combination|majority)$/.test(lower(grammar, second.head))

/** "112 miles (180 kilometres)": the same in other units. */
const isConversion = (grammar: Grammar, first: Phrase, second: Phrase): boolean => [first, second].every(({ tokens }) => tokens.some((token) => /^(?:CD|\$)$/.test(tokenOf(grammar, token).tag)))

/** "a good effect on the bay, the islands and the ports": the second noun is joined by "and" to a third, and the first is one thing, or nobody's name. */
const isList = (grammar: Grammar, first: Phrase, second: Phrase): boolean => {
  const joined = second.tokens.some((token) => lower(grammar, token) === 'and' && children(grammar, second.head, 'conj').includes(tokenOf(grammar, token).head ?? -1)) || (lower(grammar, (second.tokens.at(-1) ?? 0) + 1) === ',' && lower(grammar, (second.tokens.at(-1) ?? 0) + 2) === 'and')
  return joined && !tokenOf(grammar, first.head).name.endsWith('Person') && !/^NNP?S$/.test(tokenOf(grammar, first.head).tag)
}

/** "the World Trade Organization (WTO)": two names of one thing, not a claim. */
function isAbbreviation(grammar: Grammar, first: Phrase, second: Phrase): boolean {
  const [short, long] = [first, second].sort((a, b) => a.tokens.length - b.tokens.length) as [Phrase, Phrase]
  const word = tokenOf(grammar, short.head).text
  if (short.tokens.length !== 1 || !/^\p{Lu}[\p{Lu}\p{N}.&-]+$/u.test(word)) return false
  const initials = long.tokens.map((token) => tokenOf(grammar, token).text[0] ?? '').filter((letter) => /\p{Lu}/u.test(letter)).join('')
  return initials.includes(word.replaceAll('.', '').slice(0, 2))
}


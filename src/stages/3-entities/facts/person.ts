import type { Facts } from '../../../model.js'
import { indexesOf, spansOf, type Range } from '../../../tree.js'
import { genderWords } from '../../2-speakers/gender.js'
import { nameTagsOf } from '../../compromise.js'
import { addressBefore } from '../address.js'
import { fold } from '../fold.js'
import type { Draft, Part } from '../join/draft.js'
import { isCapital, lower, sentenceAt, textOf, type Scene } from '../scene.js'

/** Name parts, what the text says that the person is, and gender as far as the text shows it: the words are given as evidence. */
export function personFacts(scene: Scene, { name, mentions, notes }: Draft): Facts {
  const names = mentions.filter(({ form }) => form === 'name')
  const addresses = names.flatMap((mention) => addressBefore(scene, mention) ?? [])
  const roles = new Map<string, Facts>()
  for (const mention of names)
    for (const { rule, range } of rolesOf(scene, mention)) {
      const [span] = spansOf(scene.tree, indexesOf(range))
      const key = span?.text.toLowerCase() ?? ''
      if (span && roles.size < 12 && !roles.has(key)) roles.set(key, { text: span.text, start: span.start, end: span.end, rule, sentence: sentenceText(scene, range.from) })
    }
  return { ...partsOf(scene, name), honorific: addresses[0] ?? null, roles: [...roles.values()], gender: genderShown(scene, mentions, addresses), couldBe: notes.length ? notes : null }
}

function partsOf(scene: Scene, name: string): { first: string | null; last: string | null } {
  const words = name.split(' ')
  if (words.length < 2) return partsOfOne(name)
  const familyFirst = words.length < 4 && scene.lexicon.words('family-first-names').has(words[0] ?? '') && !/Name/.test(nameTagsOf(words[0] ?? ''))
  return familyFirst ? { first: words.slice(1).join(' '), last: words[0] ?? null } : partsOfMany(words)
}

/** A single word is a surname, as news has it, unless compromise knows it as a first name only. */
function partsOfOne(name: string): { first: string | null; last: string | null } {
  return /FirstName|FemaleName/.test(nameTagsOf(name)) ? { first: name, last: null } : { first: null, last: name }
}

function partsOfMany(words: readonly string[]): { first: string | null; last: string | null } {
  const lowered = words.map((word) => fold(word).toLowerCase().replace(/\.$/, ''))
  const last = lowered.findIndex((word, index) => index > 0 && nameTagsOf(word) === 'LastName')
  const particle = lowered.findIndex((word, index) => index > 0 && /^(?:von|van|de|del|della|da|dos|du|al|bin|ibn|el|la|le|ter|den|der)$/.test(word))
  const begin = particle > 0 ? particle : last > 0 ? last : words.length - 1
  return { first: words[0] ?? null, last: words.slice(begin).join(' ') }
}

/** What stands beside a name and says what its bearer is. */
function rolesOf(scene: Scene, mention: Part): { rule: string; range: Range }[] {
  const found: { rule: string; range: Range }[] = []
  const before = roleBefore(scene, mention)
  if (before) found.push({ rule: 'role-before', range: before })
  const after = roleAfter(scene, mention)
  if (after) found.push({ rule: 'role-after', range: after })
  return found
}

const isRole = (scene: Scene, index: number): boolean => {
  const token = scene.tree.tokens[index]
  if (!token) return false
  const nouns = scene.lexicon.words('role-nouns')
  return nouns.has(token.text.toLowerCase()) || nouns.has(token.lemma.toLowerCase())
}

/** "Russian President", "the French foreign minister," before the name. */
function roleBefore(scene: Scene, { from }: Part): Range | null {
  const { tokens } = scene.tree
  const sentence = sentenceAt(scene, from)
  const to = tokens[from - 1]?.text === ',' && isRole(scene, from - 2) ? from - 1 : from
  if (to <= sentence.from || !isRole(scene, to - 1)) return null
  let first = to - 1
  while (sentence.from < first && to - 7 < first) {
    const token = tokens[first - 1]
    if (!token || !/^(?:NN|NNP|NNPS|JJ|HYPH|VBN|POS|CC)$/.test(token.tag) || (token.tag === 'CC' && !/^NN/.test(tokens[first - 2]?.tag ?? '')) || token.text === ',') break
    if (token.tag === 'CC') break
    first--
  }
  while (first < to - 1 && !/[\p{L}\p{N}]/u.test(tokens[first]?.text ?? '')) first++
  return { from: first, to }
}

/** ", the president of Russia," or ", Russia's foreign minister," behind the name. */
function roleAfter(scene: Scene, { to }: Part): Range | null {
  const { tokens } = scene.tree
  const copula = /^(?:is|was)$/.test(lower(scene, to)) && /^(?:the|a|an)$/.test(lower(scene, to + 1))
  if (tokens[to]?.text !== ',' && !copula) return null
  const sentence = sentenceAt(scene, to)
  const begin = to + 1
  let noun: number | null = null
  for (let index = begin; index < sentence.to && index < begin + 8; index++) {
    const token = tokens[index]
    if (!token || /^(?:,|;|\.|who|which|that|and)$/.test(token.text) || /^(?:VB[DPZ]|MD)$/.test(token.tag) || (token.tag === 'IN' && noun === null)) break
    if (token.tag === 'IN') break
    if (isRole(scene, index) && !isCapital(tokens[index + 1])) noun = index
  }
  if (noun === null) return null
  let end = noun + 1
  if (/^(?:of|for|at|in)$/.test(lower(scene, end))) {
    let last = end + 1
    while (last < sentence.to && last < end + 8 && /^(?:DT|NN|NNS|NNP|NNPS|JJ|POS|HYPH|IN)$/.test(tokens[last]?.tag ?? '')) last++
    while (end + 1 < last && tokens[last - 1]?.tag === 'IN') last--
    if (last > end + 1) end = last
  }
  return { from: begin, to: end }
}

function sentenceText(scene: Scene, index: number): string {
  const { from, to } = sentenceAt(scene, index)
  return textOf(scene, from, to).slice(0, 400)
}

/** Only what stands in the text: "he", "Mrs.". Where the words disagree, all of them are listed and nothing is concluded. */
function genderShown(scene: Scene, mentions: readonly Part[], addresses: readonly string[]): Facts | null {
  const words = genderWords(scene.lexicon)
  const evidence = new Map<string, 'm' | 'f'>()
  for (const { from, to, form } of mentions) {
    const word = textOf(scene, from, to).toLowerCase()
    const gender = form === 'name' ? undefined : to - from === 1 ? words.pronouns.get(word) : words.nouns.get(lower(scene, to - 1))
    if (gender && evidence.size < 8) evidence.set(word, gender)
  }
  for (const address of addresses) {
    const gender = words.titles.get(address.toLowerCase()) ?? words.titles.get(`${address.toLowerCase()}.`)
    if (gender) evidence.set(address, gender)
  }
  const seen = new Set(evidence.values())
  if (!seen.size) return null
  return { shown: seen.size > 1 ? null : seen.has('m') ? 'male' : 'female', evidence: [...evidence.keys()] }
}

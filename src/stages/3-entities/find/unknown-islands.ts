import { crosses, type Found } from '../found.js'
import { fold } from '../fold.js'
import { matchesAt } from '../phrases.js'
import { isCapital, isProper, isTight, lower, sentenceAt, textOf, type Scene } from '../scene.js'
import { coordinated } from './around.js'
import { describedBy, isNationality, plural, standingOn, superlatives } from './island-patterns.js'

const singular = /^(?:island|isle|islet|atoll|cay|archipelago|skerry|holm)$/
/** Capital, these end names of islands only where the reader saw a place or nothing. */
const sea = /^(?:reef|shoal|reefs|shoals|rock|rocks|stack|sandbank)$/
/** What is said of an island: "X, a tiny island", "X, the largest of the islands", "X is an atoll". */
const said = /^(?:island|islet|isle|atoll|archipelago|islands|islets|rock|skerry|reef)$/

/** Islands that the gazetteer does not know, by the words around their name: "Pirate Island", "the isle of Gont", "Gont and Roke islands". */
export function findUnknownIslands(scene: Scene, taken: readonly Found[]): Found[] {
  const found: Found[] = []
  const free = (from: number, to: number) => ![...near(taken, from), ...found.slice(-20)].some((other) => crosses(other, { from, to }))
  const add = (from: number, to: number, rule: string, confidence: number) => {
    if (from < to && free(from, to) && !isKnownOtherwise(scene, from, to))
      found.push({ from, to, kind: 'island', key: knownKey(scene, from, to) ?? `island?${bareName(scene, from, to)}`, form: 'name', rule, confidence })
  }
  scene.tree.tokens.forEach((token, index) => {
    const word = token.text.toLowerCase()
    if (word === 'on' && ashore.test(lower(scene, index - 1))) for (const [start, end] of standingOn(scene, index + 1)) add(start, end, 'on-name', 0.65)
    if (foreign.test(token.text) && isProper(scene.tree.tokens[index + 1])) for (const [start, end] of namesAfter(scene, index + 1, false)) add(start - 1, end, 'isla', 0.8)
    if (said.test(word) && !isCapital(token)) for (const [start, end] of describedBy(scene, index)) add(start, end, 'said-to-be-an-island', 0.75)
    if (/^islanders?$/.test(word) && !isCapital(token) && isProper(scene.tree.tokens[index - 1]) && !isNationality(scene, index - 1, index)) add(index - 1, index, 'islanders', 0.75)
    if (!singular.test(word) && !plural.test(word) && !(sea.test(word) && isCapital(token) && isPlaceOrNothing(scene, index))) return
    const from = nameBefore(scene, index)
    if (isCapital(token) ? from < index : from === index - 1 && isProper(scene.tree.tokens[from])) {
      if (plural.test(word)) for (const earlier of listBefore(scene, from)) add(earlier, earlier + 1, 'islands-in-a-list', 0.75)
      if (!isCapital(token) && isNationality(scene, from, index)) return
      return add(from, index + 1, 'name-and-island', isCapital(token) ? 0.85 : 0.7)
    }
    if (isCapital(token) && lower(scene, index + 1) === 'of' && isProper(scene.tree.tokens[index + 2])) for (const [, end] of namesAfter(scene, index + 2, false)) return add(index, end, 'isle-of', 0.85)
    if (lower(scene, index + 1) === 'of') for (const [start, end] of namesAfter(scene, index + 2, plural.test(word))) add(start, end, 'island-of', 0.8)
  })
  found.push(...again(scene, found, taken))
  const named = found.length
  scene.tree.tokens.forEach(({ text }, index) => {
    if (/(?:est|most)$/.test(text) && lower(scene, index + 1) === 'of') for (const [start, end] of superlatives(scene, index, [...taken, ...found])) add(start, end, 'largest-of-the-islands', 0.75)
  })
  return named < found.length ? [...found, ...again(scene, found, taken)] : found
}

/** What is on an island and nowhere else: "everyone on Gont", but "an attack on Gont". In towns one lives "in". */
const ashore =
  /^(?:live|lives|lived|living|born|land|landed|lands|arrived|stayed|stranded|people|residents|inhabitants|school|village|villagers|lighthouse|water|life|base|everyone|anyone|nobody|night|farm|house|homes|soldiers|troops|stationed|settled|settlements|anchored|ashore|airstrip|airport|harbour|harbor|population|aground|camped|buried|holiday|sleeps|prison|garrison|volcano|beaches|somewhere|wells|goats|sheep)$/
/** The word for an island in other languages stands before the name. */
const foreign = /^(?:Isla|Islas|Île|Îles|Ilha|Ilhas|Isola|Pulau|Pulo|Ostrov|Nisi)$/

/** The same name elsewhere in the article, where nothing says that it is somebody's: "on Roke", once "the island of Roke" has been named. */
function again(scene: Scene, known: readonly Found[], taken: readonly Found[]): Found[] {
  const { tokens } = scene.tree
  const bare = new Map(known.flatMap(({ key, from, to }) => (key ? [[key.startsWith('island?') ? key.slice('island?'.length) : bareName(scene, from, to), key] as const] : [])))
  if (!bare.size) return []
  // "the Kargads" are the Kargad Islands.
  for (const [name, key] of [...bare]) if (name.endsWith(' islands')) bare.set(name.replace(/ islands$/, 's'), key)
  const longest = Math.max(...[...bare.keys()].map((name) => name.split(' ').length))
  const found: Found[] = []
  const covered = new Uint8Array(tokens.length)
  for (const { from, to } of [...known, ...taken]) covered.fill(1, from, to)
  for (let from = 0; from < tokens.length; from++) {
    if (covered[from] || !isCapital(tokens[from])) continue
    for (let to = Math.min(tokens.length, from + longest); from < to; to--) {
      const key = bare.get(fold(textOf(scene, from, to)).toLowerCase())
      if (!key || (key.endsWith(' islands') && lower(scene, from - 1) !== 'the') || covered.subarray(from, to).includes(1) || !isFreeName(scene, from, to)) continue
      found.push({ from, to, kind: 'island', key, form: 'name', rule: 'named-as-island-elsewhere', confidence: 0.75 })
      covered.fill(1, from, to)
    }
  }
  return found
}

function isFreeName(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene.tree
  const name = scene.nameAt[from]
  if (to - from === 1 && scene.personWords.has(lower(scene, from))) return false
  if (name && (name.from < from || name.to > to)) return false
  if (scene.lexicon.words('honorifics').has(tokens[from - 1]?.text.replace(/\.$/, '') ?? '')) return false
  if (from === sentenceAt(scene, from).from && !name && !isProper(tokens[from])) return false
  return !(isCapital(tokens[to]) && tokens[to]?.start === (tokens[to - 1]?.end ?? 0) + 1 && !name)
}

const isPlaceOrNothing = (scene: Scene, index: number): boolean => {
  const name = scene.nameAt[index]
  return name ? name.label === 'Location' && name.to === index + 1 : lower(scene, index - 2) !== 'mr'
}

/** Found ones are in text order. */
function near(taken: readonly Found[], from: number): readonly Found[] {
  return taken.filter((other) => Math.abs(other.from - from) < 12)
}

/** Where the capitals before a generic word begin: at most four words, none of them a nationality or an article. */
function nameBefore(scene: Scene, generic: number): number {
  const { tokens } = scene.tree
  const sentence = sentenceAt(scene, generic)
  let from = generic
  while (generic - 4 < from && sentence.from < from) {
    const before = tokens[from - 1]
    const hyphen = isTight(scene, from - 1) && from - 2 >= sentence.from && isCapital(tokens[from - 2]) && from < generic
    if (hyphen) {
      from -= 2
      continue
    }
    if (!before || !isCapital(before) || before.text.length < 2 || !/^(?:NN|JJ|FW|VB)/.test(before.tag)) break
    if (from - 1 === sentence.from && scene.lexicon.words('function-words').has(before.text.toLowerCase())) break
    if (/^(?:The|A|An|In|On|At|Of|This|That|These|Those|Its|Their|His|Her|Some|Many|Other|Both|Pacific|Atlantic|Caribbean|Disputed)$/.test(before.text) && from < generic + 1) break
    from--
  }
  return from
}

/** Not an island: part of a longer name of something else, a list's "Rhode Island", a mere nationality ("Greek Islands"), a series of summits. */
function isKnownOtherwise(scene: Scene, from: number, to: number): boolean {
  const name = scene.nameAt[from]
  if (scene.lexicon.words('not-islands').has(fold(textOf(scene, from, to)))) return true
  if (scene.lexicon.words('not-islands').has(fold(textOf(scene, from, to + 1)))) return true
  if (isNationality(scene, from, to - 1) || textOf(scene, from, to) === scene.outlet || matchesAt(scene.gazetteer.countryNames, scene.page, from).some((match) => match.to >= to)) return true
  if (matchesAt(scene.gazetteer.seriesNames, scene.page, from).some((match) => match.to >= to)) return true
  const longer = scene.nameAt[to - 1]
  if (longer && longer.to > to) return true
  // "the Gulf of Gont, the islands of …": a water is named after the land.
  if (name?.label === 'Location' && name.from === from - 2 && lower(scene, from - 1) === 'of' && /^(?:gulf|bay|sea|strait|straits|cape)$/.test(lower(scene, from - 2))) return true
  return name !== null && name !== undefined && name.from < from && ['Person', 'Organization', 'Product'].includes(name.label)
}

/** "Gont" in "Gont and Roke islands". */
function* listBefore(scene: Scene, from: number): Generator<number> {
  let right = from
  for (let steps = 0; steps < 6; steps++) {
    const left = right - 2
    const item = scene.tree.tokens[left]
    if (left < sentenceAt(scene, from).from || !isProper(item) || !coordinated(scene, { from: left, to: left + 1 }, { from: right, to: right + 1 }) || scene.nameAt[left]?.label === 'Person') return
    yield left
    right = left
  }
}

/** The names in "islands of X, Y and Z". */
function* namesAfter(scene: Scene, start: number, many: boolean): Generator<[number, number]> {
  const sentence = sentenceAt(scene, start)
  let from = start
  for (let steps = 0; steps < 12 && from < sentence.to; steps++) {
    let to = from
    while (to < sentence.to && to < from + 3 && isProper(scene.tree.tokens[to])) to++
    if (to === from) return
    yield [from, to]
    if (!many) return
    from = to
    while (from < sentence.to && /^(?:,|and|or|&)$/.test(lower(scene, from))) from++
    if (from === to) return
  }
}

/** An island of the gazetteer whose bare name says too little, and the words around it enough: "Diego Garcia, the largest of the Chagos Islands". */
function knownKey(scene: Scene, from: number, to: number): string | null {
  const id = matchesAt(scene.gazetteer.islandNames, scene.page, from).find((match) => match.to === to)?.phrase.value[0]?.island.id
  return id === undefined ? null : `island:${id}`
}

/** What mentions of one unknown island share: "Pirate Island" and "the island of Pirate". */
function bareName(scene: Scene, from: number, to: number): string {
  return fold(textOf(scene, from, to)).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/ (?:island|isle|islet|atoll|archipelago|cay)$/, '').replace(/ (?:isles|islets)$/, ' islands')
}

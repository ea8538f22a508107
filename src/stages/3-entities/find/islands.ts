import { crosses, type Found } from '../found.js'
import type { Island, IslandName } from '../gazetteer.js'
import { matchesAt } from '../phrases.js'
import { fold } from '../fold.js'
import { isCapital, isProper, lower, textOf, type Scene } from '../scene.js'
import { coordinated, islandOf } from './around.js'

/** A place of the text where a name of the gazetteer stands. */
export interface Candidate {
  readonly from: number
  readonly to: number
  readonly bearers: readonly IslandName[]
  readonly full: boolean
}

/** Says why the words at a candidate are the island: the name of the rule, or null. Most certain first. */
export interface IslandRule {
  readonly name: string
  readonly example: string
  readonly confidence: number
  holds(candidate: Candidate, scene: Scene, accepted: readonly Found[]): boolean
}

const ambiguity = ({ bearers }: Candidate): ReadonlySet<string> => bearers[0]?.island.ambiguity ?? new Set()
/** Two rows of one name are a question of which island, not of whether it is one. */
const isClear = (candidate: Candidate): boolean => [...ambiguity(candidate)].every((reason) => reason === 'shared')
const readerSays = ({ from, to }: Candidate, { nameAt }: Scene, labels: readonly string[]): boolean => {
  const name = nameAt[from]
  return name !== null && name !== undefined && name.to >= to - 1 && labels.includes(name.label)
}

const fullForm: IslandRule = {
  name: 'gazetteer-full-form',
  example: 'The navy left [island Howland Island] on Monday.',
  confidence: 0.98,
  holds: (candidate) => candidate.full && !ambiguity(candidate).has('country')
}

const saidToBe: IslandRule = {
  name: 'island-of',
  example: 'She was born on the island of [island Hope] in the north.',
  confidence: 0.97,
  holds: ({ from, to }, scene) => islandOf(scene, from) || /^(?:island|isle|atoll|islet|archipelago|islands)$/.test(lower(scene, to))
}

const onlyAnIsland: IslandRule = {
  name: 'gazetteer',
  example: 'Boats left [island Kunashir] at dawn.',
  confidence: 0.95,
  holds: (candidate) => isClear(candidate)
}

const beside: IslandRule = {
  name: 'beside-islands',
  example: 'They sailed past [island Kunashir], [island Yuri] and [island Shikotan].',
  confidence: 0.92,
  holds: (candidate, scene, accepted) => !ambiguity(candidate).has('country') && !readerSays(candidate, scene, ['Person']) && accepted.some((found) => coordinated(scene, found, candidate))
}

const inFull: IslandRule = {
  name: 'named-in-full-elsewhere',
  example: 'A plane reached [island Howland Island]. From [island Howland] it never came back.',
  confidence: 0.9,
  // "Wake up!" is no Wake Island.
  holds: ({ from, to, bearers }, scene, accepted) => !isVerb(scene, from, to) && accepted.some(({ key }) => bearers.some(({ island }) => key === `island:${island.id}` && !island.ambiguity.has('country')))
}

/** A single word that the reader passed over and the tagger takes for no name. */
const isVerb = ({ nameAt, tree: { tokens } }: Scene, from: number, to: number): boolean => to - from === 1 && !nameAt[from] && !/^(?:NN|FW)/.test(tokens[from]?.tag ?? '')

const on: IslandRule = {
  name: 'on-island',
  example: 'Crews fought a fire on [island Rhodes] for days.',
  confidence: 0.85,
  holds: (candidate, scene) =>
    !ambiguity(candidate).has('country') && readerSays(candidate, scene, ['Location']) && (lower(scene, candidate.from - 1) === 'on' || (lower(scene, candidate.from - 1) === 'off' && /^NN/.test(scene.tree.tokens[candidate.to]?.tag ?? 'NN')))
}

/** A city, or a state, is a place as well: for these the reader's word is no evidence. */
const asPlace: IslandRule = {
  name: 'reader-says-place',
  example: 'The ferry from [island Tasmania] was late.',
  confidence: 0.75,
  holds: (candidate, scene) => !ambiguity(candidate).has('city') && !ambiguity(candidate).has('country') && readerSays(candidate, scene, ['Location'])
}

const relative: IslandRule = {
  name: 'group-named-elsewhere',
  example: 'The [island Kuril Islands] are cold. A village on [island Yuri] was empty.',
  confidence: 0.8,
  holds: (candidate, scene, accepted) =>
    !ambiguity(candidate).has('country') &&
    readerSays(candidate, scene, ['Location', 'Facility', 'NORP']) &&
    candidate.bearers.some(({ island: { partOf } }) => partOf !== null && accepted.some(({ key }) => key === `island:${partOf}`))
}

/** "the Northern Territories", "the Southern Kurils": many, and known to the reader of the article. */
const many: IslandRule = {
  name: 'plural-with-article',
  example: 'They gave up the [island Northern Territories] in the war.',
  confidence: 0.85,
  holds: (candidate, scene) =>
    ambiguity(candidate).has('place') && ambiguity(candidate).size === 1 && lower(scene, candidate.to - 1).endsWith('s') && /^(?:the|these|four|disputed)$/.test(lower(scene, candidate.from - 1))
}

export const islandRules: readonly IslandRule[] = [saidToBe, fullForm, onlyAnIsland, beside, inFull, many, on, relative, asPlace]

/** Islands of the gazetteer. Clear ones first; what they are is evidence for the others. */
export function findIslands(scene: Scene, codes: ReadonlySet<string>): Found[] {
  const open = candidatesOf(scene)
  const accepted: Found[] = []
  for (let round = 0; round < 3; round++)
    for (let index = 0; index < open.length; index++) {
      const candidate = open[index]
      if (!candidate || accepted.some((found) => crosses(found, candidate))) continue
      const rule = islandRules.find((one) => one.holds(candidate, scene, near(accepted, candidate)))
      if (rule) accepted.push({ ...bounds(scene, candidate), kind: 'island', key: `island:${chosen(candidate, codes, accepted).id}`, form: 'name', rule: rule.name, confidence: rule.confidence })
    }
  return accepted
}

/** All of the article, as the rules ask for it; a text with thousands of islands is cut to the ones around. */
const near = (accepted: readonly Found[], { from }: Candidate): readonly Found[] =>
  accepted.length < 200 ? accepted : accepted.filter((found) => Math.abs(found.from - from) < 400)

/** An editor's bracket within the name takes its partner along: "[Kuril] islands". */
function bounds(scene: Scene, { from, to, bearers }: Candidate): { from: number; to: number } {
  const { tokens } = scene.tree
  const inside = tokens.slice(from, to).some(({ text }) => text === ']')
  // "Mahé island" is "Mahé": the word is no part of the name. "Kuril islands" is the name.
  const bare = tokens[to - 1]?.text === 'island' && bearers.some(({ island: { name, aliases } }) => [name, ...aliases].some((one) => fold(one) === fold(textOf(scene, from, to - 1))))
  return { from: inside && tokens[from - 1]?.text === '[' ? from - 1 : from, to: bare ? to - 1 : to }
}

function candidatesOf(scene: Scene): Candidate[] {
  const candidates: Candidate[] = []
  const { tokens } = scene.tree
  for (let from = 0; from < tokens.length; from++) {
    const match = matchesAt(scene.gazetteer.islandNames, scene.page, from).find(({ to, phrase }) => !isPartOfAnother(scene, from, to, phrase.value[0]?.full ?? false))
    if (!match) continue
    // A list has "the Galapagos" and "Galapagos Islands": the longer name is meant.
    if (lower(scene, from) === 'the' && matchesAt(scene.gazetteer.islandNames, scene.page, from + 1).some(({ to }) => match.to < to)) continue
    // "Trinidad and Tobago" is a country.
    const country = match.phrase.value[0]?.full ? undefined : matchesAt(scene.gazetteer.countryNames, scene.page, from).find(({ to }) => to > match.to)
    if (country) {
      from = country.to - 1
      continue
    }
    candidates.push({ from, to: match.to, bearers: match.phrase.value, full: match.phrase.value[0]?.full ?? false })
    from = match.to - 1
  }
  return candidates
}

/** "Okinawa Prefecture", "Java Sea", "Bali Smith", "Mr. Hope" and "the Sakhalin Energy consortium" are other things. */
function isPartOfAnother(scene: Scene, from: number, to: number, full: boolean): boolean {
  const { tokens } = scene.tree
  const name = scene.nameAt[from]
  const next = tokens[to]
  const before = tokens[from - 1]
  const touches = (a: number): boolean => tokens[a]?.end === (tokens[a + 1]?.start ?? 0) - 1
  if (scene.lexicon.words('place-nouns').has(lower(scene, to)) && isCapital(next)) return true
  if (lower(scene, from - 1) === 'new' && isCapital(before) && touches(from - 1)) return true
  if (scene.lexicon.words('honorifics').has(before?.text.replace(/\.$/, '') ?? '') && touches(from - 1)) return true
  if (next?.text === '-' && isCapital(tokens[to + 1]) && next.start === tokens[to - 1]?.end && !full) return true
  if (before?.text === '-' && isCapital(tokens[from - 2]) && before.start === tokens[from - 2]?.end && !full) return true
  if (!full && to - from === 1 && scene.personWords.has(lower(scene, from)) && !islandOf(scene, from)) return true
  // "BRAC" is no Brač.
  if (!full && to - from === 1 && name?.label === 'Organization' && /^\p{Lu}{2,6}$/u.test(tokens[from]?.text ?? '')) return true
  if (!name || (name.from >= from && name.to <= to)) {
    // Unlabelled, but in a row of capitals: the title of something.
    return !full && !name && isProper(next) && touches(to - 1) && isProper(before) && touches(from - 1)
  }
  if (name.label === 'Location' || (full && name.label !== 'Organization' && name.label !== 'Person')) {
    const goesOn = name.to > to && isProper(next) && touches(to - 1)
    const goesBefore = name.from < from && isProper(before) && touches(from - 1) && !full
    return goesOn || goesBefore
  }
  return !(full && name.to === to && name.label === 'Person')
}

/** Of several islands of one name: one whose group or country the article names, else the first of the table. */
function chosen({ bearers }: Candidate, codes: ReadonlySet<string>, accepted: readonly Found[]): Island {
  const known = new Set(accepted.map(({ key }) => key))
  const score = (island: Island) =>
    (known.has(`island:${island.id}`) ? 4 : 0) + (island.partOf && known.has(`island:${island.partOf}`) ? 2 : 0) + (island.countries.some((code) => codes.has(code)) ? 1 : 0)
  const islands = bearers.map(({ island }) => island)
  const [first, ...rest] = islands
  if (!first) throw new Error('a name without an island')
  return rest.reduce((best, island) => (score(island) > score(best) ? island : best), first)
}


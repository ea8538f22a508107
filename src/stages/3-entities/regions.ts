import { headKinds, wordAt } from './find/names/words.js'
import type { Draft, Part } from './join/draft.js'
import { isProper, lower, sentenceAt, type Scene } from './scene.js'

interface Place {
  readonly draft: Draft
  readonly part: Part
  /** Which of the draft's mentions it is. */
  readonly index: number
}

/** "Porto Alto, Gont": the town is named along with what it lies in, so its mention goes to the end of that; Gont keeps its own mention inside. In "Roke, Gont and Havnor"
 *  nothing lies in anything. By draft: what it lies in, where the article says so. */
export function withRegions(scene: Scene, drafts: readonly Draft[]): ReadonlyMap<Draft, Draft> {
  const places = drafts.flatMap((draft) => (/^(?:place|country|island)$/.test(draft.kind) ? draft.mentions.flatMap((part, index): Place[] => (part.form === 'name' ? [{ draft, part, index }] : [])) : []))
  const byStart = new Map(places.map((place) => [place.part.from, place]))
  const byEnd = new Map(places.map((place) => [place.part.to, place]))
  const regions = new Map<Draft, Draft>()
  for (const town of places) {
    const region = lower(scene, town.part.to) === ',' ? byStart.get(town.part.to + 1) : undefined
    if (!region || !isTown(scene, town) || /^\p{Ll}/u.test(region.draft.name) || !liesIn(scene, town, region) || isListed(scene, town, region, byStart, byEnd)) continue
    if (!ofTheUnion.test(region.draft.name)) town.draft.mentions[town.index] = { ...town.part, to: region.part.to, rule: 'place-with-its-region' }
    if (!regions.has(town.draft)) regions.set(town.draft, region.draft)
  }
  return regions
}

/** States are written behind every town there, and corpora mark the two apart. */
const ofTheUnion =
  /^(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|(?:West )?Virginia|Washington|Wisconsin|Wyoming|D ?\. ?C ?\.?|A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])$/

/** No building, whatever the reader says: "Gont House, Havnor" are two names. */
const isTown = (scene: Scene, { draft: { kind, name }, part: { rule, to } }: Place): boolean =>
  kind === 'place' && rule !== 'reader-facility' && !isBuilding(scene, to - 1) && !/^(?:(?:(?:North|South|East|West|Central|Latin|Southern|Northern|Western|Eastern) )?(?:Africa|America|Asia|Europe)|Middle East|Caribbean|Pacific|Atlantic|Balkans|Gulf)$/.test(name)

const isBuilding = ({ lexicon, tree }: Scene, last: number): boolean =>
  /^(?:Facility|Organization)$/.test(headKinds(lexicon).get(wordAt(tree, last)) ?? '') || /^(?:house|headquarters|hall|beach|lounge|restaurant|hospital|mosque|church|temple|barracks)$/i.test(wordAt(tree, last))

/** Not so in "In Havnor, Gont said …", "Havnor, Gont's …", "Havnor, Gont President Lind" and of a capital before another country. */
function liesIn(scene: Scene, { draft: town, part: { from } }: Place, { draft: region, part: { from: start, to } }: Place): boolean {
  const { tokens, sentenceOf } = scene.tree
  if (sentenceOf[from] !== sentenceOf[to - 1] || town === region) return false
  const [sort, code] = town.key.split(':')
  if (sort === 'capital' && region.key.startsWith('country:') && region.key !== `country:${code}`) return false
  const after = tokens[to]
  const goesOn = sentenceOf[to] === sentenceOf[from] && (isProper(after) || /^NNS?$/.test(after?.tag ?? '')) && !/day$/i.test(after?.text ?? '')
  if (/^['’]s?$/.test(after?.text ?? '') || goesOn) return false
  const root = tokens.slice(start, to).find(({ head }) => head === null || head < start || to <= head)
  if (root && (/^nsubj/.test(root.relation) || (/^(?:compound|amod|nmod:poss)$/.test(root.relation) && to <= (root.head ?? 0)))) return false
  const opens = sentenceAt(scene, from).from >= from - 1 && /^IN$/.test(tokens[from - 1]?.tag ?? '')
  return !(opens && /^(?:VB[DZP]|MD)$/.test(after?.tag ?? ''))
}

/** A row of places. Towns with their countries can stand in a row, too: "Porto Alto, Gont, and Thwil, Roke". */
function isListed(scene: Scene, { part: { from } }: Place, region: Place, byStart: ReadonlyMap<number, Place>, byEnd: ReadonlyMap<number, Place>): boolean {
  const { to } = region.part
  const link = /^(?:,|and|or|&)$/
  const before = byEnd.get(lower(scene, from - 2) === ',' && link.test(lower(scene, from - 1)) ? from - 2 : link.test(lower(scene, from - 1)) ? from - 1 : -1)
  const after = byStart.get(lower(scene, to) === ',' && /^(?:and|or)$/.test(lower(scene, to + 1)) ? to + 2 : link.test(lower(scene, to)) ? to + 1 : -1)
  const isRow = /^(?:and|or|as|&)$/.test(lower(scene, to))
  if (region.draft.kind !== 'country') return isRow || before !== undefined || after !== undefined || (lower(scene, to) === ',' && isProper(scene.tree.tokens[to + 1]))
  if (isRow && after) return true
  // "Havnor, Gont, Roke and …": what is behind the comma has no region of its own.
  if (after && lower(scene, to) === ',' && after.part.from === to + 1 && !(lower(scene, after.part.to) === ',' && byStart.has(after.part.to + 1) && lower(scene, after.part.to + 2) !== ',')) return true
  return (before !== undefined && before.draft.kind !== 'country' && lower(scene, from - 1) === ',') || after?.draft.kind === 'country'
}

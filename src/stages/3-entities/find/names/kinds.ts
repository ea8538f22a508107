import type { Name } from '../../names.js'
import { headKinds, headOf, isUpper, listed, wordAt, wordsOf, type Sheet } from './words.js'

/** Says of what kind a name is by what it says itself, or by a list; the reader's word stands where none of them speaks. */
export interface KindRule {
  readonly name: string
  readonly example: string
  /** The label, or undefined. */
  kindOf(name: Name, sheet: Sheet): string | undefined
}

const entity = /^(?:Person|Location|Organization|NORP|Misc|Product|Facility)$/

/** "the Lind Act" is a law, "Gont Airport" a building, "Roke Bank" a body. A person may be called Bank: only where the reader is not sure. */
const byHead: KindRule = {
  name: 'head-noun',
  example: 'The [Organization Ola Berg Prize] went to nobody.',
  kindOf(name, sheet) {
    if (name.to - name.from < 2) return
    const head = headOf(sheet, name)
    const kind = headKinds(sheet.lexicon).get(head)
    if (!kind || kind === name.label || !isUpper(wordAt(sheet, name.from))) return
    if (name.label === 'Person' && (name.sure > 0.75 || (name.to - name.from === 2 && kind !== 'Organization'))) return
    // Two banks of a river.
    if (head === 'Bank' && /^(?:West|East|Left|Right|South|North)$/.test(wordAt(sheet, name.to - 2))) return
    // What sits in a building is its body; a park has a name as a place.
    if (name.label === 'Organization' && kind === 'Facility' && /^(?:Hospital|Port|Airport|Hotel|Station|Plant|Refinery)$/.test(head)) return
    if (name.label === 'Facility' && kind !== 'Organization') return
    if (name.label === 'Location' && kind === 'Misc') return
    // A headline: "Disputed Territories to Dominate Visit".
    if (/^(?:Misc|Product)$/.test(name.label) && sheet.tokens.slice(name.from, name.to).some(({ text, tag }) => /^(?:to|is|are|in|on|over)$/.test(text) || /^(?:VB|MD)/.test(tag))) return
    if ((name.label === 'Misc' || name.label === 'Product') && kind === 'Organization' && name.sure > 0.9) return
    return kind
  }
}

const known: KindRule = {
  name: 'known-body',
  example: 'A spokesman of [Person Hezbollah] denied it.',
  kindOf: (name, { tokens, lexicon }) => (name.label !== 'Organization' && lexicon.words('known-bodies').has(listed({ tokens }, name)) ? 'Organization' : undefined)
}

const outlet: KindRule = {
  name: 'known-outlet',
  example: 'He told [Person Haaretz] so.',
  kindOf: (name, { tokens, lexicon }) => (name.label !== 'Organization' && name.label !== 'Date' && /\S{4}/.test(listed({ tokens }, name)) && lexicon.words('outlets').has(listed({ tokens }, name)) ? 'Organization' : undefined)
}

const people: KindRule = {
  name: 'people-of-the-list',
  example: 'The [Organization Kurds] left.',
  kindOf: (name, { tokens, lexicon }) => (name.label !== 'NORP' && lexicon.words('peoples').has(listed({ tokens }, name)) ? 'NORP' : undefined)
}

export const kindRules: readonly KindRule[] = [known, outlet, people, byHead]

/** Names with the kind that their words say, and "Halvarders", who are those of the article's Halvard. */
export function withKinds(sheet: Sheet, names: readonly Name[]): Name[] {
  return ships(sheet, inhabitants(sheet, ownKinds(sheet, names)))
}

const navy = /^(?:USS|USNS|HMS|HMAS|HMCS|HMNZS|INS|RMS|ROKS|CCGS)$/

const vessel = /^(?:ferry|trawler|tanker|freighter|frigate|destroyer|corvette|submarine|icebreaker|warship|steamer|schooner|yacht)$/

/** "HMS Roke" is neither a place nor a person, and then "the Roke" is not; so are "the ferry Roke" and "the tanker Ola Berg", but of these the last only where the reader is unsure of a person. */
function ships(sheet: Sheet, names: readonly Name[]): Name[] {
  const bare = (name: Name): Name => (navy.test(wordAt(sheet, name.from)) && name.to - name.from > 1 ? { ...name, from: name.from + 1 } : name)
  const sails = (name: Name) => vessel.test(wordAt(sheet, name.from - 1)) && /^(?:the|a|an|its|his|her|their|[\p{Lu}]\p{L}+|\p{Ll}+-\p{Ll}+)$/iu.test(wordAt(sheet, name.from - 2)) && name.label !== 'NORP' && (name.label !== 'Person' || name.sure < 0.6)
  const isNamed = (name: Name) => navy.test(wordAt(sheet, bare(name).from - 1)) || sails(name)
  const known = new Set(names.flatMap((name) => (isNamed(name) ? [wordsOf(sheet, bare(name))] : [])))
  if (!known.size) return [...names]
  const isShip = (name: Name) => known.has(wordsOf(sheet, bare(name))) && (isNamed(name) || /^the$/i.test(wordAt(sheet, name.from - 1)))
  return names.map((name) => (entity.test(name.label) && isShip(name) ? { ...name, label: 'Product', rule: 'ship' } : name))
}

function inhabitants(sheet: Sheet, names: readonly Name[]): Name[] {
  const places = new Set(names.flatMap((name) => (name.label === 'Location' || name.label === 'NORP' ? sheet.tokens.slice(name.from, name.to).flatMap(({ text }) => (4 < text.length ? [text.toLowerCase()] : [])) : [])))
  return names.map((name): Name => {
    if (name.to - name.from > 1 || !(/^(?:Location|Organization|Misc|Product)$/.test(name.label) || (name.label === 'Person' && /ers$/.test(wordAt(sheet, name.from))))) return name
    const stem = /^(\p{Lu}[\p{L}’'-]{3,}?)(?:e?rs?|ians?|ese|ites?)$/u.exec(wordAt(sheet, name.from))?.[1]?.toLowerCase()
    return stem !== undefined && (places.has(stem) || places.has(`${stem}a`) || places.has(`${stem}e`)) ? { ...name, label: 'NORP', rule: 'those-of-a-place' } : name
  })
}

function ownKinds(sheet: Sheet, names: readonly Name[]): Name[] {
  return names.map((name): Name => {
    if (!entity.test(name.label)) return name
    for (const rule of kindRules) {
      const label = rule.kindOf(name, sheet)
      if (label !== undefined) return { ...name, label, sure: Math.max(name.sure, 0.85), rule: rule.name }
    }
    return name
  })
}

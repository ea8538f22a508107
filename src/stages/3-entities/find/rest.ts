import type { EntityKind } from '../../../model.js'
import type { Found } from '../found.js'
import { isCapital, lower, textOf, type Scene } from '../scene.js'

const kinds: Readonly<Record<string, readonly [kind: EntityKind, rule: string]>> = {
  Person: ['person', 'reader-person'], Location: ['place', 'reader-place'], Facility: ['place', 'reader-facility'], Organization: ['organization', 'reader-organization'], NORP: ['people', 'reader-people']
}

/** What the reader saw and no table claimed. Events, products, dates and sums of money are no entities. */
export function findRest(scene: Scene, overlapsTaken: (from: number, to: number) => boolean): Found[] {
  return scene.names.flatMap((name): Found[] => {
    const known = kinds[name.label]
    if (!known) return []
    // A Mr. Sun and a President Moon are people, and the Earth is a place.
    if (name.label !== 'Person' && scene.lexicon.words('not-names').has(textOf(scene, name.from, name.to))) return []
    // The article's own outlet is one, whatever the reader thinks of a name that it has never seen.
    const isOutlet = scene.outlet !== null && textOf(scene, name.from, name.to) === scene.outlet
    const dateline = scene.dateline && (scene.tree.tokens[name.from]?.start ?? 0) < scene.dateline.end && scene.dateline.start <= (scene.tree.tokens[name.from]?.start ?? 0)
    const [kind, rule] = dateline && name.label === 'Person' ? (['place', 'dateline'] as const) : isOutlet ? (['organization', 'outlet-of-the-article'] as const) : name.rule !== undefined && name.label !== 'Facility' ? ([known[0], name.rule] as const) : known
    const from = kind === 'person' ? afterTitles(scene, name.from, name.to) : name.from
    if (from >= name.to || overlapsTaken(from, name.to) || !/[\p{L}\d]/u.test(scene.tree.tokens[from]?.text ?? '')) return []
    if (name.to - from === 1 && /^(?:(?:north|south|east|west)(?:ern)?|(?:north|south)(?:east|west)(?:ern)?|central)$/.test(scene.tree.tokens[from]?.text ?? '')) return []
    // A pronoun, an article or a single letter alone is a slip of the reader.
    if (name.to - from === 1 && (/^(?:PRP|DT|IN|MD|WP|CC|TO)/.test(scene.tree.tokens[from]?.tag ?? '') || (scene.tree.tokens[from]?.text.length ?? 0) < 2)) return []
    const isNoun = kind === 'organization' && name.to - from === 1 && bodies.test(scene.tree.tokens[from]?.text ?? '')
    return [{ from, to: name.to, kind, key: null, form: isNoun ? 'noun' : 'name', rule: isNoun ? 'noun-of-a-body' : rule, confidence: Math.round(name.sure * 100) / 100 }]
  })
}

/** "the Commission" is a noun with a capital, short for a name that stands elsewhere. */
const bodies = /^(?:Agency|Bank|Board|Bureau|Cent(?:re|er)|Commission|Committee|Corporation|Council|Court|Department|Federation|Institute|Ministry|Office|Party|Secretariat|University)$/

/** "President Ada Lind" is "Ada Lind"; "Pope Francis" keeps his. */
function afterTitles(scene: Scene, from: number, to: number): number {
  const titles = scene.lexicon.words('role-nouns')
  const address = scene.lexicon.words('honorifics')
  while (from < to - 1) {
    const word = scene.tree.tokens[from]?.text.replace(/\.$/, '') ?? ''
    const isTitle = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Rev)$/.test(word) || (!address.has(word) && titles.has(lower(scene, from))) || word === 'Prime' || word === 'Foreign' || word === 'Vice' || word === '.'
    if (!isTitle || !isCapital(scene.tree.tokens[from])) return from
    from++
  }
  return from
}

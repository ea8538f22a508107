import type { Name } from '../../names.js'
import { wordAt, type Sheet } from './words.js'

/** What the words around a name say of its kind, where they say it plainly. `weight`: in mentions that the reader is sure of. */
export interface Evidence {
  readonly label: string
  readonly weight: number
}

/** Whom only a body has: "Rossing's managing director", "a Rossing spokesman". */
const staff = /^(?:CEO|chief|chairman|chairwoman|spokesman|spokeswoman|spokesperson|managing|director|founder|co-founder|headquarters|shares|shareholders|employees|leader|lawmaker|lawmakers|fighters|militants|factory|subsidiary|management)$/i
const ofBody = /^(?:CEO|chairman|chairwoman|spokesman|spokeswoman|founder|co-founder|members?|subsidiary|shareholders|editor|director)$/i
const ofTheSea = /^(?:Rock|Rocks|Reef|Reefs|Shoal|Skerry|Stacks?)$/
const inside = /^(?:in|throughout|across|near|outside|around|toward|towards|into)$/

/** What only a country has: "Gont's prime minister", "Gont's parliament". People have ministers, too, but seldom. */
const ofCountry = /^(?:prime minister|(?:foreign|defence|defense|finance|interior|justice|energy|trade|health) minist(?:er|ry)|president|parliament|government|capital|army|navy|coast guard|border|borders|constitution|supreme court|central bank|economy)$/i

export function evidenceAt(sheet: Sheet, name: Name): Evidence | null {
  const previous = wordAt(sheet, name.from - 1)
  const after = wordAt(sheet, name.to)
  const isOwner = /^['’]s?$/.test(after)
  const next = isOwner ? wordAt(sheet, name.to + 1) : after
  if (/^(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep)\.?$/.test(previous)) return { label: 'Person', weight: 1.5 }
  if (after === ',' && /^\d{2}$/.test(wordAt(sheet, name.to + 1)) && wordAt(sheet, name.to + 2) === ',') return { label: 'Person', weight: 1.5 }
  if (name.label === 'Person' && isAcronym(sheet, name)) return { label: 'Organization', weight: 0.8 }
  if (/^(?:administration|presidency|dictatorship|dynasty)$/.test(after)) return { label: 'Person', weight: 0.3 }
  // "Ola Berg of Gont, who": Berg.
  if (after === ',' && wordAt(sheet, name.to + 1) === 'who' && !/^(?:of|from|in|at|for|with)$/.test(previous)) return { label: 'Person', weight: 0.3 }
  if (isOwner && name.label !== 'Organization' && (ofCountry.test(next) || ofCountry.test(`${next} ${wordAt(sheet, name.to + 2)}`))) return { label: 'Location', weight: 0.5 }
  if (name.label === 'Organization' && name.to - name.from > 1 && ofTheSea.test(wordAt(sheet, name.to - 1))) return { label: 'Location', weight: 0.4 }
  if (staff.test(next) && (isOwner || name.label !== 'Location')) return name.label === 'Location' ? null : { label: 'Organization', weight: 0.7 }
  if (previous === 'of' && ofBody.test(wordAt(sheet, name.from - 2)) && name.label !== 'Location') return { label: 'Organization', weight: 0.7 }
  // Of names behind "the" with nothing behind them one in a hundred is a person's; of the Linds they are all.
  if (name.label === 'Person' && /^the$/i.test(previous) && !/s$/.test(wordAt(sheet, name.to - 1)) && /^(?:[^\p{L}\p{N}'’]|is|was|has|had|and|or|to|in|on|of|for|at|with|by|from|will|would|said|says|are|were|have|that|which|as|after|before|but|when)$/u.test(after))
    return { label: 'Organization', weight: 0.9 }
  if (inside.test(previous) && !isOwner) return { label: 'Location', weight: 0.5 }
  return null
}

/** Of names of two to six capitals, one in a hundred is a person's; not in a line of capitals, nor of "Prince ABC". */
function isAcronym(sheet: Sheet, { from, to }: Name): boolean {
  const shouted = (index: number) => /^\p{Lu}{4,}$/u.test(wordAt(sheet, index))
  if (sheet.lexicon.words('role-nouns').has(wordAt(sheet, from - 1).toLowerCase())) return false
  return to - from === 1 && /^\p{Lu}{2,6}$/u.test(wordAt(sheet, from)) && ![from - 2, from - 1, to, to + 1].some(shouted)
}

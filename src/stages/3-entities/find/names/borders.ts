import type { Name } from '../../names.js'
import { atAnother, bodyForPurpose, bodyOfPlace, capitalArticle, legalForm } from './body-borders.js'
import { one, type BorderRule } from './border-rule.js'
import { initials, owner, syllables, title } from './person-borders.js'
import { firstWord, halfOfPlace, lastStop, placeAndPlace, placeAndState, smallBefore, theHague } from './place-borders.js'
import { isNameWord, isUpper, wordAt, type Sheet } from './words.js'

/** A name does not end in "of", "and", "at": what follows in capitals goes with it, or the word goes. */
const loose: BorderRule = {
  name: 'loose-end',
  example: 'The (Organization Council of) Ministers -> The [Organization Council of Ministers] met.',
  mend(name, next, sheet) {
    const link = /^(?:of|and|for|in|at|to|on|by|the|or|with|from|&)$/
    let to = name.to
    while (name.from < to && link.test(wordAt(sheet, to - 1)) && wordAt(sheet, to - 2) !== '-') to--
    let from = name.from
    while (from < to && link.test(wordAt(sheet, from))) from++
    if (from === to) return { names: [] }
    let end = name.to
    if (to < name.to && /^(?:of|for|and)$/.test(wordAt(sheet, to))) while (end < (next?.from ?? Infinity) && isNameWord(sheet, end, name.from)) end++
    if (end > name.to) return one(name, { from, to: end })
    return from === name.from && to === name.to ? undefined : one(name, { from, to })
  }
}

/** Small words that say what sort of place or body it is; an island's belongs to its name. */
const sort = /^(?:district|region|village|state|city|coast|town|area|taluk|sector|border|camp|neighbou?rhood|metropolitan|countries)$/
const sortOfBody = /^(?:group|branch|chapter|government|spokesman|spokeswoman|spokesperson|leader|chief|officials|authorities)$/

const smallSort: BorderRule = {
  name: 'small-word-behind',
  example: 'In the (Location Roke district) -> In the [Location Roke] district it rained.',
  mend(name, _, sheet) {
    const word = wordAt(sheet, name.to - 1)
    const goes = name.label === 'Location' ? sort.test(word) : name.label === 'Organization' ? sortOfBody.test(word) : false
    return goes && name.to - name.from > 1 && isUpper(wordAt(sheet, name.to - 2)) ? one(name, { to: name.to - 1 }) : undefined
  }
}

export const borderRules: readonly BorderRule[] = [firstWord, bodyOfPlace, bodyForPurpose, loose, atAnother, halfOfPlace, placeAndPlace, placeAndState, smallBefore, smallSort, capitalArticle, legalForm, owner, title, initials, syllables, theHague, lastStop]

/** Names in text order, with their borders mended. */
export function withBorders(sheet: Sheet, names: readonly Name[]): Name[] {
  let now: readonly Name[] = names
  for (const rule of borderRules) {
    const mended: Name[] = []
    for (let index = 0; index < now.length; index++) {
      const name = now[index]
      if (!name) continue
      const change = rule.mend(name, now[index + 1], sheet)
      mended.push(...(change?.names.map((changed) => ({ ...changed, rule: rule.name })) ?? [name]))
      index += change?.used ?? 0
    }
    now = apart(mended)
  }
  return [...now]
}

/** A name that grew over the one before it takes its words. */
function apart(names: readonly Name[]): Name[] {
  return names.flatMap((name, index): Name[] => {
    const next = names[index + 1]
    if (!next || name.to <= next.from) return [name]
    return name.from < next.from ? [{ ...name, to: next.from }] : []
  })
}

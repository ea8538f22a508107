import type { Name } from '../../names.js'
import { one, type BorderRule } from './border-rule.js'
import { isNameWord, isUpper, wordAt } from './words.js'

/** The first word of a place's name goes along, in a line of capitals too: "PORT HALVARD". */
export const firstWord: BorderRule = {
  name: 'first-word-of-a-place',
  example: 'PORT (Location HALVARD) -> [Location PORT HALVARD] , March 3 .',
  mend(name, _, sheet) {
    const before = wordAt(sheet, name.from - 1)
    const isAlways = /^(?:port|mount|cape|lake|fort|san|santa|saint|st|puerto|rio|isle|gulf)\.?$/i
    const isSometimes = /^(?:el|la|los|las|new|north|south|east|west|great|little|upper|lower)$/i
    // "Port Lind" of which the reader, unsure, saw only somebody called Lind.
    const isUnsure = name.label === 'Person' && name.sure < 0.6 && name.to - name.from === 1 && /^(?:Port|Mount|Cape|Lake|Fort|Isle|Gulf)$/.test(before)
    if ((name.label !== 'Location' && !isUnsure) || !isUpper(before) || sheet.sentenceOf[name.from - 1] !== sheet.sentenceOf[name.from] || sheet.tokens[name.from - 1]?.end !== (sheet.tokens[name.from]?.start ?? 0) - 1) return
    const capitals = before === before.toUpperCase()
    const word = wordAt(sheet, name.from)
    if (capitals !== (word === word.toUpperCase())) return
    const starts = sheet.sentenceOf[name.from - 2] !== sheet.sentenceOf[name.from]
    return isAlways.test(before) || (isSometimes.test(before) && !starts) ? one(name, { from: name.from - 1, label: 'Location' }) : undefined
  }
}

/** "Miramar California": two places, where a text does without commas. "West Virginia" and "Lake Michigan" are one. */
export const placeAndState: BorderRule = {
  name: 'place-and-state',
  example: 'In (Location Porto Alto Ca) it rained -> In [Location Porto Alto] [Location Ca] it rained.',
  mend(name, _, sheet) {
    const last = wordAt(sheet, name.to - 1)
    const states = /^(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|ohio|oklahoma|oregon|pennsylvania|tennessee|texas|utah|vermont|virginia|wisconsin|wyoming|ca|tx|fl|il|pa|oh|mi|nj|ma|wa|az)$/i
    if (name.label !== 'Location' || name.to - name.from < 2 || !states.test(last)) return
    const before = wordAt(sheet, name.to - 2)
    if (!/^\p{L}+$/u.test(before) || /^(?:(?:north|south|east|west|central)(?:ern)?|(?:north|south)(?:east|west)(?:ern)?|upstate|rural|upper|lower|baja|lake|fort|port|mount|gulf|bay|of|the|de|new|old|mid|us|u\.s\.)$/i.test(before)) return
    return { names: [{ ...name, to: name.to - 1 }, { ...name, from: name.to - 1 }] }
  }
}

/** "Roke, Gont, Havnor" are three places, "Porto Alto, Gont" is two; that the second says where the first lies is found later (`regions.ts`). */
export const placeAndPlace: BorderRule = {
  name: 'place-comma-place',
  example: 'He lives in (Location Porto Alto , Gont) -> He lives in [Location Porto Alto] , [Location Gont] .',
  mend(name, _, sheet) {
    if (name.label !== 'Location') return
    const names: Name[] = []
    let from = name.from
    for (let index = name.from; index <= name.to; index++) {
      if (index < name.to && wordAt(sheet, index) !== ',') continue
      if (from < index) names.push({ ...name, from, to: index })
      from = index + 1
    }
    return names.length > 1 ? { names } : undefined
  }
}

/** The article is part of this town's name. */
export const theHague: BorderRule = {
  name: 'article-of-a-town',
  example: 'A court in The (Location Hague) -> A court in [Location The Hague] ruled.',
  mend: (name, _, sheet) => (name.label === 'Location' && name.to - name.from === 1 && /^hague$/i.test(wordAt(sheet, name.from)) && /^the$/i.test(wordAt(sheet, name.from - 1)) ? one(name, { from: name.from - 1 }) : undefined)
}

/** "the southern city of Gont": only what is behind is the name. */
export const smallBefore: BorderRule = {
  name: 'small-words-before',
  example: 'In the (Location southern city of Gont) -> In the southern city of [Location Gont] it rained.',
  mend(name, _, sheet) {
    if (name.label !== 'Location' || isUpper(wordAt(sheet, name.from))) return
    for (let index = name.from + 1; index < name.to - 1; index++) if (wordAt(sheet, index) === 'of' && isUpper(wordAt(sheet, index + 1))) return one(name, { from: index + 1 })
    return
  }
}

/** No place is called "New" alone. */
const beginsOnly = /^(?:New|San|Santa|Saint|St\.?|Los|Las|El|Fort|Port|Mount|Cape)$/

export const halfOfPlace: BorderRule = {
  name: 'half-of-a-place',
  example: 'In (Location New) Gont -> In [Location New Gont] it rained.',
  mend(name, next, sheet) {
    if (name.label !== 'Location' || name.to - name.from > 1 || !beginsOnly.test(wordAt(sheet, name.from)) || (next?.from ?? Infinity) <= name.to) return
    return isNameWord(sheet, name.to, name.from) ? one(name, { to: name.to + 1 }) : undefined
  }
}

/** "U . S": the stop of an initial goes with it where words are set apart by blanks. */
export const lastStop: BorderRule = {
  name: 'stop-of-the-last-initial',
  example: 'In the (Location U . S) . it rained -> In the [Location U . S .] it rained.',
  mend(name, _, sheet) {
    const spelt = /^\p{Lu}$/u.test(wordAt(sheet, name.to - 1)) && wordAt(sheet, name.to - 2) === '.' && /^\p{Lu}$/u.test(wordAt(sheet, name.to - 3)) && name.from <= name.to - 3
    return spelt && wordAt(sheet, name.to) === '.' ? one(name, { to: name.to + 1 }) : undefined
  }
}

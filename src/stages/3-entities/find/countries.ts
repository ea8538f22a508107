import type { Found } from '../found.js'
import { territories, type Country } from '../gazetteer.js'
import { matchesAt } from '../phrases.js'
import { isCapital, isProper, lower, sentenceAt, type Scene } from '../scene.js'
import { standsForGovernment } from './government.js'

/** Names of countries that are names of people, too, or ordinary words where the reader says so. */
export function findCountries(scene: Scene): Found[] {
  const found: Found[] = []
  const { tokens } = scene.tree
  const codes = new Set<string>()
  const decided = new Map<string, string | null>()
  for (let from = 0; from < tokens.length; from++) {
    const country = matchesAt(scene.gazetteer.countryNames, scene.page, from).find((match) => isCountry(scene, from, match.to, match.phrase.value))
    if (country) {
      const { form, value } = country.phrase
      // The whole article is searched, so each name is asked once.
      if (!decided.has(form)) decided.set(form, codeOf(scene, form, value))
      const code = decided.get(form)
      if (code) {
        const island = territories(scene.gazetteer).get(code)
        if (island === undefined) found.push({ from, to: country.to, kind: 'country', key: `country:${code}`, form: 'name', rule: 'country-name', confidence: 0.97 })
        else found.push({ from, to: country.to, kind: 'island', key: `island:${island}`, form: 'name', rule: 'territory-that-is-an-island', confidence: 0.85 })
        codes.add(code)
        from = country.to - 1
        continue
      }
    }
    const nation = matchesAt(scene.gazetteer.demonyms, scene.page, from).find((match) => isNation(scene, from, match.to))
    if (nation) {
      found.push({ from, to: nation.to, kind: 'people', key: `people:${nation.phrase.value.map(({ code }) => code).join('|')}`, form: 'name', rule: 'nationality', confidence: 0.95 })
      for (const { code } of nation.phrase.value) codes.add(code)
      from = nation.to - 1
      continue
    }
    const capital = matchesAt(scene.gazetteer.capitals, scene.page, from)[0]
    if (!capital || isInLongerName(scene, from, capital.to, [...(isInDateline(scene, from) ? [] : ['Person']), 'Organization', 'Misc', 'Product', 'Facility', 'Location'])) continue
    const { form, value } = capital.phrase
    if (!isThatCapital(scene, form, value.code, capital.to, codes)) continue
    const seat = /^(?:Kremlin|White House|Downing Street|Whitehall)$/.test(form)
    const why = seat || scene.nameAt[from]?.label === 'Person' || isInDateline(scene, from) ? null : standsForGovernment(scene, from, capital.to)
    if (why) found.push({ from, to: capital.to, kind: 'country', key: `country:${value.code}`, form: 'noun', rule: why, confidence: 0.85 })
    else if (seat) found.push({ from, to: capital.to, kind: 'organization', key: `seat:${form}`, form: 'name', rule: 'seat-of-power', confidence: 0.95 })
    else if (isInDateline(scene, from) || (scene.nameAt[from] && scene.nameAt[from]?.label !== 'Person')) found.push({ from, to: capital.to, kind: 'place', key: `capital:${value.code}:${form}`, form: 'name', rule: 'capital', confidence: 0.95 })
    else continue
    from = capital.to - 1
  }
  return found
}

/** Kingston, Georgetown and Nassau are many places: only where the article has spoken of the country, and never before "County". */
function isThatCapital(scene: Scene, form: string, code: string, to: number, codes: ReadonlySet<string>): boolean {
  if (scene.lexicon.words('place-nouns').has(lower(scene, to)) && isCapital(scene.tree.tokens[to])) return false
  return !scene.lexicon.words('shared-capitals').has(form) || codes.has(code)
}

/** "Bank of Japan" is no mention of Japan, "Lima, Peru" and "Russia's Sakhalin" are. */
export function isInLongerName({ nameAt, tree: { tokens } }: Scene, from: number, to: number, labels: readonly string[]): boolean {
  const name = nameAt[from]
  if (!name || !labels.includes(name.label) || (name.from >= from && name.to <= to)) return false
  const parted = (index: number) => /^(?:,|['’]s?|\(|\)|;|:|-|–|and)$/.test(tokens[index]?.text ?? '')
  if (name.label === 'Location' || name.label === 'Misc') return !((name.to <= to || parted(to)) && (name.from >= from || parted(from - 1)))
  return true
}

function isCountry(scene: Scene, from: number, to: number, country: Country): boolean {
  const name = scene.nameAt[from]
  const next = scene.tree.tokens[to]
  if (!isCapital(scene.tree.tokens[from]) && !/^(?:mainland|the)$/i.test(lower(scene, from))) return false
  if (isInLongerName(scene, from, to, ['Person', 'Organization', 'Product', 'Facility', 'Misc', 'Location'])) return false
  // New Jersey and New Mexico are states; the gazetteer's own "New …" begin at "New".
  if (lower(scene, from - 1) === 'new' && isCapital(scene.tree.tokens[from - 1])) return false
  // "Jordan said" of a Michael Jordan; "Chad Smith" when the reader saw no more than "Chad".
  if (name?.label === 'Person' && (scene.personWords.has(lower(scene, from)) || name.sure > 0.8)) return /^(?:Russia|China|Japan|Ukraine|India|Germany|France)$/.test(country.name)
  if (!name && to - from === 1 && isProper(next) && scene.tree.tokens[from]?.relation === 'compound' && scene.lexicon.words('place-nouns').has(lower(scene, to))) return false
  // "US $4 million", "US$" are money.
  if (/^[$€£]/.test(next?.text ?? '') || /^dollars?$/i.test(next?.text ?? '')) return false
  if (country.name === 'Turkey' && !name && sentenceAt(scene, from).from === from) return false
  return true
}

/** A name that two places share goes by the words of the article: a table says which words speak for the country and which against it. */
function codeOf(scene: Scene, form: string, country: Country): string | null {
  for (const row of scene.lexicon.table('country-clashes')) {
    if (row['name'] !== form) continue
    const has = (cell: string | undefined) => (cell ?? '').split('|').some((word) => word !== '' && scene.page.folded.includes(word))
    if (has(row['against']) && !has(row['for'])) return null
  }
  return country.code
}

function isNation(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene.tree
  if (!isCapital(tokens[from])) return false
  const name = scene.nameAt[from]
  if (name && (name.from < from || name.to > to) && name.label !== 'NORP') return name.label === 'Date'
  return name?.label !== 'Person'
}

/** "STANLEY, March 3": a town, whatever its name. */
const isInDateline = ({ dateline, tree: { tokens } }: Scene, index: number): boolean => dateline !== null && dateline.start <= (tokens[index]?.start ?? 0) && (tokens[index]?.end ?? 0) <= dateline.end

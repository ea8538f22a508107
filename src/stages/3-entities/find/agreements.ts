import { perLexicon } from '../../../data/lexicon.js'
import { fold } from '../fold.js'
import { crosses, type Found } from '../found.js'
import { matchesAt, phrasesOf } from '../phrases.js'
import { isCapital, isTight, lower, sentenceAt, textOf, type Scene } from '../scene.js'

const nouns = /^(?:treaty|treaties|accord|accords|agreement|agreements|pact|convention|conventions|declaration|protocol|charter|armistice|memorandum|communiqu[eé]|covenant|compact|truce|concordat)$/
/** Small, these are agreements only with a place before them: "the Minsk agreements". */
const small = /^(?:accord|accords|agreement|agreements|pact|protocol|declaration|truce|treaty)$/
const link = /^(?:of|on|for|against|concerning|between|with|and|the|to|in|&)$/

export const knownAgreements = perLexicon((lexicon) =>
  phrasesOf(
    lexicon.table('agreements').flatMap((row) => [row['name'] ?? '', ...(row['aliases'] ? row['aliases'].split('|') : [])].map((name) => [name, row['id'] ?? ''] as const))
  )
)

/** Words that name nothing by themselves: "the Peace Treaty" of a headline is any. */
const general = /^(?:Peace|Trade|Free|Joint|Security|Defen[cs]e|Final|Nuclear|Climate|International|Bilateral|New|Arms|Border|Ceasefire|Partnership|Cooperation|Non|Aggression|-|and|of|Extradition|Political|Party|Social|National|Republican|Democratic)$/

/** Treaties, accords, declarations: known ones by name, others by a capital noun of that sort with what names it. */
export function findAgreements(scene: Scene): Found[] {
  const found: Found[] = []
  const { tokens } = scene.tree
  for (let from = 0; from < tokens.length; from++) {
    const match = matchesAt(knownAgreements(scene.lexicon), scene.page, from)[0]
    if (!match || (isCapital(tokens[match.to]) && /^Organi[sz]ation$/.test(tokens[match.to]?.text ?? ''))) continue
    found.push({ from, to: match.to, kind: 'agreement', key: `agreement:${match.phrase.value}`, form: 'name', rule: 'known-agreement', confidence: 0.97 })
    from = match.to - 1
  }
  tokens.forEach((token, index) => {
    if (!nouns.test(token.text.toLowerCase()) || found.some((other) => other.from <= index && index < other.to)) return
    const one = isCapital(token) ? capital(scene, index) : withPlace(scene, index)
    if (one && !found.some((other) => crosses(other, one))) found.push(one)
  })
  return found
}

/** "the Treaty of Gont", "the Gont Peace Treaty", "the Convention on the Law of the Sea". */
function capital(scene: Scene, index: number): Found | null {
  const { tokens } = scene.tree
  const sentence = sentenceAt(scene, index)
  let from = index
  const stop = /^(?:The|A|An|This|That|These|In|On|At|Under|After|Both|Our|Its|Their|His|President|Minister)$/
  while (sentence.from < from && index - 7 < from) {
    const before = tokens[from - 1]
    if (!before) break
    if (isTight(scene, from - 1) || (from < index && /^(?:and|of|on)$/.test(before.text) && isCapital(tokens[from - 2]))) from--
    else if (isCapital(before) && !stop.test(before.text) && /^(?:NN|JJ|CD|VB|FW)/.test(before.tag)) from--
    else break
  }
  while (from < index && /^(?:-|and|of|on)$/.test(tokens[from]?.text ?? '')) from++
  let to = index + 1
  for (let at = to; at < sentence.to && at < index + 14; at++) {
    const token = tokens[at]
    if (!token || !(link.test(token.text) || isCapital(token) || token.text === '-')) break
    if (at === to && link.test(token.text) && /^(?:with|and|the|in|between|to)$/.test(token.text) && at === index + 1) break
    if (/-Date$/.test(token.name) || /^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$/.test(token.text)) break
    if (isCapital(token)) to = at + 1
  }
  // A convention is a treaty if it is on or against something; the Democratic National Convention is a gathering of a party.
  if (/^conventions?$/i.test(tokens[index]?.text ?? '') && (!/^(?:on|against|for|relating|concerning)$/.test(lower(scene, index + 1)) || /day$/.test(lower(scene, index + 2)))) return null
  if (to === index + 1 && tokens.slice(from, index).every(({ text }) => general.test(text))) return null
  // "Organization of the Charter" and "Charter Communications" are bodies.
  if (scene.nameAt[index]?.label === 'Organization' && scene.nameAt[index]?.to !== to) return null
  if (/^(?:Organi[sz]ation|Communications|Schools?|Airlines?|Airways|Center|Centre|Party|Secretariat)$/.test(tokens[to - 1]?.text ?? '')) return null
  if (scene.nameAt[index]?.label === 'Organization' && /^(?:convention|charter|compact|declaration)$/i.test(tokens[index]?.text ?? '')) return null
  if (/^\d{4}$/.test(tokens[from - 1]?.text ?? '') && sentence.from < from) from--
  return made(scene, from, to, 'capital-agreement', 0.85)
}

function withPlace(scene: Scene, index: number): Found | null {
  const { tokens } = scene.tree
  if (!small.test(tokens[index]?.text ?? '')) return null
  const peace = /^(?:peace|climate|nuclear|ceasefire|border|maritime)$/.test(lower(scene, index - 1)) ? 1 : 0
  const last = index - 1 - peace
  const name = scene.nameAt[last]
  if (!name || name.to !== last + 1 || !['Location', 'Misc'].includes(name.label) || lower(scene, name.from - 1) !== 'the') return null
  if (matchesAt(scene.gazetteer.countryNames, scene.page, name.from).some(({ to }) => to === name.to)) return null
  return made(scene, name.from, index + 1, 'place-and-agreement', 0.7)
}

const made = (scene: Scene, from: number, to: number, rule: string, confidence: number): Found => ({
  from, to, kind: 'agreement', key: `agreement?${fold(textOf(scene, from, to)).toLowerCase()}`, form: 'name', rule, confidence
})

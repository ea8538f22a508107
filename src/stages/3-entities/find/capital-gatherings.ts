import { fold } from '../fold.js'
import { isCapital, isTight, lower, sentenceAt, textOf, type Scene } from '../scene.js'
import { placeAfter, startOf, type Gathering } from './gathering.js'

/** A row of capitals that ends in Summit, Conference, Forum …: "the Gont Peace Conference", "the Conference on Islands". */
export function named(scene: Scene): Gathering[] {
  // Names that stand somewhere in the article where only a gathering can are gatherings everywhere.
  const attended = new Set<string>()
  for (const { from, to } of rows(scene, attended)) attended.add(bare(scene, from, to))
  return [...rows(scene, attended)]
}

/** Without the year or number before it. */
const bare = (scene: Scene, from: number, to: number): string => textOf(scene, from, to).replace(/^(?:(?:19|20)\d\d|\d+(?:st|nd|rd|th)) /, '')

function* rows(scene: Scene, attended: ReadonlySet<string>): Generator<Gathering> {
  const { tokens } = scene.tree
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (!token || !capitalNoun.test(token.text)) continue
    const sentence = sentenceAt(scene, index)
    let from = index
    const stop = /^(?:The|A|An|This|That|At|In|On|After|During|Its|Their|His|President|Minister|Prime)$/
    while (sentence.from < from && index - 8 < from) {
      const before = tokens[from - 1]
      if (!before) break
      if (isCapital(before) && !stop.test(before.text) && before.tag !== 'PRP') from--
      // "Leaders’ Summit"
      else if ((from < index || before.text === '’' || before.text === "'") && (isTight(scene, from - 1) || /^(?:and|of|on|for|the|&|['’]s?)$/.test(before.text)) && isCapital(tokens[from - 2]) && sentence.from <= from - 2) from--
      else break
    }
    while (from < index && !isCapital(tokens[from])) from++
    let to = index + 1
    for (let at = to; at < sentence.to && at < to + 6; at++) {
      const word = tokens[at]
      if (!word || month.test(word.text) || !(isCapital(word) || /^(?:on|for|of|the|and|against)$/.test(word.text))) break
      if (isCapital(word)) to = at + 1
    }
    const name = scene.nameAt[index]
    if (from === index && to === index + 1) continue
    // An association may call itself a forum or a conference; a summit is always a meeting.
    if (name?.label === 'Organization' && token.text !== 'Summit' && !isAttended(scene, from) && !isPlaced(scene, from, to) && !attended.has(bare(scene, from, to)) && !/^(?:Economic|Security|Peace|Leaders|Islands|Business|Investment|Climate)$/.test(tokens[index - 1]?.text ?? '')) continue
    if (name?.label === 'Person' || (name?.label === 'Facility' && name.to > index + 1 && isCapital(tokens[index + 1]))) continue
    // What follows in capitals makes it something else: "Conference Centre".
    if (/^(?:Centre|Center|Hall|Room|Committee|Secretariat|Party|League|Board|Council)$/.test(tokens[index + 1]?.text ?? '')) continue
    if (token.text === 'Assembly' && !/World|United|Nations|U\.?N\.?/.test(textOf(scene, from, index))) continue
    yield { from: startOf(scene, from), to, kind: 'summit', key: `gathering?${fold(textOf(scene, from, to)).toLowerCase()}`, form: 'name', rule: 'capital-gathering', confidence: 0.85, series: null, noun: token.text.toLowerCase() }
    index = to - 1
  }
}

/** "the Summit on December 14" is not on December. */
const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

const capitalNoun = /^(?:Summit|Conference|Forum|Meeting|Dialogue|Talks|Symposium|Conclave|Assembly|Roundtable)$/

/** "the Gont Sea Forum (GSF)": its letters are the same gathering wherever they stand. */
export function acronyms(scene: Scene, byName: readonly Gathering[]): Gathering[] {
  const { tokens } = scene.tree
  const short = new Map<string, Gathering>()
  for (const one of byName) {
    const word = tokens[one.to + 1]?.text ?? ''
    if (tokens[one.to]?.text === '(' && tokens[one.to + 2]?.text === ')' && /^[A-Z]{2,8}$/.test(word)) short.set(word, one)
  }
  if (!short.size) return []
  return tokens.flatMap(({ text }, index): Gathering[] => {
    const one = short.get(text)
    return one ? [{ ...one, from: index, to: index + 1, rule: 'acronym-of-gathering' }] : []
  })
}

/** "for the Gont Forum (GF) in Roke": a body is not for somewhere. */
function isPlaced(scene: Scene, from: number, to: number): boolean {
  const end = lower(scene, to) === '(' && lower(scene, to + 2) === ')' ? to + 3 : to
  return lower(scene, from - 1) === 'the' && /^(?:for|at|to|during|after|before|of)$/.test(lower(scene, from - 2)) && placeAfter(scene, end, 'in') !== null
}

/** "at the Gont Forum", "on the sidelines of …", "attended …". */
const isAttended = (scene: Scene, from: number): boolean =>
  /\b(?:at|during|attend|attended|attending|attends|sidelines of|part in|opened|opens|hosts?|hosted|hosting|ahead of|visit to|gather for|participat\w+ in) (?:the |an? |this year's |last year's |\d+ )?$/i.test(
    scene.page.folded.slice(Math.max(0, (scene.tree.tokens[from]?.start ?? 0) - 40), scene.tree.tokens[from]?.start ?? 0)
  )

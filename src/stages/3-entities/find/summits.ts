import { crosses, type Found } from '../found.js'
import { fold } from '../fold.js'
import type { Series } from '../gazetteer.js'
import { matchesAt, type Page } from '../phrases.js'
import { isCapital, lower, sentenceAt, textOf, type Scene } from '../scene.js'
import { acronyms, named } from './capital-gatherings.js'
import { described } from './described-gatherings.js'
import { startOf, type Gathering } from './gathering.js'

/** Organizations of the table by themselves, and gatherings: of the table, and by the words that name them. */
export function findSummits(scene: Scene): { gatherings: Gathering[]; bodies: Found[] } {
  const gatherings: Gathering[] = []
  const bodies: Found[] = []
  const { tokens } = scene.tree
  for (let from = 0; from < tokens.length; from++) {
    const joined = /^(COP|TICAD|MC)\d{1,2}$/.exec(tokens[from]?.text ?? '')?.[1]
    const conference = joined && scene.gazetteer.series.get({ COP: 'cop', TICAD: 'ticad', MC: 'wto-ministerial' }[joined] ?? '')
    if (conference) {
      gatherings.push({ key: `series:${conference.id}`, form: 'name', confidence: 0.95, series: conference, from, to: from + 1, kind: 'summit', rule: 'series-and-number', noun: 'conference' })
      continue
    }
    const match = matchesAt(scene.gazetteer.seriesNames, scene.page, from).find(({ to, phrase }) => isSeries(scene, from, to, phrase.form, phrase.value))
    if (!match) continue
    const { value: series, form } = match.phrase
    const numbered = numberAfter(scene, match.to, form)
    const noun = nounAfter(scene, numbered)
    const base = { key: `series:${series.id}`, form: 'name' as const, confidence: 0.95, series }
    if (series.kind === 'organization' && noun === null) {
      bodies.push({ from, to: match.to, kind: 'organization', key: base.key, form: 'name', rule: 'body-of-the-table', confidence: 0.95 })
      from = match.to - 1
      continue
    }
    const to = noun === null ? numbered : noun + 1
    if (series.kind === 'organization') bodies.push({ from, to: match.to, kind: 'organization', key: base.key, form: 'name', rule: 'body-of-the-table', confidence: 0.95 })
    gatherings.push({ ...base, from: startOf(scene, from), to, kind: 'summit', rule: noun === null ? 'series' : 'series-and-noun', noun: noun === null ? 'summit' : lower(scene, noun) })
    from = to - 1
  }
  const byName = named(scene)
  for (const one of [...byName, ...acronyms(scene, byName), ...described(scene)])
    if (!gatherings.some((other) => crosses(other, one)) && !bodies.some((body) => crosses(body, one) && !(one.from <= body.from && body.to <= one.to))) gatherings.push(one)
  return { gatherings, bodies }
}

const gathering = /^(?:summit|summits|meeting|meetings|conference|forum|talks|session|gathering|ministerial|dialogue|conclave|consultations)$/
/** Between an organization and its gathering: "NATO foreign ministers' meeting", "APEC Economic Leaders' Meeting", "EU emergency summit". */
const between = /^(?:['’]s?|-|leaders?|economic|foreign|defen[cs]e|finance|trade|energy|health|interior|climate|ministers?|ministerial|council|annual|emergency|extraordinary|special|virtual|informal|security|youth|business|ceo|heads|of|state|and|government|affairs|central|bank|bankers|level|high|plenary|general|regular|next|last|group)$/

/** Acronyms that are also words or names stand for the series only where the reader saw a name, or with a gathering behind them. */
function isSeries(scene: Scene, from: number, to: number, form: string, series: Series): boolean {
  const name = scene.nameAt[from]
  if (name?.label === 'Person') return false
  if (name && name.to > to && name.from <= from && ['Organization', 'Facility', 'Product'].includes(name.label)) {
    const rest = textOf(scene, to, name.to)
    if (!/^(?:summit|meeting|conference|forum|leaders)/i.test(rest) && !/^[(,]/.test(rest)) return false
  }
  if (form === 'COP') return /^-?\s?\d/.test(scene.page.folded.slice(scene.tree.tokens[to - 1]?.end ?? 0, (scene.tree.tokens[to - 1]?.end ?? 0) + 4)) || nounAfter(scene, to) !== null
  const risky = form.length <= 4 && series.kind !== 'group' && !/^(?:EU|NATO|APEC|E\.U\.|OSCE|OPEC)$/i.test(form)
  return !risky || nounAfter(scene, to) !== null || name?.label === 'Organization' || name?.label === 'Misc' || isExpanded(scene, series)
}

/** The article gives the acronym's full name somewhere. */
function isExpanded({ page }: Scene, { id, name }: Series): boolean {
  const asked = expanded.get(page) ?? new Map<string, boolean>()
  expanded.set(page, asked)
  const kept = asked.get(id)
  if (kept !== undefined) return kept
  const answer = page.folded.includes(fold(name))
  asked.set(id, answer)
  return answer
}

/** The whole article is searched, so each series is asked once an article. */
const expanded = new WeakMap<Page, Map<string, boolean>>()

/** "COP 27", "TICAD-8": the number of a meeting belongs to it. */
function numberAfter(scene: Scene, to: number, form: string): number {
  const { tokens } = scene.tree
  if (!/^(?:COP|TICAD|ADMM|MC|CHOGM)$/.test(form)) return to
  if (/^\d{1,2}$/.test(tokens[to]?.text ?? '')) return to + 1
  return tokens[to]?.text === '-' && /^\d{1,2}$/.test(tokens[to + 1]?.text ?? '') ? to + 2 : to
}

function nounAfter(scene: Scene, from: number): number | null {
  const { to } = sentenceAt(scene, Math.max(0, from - 1))
  for (let index = from; index < to && index < from + 6; index++) {
    const word = lower(scene, index)
    if (gathering.test(word)) return word === 'talks' || /^NN/.test(scene.tree.tokens[index]?.tag ?? 'NN') || isCapital(scene.tree.tokens[index]) ? index : null
    if (!between.test(word)) return null
  }
  return null
}

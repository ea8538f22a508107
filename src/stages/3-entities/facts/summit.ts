import type { DateMention, Facts } from '../../../model.js'
import type { Draft } from '../join/draft.js'
import type { Meeting } from '../join/gatherings.js'
import { sentenceAt, textOf, type Scene } from '../scene.js'

/** Where, when and with whom, as far as the sentences that name the gathering say so. */
export function summitFacts(scene: Scene, { draft, gathering, place }: Meeting, drafts: readonly Draft[], dates: readonly DateMention[], idOf: (draft: Draft) => string): Facts {
  const series = gathering.series
  const isSeries = series !== null && draft.key === `series:${series.id}`
  const where = place && (drafts.find(({ kind, mentions }) => kind !== 'summit' && mentions.some(({ from }) => from === place.from)) ?? null)
  return {
    series: series && { id: series.id, name: series.name, about: series.about, years: series.years },
    level: isSeries ? 'series' : 'meeting',
    type: gathering.rule === 'visit-to-place' ? 'visit' : gathering.noun,
    place: place && { id: where ? idOf(where) : null, name: textOf(scene, place.from, place.to) },
    when: isSeries ? null : whenOf(scene, draft, dates),
    participants: isSeries ? [] : participantsOf(scene, draft, drafts, idOf)
  }
}

/** A year in the name; else a date right behind it; else the only date of a sentence that names it. */
function whenOf(scene: Scene, { mentions, name }: Draft, dates: readonly DateMention[]): string | null {
  const { tokens } = scene.tree
  const own = /\b(?:19|20)\d\d\b/.exec(name)?.[0] ?? null
  const days = dates.filter(({ kind }) => kind === 'date')
  let when: string | null = null
  for (const { from, to, form } of mentions) {
    if (form !== 'name') continue
    const end = tokens[to - 1]?.end ?? 0
    const behind = days.find(({ span }) => end <= span.start && span.start <= end + 12 && /^(?:[\s,(]*(?:on|in|of|during|next|this|last|held)?\s*){1,3}$/.test(scene.tree.text.slice(end, span.start)))
    if (behind) when = finer(when, behind.value)
    const sentence = sentenceAt(scene, from)
    const inside = days.filter(({ span }) => (tokens[sentence.from]?.start ?? 0) <= span.start && span.end <= (tokens[sentence.to - 1]?.end ?? 0))
    const values = new Set(inside.map(({ value }) => value))
    if (!behind && values.size === 1 && !own) when = finer(when, inside[0]?.value ?? null)
  }
  return when ?? own
}

/** "2016-12-15" says more than "2016-12", and "2017" something else: then the first stands. */
const finer = (a: string | null, b: string | null): string | null => (a === null || b?.startsWith(a) ? b : a)

const attending = /\b(?:attend\w*|took part|take part|taking part|participat\w*|met|meet\w*|host\w*|join\w*|gather\w*|sidelines|margins|held|hold\w*|travel\w*|arriv\w*|visit\w*|told reporters)\b/i

/** People of a sentence that names the gathering and says that somebody was there; for talks and visits countries, too. */
function participantsOf(scene: Scene, { mentions }: Draft, drafts: readonly Draft[], idOf: (draft: Draft) => string): string[] {
  const sentences = new Set(mentions.filter(({ form }) => form === 'name').map(({ from }) => scene.tree.sentenceOf[from] ?? -1))
  const there = new Set<string>()
  for (const index of sentences) {
    const sentence = scene.tree.sentences[index]
    if (!sentence || !attending.test(textOf(scene, sentence.from, sentence.to))) continue
    for (const draft of drafts) if (draft.kind === 'person' && draft.mentions.some(({ from }) => sentence.from <= from && from < sentence.to && !scene.quoted[from])) there.add(idOf(draft))
  }
  return [...there].sort()
}

import type { Found } from '../found.js'
import { fold } from '../fold.js'
import { placeAfter, type Gathering } from '../find/gathering.js'
import { lower, textOf, type Scene } from '../scene.js'
import { draftOf, type Draft, type Part } from './draft.js'
import { tidy } from './people.js'

/** A gathering with what the text says of the meeting. */
export interface Meeting {
  readonly draft: Draft
  readonly gathering: Gathering
  /** Tokens of the place's name, where the text has it right behind. */
  readonly place: { readonly from: number; readonly to: number } | null
}

/** A series and its single meetings are told apart: with a place or a number it is one meeting. Mentions that say neither go to the one meeting
 *  that the article has of that series, else to the series. `places` are the mentions of places and countries, which decide where a place ends. */
export function joinGatherings(scene: Scene, gatherings: readonly Gathering[], places: readonly Found[]): Meeting[] {
  const placeAt = new Map(places.map((place) => [place.from, place]))
  const meetings = new Map<string, Meeting>()
  const loose: { gathering: Gathering; part: Part }[] = []
  for (const [index, gathering] of gatherings.entries()) {
    const isVisit = gathering.rule === 'visit-to-place'
    const behind = placeAfter(scene, gathering.to, isVisit ? 'to' : 'in')
    const named = behind && (placeAt.get(behind.from) ?? behind)
    // A place that begins the next gathering's name is no place of this one's.
    const place = named && named.to <= (gatherings[index + 1]?.from ?? Infinity) ? named : null
    const to = place?.to ?? gathering.to
    const part: Part = { from: gathering.from, to, form: 'name', rule: gathering.rule, confidence: gathering.confidence }
    if (gathering.series && !place && !isNumbered(scene, gathering)) {
      loose.push({ gathering, part })
      continue
    }
    const where = place ? fold(textOf(scene, place.from, place.to)).toLowerCase() : ''
    const what = gathering.series ? `${gathering.key}@${where}${where ? '' : fold(textOf(scene, gathering.from, to)).toLowerCase()}` : gathering.key ?? ''
    const known = meetings.get(what)
    if (known) known.draft.mentions.push(part)
    else meetings.set(what, { draft: draftOf('summit', what, tidy(textOf(scene, gathering.from, to)), [part]), gathering, place })
  }
  for (const { gathering, part } of loose) {
    const ofSeries = [...meetings.values()].filter((meeting) => meeting.gathering.series === gathering.series && meeting.draft.key !== gathering.key)
    const [only] = ofSeries
    if (ofSeries.length === 1 && only) only.draft.mentions.push({ ...part, rule: 'series-for-its-only-meeting' })
    else {
      const key = gathering.key ?? ''
      const known = meetings.get(key)
      if (known) known.draft.mentions.push(part)
      else meetings.set(key, { draft: draftOf('summit', key, tidy(textOf(scene, part.from, part.to)), [part]), gathering, place: null })
    }
  }
  return samePlace(scene, [...meetings.values()])
}

/** "its summit in Gont" is "the NATO summit in Gont", if that is the only summit there. */
function samePlace(scene: Scene, meetings: readonly Meeting[]): Meeting[] {
  const whereOf = ({ place }: Meeting) => (place ? fold(textOf(scene, place.from, place.to)).toLowerCase() : null)
  const merged = new Set<Meeting>()
  for (const plain of meetings) {
    if (plain.gathering.rule !== 'gathering-in-place' || plain.gathering.noun === 'talks' || plain.gathering.noun === 'negotiations') continue
    const named = meetings.filter((other) => other !== plain && other.gathering.rule !== 'gathering-in-place' && other.gathering.rule !== 'visit-to-place' && whereOf(other) === whereOf(plain))
    const [only] = named
    if (named.length !== 1 || !only) continue
    only.draft.mentions.push(...plain.draft.mentions.map((mention) => ({ ...mention, rule: 'gathering-in-the-same-place' })))
    merged.add(plain)
  }
  return itsSummit(scene, meetings.filter((meeting) => !merged.has(meeting)))
}

/** "The League warned that its summit in Gont … the League summit": one, if there is only one of each. */
function itsSummit(scene: Scene, meetings: readonly Meeting[]): Meeting[] {
  const isIts = ({ from }: Part) => [from, from - 1].some((index) => /^(?:its|their)$/.test(lower(scene, index)))
  const its = meetings.filter(({ gathering, draft }) => gathering.rule === 'gathering-in-place' && gathering.noun === 'summit' && draft.mentions.some(isIts))
  const named = meetings.filter(({ gathering, place }) => gathering.noun === 'summit' && !place && gathering.rule !== 'gathering-in-place')
  const [from, into] = [its[0], named[0]]
  if (its.length !== 1 || named.length !== 1 || !from || !into) return [...meetings]
  into.draft.mentions.push(...from.draft.mentions.map((mention) => ({ ...mention, rule: 'its-summit' })))
  return meetings.flatMap((meeting) => (meeting === from ? [] : meeting === into ? [{ ...into, place: from.place }] : [meeting]))
}

/** "the 2016 summit", "the 11th summit", "COP27": one meeting of many. */
const isNumbered = (scene: Scene, { from, to }: Gathering): boolean =>
  /^(?:\d{4}|\d+(?:st|nd|rd|th)|[ivxl]{2,})$/.test(lower(scene, from)) || /^(?:cop|ticad|mc)?-?\d{1,2}$/.test(lower(scene, to - 1))

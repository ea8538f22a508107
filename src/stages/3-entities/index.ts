import type { Entity, Facts } from '../../model.js'
import { byPosition, spanOf } from '../../span.js'
import type { Stage } from '../../stage.js'
import { speakers as speakersStage } from '../2-speakers/index.js'
import { datesOf } from './dates/index.js'
import { factsOf } from './facts/index.js'
import { follow } from './follow/index.js'
import { aliasesOf, idsOf } from './identity.js'
import type { Draft } from './join/draft.js'
import { joinGatherings } from './join/gatherings.js'
import { joinOthers } from './join/others.js'
import { joinPeople } from './join/people.js'
import { withRegions } from './regions.js'
import { findNames } from './resolve.js'
import { sceneOf, type Scene } from './scene.js'
import { entityOfSpeakers } from './speakers.js'

const own = [
  'agreements', 'countries', 'country-clashes', 'family-first-names', 'function-words', 'gendered-words', 'government-nouns', 'government-verbs', 'honorifics', 'islands', 'known-bodies', 'name-heads', 'kin', 'nicknames', 'not-islands', 'not-names', 'outlets', 'peoples', 'place-nouns',
  'role-nouns', 'shared-capitals', 'summits', 'territory-verbs'
]

/** People, islands, summits and the rest, each one once with all its mentions; speakers to entities; dates. */
export const entities: Stage<'tokens' | 'speakers', 'entities'> = {
  writes: 'entities',
  reads: ['tokens', 'speakers'],
  version: 8,
  // What is followed here is followed with the speakers stage's rules, and so with its words.
  data: [...new Set([...speakersStage.data, ...own])],
  run({ tokens, speakers }, lexicon) {
    const scene = sceneOf(tokens, speakers, lexicon)
    const { flat, gatherings } = findNames(scene)
    const people = joinPeople(scene, flat.filter(({ kind }) => kind === 'person'))
    const others = joinOthers(scene, flat.filter(({ kind }) => kind !== 'person'))
    const meetings = joinGatherings(scene, gatherings, flat)
    const drafts = follow(scene, speakers, [...people, ...others, ...meetings.map(({ draft }) => draft)], meetings)
    const regions = withRegions(scene, drafts)
    for (const { mentions } of drafts) mentions.sort((a, b) => a.from - b.from || b.to - a.to)
    drafts.sort((a, b) => (a.mentions[0]?.from ?? 0) - (b.mentions[0]?.from ?? 0) || (b.mentions[0]?.to ?? 0) - (a.mentions[0]?.to ?? 0))

    const dates = datesOf(tokens, scene.tree)
    const ids = idsOf(scene, drafts)
    const idOf = (draft: Draft) => ids.get(draft) ?? ''
    const byDraft = new Map(meetings.map((meeting) => [meeting.draft, meeting]))
    return {
      entities: drafts.map((draft) => ({ ...entityOf(scene, draft), id: idOf(draft), aliases: aliasesOf(scene, draft), facts: within(factsOf(scene, draft, drafts, byDraft, dates, idOf), regions.get(draft), idOf) })).map(inOrder),
      speakers: entityOfSpeakers(scene, speakers.attributions, drafts, idOf),
      dates
    }
  }
}

function entityOf({ tree: { text, tokens } }: Scene, { kind, name, mentions }: Draft): Omit<Entity, 'id' | 'aliases' | 'facts'> {
  const best = mentions.reduce((most, mention) => (mention.form === 'name' && most.confidence < mention.confidence ? mention : most), { rule: mentions[0]?.rule ?? '', confidence: 0 })
  return {
    kind,
    name,
    mentions: mentions.map(({ from, to, form, rule }) => ({ ...spanOf(text, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0), form, rule })).sort(byPosition),
    rule: best.rule,
    confidence: best.confidence || (mentions[0]?.confidence ?? 0)
  }
}

/** With what a place lies in, where the article says so: "Porto Alto, Gont". */
const within = (facts: Facts | null, region: Draft | undefined, idOf: (draft: Draft) => string): Facts | null => (region ? { ...facts, within: { id: idOf(region), name: region.name } } : facts)

const inOrder = ({ id, kind, name, aliases, mentions, facts, rule, confidence }: Entity): Entity => ({ id, kind, name, aliases, mentions, facts, rule, confidence })

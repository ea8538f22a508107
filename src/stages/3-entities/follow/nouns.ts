import type { Draft } from '../join/draft.js'
import type { Meeting } from '../join/gatherings.js'
import { territories, type Gazetteer, type Island } from '../gazetteer.js'
import { lower, sentenceAt, type Scene } from '../scene.js'

/** What a noun with "the" may take up. */
interface NounRule {
  readonly name: string
  readonly example: string
  readonly noun: RegExp
  /** Of the entities named before, the latest last, the one that is meant; null if none is. */
  answer(noun: string, before: readonly Draft[], scene: NounScene): Draft | null
}

interface NounScene {
  isGroup(draft: Draft): boolean
  /** It is in the table of countries and territories, too. */
  isLand(draft: Draft): boolean
  /** Of the gazetteer; null for what it does not know. */
  kindOf(draft: Draft): string | null
  parentOf(draft: Draft): string | null
  /** The phrase says how many: "the two islands". */
  readonly count: boolean
  readonly meetings: ReadonlyMap<Draft, Meeting>
}

const lands = (gazetteer: Gazetteer): ReadonlySet<string> => new Set(territories(gazetteer).values())

const only = (drafts: readonly Draft[]): Draft | null => (new Set(drafts).size === 1 ? (drafts[0] ?? null) : null)

const times = (drafts: readonly Draft[], one: Draft): number => drafts.filter((draft) => draft === one).length

const many = /(?:islands|isles|islets|rocks|reefs|shoals|skerries|archipelago|atolls)$/i

export const nounRules: readonly NounRule[] = [
  {
    name: 'the-islands',
    example: 'Both claim the [kuril-islands Kuril Islands]. Talks over [kuril-islands the disputed islands] failed.',
    noun: /^(?:islands|isles|islets|archipelago|chain|territories|atolls|reefs|rocks|skerries)$/,
    answer(noun, before, { isGroup, count, parentOf }) {
      const group = before.findLast(isGroup)
      if (!group || (/^(?:reefs|rocks|skerries)$/.test(noun) && !new RegExp(noun, 'i').test(group.name))) return null
      // Named in a row with islands beside it, the group is one of them: then the group of them all is meant, if the article has named it.
      const near = new Set(before.slice(-8).filter((draft) => draft.kind === 'island' && draft !== group))
      const siblings = [...near].filter((draft) => parentOf(draft) !== null && parentOf(draft) === parentOf(group))
      if (siblings.length) return before.findLast((draft) => draft.key === `island:${parentOf(group) ?? ''}`) ?? null
      // "The two islands" may be two that were named singly.
      return count && near.size ? null : group
    }
  },
  {
    name: 'the-island',
    example: 'He landed on [iturup Iturup]. [iturup The island] was empty.',
    noun: /^(?:island|isle|islet|atoll|reef|rock)$/,
    answer(noun, before, { isGroup, isLand, kindOf }) {
      const single = before.filter((draft) => draft.kind === 'island' && !isGroup(draft) && (!/^(?:reef|rock|islet|atoll)$/.test(noun) || kindOf(draft) === noun || kindOf(draft) === 'islet' || draft.name.toLowerCase().includes(noun) || (noun === 'islet' && kindOf(draft) === null)))
      // Beside Greenland or Cuba, which news treats as countries, "the island" is another one.
      const last = single.findLast((draft) => !isLand(draft)) ?? single.at(-1) ?? null
      // An island named in passing does not become what the article is about.
      const inPassing = last !== null && times(single, last) === 1
      return (inPassing && single.find((draft) => !isLand(draft) && 1 < times(single, draft))) || last
    }
  },
  {
    name: 'the-summit',
    example: 'Leaders came to the [summit APEC summit in Lima]. [summit The summit] ended on Sunday.',
    noun: /^(?:summit|forum|conference|gathering|talks|visit|trip)$/,
    answer(noun, before, { meetings }) {
      const same = before.filter((draft) => {
        const meeting = meetings.get(draft)
        if (!meeting) return false
        const isVisit = meeting.gathering.rule === 'visit-to-place'
        if (noun === 'visit' || noun === 'trip') return isVisit
        if (isVisit) return false
        const own = `${meeting.gathering.noun} ${draft.name.toLowerCase()}`
        return noun === 'gathering' || own.includes(noun) || (noun === 'summit' && meeting.gathering.series?.kind === 'group')
      })
      return same.at(-1) ?? null
    }
  },
  {
    name: 'the-treaty',
    example: 'They signed the [treaty Treaty of Gont]. [treaty The treaty] ended the war.',
    noun: /^(?:treaty|accord|accords|agreement|pact|deal|convention|declaration|protocol|charter|memorandum)$/,
    answer: (noun, before) => only(before.filter((draft) => draft.kind === 'agreement' && (noun === 'deal' || draft.name.toLowerCase().includes(noun.replace(/s$/, '')))))
  },
  {
    name: 'the-body',
    example: 'The [ministry Gont Foreign Ministry] denied it. [ministry The ministry] gave no reason.',
    noun: /^(?:ministry|agency|commission|committee|council|court|party|union|university|institute|bank|foundation|association|company|department|bureau|parliament|assembly|senate|authority|organization|organisation|league|federation|corporation|newspaper|board)$/,
    answer: (noun, before) => only(before.filter((draft) => draft.kind === 'organization' && new RegExp(`\\b${noun}(?: of\\b|$)`, 'i').test(draft.name)))
  }
]

/** "the disputed islands", "the summit", "the ministry": the entity last named that the noun fits. Without one before, they are nothing. */
export function followNouns(scene: Scene, drafts: readonly Draft[], meetings: readonly Meeting[]): void {
  const { tree } = scene
  const nounScene: Omit<NounScene, 'count'> = {
    isGroup: (draft) => isGroup(scene, draft),
    isLand: (draft) => lands(scene.gazetteer).has(islandOf(scene, draft)?.id ?? ''),
    kindOf: (draft) => islandOf(scene, draft)?.kind ?? null,
    parentOf: (draft) => islandOf(scene, draft)?.partOf ?? null,
    meetings: new Map(meetings.map((meeting) => [meeting.draft, meeting]))
  }
  const starts = drafts
    .filter(({ kind }) => ['island', 'summit', 'agreement', 'organization'].includes(kind))
    .flatMap((draft) => draft.mentions.map(({ from, to }) => ({ from, to, draft })))
    .sort((a, b) => a.from - b.from)
  const covered = new Uint8Array(tree.tokens.length)
  for (const draft of drafts) for (const { from, to } of draft.mentions) covered.fill(1, from, to)
  const groupAt = new Map(starts.flatMap(({ from, draft }) => (isGroup(scene, draft) ? [[from, draft] as const] : [])))
  const groups = new Set(groupAt.values())
  const before: Draft[] = []
  let next = 0
  tree.tokens.forEach(({ tag, text }, index) => {
    while (next < starts.length && (starts[next]?.to ?? 0) <= index) {
      const draft = starts[next++]?.draft
      if (draft) before.push(draft)
      if (before.length > 80) before.shift()
    }
    if (!/^NN/.test(tag) || covered[index]) return
    const word = text.toLowerCase()
    const called = nounRules[0]?.noun.test(word) ? calledBehind(scene, index, groupAt) : null
    const begin = called && start(scene, index, true)
    if (called && begin !== null && !covered.subarray(begin, index + 1).includes(1)) {
      called.mentions.push({ from: begin, to: index + 1, form: 'noun', rule: 'the-islands-called', confidence: 0.8 })
      covered.fill(1, begin, index + 1)
      before.push(called)
      return
    }
    const title = before.length ? null : headline(index, word)
    if (title) title.draft.mentions.push({ from: title.from, to: index + 1, form: 'noun', rule: 'the-only-islands', confidence: 0.65 })
    if (title || !before.length) return
    const rule = nounRules.find(({ noun }) => noun.test(word))
    const from = rule && start(scene, index, rule.name === 'the-islands')
    if (!rule || from === null || from === undefined || /^NN/.test(tree.tokens[index + 1]?.tag ?? '') || covered.subarray(from, index + 1).includes(1)) return
    if (/^(?:of|in|between|with)$/.test(lower(scene, index + 1)) && rule.name !== 'the-treaty' && rule.name !== 'the-summit') return
    const count = tree.tokens.slice(from, index).some((token) => /^(?:two|three)$/i.test(token.text))
    const draft = rule.answer(word, before, { ...nounScene, count })
    if (!draft) return
    draft.mentions.push({ from, to: index + 1, form: 'noun', rule: rule.name, confidence: 0.7 })
    covered.fill(1, from, index + 1)
    before.push(draft)
  })

  /** "disputed islets" of a headline, where the article names only one group. */
  function headline(index: number, word: string): { from: number; draft: Draft } | null {
    const [draft, ...others] = groups
    const isDisputed = /^(?:disputed|contested)$/.test(lower(scene, index - 1))
    if (!draft || others.length || !isDisputed || tree.paragraphOf[index] || !nounRules[0]?.noun.test(word)) return null
    return { from: /^(?:the|these)$/.test(lower(scene, index - 2)) ? index - 2 : index - 1, draft }
  }
}

/** "the islands, which Koreans call Dokdo", "the four islands that Japan calls its Northern Territories": the group is named behind. */
function calledBehind(scene: Scene, noun: number, groupAt: ReadonlyMap<number, Draft>): Draft | null {
  const { to } = sentenceAt(scene, noun)
  let calls = false
  for (let index = noun + 1; index < Math.min(to, noun + 12); index++) {
    calls ||= /^(?:call|know|name|term|dub)$/.test(scene.tree.tokens[index]?.lemma ?? '')
    const group = calls ? groupAt.get(index) : undefined
    if (group) return group
    if (/^[.;]$/.test(lower(scene, index)) || (!calls && /^(?:and|but)$/.test(lower(scene, index)))) return null
  }
  return null
}

const islandOf = ({ gazetteer }: Pick<Scene, 'gazetteer'>, { key }: Pick<Draft, 'key'>): Island | undefined => (key.startsWith('island:') ? gazetteer.islands.get(key.slice(7)) : undefined)

/** Several islands under one name. */
export function isGroup({ gazetteer }: Scene, { kind, key, name }: Draft): boolean {
  if (kind !== 'island') return false
  const island = islandOf({ gazetteer }, { key })
  // The Liancourt Rocks are a rock of the gazetteer by many names that are plural.
  return island?.kind === 'group' || [name, ...(island?.aliases ?? [])].some((one) => many.test(one))
}

/** "the", "these", "the four", "the disputed": nothing else may say which islands, for other words mean others. */
function start(scene: Scene, noun: number, islands: boolean): number | null {
  const sentence = sentenceAt(scene, noun)
  for (let index = noun - 1; sentence.from <= index && noun - 4 <= index; index--) {
    const word = lower(scene, index)
    if (/^(?:the|this|that|these|those|both)$/.test(word)) return index
    const allowed = islands ? /^(?:disputed|contested|two|three|four|five|six|seven|eight|nine|ten|northern|southern|eastern|western|remote|small|tiny|pacific|occupied|volcanic|uninhabited|-|held|russian|controlled|entire|whole)$/ : /^(?:two-day|annual|same|remote|tiny|small|new|disputed|uninhabited|volcanic|upcoming|planned)$/
    if (!allowed.test(word)) return null
  }
  return null
}

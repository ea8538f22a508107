import { assert } from '../../error.js'
import type { Span, Speaker } from '../../model.js'
import { spanOf } from '../../span.js'
import { tokensIn, type Range } from '../../tree.js'
import { agesOf } from './ages.js'
import { coreOf, descriptorOf, fits, fitsLoosely, headWord, isPlural } from './descriptors.js'
import { rootOf, stretchOf, type Stretch } from './draft.js'
import { bearersIn } from './bearers.js'
import { genderWords, type Gender } from './gender.js'
import { genderOfPronoun, mentionOf, personOf, type Mention, type PronounRule } from './mentions.js'
import { answering } from './interview.js'
import { namedIn } from './named-in.js'
import { isRankWord, type Name } from './names.js'
import { canSpeak, isPerson } from './persons.js'
import { anchorOf, isMainSubject, type Scene } from './scene.js'
import { phraseOf } from './sources.js'

/** What a reader of the article remembers at some place in it: who was mentioned, and who spoke last. */
export interface Memory {
  /** Reads on to a token and remembers everybody mentioned before it. */
  readUpTo(index: number): void
  noteSpeaker(source: Range, speaker: Speaker, content: number): void
  /** The people whom "he" or "she" may stand for, without those named in what is reported; null for any other word. */
  pronounAt(source: Range, content?: readonly Stretch[]): { person: number; rule: PronounRule } | { person: null; candidates: readonly number[] } | null
  /** Whom "the 81-year-old" means: the one of that age, or the subject of the main clause before, near it. */
  aged(source: Range): { readonly person: number; readonly why: string } | null
  /** Who answers in an interview, as far as read when it is first asked for. */
  answering(): ReturnType<typeof answering>
  /** Everybody with a name so far. */
  namedSoFar(): readonly number[]
  /** People of whom the text has said before what a noun phrase says. */
  described(source: Range): readonly number[]
  /** The one organisation before it whose name ends in the noun of a noun phrase ("the ministry"). */
  organization(source: Range): Name | null
  /** Who spoke before, in this paragraph or the one before. */
  lastSpeaker(source: Range): Spoken | null
  /** The organisation or place that was the subject of this sentence or the one before. */
  lastThing(source: Range): Name | null
  /** Whether one person without a name spoke. */
  isUnnamed(spoken: Spoken): boolean
  /** Whether a person's name is the subject of a main clause between two places. */
  namesBetween(a: Range, b: Range): boolean
  /** Likewise the last plural noun phrase, or several names joined by "and". */
  lastGroup(source: Range): Range | null
  /** Whether "they", "it" … can stand for that source. */
  agrees(pronoun: string, spoken: Spoken): boolean
  /** The last name of a person, outside of quotations if it ever stood there; of somebody without a name the noun phrase. */
  nameOf(person: number): Span
  span(range: Range): Span
  /** Without a comma at its end. */
  phrase(range: Range): Span
}

interface Spoken {
  readonly source: Range
  readonly speaker: Speaker
  readonly person: number | null
  readonly paragraph: number
}

/** Heads of state, government and party: whom news calls "the … leader". */
const heads = ['chairman', 'chairwoman', 'chancellor', 'emir', 'king', 'minister', 'premier', 'president', 'queen', 'sultan']

/** Of whom one has only one or few, so that "her husband" is the husband of whom the text spoke. Lawyers and aides one has many. */
const related = /^(aunt|boyfriend|brother|daughter|father|fiancee|fiancé|fiancée|girlfriend|grandfather|grandmother|husband|mother|opponent|partner|predecessor|rival|sister|son|successor|uncle|widow|widower|wife)$/

/** What is written, and says something. */
const writings = /^(affidavit|agreement|announcement|article|bill|book|complaint|constitution|document|draft|editorial|email|filing|indictment|law|lawsuit|letter|memo|message|motion|note|notice|opinion|order|paper|petition|plan|poll|post|proposal|release|report|resolution|ruling|statement|story|study|suit|survey|text|treaty|tweet|verdict|website)$/i

/** What happens or is done, and neither thinks nor says anything. */
const deeds = /^(attack|choice|cost|death|effort|event|fact|loss|number|policy|price|problem|return|rule|tax|thing|value|vote|way|win)$|[^n]ment$|(ance|ence|ition|ation|ction|sion)$/i

/** How many mentions back a pronoun may reach; keeps the walk linear. */
const reach = 60

export function memoryOf(scene: Scene): Memory {
  const { tree, nameAt, people } = scene
  const mentions: Mention[] = []
  const mentionAt = new Map<number, Mention>()
  const lastNames = new Map<number, Name>()
  const organizations = new Map<string, Name[]>()
  const ages = agesOf(scene)
  let interviewed: { readonly answer: ReturnType<typeof answering> } | null = null
  let done = 0
  let last: Spoken | null = null
  /** The last organisation or place that was the subject of a main clause. */
  let lastThing: Name | null = null
  /** The last plural, or several joined by "and", that was one. */
  let lastGroup: Range | null = null

  /** People without a name, by noun phrase: "a woman who …". Their indexes follow those of `people`. */
  const nameless: Range[] = []
  /** Their place in it by the noun that they were last called by. */
  const lastCalled = new Map<string, number>()
  /** Of people whose name does not tell it: by the pronoun that has taken them up. */
  const learned = new Map<number, Gender>()
  const genderOf = (person: number): Gender | null => {
    const range = nameless[person - people.length]
    return range ? (genderWords(scene.lexicon).nouns.get(headWord(tree, rootOf(tree, range))) ?? null) : (people[person]?.gender ?? learned.get(person) ?? null)
  }
  const isHuman = (noun: string) => scene.roles.has(noun) || genderWords(scene.lexicon).nouns.has(noun) || /(person|woman|man|owner|resident|voter|victim|witness)$/.test(noun)
  const remember = (mention: Mention) => {
    mentions.push(mention)
    mentionAt.set(mention.from, mention)
  }
  const note = (name: Name) => {
    if (name.kind === 'Organization' && 1 < name.to - name.from)
      // "Court of Justice" is a court, "Justice Department" a department.
      for (const noun of new Set([headWord(tree, name.to - 1), headWord(tree, rootOf(tree, name))])) organizations.set(noun, [...(organizations.get(noun) ?? []).slice(-8), name])
    if (/^(Organization|Location)$/.test(name.kind) && !scene.quoted(name.from)) {
      const anchor = anchorOf(name, scene)
      if (isMainSubject(anchor, tree) && bearersIn(name, scene).length) lastThing = name
    }
    if (name.person === null) return
    if (scene.captioned(name.from)) return
    remember(mentionOf(name, name.person, scene))
    const before = lastNames.get(name.person)
    if (!before || scene.quoted(before.from) || !scene.quoted(name.from)) lastNames.set(name.person, name)
  }
  const isNextSentence = (a: Range, b: Range): boolean => paragraphOf(a.from) === paragraphOf(b.from) && (tree.sentenceOf[b.from] ?? 0) - (tree.sentenceOf[a.from] ?? 0) <= 1
  const paragraphOf = scene.storyOf
  /** "He", "she herself", but not "her lawyers". */
  const isAlone = ({ from, to }: Range) => tree.tokens.slice(from + 1, to).every(({ text }) => /^(himself|herself|also|too)$/i.test(text))
  const isDefinite = ({ from }: Range) => /^(the|this|that)$/i.test(tree.tokens[from]?.text ?? '') || tree.tokens[from]?.tag === 'NNP'
  /** Who is called by a noun. A leader may be called president, or chancellor. */
  const saidOf = (noun: string): number[] => [...new Set((noun === 'leader' ? [noun, ...heads] : [noun]).flatMap((each) => scene.described.get(each) ?? []))]
  const span = (range: Range): Span => {
    const { start, end } = stretchOf(tree, range)
    return spanOf(tree.text, start, end)
  }

  /** "A reporter asked", and somebody else answers. */
  const asks = (head: number): boolean => /^(ask|inquire|press|question|shout|wonder)$/.test(tree.tokens[tree.tokens[head]?.head ?? -1]?.lemma ?? '')

  /** A noun for a person as a subject: somebody known by that title, or else somebody without a name. */
  const noteNoun = (head: number) => {
    const range = isHuman(headWord(tree, head)) ? phraseOf(head, tree) : null
    if (!range || range.to - range.from > 40 || tree.tokens[range.to]?.text === ',' || tree.tokens.slice(range.from, range.to).some((_, offset) => nameAt.get(range.from + offset)?.person != null && tree.tokens[range.from + offset]?.relation === 'appos')) return
    const known = memory.described(range)
    if (known[0] !== undefined && known.length < 2) remember(mentionOf(range, known[0], scene))
    const mention = mentionOf(range, people.length + nameless.length, scene)
    if (known.length || !mention.main || asks(head)) return
    lastCalled.set(headWord(tree, head), nameless.push(range) - 1)
    // "Her mother left. She …": whether the mother or her daughter is meant, nobody can tell.
    remember({ ...mention, main: tree.tokens[range.from]?.tag !== 'PRP$' })
  }

  /** Somebody without a name who speaks: "Doe's neighbour said". "The leader" may be anybody with a name who is near; where nobody is, it is the last one who was called so. */
  const somebody = (source: Range, { how, chain }: Speaker): number | null => {
    const head = rootOf(tree, coreOf(source, tree))
    if (how !== 'noun' || chain.length || tree.tokens[head]?.tag !== 'NN' || isPlural(head, tree) || !isPerson(head, scene) || bearersIn(source, scene).length) return null
    if (tree.tokens.slice(source.from, source.to).some(({ tag, text }) => tag === 'CC' || /^(no|every|each|any)$/i.test(text))) return null
    if (asks(head)) return null
    const known = isDefinite(source) ? lastCalled.get(headWord(tree, head)) : undefined
    if (isDefinite(source) && known === undefined && mentions.slice(-reach).some(({ person, paragraph }) => person < people.length && paragraphOf(source.from) - paragraph <= 2)) return null
    const place = known ?? nameless.length
    nameless[place] = source
    lastCalled.set(headWord(tree, head), place)
    return people.length + place
  }

  const memory: Memory = {
    readUpTo(limit) {
      for (; done < limit; done++) {
        const name = nameAt.get(done)
        if (name?.from === done) note(name)
        const { relation = '', text = '', tag = '' } = tree.tokens[done] ?? {}
        if (!relation.startsWith('nsubj') || scene.captioned(done)) continue
        const several = tree.children[done]?.some((child) => tree.tokens[child]?.relation === 'conj' && tree.children[child]?.some((each) => /^and$/i.test(tree.tokens[each]?.text ?? '')))
        if (((several && /^NN/.test(tag)) || isPlural(done, tree)) && canSpeak(done, scene) && !scene.quoted(done) && !scene.reported(done) && isMainSubject(done, tree)) lastGroup = phraseOf(done, tree)
        const found = /^(he|she)$/i.test(text) ? memory.pronounAt({ from: done, to: done + 1 }) : null
        if (found && found.person !== null) remember(mentionOf({ from: done, to: done + 1 }, found.person, scene))
        if (!name && !isPlural(done, tree) && (tag === 'NN' || (tag === 'NNP' && isRankWord(text)))) noteNoun(done)
      }
    },
    noteSpeaker(source, speaker, content) {
      // Who speaks within somebody's report has not spoken last.
      if (scene.quoted(source.from) || scene.reported(source.from)) return
      const person = speaker.span && (personAt(speaker.span) ?? mentionAt.get(source.from)?.person ?? somebody(source, speaker))
      last = { source, speaker, person, paragraph: paragraphOf(Math.max(source.to - 1, content)) }
      if (person !== null && speaker.how !== 'name' && !mentionAt.has(source.from)) remember(mentionOf(source, person, scene))
    },
    pronounAt(source, content = []) {
      const gender = isAlone(source) ? genderOfPronoun(source.from, scene) : null
      if (gender === null) return null
      const quoted = scene.quoted(source.from)
      const named = namedIn(content, source.from, scene)
      const before = mentions.slice(-reach).filter((mention) => mention.quoted === quoted && mention.from < source.from && !named.has(mention.person))
      const speaker = memory.lastSpeaker(source)?.person ?? null
      const answer = personOf({ index: source.from, gender, before, scene, genderOf, speaker: speaker !== null && named.has(speaker) ? null : speaker })
      // Who spoke before is named in the report, if only in an aside: whoever is left is no better than a guess.
      if (answer.person !== null && speaker !== null && named.has(speaker) && /^(only-one|topic)$/.test(answer.rule.name)) return { person: null, candidates: [speaker, answer.person] }
      // "The trader" has spoken since, who may be anybody.
      const unnamed = memory.lastSpeaker(source)
      if (answer.person !== null && answer.rule.name === 'only-one' && unnamed?.person === null && unnamed.speaker.how === 'noun' && !isPlural(rootOf(tree, coreOf(unnamed.source, tree)), tree) && isPerson(rootOf(tree, coreOf(unnamed.source, tree)), scene)) return { person: null, candidates: [answer.person] }
      if (content.length && last && answer.person !== null && answer.rule.name === 'parallel-speaker' && genderOf(answer.person) === null && isNextSentence(last.source, source)) learned.set(answer.person, gender)
      return answer
    },
    answering: () => (interviewed ??= { answer: answering(done, scene) }).answer,
    namedSoFar: () => [...lastNames.keys()],
    described(source) {
      const core = coreOf(source, tree)
      const head = rootOf(tree, core)
      const asked = descriptorOf(core, tree, scene.lexicon, head)
      const owned = tree.tokens[source.from]?.tag === 'PRP$'
      if (!(owned ? related.test(asked.head) : isDefinite(source)) || !scene.roles.has(asked.head) || isPlural(head, tree)) return []
      // Nobody is his own father.
      const owner = owned ? memory.pronounAt({ from: source.from, to: source.from + 1 })?.person : null
      const gender = genderWords(scene.lexicon).nouns.get(asked.head)
      const known = saidOf(asked.head).filter((index) => lastNames.has(index) && index !== owner && (!gender || (genderOf(index) ?? gender) === gender))
      const strictly = known.filter((index) => fits(asked, (people[index]?.descriptors ?? []).filter((descriptor) => descriptor.owned || !owned)))
      // "The judge" is the one who is called nothing more, rather than the chief judge.
      const simply = strictly.filter((index) => people[index]?.descriptors.some(({ head, words }) => head === asked.head && words.size === asked.words.size))
      if (1 < strictly.length && simply.length === 1) return simply
      const loosely = strictly.length || owned ? [] : known.filter((index) => fitsLoosely(asked, people[index]?.descriptors ?? [], tree, core))
      const earlier = loosely.length === 1 ? loosely : strictly
      // "The president" of an article that has named one person so far, and said nothing of his office.
      if (!earlier.length && !owned && asked.words.size === 1 && lastNames.size === 1) return [...lastNames.keys()].filter((index) => !people[index]?.descriptors.length)
      if (earlier.length < 2) return earlier
      const recent = new Set(mentions.slice(-reach).filter(({ paragraph }) => paragraphOf(source.from) - paragraph <= 2).map(({ person }) => person))
      const near = earlier.filter((index) => recent.has(index))
      return near.length ? near : earlier
    },
    aged(source) {
      const words = memory.phrase(source).text.toLowerCase()
      const compared = /^the (older|elder|younger) (man|woman|one|of the two)$/.exec(words)
      const recent = [...new Set(mentions.slice(-reach).filter(({ paragraph, person }) => person < people.length && paragraphOf(source.from) - paragraph <= 2).map(({ person }) => person))]
      if (compared) {
        const gender = { man: 'm', woman: 'f' }[compared[2] ?? '']
        const known = recent.filter((person) => ages.has(person) && (!gender || (genderOf(person) ?? gender) === gender)).sort((a, b) => (ages.get(a) ?? 0) - (ages.get(b) ?? 0))
        const person = compared[1] === 'younger' ? known[0] : known[1]
        return known.length === 2 && person !== undefined ? { person, why: 'age: the text says how old the two are' } : null
      }
      const age = Number(/^(?:the )?(?:then )?(\d+)-year-old(?: man| woman)?$/.exec(words)?.[1])
      if (!age) return null
      const same = [...ages].filter(([person, own]) => own === age && lastNames.has(person))
      if (same[0]) return same.length === 1 ? { person: same[0][0], why: 'age: the text says so of this name' } : null
      const subject = scene.quoted(source.from) ? undefined : mentions.slice(-reach).findLast(({ main }) => main)
      const fitting = subject && subject.person < people.length && paragraphOf(source.from) === subject.paragraph && !ages.has(subject.person)
      return fitting ? { person: subject.person, why: 'nearest-subject: the subject of the last main clause' } : null
    },
    organization(source) {
      const head = rootOf(tree, source)
      const [first, ...rest] = tree.tokens.slice(source.from, source.to).map(({ text }) => text.toLowerCase())
      if (!/^(the|this|that)$/.test(first ?? '') || isPlural(head, tree)) return null
      // "The campaign of Jane Doe" is not the only campaign that has a name: every word must be in it.
      const fitting = (organizations.get(headWord(tree, head)) ?? []).filter(({ words }) => rest.every((word) => words.some((own) => own.toLowerCase() === word)))
      return new Set(fitting.map((name) => span(name).text)).size === 1 ? (fitting.at(-1) ?? null) : null
    },
    lastSpeaker: ({ from }) => (last && !scene.quoted(from) && paragraphOf(from) - last.paragraph <= 1 ? last : null),
    isUnnamed({ source, speaker, person }) {
      const root = rootOf(tree, coreOf(source, tree))
      return (person === null || people.length <= person) && speaker.how === 'noun' && tree.tokens[root]?.tag === 'NN' && !isPlural(root, tree) && isPerson(root, scene)
    },
    namesBetween: (a, b) => mentions.slice(-reach).some(({ from, person, main }) => a.to <= from && from < b.from && person < people.length && main),
    lastGroup: ({ from }) => (lastGroup && !scene.quoted(from) && (tree.sentenceOf[from] ?? 0) - (tree.sentenceOf[lastGroup.from] ?? 0) <= 1 ? lastGroup : null),
    lastThing: ({ from }) => (lastThing && !scene.quoted(from) && (tree.sentenceOf[from] ?? 0) - (tree.sentenceOf[lastThing.from] ?? 0) <= 1 ? lastThing : null),
    agrees(pronoun, { source, speaker, person }) {
      const meant = speaker.span && /^(it|who|which|that|they)$/i.test(tree.tokens[source.from]?.text ?? '') ? tokensIn(tree, speaker.span) : source
      const core = coreOf(meant, tree)
      const { text = '', lemma = '' } = tree.tokens[rootOf(tree, core)] ?? {}
      const plural = isPlural(rootOf(tree, core), tree) || /^they$/i.test(text) || tree.tokens.slice(core.from, core.to).some(({ tag }) => tag === 'CC')
      // "The choices" want nothing; "the polls" say something.
      const root = rootOf(tree, core)
      const speaks = !deeds.test(lemma) || canSpeak(root, scene) || writings.test(lemma)
      if (/^(they|these|those)$/i.test(pronoun)) return plural && speaks
      if (person !== null || plural) return false
      const [name] = bearersIn(meant, scene)
      if (name) return name.kind !== 'Person'
      // "The letter" is no person, and says something: "it" takes it up.
      return speaker.how !== 'none' && (scene.bodies.has(lemma.toLowerCase()) || (/^it$/i.test(pronoun) && writings.test(lemma)))
    },
    nameOf(person) {
      const phrase = nameless[person - people.length]
      if (phrase) return memory.phrase(phrase)
      const name = lastNames.get(person)
      assert(name, 'a person who is remembered was named')
      return span(name)
    },
    span,
    phrase(range) {
      const { start, end } = span(range)
      return spanOf(tree.text, start, /[,;:]$/.test(tree.text.slice(start, end)) ? end - 1 : end)
    }
  }
  const nameByStart = new Map(scene.names.map((name) => [tree.tokens[name.from]?.start ?? -1, name]))
  /** Not of "Doe's neighbour", who is somebody else; of "Doe's letter" it is Doe. */
  function personAt({ start, end }: Span): number | null {
    const name = nameByStart.get(start)
    const other = name !== undefined && stretchOf(tree, name).end < end && isPerson(rootOf(tree, tokensIn(tree, { start, end })), scene)
    return name && !other ? name.person : null
  }
  return memory
}

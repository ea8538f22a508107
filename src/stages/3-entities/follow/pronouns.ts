import { headWord } from '../../2-speakers/descriptors.js'
import { genderWords, type Gender } from '../../2-speakers/gender.js'
import { genderOfPronoun } from '../../2-speakers/mentions.js'
import type { Draft, Part } from '../join/draft.js'
import type { Scene } from '../scene.js'
import { agePhraseAt, agesOf } from './ages.js'
import { predicateAbove, predicateOf, subjectOf } from './clauses.js'
import { bestOf, type Asked, type Candidate, type Seen } from './clues.js'
import { gendersOf, settleGender } from './genders.js'
import { familyOf, kinNouns } from './kin.js'
import { sightOf } from './seen.js'
import type { Source, Voices } from './voices.js'

/** How many mentions back a pronoun may reach; keeps the walk linear. */
const memory = 60
/** How many paragraphs. */
const reach = 3
/** A less probable answer is none. */
const enough = 0.5
/** Nor is one for which little more speaks than that nobody else of the gender is near. */
const enoughByGender = 0.6

/** "he", "him", "his", "she", "the 64-year-old", "her brother": by what speaks for whom (see `clues.ts`). Goes through the article once.
 *  Gives everybody's gender, as far as it has come out. */
export function followPronouns(scene: Scene, voices: Voices, drafts: readonly Draft[]): ReadonlyMap<Draft, Gender> {
  const { tree } = scene
  const people = drafts.filter(({ kind }) => kind === 'person')
  const genders = gendersOf(scene, voices, people)
  const sight = sightOf(scene, voices, people)
  const ages = agesOf(scene, people)
  const startsOf = (test: (part: Part) => boolean) => new Map(people.flatMap((draft) => draft.mentions.flatMap((part) => (test(part) ? [[part.from, draft] as const] : []))))
  const family = familyOf(scene, startsOf(({ form }) => form === 'name'), genders, namesakes(people, genders))
  const first = startsOf(({ rule }) => rule.startsWith('first-person'))
  const atSource = new Map(voices.sources.filter(({ how }) => how === 'pronoun').map((source) => [source.from, source]))
  const nounSources = new Map(voices.sources.filter(({ how }) => how === 'noun').map((source) => [source.from, source]))
  const counts = new Map<Draft, number>()
  const before: Seen[] = []
  let next = 0
  let spoke: Source | null = null
  let topic: Draft | null = null
  tree.tokens.forEach((token, index) => {
    while (next < voices.sources.length && (voices.sources[next]?.from ?? 0) < index) spoke = voices.sources[next++] ?? spoke
    const begun = sight.beginsAt(index)
    if (begun) remember(begun)
    if (token.tag === 'POS') followKin(sight.at(index - 1), index)
    followAge(index)
    const own = first.get(index)
    if (own && token.tag === 'PRP$') followKinOf(own, index, index)
    const gender = genderOfPronoun(index, voices.scene)
    if (gender !== null) followPronoun(index, gender)
  })
  settleGender(voices, people)
  return genders

  function followPronoun(index: number, gender: Gender): void {
    const token = tree.tokens[index]
    const possessive = token?.tag === 'PRP$' || /^(?:his|hers)$/i.test(token?.text ?? '')
    const decided = atSource.get(index)
    const isSource = decided && decided.to - decided.from <= 2
    if (isSource && decided.draft) return add(decided.draft, index, index + 1, possessive ? 'possessive' : 'pronoun', 'pronoun, as the speakers layer says', 0.85, gender)
    const answer = answerTo(index, possessive, gender)
    // Where the speakers layer found several who could be meant, one must be much likelier.
    if (!answer || (isSource && decided.undecided && answer.probability < 0.8)) return
    add(answer.who, index, index + 1, possessive ? 'possessive' : 'pronoun', `pronoun, ${answer.clue}`, answer.probability, gender)
    if (token?.tag === 'PRP$') followKinOf(answer.who, index, index)
  }

  /** The age as the article gives it beside a name; else whoever is most likely, as with a pronoun. */
  function followAge(index: number): void {
    const phrase = agePhraseAt(scene, index)
    if (!phrase || sight.at(phrase.to - 1)?.who) return
    const decided = nounSources.get(index)?.draft
    if (decided) return add(decided, index, phrase.to, 'noun', 'age, as the speakers layer says', 0.85, null)
    const [known, ...others] = ages.get(phrase.age) ?? []
    const answer = known && !others.length ? { who: known, clue: 'as-given', probability: 0.95 } : scene.quoted[index] ? null : answerTo(index, false, null)
    if (answer && (known || 0.6 <= answer.probability) && !known === !ages.get(phrase.age)) add(answer.who, index, phrase.to, 'noun', `age, ${answer.clue}`, answer.probability, null)
  }

  /** Behind "Luis Moreno's". */
  function followKin(seen: Seen | null, index: number): void {
    if (seen?.who && seen.form === 'name' && seen.to === index) followKinOf(seen.who, index, seen.from)
  }

  function followKinOf(whose: Draft, index: number, from: number): void {
    const kin = family.nounAfter(index)
    if (!kin) return
    if (kin.name) return family.note(whose, kin.noun, kin.name)
    const who = family.find(whose, kin.noun)
    if (who && !sight.at(kin.noun)?.who) add(who, from, kin.noun + 1, 'noun', 'kin', 0.75, kinNouns(scene.lexicon).get(headWord(tree, kin.noun))?.gender ?? null)
  }

  function add(draft: Draft, from: number, to: number, form: Seen['form'] | 'possessive', rule: string, confidence: number, gender: Gender | null): void {
    draft.mentions.push({ from, to, form, rule, confidence: Math.round(confidence * 100) / 100 })
    if (gender && !genders.has(draft)) genders.set(draft, gender)
    remember(sight.add({ from, to, form }, draft))
  }

  function remember(seen: Seen): void {
    before.push(seen)
    if (!seen.who || seen.quoted) return
    const count = (counts.get(seen.who) ?? 0) + 1
    counts.set(seen.who, count)
    if (3 <= count && (topic === null || (counts.get(topic) ?? 0) < count)) topic = seen.who
  }

  function answerTo(index: number, possessive: boolean, gender: Gender | null): { who: Draft; clue: string; probability: number } | null {
    const plain = askedAt(index, possessive, gender)
    const candidates = candidatesOf(plain, gender)
    const known = candidates.filter((candidate) => plain.isOfGender(candidate))
    const asked: Asked = { ...plain, only: known.length === 1 ? (known[0] ?? null) : null }
    const answer = bestOf(candidates, asked)
    const who = answer && candidates[answer.index]?.who
    return answer && who && (answer.clue === 'gender' ? enoughByGender : enough) <= answer.probability ? { who, clue: answer.clue, probability: answer.probability * 0.95 } : null
  }

  function askedAt(index: number, possessive: boolean, gender: Gender | null): Asked {
    const sentence = tree.sentenceOf[index] ?? 0
    const paragraph = tree.paragraphOf[index] ?? 0
    const quoted = scene.quoted[index] === 1
    const near = before.slice(-memory).filter((seen) => (quoted || !seen.quoted) && agrees(seen, gender))
    return {
      index, possessive, sentence, paragraph, quoted, topic, only: null,
      subject: /^nsubj/.test(tree.tokens[index]?.relation ?? ''),
      ...clausesAround(index, possessive, (seen) => (quoted || !seen.quoted) && agrees(seen, gender)),
      lastMain: near.findLast((seen) => seen.main && seen.sentence < sentence) ?? null,
      last: near.at(-1) ?? null,
      lastPronoun: near.findLast(({ form, sentence: other }) => form === 'pronoun' && sentence - other <= 2) ?? null,
      speaker: spoke?.draft && !quoted && paragraph - spoke.paragraph <= 1 ? spoke.draft : null,
      isOfGender: ({ who, mentions }) => gender !== null && (who ? genders.get(who) : genderOfNoun(mentions[0])) === gender
    }
  }

  /** A subject may be what the pronoun stands for if the pronoun is a possessive of its clause, or stands in a clause below it. */
  function clausesAround(index: number, possessive: boolean, fits: (seen: Seen) => boolean): Pick<Asked, 'own' | 'above' | 'relative'> {
    const { relation = '', head = null } = tree.tokens[index] ?? {}
    let own: Seen | null = null
    let relative: Seen | null = null
    let predicate = predicateOf(tree, index)
    for (let step = 0; predicate !== null && step < 4; step++) {
      const found = subjectOf(tree, predicate)
      predicate = predicateAbove(tree, predicate)
      const may = found && found.subject !== index && (possessive || step > 0 || found.how === 'relative' || relation.startsWith('nsubj'))
      const seen = may ? sight.at(found.subject) : null
      if (!found || !seen || !fits(seen) || (seen.from > index && !possessive) || isOwned(seen, index, head)) continue
      if (found.how === 'relative') relative ??= seen
      else if (step === 0 && possessive) own = seen
      else return { own, relative, above: seen }
    }
    return { own, relative, above: null }
  }

  function candidatesOf({ index, paragraph, own, above, relative, possessive }: Asked, gender: Gender | null): Candidate[] {
    const quoted = scene.quoted[index] === 1
    const { relation = '', head = null } = tree.tokens[index] ?? {}
    const groups = new Map<Draft | Seen, Seen[]>()
    const behind = [own, above, relative].flatMap((each) => (each && each.from > index ? [each] : []))
    for (const seen of [...before.slice(-memory), ...behind]) {
      const far = paragraph - seen.paragraph
      if ((seen.quoted && !quoted) || reach < far || (!seen.who && 1 < far) || !agrees(seen, gender) || isOwned(seen, index, head)) continue
      const key = seen.who ?? seen
      const known = groups.get(key)
      if (known) known.push(seen)
      else groups.set(key, [seen])
    }
    // "Ada told him": he is not Ada. And whoever speaks does not say "he" of himself.
    const barred = new Set<Draft | Seen | undefined>(quoted ? [voices.quotedAt.get(index)] : [])
    if (!possessive && head !== null && /^(?:obj|iobj|obl)/.test(relation))
      for (const child of tree.children[head] ?? [])
        if (/^nsubj/.test(tree.tokens[child]?.relation ?? '')) barred.add(sight.at(child)?.who ?? sight.at(child) ?? undefined)
    return [...groups].filter(([key]) => !barred.has(key)).map(([key, mentions]) => ({ who: 'mentions' in key ? key : null, mentions }))
  }

  function agrees(seen: Seen, gender: Gender | null): boolean {
    const known = seen.who ? genders.get(seen.who) : genderOfNoun(seen)
    return gender === null || known === undefined || known === gender
  }

  function genderOfNoun(seen: Seen | undefined): Gender | undefined {
    return seen && genderWords(scene.lexicon).nouns.get(headWord(tree, seen.from))
  }

  /** "her spokeswoman, Jane Doe": she is not Jane Doe. */
  function isOwned({ from, to }: Seen, index: number, head: number | null): boolean {
    if (head === null || tree.tokens[index]?.tag !== 'PRP$') return false
    if (from <= head && head < to) return true
    return index < from && from - head <= 3 && (tree.tokens[from]?.head === head || tree.tokens[to - 1]?.head === head)
  }
}

/** A man and a woman of whom the article has only one and the same surname. */
function namesakes(people: readonly Draft[], genders: ReadonlyMap<Draft, Gender>): [Draft, Draft][] {
  const alone = people.flatMap((draft) => (/ \((?:Mr|Mrs)\)$/.test(draft.key) ? [{ draft, word: draft.key.replace(/ \(.*$/, '') }] : []))
  const men = alone.filter(({ draft }) => genders.get(draft) === 'm')
  const women = alone.filter(({ draft }) => genders.get(draft) === 'f')
  return men.flatMap((man) => women.flatMap((woman): [Draft, Draft][] => (man.word === woman.word ? [[man.draft, woman.draft]] : [])))
}

import type { Range, Tree } from '../../tree.js'
import type { Gender } from './gender.js'
import { genderWords } from './gender.js'
import { anchorOf, isAside, isMainSubject, type Scene } from './scene.js'

/** A place where the text speaks of a person: a name, or a "he" that was followed to one. */
export interface Mention extends Range {
  /** Index of somebody with a name, or of somebody without one, counted on from those (see `memory.ts`). */
  readonly person: number
  /** Main: subject of a main clause, outside of asides. */
  readonly main: boolean
  readonly aside: boolean
  readonly quoted: boolean
  readonly sentence: number
  readonly paragraph: number
}

export function mentionOf(range: Range, person: number, scene: Scene): Mention {
  const { tree } = scene
  const anchor = anchorOf(range, scene)
  const aside = isAside(anchor, tree)
  return {
    from: range.from,
    to: range.to,
    person,
    aside,
    main: !aside && !scene.reported(range.from) && isMainSubject(anchor, tree),
    quoted: scene.quoted(range.from),
    sentence: tree.sentenceOf[range.from] ?? 0,
    paragraph: tree.paragraphOf[range.from] ?? 0
  }
}

/** A "he" or "she" to be followed, with everybody mentioned before it. */
export interface Pronoun {
  readonly index: number
  readonly gender: Gender
  /** The latest last. Quoted ones only where the pronoun is quoted itself. */
  readonly before: readonly Mention[]
  /** Speaker of the attribution before, if it ended in this paragraph or the one before. */
  readonly speaker: number | null
  readonly scene: Scene
  /** Also of people without a name; by default only those with one are known. */
  readonly genderOf?: (person: number) => Gender | null
}

export interface PronounRule {
  readonly name: string
  readonly example: string
  readonly why: string
  /** People whom it could stand for; one is an answer, several are none. */
  answer(pronoun: Pronoun): readonly number[]
}

const genderOf = ({ genderOf, scene }: Pronoun, person: number): Gender | null => (genderOf ? genderOf(person) : (scene.people[person]?.gender ?? null))

const compatible = (pronoun: Pronoun, person: number): boolean => {
  const known = genderOf(pronoun, person)
  return known === null || known === pronoun.gender
}

/** Mentions of people whom the pronoun may stand for, in this paragraph and up to `reach` before it. */
const near = (pronoun: Pronoun, reach: number): Mention[] => {
  const paragraph = pronoun.scene.tree.paragraphOf[pronoun.index] ?? 0
  return pronoun.before.filter((mention) => paragraph - mention.paragraph <= reach && compatible(pronoun, mention.person))
}

/** Without those in asides; who is named only there, in a sentence that is about nobody else, counts all the same. */
const topical = (mentions: readonly Mention[]): Mention[] => {
  const about = new Set(mentions.flatMap(({ aside, sentence }) => (aside ? [] : [sentence])))
  return mentions.filter(({ aside, sentence }) => !aside || !about.has(sentence))
}

/** In a later sentence than the earlier mention: then it may have become the topic. What stands in the pronoun's own sentence has hardly,
 *  unless the earlier mention is far. */
const isLater = ({ sentence }: Mention, earlier: Mention | undefined, { index, scene }: Pronoun): boolean => {
  const own = scene.tree.sentenceOf[index] ?? 0
  return sentence !== earlier?.sentence && (sentence !== own || (earlier?.sentence ?? 0) < own - 1)
}

/** Subject of a clause, by the tree. */
const isSubject = (mention: Mention, { scene }: Pronoun): boolean => /^nsubj/.test(scene.tree.tokens[anchorOf(mention, scene)]?.relation ?? '')

const distinct = (mentions: readonly Mention[]): number[] => [...new Set(mentions.map(({ person }) => person))]

/** The most precise first; the first with exactly one answer wins. */
export const pronounRules: readonly PronounRule[] = [
  {
    name: 'clause-before',
    example: 'Jane Doe and Ann Poe met on Monday. Ann Poe spoke. When Jane Doe left, she said that taxes would fall.',
    why: 'the subject of what its sentence begins with',
    answer(pronoun) {
      const { tree } = pronoun.scene
      const sentence = tree.sentenceOf[pronoun.index] ?? 0
      const from = tree.sentences[sentence]?.from ?? pronoun.index
      const asFor = near(pronoun, 0).findLast(({ from: name }) => name === from + 2 && /^as$/i.test(tree.tokens[from]?.text ?? '') && /^for$/i.test(tree.tokens[from + 1]?.text ?? ''))
      if (asFor) return [asFor.person]
      const subjects = near(pronoun, 0).filter((mention) => mention.sentence === sentence && isSubject(mention, pronoun) && !pronoun.scene.reported(mention.from))
      const [subject] = subjects
      if (!subject || 1 < distinct(subjects).length || !tree.tokens.slice(Math.max(from, subject.from - 8), subject.from).some(({ text }) => /^(after|although|as|because|before|if|once|since|though|until|when|where|while)$/i.test(text))) return []
      const between = tree.tokens.slice(subject.to, pronoun.index)
      // "When Jane Doe asked her": then she is somebody else.
      const another = between.some(({ text }, index) => genderOfPronoun(subject.to + index, pronoun.scene) === pronoun.gender && /^(him|her)$/i.test(text))
      return !another && between.some(({ text }) => text === ',') && !between.some(({ text }) => /^["“”]$/.test(text)) ? [subject.person] : []
    }
  },
  {
    name: 'parallel-speaker',
    example: '“Taxes will fall,” said Jane Doe. “Rents too,” she added.',
    why: 'the speaker before it, and nobody else has come up since',
    answer(pronoun) {
      const { speaker } = pronoun
      if (speaker === null || !compatible(pronoun, speaker)) return []
      const mentions = topical(near(pronoun, 1))
      const last = mentions.findLastIndex(({ person }) => person === speaker)
      return distinct(mentions.slice(last + 1).filter((mention) => mention.main || isLater(mention, mentions[last], pronoun))).length ? [] : [speaker]
    }
  },
  {
    name: 'nearest-subject',
    example: 'Jane Doe met John Roe on Monday. He was late, she said.',
    why: 'the subject of the last main clause',
    answer(pronoun) {
      const mentions = topical(near(pronoun, 1))
      const last = mentions.findLastIndex(({ main }) => main)
      const subject = mentions[last]
      if (!subject) return []
      // Somebody named in a later sentence may have become the topic meanwhile.
      return distinct([subject, ...mentions.slice(last + 1).filter((mention) => isLater(mention, subject, pronoun))])
    }
  },
  {
    name: 'only-one',
    example: 'The house belongs to Jane Doe and Zorin Poe. Taxes would fall, she said.',
    why: 'nobody else near it is known to be of that gender',
    answer: (pronoun) => distinct(near(pronoun, 1).filter(({ main, person }) => main || genderOf(pronoun, person) === pronoun.gender))
  },
  {
    name: 'topic',
    example: 'Jane Doe came to Westbrook on Monday. Jane Doe spoke. Jane Doe left.\n\nThe plan was good.\n\nIt was late.\n\nTaxes would fall next year, she said.',
    why: 'the person whom the article is about',
    answer(pronoun) {
      const [first, second] = pronoun.scene.people.filter(({ index }) => compatible(pronoun, index)).sort((a, b) => b.count - a.count)
      const recent = near(pronoun, 3)
      const named = first && pronoun.before.some(({ person }) => person === first.index)
      return named && 3 <= first.count && 2 * (second?.count ?? 0) <= first.count && distinct(recent).every((person) => person === first.index) ? [first.index] : []
    }
  }
]

/** The person behind a pronoun and the rule that said so, or the people it could be. */
export function personOf(pronoun: Pronoun): { person: number; rule: PronounRule } | { person: null; candidates: readonly number[] } {
  let candidates: readonly number[] = []
  for (const rule of pronounRules) {
    const answer = rule.answer(pronoun)
    const [person] = answer
    if (person !== undefined && answer.length === 1) return { person, rule }
    if (!candidates.length) candidates = answer
  }
  return { person: null, candidates }
}

export function genderOfPronoun(index: number, { tree, lexicon }: { readonly tree: Tree; readonly lexicon: Scene['lexicon'] }): Gender | null {
  const { text, tag } = tree.tokens[index] ?? { text: '', tag: '' }
  return /^PRP/.test(tag) ? (genderWords(lexicon).pronouns.get(text.toLowerCase()) ?? null) : null
}

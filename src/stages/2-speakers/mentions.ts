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
  const modifies = (anchor < range.from || range.to <= anchor) && scene.bodies.has(tree.tokens[anchor]?.lemma.toLowerCase() ?? '')
  return {
    from: range.from,
    to: range.to,
    person,
    aside,
    // "The Doe government fell" is not about Doe.
    main: !aside && !modifies && !scene.reported(range.from) && isMainSubject(anchor, tree),
    quoted: scene.quoted(range.from),
    sentence: tree.sentenceOf[range.from] ?? 0,
    paragraph: scene.storyOf(range.from)
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
  const paragraph = pronoun.scene.storyOf(pronoun.index)
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

/** Named for the first time in the sentence right before the pronoun's paragraph: "Doe answered John Roe, who leads the union.\n\n“It will fall,” he said." */
function isBroughtIn({ person, sentence, from, to }: Mention, subject: Mention | undefined, { before, index, scene: { tree } }: Pronoun): boolean {
  const start = tree.paragraphs[tree.paragraphOf[index] ?? 0]?.from ?? index
  return subject !== undefined && /^(,|who)$/.test(tree.tokens[to]?.text ?? '') && sentence === subject.sentence && sentence === tree.sentenceOf[start - 1] && !before.some((mention) => mention.person === person && mention.from < from) && before.some((mention) => mention.person === subject.person && mention.from < subject.from)
}

/** Subject of a clause, by the tree. */
const isSubject = (mention: Mention, { scene }: Pronoun): boolean => /^nsubj/.test(scene.tree.tokens[anchorOf(mention, scene)]?.relation ?? '')

/** "When Ann Poe asked Jane Doe about it, she said": who is asked answers. */
function askedBy(subject: Mention, pronoun: Pronoun): Mention | null {
  const { tree } = pronoun.scene
  const verb = tree.tokens[anchorOf(subject, pronoun.scene)]?.head ?? null
  if (verb === null || !/^(ask|press|question|quiz)$/.test(tree.tokens[verb]?.lemma ?? '')) return null
  return near(pronoun, 0).findLast((mention) => mention !== subject && verb < mention.from && tree.tokens[anchorOf(mention, pronoun.scene)]?.head === verb && /^(obj|iobj)$/.test(tree.tokens[anchorOf(mention, pronoun.scene)]?.relation ?? '')) ?? null
}

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
      const asked = askedBy(subject, pronoun)
      if (asked) return [asked.person]
      // "When Jane Doe asked her": then she is somebody else.
      const another = between.some(({ text }, index) => genderOfPronoun(subject.to + index, pronoun.scene) === pronoun.gender && /^(him|her)$/i.test(text))
      return !another && between.some(({ text }) => text === ',') && !between.some(({ text }) => /^["“”]$/.test(text)) ? [subject.person] : []
    }
  },
  {
    name: 'presented',
    example: 'Ann Poe met Eve Roe. Just look at Mayor Jane Doe. In May she said that taxes would fall.',
    why: 'whom the sentence before it bids the reader look at',
    answer(pronoun) {
      const { tree } = pronoun.scene
      const sentence = (tree.sentenceOf[pronoun.index] ?? 0) - 1
      const { from, to } = tree.sentences[sentence] ?? { from: 0, to: 0 }
      const words = tree.tokens.slice(from, to).map(({ text }) => text).join(' ')
      if (!/^(just |but |or |now |then |so )*(look at|take|consider|meet|enter|then there (is|['’]s|was)) /i.test(words)) return []
      return distinct(near(pronoun, 1).filter((mention) => mention.sentence === sentence && !mention.aside))
    }
  },
  {
    name: 'turned-on',
    example: 'Ann Poe spoke on Monday. John Roe drew Jane Doe’s ire – she said that he was weak.',
    why: 'the only one of that gender in its sentence, whose subject is another',
    answer(pronoun) {
      const { scene, index } = pronoun
      const own = pronoun.before.filter((mention) => mention.sentence === scene.tree.sentenceOf[index] && !mention.aside)
      const other = own.find(({ main }) => main)
      const behind = /^[-–—;:]+$/.test(scene.tree.tokens[index - 1]?.text ?? '')
      const found = own.filter((mention) => compatible(pronoun, mention.person))
      return behind && other && !compatible(pronoun, other.person) && found.every((mention) => genderOf(pronoun, mention.person) === pronoun.gender) ? distinct(found) : []
    }
  },
  {
    name: 'goes-on',
    example: '“Taxes will fall,” said Jane Doe. Ann Poe was late. Rents too, she added.',
    why: 'the speaker before it, whose words its verb goes on with',
    answer(pronoun) {
      const { speaker, index, scene: { tree: { tokens } } } = pronoun
      const verb = tokens[index]?.head ?? null
      const last = speaker !== null && compatible(pronoun, speaker) ? pronoun.before.findLast(({ person }) => person === speaker) : undefined
      return last && verb !== null && /^(add|continue|conclude|reiterate)$/.test(tokens[verb]?.lemma ?? '') && last.paragraph + 1 >= pronoun.scene.storyOf(index) ? [last.person] : []
    }
  },
  {
    name: 'parallel-speaker',
    example: '“Taxes will fall,” said Jane Doe. “Rents too,” she said.',
    why: 'the speaker before it, and nobody else has come up since',
    answer(pronoun) {
      const { speaker } = pronoun
      if (speaker === null || !compatible(pronoun, speaker)) return []
      const mentions = topical(near(pronoun, 1))
      const last = mentions.findLastIndex(({ person }) => person === speaker)
      return distinct(mentions.slice(last + 1).filter((mention) => mention.main || isLater(mention, mentions[last], pronoun) || isBroughtIn(mention, mentions[last], pronoun))).length ? [] : [speaker]
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
      // Somebody named in a later sentence may have become the topic meanwhile, and somebody whom the last sentence before the pronoun's paragraph brings in.
      return distinct([subject, ...mentions.slice(last + 1).filter((mention) => isLater(mention, subject, pronoun) || isBroughtIn(mention, subject, pronoun))])
    }
  },
  {
    name: 'only-one',
    example: 'The house belongs to Jane Doe and Zorin Poe. Taxes would fall, she said.',
    why: 'nobody else near it is known to be of that gender',
    answer(pronoun) {
      const mentions = near(pronoun, 1)
      const known = distinct(mentions.filter(({ person }) => genderOf(pronoun, person) === pronoun.gender))
      // Of nobody it is known: then the subject, if nobody else could be meant.
      return known.length ? distinct(mentions.filter(({ main, person }) => main || known.includes(person))) : distinct(mentions)
    }
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

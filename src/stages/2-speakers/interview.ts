import type { Range } from '../../tree.js'
import { stretchOf, type Draft } from './draft.js'
import type { Name } from './names.js'
import type { Scene } from './scene.js'
import { isTurn } from './transcript.js'

/** How an article of questions and answers tells who answers. The first rule that names one person wins. */
interface InterviewRule {
  readonly name: string
  readonly example: string
  readonly why: string
  /** `names`: those of people before the first question. */
  answering(names: readonly Name[], scene: Scene): readonly Name[]
}

export const interviewRules: readonly InterviewRule[] = [
  {
    name: 'questions-with',
    example: 'Q&A with Mayor Jane Doe.\n\nDoe met Ann Poe of the Westbrook Times.\n\nQ: Will taxes fall?\n\nA: They will.',
    why: 'the text calls it an interview with this person',
    answering: (names, { tree: { tokens, sentenceOf } }) =>
      names.filter(({ from }) => {
        let link = from - 1
        while (from - 6 < link && /^(DT|JJ|NN|NNP|IN)$/.test(tokens[link]?.tag ?? '') && !/^with$/i.test(tokens[link]?.text ?? '')) link--
        const before = tokens.slice(Math.max(0, link - 5), link).filter((_, index) => sentenceOf[Math.max(0, link - 5) + index] === sentenceOf[from])
        return /^with$/i.test(tokens[link]?.text ?? '') && /(^| )(interview|interviews|conversation|questions and answers|q ?& ?a|q ?and ?a)$/i.test(before.map(({ text }) => text).join(' '))
      })
  },
  {
    name: 'headline',
    example: 'A day with Jane Doe.\n\nJane Doe became mayor in May. She met Ann Poe of the Westbrook Times.\n\nQ: Will taxes fall?\n\nA: They will.',
    why: 'the only person in the headline, who is spoken of again before the questions',
    answering(names, { tree: { paragraphOf } }) {
      const above = names.filter(({ from }) => paragraphOf[from] === 0)
      return above.filter(({ person }) => names.some((other) => other.person === person && 0 < (paragraphOf[other.from] ?? 0)))
    }
  },
  {
    name: 'only-one',
    example: 'Jane Doe became mayor in May.\n\nQ: Will taxes fall?\n\nA: They will.',
    why: 'nobody else is named before the questions and answers',
    answering: (names) => names
  }
]

/** Who answers in an article of questions and answers, by the name that tells most; null where nobody or several people could. */
export function answering(firstTurn: number, scene: Scene): { readonly name: Name; readonly why: string } | null {
  const before = scene.names.filter(({ person, to }) => person !== null && to <= firstTurn)
  for (const { answering, why } of interviewRules) {
    const found = answering(before, scene)
    const [person, other] = new Set(found.map((name) => name.person))
    if (other !== undefined || person === undefined) continue
    const [name] = found.filter((each) => each.person === person).sort((a, b) => b.to - b.from - (a.to - a.from))
    if (name) return { name, why }
  }
  return null
}

/** Three paragraphs or more that are nothing but a question: then "I" may be whoever answers, marked as such or not. */
export const isInterview = ({ tree: { tokens, paragraphs } }: Scene): boolean =>
  3 <= paragraphs.filter(({ from, to }) => tokens[to - 1]?.text === '?' && to - from < 40 && !/^["“”]|''/.test(tokens[from]?.text ?? '')).length

/** A question or an answer: from its label to the end of its paragraph. */
export interface Turn {
  readonly draft: Draft
  readonly start: number
  readonly end: number
}

/** The questions and answers of an article, in text order. */
export const turnsOf = (drafts: readonly Draft[], { tree }: Scene): Turn[] =>
  drafts
    .flatMap((draft): Turn[] => {
      const { rule, source: [label], content: [speech] } = draft
      return rule === 'transcript' && label && speech && isTurn(wordsOf(label, tree.tokens)) ? [{ draft, start: stretchOf(tree, label).start, end: speech.end }] : []
    })
    .sort((a, b) => a.start - b.start)

/** The turn that an offset belongs to, in its paragraph or in a later one before the next turn. Behind the last one the article may speak again. */
export function turnAt(offset: number, turns: readonly Turn[]): Draft | null {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const turn = turns[low - 1]
  return turn && (low < turns.length || offset < turn.end) ? turn.draft : null
}

const wordsOf = ({ from, to }: Range, tokens: Scene['tree']['tokens']): string => tokens.slice(from, to).map(({ text }) => text).join(' ')

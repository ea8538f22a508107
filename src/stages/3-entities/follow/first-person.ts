import type { Speakers } from '../../../model.js'
import { tokensIn, type Range, type Tree } from '../../../tree.js'
import type { Draft } from '../join/draft.js'
import type { Scene } from '../scene.js'
import type { Voices } from './voices.js'

const first = /^(?:I|me|my|mine|myself|Me|My|Mine|Myself)$/

/** "I", "me" and "my" in a direct quotation are its speaker, and outside of all quotations the author, if the article names one. "We" may be anybody with them. */
export function followFirstPerson(scene: Scene, { attributions, marks }: Speakers, { draftAt }: Voices, drafts: readonly Draft[]): void {
  const { tree } = scene
  const done = new Set<number>()
  const people = drafts.filter(({ kind }) => kind === 'person')
  const roleAt = new Map(people.flatMap((draft) => draft.mentions.flatMap(({ to, form }) => (form === 'noun' ? [[to - 1, draft] as const] : []))))
  const personIn = ({ from, to }: Range): Draft | undefined => [to - 1, from].map((index) => draftAt.get(index) ?? roleAt.get(index)).find((one) => one?.kind === 'person')
  // The shortest content first, so that a quotation inside another keeps its own speaker.
  const direct = attributions
    .filter(({ type }) => type !== 'indirect')
    .flatMap(({ content, speaker }) => content.map((piece) => ({ ...tokensIn(tree, piece), speaker })))
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  // Of a quotation inside a quotation that is not attributed to anybody it is not known who "I" is.
  const inner = marks.flatMap(({ inside, level, use }) => (level > 0 && use === 'speech' ? [tokensIn(tree, inside)] : []))
  for (const { from, to } of inner) {
    if (direct.some((piece) => from - 1 <= piece.from && piece.to <= to + 1)) continue
    for (let index = from; index < to; index++) done.add(index)
  }
  for (const { from, to, speaker } of direct) {
    const draft = speaker.span ? personIn(tokensIn(tree, speaker.span)) : undefined
    for (let index = from; index < to; index++) {
      if (done.has(index) || !isFirst(tree, index)) continue
      done.add(index)
      if (draft) add(draft, index, 'first-person-in-quotation', 0.9)
    }
  }
  const author = authorOf(scene, draftAt)
  if (!author) return
  for (let index = 0; index < tree.tokens.length; index++)
    if (!done.has(index) && scene.quoted[index] !== 1 && isFirst(tree, index)) add(author, index, 'first-person-of-the-author', 0.8)

  function add(draft: Draft, index: number, rule: string, confidence: number): void {
    draft.mentions.push({ from: index, to: index + 1, form: tree.tokens[index]?.tag === 'PRP$' ? 'possessive' : 'pronoun', rule, confidence })
  }
}

/** Whom the byline names, if it is only one. */
export function authorOf({ tree, byline }: Pick<Scene, 'tree' | 'byline'>, draftAt: ReadonlyMap<number, Draft>): Draft | null {
  const { from, to } = byline ? tokensIn(tree, byline) : { from: 0, to: 0 }
  const authors = new Set(Array.from({ length: to - from }, (_, step) => draftAt.get(from + step)).filter((draft) => draft?.kind === 'person'))
  const [author] = authors
  return authors.size === 1 && author ? author : null
}

/** Not "World War I", "part I". */
const isFirst = ({ tokens }: Tree, index: number): boolean => first.test(tokens[index]?.text ?? '') && /^PRP/.test(tokens[index]?.tag ?? '')

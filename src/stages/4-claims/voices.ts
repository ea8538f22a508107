import type { Attribution, Entities, Mark, Speakers } from '../../model.js'
import { tokenAt, tokensIn, type Tree } from '../../tree.js'
import type { Grammar } from './grammar.js'
import type { Words } from './words.js'

/** Who answers for what, by token. */
export interface Voices {
  readonly attributions: readonly Attribution[]
  /** By token: index of the innermost attribution whose content holds it, -1, or `EDITOR`. */
  readonly innermost: Int32Array
  /** By token: index of the attribution whose cue it is part of ("said"), or -1. */
  readonly cues: Int32Array
  /** By attribution id. */
  readonly speakerOf: ReadonlyMap<string, string | null>
  readonly marks: readonly Mark[]
  /** By token: index of the innermost pair of quotation marks that it stands in, or -1. */
  readonly marked: Int32Array
}

/** Instead of an attribution's index: the editor's word. */
export const EDITOR = -2

interface Stretch {
  readonly from: number
  readonly to: number
  readonly index: number
}

export function voicesOf({ tree, words }: Pick<Grammar, 'tree' | 'words'>, { attributions, marks }: Pick<Speakers, 'attributions' | 'marks'>, { speakers }: Pick<Entities, 'speakers'>): Voices {
  const cues = new Int32Array(tree.tokens.length).fill(-1)
  const stretches = attributions.flatMap((attribution, index): Stretch[] => {
    const { content, cue } = attribution
    for (const span of cue) {
      const { from, to } = tokensIn(tree, span)
      cues.fill(index, from, to)
    }
    return isAppearance(tree, words, attribution) ? [] : content.map((span) => ({ ...tokensIn(tree, span), index }))
  })
  const marked = innermostOf(marks.flatMap((mark, index): Stretch[] => (holds(tree, mark) ? [{ ...tokensIn(tree, mark.inside), index }] : [])), tree.tokens.length)
  const innermost = innermostOf(stretches, tree.tokens.length)
  for (const { from, to } of insertions(tree, innermost, (token) => attributions[innermost[token] ?? -1]?.type !== 'indirect' || 0 <= (marked[token] ?? -1))) innermost.fill(EDITOR, from, to)
  return { attributions, cues, innermost, speakerOf: new Map(speakers.map(({ attribution, entity }) => [attribution, entity])), marks, marked }
}

/** "It seems that …", "it is not clear whether …": nobody says it but the article. */
function isAppearance(tree: Tree, { effects }: Words, { type, source, cue }: Attribution): boolean {
  if (type !== 'indirect' || source.length !== 0) return false
  return cue.some((span) => {
    const { from, to } = tokensIn(tree, span)
    return tree.tokens.slice(from, to).some(({ lemma, text }) => effects.get(lemma) === 'seems' || appearances.has(lemma) || appearances.has(text.toLowerCase()))
  })
}

const appearances = new Set(['apparent', 'certain', 'certainty', 'clear', 'evident', 'inevitable', 'likely', 'obvious', 'possible', 'sense', 'unclear', 'unknown', 'unlikely'])

/** A mark that is never closed holds what follows only where its paragraph begins with it: elsewhere it may be anything. */
function holds(tree: Tree, { open, close, inside }: Mark): boolean {
  if (close !== null) return true
  const paragraph = tree.paragraphs[tree.paragraphOf[tokenAt(tree, inside.start)] ?? -1]
  return paragraph !== undefined && open.start <= (tree.tokens[paragraph.from]?.start ?? 0)
}

/** Words of an insertion are few; a bracket that closes later than this is not one. Tokens. */
const INSERTION = 30

/** "[with Prime Minister Ada Lind]" inside a quotation is the editor's word, so the article's, not the speaker's. */
function insertions({ tokens }: Tree, innermost: Int32Array, isSpoken: (token: number) => boolean): Stretch[] {
  const found: Stretch[] = []
  for (let open = 0; open < tokens.length; open++) {
    const index = innermost[open] ?? -1
    if (tokens[open]?.text !== '[' || index < 0 || !isSpoken(open)) continue
    let close = open + 1
    while (close < open + INSERTION && innermost[close] === index && tokens[close]?.text !== ']') close++
    if (innermost[close] === index && tokens[close]?.text === ']') found.push({ from: open, to: close + 1, index })
  }
  return found
}

/** One pass with the stretches that are open: the one that opened last, and of those the shortest, is the innermost. */
function innermostOf(stretches: readonly Stretch[], length: number): Int32Array {
  const innermost = new Int32Array(length).fill(-1)
  const byStart = [...stretches].sort((a, b) => a.from - b.from || b.to - a.to)
  const open: Stretch[] = []
  let next = 0
  for (let token = 0; token < length; token++) {
    for (let stretch = byStart[next]; stretch && stretch.from <= token; stretch = byStart[++next]) open.push(stretch)
    for (let last = open.at(-1); last && last.to <= token; last = open.at(-1)) open.pop()
    innermost[token] = open.at(-1)?.index ?? -1
  }
  return innermost
}

/** The attribution that a token stands in, or null. */
export const attributionAt = ({ attributions, innermost }: Voices, token: number): Attribution | null => attributions[innermost[token] ?? -1] ?? null

/** Does it stand in quotation marks, so that every word is somebody's? */
export const isQuoted = ({ marked }: Voices, token: number): boolean => 0 <= (marked[token] ?? -1)

import type { Lexicon } from '../../data/lexicon.js'
import type { Span, Speakers, Token, Tokens } from '../../model.js'
import { tokensIn, treeOf, type Tree } from '../../tree.js'
import { gazetteerOf, type Gazetteer } from './gazetteer.js'
import { namesOf, type Name } from './names.js'
import { pageOf, type Page } from './phrases.js'

/** An article with all that the finders ask about it. */
export interface Scene {
  readonly tree: Tree
  readonly page: Page
  readonly names: readonly Name[]
  /** By token index: the reader's name that covers it. */
  readonly nameAt: readonly (Name | null)[]
  readonly gazetteer: Gazetteer
  readonly lexicon: Lexicon
  /** Single words of people's names of two words and more, in lower case: what looks like an island may be a surname. */
  readonly personWords: ReadonlySet<string>
  /** "Reuters", where the article says so. */
  readonly outlet: string | null
  /** "TOKYO, Nov 2": where the article was written. */
  readonly dateline: Span | null
  /** Who wrote it, where that stands in the text. */
  readonly byline: Span | null
  /** By token index: 1 between quotation marks of speech. */
  readonly quoted: Uint8Array
}

export function sceneOf(tokens: Tokens, { marks }: Speakers, lexicon: Lexicon): Scene {
  const tree = treeOf(tokens)
  const { source, dateline, byline } = tokens.article
  const names = namesOf(tree, lexicon)
  const nameAt = new Array<Name | null>(tree.tokens.length).fill(null)
  const personWords = new Set<string>()
  for (const name of names) {
    nameAt.fill(name, name.from, name.to)
    if (name.label === 'Person' && name.to - name.from > 1)
      for (const { text } of tree.tokens.slice(name.from, name.to)) personWords.add(text.toLowerCase())
  }
  return { tree, page: pageOf(tree), names, nameAt, gazetteer: gazetteerOf(lexicon), lexicon, personWords, outlet: typeof source === 'string' ? source : (source?.text ?? null), dateline, byline: typeof byline === 'string' ? null : byline, quoted: quotedOf(tree, marks) }
}

function quotedOf(tree: Tree, marks: Speakers['marks']): Uint8Array {
  const quoted = new Uint8Array(tree.tokens.length)
  for (const { inside, use, level } of marks) {
    if (level > 0 || use === 'title' || use === 'nickname') continue
    const { from, to } = tokensIn(tree, inside)
    quoted.fill(1, from, to)
  }
  return quoted
}

export const lower = (scene: Pick<Scene, 'tree'>, index: number): string => scene.tree.tokens[index]?.text.toLowerCase() ?? ''

export const textOf = ({ tree: { text, tokens } }: Pick<Scene, 'tree'>, from: number, to: number): string => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)

export const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text)

export const isProper = (token: Token | undefined): boolean => isCapital(token) && /^NNPS?$/.test(token?.tag ?? '')

/** A hyphen or dash that joins two words: "Sino-British", not "Putin - Peace Treaty". */
export function isTight({ tree: { tokens } }: Pick<Scene, 'tree'>, index: number): boolean {
  const token = tokens[index]
  return token !== undefined && /^[-–‑]$/.test(token.text) && tokens[index - 1]?.end === token.start && tokens[index + 1]?.start === token.end
}

/** The sentence in which a token stands, as token indexes. */
export function sentenceAt({ tree }: Pick<Scene, 'tree'>, index: number): { from: number; to: number } {
  return tree.sentences[tree.sentenceOf[index] ?? -1] ?? { from: index, to: index + 1 }
}

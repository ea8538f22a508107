import type { Lexicon } from '../../data/lexicon.js'
import type { Attribution } from '../../model.js'
import type { Range, Tree } from '../../tree.js'
import type { Form } from './content-form.js'
import type { CueWord, CueWords } from './cue-words.js'
import type { Stretch } from './draft.js'

/** An attribution as far as its kind depends on it. */
export interface Report {
  readonly tree: Tree
  readonly lexicon: Lexicon
  readonly words: CueWords
  readonly content: readonly Stretch[]
  readonly type: Attribution['type']
  readonly cue: Range | null
  readonly source: Range | null
  /** The rule that made it. */
  readonly made: string
  readonly forms: ReadonlySet<Form>
  /** The cue's head word; what data/cues.tsv knows of it, and of the other words of the cue. */
  readonly root: number
  readonly own: CueWord | undefined
  readonly behind: readonly CueWord[]
}

/** What a report is of. The first rule that speaks decides. */
export interface KindRule {
  readonly name: string
  /** A sentence with its source, cue and content marked, for which the rule speaks. */
  readonly example: string
  readonly is: Attribution['kind']
  kindOf(report: Report): Attribution['kind'] | null
}

export const isMark = ({ cue, tree }: Report): boolean => cue !== null && tree.tokens.slice(cue.from, Math.min(cue.to, cue.from + 6)).every(({ text }) => !/\p{L}/u.test(text))

/** Not inside of a quotation, and not in a record of a talk: what the writer says himself. Marks are counted from the paragraph's beginning, as far as it is near. */
export function isOutside({ cue, source, tree, type, made }: Report): boolean {
  const at = source?.from ?? cue?.from
  if (at === undefined || type === 'direct' || /nested|inner|transcript/.test(made)) return false
  const paragraph = tree.paragraphs[tree.paragraphOf[at] ?? -1]
  const start = tree.tokens[paragraph?.from ?? at]?.start ?? 0
  const end = tree.tokens[at]?.start ?? 0
  const before = tree.text.slice(Math.max(start, end - 1500), end)
  if (/^\s*[\p{Lu}][\p{L}. ]{0,40}:/u.test(before)) return false
  const [opening, closing, plain] = [/[“„«]/g, /[”»]/g, /"|''/g].map((mark) => before.match(mark)?.length ?? 0) as [number, number, number]
  return opening <= closing && plain % 2 === 0
}

/** What a word tells of a content of such a form. */
export const judged = ({ kind, needs, otherwise }: CueWord, { forms }: Report): Attribution['kind'] =>
  kind === 'carrier' || (needs.length && !needs.some((form) => forms.has(form))) ? otherwise : kind

export const wordsAt = ({ from, to }: Range, { text, tokens }: Tree): string => text.slice(tokens[from]?.start ?? 0, tokens[Math.min(to, from + 8) - 1]?.end ?? 0)

export const isWithin = (index: number, content: readonly Stretch[], { tokens }: Tree): boolean => content.some(({ start, end }) => start <= (tokens[index]?.start ?? 0) && (tokens[index]?.end ?? 0) <= end)

/** It begins in marks, perhaps behind "that" or "to". */
export const isDirect = (content: readonly Stretch[], { text }: Tree): boolean => /^(that |to |the |a )?["“„«]|^''/.test(text.slice(content[0]?.start ?? 0, (content[0]?.start ?? 0) + 8))

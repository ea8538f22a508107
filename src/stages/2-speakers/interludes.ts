import type { Range, Tree } from '../../tree.js'

/** Paragraphs that stand between those of the story: who spoke before them is still who spoke last. */
interface InterludeRule {
  readonly name: string
  readonly example: string
  holds(paragraph: Range, before: Range | undefined, tree: Tree): boolean
}

export const interludeRules: readonly InterludeRule[] = [
  {
    name: 'heading',
    example: 'A hard winter.',
    // A sentence has a verb, and what is reported is no heading.
    holds: (paragraph, _, { tokens }) => wordsIn(paragraph, tokens) <= 8 && tokens.slice(paragraph.from, paragraph.to).every(({ tag, text, role }) => !/^(VB[DPZ]|MD)$/.test(tag) && role === 'O' && !/^["“”]|''/.test(text))
  },
  {
    name: 'caption',
    example: 'Mayor Jane Doe waves to the voters.',
    holds: (paragraph, before, tree) => isCaption(paragraph, before, tree)
  },
  {
    name: 'embedded',
    example: '<tweet id="771316789665992704"/>',
    holds: ({ from, to }, _, { tokens, text }) => /^<(tweet|embed|iframe|video)\b[^<>]*>(<[^<>]*>)?\.?$/i.test(text.slice(tokens[from]?.start, tokens[to - 1]?.end).trim())
  }
]

/** For every paragraph the number of the last one of the story up to it: an interlude has that of the paragraph before. */
export function storyParagraphs(tree: Tree): number[] {
  let number = -1
  return tree.paragraphs.map((paragraph, index) => {
    const aside = 0 < index && interludeRules.some((rule) => rule.holds(paragraph, tree.paragraphs[index - 1], tree))
    return aside ? Math.max(0, number) : ++number
  })
}

/** Of the paragraphs, those under a picture: whom they name, who took it included, is not whom the story speaks of. */
export const captionsIn = (tree: Tree): boolean[] => tree.paragraphs.map((paragraph, index) => isCredit(paragraph, tree.tokens) || isCaption(paragraph, tree.paragraphs[index - 1], tree))

/** One sentence below the name of who took the picture, in the present tense or with "(left)". */
function isCaption({ from, to }: Range, credit: Range | undefined, { tokens, sentenceOf }: Tree): boolean {
  if (!credit || !isCredit(credit, tokens) || 45 < to - from || sentenceOf[from] !== sentenceOf[to - 1]) return false
  const words = tokens.slice(from, to)
  const sided = words.some(({ text }, index) => /^(l|r|left|right|center|centre)$/i.test(text) && words[index - 1]?.text === '(')
  const verb = words.find(({ tag }) => /^(VB[DPZ]|MD)$/.test(tag))
  return words.every(({ role, text }) => !/cue$/.test(role) && !/^["“”]/.test(text)) && (sided || /^VB[PZ]$/.test(verb?.tag ?? ''))
}

/** "Pool/Reuters", "Ann Poe via Getty Images". */
const isCredit = (paragraph: Range, tokens: Tree['tokens']): boolean =>
  wordsIn(paragraph, tokens) <= 8 && /(^|[ /])(afp|ap|associated press|getty|getty images|images|reuters|shutterstock)[ .]*$/i.test(tokens.slice(paragraph.from, paragraph.to).map(({ text }) => text).join(' '))

const wordsIn = ({ from, to }: Range, tokens: Tree['tokens']): number => tokens.slice(from, to).filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length

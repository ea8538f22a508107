import type { Mark } from '../../model.js'
import type { Tree } from '../../tree.js'
import { tokenAt, tokensIn } from '../../tree.js'
import { contains } from '../../span.js'
import type { Stretch } from './draft.js'
import type { Pair } from './marks.js'
import { isTitle } from './title.js'

/** What a pair of marks is for. The first rule that holds wins. */
interface UseRule {
  readonly name: string
  readonly use: Mark['use']
  readonly example: string
  holds(quoted: Quoted, tree: Tree): boolean
}

interface Quoted {
  readonly text: string
  /** Index of the first token inside, and of the first one after the closing mark. */
  readonly first: number
  readonly after: number
  readonly words: number
  /** Inside of an attribution's content; `all`: it is a piece of content by itself or with little else. */
  readonly said: boolean
  readonly all: boolean
}

const works = /^(album|anthem|article|ballad|blog|book|column|documentary|drama|editorial|episode|essay|exhibition|film|headline|hit|hymn|movie|musical|novel|op-ed|opera|painting|play|podcast|poem|program|programme|report|sequel|series|show|single|sitcom|song|story|study|thriller|track|trilogy)$/

export const useRules: readonly UseRule[] = [
  {
    name: 'between-names',
    use: 'nickname',
    example: 'John [nickname “Red”] Roe left early.',
    holds: ({ first, after, words }, { tokens }) => words <= 3 && isName(tokens[first - 2]) && isName(tokens[after]) && (isCapital(tokens[first]?.text) || /^the$/i.test(tokens[first]?.text ?? ''))
  },
  {
    name: 'called',
    use: 'nickname',
    example: 'John Roe, nicknamed [nickname “Red”], left early.',
    holds: ({ first, words }, { tokens }) => words <= 4 && /^(nicknamed|dubbed|alias|aka)$/i.test(tokens[first - 2]?.text ?? '')
  },
  {
    name: 'work',
    use: 'title',
    example: 'She sang in the film [title “The Fall of Taxes”].',
    holds: ({ first, text, all }, { tokens }) => !all && isCapital(tokens[first]?.text) && !/[!?]["”’»']*$/.test(text) && tokens.slice(Math.max(0, first - 3), first - 1).some(({ lemma }) => works.test(lemma.toLowerCase()))
  },
  { name: 'capitals', use: 'title', example: 'She wrote [title “The Fall of Taxes”] in 2014.', holds: ({ text, said, all }) => isTitle(said ? text : text.replace(/\.(?=["”’»']*$)/, '')) && !(all && /,["”’»']*$/.test(text)) },
  { name: 'attributed', use: 'speech', example: '[speech “Taxes will fall,”] said Jane Doe.', holds: ({ said }) => said },
  {
    name: 'so-called',
    use: 'scare',
    example: 'The so-called [scare “experts”] left early.',
    holds: ({ words, text }) => words <= 4 && !/[.!?,]["”’»']*$/.test(text)
  },
  { name: 'sentence', use: 'speech', example: '[speech “Taxes will fall, and nobody will thank us for it.”]', holds: ({ words, text }) => 5 <= words && /[.!?…]["”’»']*$/.test(text) }
]

/** The use of every pair, in order. `contents` are those of all attributions, in text order. */
export function usesOf(pairs: readonly Pair[], contents: readonly Stretch[], tree: Tree): Mark['use'][] {
  const reach: number[] = []
  for (const { end } of contents) reach.push(Math.max(end, reach.at(-1) ?? 0))
  let next = 0
  return pairs.map(({ open, close, inside }) => {
    const stretch = { start: open.start, end: close?.end ?? inside.end }
    while (next < contents.length && (reach[next] ?? 0) <= stretch.start) next++
    let around: Stretch | undefined
    for (let index = next; index < contents.length && (contents[index]?.start ?? 0) <= stretch.start; index++) {
      const content = contents[index]
      if (content && contains(content, stretch)) around = content
    }
    const { from, to } = tokensIn(tree, inside)
    const quoted: Quoted = {
      text: tree.text.slice(stretch.start, stretch.end),
      first: from,
      after: tokenAt(tree, stretch.end),
      words: tree.tokens.slice(from, to).filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length,
      said: around !== undefined,
      all: around !== undefined && around.end - around.start <= stretch.end - stretch.start + 8
    }
    return useRules.find((rule) => rule.holds(quoted, tree))?.use ?? 'other'
  })
}

const isName = (token: Tree['tokens'][number] | undefined): boolean => token !== undefined && (/^NNP/.test(token.tag) || token.name.endsWith('Person')) && isCapital(token.text)

const isCapital = (word: string | undefined): boolean => /^\p{Lu}/u.test(word ?? '')

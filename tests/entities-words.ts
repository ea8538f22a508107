import { read } from '../src/markup.js'
import type { Entities, Speakers, Token, Tokens } from '../src/model.js'
import { spanOf, type Span } from '../src/span.js'
import { entities } from '../src/stages/3-entities/index.js'
import { loadLexicon } from '../src/data/lexicon.js'

export const lexicon = loadLexicon('data')

/** Labels that stand for what the reader saw; other marks of a case say what is expected. */
const readerLabels = new Set(['Person', 'Location', 'Organization', 'NORP', 'Misc', 'Facility', 'Date', 'Product'])

export interface Case {
  readonly tokens: Tokens
  readonly expected: readonly { readonly label: string; readonly text: string }[]
}

/** A tokens layer without the network: names are labelled as the marks say, tags are guessed from the letters, and there is no tree.
 *  Rules that hold on such poor readings hold on better ones. */
export function caseOf(marked: string, { published = null }: { published?: string | null } = {}): Case {
  const { text, marks } = read(marked)
  const tokens: Token[] = []
  const paragraphs: Span[] = []
  const sentences: Span[] = []
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    paragraphs.push(spanOf(text, index, index + line.length))
    let begin: number | null = null
    let last = index
    for (const { 0: word, index: at } of line.matchAll(/['’]s(?![\p{L}])|(?:\p{L}\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Inc)\.|[\w.]+@[\w.]+\w|\w+(?:\.\w+)*\.(?:com|pdf)\b|(?<!\p{L})\p{Lu}\.(?= \p{Lu})|[\p{L}\p{N}]+(?:['’](?!s\b)\p{L}+)*|\S/gu)) {
      const start = index + at
      begin ??= start
      last = start + word.length
      const label = marks.find((mark) => readerLabels.has(mark.label) && mark.start <= start && last <= mark.end)
      tokens.push({
        ...spanOf(text, start, last), lemma: lemmaOf(word), tag: tagOf(word), head: null, relation: 'dep', name: label ? `${label.start === start ? 'B' : 'I'}-${label.label}` : 'O', role: 'O',
        of: null, same: null, sure: { name: 0.9, role: 0.9, tie: 0.9 }
      })
      if (/^[.!?]$/.test(word)) {
        sentences.push(spanOf(text, begin, last))
        begin = null
      }
    }
    if (begin !== null) sentences.push(spanOf(text, begin, last))
  }
  const article = {
    id: 'case.txt', path: 'case.txt', sha256: '', title: null, published, dateline: null, byline: null, source: null, language: 'en', encoding: 'utf-8', format: 'text' as const, boilerplate: []
  }
  return {
    tokens: { article, text, paragraphs, sentences, tokens },
    expected: marks.filter(({ label }) => !readerLabels.has(label)).map(({ label, start, end }) => ({ label, text: text.slice(start, end) }))
  }
}

export const silent: Speakers = { marks: [], attributions: [], problems: [] }

export const entitiesOf = ({ tokens }: Case): Entities => entities.run({ tokens, speakers: silent }, lexicon)

const closed: Readonly<Record<string, string>> = {
  the: 'DT', a: 'DT', an: 'DT', this: 'DT', these: 'DT', of: 'IN', in: 'IN', on: 'IN', at: 'IN', to: 'TO', from: 'IN', with: 'IN', for: 'IN', by: 'IN', over: 'IN', and: 'CC', or: 'CC', he: 'PRP', she: 'PRP', him: 'PRP',
  her: 'PRP$', his: 'PRP$', it: 'PRP', they: 'PRP', is: 'VBZ', are: 'VBP', be: 'VB', that: 'IN', which: 'WDT', its: 'PRP$', their: 'PRP$', had: 'VBD', voted: 'VBD', came: 'VBD', won: 'VBD', spoke: 'VBD', gave: 'VBD', was: 'VBD', were: 'VBD', will: 'MD', said: 'VBD', told: 'VBD', met: 'VBD', left: 'VBD', has: 'VBZ', have: 'VBP', who: 'WP', not: 'RB', i: 'PRP'
}

function tagOf(word: string): string {
  const known = closed[word.toLowerCase()]
  if (known) return known
  if (/^['’]s$/.test(word)) return 'POS'
  if (/^\d/.test(word)) return 'CD'
  if (/^[-–—]$/.test(word)) return 'HYPH'
  if (!/\p{L}/u.test(word)) return word === ',' ? ',' : '.'
  if (/^\p{Lu}/u.test(word)) return 'NNP'
  if (/ed$/.test(word)) return 'VBD'
  return /(?<!s)s$/.test(word) ? 'NNS' : 'NN'
}

const lemmaOf = (word: string): string => (word === 'said' ? 'say' : /^[a-z]+s$/.test(word) && !/ss$/.test(word) ? word.slice(0, -1) : word.toLowerCase())

/** Blocks of a case file: "# title" and the lines below it. */
export function blocksOf(content: string): { title: string; lines: string[] }[] {
  return content.split(/^# /m).slice(1).map((block) => {
    const [title = '', ...lines] = block.trimEnd().split('\n')
    return { title, lines: lines.filter((line) => line !== '') }
  })
}

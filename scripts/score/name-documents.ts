import type { Span, Token, Tokens } from '../../src/model.js'
import type { Reader } from '../../src/reader/index.js'
import { spanOf } from '../../src/span.js'

/** A word of a name corpus with its BIO tag. */
export interface TaggedWord {
  readonly word: string
  readonly tag: string
  /** A blank follows it, or the paragraph ends. */
  readonly blank: boolean
}

/** A document of a name corpus: its own words, paragraph by paragraph. */
export interface NameDocument {
  readonly id: string
  readonly paragraphs: readonly (readonly TaggedWord[])[]
}

/** A name as it was found or annotated, for counting and for reading errors. */
export interface Named {
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** `# doc = NAME`, then `token TAB tag`, a blank line between sentences. Blanks and paragraphs are not kept in it: one blank between words, two sentences a paragraph, as news has it. */
export function newswireDocuments(content: string): NameDocument[] {
  return content.split(/^# doc = /m).slice(1).map((block) => {
    const [id = '', ...lines] = block.split('\n')
    const sentences = lines.join('\n').split(/\n\s*\n/).map((sentence) => rowsOf(sentence).map(([word = '', tag = 'O']): TaggedWord => ({ word, tag: tag.trim(), blank: true }))).filter((rows) => rows.length)
    const paragraphs: TaggedWord[][] = []
    for (let at = 0; at < sentences.length; at += 2) paragraphs.push(sentences.slice(at, at + 2).flat())
    return { id: id.trim(), paragraphs }
  })
}

/** CoNLL-like columns: number, word, tag; `# newdoc id = …` begins a document, `# text = …` is a sentence as it was written. A line of a letter or a list is a paragraph of
 *  its own: sentences that end without a mark are such. `begins`: which sentences begin a paragraph. */
export function unerDocuments(content: string, begins: ReadonlySet<string>): NameDocument[] {
  const names: Readonly<Record<string, string>> = { PER: 'Person', LOC: 'Location', ORG: 'Organization' }
  return content.split(/^# newdoc id = /m).slice(1).map((block) => {
    const paragraphs: TaggedWord[][] = []
    for (const sentence of block.split(/\n\s*\n/)) {
      const text = /^# text = (.*)$/m.exec(sentence)?.[1] ?? ''
      const begun = begins.has(/^# sent_id = (.*)$/m.exec(sentence)?.[1]?.trim() ?? '')
      let at = 0
      const words = rowsOf(sentence).map(([, word = '', tag = 'O']): TaggedWord => {
        const end = text.indexOf(word, at) + word.length
        const known = end >= word.length
        at = known ? end : at
        return { word, tag: tag.replace(/PER|LOC|ORG/, (name) => names[name] ?? name), blank: !known || end === text.length || text[end] === ' ' }
      })
      if (!words.length) continue
      const last = paragraphs.at(-1)
      const goesOn = last && !begun && isMark(last.at(-1)) && isMark(words.at(-1))
      if (goesOn) paragraphs[paragraphs.length - 1] = [...last.slice(0, -1), ...last.slice(-1).map((word) => ({ ...word, blank: true })), ...words]
      else paragraphs.push(words)
    }
    return { id: block.slice(0, block.indexOf('\n')).trim(), paragraphs }
  })
}

const isMark = (word: TaggedWord | undefined): boolean => /^[.!?…"”')\]]+$/.test(word?.word ?? '')

/** Ids of the sentences of a treebank that begin a paragraph. */
export function beginningsOf(treebank: string): Set<string> {
  return new Set(treebank.split(/\n\s*\n/).flatMap((sentence) => (/^# newpar/m.test(sentence) ? (/^# sent_id = (.*)$/m.exec(sentence)?.slice(1) ?? []) : [])).map((id) => id.trim()))
}

const rowsOf = (sentence: string): string[][] => sentence.split('\n').filter((line) => line.includes('\t') && !/^# \w+ =/.test(line)).map((line) => line.split('\t'))

/** The corpus's own words as an article. */
export async function tokensOfWords({ id, paragraphs: groups }: NameDocument, reader: Reader): Promise<Tokens> {
  const text = groups.map((group) => group.map(({ word, blank }, index) => (blank && index + 1 < group.length ? `${word} ` : word)).join('')).join('\n\n')
  const readings = await reader.read(groups.map((group) => group.map(({ word }) => ({ text: word }))))
  const tokens: Token[] = []
  const paragraphs: Span[] = []
  const starts: number[] = []
  let at = 0
  for (const group of groups) {
    const begin = at
    group.forEach(({ word, blank }, index) => {
      const reading = readings[tokens.length]
      if (!reading) throw new Error('the reader left a word out')
      const { starts: begins, ...rest } = reading
      if (begins) starts.push(tokens.length)
      tokens.push({ ...spanOf(text, at, at + word.length), lemma: word.toLowerCase(), ...rest })
      at += word.length + (blank && index + 1 < group.length ? 1 : 0)
    })
    paragraphs.push(spanOf(text, begin, at))
    at += 2
  }
  const spans = starts.map((from, index) => spanOf(text, tokens[from]?.start ?? 0, tokens[(starts[index + 1] ?? tokens.length) - 1]?.end ?? 0))
  const article = { id, path: id, sha256: '', title: null, published: null, dateline: null, byline: null, source: null, language: 'en', encoding: 'utf-8', format: 'text' as const, boilerplate: [] }
  return { article, text, paragraphs, sentences: spans, tokens }
}

export function goldOf({ paragraphs }: NameDocument, { text, tokens }: Tokens): Named[] {
  const tags = paragraphs.flat().map(({ tag }) => tag)
  const names: Named[] = []
  for (let from = 0; from < tags.length; from++) {
    const tag = tags[from] ?? 'O'
    if (!tag.startsWith('B-')) continue
    let to = from + 1
    while (tags[to] === `I-${tag.slice(2)}`) to++
    names.push({ kind: tag.slice(2), ...spanOf(text, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0) })
  }
  return names
}

import type { Labels } from './labels.js'
import type { Labelled } from './prepare.js'

/** `# doc = NAME`, then `token TAB tag`, a blank line between sentences. */
export function nameDocuments(content: string, labels: Labels): Labelled[] {
  return content.split(/^# doc = /m).slice(1).map((block) => {
    const [id = '', ...lines] = block.split('\n')
    const sentences = lines.join('\n').split(/\n\s*\n/).map(rowsOf).filter((rows) => rows.length)
    const paragraphs = inParagraphs(sentences, id.length).map((rows) => rows.map(([text]) => ({ text })))
    return {
      id: id.trim(),
      task: 'names',
      paragraphs,
      pointers: [],
      labels: { name: sentences.flat().map(([, tag]) => labels.index('name', tag)) }
    }
  })
}

const rowsOf = (sentence: string): [text: string, tag: string][] =>
  sentence.split('\n').flatMap((line) => {
    const [text, tag] = line.split('\t')
    return text && tag ? [[text, tag.trim()] satisfies [string, string]] : []
  })

/** The corpus does not say where paragraphs end; news has one to three sentences in each, so these have too. */
function inParagraphs<T>(sentences: readonly T[][], seed: number): T[][] {
  const paragraphs: T[][] = []
  for (let at = 0, turn = seed; at < sentences.length; turn++) {
    const size = 1 + ((turn * 7) % 3)
    paragraphs.push(sentences.slice(at, at + size).flat())
    at += size
  }
  return paragraphs
}

import type { Range, Tree } from '../../tree.js'
import { stretchOf, type Draft } from './draft.js'

/** Speeches of a transcript: paragraphs that begin with a name and a colon ("JANE DOE: Taxes will fall."), at least three in an article
 *  and each label a name or there twice, for a single one may be anything; or questions and answers ("Q: …", "A: …"), at least one of each. What the reader made of such a paragraph's colon is replaced; the rest of it stays. */
export function withTranscript(drafts: readonly Draft[], tree: Tree): Draft[] {
  const speeches = tree.paragraphs.flatMap((paragraph) => {
    const label = labelOf(paragraph, tree)
    // "Jane Doe: 1,547." is a line of a table.
    const speaks = label && tree.tokens.slice(label.to, paragraph.to).some(({ text }) => /\p{L}/u.test(text))
    return speaks ? [{ label, paragraph }] : []
  })
  const text = ({ from, to }: Range) => tree.tokens.slice(from, to).map((token) => token.text).join(' ')
  const asks = speeches.some(({ label }) => /^q/i.test(text(label)) && isTurn(text(label)))
  const answers = speeches.some(({ label }) => /^a/i.test(text(label)) && isTurn(text(label)))
  const counts = new Map<string, number>()
  for (const { label } of speeches) counts.set(text(label), (counts.get(text(label)) ?? 0) + 1)
  const isSpeaker = (label: Range) => (asks && answers && isTurn(text(label))) || 1 < (counts.get(text(label)) ?? 0) || tree.tokens[label.to - 1]?.name.endsWith('Person')
  if (speeches.length < (asks && answers ? 2 : 3) || !speeches.every(({ label }) => isSpeaker(label))) return [...drafts]
  const colons = new Set(speeches.map(({ label }) => label.to))
  const kept = drafts.filter(({ cue, content }) => !(cue.some(({ from }) => colons.has(from)) || (!cue.length && content.length)))
  const made = speeches.map(({ label, paragraph }): Draft => {
    const speech = { from: label.to + 1, to: paragraph.to }
    return { content: [stretchOf(tree, speech)], cue: [{ from: label.to, to: label.to + 1 }], source: [label], carries: null, sure: 0.9, rule: 'transcript' }
  })
  return [...kept, ...made]
}

/** "Q" and "A", the two sides of an interview. */
export const isTurn = (label: string): boolean => /^(q|a|question|answer)$/i.test(label)

/** One to six words before a colon, in capitals or the name of a person. */
function labelOf({ from, to }: Range, { tokens }: Tree): Range | null {
  for (let index = from; index < Math.min(to - 1, from + 7); index++) {
    if (tokens[index]?.text !== ':') continue
    const words = tokens.slice(from, index)
    const capitals = words.some(({ text }) => /^\p{Lu}[\p{Lu}'’.-]+$/u.test(text)) && words.every(({ text }) => !/\p{Ll}/u.test(text))
    const name = words.length <= 4 && words.every(({ text, name }) => name.endsWith('Person') || /^(mr|mrs|ms|dr|sen|rep|gov)?\.?$/i.test(text))
    const turn = words.length === 1 && isTurn(words[0]?.text ?? '')
    return words.length && (capitals || name || turn) ? { from, to: index } : null
  }
  return null
}

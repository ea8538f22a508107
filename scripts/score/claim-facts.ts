/** Whole facts against clusters of ways to write them down, as in BenchIE (Gashteovski et al. 2022, "BenchIE: A Framework for Multi-Faceted Fact-Based Open Information
 *  Extraction Evaluation"): a triple is right if it is, word by word, one of the ways of some fact; optional words may be there or not. Half an argument is no fact. */
import type { Claim } from '../../src/model.js'

/** Subject, relation, object. */
export type Triple = readonly [subject: string, relation: string, object: string]

export interface FactSentence {
  readonly text: string
  /** One entry a fact: all ways to write it, optional words in `[…]`. */
  readonly facts: readonly (readonly Triple[])[]
}

/** `sent_id:1 TAB sentence`, `1--> Cluster 1:`, and below it `subject --> relation --> object` lines. Throws for a line that is none of these. */
export function readFacts(content: string): FactSentence[] {
  const sentences: { text: string; facts: Triple[][] }[] = []
  content.split('\n').forEach((line, number) => {
    const written = line.trim()
    if (!written || /^=+$/.test(written)) return
    const begin = /^sent_id:\S+\t(.+)$/.exec(written)
    if (begin) return void sentences.push({ text: begin[1] ?? '', facts: [] })
    if (/^\d+-->\s*Cluster\s*\d+:/i.test(written)) return void sentences.at(-1)?.facts.push([])
    const parts = written.split('-->').map((part) => part.trim())
    const cluster = sentences.at(-1)?.facts.at(-1)
    if (parts.length < 3 || !cluster) throw new Error(`line ${number + 1}: neither a sentence, a cluster nor "subject --> relation --> object": ${written}`)
    cluster.push([parts[0] ?? '', parts[1] ?? '', parts[2] ?? ''])
  })
  return sentences
}

/** A claim as facts of three parts: its object, and once more for every adverbial, the preposition and what stands before it being part of the relation:
 *  "Lind – signed – the treaty" and "Lind – signed the treaty in – Oslo". */
export function triplesOf({ subject, predicate, object, complements, rule }: Claim): Triple[] {
  const phrase = predicate.phrase.replace(/^\[(.*)\]$/, '$1')
  if (!subject) return []
  if (rule === 'existential') return [['there', phrase, subject.text]]
  const first: Triple[] = object ? [[subject.text, phrase, object.text]] : []
  const relation = object ? `${phrase} ${object.text}` : phrase
  return [...first, ...complements.map(({ marker, text }): Triple => [subject.text, `${relation} ${marker}`.trim(), text])]
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

/** Is `found` the same words as `gold`, but for those in `[…]`? A bracket may hold several words, which are all there or none. */
export function fits(gold: string, found: string): boolean {
  const parts = gold.match(/\[[^\]]*\]|[^\s[\]]+/g) ?? []
  // Every place in `found` that the gold parts so far can end at.
  let ends = new Set([0])
  const words = wordsOf(found)
  for (const part of parts) {
    const wanted = wordsOf(part.replace(/[[\]]/g, ''))
    const after = [...ends].filter((end) => wanted.every((word, step) => words[end + step] === word)).map((end) => end + wanted.length)
    ends = new Set(part.startsWith('[') ? [...ends, ...after] : after)
  }
  return ends.has(words.length)
}

export const isFact = (ways: readonly Triple[], triple: Triple): boolean => ways.some((way) => way.every((part, place) => fits(part, triple[place] ?? '')))

/** Of the triples the share that is a fact, of the facts the share that is found. */
export function scoreFacts(sentences: readonly FactSentence[], found: ReadonlyMap<string, readonly Triple[]>): { precision: number; recall: number; f1: number } {
  const count = { right: 0, triples: 0, covered: 0, facts: 0 }
  for (const { text, facts } of sentences) {
    const triples = found.get(text) ?? []
    count.triples += triples.length
    count.facts += facts.length
    count.right += triples.filter((triple) => facts.some((ways) => isFact(ways, triple))).length
    count.covered += facts.filter((ways) => triples.some((triple) => isFact(ways, triple))).length
  }
  const precision = count.triples === 0 ? 0 : count.right / count.triples
  const recall = count.facts === 0 ? 0 : count.covered / count.facts
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

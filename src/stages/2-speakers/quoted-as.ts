import { indexesOf, type Range, type Tree } from '../../tree.js'
import { tokenAt, tokensIn } from '../../tree.js'
import { lengthOf, stretchOf, type Draft, type Stretch } from './draft.js'
import { phraseOf } from './sources.js'
import { childrenOf } from './ties.js'

/** "Jane Doe was quoted as saying that …", "was quoted by the Herald as saying …": the subject of the passive speaks, and whoever quotes does not. Where the reader saw
 *  two cues, the words belong to "saying". */
export function withQuoted(drafts: readonly Draft[], tree: Tree): Draft[] {
  const idle = new Set<Draft>()
  const ownerOf = new Map(drafts.flatMap((draft) => draft.cue.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => [from + index, draft] as const))))
  for (const draft of drafts) {
    const verb = quotedIn(draft, tree)
    const subject = verb === null ? null : subjectOf(verb, tree)
    const saying = verb === null ? null : sayingAfter(verb, tree)
    if (verb === null || !subject || !saying) continue
    const cue = draft.cue.some(({ to }) => saying.to <= to) ? draft.cue : [...draft.cue, saying]
    const taken = [subject, ...cue].map((range) => stretchOf(tree, range))
    const content = draft.content.flatMap((piece) => taken.reduce<Stretch[]>((rest, own) => rest.flatMap((each) => without(each, own, tree)), [piece]))
    const other = [saying.from, saying.from + 1].map((index) => ownerOf.get(index)).find((each) => each !== undefined && each !== draft)
    if (other) {
      other.source = [subject]
      if (!content.length) idle.add(draft)
    } else if (content.length) {
      draft.source = [subject]
      draft.cue = cue
      draft.content = content
    }
  }
  return drafts.filter((draft) => !idle.has(draft))
}

/** "The Herald quoted Jane Doe as saying: “…”": besides what the Herald quotes, her own word. Made where the words "Jane Doe as saying" stand in a content. */
export function quotedBeside(drafts: readonly Draft[], tree: Tree): Draft[] {
  return drafts.flatMap((draft): Draft[] => {
    const verb = draft.cue.flatMap(indexesOf).find((index) => isQuote(index, tree))
    const saying = verb === undefined ? null : sayingAfter(verb, tree)
    const within = saying && draft.content.find(({ start, end }) => start <= stretchOf(tree, saying).start && stretchOf(tree, saying).end <= end)
    if (!saying || !within) return []
    const source = speakerIn({ from: tokenAt(tree, within.start), to: saying.from }, tree)
    const content = source ? [...draft.content.filter((piece) => piece !== within), ...without({ start: stretchOf(tree, saying).end, end: within.end }, { start: 0, end: 0 }, tree)] : []
    return source && content.length ? [{ content, cue: [saying], source: [source], carries: null, sure: draft.sure, rule: 'quoted-as' }] : []
  })
}

/** The words from a content's beginning to "as", as far as they are one noun phrase. */
function speakerIn({ from, to }: Range, { tokens }: Tree): Range | null {
  const words = tokens.slice(from, to)
  const plain = words.every(({ tag, text }) => /^(NN|DT|JJ|CD|PRP|POS|IN|CC|HYPH)/.test(tag) || /^,$/.test(text))
  return 0 < words.length && words.length <= 12 && plain && words.some(({ tag }) => /^(NN|PRP|DT)/.test(tag)) ? { from, to: tokens[to - 1]?.text === ',' ? to - 1 : to } : null
}

const isQuote = (index: number, { tokens }: Tree): boolean => /^(cite|hear|quote)$/.test(tokens[index]?.lemma ?? '') && /^VB/.test(tokens[index]?.tag ?? '')

/** The participle of "was quoted" in a cue, before which "be" stands. */
function quotedIn({ cue }: Draft, tree: Tree): number | null {
  for (const { from, to } of cue)
    for (let index = from; index < to; index++) if (isQuote(index, tree) && /^(quoted|cited|heard)$/i.test(tree.tokens[index]?.text ?? '') && tree.tokens.slice(Math.max(0, index - 3), index).some(({ text }) => /^(is|are|was|were|been|being|be)$/i.test(text))) return index
  return null
}

/** "As saying" in the ten words behind the verb. */
function sayingAfter(verb: number, { tokens, sentenceOf }: Tree): Range | null {
  for (let index = verb + 1; index < verb + 14 && sentenceOf[index] === sentenceOf[verb]; index++)
    if (/^as$/i.test(tokens[index]?.text ?? '') && /^(saying|telling|writing)$/i.test(tokens[index + 1]?.text ?? '')) return { from: index, to: index + 2 }
  return null
}

function subjectOf(verb: number, tree: Tree): Range | null {
  const [subject] = childrenOf(verb, /^nsubj(:pass)?$/, tree)
  return subject === undefined || verb < subject ? null : phraseOf(subject, tree, (index) => index < verb)
}

/** What is left of a piece, without blanks and colons at its beginning. */
function without(piece: Stretch, own: Stretch, tree: Tree): Stretch[] {
  const parts = own.end <= piece.start || piece.end <= own.start ? [piece] : [{ start: piece.start, end: own.start }, { start: own.end, end: piece.end }]
  return parts.flatMap(({ start, end }) => {
    const text = tree.text.slice(start, end)
    const trimmed = { start: start + text.length - text.replace(/^[\s:,]+/, '').length, end: start + text.trimEnd().length }
    return 0 < lengthOf(trimmed) && tokensIn(tree, trimmed).from < tokensIn(tree, trimmed).to ? [trimmed] : []
  })
}

import type { Tree } from '../../tree.js'
import { isDirect, isOutside, isWithin, wordsAt, type KindRule } from './kind-report.js'
import { isThing } from './things.js'
import { childrenOf } from './ties.js'

const toTheReader: KindRule = {
  name: 'to-the-reader',
  example: '[cue Imagine] [content that taxes fall to nothing].',
  is: 'other',
  kindOf({ source, type, root, tree, cue }) {
    if (type === 'direct' || !cue || (source && !/^(you|us|let)$/i.test(wordsAt(source, tree)))) return null
    const { tokens } = tree
    const starts = tree.sentenceOf[cue.from - 1] !== tree.sentenceOf[cue.from] || /^(let|let's|let’s|please|just|so|and|but|to|us|not|,)$/i.test(tokens[cue.from - 1]?.text ?? '')
    const bare = /^VBP?$/.test(tokens[root]?.tag ?? '') && !childrenOf(root, /^(nsubj|mark|aux|cop)/, tree).some((child) => child < root && !/^(let|us|'s|’s|you|do|don|n't|n’t|not|never)$/i.test(tokens[child]?.text ?? ''))
    return starts && bare && !isAfterQuote(cue.from, tree) ? 'other' : null
  }
}

const anybody: KindRule = {
  name: 'anybody',
  example: '[source Anyone who] [cue thinks] [content that taxes will fall] is wrong.',
  is: 'other',
  kindOf({ source, tree, root, cue, content }) {
    if (!source || !cue) return null
    const words = wordsAt(source, tree)
    if (/^(anyone|anybody|whoever|no matter who)\b/i.test(words) && !isDirect(content, tree)) return 'other'
    const [modal] = childrenOf(root, /^aux/, tree).filter((child) => /^(would|might|could)$/i.test(tree.tokens[child]?.text ?? ''))
    const indefinite = /^(a|an|any|every)\s+\p{Ll}*\s*[\p{Lu}\p{Ll}-]+$/iu.test(words) || (source.to - source.from === 1 && /^NNP?S$/.test(tree.tokens[source.from]?.tag ?? ''))
    return modal !== undefined && indefinite && !isDirect(content, tree) ? 'other' : null
  }
}

const supposed: KindRule = {
  name: 'supposed',
  example: 'Little would change if [source Jane Doe] [cue said] [content that taxes fell].',
  is: 'other',
  kindOf({ type, root, tree, cue, content }) {
    if (type === 'direct' || !cue) return null
    const marks = childrenOf(root, /^(mark|advmod)$/, tree).filter((mark) => mark < root && !isWithin(mark, content, tree))
    const word = (mark: number) => tree.tokens[mark]?.text ?? ''
    const orNot = marks.some((mark) => /^whether$/i.test(word(mark))) && /\bor not\b/.test(tree.text.slice(tree.tokens[root]?.start, (content[0]?.end ?? 0) + 10).slice(0, 200))
    return orNot || marks.some((mark) => /^(if|unless)$/i.test(word(mark)) && !/^(as|even)$/i.test(word(mark - 1))) ? 'other' : null
  }
}

const youThink: KindRule = {
  name: 'you-think',
  example: 'As for taxes, [source you] [cue think] [content they will fall].',
  is: 'other',
  // The reader is addressed. Whom a quotation addresses stands in marks.
  kindOf: (report) => (report.source && isOutside(report) && report.source.to - report.source.from === 1 && /^you$/i.test(wordsAt(report.source, report.tree)) ? 'other' : null)
}

const itIsClear: KindRule = {
  name: 'it-is-clear',
  example: '[cue It is not clear] [content whether taxes will fall].',
  is: 'other',
  kindOf: ({ source, cue, root, tree }) =>
    !source && cue && /^JJ/.test(tree.tokens[root]?.tag ?? '') && childrenOf(root, /^(nsubj|expl)$/, tree).some((child) => child < root && /^it$/i.test(tree.tokens[child]?.text ?? '')) ? 'other' : null
}

const isExpected: KindRule = {
  name: 'is-expected',
  example: '[content Taxes] [cue are expected] [content to fall].',
  is: 'other',
  // Nobody is named, and anybody may be meant: the writer's own outlook.
  kindOf: ({ source, root, tree, type }) =>
    !source && type !== 'direct' && /^(expected|supposed|slated|poised|bound)$/i.test(tree.tokens[root]?.text ?? '') && /^(VBN|JJ|VBD)$/.test(tree.tokens[root]?.tag ?? '') ? 'other' : null
}

const question: KindRule = {
  name: 'question',
  example: 'Does [source Jane Doe] [cue think] [content that taxes will fall]?',
  is: 'other',
  kindOf(report) {
    const { cue, tree, content } = report
    const sentence = cue && tree.sentences[tree.sentenceOf[cue.from] ?? -1]
    if (!cue || !sentence || !isOutside(report)) return null
    const opener = tree.tokens[sentence.from]
    const asks = tree.tokens[sentence.to - 1]?.text === '?' && /^(do|does|did|is|are|was|were|will|would|can|could|should|has|have|had|who|what|why|how|when|where|which|whose|isn't|doesn't|don't|aren't|didn't|so|and|but)$/i.test(opener?.text ?? '')
    return asks && sentence.from < cue.from && !content.some(({ start }) => start <= (opener?.start ?? 0)) ? 'other' : null
  }
}

const advice: KindRule = {
  name: 'advice',
  example: '[source The mayor] [cue should say] [content that taxes will fall].',
  is: 'other',
  // What somebody ought to say, or might, nobody has said.
  kindOf(report) {
    const { root, tree, cue, source } = report
    if (!cue || !isOutside(report) || /^(I|we)$/i.test(source ? wordsAt(source, tree) : '')) return null
    const modals = childrenOf(root, /^aux/, tree).filter((child) => child < root && tree.tokens[child]?.tag === 'MD')
    const negated = childrenOf(root, /^advmod$/, tree).some((child) => child < root && /^(not|n't|n’t|never)$/i.test(tree.tokens[child]?.text ?? ''))
    return !negated && modals.some((child) => /^(should|must|ought|might|may|could)$/i.test(tree.tokens[child]?.text ?? '')) ? 'other' : null
  }
}

const forHim: KindRule = {
  name: 'for-him-to',
  example: 'It was awkward for [source Jane Doe] [cue to say] [content that taxes would fall].',
  is: 'other',
  kindOf: ({ source, root, tree, type }) =>
    type !== 'direct' && source && /^for$/i.test(tree.tokens[source.from - 1]?.text ?? '') && tree.tokens[root]?.tag === 'VB' && /^to$/i.test(tree.tokens[root - 1]?.text ?? '') ? 'other' : null
}

const unsaid: KindRule = {
  name: 'unsaid',
  example: 'It is tempting [cue to say] [content that taxes will fall].',
  is: 'other',
  // "To say" hangs on a noun or adjective that says only that one may: "a chance to say", "easy to say".
  kindOf(report) {
    const { root, tree, cue } = report
    if (!cue || !isOutside(report) || tree.tokens[root]?.tag !== 'VB' || !childrenOf(root, /^mark$/, tree).some((child) => /^to$/i.test(tree.tokens[child]?.text ?? ''))) return null
    const { head = null, relation = '' } = tree.tokens[root] ?? {}
    if (head === null || (cue.from <= head && head < cue.to)) return null
    const above = (tree.tokens[head]?.text ?? '').toLowerCase()
    return (relation === 'acl' && /^(ability|attempt|chance|duty|freedom|incentive|invitation|need|obligation|occasion|opportunity|order|power|reason|right|time|way)$/.test(above)) || /^(able|awkward|difficult|easy|fair|free|hard|important|impossible|likely|possible|safe|tempting|unlikely|unable|wise)$/.test(above) ? 'other' : null
  }
}

const subject: KindRule = {
  name: 'subject-only',
  example: '[cue Criticism of] [content the plan] was loud.',
  is: 'other',
  // What was talked about, or asked about, by nobody who is named, and nothing of what was said.
  kindOf({ source, cue, root, forms, tree }) {
    if (source || !cue || forms.has('clause') || forms.has('quoted') || forms.has('infinitive')) return null
    return /^NN/.test(tree.tokens[root]?.tag ?? '') || /^(about|on|over)$/i.test(tree.tokens[cue.to - 1]?.text ?? '') ? 'other' : null
  }
}

const thing: KindRule = {
  name: 'thing',
  example: '[source The defeat] [cue suggests] [content that taxes will fall].',
  is: 'other',
  kindOf: ({ source, own, forms, tree, lexicon }) => (own?.mind && source && !forms.has('quoted') && isThing(source, tree, lexicon) ? 'other' : null)
}

/** “… taxes,” say the mayors. */
const isAfterQuote = (index: number, { tokens }: Tree): boolean => /^(["”»]|'')$/.test(tokens[index - 1]?.text ?? '')

/** What looks like a report and is none, by the form of the sentence: advice, questions, suppositions, and what nobody or nothing with a mind says. */
export const unsaidRules: readonly KindRule[] = [toTheReader, anybody, supposed, youThink, itIsClear, isExpected, question, advice, forHim, unsaid, subject, thing]

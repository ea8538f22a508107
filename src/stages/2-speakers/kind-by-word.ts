import type { Attribution } from '../../model.js'
import { openingOf } from './content-form.js'
import { wordAt } from './cue-words.js'
import { isDirect, judged, type KindRule, type Report } from './kind-report.js'
import { isDocument } from './things.js'
import { childrenOf } from './ties.js'

const document: KindRule = {
  name: 'document',
  example: '[source A poll] [cue showed] [content a lead of two points].',
  is: 'statement',
  kindOf({ source, own, forms, tree, cue, root }) {
    if (!source || !cue || !isDocument(source, tree)) return null
    const { tag = '', lemma = '', text = '' } = tree.tokens[root] ?? {}
    const tells = own?.kind === 'statement' && own.needs.length && /^VB/.test(tag)
    const ranks = /^(give|have|put|place|peg|rank|rate)$/.test(lemma) && cue.to - cue.from < 4
    return tells || ranks || (/^in$/i.test(text) && cue.to - cue.from === 1 && forms.has('clause')) ? 'statement' : null
  }
}

const listed: KindRule = {
  name: 'listed',
  example: '[source Jane Doe] [cue hopes] [content that taxes will fall].',
  is: 'attitude',
  kindOf(report) {
    const { own } = report
    if (!own || own.kind === 'carrier') return null
    const kind = judged(own, report)
    // "Showed interest in", "expanded upon his calls for".
    const behind = kind === 'other' && own.needs.length ? report.behind.map((word) => (word.kind === 'carrier' ? 'other' : judged(word, report))).find((each) => each !== 'other') : undefined
    return kept(behind ?? kind, report)
  }
}

const carried: KindRule = {
  name: 'carried',
  example: '[source Jane Doe] [cue made the claim] [content that taxes will fall].',
  is: 'statement',
  kindOf(report) {
    const { own, behind } = report
    if (own && own.kind !== 'carrier') return null
    for (const word of behind) {
      const kind = word.kind === 'carrier' ? 'other' : judged(word, report)
      if (kind !== 'other') return kind
    }
    return isToSay(report) ? 'statement' : objectOf(report)
  }
}

const carrier: KindRule = {
  name: 'carrier',
  example: '[source Jane Doe] [cue has] [content a plan and a dog].',
  is: 'other',
  kindOf: (report) => (report.own?.kind === 'carrier' ? kept(report.own.otherwise, report) : null)
}

const held: KindRule = {
  name: 'held',
  example: '[source The judge] [cue held] [content that taxes were too high].',
  is: 'statement',
  kindOf: ({ own, source, forms, content, tree }) => (own?.kind === 'carrier' && source && forms.has('clause') && /^that\b/i.test(tree.tokens[openingOf(content, tree).from]?.text ?? '') ? 'statement' : null)
}

const quoted: KindRule = {
  name: 'quoted',
  example: '[source Jane Doe] [cue grinned]: [content “Taxes will fall.”]',
  is: 'statement',
  // Marks further inside may be somebody else's: "prepares for what Doe called “a fall”".
  kindOf: ({ forms, type, content, tree }) => (forms.has('quoted') && (type === 'direct' || isDirect(content, tree)) ? 'statement' : null)
}

const clause: KindRule = {
  name: 'clause',
  example: '[source Jane Doe] [cue blabbered] [content that taxes would fall].',
  is: 'statement',
  kindOf: ({ forms }) => (forms.has('clause') ? 'statement' : null)
}

const wanted: KindRule = {
  name: 'wanted',
  example: '[source Jane Doe] [cue schemed] [content to lower taxes].',
  is: 'attitude',
  kindOf: ({ forms, source }) => (source && forms.has('infinitive') ? 'attitude' : null)
}

const deed: KindRule = {
  name: 'deed',
  example: '[source Jane Doe] [cue repaired] [content the bridge].',
  is: 'other',
  kindOf: () => 'other'
}

/** Whatever stands in marks behind a cue was said, unless the cue knows better. */
const kept = (kind: Attribution['kind'], { forms, source }: Report): Attribution['kind'] => (kind === 'other' && forms.has('quoted') && source ? 'statement' : kind)

/** Of a content "to comment on taxes", that it is about words. */
function isToSay({ content, tree, words, forms }: Report): boolean {
  if (!forms.has('infinitive')) return false
  const { from } = openingOf(content, tree)
  const verb = tree.tokens[from + 1]?.tag === 'RB' ? from + 2 : from + 1
  return /^to$/i.test(tree.tokens[from]?.text ?? '') && wordAt(verb, tree, words)?.kind === 'statement'
}

/** Of "gave | the plan a ringing endorsement", what "endorsement" tells. */
function objectOf({ root, cue, tree, words, own }: Report): Attribution['kind'] | null {
  if (own?.kind !== 'carrier' || !cue) return null
  const object = childrenOf(root, /^obj$/, tree).find((child) => cue.to <= child && child < cue.to + 10)
  const word = object === undefined || !/^NN/.test(tree.tokens[object]?.tag ?? '') ? undefined : words.alone((tree.tokens[object]?.lemma ?? '').toLowerCase(), 'noun')
  return word && !word.needs.length && word.kind !== 'other' && word.kind !== 'carrier' ? word.kind : null
}

/** What the words of the cue tell, and where data/cues.tsv has none of them, the form of the content. */
export const byWord: readonly KindRule[] = [document, listed, carried, held, carrier, quoted, clause, wanted, deed]

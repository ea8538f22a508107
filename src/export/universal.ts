import type { Token } from '../model.js'

/** Universal part of speech of a word, from its Penn tag and its relation, after the conversion table of UD_English-EWT
 *  (https://universaldependencies.org/tagset-conversion/en-penn-uposf.html). */
export function universal({ tag, relation, lemma, text }: Token): string {
  if (tag.startsWith('VB')) return relation === 'aux' || relation === 'aux:pass' || relation === 'cop' ? 'AUX' : 'VERB'
  if (tag === 'IN') return relation === 'mark' ? 'SCONJ' : 'ADP'
  if (tag === 'DT' || tag === 'WDT') return relation === 'det' || relation === 'det:predet' ? 'DET' : 'PRON'
  if (tag === 'TO') return relation === 'case' ? 'ADP' : 'PART'
  if (tag === 'RB' && (lemma === 'not' || text.toLowerCase() === "n't")) return 'PART'
  if (tag === 'PRP$' || tag === 'WP$') return 'PRON'
  return TAGS[tag] ?? 'X'
}

const TAGS: Readonly<Record<string, string>> = {
  '#': 'SYM', $: 'SYM', "''": 'PUNCT', ',': 'PUNCT', '-LRB-': 'PUNCT', '-RRB-': 'PUNCT', '.': 'PUNCT', ':': 'PUNCT', '``': 'PUNCT', ADD: 'X', AFX: 'X',
  CC: 'CCONJ', CD: 'NUM', EX: 'PRON', FW: 'X', GW: 'X', HYPH: 'PUNCT', JJ: 'ADJ', JJR: 'ADJ', JJS: 'ADJ', LS: 'X', MD: 'AUX', NFP: 'PUNCT', NN: 'NOUN', NNP: 'PROPN', NNPS: 'PROPN',
  NNS: 'NOUN', PDT: 'DET', POS: 'PART', PRP: 'PRON', RB: 'ADV', RBR: 'ADV', RBS: 'ADV', RP: 'ADP', SYM: 'SYM', UH: 'INTJ', WP: 'PRON', WRB: 'ADV', XX: 'X'
}

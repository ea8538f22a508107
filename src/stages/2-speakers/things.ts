import type { Lexicon } from '../../data/lexicon.js'
import type { Range, Tree } from '../../tree.js'
import { rootOf } from './draft.js'

/** A source that has no word of its own: an act, an event, a state of things ("the defeat", "his appointment"). In doubt it is none: whatever has a
 *  name may be a body, and so may "it". */
export function isThing({ from, to }: Range, tree: Tree, lexicon: Lexicon): boolean {
  const range = { from, to: Math.min(to, from + 20) }
  const root = rootOf(tree, range)
  const { lemma = '', tag = '', text = '', name = 'O' } = tree.tokens[root] ?? {}
  const word = lemma.toLowerCase()
  if (/^(VB|EX)/.test(tag) || /^(this|that|which|what|nothing|something|everything)$/i.test(text)) return /^VBG|^EX/.test(tag) || /^(this|what|nothing|something|everything)$/i.test(text)
  if (!/^NNS?$/.test(tag) || name !== 'O') return false
  if (['collective-nouns', 'role-nouns'].some((list) => lexicon.words(list).has(word)) || telling.test(word) || documents.test(word)) return false
  return lexicon.words('action-nouns').has(word) || /(?:[aeiou]tion|ment|ness|ity|[ae]nce|ism|ship|sion|ure|hood|dom)$/.test(word) || silent.test(word)
}

/** What speaks in writing, figures or pictures; a poll by any word of its name. */
export function isDocument({ from, to }: Range, tree: Tree): boolean {
  const root = rootOf(tree, { from, to: Math.min(to, from + 20) })
  return documents.test(lemmaOf(root, tree)) || Array.from({ length: Math.min(12, to - from) }, (_, step) => lemmaOf(from + step, tree)).some((word) => /^(?:polls?|survey|study)$/.test(word))
}

const lemmaOf = (index: number, { tokens }: Tree): string => (tokens[index]?.lemma ?? '').toLowerCase()

const documents =
  /^(?:advertisement|ad|analysis|analyse|article|audit|average|book|chart|complaint|data|datum|document|documentary|editorial|email|estimate|evidence|figure|filing|film|finding|footage|graph|indictment|lawsuit|letter|map|memo|number|paper|photo|photograph|picture|poll|polling|projection|record|recording|report|research|resolution|result|return|review|script|statement|statistic|story|study|survey|tape|text|tracker|transcript|video)s?$/

/** What tells something although it ends like an act: in words, figures or pictures, or as many people. */
const telling = /^(?:administration|advertisement|advertisements|announcement|argument|assertion|assessment|association|audience|authority|commission|comment|community|complaint|computation|conference|corporation|coalition|declaration|delegation|department|description|document|editorial|election result|establishment|estimation|evidence|explanation|faction|federation|figure|finding|foundation|generation|government|illustration|indictment|information|institution|intelligence|investigation|judgment|leadership|legislature|majority|management|measure|minority|nation|opposition|organisation|organization|parliament|petition|picture|population|presentation|projection|publication|reaction|recommendation|regulation|report|resolution|response|review|ruling|science|search|section|security|sign|statement|statistic|study|submission|suggestion|survey|testimony|transmission|union|university)$/

const silent = /^(?:approach|background|career|case|choice|dynamic|evolution|fact|history|incident|language|law|move|mood|pattern|policy|practice|presence|price|reality|scandal|score|silence|situation|shift|step|tactic|tradition|trend|victory|war|way|weather|work)s?$/

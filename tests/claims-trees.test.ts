import { describe, expect, test } from 'vitest'
import type { Token, Tokens } from '../src/model.js'
import { spanOf } from '../src/span.js'
import { tokensOf, type Draft, type DraftComplement } from '../src/stages/4-claims/draft.js'
import { grammarOf } from '../src/stages/4-claims/drafts.js'
import { repaired, repairs } from '../src/stages/4-claims/repair.js'
import { losses } from '../src/stages/4-claims/whole.js'
import { wordsOf } from '../src/stages/4-claims/words.js'
import { lexicon } from './support.js'

/** A tree by hand: `word/TAG/relation/head`, heads counted from 0, `-` for the root; a name as a fifth part. */
function treeBy(hand: string): Tokens {
  let text = ''
  const tokens = hand.split(' ').map((cell): Token => {
    const [word = '', tag = '', relation = '', head = '-', name = 'O'] = cell.split('/')
    const start = text.length + (text === '' ? 0 : 1)
    text = text === '' ? word : `${text} ${word}`
    return { start, end: start + word.length, text: word, lemma: lemmas[word] ?? word.toLowerCase(), tag, head: head === '-' ? null : Number(head), relation, name, role: 'O', of: null, same: null, sure: { name: 1, role: 1, tie: 1 } }
  })
  const all = spanOf(text, 0, text.length)
  const article = { id: 't', path: 't', sha256: '', title: null, published: null, dateline: null, byline: null, source: null, language: 'en', encoding: 'utf-8', format: 'text' as const, boilerplate: [] }
  return { article, text, paragraphs: [all], sentences: [all], tokens }
}
const lemmas: Readonly<Record<string, string>> = { is: 'be', was: 'be', were: 'be', does: 'do', are: 'be', considered: 'consider', receive: 'receive', leave: 'leave', "'s": 'be', found: 'find', occupies: 'occupy', losing: 'lose', encouraged: 'encourage', signed: 'sign', allies: 'ally', said: 'say' }

/** What a repair, alone, makes of a tree: the words whose tie changed. */
const cases: Readonly<Record<string, readonly [tree: string, changed: readonly string[]]>> = {
  'whole-name': ['Ada/NNP/nsubj/2/B-Person Lind/NNP/appos/3/I-Person left/VBD/root/- Oslo/NNP/obj/2', ['Lind flat Ada']],
  'possessive-s': ["Norland/NNP/nmod:poss/2 's/POS/case/2 claims/NNS/nsubj/3 grew/VBD/root/-", ["'s case Norland"]],
  'one-chunk': ['Lind/NNP/nsubj/1 served/VBD/root/- under/IN/case/5 former/JJ/amod/1 President/NNP/obl/1 Berg/NNP/obl/1', ['former amod Berg', 'President compound Berg']],
  possessor: ["She/PRP/nsubj/1 responded/VBD/root/- to/IN/case/5 Lind/NNP/obl/1 's/POS/case/3 letter/NN/obl/1", ['Lind nmod:poss letter']],
  'preposition-of-chunk': ['He/PRP/nsubj:pass/2 was/VBD/aux:pass/2 flanked/VBN/root/- by/IN/punct/2 his/PRP$/nmod:poss/5 wife/NN/obl:unmarked/2', ['by case wife', 'wife obl flanked']],
  'words-of-copulas': ['islands/NNS/nsubj/1 were/VBD/cop/2 territory/NN/root/-', ['islands nsubj territory']],
  'clause-of-its-own': ['convinced/JJ/root/- men/NNS/nsubj/3 have/VBP/aux/3 read/VBN/xcomp/0', ['read ccomp convinced']],
  'small-word': ['the/DT/det/4 islands/NNS/nsubj/4 were/VBD/cop/4 a/DT/det/4 territory/NN/root/-', ['the det islands']],
  'joined-behind': ['They/PRP/nsubj/1 likened/VBD/root/- Lind/NNP/obj/1 and/CC/cc/4 I/PRP/conj/6 to/IN/case/6 Berg/NNP/obl/1', ['I conj Lind']],
  'subject-before-auxiliary': ['I/PRP/nsubj/1 think/VBP/root/- we/PRP/nsubj/1 are/VBP/cop/4 allies/NNS/ccomp/1', ['we nsubj allies']],
  hyphenated: ['ties/NNS/nsubj:pass/2 were/VBD/aux:pass/2 re/VBN/root/- -/HYPH/punct/2 energized/VBN/advcl/2', ['energized compound re']],
  particle: ['They/PRP/nsubj/1 hand/VBP/root/- over/RP/advmod/3 Habomai/NNP/obj/1', ['over compound:prt hand']],
  'object-behind-verb': ['I/PRP/nsubj/1 went/VBD/root/- home/RB/advmod/1 and/CC/cc/4 broke/VBD/conj/1 a/DT/det/6 plate/NN/parataxis/1', ['plate obj broke']]
}

describe('every repair mends its own kind of slip, alone', () => {
  test.each(repairs.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
    const [hand, changed] = cases[name] ?? ['', ['no case for this repair']]
    const { tokens } = treeBy(hand)
    const mended = repaired(tokens, tokens.map(() => 0), [rule])
    const ties = mended.flatMap((token, index) => (token.head === tokens[index]?.head && token.relation === tokens[index]?.relation ? [] : [`${token.text} ${token.relation} ${mended[token.head ?? -1]?.text}`]))
    expect(ties).toEqual(changed)
  })
  test('what is right stays as it is', () => {
    const { tokens } = treeBy('The/DT/det/1 minister/NN/nsubj/2 signed/VBD/root/- the/DT/det/4 treaty/NN/obj/2 in/IN/case/6 Oslo/NNP/obl/2')
    expect(repaired(tokens, tokens.map(() => 0))).toEqual(tokens)
  })
})

interface Parts {
  readonly rule?: string
  readonly subject: readonly number[]
  readonly verb: readonly number[]
  readonly object?: readonly number[]
  /** Complements: a clause or adverb, a second object, a preposition with its noun. */
  readonly clause?: readonly number[]
  readonly recipient?: readonly number[]
  readonly oblique?: readonly [marker: readonly number[], noun: readonly number[]]
  readonly isPassive?: boolean
}

/** A draft by token indexes; the last of a part is its head, the last of the verb the verb that counts. */
function draftBy({ rule = 'transitive', subject, verb, object, clause, recipient, oblique, isPassive = false }: Parts): Draft {
  const phrase = (tokens: readonly number[] | undefined) => (tokens ? { head: tokens.at(-1) ?? -1, tokens } : null)
  const last = verb.at(-1) ?? -1
  const complement = (kind: DraftComplement['kind'], tokens: readonly number[] | undefined, marker: readonly number[] = []): DraftComplement[] => (tokens ? [{ kind, marker, phrase: { head: tokens.at(-1) ?? -1, tokens } }] : [])
  const complements = [...complement('clause', clause), ...complement('recipient', recipient), ...complement('oblique', oblique?.[1], oblique?.[0])]
  return { rule, at: last, subject: phrase(subject), predicate: { tokens: verb, verbs: [last], opening: null, supplied: null, passive: isPassive }, object: phrase(object), complements, confidence: 1 }
}

/** For each sign of a loss a draft that shows it, and one that does not. */
const drafts: Readonly<Record<string, readonly [tree: string, lost: Parts, whole: Parts]>> = {
  'lost-object': ['Lind/NNP/nsubj/1 encouraged/VBD/root/- rivals/NNS/obj/1', { subject: [0], verb: [1] }, { subject: [0], verb: [1], object: [2] }],
  'lost-clause': ['Lind/NNP/nsubj/1 found/VBD/root/- that/IN/mark/4 Berg/NNP/nsubj/4 left/VBD/ccomp/1', { subject: [0], verb: [1] }, { subject: [3], verb: [4] }],
  'torn-predicate': ['He/PRP/nsubj/3 was/VBD/cop/3 due/JJ/advmod/3 arrive/VB/root/- soon/RB/advmod/3', { subject: [0], verb: [1, 3] }, { subject: [0], verb: [1, 2, 3] }],
  'question-word': ['what/WP/obj/2 Lind/NNP/nsubj/2 did/VBD/root/- it/PRP/obj/2', { subject: [1], verb: [2], object: [0] }, { subject: [1], verb: [2], object: [3] }],
  'subject-behind-preposition': ['standing/NN/nsubj/3 in/IN/case/2 surveys/NNS/nsubj/3 fell/VBD/root/-', { subject: [2], verb: [3] }, { subject: [0], verb: [3] }],
  'another-subject': ['He/PRP/nsubj/1 left/VBD/root/- and/CC/cc/4 that/DT/dep/4 was/VBD/conj/1 good/JJ/dep/4', { rule: 'copula+shared-subject', subject: [0], verb: [4], object: [5] }, { subject: [0], verb: [4], object: [5] }],
  'verb-as-object': ['It/PRP/nsubj/1 bruised/VBD/root/- help/VB/obj/1 Lind/NNP/obj/1', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [3] }],
  'object-of-another-verb': ['gifts/NNS/nsubj/3 totaling/VBG/acl/0 millions/NNS/nsubj/3 came/VBD/root/-', { subject: [2], verb: [3] }, { subject: [0], verb: [3] }],
  'bare-verb': ['Norland/NNP/nsubj/1 occupies/VBZ/root/- it/PRP/obj/1', { subject: [0], verb: [1] }, { subject: [0], verb: [1], object: [2] }],
  'bare-participle': ['everybody/NN/nsubj/1 left/VBD/root/- losing/VBG/advcl/1 it/PRP/obj/2', { rule: 'intransitive+participle-subject', subject: [0], verb: [2] }, { rule: 'transitive+participle-subject', subject: [0], verb: [2], object: [3] }],
  'inverted-copula': ["it/PRP/nsubj/2 's/VBZ/cop/2 surprise/NN/root/- Democrats/NNPS/nsubj/4 agree/VBP/ccomp/2", { rule: 'copula', subject: [3], verb: [1], object: [2] }, { rule: 'copula', subject: [0], verb: [1], object: [2] }],
  'empty-object': ['land/NN/nsubj/1 was/VBD/root/- not/RB/advmod/1 free/JJ/dep/1', { rule: 'copula', subject: [0], verb: [1], object: [2] }, { rule: 'copula', subject: [0], verb: [1], object: [2, 3] }],
  'half-a-noun': ['Lind/NNP/nsubj/1 left/VBD/root/- the/DT/det/4 court/NN/compound/4 building/NN/obj/1', { subject: [0], verb: [1], object: [2, 3] }, { subject: [0], verb: [1], object: [2, 3, 4] }],
  'of-what': ['Lind/NNP/nsubj/2 was/VBD/cop/2 secretary/NN/root/- of/IN/case/4 state/NN/nmod/2', { rule: 'copula', subject: [0], verb: [1], object: [2] }, { rule: 'copula', subject: [0], verb: [1], object: [2, 3, 4] }],
  'owner-left-behind': ["Norland/NNP/nmod:poss/2 's/POS/case/0 imports/NNS/nsubj/3 grew/VBD/root/-", { subject: [2], verb: [3] }, { subject: [0, 1, 2], verb: [3] }],
  'which-ones': ['We/PRP/nsubj/1 have/VBP/root/- no/DT/det/3 figures/NNS/obj/1 that/WDT/nsubj/5 help/VBP/acl:relcl/3', { subject: [0], verb: [1], object: [2, 3] }, { subject: [0], verb: [1], object: [2, 3, 4, 5] }],
  'of-what-kind': ['This/DT/nsubj/3 is/VBZ/cop/3 a/DT/det/3 culture/NN/root/- in/IN/case/5 which/WDT/obl/7 nobody/NN/nsubj/7 reads/VBZ/acl:relcl/3', { rule: 'copula', subject: [0], verb: [1], object: [2, 3] }, { rule: 'copula', subject: [0], verb: [1], object: [2, 3, 4, 5, 6, 7] }],
  'only-left-out': ['Only/RB/advmod/1 Lind/NNP/nsubj/2 stayed/VBD/root/-', { subject: [1], verb: [2] }, { subject: [0, 1], verb: [2] }],
  'not-in-what-way': ["Lind/NNP/nsubj/3 did/VBD/aux/3 n't/RB/advmod/3 pay/VB/root/- with/IN/case/5 gold/NN/obl/3", { subject: [0], verb: [1, 2, 3] }, { subject: [0], verb: [1, 2, 3], oblique: [[4], [5]] }],
  'how-or-why': ['This/DT/nsubj/3 is/VBZ/cop/3 how/WRB/mark/3 they/PRP/nsubj/4 see/VBP/root/- Lind/NNP/obj/4', { subject: [3], verb: [4], object: [5] }, { subject: [0], verb: [4], object: [5] }],
  'turned-around': ['Lind/NNP/nsubj/3 would/MD/aux/3 rather/RB/advmod/3 run/VB/root/- today/RB/advmod/3', { subject: [0], verb: [1, 3] }, { subject: [0], verb: [1, 2, 3] }],
  'too-much': ['It/PRP/nsubj/3 is/VBZ/aux/3 too/RB/advmod/3 worn/VBN/root/- to/TO/mark/5 read/VB/advcl/3', { subject: [0], verb: [1, 3], clause: [5] }, { subject: [0], verb: [1, 2, 3], clause: [5] }],
  'opens-badly': ['under/IN/case/1 Lind/NNP/nsubj/2 left/VBD/root/- Oslo/NNP/obj/2', { subject: [0, 1], verb: [2], object: [3] }, { subject: [1], verb: [2], object: [3] }],
  elliptical: ['he/PRP/nsubj/1 does/VBZ/root/- that/DT/obj/1', { subject: [0], verb: [1] }, { subject: [0], verb: [1], object: [2] }],
  'according-to': ['man/NN/nsubj/1 according/VBG/root/- to/IN/case/3 Lind/NNP/obl/1', { subject: [0], verb: [1, 2] }, { subject: [0], verb: [3] }],
  'aside-as-verb': ['Lind/NNP/nsubj/5 ,/,/punct/2 goaded/VBD/acl/0 by/IN/case/4 Berg/NNP/obl/2 left/VBD/root/-', { subject: [0], verb: [2], oblique: [[3], [4]] }, { subject: [0], verb: [5] }],
  'lost-particle': ['We/PRP/nsubj/1 leave/VBP/root/- nobody/NN/obj/1 behind/RB/advmod/1', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [2], clause: [3] }],
  'empty-passive': ['jobs/NNS/nsubj:pass/2 are/VBP/aux:pass/2 considered/VBN/root/- public/JJ/xcomp/2', { subject: [0], verb: [1, 2], isPassive: true }, { subject: [0], verb: [1, 2], object: [3], isPassive: true }],
  'one-object-too-many': ['They/PRP/nsubj/1 receive/VBP/root/- pay/NN/obj/1 raises/NNS/obj/1', { subject: [0], verb: [1], object: [2], recipient: [3] }, { subject: [0], verb: [1], object: [2, 3] }],
  'those-who': ['people/NNS/root/- who/WP/nsubj/2 meet/VBP/acl:relcl/0 them/PRP/obj/2', { rule: 'transitive+relative-antecedent', subject: [0], verb: [2], object: [3] }, { rule: 'transitive', subject: [0], verb: [2], object: [3] }],
  'as-if': ['as/IN/mark/4 though/IN/mark/4 he/PRP/nsubj/4 were/VBD/aux/4 screaming/VBG/root/-', { subject: [2], verb: [3, 4] }, { subject: [2], verb: [3] }],
  'no-letters': ['There/EX/expl/1 ’/VBZ/root/- hope/NN/nsubj/1', { rule: 'existential', subject: [2], verb: [1] }, { rule: 'existential', subject: [2], verb: [0] }],
  'points-nowhere': ['It/PRP/nsubj/1 changed/VBD/root/- them/PRP/obj/1 Norland/NNP/obj/1', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [3] }],
  'before-colon': ['This/DT/nsubj/1 invites/VBZ/root/- questions/NNS/obj/1 :/:/punct/1 who/WP/nsubj/5 paid/VBD/parataxis/1', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [5] }],
  'as-what': ['They/PRP/nsubj/1 see/VBP/root/- Berg/NNP/obj/1 as/IN/case/4 foes/NNS/obl/1', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [2], oblique: [[3], [4]] }],
  'bare-that': ['and/CC/cc/2 that/WDT/nsubj/2 works/VBZ/conj/3 well/RB/root/-', { subject: [1], verb: [2] }, { subject: [3], verb: [2] }],
  'no-auxiliary': ['task/NN/nsubj/1 reversed/VBN/root/- today/NN/obl/1', { subject: [0], verb: [1] }, { subject: [0], verb: [1], isPassive: true }],
  'subject-as-object': ['Lind/NNP/nsubj/1 believed/VBD/root/- forecasts/NNS/obj/1 were/VBD/cop/4 low/JJ/ccomp/1', { subject: [0], verb: [1], object: [2] }, { subject: [2], verb: [3], object: [4] }],
  'the-ones': ['He/PRP/nsubj/1 freed/VBD/root/- those/DT/obj/1 they/PRP/nsubj/4 met/VBD/acl:relcl/2', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [2, 3, 4] }],
  'odd-tie': ['the/DT/obj/1 no/DT/root/- treaty/NN/nsubj/3 ended/VBD/dep/1', { subject: [0], verb: [3] }, { subject: [2], verb: [3] }]
}

describe('every sign of a loss is seen, and not where nothing is lost', () => {
  test.each(losses.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
    const [hand = 'a/DT/root/-', lost, whole] = drafts[name] ?? []
    const grammar = grammarOf(treeBy(hand), wordsOf(lexicon))
    const holds = (parts: Parts | undefined) => {
      const draft = parts && draftBy(parts)
      return draft && rule.holds(grammar, draft, new Set(tokensOf(draft)))
    }
    expect([holds(lost), holds(whole)]).toEqual([true, false])
  })
})

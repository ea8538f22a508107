import { describe, expect, test } from 'vitest'
import type { Token, Tokens } from '../src/model.js'
import { spanOf } from '../src/span.js'
import { tokensOf, type Draft, type DraftComplement } from '../src/stages/4-claims/draft.js'
import { grammarOf } from '../src/stages/4-claims/drafts.js'
import { repaired, repairs } from '../src/stages/4-claims/repair.js'
import { losses } from '../src/stages/4-claims/whole.js'
import { wordsOf } from '../src/stages/4-claims/words.js'
import { lexicon } from './support.js'

/** A tree by hand: `word/TAG/relation/head`, heads counted from 0, `-` for the root; a name as a fifth part. `+word` touches the word before it, `|word` opens the next sentence. */
function treeBy(hand: string): Tokens {
  let text = ''
  const starts: number[] = []
  const tokens = hand.split(' ').map((cell): Token => {
    const [written = '', tag = '', relation = '', head = '-', name = 'O'] = cell.split('/')
    const touches = text === '' || written.startsWith('+')
    const word = written.replace(/[+|]/, '')
    const start = text.length + (touches ? 0 : 1)
    if (text === '' || written.startsWith('|')) starts.push(start)
    text = touches ? `${text}${word}` : `${text} ${word}`
    return { start, end: start + word.length, text: word, lemma: lemmas[word] ?? word.toLowerCase(), tag, head: head === '-' ? null : Number(head), relation, name, role: 'O', of: null, same: null, sure: { name: 1, role: 1, tie: 1 } }
  })
  const all = spanOf(text, 0, text.length)
  const article = { id: 't', path: 't', sha256: '', title: null, published: null, dateline: null, byline: null, source: null, language: 'en', encoding: 'utf-8', format: 'text' as const, boilerplate: [] }
  return { article, text, paragraphs: [all], sentences: starts.map((start, place) => spanOf(text, start, starts[place + 1] ?? text.length)), tokens }
}
const lemmas: Readonly<Record<string, string>> = { is: 'be', was: 'be', were: 'be', does: 'do', are: 'be', considered: 'consider', receive: 'receive', leave: 'leave', "'s": 'be', found: 'find', occupies: 'occupy', losing: 'lose', encouraged: 'encourage', signed: 'sign', allies: 'ally', said: 'say', came: 'come', did: 'do', showing: 'show', thought: 'think', went: 'go', needed: 'need' }

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
  'object-behind-verb': ['I/PRP/nsubj/1 went/VBD/root/- home/RB/advmod/1 and/CC/cc/4 broke/VBD/conj/1 a/DT/det/6 plate/NN/parataxis/1', ['plate obj broke']],
  'joined-object': ['They/PRP/nsubj/1 held/VBD/root/- Lund/NNP/obj/1 ,/,/punct/4 Norby/NNP/conj/2 and/CC/cc/4 the/DT/det/7 islands/NNS/obj/1', ['islands conj Lund']],
  'thanks-to': ['Sales/NNS/nsubj/1 grew/VBD/root/- thanks/NNS/obj/1 to/IN/case/4 wins/NNS/nmod/2', ['thanks case wins', 'to fixed thanks', 'wins obl grew']],
  'date-before-comma': ['On/IN/case/2 July/NNP/nmod/2/B-Date 3/CD/nmod:unmarked/4/I-Date ,/,/punct/2 Lind/NNP/nsubj/5/B-Person left/VBD/root/-', ['3 obl left']],
  'joined-copula': ['Lind/NNP/nsubj/1 sold/VBD/root/- papers/NNS/obj/1 and/CC/cc/6 is/VBZ/cop/6 on/IN/case/6 television/NN/obl/1', ['television conj sold']],
  'either-or': ['They/PRP/nsubj/2 either/CC/advmod/2 refuse/VBP/root/- to/TO/mark/4 pay/VB/xcomp/2 or/CC/cc/6 leave/VB/conj/4', ['leave conj refuse']],
  'joined-condition': ['It/PRP/nsubj/2 will/MD/aux/2 lapse/VB/root/- unless/IN/mark/5 Lind/NNP/nsubj/5 stays/VBZ/advcl/2 and/CC/cc/8 Berg/NNP/nsubj/8 pays/VBZ/conj/2', ['pays conj stays']],
  blessing: ['God/NNP/discourse/1 bless/VB/root/- Lund/NNP/obj/1', ['God nsubj bless']],
  'relative-object': ['emails/NNS/root/- ,/,/punct/4 which/WDT/nsubj/4 officials/NNS/nsubj/4 linked/VBD/acl:relcl/0 to/IN/case/6 Berg/NNP/obl/4', ['which obj linked']],
  'joined-subject': ['Lind/NNP/nsubj/4 and/CC/cc/3 two/CD/nummod/3 partners/NNS/nsubj/4 left/VBD/root/-', ['partners conj Lind']],
  'many-in-a-place': ['Many/JJ/nsubj:pass/5 in/IN/case/3 the/DT/det/3 staff/NN/obl/5 are/VBP/aux:pass/5 expected/VBN/root/-', ['staff nmod Many']],
  'joined-title': ['Berg/NNP/root/-/B-Person ,/,/punct/2 Head/NN/appos/0 of/IN/case/4 Mission/NN/nmod/2 and/CC/cc/6 Minister/NN/conj/0', ['Minister conj Head']],
  'half-a-possessive': ['Norland/NNP/nmod:poss/3 ’/POS/case/0 s/POS/case/3 view/NN/root/-', ['s case Norland']],
  'opening-mark': ['If/IN/mark/6 Lind/NNP/nsubj/2 left/VBD/advcl/6 ,/,/punct/2 they/PRP/nsubj/6 might/MD/aux/6 stay/VB/root/-', ['If mark left']],
  'number-before-unit': ['rose/VBD/root/- to/IN/case/2 13/CD/nmod/3 percent/NN/obl/0', ['to case percent', '13 nummod percent']],
  'that-before-plural': ['that/DT/det/1 pilots/NNS/nsubj/2 need/VBP/root/- rest/NN/obj/2', ['that mark need']],
  'clause-of-adjective': ['said/VBD/root/- it/PRP/expl/3 is/VBZ/cop/3 unlikely/JJ/ccomp/0 Lind/NNP/nsubj/5 left/VBD/ccomp/0', ['left ccomp unlikely']],
  'between-noun-and-verb': ['The/DT/det/1 key/NN/nsubj/5 to/IN/case/3 success/NN/obl/5 was/VBD/aux/5 working/VBG/root/-', ['success nmod key']],
  'first-clause': ['Though/IN/mark/5 Lind/NNP/nsubj/2 left/VBD/ccomp/5 ,/,/punct/2 papers/NNS/nsubj/5 reported/VBD/root/- that/IN/mark/8 she/PRP/nsubj/8 won/VBD/ccomp/5', ['Though mark left', 'left advcl reported']],
  'clause-behind-thinking': ['Most/JJS/nsubj/1 thought/VBD/advcl/6 we/PRP/nsubj/3 needed/VBD/csubj/6 ships/NNS/obj/3 is/VBZ/cop/6 wrong/JJ/root/-', ['needed ccomp thought']],
  'one-by-one': ['She/PRP/nsubj/1 names/VBZ/root/- ports/NNS/obj/1 one/CD/nummod/2 by/IN/case/5 one/CD/nmod/3', ['one advmod names']],
  'first-of-all': ['They/PRP/nsubj/1 close/VBP/root/- ports/NNS/obj/1 first/RB/advmod/2', ['first advmod close']],
  'waters-there': ['He/PRP/nsubj/1 calls/VBZ/root/- bays/NNS/obj/1 there/RB/advmod/5 his/PRP$/nmod:poss/5 home/NN/obj/1', ['there advmod bays']],
  'hand-over': ['They/PRP/nsubj/1 hand/VBP/root/- over/IN/case/3 Norby/NNP/obl/1 to/IN/case/5 Lind/NNP/nmod/3', ['over compound:prt hand', 'Norby obj hand', 'Lind obl hand']],
  'called-home': ['She/PRP/nsubj/1 called/VBD/root/- envoys/NNS/obj/1 in/IN/case/5 Oslo/NNP/compound/5/B-Location home/NN/obl/1', ['in case Oslo', 'Oslo nmod envoys', 'home advmod called']],
  'given-to-whom': ['He/PRP/nsubj/1 hand/VBD/root/- Lind/NNP/compound/3/B-Person letters/NNS/obj/1', ['Lind iobj hand']],
  'day-of-the-event': ['They/PRP/nsubj/1 met/VBD/root/- a/DT/det/3 week/NN/obl:unmarked/1 before/IN/case/5 end/NN/obl/1 of/IN/case/7 war/NN/nmod/5 on/IN/case/9 5/CD/obl/1/B-Date May/NNP/nmod:unmarked/9/I-Date', ['5 nmod end']],
  'spoken-to': ['It/PRP/nsubj:pass/2 is/VBZ/aux:pass/2 called/VBN/root/- Norby/NNP/xcomp/2/B-Location +,/,/punct/5 Ada/NNP/conj/3/B-Person +./././2 +”/\'\'/punct/2', ['Ada vocative called']],
  'how-it-is': ['It/PRP/nsubj/1 showed/VBD/root/- how/WRB/advmod/1 towns/NNS/nsubj:pass/5 are/VBP/aux:pass/5 run/VBN/ccomp/1', ['how advmod run']],
  'without-what': ['He/PRP/nsubj/1 ended/VBD/root/- trips/NNS/obj/1 without/IN/case/4 visas/NNS/obl/1 that/WDT/nsubj/6 helped/VBD/acl:relcl/4', ['visas nmod trips', 'helped acl:relcl trips']],
  'but-only-after': ['They/PRP/nsubj/1 agreed/VBD/root/- ,/,/punct/8 but/CC/cc/8 only/RB/advmod/8 after/IN/mark/8 Lind/NNP/nsubj/8 had/VBD/aux/8 paid/VBN/conj/1', ['paid advcl agreed']],
  'on-this-and-on-that': ['It/PRP/nsubj/1 rests/VBZ/root/- on/IN/case/3 notes/NNS/obl/1 that/WDT/obj/6 Lind/NNP/nsubj/6 took/VBD/acl:relcl/3 and/CC/cc/9 on/IN/case/9 law/NN/conj/3', ['law obl rests']],
  'beside-the-place': ['Crowds/NNS/nsubj/7 in/IN/case/2 Lund/NNP/nmod/0/B-Location ,/,/punct/5 the/DT/det/5 capital/NN/appos/0 ,/,/punct/0 sang/VBD/root/-', ['capital appos Lund']],
  'before-participle': ['He/PRP/nsubj/1 turned/VBD/root/- it/PRP/obj/1 to/IN/case/4 gain/NN/obl/6 ,/,/punct/6 showing/VBG/advcl/1 force/NN/obj/6', ['gain obl turned']]
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
  /** Where the last of them is not the only verb that counts. */
  readonly verbs?: readonly number[]
  readonly object?: readonly number[]
  /** Where it is not the last of them. */
  readonly objectHead?: number
  /** Complements: a clause or adverb, a second object, a preposition with its noun. */
  readonly clause?: readonly number[]
  readonly recipient?: readonly number[]
  readonly oblique?: readonly [marker: readonly number[], noun: readonly number[]]
  readonly isPassive?: boolean
  /** "[has]" */
  readonly supplied?: string
}

/** A draft by token indexes; the last of a part is its head, the last of the verb the verb that counts. */
function draftBy({ rule = 'transitive', subject, verb, verbs, object, objectHead, clause, recipient, oblique, isPassive = false, supplied }: Parts): Draft {
  const phrase = (tokens: readonly number[] | undefined) => (tokens ? { head: tokens.at(-1) ?? -1, tokens } : null)
  const last = verb.at(-1) ?? -1
  const complement = (kind: DraftComplement['kind'], tokens: readonly number[] | undefined, marker: readonly number[] = []): DraftComplement[] => (tokens ? [{ kind, marker, phrase: { head: tokens.at(-1) ?? -1, tokens } }] : [])
  const complements = [...complement('clause', clause), ...complement('recipient', recipient), ...complement('oblique', oblique?.[1], oblique?.[0])]
  return { rule, at: last, subject: phrase(subject), predicate: { tokens: verb, verbs: verbs ?? [last], opening: null, supplied: supplied ?? null, passive: isPassive }, object: object && objectHead !== undefined ? { head: objectHead, tokens: object } : phrase(object), complements, confidence: 1 }
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
  'that-without-verb': ['Lind/NNP/nsubj/1 shares/VBZ/root/- notions/NNS/obj/1 that/IN/mark/4 mayors/NNS/nsubj/5 lead/VBP/acl/2', { subject: [0], verb: [1], object: [2, 3, 4] }, { subject: [0], verb: [1], object: [2, 3, 4, 5] }],
  'half-a-word': ['G1⁄/NNP/compound/1 +4len/NNP/nsubj/2 won/VBD/root/-', { subject: [1], verb: [2] }, { subject: [0, 1], verb: [2] }],
  'list-breaks-off': ['They/PRP/nsubj/1 lack/VBP/root/- norms/NNS/obj/1 ,/,/punct/4 aims/NNS/conj/2 ,/,/punct/7 and/CC/cc/7 means/VBZ/conj/2', { subject: [0], verb: [1], object: [2, 3, 4], objectHead: 2 }, { subject: [0], verb: [1], object: [2, 3, 4, 5, 6, 7], objectHead: 2 }],
  'subject-goes-on': ['Disputes/NNS/nsubj/7 about/IN/case/2 ports/NNS/nmod/0 ,/,/punct/0 fish/NN/nsubj/0 and/CC/cc/6 salt/NN/conj/4 grew/VBD/root/-', { subject: [1, 2], verb: [7] }, { subject: [0, 1, 2, 3, 4, 5, 6], verb: [7] }],
  'gerund-before': ['Clinching/NNP/nsubj/4 the/DT/det/2 cup/NN/nsubj/4 is/VBZ/cop/4 hard/JJ/root/-', { rule: 'copula', subject: [1, 2], verb: [3], object: [4] }, { rule: 'copula', subject: [0, 1, 2], verb: [3], object: [4] }],
  'all-one-has-to-do': ['All/DT/nsubj/2 Norland/NNP/nsubj/2 has/VBZ/root/- to/TO/mark/4 do/VB/xcomp/2 is/VBZ/cop/6 wait/VB/xcomp/2', { subject: [0, 1], verb: [2, 3, 4] }, { subject: [0, 1, 2, 3, 4], verb: [5], object: [6] }],
  'ends-in-be': ['They/PRP/nsubj/1 make/VBP/root/- him/PRP/obj/1 out/RP/compound:prt/1 to/TO/mark/5 be/VB/xcomp/1 kind/JJ/xcomp/5', { subject: [0], verb: [1, 3], object: [2], clause: [4, 5] }, { subject: [0], verb: [1, 3], object: [2], clause: [4, 5, 6] }],
  'between-what': ['It/PRP/nsubj/1 fell/VBD/root/- by/IN/case/4 between/IN/case/4 half/NN/obl/1 and/CC/cc/7 a/DT/det/7 third/NN/conj/4', { subject: [0], verb: [1], oblique: [[2, 3], [4]] }, { subject: [0], verb: [1], oblique: [[2, 3], [4, 5, 6, 7]] }],
  'called-what': ['machines/NNS/root/- which/WDT/obj/3 they/PRP/nsubj/3 call/VBP/acl:relcl/0 kiosks/NNS/xcomp/3', { subject: [2], verb: [3], object: [4] }, { subject: [2], verb: [3], object: [0], recipient: [4] }],
  'what-one-does': ['what/WP/root/- it/PRP/nsubj/2 means/VBZ/acl:relcl/0 to/TO/mark/5 be/VB/cop/5 mayor/NN/xcomp/2', { rule: 'copula', subject: [1], verb: [2], object: [5] }, { rule: 'copula', subject: [1], verb: [2], object: [0] }],
  'of-what-charge': ['They/PRP/nsubj/1 accuse/VBP/root/- Lind/NNP/obj/1 of/IN/case/4 theft/NN/obl/1', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [2], oblique: [[3], [4]] }],
  'as-such': ['Lind/NNP/nsubj/1 fights/VBZ/root/- the/DT/det/3 image/NN/obj/1 of/IN/case/5 Berg/NNP/nmod/3 as/IN/case/8 a/DT/det/8 tyrant/NN/nmod/3', { subject: [0], verb: [1], object: [2, 3, 4, 5] }, { subject: [0], verb: [1], object: [2, 3, 4, 5, 6, 7, 8] }],
  'if-at-all': ['They/PRP/nsubj/1 met/VBD/root/- him/PRP/obj/1 lately/RB/advmod/1 ,/,/punct/1 if/IN/mark/1 at/RB/advmod/1 all/RB/fixed/6', { subject: [0], verb: [1], object: [2], clause: [3] }, { subject: [0], verb: [1], object: [2], clause: [3, 4, 5, 6, 7] }],
  'gives-what': ['debts/NNS/root/- Norland/NNP/nsubj/2 owe/VBP/acl:relcl/0 to/IN/case/4 Lind/NNP/obl/2', { subject: [1], verb: [2], oblique: [[3], [4]] }, { subject: [1], verb: [2], object: [0], oblique: [[3], [4]] }],
  cleft: ['It/PRP/nsubj/2 was/VBD/cop/2 Lind/NNP/root/- who/WP/nsubj/4 left/VBD/acl:relcl/2', { rule: 'copula', subject: [0], verb: [1], object: [2] }, { rule: 'copula', subject: [0], verb: [1], object: [2, 3, 4] }],
  'object-between': ['They/PRP/nsubj/1 ask/VBP/root/- ministers/NNS/nsubj/1 to/TO/mark/4 act/VB/xcomp/1', { subject: [2], verb: [1, 3, 4] }, { subject: [2], verb: [3, 4] }],
  'not-both': ['You/PRP/nsubj/3 can/MD/aux/3 not/RB/advmod/3 run/VB/root/- and/CC/cc/5 rest/VB/conj/3', { rule: 'intransitive+shared-subject', subject: [0], verb: [1, 2, 5] }, { rule: 'intransitive+shared-subject', subject: [0], verb: [1, 5] }],
  'preposition-left-out': ['I/PRP/nsubj/1 made/VBD/root/- comments/NNS/obj/1 about/IN/advmod/1 ports/NNS/obj/1', { subject: [0], verb: [1], object: [2], recipient: [4] }, { subject: [0], verb: [1], object: [2], oblique: [[3], [4]] }],
  'inner-gap': ['They/PRP/nsubj/1 won/VBD/root/- 49/CD/nummod/5 out/IN/case/5 of/IN/case/5 seats/NNS/obj/1', { subject: [0], verb: [1], object: [2, 5] }, { subject: [0], verb: [1], object: [2, 3, 4, 5] }],
  'of-what-number': ['Berg/NNP/nsubj/1 get/VBP/root/- 129/CD/obj/1 votes/NNS/dep/1', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [2, 3] }],
  'what-of': ['what/WDT/det/1 powers/NNS/nsubj/5 she/PRP/nsubj/3 has/VBZ/acl:relcl/1 is/VBZ/cop/5 open/JJ/root/-', { rule: 'copula', subject: [0, 1], verb: [4], object: [5] }, { rule: 'copula', subject: [0, 1, 2, 3], verb: [4], object: [5] }],
  'you-all': ['you/PRP/nsubj/2 all/DT/nsubj/2 know/VBP/root/- Lind/NNP/obj/2', { subject: [1], verb: [2], object: [3] }, { subject: [0, 1], verb: [2], object: [3] }],
  'shared-with-object': ['It/PRP/nsubj/1 enables/VBZ/root/- her/PRP/obj/1 to/TO/mark/4 land/VB/xcomp/1 and/CC/cc/6 pay/VB/conj/4', { rule: 'intransitive+shared-subject', subject: [0], verb: [1, 3, 6] }, { rule: 'intransitive+shared-subject', subject: [2], verb: [3, 6] }],
  'seen-doing': ['We/PRP/nsubj/1 watch/VBP/root/- envoys/NNS/obj/1 calmly/RB/advmod/4 signing/VBG/advcl/1 pacts/NNS/obj/4', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [2], clause: [3, 4, 5] }],
  'tying-participle': ['sales/NNS/nsubj/1 grew/VBD/root/- compared/VBN/advcl/1 to/IN/case/4 2020/CD/obl/2', { rule: 'passive+participle-subject', subject: [0], verb: [2], oblique: [[3], [4]], isPassive: true }, { rule: 'intransitive', subject: [0], verb: [1] }],
  'event-as-subject': ['Boats/NNS/nsubj/2 are/VBP/cop/2 rare/JJ/root/- showing/VBG/advcl/2 decline/NN/obj/3', { rule: 'transitive+participle-subject', subject: [0], verb: [3], object: [4] }, { rule: 'copula', subject: [0], verb: [1], object: [2] }],
  'which-of-them': ['largest/JJS/amod/1 loans/NNS/root/- given/VBN/acl/1 to/IN/case/4 Lind/NNP/obl/2', { rule: 'passive+participle-antecedent', subject: [0, 1], verb: [2], oblique: [[3], [4]], isPassive: true }, { rule: 'passive+participle-antecedent', subject: [1], verb: [2], oblique: [[3], [4]], isPassive: true }],
  'bare-passive-participle': ['ore/NN/nsubj/3 exported/VBN/acl/0 yearly/RB/advmod/1 fell/VBD/root/-', { rule: 'passive+participle-antecedent', subject: [0], verb: [1], isPassive: true }, { rule: 'intransitive', subject: [0], verb: [3] }],
  'never-before': ['Never/RB/advmod/5 before/RB/advmod/5 had/VBD/aux/5 a/DT/det/4 queen/NN/nsubj/5 signed/VBN/root/- pacts/NNS/obj/5', { subject: [3, 4], verb: [2, 5], object: [6] }, { subject: [3, 4], verb: [0, 1, 2, 5], object: [6] }],
  'head-of-the-next-clause': ['Lind/NNP/nsubj/1 left/VBD/root/- the/DT/det/3 bank/NN/obj/1 and/CC/cc/5 Berg/NNP/conj/3 joined/VBD/conj/1', { subject: [0], verb: [1], object: [2, 3, 4, 5] }, { subject: [0], verb: [1], object: [2, 3] }],
  'along-with': ['roads/NNS/root/- hit/VBN/acl/0 along/IN/case/4 with/IN/case/4 bridges/NNS/obl/1', { rule: 'passive+participle-antecedent', subject: [0], verb: [1], oblique: [[2, 3], [4]], isPassive: true }, { rule: 'passive+participle-antecedent', subject: [0], verb: [1], oblique: [[3], [4]], isPassive: true }],
  'there-was-one': ['Berg/NNP/nsubj/1 welcomed/VBD/root/- that/IN/mark/4 there/EX/expl/4 was/VBD/ccomp/1 a/DT/det/6 verdict/NN/nsubj/4', { rule: 'existential', subject: [5, 6], verb: [4] }, { subject: [0], verb: [1], object: [6] }],
  'pointer-alone': ['Things/NNS/nsubj/2 soon/RB/advmod/2 changed/VBD/root/- when/WRB/advmod/5 Lind/NNP/nsubj/5 left/VBD/advcl/2', { subject: [0], verb: [1, 2] }, { subject: [4], verb: [5] }],
  'empty-verb': ['The/DT/det/1 warning/NN/nsubj/2 came/VBD/root/- from/IN/case/4 Lind/NNP/obl/2', { subject: [0, 1], verb: [2] }, { subject: [0, 1], verb: [2], oblique: [[3], [4]] }],
  'did-it': ['She/PRP/nsubj/1 did/VBD/root/- it/PRP/obj/1 harm/NN/obj/1', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [3] }],
  'one-thing': ['I/PRP/nsubj/1 know/VBP/root/- one/CD/nummod/3 thing/NN/obj/1 :/:/punct/1 treaties/NNS/obj/1', { subject: [0], verb: [1], object: [2, 3] }, { subject: [0], verb: [1], object: [5] }],
  'pointer-with-participle': ['that/DT/root/- provided/VBN/acl/0 by/IN/case/3 money/NN/obl/1', { rule: 'passive+participle-antecedent', subject: [0], verb: [1], oblique: [[2], [3]], isPassive: true }, { rule: 'passive+participle-antecedent', subject: [3], verb: [1], isPassive: true }],
  'not-the-case': ['That/DT/nsubj/4 is/VBZ/cop/4 not/RB/advmod/4 the/DT/det/4 case/NN/root/- Lind/NNP/nsubj/1', { rule: 'copula', subject: [0], verb: [1, 2], object: [3, 4] }, { rule: 'copula', subject: [5], verb: [1, 2], object: [3, 4] }],
  'condition-left-out': ['Lind/NNP/nsubj/2 will/MD/aux/2 leave/VB/root/- if/IN/mark/5 Berg/NNP/nsubj/5 stays/VBZ/advcl/2', { subject: [0], verb: [1, 2] }, { subject: [0], verb: [1, 2], clause: [4, 5] }],
  'even-if': ['They/PRP/nsubj/1 sail/VBP/root/- even/RB/advmod/5 if/IN/mark/5 it/PRP/nsubj/5 rains/VBZ/advcl/1', { subject: [4], verb: [5] }, { subject: [0], verb: [1] }],
  'than-that': ['They/PRP/nsubj/1 talk/VBP/root/- more/RBR/advmod/1 than/IN/mark/5 they/PRP/nsubj/5 sail/VBP/advcl/2', { subject: [4], verb: [5] }, { subject: [0], verb: [1] }],
  'not-shown': ['That/DT/nsubj/3 does/VBZ/aux/3 not/RB/advmod/3 mean/VB/root/- Lind/NNP/nsubj/5 left/VBD/ccomp/3', { subject: [4], verb: [5] }, { subject: [0], verb: [1, 2, 3] }],
  'never-thought': ['Lind/NNP/nsubj/2 never/RB/advmod/2 thought/VBD/root/- it/PRP/nsubj/5 would/MD/aux/5 last/VB/ccomp/2', { rule: 'intransitive', subject: [3], verb: [4, 5] }, { rule: 'intransitive', subject: [0], verb: [2] }],
  'could-not-more': ['Lind/NNP/nsubj/4 could/MD/aux/4 not/RB/advmod/4 have/VB/aux/4 spoken/VBN/root/- more/RBR/advmod/6 clearly/RB/advmod/4', { subject: [0], verb: [1, 2, 3, 4] }, { subject: [0], verb: [4] }],
  'not-because': ['I/PRP/nsubj/1 stay/VBP/root/- not/RB/advmod/5 because/IN/mark/5 I/PRP/nsubj/5 agree/VBP/advcl/1', { subject: [4], verb: [5] }, { subject: [0], verb: [1] }],
  'where-it-holds': ['Where/WRB/advmod/2 trials/NNS/nsubj/2 fail/VBP/advcl/5 +,/,/punct/2 kings/NNS/nsubj/5 decide/VBP/root/-', { rule: 'intransitive', subject: [1], verb: [2] }, { rule: 'intransitive', subject: [4], verb: [5] }],
  'just-without-not': ['It/PRP/nsubj/5 is/VBZ/cop/5 not/RB/advmod/5 just/RB/advmod/5 a/DT/det/5 game/NN/root/-', { rule: 'copula', subject: [0], verb: [1], object: [3, 4, 5] }, { rule: 'copula', subject: [0], verb: [1, 2], object: [3, 4, 5] }],
  'that-is-fine': ["That/DT/nsubj/2 's/VBZ/cop/2 fine/JJ/root/-", { rule: 'copula', subject: [0], verb: [1], object: [2] }, { rule: 'copula', subject: [2], verb: [1], object: [0] }],
  'only-the-one': ['Lind/NNP/nsubj/3 was/VBD/cop/3 the/DT/det/3 person/NN/root/- chosen/VBN/acl/3', { rule: 'passive+participle-antecedent', subject: [2, 3], verb: [4], isPassive: true }, { rule: 'copula', subject: [0], verb: [1], object: [2, 3] }],
  'only-went': ['Lind/NNP/nsubj/1 went/VBD/root/- home/RB/advmod/1', { rule: 'intransitive', subject: [0], verb: [1] }, { rule: 'intransitive', subject: [0], verb: [1], oblique: [[], [2]] }],
  untrue: ['It/PRP/nsubj/3 is/VBZ/cop/3 a/DT/det/3 myth/NN/root/- that/IN/mark/6 Lind/NNP/nsubj/6 left/VBD/acl/3', { subject: [5], verb: [6] }, { rule: 'copula', subject: [0], verb: [1], object: [2, 3] }],
  'may-be-said': ['People/NNS/nsubj/2 may/MD/aux/2 assume/VB/root/- Lind/NNP/nsubj/4 left/VBD/ccomp/2', { subject: [3], verb: [4] }, { subject: [0], verb: [1, 2] }],
  'of-nobody-yet': ['You/PRP/nsubj/1 deserve/VBP/root/- a/DT/det/3 mayor/NN/obj/1 guided/VBN/acl/3 by/IN/case/6 reason/NN/obl/4', { rule: 'passive+participle-antecedent', subject: [2, 3], verb: [4], oblique: [[5], [6]], isPassive: true }, { subject: [0], verb: [1], object: [2, 3] }],
  'where-it-is-so': ['It/PRP/nsubj/3 is/VBZ/cop/3 a/DT/det/3 place/NN/root/- where/WRB/advmod/6 people/NNS/nsubj/6 sing/VBP/acl:relcl/3', { subject: [5], verb: [6] }, { rule: 'copula', subject: [0], verb: [1], object: [2, 3] }],
  'for-example': ['Or/CC/cc/2 a/DT/det/2 child/NN/root/- who/WP/nsubj/4 finds/VBZ/acl:relcl/2 shells/NNS/obj/4', { rule: 'transitive+relative-antecedent', subject: [1, 2], verb: [4], object: [5] }, { subject: [1, 2], verb: [2] }],
  'either-or': ['Lind/NNP/nsubj/1 said/VBD/root/- either/CC/cc:preconj/4 you/PRP/nsubj/4 lose/VBP/ccomp/1 or/CC/cc/7 I/PRP/nsubj/7 win/VBP/conj/4', { subject: [6], verb: [7] }, { subject: [0], verb: [1] }],
  'only-planned': ["They/PRP/nsubj/1 fear/VBP/root/- Norland/NNP/nmod:poss/4 's/POS/case/2 attack/NN/obj/1", { rule: 'noun-of-action', subject: [2], verb: [], object: [4], supplied: '[has]' }, { subject: [0], verb: [1], object: [2, 3, 4] }],
  'not-just': ['It/PRP/nsubj/5 will/MD/aux/5 not/RB/advmod/5 just/RB/advmod/5 be/VB/cop/5 hot/JJ/root/-', { subject: [0], verb: [1, 2, 4], object: [5] }, { subject: [0], verb: [1, 2, 3, 4], object: [5] }],
  'not-in-both': ['Lind/NNP/nsubj/3 has/VBZ/aux/3 not/RB/advmod/3 won/VBN/root/- in/IN/case/6 both/CC/cc:preconj/6 Oslo/NNP/obl/3 and/CC/cc/8 Lund/NNP/conj/6', { subject: [0], verb: [1, 2, 3], oblique: [[4], [6, 7, 8]] }, { subject: [0], verb: [1, 2, 3], oblique: [[4], [5, 6, 7, 8]] }],
  'from-what-to-what': ['shares/NNS/nsubj/1 rise/VBP/root/- from/IN/case/4 27/CD/nummod/4 percent/NN/obl/1 to/IN/case/7 42/CD/nummod/7 percent/NN/obl/1', { subject: [0], verb: [1], oblique: [[2], [3, 4]] }, { subject: [0], verb: [1], oblique: [[2], [3, 4, 5, 6, 7]] }],
  'for-whom-to': ['They/PRP/nsubj/1 apply/VBP/root/- for/IN/case/3 Lind/NNP/obl/1 to/TO/mark/5 leave/VB/advcl/1', { subject: [0], verb: [1], oblique: [[2], [3]] }, { subject: [0], verb: [1], oblique: [[2], [3, 4, 5]] }],
  'found-it-hard': ['They/PRP/nsubj/1 find/VBP/root/- it/PRP/obj/1 hard/JJ/xcomp/1 to/TO/mark/5 win/VB/advcl/3', { subject: [0], verb: [1], object: [2], recipient: [3] }, { subject: [0], verb: [1], object: [2], recipient: [3, 4, 5], objectHead: 2 }],
  'needed-for-what': ['They/PRP/nsubj/1 need/VBP/root/- Lund/NNP/obj/1 in/IN/mark/6 order/NN/mark/6 to/TO/mark/6 win/VB/advcl/1', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [2], clause: [3, 4, 5, 6] }],
  'the-only-one': ['The/DT/det/2 only/JJ/amod/2 answer/NN/nsubj/6 I/PRP/nsubj/4 know/VBP/acl:relcl/2 is/VBZ/cop/6 peace/NN/root/-', { rule: 'copula', subject: [0, 1, 2], verb: [5], object: [6] }, { rule: 'copula', subject: [0, 1, 2, 3, 4], verb: [5], object: [6] }],
  'these-which': ['They/PRP/nsubj/1 have/VBP/root/- these/DT/det/3 days/NNS/obj/1 where/WRB/advmod/6 it/PRP/nsubj/6 rains/VBZ/acl:relcl/3', { subject: [0], verb: [1], object: [2, 3] }, { subject: [0], verb: [1], object: [2, 3, 4, 5, 6], objectHead: 3 }],
  'on-what-question': ['They/PRP/nsubj/1 refuse/VBP/root/- questions/NNS/obj/1 on/IN/mark/5 who/WP/nsubj/5 left/VBD/acl/2', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [2, 3, 4, 5], objectHead: 2 }],
  'among-other-things': ['They/PRP/nsubj/1 sell/VBP/root/- ,/,/punct/5 among/IN/case/5 other/JJ/amod/5 things/NNS/obl/1 ,/,/punct/5 boats/NNS/obj/1', { subject: [0], verb: [1], oblique: [[3], [4, 5]] }, { subject: [0], verb: [1], object: [7], oblique: [[3], [4, 5]] }],
  'where-it-is': ['That/DT/nsubj/2 is/VBZ/cop/2 where/WRB/root/- they/PRP/nsubj/4 buy/VBP/advcl:relcl/2 boats/NNS/obj/4', { subject: [3], verb: [4], object: [5] }, { subject: [0], verb: [1], object: [2] }],
  'whose-object': ['Berg/NNP/root/- ,/,/punct/5 whose/WP$/nmod:poss/3 courage/NN/obj/5 Lind/NNP/nsubj/5 praised/VBD/acl:relcl/0', { subject: [4], verb: [5], object: [2, 3] }, { subject: [4], verb: [5], object: [3] }],
  'object-before-subject': ['They/PRP/nsubj/1 count/VBP/root/- crowns/NNS/nmod/4 he/PRP/nsubj/4 paid/VBD/ccomp/1 for/IN/case/6 Lund/NNP/obl/4', { subject: [3], verb: [4], oblique: [[5], [6]] }, { subject: [3], verb: [4], object: [2], oblique: [[5], [6]] }],
  'the-way-one': ['the/DT/det/1 way/NN/root/- they/PRP/nsubj/3 look/VBP/acl:relcl/1', { subject: [2], verb: [3], object: [0, 1] }, { subject: [2], verb: [3] }],
  'which-of-them-does': ['They/PRP/nsubj/1 say/VBP/root/- which/WDT/det/3 skills/NNS/obj/5 pupils/NNS/nsubj/5 need/VBP/ccomp/1', { subject: [3, 4], verb: [5] }, { subject: [2, 3, 4], verb: [5] }],
  'swallowed-predicate': ['Berg/NNP/nsubj/1 built/VBD/root/- houses/NNS/obj/1 has/VBZ/aux/4 left/VBN/ccomp/1', { subject: [0], verb: [1], object: [2], clause: [3, 4] }, { subject: [0], verb: [1], object: [2] }],
  'participle-breaks-off': ['They/PRP/nsubj/1 passed/VBD/root/- bills/NNS/obj/1 ensuring/VBG/acl/2 peace/NN/obj/3', { subject: [0], verb: [1], object: [2, 3], objectHead: 2 }, { subject: [0], verb: [1], object: [2, 3, 4], objectHead: 2 }],
  'each-of-them': ['Lind/NNP/nsubj/4 and/CC/cc/2 Berg/NNP/conj/0 each/DT/nsubj/4 won/VBD/root/- prizes/NNS/obj/4', { subject: [3], verb: [4], object: [5] }, { subject: [0, 1, 2], verb: [4], object: [5] }],
  'participle-without-comma': ['putting/VBG/csubj/4 him/PRP/obj/0 behind/IN/case/3 Berg/NNP/nsubj/4 failed/VBD/root/-', { rule: 'transitive+participle-subject', subject: [3], verb: [0], object: [1] }, { rule: 'transitive', subject: [0, 1, 2, 3], verb: [4] }],
  'behind-colon': ['It/PRP/nsubj/2 is/VBZ/cop/2 clear/JJ/root/- +:/:/punct/2 up/RB/advmod/2', { rule: 'copula', subject: [0], verb: [1], object: [2], oblique: [[], [4]] }, { rule: 'copula', subject: [0], verb: [1], object: [2] }],
  'stands-to': ['jobs/NNS/root/- they/PRP/nsubj/2 stand/VBP/acl:relcl/0 to/TO/mark/4 create/VB/xcomp/2', { subject: [1], verb: [2], object: [0], clause: [3, 4] }, { subject: [1], verb: [2, 3, 4], object: [0] }],
  'infinitive-without-to': ['Lind/NNP/nsubj/2 would/MD/aux/2 need/VB/root/- to/TO/mark/4 win/VB/xcomp/2 and/CC/cc/6 remain/VB/conj/4', { rule: 'intransitive+shared-subject', subject: [0], verb: [1, 2, 6] }, { rule: 'intransitive+shared-subject', subject: [0], verb: [1, 2, 3, 6] }],
  'for-all-i-know': ['For/IN/case/1 all/DT/obl/3 I/PRP/nsubj/3 know/VBP/advcl/6 ,/,/punct/3 they/PRP/nsubj/6 left/VBD/root/-', { subject: [2], verb: [3], oblique: [[0], [1]] }, { subject: [5], verb: [6] }],
  'subject-with-participle': ['Horses/NNS/nsubj/3 running/VBG/acl/0 are/VBP/cop/3 fast/JJ/root/-', { rule: 'copula', subject: [0], verb: [2], object: [3] }, { rule: 'copula', subject: [0, 1], objectHead: 0, verb: [2], object: [3] }],
  'bare-number-as-subject': ['1/CD/nsubj:pass/4 —/:/punct/2 dated/VBN/acl/0 was/VBD/aux:pass/4 issued/VBN/root/-', { rule: 'passive', subject: [0], verb: [3, 4], isPassive: true }, { rule: 'passive', subject: [2], verb: [3, 4], isPassive: true }],
  'as-which': ['as/IN/case/1 envoy/NN/root/- ,/,/punct/5 which/WDT/nsubj/5 would/MD/aux/5 require/VB/acl:relcl/1 permits/NNS/obj/5', { rule: 'transitive+relative-antecedent', subject: [1], verb: [4, 5], object: [6] }, { rule: 'transitive', subject: [1], verb: [4, 5], object: [6] }],
  'as-as': ['They/PRP/nsubj/3 are/VBP/cop/3 as/RB/advmod/3 afraid/JJ/root/- of/IN/case/5 war/NN/obl/3 as/IN/mark/9 they/PRP/nsubj/9 are/VBP/cop/9 storms/NNS/advcl/3', { rule: 'copula', subject: [7], verb: [8, 9], object: [9] }, { rule: 'copula', subject: [0], verb: [1, 3], object: [3] }],
  'be-without-to': ['aims/NNS/nsubj/3 are/VBP/aux/3 to/TO/mark/3 heal/VB/root/- and/CC/cc/5 save/VB/conj/3 lives/NNS/obj/5', { subject: [0], verb: [1, 5], object: [6] }, { subject: [0], verb: [1, 2, 5], object: [6] }],
  'modal-doing': ['she/PRP/nsubj/3 could/MD/aux/3 not/RB/advmod/3 reading/VBG/root/- it/PRP/obj/3', { subject: [0], verb: [1, 2, 3], object: [4] }, { subject: [0], verb: [3], object: [4] }],
  'lost-helper': ['order/NN/nsubj:pass/4 is/VBZ/aux:pass/4 in/IN/case/3 part/NN/obl/4 reversed/VBN/root/-', { subject: [0], verb: [4] }, { subject: [0], verb: [1, 4] }],
  'what-was': ['what/WP/nsubj/5 was/VBD/cop/5 once/RB/advmod/5 mills/NNS/nsubj/5 ,/,/punct/5 empty/JJ/root/-', { subject: [3], verb: [1, 5] }, { subject: [0], verb: [1, 5] }],
  'not-this': ['members/NNS/root/- ,/,/punct/3 not/RB/advmod/3 guests/NNS/appos/0 who/WP/nsubj/5 wait/VBP/acl:relcl/3', { subject: [2, 3], verb: [5] }, { subject: [3], verb: [5] }],
  'number-in-brackets': ['day/NN/root/- (/-LRB-/punct/4 40/CD/nummod/3 %/NN/compound/4 chance/NN/appos/0 )/-RRB-/punct/4', { rule: 'apposition', subject: [0], verb: [], object: [2, 3, 4], supplied: '[is]' }, { rule: 'apposition', subject: [0], verb: [], object: [4], supplied: '[is]' }],
  'one-are-many': ['fear/NN/nsubj/4 of/IN/case/2 floods/NNS/nmod/0 are/VBP/cop/4 pretexts/NNS/root/-', { rule: 'copula', subject: [0], verb: [3], object: [4] }, { rule: 'copula', subject: [2], verb: [3], object: [4] }],
  'with-me-doing': ['He/PRP/nsubj/1 wrote/VBD/root/- without/IN/case/3 me/PRP/obl/1 ever/RB/advmod/5 answering/VBG/advcl/1', { subject: [0], verb: [1], oblique: [[2], [3]] }, { subject: [0], verb: [1], oblique: [[2], [3, 4, 5]] }],
  'it-turns-out': ['it/PRP/nsubj/1 turn/VBP/root/- out/RP/compound:prt/1 peace/NN/obj/1', { subject: [0], verb: [1] }, { subject: [0], verb: [1], object: [3] }],
  'and-in': ['We/PRP/nsubj/1 have/VBP/root/- land/NN/obj/1 and/CC/cc/6 in/IN/case/6 the/DT/det/6 end/NN/conj/2', { subject: [0], verb: [1], object: [2, 3, 4, 5, 6], objectHead: 2 }, { subject: [0], verb: [1], object: [2] }],
  'only-needed': ['skills/NNS/root/- needed/VBN/acl/0 on/IN/case/3 board/NN/obl/1', { rule: 'passive+participle-antecedent', subject: [0], verb: [1], isPassive: true, oblique: [[2], [3]] }, { rule: 'passive', subject: [0], verb: [1], isPassive: true, oblique: [[2], [3]] }],
  'participle-of-a-plan': ['to/TO/mark/1 write/VB/root/- rules/NNS/obj/1 based/VBN/acl/2 on/IN/case/5 trust/NN/obl/3', { rule: 'passive+participle-antecedent', subject: [2], verb: [3], isPassive: true, oblique: [[4], [5]] }, { rule: 'passive', subject: [2], verb: [3], isPassive: true, oblique: [[4], [5]] }],
  'lost-and': ['go/VB/root/- a/DT/det/5 long/JJ/amod/5 or/CC/cc/5 bitter/JJ/amod/5 way/NN/obj/0', { subject: [1, 2, 4, 5], verb: [0] }, { subject: [1, 2, 3, 4, 5], verb: [0] }],
  'wished-otherwise': ['I/PRP/nsubj/1 wish/VBP/root/- Berg/NNP/nsubj/4 had/VBD/aux/4 stayed/VBN/ccomp/1', { subject: [2], verb: [3, 4] }, { subject: [0], verb: [1] }],
  'not-clear-that': ['It/PRP/expl/3 is/VBZ/cop/3 not/RB/advmod/3 clear/JJ/root/- that/IN/mark/6 Lind/NNP/nsubj/6 won/VBD/csubj/3', { subject: [5], verb: [6] }, { subject: [0], verb: [1, 2, 3] }],
  'turned-condition': ['Had/VBD/aux/2 Lind/NNP/nsubj/2 won/VBN/advcl/6 ,/,/punct/2 Berg/NNP/nsubj/6 would/MD/aux/6 leave/VB/root/-', { subject: [1], verb: [0, 2] }, { subject: [4], verb: [5, 6] }],
  'on-a-sign': ['the/DT/det/1 slogan/NN/root/- “/``/punct/5 I/PRP/nsubj/5 am/VBP/cop/5 Norland/NNP/appos/1', { rule: 'copula', subject: [3], verb: [4], object: [5] }, { rule: 'copula', subject: [1], verb: [4], object: [5] }],
  'where-one-stood': ['They/PRP/nsubj/1 knew/VBD/root/- where/WRB/advmod/4 we/PRP/nsubj/4 stood/VBD/ccomp/1', { subject: [3], verb: [4] }, { subject: [0], verb: [1], clause: [2, 3, 4] }],
  'to-whom-asked': ['They/PRP/nsubj/1 settle/VBP/root/- the/DT/det/3 question/NN/obj/1 to/IN/case/5 whom/WP/obl/8 the/DT/det/7 bay/NN/nsubj/8 belongs/VBZ/acl/3', { subject: [6, 7], verb: [8], oblique: [[4], [2, 3]] }, { subject: [0], verb: [1], object: [2, 3] }],
  'than-what': ['We/PRP/nsubj/2 are/VBP/cop/2 richer/JJR/root/- than/IN/mark/5 they/PRP/nsubj/5 thought/VBD/advcl/2', { rule: 'copula', subject: [0], verb: [1], object: [2] }, { rule: 'copula', subject: [0], verb: [1], object: [2, 3, 4, 5] }],
  'another-what': ['Lind/NNP/nsubj/1 lost/VBD/root/- votes/NNS/obj/1 and/CC/cc/4 won/VBD/conj/1 another/DT/obj/4', { rule: 'transitive+shared-subject', subject: [0], verb: [4], object: [5] }, { subject: [0], verb: [1], object: [2] }],
  'that-includes': ['That/DT/nsubj/1 include/VBZ/root/- Lind/NNP/obj/1', { subject: [0], verb: [1], object: [2] }, { subject: [2], verb: [1], object: [0] }],
  'only-after-that': ['They/PRP/nsubj/1 agree/VBP/root/- but/CC/cc/6 only/RB/advmod/6 after/IN/mark/6 Lind/NNP/nsubj/6 paid/VBD/advcl/1', { subject: [5], verb: [6] }, { subject: [0], verb: [1] }],
  'what-ours-is': ['They/PRP/nsubj/1 know/VBP/root/- what/WP/nsubj/5 our/PRP$/nmod:poss/4 goal/NN/nsubj/5 was/VBD/ccomp/1', { subject: [2, 3, 4], verb: [5] }, { subject: [3, 4], verb: [5] }],
  'that-all': ['That/DT/nsubj/2 all/DT/nsubj/2 changed/VBD/root/- plans/NNS/obj/2', { subject: [1], verb: [2], object: [3] }, { subject: [0, 1], verb: [2], object: [3] }],
  'had-it-done': ['The/DT/det/1 king/NN/nsubj/2 had/VBD/root/- laws/NNS/obj/2 changed/VBN/xcomp/2', { subject: [3], verb: [2, 4] }, { subject: [0, 1], verb: [2], object: [3] }],
  'place-behind-comma': ['Norby/NNP/root/-/B-Location ,/,/punct/2 Norland/NNP/appos/0/B-Location ,/,/punct/4 port/NN/appos/0', { rule: 'apposition', subject: [0], verb: [], object: [2], supplied: '[is]' }, { rule: 'apposition', subject: [0], verb: [], object: [4], supplied: '[is]' }],
  'leads-doing': ['It/PRP/nsubj/1 lead/VBP/root/- to/IN/mark/4 rebels/NNS/nsubj/4 gaining/VBG/advcl/1 land/NN/obj/4', { subject: [0], verb: [1, 4], object: [5] }, { subject: [3], verb: [4], object: [5] }],
  'for-one': ['It/PRP/nsubj/1 has/VBZ/root/- names/NNS/obj/1 –/:/punct/4 Norby/NNP/appos/2 for/IN/case/6 one/CD/nmod/4', { subject: [0], verb: [1], object: [2], oblique: [[5], [6]] }, { subject: [0], verb: [1], object: [2] }],
  joked: ['Lind/NNP/nsubj/1 joke/VBP/root/- that/IN/mark/4 Norland/NNP/nsubj/4 sank/VBD/ccomp/1', { subject: [3], verb: [4] }, { subject: [0], verb: [1] }],
  'wrong-to-say': ['It/PRP/expl/2 is/VBZ/cop/2 wrong/JJ/root/- to/TO/mark/4 say/VB/csubj/2 Norland/NNP/nsubj/6 sank/VBD/ccomp/4', { subject: [5], verb: [6] }, { subject: [0], verb: [1], object: [2] }],
  'any-that': ['remove/VB/root/- any/DT/det/2 threat/NN/obj/0 Norland/NNP/nsubj/4 poses/VBZ/acl:relcl/2', { subject: [3], verb: [4], object: [1, 2] }, { subject: [3], verb: [4], object: [2] }],
  'verb-between': ['debts/NNS/nsubj/4 she/PRP/nsubj/2 has/VBZ/acl:relcl/0 are/VBP/cop/4 small/JJ/root/-', { rule: 'copula', subject: [0, 1], verb: [3], object: [4] }, { rule: 'copula', subject: [0, 1, 2], verb: [3], object: [4] }],
  'object-above': ['plans/NNS/root/- +,/,/punct/4 which/WDT/obj/4 Lind/NNP/nsubj/4 read/VBD/acl:relcl/0 as/IN/mark/7 Berg/NNP/nsubj/7 frowned/VBD/advcl/4', { rule: 'intransitive', subject: [3], verb: [4], clause: [6, 7] }, { rule: 'transitive', subject: [3], verb: [4], object: [0], clause: [6, 7] }],
  'subject-in-brackets': ['half/NN/nsubj/6 of/IN/case/2 crews/NNS/nmod/0 (/-LRB-/punct/4 +40/CD/nsubj/6 +)/-RRB-/punct/4 come/VBP/root/- home/RB/advmod/6', { rule: 'intransitive', subject: [4], verb: [6], clause: [7] }, { rule: 'intransitive', subject: [0, 1, 2], verb: [6], clause: [7] }],
  'bare-article': ['Players/NNS/nsubj/1 go/VBP/root/- to/IN/case/4 the/DT/det/4 cup/NN/obl/1', { subject: [0], verb: [1], oblique: [[2], [3]] }, { subject: [0], verb: [1], oblique: [[2], [3, 4]] }],
  'condition-inside': ['We/PRP/nsubj/1 ask/VBP/root/- that/IN/mark/9 gates/NNS/nsubj/9 +,/,/punct/7 if/IN/mark/7 it/PRP/nsubj/7 rains/VBZ/advcl/9 +,/,/punct/7 stay/VBP/ccomp/1', { rule: 'clausal', subject: [0], verb: [1], clause: [3, 9] }, { rule: 'clausal', subject: [0], verb: [1], clause: [3, 4, 5, 6, 7, 8, 9] }],
  'cannot-both': ["You/PRP/nsubj/3 ca/MD/aux/3 +n't/RB/advmod/3 come/VB/root/- late/RB/advmod/3 and/CC/cc/6 expect/VB/conj/3 seats/NNS/obj/6", { rule: 'intransitive', subject: [0], verb: [1, 2, 3], clause: [4] }, { rule: 'intransitive', subject: [0], verb: [1, 3], clause: [4] }],
  'ranges-from': ['matters/NNS/root/- range/VBG/acl/0 from/IN/case/3 fees/NNS/obl/1', { rule: 'intransitive+participle-antecedent', subject: [0], verb: [1], oblique: [[2], [3]] }, { rule: 'intransitive', subject: [0], verb: [1], oblique: [[2], [3]] }],
  'initial-only': ['of/IN/case/1 U./NNP/root/- |S./NNP/compound/3 envoys/NNS/nsubj/4 left/VBD/root/-', { rule: 'intransitive', subject: [2, 3], verb: [4] }, { rule: 'intransitive', subject: [3], verb: [4] }],
  'as-one-says': ['as/IN/mark/2 they/PRP/nsubj/2 hope/VBD/advcl/5 +,/,/punct/2 Lind/NNP/nsubj/5 won/VBD/root/-', { rule: 'intransitive', subject: [1], verb: [2] }, { rule: 'intransitive', subject: [4], verb: [5] }],
  'devoted-what': ['money/NN/root/- she/PRP/nsubj/2 devote/VBD/acl:relcl/0 to/IN/mark/4 mending/VBG/advcl/2 roofs/NNS/obj/4', { subject: [1], verb: [2, 3, 4], verbs: [2, 4], object: [5] }, { subject: [1], verb: [2], object: [0], clause: [4, 5] }],
  'hyphen-cut': ['It/PRP/nsubj/4 is/VBZ/cop/4 one/CD/nummod/4 +-/HYPH/punct/2 +fits/NN/root/- +-/HYPH/punct/4 +all/DT/dep/4', { rule: 'copula', subject: [0], verb: [1], object: [2, 3, 4] }, { rule: 'copula', subject: [0], verb: [1], object: [2, 3, 4, 5, 6] }],
  'limit-left-out': ['Lind/NNP/nsubj/1 spoke/VBD/root/- today/NN/obl/1 only/RB/advmod/5 to/IN/case/5 Berg/NNP/obl/1', { rule: 'intransitive', subject: [0], verb: [1], oblique: [[4], [5]] }, { rule: 'intransitive', subject: [0], verb: [1], clause: [2] }],
  'only-behind-verb': ['It/PRP/nsubj/1 exists/VBZ/root/- only/RB/advmod/5 as/IN/case/5 a/DT/det/5 rumour/NN/obl/1', { rule: 'intransitive', subject: [0], verb: [1] }, { rule: 'intransitive', subject: [0], verb: [1], clause: [2, 3, 4, 5] }],
  'so-how': ['They/PRP/nsubj/1 sang/VBD/root/- so/RB/advmod/3 badly/RB/advmod/1 that/IN/mark/6 she/PRP/nsubj/6 left/VBD/advcl/3', { rule: 'intransitive', subject: [0], verb: [1] }, { rule: 'intransitive', subject: [0], verb: [1], clause: [2, 3] }],
  'more-than-what': ['They/PRP/nsubj/1 give/VBP/root/- more/JJR/amod/3 room/NN/obj/1 than/IN/mark/6 Lund/NNP/nsubj/6 gives/VBZ/advcl/3', { subject: [0], verb: [1], object: [2, 3] }, { subject: [0], verb: [1], object: [2, 3], clause: [4, 5, 6] }],
  'or-what': ['They/PRP/nsubj/1 close/VBP/root/- if/IN/mark/4 it/PRP/nsubj/4 rains/VBZ/advcl/1 or/CC/cc/8 if/IN/mark/8 it/PRP/nsubj/8 snows/VBZ/conj/4', { rule: 'intransitive', subject: [0], verb: [1], clause: [3, 4] }, { rule: 'intransitive', subject: [0], verb: [1], clause: [3, 4, 5, 6, 7, 8] }],
  'days-since': ['It/PRP/nsubj/4 has/VBZ/aux/4 been/VBN/cop/4 90/CD/nummod/4 days/NNS/root/- since/IN/mark/7 Lind/NNP/nsubj/7 left/VBD/advcl/4', { rule: 'copula', subject: [0], verb: [1, 2], object: [3, 4] }, { rule: 'copula', subject: [0], verb: [1, 2], object: [3, 4], clause: [5, 6, 7] }],
  'yet-to': ['It/PRP/nsubj/4 is/VBZ/root/- yet/RB/advmod/4 to/TO/mark/4 come/VB/xcomp/1', { rule: 'intransitive', subject: [0], verb: [1, 3, 4] }, { rule: 'intransitive', subject: [0], verb: [1, 2, 3, 4] }],
  'how-many-what': ['Berg/NNP/nsubj/1 named/VBD/root/- six/CD/nummod/3 judges/NNS/obj/1', { subject: [0], verb: [1], object: [2] }, { subject: [0], verb: [1], object: [2, 3] }],
  'for-one-to': ['for/IN/mark/3 isles/NNS/nsubj/3 to/TO/mark/3 pay/VB/csubj/5 is/VBZ/cop/5 hard/JJ/root/-', { subject: [1], verb: [2, 3] }, { subject: [1], verb: [3] }],
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

import { conditionAt, conditionsOf } from './conditions.js'
import { child, children, headsClause, isFinite, lower, tokenOf, type Grammar } from './grammar.js'
import type { Loss } from './whole.js'
import { isContent, isDenied, leadingClause, moodOf, worldOf } from './worlds.js'

/** Signs that a claim would say of this world what the text says of another: of one that is wished for, feared, denied or made up, or that holds only under a condition. */

const conditionLeftOut: Loss = {
  name: 'condition-left-out',
  example: '"Lind – will leave" of "Lind will leave if …": the condition was too long, or broken, to be told.',
  holds: (grammar, { at, predicate: { verbs, supplied } }, used) =>
    supplied === null && conditionsOf(grammar, [at, ...verbs.filter((verb) => verb !== at)]).some(({ clause, kind }) => kind !== 'even' && !used.has(clause))
}

const evenIf: Loss = {
  name: 'even-if',
  example: '"it – rains" of "They will sail even if it rains": neither said nor made a condition.',
  holds: (grammar, { at }) => children(grammar, at, 'mark').some((mark) => lower(grammar, mark) === 'if' && lower(grammar, mark - 1) === 'even')
}

const thanThat: Loss = {
  name: 'than-that',
  example: '"they – sail" of "They talk more than they sail": one side of a comparison, without the other.',
  holds: (grammar, { at, predicate: { supplied } }) =>
    supplied === null && children(grammar, at, 'mark', 'case').some((mark) => mark < at && lower(grammar, mark) === 'than') && child(grammar, at, 'cop') === null
}

/** Verbs that say what follows from something; denied, they leave it open. */
const showing = /^(?:mean|suggest|imply|show|prove|indicate|demonstrate|guarantee|ensure|establish|signal|signify|assure)$/
const denying = /^(?:not|n['’]t|never|no|nothing|nobody|none|neither|nor|without|hardly|little|cannot)$/

const notShown: Loss = {
  name: 'not-shown',
  example: '"Lind – is – ill" of "That does not mean that Lind is ill": what is not meant, shown or suggested is not said.',
  holds(grammar, { at, subject, predicate: { tokens, supplied } }) {
    if (supplied !== null) return false
    const { relation, head } = tokenOf(grammar, leadingClause(grammar, at))
    if (!/^(?:ccomp|csubj|xcomp|advcl|conj|parataxis)$/.test(relation) || head === null) return false
    if (head < at && /^(?:ccomp|csubj|xcomp)$/.test(relation) && showing.test(tokenOf(grammar, head).lemma) && isDenied(grammar, head)) return true
    // Parsers hang such a clause on the wrong verb: the one right before "that" counts, and what denies it.
    const { sentenceOf, tokens: all } = grammar.tree
    const first = Math.min(at, ...tokens, ...(subject?.tokens ?? []))
    const mark = lower(grammar, first - 1) === 'that' ? first - 1 : null
    if (mark === null) return false
    for (let index = mark - 1; mark - 6 < index && sentenceOf[index] === sentenceOf[at]; index--) {
      const { tag = '', lemma = '' } = all[index] ?? {}
      if (!tag.startsWith('VB')) continue
      return showing.test(lemma) && Array.from({ length: 8 }, (_, step) => index - 1 - step).some((before) => sentenceOf[before] === sentenceOf[at] && denying.test(lower(grammar, before)) && !hasBorder(grammar, before + 1, index))
    }
    return false
  }
}
const hasBorder = (grammar: Grammar, from: number, to: number): boolean => {
  for (let index = from; index < to; index++) if (/^(?:[,;:–—-]|until|because|if|when|unless|before|after|that|which|who|but|and)$/.test(lower(grammar, index))) return true
  return false
}

const neverThought: Loss = {
  name: 'never-thought',
  example: '"the war – would last" of "Lind never thought that the war would last so long": it did, to his surprise.',
  holds(grammar, { at, predicate: { supplied } }) {
    const { head, relation } = tokenOf(grammar, leadingClause(grammar, at))
    if (supplied !== null || head === null || at < head || relation !== 'ccomp' || !/^(?:think|expect|imagine|believe|dream|suppose)$/.test(tokenOf(grammar, head).lemma) || !isDenied(grammar, head)) return false
    const isPast = lower(grammar, head) !== tokenOf(grammar, head).lemma || children(grammar, head, 'aux').some((word) => lower(grammar, word) === 'did')
    return isPast && children(grammar, at, 'aux').some((word) => /^(?:would|could|['’]d)$/.test(lower(grammar, word)))
  }
}

const couldNotMore: Loss = {
  name: 'could-not-more',
  example: '"Lind – could not have spoken – more clearly": no more clearly than she did, and so very clearly; a table that calls it denied is misread.',
  holds: (grammar, { predicate: { tokens, supplied } }) =>
    supplied === null && tokens.some((token) => /^could/.test(lower(grammar, token))) && tokens.some((token) => /^(?:not|n['’]t)$/.test(lower(grammar, token))) &&
    [1, 2, 3].some((step) => /^(?:more|better|happier|clearer|prouder)$/.test(lower(grammar, (tokens.at(-1) ?? -9) + step)) && lower(grammar, (tokens.at(-1) ?? -9) + step + 1) !== 'than')
}

const notBecause: Loss = {
  name: 'not-because',
  example: '"I – agree – with him" of "I will vote for Lind, not because I agree with him": the reason is denied, and often what is given as one.',
  holds: (grammar, { at, predicate: { supplied } }) =>
    supplied === null && children(grammar, at, 'mark').some((mark) => mark < at && lower(grammar, mark) === 'because' && (/^(?:not|n['’]t)$/.test(lower(grammar, mark - 1)) || (/^(?:just|simply|merely|only)$/.test(lower(grammar, mark - 1)) && lower(grammar, mark - 2) === 'not')))
}

const whereItHolds: Loss = {
  name: 'where-it-holds',
  example: '"a trial – is – impossible" of "Where a trial is impossible, the king decides": said of such cases alone.',
  holds(grammar, { at, predicate: { supplied } }) {
    const { relation, head } = tokenOf(grammar, at)
    if (supplied !== null || relation !== 'advcl' || head === null || head < at) return false
    const { sentenceOf } = grammar.tree
    return children(grammar, at, 'advmod', 'mark').some((word) => lower(grammar, word) === 'where' && (sentenceOf[word - 1] !== sentenceOf[word] || /^["“‘]$/.test(lower(grammar, word - 1))))
  }
}

const untrue: Loss = {
  name: 'untrue',
  example: '"Norland – is – empty" of "It is a myth that Norland is empty", "the false claim that Norland is empty": the text says that it is not so.',
  holds(grammar, { at, predicate: { supplied } }) {
    const leading = leadingClause(grammar, at)
    const { head, relation } = tokenOf(grammar, leading)
    if (supplied !== null || head === null || leading < head || !(/^(?:ccomp|csubj)$/.test(relation) || (relation.startsWith('acl') && isContent(grammar, leading)))) return false
    if (worldOf(grammar, head) === 'untrue') return !isDenied(grammar, head)
    return tokenOf(grammar, head).tag.startsWith('NN') && children(grammar, head, 'amod').some((word) => falsities.test(lower(grammar, word)))
  }
}
const falsities = /^(?:false|incorrect|untrue|wrong|mistaken|baseless|unfounded|groundless|debunked|discredited|bogus|erroneous|misleading|unsubstantiated|spurious|fabricated)$/

const mayBeSaid: Loss = {
  name: 'may-be-said',
  example: '"Norland – is – rich" of "People may assume that Norland is rich": nobody does as yet.',
  holds(grammar, { at, predicate: { supplied } }) {
    const { head, relation } = tokenOf(grammar, leadingClause(grammar, at))
    if (supplied !== null || head === null || at < head || relation !== 'ccomp') return false
    const effect = grammar.words.effects.get(tokenOf(grammar, head).lemma)
    const isOpen = children(grammar, head, 'aux').some((word) => /^(?:may|might|could)$/.test(lower(grammar, word)))
    return isOpen && (effect === 'says' || effect === 'denies') && !children(grammar, head, 'nsubj').some((noun) => /^(?:i|we)$/.test(lower(grammar, noun)))
  }
}

/** Verbs behind which a thing is only thought of; "call" and "look" with "for". */
const intends = /^(?:want|need|seek|deserve|demand|require|forbid|prohibit|outlaw|crave|lack|hope|wish|imagine|envision|envisage|propose|await|request|expect|dream|desire|pray|recommend)$/
const intendsFor = /^(?:look|call|search|hope|push|wait|prepare|plan|ask|long|wish)$/
/** Those behind which an event need not come, though a thing may well be there: "fears the attack", "opposes the pact". */
const intendsEvent = /^(?:plan|prepare|prevent|avoid|oppose|block|stop|avert|consider|threaten|urge|fear|delay|postpone|cancel)$/
const intentions = /^(?:threat|demand|call|plan|hope|fear|possibility|risk|prospect|chance|proposal|request|need|search|hunt|dream|desire|lack|wish|danger|preparation|push|quest|absence)$/
/** "has no ship that sails", "has never seen a ship that sails" */
const having = /^(?:have|be|see|find|know|get|meet|hear|own|offer)$/

/** Is what this noun names only wanted, feared, possible, or said not to be? Looks upwards to the verb. */
function isUnreal(grammar: Grammar, noun: number, isEvent: boolean): boolean {
  let index = noun
  for (let step = 0; step < 6; step++) {
    const { head, relation } = tokenOf(grammar, index)
    if (head === null || !/^(?:nmod|obl|obj|nsubj|nsubj:pass|iobj|xcomp|acl|advcl|conj)$/.test(relation) || (relation === 'conj' && !isEvent)) return false
    const { tag, lemma } = tokenOf(grammar, head)
    if (tag.startsWith('NN') && child(grammar, head, 'cop') === null) {
      if (intentions.test(lemma)) return true
      index = head
      continue
    }
    if (relation === 'nsubj' || relation === 'nsubj:pass') return isExistential(grammar, head) && isDenied(grammar, head)
    const isObject = relation === 'obj' || relation === 'obl'
    if (isObject && (intends.test(lemma) || (isEvent && intendsEvent.test(lemma)) || (isDenied(grammar, head) && (isEvent || (relation === 'obj' && having.test(lemma)))))) return true
    if (isObject && intendsFor.test(lemma) && children(grammar, index, 'case').some((word) => lower(grammar, word) === 'for')) return true
    if (mayBe(grammar, head) || (isObject && conditionAt(grammar, head) !== null) || (isEvent && moodOf(grammar, head) !== 'stated')) return true
    // A participle or infinitive is as real as what it hangs on: "I may hear from somebody asking about a shield that …".
    if (isFinite(grammar, head) || !tag.startsWith('VB')) return false
    index = head
  }
  return false
}
const mayBe = (grammar: Grammar, verb: number): boolean => children(grammar, verb, 'aux').some((word) => /^(?:can|could|may|might|would|should|must)$/.test(lower(grammar, word)))
const isExistential = (grammar: Grammar, verb: number): boolean => children(grammar, verb, 'expl').some((word) => lower(grammar, word) === 'there')

/** "a president", "any book", "books": nobody is meant as yet. */
const isNameless = (grammar: Grammar, noun: number): boolean => {
  const { tag, name } = tokenOf(grammar, noun)
  if (!/^NNS?$/.test(tag) || name !== 'O' || /(?:thing|one|body)$/.test(lower(grammar, noun)) || children(grammar, noun, 'compound', 'nmod:poss').some((word) => tokenOf(grammar, word).name !== 'O')) return false
  const before = children(grammar, noun, 'det', 'nmod:poss', 'nummod')
  if (before.length === 0) return tag === 'NNS' || children(grammar, noun, 'case').length === 0
  return before.every((word) => /^(?:an?|any|some|no|such|every|each)$/.test(lower(grammar, word)))
}

/** The noun that this clause says more about, without a comma between. */
function ownerOf(grammar: Grammar, at: number): number | null {
  const { head, relation } = tokenOf(grammar, leadingClause(grammar, at))
  if (head === null || at < head || !/^acl/.test(relation) || !tokenOf(grammar, head).tag.startsWith('NN')) return null
  for (let index = head + 1; index < at; index++) {
    if (/^(?:that|which|who|whom|whose|where|when)$/.test(lower(grammar, index))) return lower(grammar, index - 1) === ',' ? null : head
  }
  return lower(grammar, head + 1) === ',' ? null : head
}

const ofNobodyYet: Loss = {
  name: 'of-nobody-yet',
  example: '"a president – guided – by reason" of "You deserve a president guided by reason": there is none as yet.',
  holds(grammar, { at, subject, predicate: { supplied } }) {
    if (supplied !== null) return false
    const noun = ownerOf(grammar, at)
    if (noun === null || isContent(grammar, leadingClause(grammar, at)) || subject?.tokens.some((token) => lower(grammar, token) === 'no')) return false
    return isNameless(grammar, noun) && (!isDone(grammar, at) || isPicture(grammar, noun) || isAskedOf(grammar, noun)) && isUnreal(grammar, noun, false)
  }
}

/** "envisioned a land that had no king": the past is that of the verb. */
const isPicture = (grammar: Grammar, noun: number): boolean => tokenOf(grammar, noun).relation === 'obj' && /^(?:imagine|envision|envisage|propose|dream)$/.test(tokenOf(grammar, tokenOf(grammar, noun).head ?? -1).lemma)

/** "whether troops could sail to islands that were given back": neither has happened. */
function isAskedOf(grammar: Grammar, noun: number): boolean {
  const verb = tokenOf(grammar, noun).head ?? -1
  return tokenOf(grammar, noun).relation === 'obl' && mayBe(grammar, verb) && children(grammar, verb, 'mark').some((mark) => lower(grammar, mark) === 'whether')
}

/** "a find made in 1908", "a ship that sank", "a land that has seen war": what has happened has happened. */
const isDone = (grammar: Grammar, at: number): boolean =>
  [at, ...children(grammar, at, 'aux', 'aux:pass', 'cop')].some((verb) => tokenOf(grammar, verb).tag === 'VBD' || (verb !== at && /^(?:has|have|['’]ve)$/.test(lower(grammar, verb)))) ||
  children(grammar, at, 'obl', 'obl:unmarked', 'advmod').some((word) => tokenOf(grammar, word).name.endsWith('Date') || tokenOf(grammar, word).tag === 'CD')

const whereOrWhen: Loss = {
  name: 'where-it-is-so',
  example: '"people – share – their bread" of "a place where people share their bread": it is said of that place alone.',
  holds(grammar, { at, predicate: { supplied } }) {
    if (supplied !== null) return false
    const opener = children(grammar, at, 'advmod', 'mark').find((word) => word < at && /^(?:where|when)$/.test(lower(grammar, word)))
    if (opener === undefined) return false
    const noun = ownerOf(grammar, at)
    // "at a time when prices rise": now, unless it is said that there was no such time.
    if (noun !== null) return isNameless(grammar, noun) && ((lower(grammar, opener) === 'where' && isKindOfPlace(grammar, noun)) || isUnreal(grammar, noun, true))
    // The second of "a place where …, and where …".
    return lower(grammar, opener) === 'where' && /^(?:,|and|or|but)$/.test(lower(grammar, opener - 1)) && hasWhereBefore(grammar, opener)
  }
}
/** "is a place where": said of its kind. */
const isKindOfPlace = (grammar: Grammar, noun: number): boolean => child(grammar, noun, 'cop') !== null && children(grammar, noun, 'det').some((word) => /^(?:an?|any)$/.test(lower(grammar, word)))

function hasWhereBefore(grammar: Grammar, opener: number): boolean {
  const { sentenceOf } = grammar.tree
  for (let index = opener - 2; opener - 60 < index && sentenceOf[index] === sentenceOf[opener]; index--) {
    if (lower(grammar, index) === 'where' && tokenOf(grammar, index - 1).tag.startsWith('NN')) return isNameless(grammar, index - 1) && isKindOfPlace(grammar, index - 1)
  }
  return false
}

const noVerbAbove: Loss = {
  name: 'for-example',
  example: '"a child – finds – a shell" of "Or a child who finds a shell.": an example in a sentence without a verb.',
  holds(grammar, { at, predicate: { supplied, tokens } }) {
    const noun = ownerOf(grammar, at)
    if (supplied !== null || noun === null || tokenOf(grammar, noun).head !== null || children(grammar, noun, 'cop', 'nsubj').length !== 0) return false
    return children(grammar, noun, 'det').some((word) => /^(?:an?|any|some)$/.test(lower(grammar, word))) && tokens.some((token) => /^VB[PZ]$/.test(tokenOf(grammar, token).tag))
  }
}

const eitherOr: Loss = {
  name: 'either-or',
  example: '"you – lose" of "Either you lose or I win": one of two, and nobody says which.',
  holds(grammar, { at, predicate: { supplied } }, used) {
    if (supplied !== null) return false
    const isEither = (clause: number) => children(grammar, clause, 'cc:preconj', 'advmod', 'cc', 'det').some((word) => lower(grammar, word) === 'either' && word < clause)
    const { relation, head } = tokenOf(grammar, at)
    const hasOr = (clause: number) => children(grammar, clause, 'cc').some((word) => lower(grammar, word) === 'or' && !used.has(word))
    if (isEither(at) && children(grammar, at, 'conj').some((joined) => hasOr(joined) && isClause(grammar, joined))) return true
    return relation === 'conj' && head !== null && head < at && hasOr(at) && isEither(head)
  }
}
const isClause = (grammar: Grammar, index: number): boolean => headsClause(grammar, index) || isFinite(grammar, index)

/** Nouns that name a stance or a word of somebody's, which is there even where it is opposed. */
const stances = /^(?:ability|agreement|attempt|belief|bid|claim|commitment|concern|decision|demand|desire|doubt|effort|fear|hope|inability|influence|interest|need|offer|opposition|plan|pledge|promise|proposal|readiness|refusal|request|right|support|threat|vow|warning|willingness|unwillingness|wish|criticism|control|rise|growth|decline|dependence|reliance|birth|history|role)$/

const onlyPlanned: Loss = {
  name: 'only-planned',
  example: '"Norland – [has] – attack on the fort" of "preparing for Norland\'s attack on the fort": it may never come.',
  holds(grammar, { predicate: { supplied }, object }) {
    if (supplied !== '[has]' || object === null || stances.test(tokenOf(grammar, object.head).lemma)) return false
    return isUnreal(grammar, object.head, true)
  }
}

export const lostWorlds: readonly Loss[] = [conditionLeftOut, evenIf, thanThat, notShown, neverThought, couldNotMore, notBecause, untrue, mayBeSaid, ofNobodyYet, whereOrWhen, whereItHolds, noVerbAbove, eitherOr, onlyPlanned]

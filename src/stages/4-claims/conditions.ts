import { indexesOf } from '../../tree.js'
import { child, children, headsClause, isFinite, isVerbal, lower, subjectRelations, tokenOf, type Grammar } from './grammar.js'

/** A clause under which another holds, and the words that open it: "if", "as long as", "every time", "to the extent that". */
export interface Condition {
  readonly clause: number
  readonly marker: readonly number[]
  /** if: open; time: what has not been yet, or is so again and again ("when the time is right"); even: whatever it is, the other clause holds. */
  readonly kind: 'if' | 'time' | 'even'
}

/** The conditions of the clauses with these heads, those too that the tree hung on a clause joined to it or on a noun in it. */
export function conditionsOf(grammar: Grammar, heads: readonly number[]): readonly Condition[] {
  const { byHost } = conditionsIn(grammar)
  if (byHost.size === 0) return none
  const found = heads.flatMap((head) => byHost.get(head) ?? [])
  const [at = -1] = heads
  if (conditionAt(grammar, at) !== null) return found
  // "If Norland signs, Suderland will withdraw or the talks will end": what stands before the first of joined clauses is said of all.
  let first = at
  for (let step = 0; step < 4 && tokenOf(grammar, first).relation === 'conj' && isSharing(grammar, first); step++) first = tokenOf(grammar, first).head ?? first
  if (first !== at) found.push(...before(byHost.get(first), first), ...beyond(grammar, first, at))
  // The tree may have hung it on the last of them.
  for (const joined of children(grammar, at, 'conj')) found.push(...before(byHost.get(joined), at))
  return found
}
const none: readonly Condition[] = []
const before = (conditions: readonly Condition[] | undefined, host: number): readonly Condition[] => (conditions ?? none).filter(({ clause }) => clause < host)

/** Where the condition was made the main clause, what is joined to it behind the clause that depends on it depends on it too. */
function beyond(grammar: Grammar, clause: number, at: number): readonly Condition[] {
  const condition = conditionsIn(grammar).byClause.get(clause)
  const host = condition && hostOf(grammar, condition)
  return condition && host !== null && host !== undefined && clause < host && host < at ? [condition] : none
}

/** The condition that this clause itself is, or is joined to: "if it rains and the wind turns". */
export function conditionAt(grammar: Grammar, at: number): Condition | null {
  const { byClause } = conditionsIn(grammar)
  for (let link = at, step = 0; step < 4; step++) {
    const found = byClause.get(link)
    if (found) return found
    const { relation, head } = tokenOf(grammar, link)
    if (relation !== 'conj' || head === null || link < head || child(grammar, link, 'mark') !== null) return null
    // ", it rains" behind a condition does not belong to it, nor what comes behind the clause that depends on it.
    if (child(grammar, link, 'cc') === null && child(grammar, link, ...subjectRelations) !== null) return null
    if (byClause.has(head) && 0 < beyond(grammar, head, at).length) return null
    link = head
  }
  return null
}

/** "and" with words shared, or with a modal of its own. */
function isSharing(grammar: Grammar, joined: number): boolean {
  const word = children(grammar, joined, 'cc').map((cc) => lower(grammar, cc))[0]
  if (word === 'or') return true
  return word !== 'but' && (child(grammar, joined, ...subjectRelations) === null || children(grammar, joined, 'aux').some((aux) => tokenOf(grammar, aux).tag === 'MD'))
}

interface Found {
  readonly byHost: ReadonlyMap<number, Condition[]>
  readonly byClause: ReadonlyMap<number, Condition>
}

const known = new WeakMap<Grammar, Found>()

/** All of an article, in one pass. */
function conditionsIn(grammar: Grammar): Found {
  const ready = known.get(grammar)
  if (ready) return ready
  const byHost = new Map<number, Condition[]>()
  const byClause = new Map<number, Condition>()
  grammar.tree.tokens.forEach((_, index) => {
    const condition = conditionOf(grammar, index)
    if (condition === null) return
    byClause.set(condition.clause, condition)
    const host = hostOf(grammar, condition)
    if (host !== null && !isAnotherSentence(grammar, condition.clause, host)) byHost.set(host, [...(byHost.get(host) ?? []), condition])
  })
  const found = { byHost, byClause }
  known.set(grammar, found)
  return found
}

const ifs = new Set(['if', 'unless', 'provided', 'providing', 'lest', 'assuming'])
const times = new Set(['when', 'whenever', 'once', 'until', 'till'])
/** Nouns that open a condition with the clause behind them: "every time it rains", "to the extent that it rains". */
const openerNouns = /^(?:time|times|extent|event|condition|moment|degree|case|instant)$/

/** Asked of every word, so it first looks whether the word is an opener at all. */
function conditionOf(grammar: Grammar, index: number): Condition | null {
  const word = lower(grammar, index)
  if (ifs.has(word) || times.has(word) || word === 'as') return openedBy(grammar, index, word)
  if (openerNouns.test(word)) return openedByNoun(grammar, index)
  return word === 'had' || word === 'should' || word === 'were' ? inverted(grammar, index) : null
}

function openedBy(grammar: Grammar, index: number, word: string): Condition | null {
  const { relation, head: clause } = tokenOf(grammar, index)
  if (clause === null || clause <= index || !/^(?:mark|advmod|case|cc)$/.test(relation) || !isWholeClause(grammar, clause)) return null
  const previous = lower(grammar, index - 1)
  // "Lind has once again left": behind the subject it opens nothing. "if and when" are one opener.
  const subject = child(grammar, clause, 'nsubj', 'nsubj:pass')
  if ((subject !== null && subject < index && word !== 'as') || (/^(?:and|or)$/.test(previous) && /^(?:if|when)$/.test(lower(grammar, index - 2)))) return null
  // "as if", "what if", "the day when"
  if (ifs.has(word) && (previous === 'as' || previous === 'what')) return null
  if (word === 'as') {
    const before = lower(grammar, index - 2)
    const isLong = /^(?:long|soon|far|much)$/.test(previous) && /^(?:as|so|for|insofar)$/.test(before)
    return isLong && previous !== 'far' && previous !== 'much' ? { clause, marker: [index - 2, index - 1, index], kind: previous === 'long' ? 'if' : 'time' } : null
  }
  if (previous === 'even') return ifs.has(word) ? { clause, marker: [index - 1, index], kind: 'even' } : null
  if (times.has(word)) {
    // "the spring, when people vote": says more about the spring.
    if (word === 'when' && previous === ',' && (tokenOf(grammar, clause).head ?? clause) < index && /^(?:NN|CD)/.test(tokenOf(grammar, index - 2).tag) && !hasWhen(grammar, tokenOf(grammar, clause).head)) return null
    // "when the court meets on June 16", "when wages have been flat for years": a day that is set, and what is so.
    if (word === 'when' && isKnownTime(grammar, clause)) return null
    if (!isPresent(grammar, clause) || (/^acl/.test(tokenOf(grammar, clause).relation) && word === 'when' && previous !== ',') || (tokenOf(grammar, clause).relation === 'ccomp' && /\w/.test(previous))) return null
  } else if (isAsked(grammar, clause)) return null
  const marker = previous === 'only' || previous === 'except' ? [index - 1, index] : [index]
  if (/^(?:and|or)$/.test(lower(grammar, index + 1)) && /^(?:if|when|until|once)$/.test(lower(grammar, index + 2))) marker.push(index + 1, index + 2)
  // "if you will", "if you like"
  if (word === 'if' && lower(grammar, index + 1) === 'you' && /^(?:will|like)$/.test(lower(grammar, index + 2)) && /^[,.?!)]$/.test(lower(grammar, index + 3))) return null
  // "if you can't already tell", "if you ask me"
  if (word === 'if' && lower(grammar, index + 1) === 'you' && clause - index < 7 && /^(?:tell|guess|notice|ask|wonder)$/.test(tokenOf(grammar, clause).lemma) && children(grammar, clause, 'obj', 'ccomp', 'xcomp', 'obl').every((noun) => lower(grammar, noun) === 'me')) return null
  if (lower(grammar, index + 1) === 'that' && tokenOf(grammar, index + 1).tag === 'IN') marker.push(index + 1)
  return { clause, marker, kind: times.has(word) ? 'time' : 'if' }
}

const isKnownTime = (grammar: Grammar, clause: number): boolean =>
  children(grammar, clause, 'aux').some((word) => word < clause && /^(?:has|have|['’]ve)$/.test(lower(grammar, word))) || children(grammar, clause, 'obl', 'obl:unmarked', 'obl:tmod', 'obj').some((word) => clause < word && tokenOf(grammar, word).name.endsWith('Date') && /\d|day$/.test(lower(grammar, word)))

/** The first of "when you lead, when you decide, you learn". */
const hasWhen = (grammar: Grammar, head: number | null): boolean => head !== null && children(grammar, head, 'advmod', 'mark').some((word) => lower(grammar, word) === 'when')

/** "asked if it rains", but not "If it rains, fine," she said: what is asked stands behind the verb. */
export const isAsked = (grammar: Grammar, clause: number): boolean => {
  const { relation, head } = tokenOf(grammar, clause)
  return relation === 'ccomp' && isOpenQuestion(grammar, head) && (head ?? 0) < clause
}

/** "asked if", "does not know if", but not "agreed that, if …". */
export const isOpenQuestion = (grammar: Grammar, governor: number | null): boolean => {
  const { lemma } = tokenOf(grammar, governor ?? -1)
  return grammar.words.effects.get(lemma) === 'asks' || /^(?:know|see|tell|decide|determine|say|check|discuss|sure|clear|remember|matter|doubt|question|understand|care|unclear|unsure|test|learn|find)$/.test(lemma)
}

/** "every time [it rains]", "to the extent [that it rains]", "in the event [that it rains]" */
function openedByNoun(grammar: Grammar, noun: number): Condition | null {
  const word = lower(grammar, noun)
  const clause = child(grammar, noun, 'acl:relcl', 'acl')
  const before = lower(grammar, noun - 1)
  let from = noun - 1
  if (/^times?$/.test(word)) {
    if (!/^(?:every|each|any|next)$/.test(before)) return null
  } else if (/^(?:moment|instant)$/.test(word)) {
    if (before !== 'the') return null
  } else {
    const isBare = /^(?:in|on)$/.test(before) && /^(?:case|condition)$/.test(word)
    if (!isBare && !(before === 'the' && /^(?:to|in)$/.test(lower(grammar, noun - 2)))) return null
    from = isBare ? noun - 1 : noun - 2
  }
  const next = noun + 1
  // Where the tree has hung the clause elsewhere, it still begins right behind.
  const found = clause ?? opensHere(grammar, next)
  if (found === null || found <= noun || !isWholeClause(grammar, found)) return null
  if (/^times?$|moment|instant/.test(word) && !isPresent(grammar, found)) return null
  const marker = indexesOf({ from, to: noun + 1 })
  if (/^(?:that|when)$/.test(lower(grammar, next)) && tokenOf(grammar, next).head === found) marker.push(next)
  return { clause: found, marker, kind: /^times?$|moment|instant/.test(word) ? 'time' : 'if' }
}

/** The clause of the subject that stands here, if the tree hangs it on the noun before. */
function opensHere(grammar: Grammar, index: number): number | null {
  const { relation, head } = tokenOf(grammar, index)
  return /^(?:nsubj|expl|nsubj:pass|mark)$/.test(relation) && head !== null && index < head && tokenOf(grammar, head).head === index - 1 ? head : null
}

/** "Had he known", "Should it rain": an auxiliary before its subject where a clause begins, and no question. */
function inverted(grammar: Grammar, index: number): Condition | null {
  const { head: clause, relation } = tokenOf(grammar, index)
  if (clause === null || !/^(?:aux|cop|mark)/.test(relation) || clause <= index) return null
  const subject = child(grammar, clause, 'nsubj', 'nsubj:pass', 'expl')
  if (subject === null || subject < index || clause < subject || index + 2 < subject - leftWords(grammar, subject)) return null
  const { sentenceOf } = grammar.tree
  const isOpening = sentenceOf[index - 1] !== sentenceOf[index] || /^["“'‘(,;—–-]$|^``$|^(?:and|but|that)$/.test(lower(grammar, index - 1))
  if (!isOpening || children(grammar, clause, 'punct').some((mark) => lower(grammar, mark).startsWith('?'))) return null
  // "Were they there?", "had he left.": another clause has to follow, or to have come before.
  return tokenOf(grammar, clause).relation === 'advcl' || hostBehind(grammar, clause) !== null || hostBeside(grammar, clause) !== null ? { clause, marker: [], kind: 'if' } : null
}
const leftWords = (grammar: Grammar, noun: number): number => (grammar.tree.children[noun] ?? []).filter((word) => word < noun).length

/** "if possible", "if not sooner" are no clauses; "if elected" is one. */
const isWholeClause = (grammar: Grammar, clause: number): boolean => child(grammar, clause, ...subjectRelations, 'expl') !== null || isFinite(grammar, clause) || /^VB[NG]$/.test(tokenOf(grammar, clause).tag)

const isPresent = (grammar: Grammar, clause: number): boolean => {
  const finite = [...children(grammar, clause, 'aux', 'aux:pass', 'cop').filter((word) => word < clause), clause].map((verb) => tokenOf(grammar, verb).tag).find((tag) => /^(?:VB[DPZ]|MD)$/.test(tag))
  return finite === 'VBP' || finite === 'VBZ'
}

/** The clause that the condition is one of. */
function hostOf(grammar: Grammar, { clause }: Condition): number | null {
  const behind = hostBehind(grammar, clause) ?? thenBehind(grammar, clause) ?? hostBeside(grammar, clause)
  if (behind !== null) return behind
  let host = tokenOf(grammar, clause).head
  // "a failure if Lind leaves": on a noun it hangs wrongly.
  for (let step = 0; host !== null && step < 6 && !isHead(grammar, host); step++) host = tokenOf(grammar, host).head
  // "If it rains, I think they will stay": neither the thinking.
  if (host !== null && clause < host && grammar.words.effects.get(tokenOf(grammar, host).lemma) === 'says' && children(grammar, host, 'nsubj').some((noun) => /^(?:i|we)$/.test(lower(grammar, noun)))) {
    const inner = children(grammar, host, 'ccomp').find((said) => (host ?? 0) < said && isHead(grammar, said))
    if (inner !== undefined) return inner
  }
  for (let step = 0; host !== null && step < 4 && host < clause; step++) {
    // "said that he would leave if …": not the saying depends on it.
    const inner = [...children(grammar, host, 'ccomp')].reverse().find((said) => (host ?? 0) < said && said < clause && isHead(grammar, said))
    if (inner === undefined) break
    host = inner
  }
  return host
}

/** "We will stay – if it rains, then they should come": what "then" opens is what depends on it. */
function thenBehind(grammar: Grammar, clause: number): number | null {
  const { sentenceOf } = grammar.tree
  for (let index = clause + 1; index < clause + 25 && sentenceOf[index] === sentenceOf[clause]; index++) {
    if (lower(grammar, index) !== 'then' || lower(grammar, index - 1) !== ',') continue
    const { relation, head } = tokenOf(grammar, index)
    return relation === 'advmod' && head !== null && index < head && isHead(grammar, head) ? head : null
  }
  return null
}

/** "If it rains, fine," she said: both hang on the verb of saying. */
function hostBeside(grammar: Grammar, clause: number): number | null {
  const { relation, head } = tokenOf(grammar, clause)
  if (!/^(?:ccomp|parataxis)$/.test(relation) || head === null || head < clause) return null
  return children(grammar, head, 'ccomp').find((beside) => clause < beside && beside < head && isHead(grammar, beside)) ?? null
}

const isHead = (grammar: Grammar, index: number): boolean => headsClause(grammar, index) || (tokenOf(grammar, index).relation === 'xcomp' && isVerbal(grammar, index))

/** Where a full stop stands between, though the words were taken for one sentence, or a colon before the condition: "This asks the question: if it rains, who …". */
function isAnotherSentence({ tree: { tokens } }: Grammar, clause: number, host: number): boolean {
  for (let index = Math.min(clause, host); index < Math.max(clause, host); index++) if (tokens[index]?.tag === '.' || (host < clause && tokens[index]?.text === ':')) return true
  return false
}

/** Parsers now and then make the condition the main clause: "But if Lind wins, Berg leaves" with "leaves" under "wins". */
function hostBehind(grammar: Grammar, clause: number): number | null {
  const kinds = /^(?:advcl|acl|acl:relcl)$/.test(tokenOf(grammar, clause).relation) ? /^(?:conj|parataxis)$/ : /^(?:acl:relcl|advcl|ccomp|parataxis|conj|xcomp|dep)$/
  for (const below of grammar.tree.children[clause] ?? []) {
    if (below < clause || !kinds.test(tokenOf(grammar, below).relation) || !isFinite(grammar, below)) continue
    if (child(grammar, below, 'mark', 'cc') !== null) continue
    const subject = child(grammar, below, 'nsubj', 'nsubj:pass', 'expl')
    if (subject === null || below < subject) continue
    const first = Math.min(subject, ...(grammar.tree.children[subject] ?? []))
    for (let index = first - 1; clause < index; index--) {
      const word = lower(grammar, index)
      if (word === ',') return below
      if (word !== 'then' && !/^RB/.test(tokenOf(grammar, index).tag) && !/^(?:obl|case|det|fixed)/.test(tokenOf(grammar, index).relation)) break
    }
  }
  return null
}

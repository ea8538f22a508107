import { antecedentOf } from './antecedents.js'
import type { Clause, ClauseRule, Shape } from './clause.js'
import { clauseRules } from './clauses.js'
import { inTextOrder, type Draft, type DraftComplement, type Phrase } from './draft.js'
import { child, children, tokenOf, type Grammar } from './grammar.js'
import { clausePhrase, nounPhrase, tidied } from './phrase.js'
import { doubt, isBare, makesSense } from './sense.js'
import { findSubject, subjectRules, type SubjectRule } from './subjects.js'
import { verbGroup } from './verb-group.js'

/** The claim of the clause with this head, or null where it has no subject or makes no sense. */
export function clauseDraft(grammar: Grammar, head: number, rules: readonly ClauseRule[] = clauseRules, subjects: readonly SubjectRule[] = subjectRules): Draft | null {
  const antecedent = antecedentOf(grammar, head)
  const group = verbGroup(grammar, head)
  const clause: Clause = { grammar, head, group, antecedent, subject: findSubject(grammar, head, subjects) }
  for (const rule of rules) {
    const shape = rule.read(clause)
    if (!shape) continue
    const subject = shape.subject ?? clause.subject?.phrase ?? null
    return subject && draftOf(clause, rule, shape, subject)
  }
  return null
}

/** "The problem is that the islands belong to nobody": beside what the inner clause says. */
export function outerDraft(grammar: Grammar, head: number): Draft | null {
  const outer = child(grammar, head, 'nsubj:outer')
  const verb = child(grammar, head, 'cop')
  if (outer === null || verb === null || verb < outer || head < verb) return null
  const subject = nounPhrase(grammar, outer)
  const parts = new Set([outer, ...children(grammar, head, 'cop', 'mark').filter((word) => word <= verb)])
  const clause = clausePhrase(grammar, head, parts)
  const object = clause && clipped(grammar, clause, [verb])
  if (!subject || !object || object.tokens.length === 0) return null
  const predicate = { tokens: [verb], verbs: [verb], opening: null, supplied: null, passive: false }
  return { rule: 'copula-clause', at: verb, subject, predicate, object, complements: [], confidence: 0.7 }
}

/** Puts the parts together, so that no word is in two of them. null where too little or nonsense is left. */
function draftOf(clause: Clause, rule: ClauseRule, shape: Shape, doer: Phrase): Draft | null {
  const { grammar, head, group, subject: found } = clause
  const tokens = inTextOrder([...group.tokens, ...(shape.more ?? [])])
  const subject = clipped(grammar, doer, tokens)
  const object = shape.object && clipped(grammar, shape.object, [...tokens, ...subject.tokens])
  if (!object?.tokens.length && shape.object) return null
  const own = new Set([...tokens, ...subject.tokens, ...(object?.tokens ?? [])])
  const complements: DraftComplement[] = []
  for (const complement of shape.complements) {
    const phrase = clipped(grammar, complement.phrase, own)
    if (!phrase.tokens.includes(phrase.head) || own.has(phrase.head) || complement.marker.some((token) => own.has(token)) || isCut(grammar, complement.kind, phrase)) continue
    const marker = inTextOrder(complement.marker)
    for (const token of marker) own.add(token)
    for (const token of phrase.tokens) own.add(token)
    complements.push({ kind: complement.kind, marker, phrase })
  }
  if (!subject.tokens.includes(subject.head) || tokens.includes(subject.head)) return null
  if (!makesSense(clause, subject, tokens)) return null
  if ((isBare(grammar, group) || found?.rule === 'controlled-object') && !shape.more && !shape.subject && object === null && complements.length === 0) return null
  if (tokens.some((token) => grammar.skipped(token)) || longestPredicate < (tokens.at(-1) ?? 0) - (tokens[0] ?? 0)) return null
  const concluded = found && found.rule !== 'own-subject' && rule.name !== 'existential' ? `+${found.rule}` : ''
  return {
    rule: rule.name + concluded,
    at: head,
    subject,
    predicate: { tokens, verbs: group.verbs, opening: shape.opening ?? null, supplied: null, passive: group.passive },
    object,
    complements,
    confidence: rule.confidence * (found?.confidence ?? 1) * doubt(grammar, subject, tokens, object) * (object === null && complements.length === 0 ? 0.8 : 1)
  }
}

/** "to help", of "to help drive economies": a clause that ends before its verb is complete. */
const isCut = (grammar: Grammar, kind: string, { tokens }: Phrase): boolean => {
  const last = tokens.at(-1) ?? -1
  // "to choose", of "to choose and hit a target": the object comes behind the second verb.
  const isJoined = tokenOf(grammar, last + 1).tag === 'CC' && /^VBP?$/.test(tokenOf(grammar, last + 2).tag) && tokenOf(grammar, last).tag === 'VB'
  if (kind === 'clause' && isJoined) return true
  return kind === 'clause' && tokenOf(grammar, last).tag.startsWith('VB') && grammar.tree.sentenceOf[last + 1] === grammar.tree.sentenceOf[last] && /^(?:VB|NN|PRP|DT|JJ|CD)/.test(tokenOf(grammar, last + 1).tag)
}

/** From its first word to its last, in tokens. */
const longestPredicate = 40

/** A phrase ends where words of another part begin: what lies beyond them was hung on it wrongly. */
function clipped(grammar: Grammar, { head, tokens }: Phrase, others: Iterable<number>): Phrase {
  let holdsHead = false
  let from = -1
  let to = Infinity
  for (const other of others) {
    if (other < head && from < other) from = other
    if (head < other && other < to) to = other
    if (other === head) holdsHead = true
  }
  return { head, tokens: holdsHead ? [] : tidied(grammar, tokens.filter((token) => from < token && token < to)) }
}

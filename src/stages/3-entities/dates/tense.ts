import type { Tree } from '../../../tree.js'

export interface Hold {
  readonly tense: 'past' | 'present' | 'future' | null
  /** The date hangs on a noun ("his visit on December 15"), whose verb says little of when. */
  readonly noun: boolean
}

/** Verbs that report: their present is the moment of the article, not a plan. */
const reports = new Set(['say', 'tell', 'report', 'show', 'describe', 'write', 'note', 'claim', 'think', 'believe', 'know', 'be', 'have', 'remain', 'recall', 'remember', 'seem', 'appear'])
/** What hangs on their object is still to come: "announced a visit on Friday". */
const announces = new Set(['announce', 'plan', 'promise', 'schedule', 'propose', 'expect', 'await', 'threaten', 'call', 'set', 'vow', 'offer'])
const plans = new Set(['schedule', 'set', 'expect', 'plan', 'due', 'slate', 'intend', 'hope', 'aim', 'want', 'vow', 'pledge', 'promise'])

/** The tense of the verb that a token hangs on. Looks up at most six heads, for a tree may hold a loop. */
export function holdOf(tree: Tree, index: number): Hold {
  let noun = false
  let at: number | null = index
  for (let step = 0; step < 6 && at !== null; step++) {
    const token: Tree['tokens'][number] | undefined = tree.tokens[at]
    if (!token) break
    const isVerb = /^(VB|MD)/.test(token.tag)
    // "After leaving Sunday's service he …": the verb above tells when.
    const isLoose = token.tag === 'VBG' && token.head !== null && !(tree.children[at] ?? []).some((child) => /^aux/.test(tree.tokens[child]?.relation ?? ''))
    if (isVerb && !isLoose) return { tense: noun && announces.has(token.lemma) ? 'future' : tenseOf(tree, at), noun }
    if (step > 0 && /^NN/.test(token.tag) && !isDateWord(token.name)) noun = true
    at = token.head
  }
  return { tense: null, noun }
}

const isDateWord = (name: string): boolean => name.endsWith('-Date')

function tenseOf({ tokens, children }: Tree, verb: number): Hold['tense'] {
  const token = tokens[verb]
  if (!token) return null
  const helpers = (children[verb] ?? []).map((child) => tokens[child]).filter((child) => child && /^(aux|mark|cop)/.test(child.relation))
  const has = (test: (tag: string, lower: string) => boolean) => helpers.some((helper) => helper && test(helper.tag, helper.text.toLowerCase()))
  if (token.tag === 'MD' || has((tag) => tag === 'MD')) return 'future'
  if (has((_, lower) => ['was', 'were', 'had', 'did', 'been'].includes(lower))) return 'past'
  if (plans.has(token.lemma) && token.tag === 'VBN') return 'future'
  if (has((tag) => tag === 'TO') || (token.tag === 'VBG' && has((_, lower) => ['is', 'are', 'am', '’s', "'s"].includes(lower)))) return 'future'
  if (token.tag === 'VBD' || token.tag === 'VBN') return 'past'
  if (token.tag === 'VB') return 'future'
  // "Ministers gather on Wednesday": the present of plans.
  return reports.has(token.lemma) ? 'present' : 'future'
}

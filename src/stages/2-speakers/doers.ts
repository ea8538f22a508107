import type { Range, Tree } from '../../tree.js'
import { rootOf } from './draft.js'
import { childrenOf, isInside } from './ties.js'

/** Who does what a cue in "-ing" tells, where the noun next to it does not. The first rule that answers wins; most sources it leaves alone. */
interface DoerRule {
  readonly name: string
  /** [source …]: whose word it is; [beside …]: the noun that stood nearer. */
  readonly example: string
  /** Token that heads the right source. */
  doer(beside: Range, cue: Range, tree: Tree): number | null
}

export const doerRules: readonly DoerRule[] = [
  {
    name: 'blamed',
    example: '[beside The Herald] criticized [source Jane Doe] for [cue saying] that taxes would fall.',
    doer(_, cue, tree) {
      const { tokens } = tree
      let link = cue.from - 1
      while (/^RB/.test(tokens[link]?.tag ?? '')) link--
      const verb = tokens[rootOf(tree, cue)]?.head ?? null
      if (!/^(for|of)$/i.test(tokens[link]?.text ?? '') || verb === null || link < verb || !(blaming.test(tokens[verb]?.lemma ?? '') || (tokens[verb]?.lemma === 'give' && childrenOf(verb, /^iobj$/, tree).length))) return null
      if (childrenOf(verb, /^aux:pass$/, tree).length) return childrenOf(verb, /^nsubj:pass$/, tree)[0] ?? null
      const object = [...childrenOf(verb, /^iobj$/, tree), ...childrenOf(verb, /^obj$/, tree)].find((child) => verb < child && child < link)
      return object !== undefined && /^(NNP|PRP|NN)/.test(tokens[object]?.tag ?? '') ? object : null
    }
  },
  {
    name: 'addressee',
    example: '[source Jane Doe] wrote a letter to [beside John Roe] [cue asking] that taxes be cut.',
    doer(beside, cue, tree) {
      const { tokens } = tree
      const comma = /^,$/.test(tokens[cue.from - 1]?.text ?? '')
      if (!/^(to|with)$/i.test(tokens[beside.from - 1]?.text ?? '') || /^according$/i.test(tokens[beside.from - 2]?.text ?? '') || !isNextTo(beside, cue, tree)) return null
      const verb = verbAbove(rootOf(tree, beside), tree)
      const writes = verb !== null && (/^(e-?mail|send|write)$/.test(tokens[verb]?.lemma ?? '') || childrenOf(verb, /^obj$/, tree).some((object) => writings.test(tokens[object]?.lemma ?? '')))
      return comma || (writes && /^to$/i.test(tokens[beside.from - 1]?.text ?? '')) ? subjectOf(verb, beside, tree) : null
    }
  },
  {
    name: 'place',
    example: '[source Jane Doe] answered many points in [beside John Roe’s letter], [cue writing] that taxes would fall.',
    doer(beside, cue, tree) {
      const preposition = tree.tokens[beside.from - 1]?.text ?? ''
      if (!/^(about|against|at|in|on|over)$/i.test(preposition) || tree.tokens[cue.from - 1]?.text !== ',' || !isNextTo(beside, cue, tree)) return null
      return subjectOf(verbAbove(rootOf(tree, beside), tree), beside, tree)
    }
  },
  {
    name: 'told-about',
    example: '[source The Herald] ran an article on [beside him] [cue naming] him the best mayor.',
    doer(beside, cue, tree) {
      const { tokens } = tree
      const object = beside.to - beside.from === 1 && /^(him|her|them|me|us)$/i.test(tokens[beside.from]?.text ?? '')
      if (!object || beside.to !== cue.from || !/^(about|on|for|to)$/i.test(tokens[beside.from - 1]?.text ?? '')) return null
      return subjectOf(verbAbove(tokens[cue.from]?.head ?? beside.from, tree), beside, tree)
    }
  },
  {
    name: 'shown',
    example: '[beside The paper] ran a video of [source Jane Doe] [cue saying] that taxes would fall.',
    doer(beside, cue, { tokens }) {
      const last = cue.from - 1
      let first = last
      while (tokens[first - 1]?.name.endsWith('Person') && tokens[first]?.name === 'I-Person') first--
      if (!tokens[last]?.name.endsWith('Person') || isInside(beside, last)) return null
      const before = tokens.slice(Math.max(0, first - 2), first).filter(({ text }) => !/^(mr|mrs|ms|dr|sen|rep|gov)\.?$/i.test(text)).at(-1)
      return /^of$/i.test(before?.text ?? '') || /^(feature|film|hear|record|show)$/.test(before?.lemma ?? '') ? first : null
    }
  }
]

/** Whose word a cue's is instead of that of the source given, which may be empty, and the rule that says so. */
export function doerOf(source: Range, cue: Range, tree: Tree): { readonly head: number; readonly rule: string } | null {
  const verb = rootOf(tree, cue)
  if (cue.from < source.to || tree.tokens[verb]?.tag !== 'VBG' || childrenOf(verb, /^nsubj/, tree).length) return null
  for (const { name, doer } of doerRules) {
    const head = doer(source, cue, tree)
    if (head !== null && !isInside(source, head) && !isInside(cue, head)) return { head, rule: name }
  }
  return null
}

/** Whoever is praised or blamed for saying something has said it. */
const blaming = /^(accuse|applaud|assail|attack|berate|blame|blast|castigate|chastise|chide|commend|condemn|criticise|criticize|denounce|fault|honor|honour|lambast|lambaste|mock|praise|rebuke|reprimand|ridicule|scold|slam|thank|upbraid)$/

const writings = /^(card|email|letter|memo|message|note|request|statement|tweet)$/

/** Nothing but a comma between the two, and the first one there at all. */
const isNextTo = ({ from: start, to }: Range, { from }: Range, { tokens }: Tree): boolean => start < to && (to === from || (to === from - 1 && tokens[to]?.text === ','))

/** The verb that a noun hangs on, through the nouns between: "answered" for "letter" in "answered points in a letter". */
function verbAbove(noun: number, { tokens }: Tree): number | null {
  let index = noun
  for (let step = 0; step < 5; step++) {
    const { relation = '', head = null } = tokens[index] ?? {}
    if (head === null || !/^(obl|nmod|obj|iobj|appos|flat|compound|conj)/.test(relation)) return null
    if (/^VB/.test(tokens[head]?.tag ?? '')) return head
    index = head
  }
  return null
}

/** Its subject or that of the verb which it is joined with, before a place. */
function subjectOf(verb: number | null, before: Range, tree: Tree): number | null {
  let index = verb
  for (let step = 0; index !== null && step < 4; step++) {
    const [subject] = childrenOf(index, /^nsubj$/, tree)
    if (subject !== undefined) return subject < before.from && !/^(it|that|there|this)$/i.test(tree.tokens[subject]?.text ?? '') ? subject : null
    const { relation = '', head = null }: { readonly relation?: string; readonly head?: number | null } = tree.tokens[index] ?? {}
    if (childrenOf(index, /^nsubj/, tree).length || !/^(conj|xcomp|advcl|ccomp)$/.test(relation)) return null
    index = head
  }
  return null
}

import { canonical } from '../canonical.js'
import type { Decision } from '../decisions/model.js'
import { reasonOf } from '../decisions/reason.js'
import { afterwards, inArticle, showsAtOnce } from './apply.js'
import { beginning } from './around.js'
import { addressOf, type Catalogue } from './catalogue.js'
import type { DecisionRow } from './model.js'
import { sinceRun } from './since.js'

/** What the user has decided, as `hearsay.json` has it now, the latest first; behind it what was taken back and shows until the next run. */
export function decisionRows(catalogue: Catalogue): readonly DecisionRow[] {
  const { shelf, corpus, digests } = catalogue
  const outcomes = new Map(corpus.decided.map((decided) => [canonical(decided.decision), decided]))
  const row = (decision: Decision, state: DecisionRow['state'], note: string | null): DecisionRow => ({ ...worded(catalogue, decision), reason: reasonIn(decision), state, note, decision })
  let registry = shelf.corpus.registry
  const standing = corpus.decisions.map((decision) => {
    const outcome = outcomes.get(canonical(decision))
    if (outcome) return outcome.problem === null ? row(decision, 'applied', outcome.did) : row(decision, 'failed', outcome.problem)
    const shows = showsAtOnce(registry, decision, digests)
    registry = afterwards(registry, decision)
    return row(decision, shows ? 'shown' : 'waiting', null)
  })
  // Who speaks shows at once again; who is who does not.
  const gone = sinceRun(corpus).withdrawn.filter((decision) => !('speaker' in decision)).map((decision) => row(decision, 'withdrawn', null))
  return [...standing.reverse(), ...gone]
}

/** Who, when and why, where the decision says it. */
function reasonIn({ why, by, date }: Decision): string | null {
  return why === undefined && by === undefined && date === undefined ? null : reasonOf({ ...(why === undefined ? {} : { why }), ...(by === undefined ? {} : { by }), ...(date === undefined ? {} : { date }) }).replace(/^hearsay\.json[,:] /, '')
}

/** What a decision says, in words. */
function worded(catalogue: Catalogue, decision: Decision): Pick<DecisionRow, 'says' | 'quote' | 'at'> {
  const name = (called: string) => nameOf(catalogue, called)
  if ('speaker' in decision) return { says: decision.speaker === null ? 'Who says this cannot be known' : `${name(decision.speaker)} says this`, ...quotedIn(catalogue, decision.says) }
  if ('same' in decision) return { says: `${listed(decision.same.map(name))} are one and the same`, quote: null, at: null }
  if ('different' in decision) return { says: `${listed(decision.different.map(name))} are different`, quote: null, at: null }
  if ('alias' in decision) return { says: `Whoever is called “${decision.alias}” is ${name(decision.of)}`, quote: null, at: null }
  const { ignore } = decision
  if ('mention' in ignore) return { says: 'This names nobody and nothing', ...quotedIn(catalogue, ignore.mention) }
  if ('file' in ignore) return { says: `${ignore.file} is not read`, quote: null, at: null }
  return { says: 'entity' in ignore ? `${name(ignore.entity)} is left out` : `${name(ignore.join)} is another one in each article`, quote: null, at: null }
}

function quotedIn({ digests }: Catalogue, { article, start, end, text }: { readonly article: string; readonly start?: number; readonly end?: number; readonly text: string }): Pick<DecisionRow, 'quote' | 'at'> {
  const digest = digests.get(article)
  return { quote: text, at: digest && start !== undefined && end !== undefined ? addressOf(digest, start, end) : null }
}

/** As a person would say it: "Lee (2016/x.txt)" for "person/lee@2016/x.txt". What is in the registry no more, since it is one with another, is called as its article does. */
function nameOf({ corpus, shelf }: Catalogue, called: string): string {
  const { local, article } = inArticle(called)
  const where = article === null ? '' : ` (${article})`
  const all = [...corpus.registry.entities, ...shelf.corpus.registry.entities]
  const known = all.find(({ id }) => id === called)
  if (known) return `${beginning(known.name, 80)}${where}`
  const texts = all.flatMap(({ appearances }) => appearances.filter((each) => each.id === local && (article === null || each.article === article)).flatMap(({ mentions }) => mentions.map(({ text }) => text)))
  const longest = texts.reduce((best, text) => (best.length < text.length ? text : best), '')
  return longest === '' ? beginning(called, 80) : `${beginning(longest, 80)}${where}`
}

const listed = (names: readonly string[]): string => [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')

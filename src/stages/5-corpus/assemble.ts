import type { Entry } from '../../decisions/index.js'
import { corpusClaims, registered } from './claims.js'
import { conflictsOf } from './conflicts/index.js'
import { propositionOf, worthKeeping, type Proposition } from './conflicts/proposition.js'
import { decideSpeakers } from './decide/speakers.js'
import { outcomesInOrder } from './decide/outcomes.js'
import type { Outcome } from './decide/join.js'
import type { Conflicts, Contribution, CorpusClaim, CorpusClaims, Decisions, Quotes, Registry, Timeline } from './model.js'
import { quotedIn, type Quoted } from './quotes/quoted.js'
import { quotesOf } from './quotes/index.js'
import type { ArticleLayers } from './read-article.js'
import { registration } from './registry.js'
import { timelineOf } from './timeline.js'

/** Everything in `output/5-corpus`. */
export interface Corpus {
  readonly entities: Registry
  readonly quotes: Quotes
  readonly claims: CorpusClaims
  readonly conflicts: Conflicts
  readonly timeline: Timeline
  readonly decisions: Decisions
}

/** Word lists, by the names of their files in `data/`. */
export interface CorpusWords {
  words(name: (typeof data)[number]): ReadonlySet<string>
}

export const data = ['little-words', 'stock-phrases'] as const

/** What is kept of an article while the others are read, with its own ids still. */
interface Draft {
  readonly article: string
  readonly published: string | null
  /** Own ids of the speakers, by attribution. */
  readonly speakers: ReadonlyMap<string, string | null>
  readonly quoted: readonly Quoted[]
  readonly claims: readonly Omit<CorpusClaim, 'article'>[]
  readonly propositions: readonly Proposition[]
}

/** What holds over all articles. The order of the articles does not matter. `settled` holds the outcomes of decisions that were carried out before (files that are not read). */
export function assemble(articles: Iterable<ArticleLayers>, entries: readonly Entry[], lexicon: CorpusWords, settled: ReadonlyMap<Entry, Outcome> = new Map()): Corpus {
  const drafts = new Map<string, Draft>()
  const speaking = decideSpeakers(entries)
  const { registry, idOf, named, outcomes, ignored } = registration(drafted(articles, drafts, speaking.read), entries)
  const decided = speaking.decide(named, registry.articles.map(({ article }) => article))
  const speakerOf = (draft: Draft, attribution: string): string | null => {
    const choice = decided.speakers.get(`${draft.article}\n${attribution}`)
    if (choice) return choice.entity
    const own = draft.speakers.get(attribution) ?? null
    return own === null ? null : idOf(draft.article, own)
  }
  const inOrder = registry.articles.flatMap(({ article }) => drafts.get(article) ?? [])
  const quotes = quotesOf(inOrder.flatMap((draft) => draft.quoted.map((quoted) => ({ ...quoted, speaker: speakerOf(draft, quoted.attribution) }))), registry.entities, { common: lexicon.words('little-words'), stock: lexicon.words('stock-phrases') })
  const claims = corpusClaims(registry.articles, (article) => {
    const draft = drafts.get(article)
    return draft ? draft.claims.map((claim) => relabelled(claim, (id) => idOf(article, id), (attribution) => speakerOf(draft, attribution))) : []
  })
  return {
    entities: registry,
    quotes,
    claims,
    conflicts: conflictsOf(claims, registry, inOrder.map(({ article, propositions }) => ({ article, propositions, idOf: (id: string) => idOf(article, id) }))),
    timeline: timelineOf(claims, registry.entities),
    decisions: { decisions: outcomesInOrder(entries, new Map([...settled, ...outcomes, ...decided.outcomes])), speakers: [...decided.speakers.values()], ignored }
  }
}

/** Takes from each article what will be needed, and lets go of the rest. */
function* drafted(articles: Iterable<ArticleLayers>, drafts: Map<string, Draft>, note: (layers: ArticleLayers) => void): Iterable<Contribution> {
  for (const layers of articles) {
    const { article, published, title, entities, claims } = layers
    const speakers = new Map(entities.speakers.map(({ attribution, entity }) => [attribution, entity]))
    const own = { idOf: (id: string) => id, speakerOf: (attribution: string) => speakers.get(attribution) ?? null }
    drafts.set(article, { article, published, speakers, quoted: quotedIn(layers, () => null), claims: claims.claims.map((claim) => registered(claim, own)), propositions: worthKeeping(claims.claims.flatMap((claim, index) => propositionOf(claim, index) ?? []), (index) => claims.claims[index]?.polarity === 'negative') })
    note(layers)
    yield { article, published, title, entities: entities.entities }
  }
}

/** With the registry's ids in the place of the article's own. */
function relabelled(claim: Omit<CorpusClaim, 'article'>, idOf: (id: string) => string | null, speakerOf: (attribution: string) => string | null): Omit<CorpusClaim, 'article'> {
  const { subject, object, speaker, attribution, about } = claim
  return {
    ...claim,
    subject: subject === null ? null : idOf(subject),
    object: object === null ? null : idOf(object),
    speaker: attribution !== null ? speakerOf(attribution) : speaker === null || speaker === 'article' ? speaker : idOf(speaker),
    about: [...new Set(about.map(idOf).filter((id) => id !== null))].sort()
  }
}

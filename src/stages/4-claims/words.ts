import { perLexicon } from '../../data/lexicon.js'
import type { Claim } from '../../model.js'

/** The files of `data/` that this stage reads. */
export const claimData = [
  'action-nouns', 'bare-verbs', 'claim-trust', 'connectives', 'event-verbs', 'hedges', 'incomplete-verbs', 'joint-verbs', 'light-verbs', 'modals', 'negators', 'opinion-words', 'role-nouns', 'ties', 'vague-quantities', 'verb-effects', 'worlds'
]

export type VerbEffect = 'says' | 'denies' | 'asks' | 'negates' | 'wishes' | 'aims' | 'decides' | 'causes' | 'may' | 'seems' | 'continues'
export type Hedge = 'likely' | 'possible' | 'unlikely' | 'reported' | 'wished'
export type World = 'wished' | 'possible' | 'likely' | 'conditional' | 'implies' | 'untrue'
export type Negator = 'verb' | 'determiner' | 'pronoun' | 'minimal'

/** The stage's word lists, made ready for lookup by lower-case word or lemma. */
export interface Words {
  readonly negators: ReadonlyMap<string, Negator>
  readonly modals: ReadonlyMap<string, { readonly certainty: Claim['certainty']; readonly tense: Claim['time']['tense'] }>
  readonly hedges: ReadonlyMap<string, Hedge>
  readonly effects: ReadonlyMap<string, VerbEffect>
  /** By "verb hope", "adjective afraid", "noun danger": what becomes of a clause under it. */
  readonly worlds: ReadonlyMap<string, World>
  /** By "verb noun": the prepositions that may follow; empty where none does. */
  readonly lightVerbs: ReadonlyMap<string, readonly string[]>
  readonly eventVerbs: ReadonlySet<string>
  readonly incompleteVerbs: ReadonlySet<string>
  /** Verbs that need nothing but a subject. */
  readonly bareVerbs: ReadonlySet<string>
  readonly jointVerbs: ReadonlySet<string>
  readonly connectives: ReadonlySet<string>
  readonly roleNouns: ReadonlySet<string>
  readonly actionNouns: ReadonlySet<string>
  readonly opinions: ReadonlySet<string>
  readonly vague: ReadonlySet<string>
  /** "tag relation head-tag side" of all that is usual. */
  readonly ties: ReadonlySet<string>
  /** The relations that the ties speak of. */
  readonly tiedRelations: ReadonlySet<string>
}

export const wordsOf = perLexicon<Words>((lexicon) => {
  const pairs = (name: string, key: string, value: string) => new Map(lexicon.table(name).map((row) => [row[key] ?? '', row[value] ?? '']))
  return {
    negators: pairs('negators', 'word', 'does') as Map<string, Negator>,
    modals: new Map(
      lexicon.table('modals').map(({ word, certainty, tense }) => [
        word ?? '',
        { certainty: certainty as Claim['certainty'], tense: tense as Claim['time']['tense'] }
      ])
    ),
    hedges: pairs('hedges', 'word', 'does') as Map<string, Hedge>,
    effects: pairs('verb-effects', 'lemma', 'does') as Map<string, VerbEffect>,
    worlds: new Map(lexicon.table('worlds').map(({ word, as, does }) => [`${as} ${word}`, does as World])),
    lightVerbs: new Map(
      lexicon.table('light-verbs').map(({ verb, noun, prepositions }) => [`${verb} ${noun}`, prepositions === '-' ? [] : (prepositions ?? '').split(' ')])
    ),
    eventVerbs: lexicon.words('event-verbs'),
    incompleteVerbs: lexicon.words('incomplete-verbs'),
    bareVerbs: lexicon.words('bare-verbs'),
    jointVerbs: lexicon.words('joint-verbs'),
    connectives: lexicon.words('connectives'),
    roleNouns: lexicon.words('role-nouns'),
    actionNouns: lexicon.words('action-nouns'),
    opinions: lexicon.words('opinion-words'),
    vague: lexicon.words('vague-quantities'),
    ties: new Set(lexicon.table('ties').map(({ tag, relation, head, side }) => `${tag} ${relation} ${head} ${side}`)),
    tiedRelations: new Set(lexicon.table('ties').map(({ relation }) => relation ?? ''))
  }
})

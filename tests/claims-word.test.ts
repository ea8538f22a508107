import { describe, expect, test } from 'vitest'
import type { Claim } from '../src/model.js'
import { finishedDrafts } from '../src/stages/4-claims/index.js'
import { wordRules } from '../src/stages/4-claims/on-whose-word.js'
import { layersOf } from './claims-layers.js'
import { lexicon } from './support.js'

/** On whose word it is: an attribution, a name without one, nobody, the article; held: somebody's whom the claim cannot name.
 *  How likely a reader is to accept the claim plays no part here. */
const word = ({ on }: Claim): string => (on === 'article' ? on : (on.attribution ?? on.entity ?? 'nobody'))

interface Case {
  readonly text: string
  /** By the beginning of the claim. */
  readonly words: Readonly<Record<string, string>>
  readonly denied?: readonly string[]
  /** Attributions whose source has no name. */
  readonly nobody?: readonly string[]
}

async function wordsOf({ text, words, denied = [], nobody = [] }: Case): Promise<Record<string, string>> {
  const { claims, doubtful } = finishedDrafts(await layersOf(text, denied, nobody), lexicon)
  return Object.fromEntries(
    Object.keys(words).map((beginning) => {
      const found = claims.find(({ claim }) => claim.text.startsWith(beginning))
      const held = doubtful.find(({ claim }) => claim.text.startsWith(beginning))
      return [beginning, found ? word(found.claim) : held ? `held: ${word(held.claim)}` : 'gone']
    })
  )
}

/** Each rule on a case that it decides. */
const decided: Readonly<Record<string, readonly Case[]>> = {
  'noun-of-saying': [
    { text: '[source=a1 Lind] [cue=a1 dismissed] suggestions that Berg left the party.', words: { 'Berg – left': 'nobody' } },
    { text: "Lind dismissed [entity=person/jon-berg Berg]'s claim that Norland occupied the islands.", words: { 'Norland – occupied': 'person/jon-berg' } },
    { text: 'Berg left the office over allegations he took money from the harbour fund and destroyed the letters.', words: { 'he – took': 'nobody' } },
    { text: '[content=a1 “We are of the view that Norland occupied the islands,”] [source=a1 Lind] [cue=a1 said].', words: { 'Norland – occupied': 'a1' } }
  ],
  editor: [{ text: '[content=a1 “We will meet \\[Prime Minister Jon Berg\\] in Oslo,”] Lind [cue=a1 said].', words: { 'Jon Berg – [is]': 'article' } }],
  explained: [
    { text: 'Lind [cue=a1 said] [content=a1 that she had met Jon Berg, a former judge].', words: { 'Jon Berg – [is]': 'article' } }
  ],
  'behind-a-denial': [{ text: 'Lind [cue=a1 did not promise] [content=a1 that the islands would be returned, and she gave no date].', words: { 'she – gave': 'article' }, denied: ['a1'] }],
  'beside-the-cue': [
    { text: '[source=a1 Lind] [cue=a1 decided] [content=a1 to leave the party and write a book].', words: { 'Lind – decided to write': 'article' } },
    { text: '[source=a1 Lind] [cue=a1 praised] [content=a1 the crew and gave them a medal].', words: { 'Lind – gave': 'article' } },
    { text: '[source=a1 Lind] [cue=a1 said] [content=a1 that Norland signed the treaty and left the forum].', words: { 'Norland – left': 'a1' } }
  ],
  'before-the-report': [
    { text: '[content=a1 Though Berg left the party in May,] [source=a1 Lind] [cue=a1 said] [content=a1 that he was loyal].', words: { 'Berg – left': 'article', 'he – was': 'a1' } },
    { text: '[content=a1 Because Berg left the party in May,] [source=a1 Lind] [cue=a1 said] [content=a1 that he was free].', words: { 'Berg – left': 'a1' } }
  ],
  'vouched-in-part': [
    { text: '[content=a1 Norland lost the war that,] [cue=a1 according to] [source=a1 Lind], [content=a1 cost three hundred lives].', words: { 'Norland – lost': 'article' } },
    { text: '[content=a1 Norland lost the war in May], [cue=a1 according to] [source=a1 Lind].', words: { 'Norland – lost': 'a1' } }
  ],
  overturned: [{ text: '[source=a1 The court] [cue=a1 reversed a decision] [content=a1 that Norland had no rights in the bay].', words: { 'Norland – had': 'held: nobody' } }],
  aside: [
    { text: 'Lind [cue=a1 said] [content=a1 that Norland would keep the Oslo Treaty, which Suderland signed in May].', words: { 'Norland – would keep': 'a1', 'Suderland – signed': 'article' } }
  ],
  'part-of-a-thing': [
    { text: 'Lind [cue=a1 denounced] [content=a1 the plan which Norland published in May].', words: { 'Norland – published': 'held: article' } },
    { text: 'Lind [cue=a1 vetoed] [content=a1 a bill which would have closed the harbour].', words: { 'a bill – would have closed': 'article' } },
    { text: 'Lind [cue=a1 said] [content=a1 that she had read the plan which Norland published in May].', words: { 'Norland – published': 'a1' } }
  ],
  everybody: [
    { text: '[source=a1 We] [cue=a1 now know] [content=a1 that Norland signed the treaty].', words: { 'Norland – signed': 'article' }, nobody: ['a1'] },
    { text: '[source=a1 We] [cue=a1 see] [content=a1 that Norland became the “mother of the isles”].', words: { 'Norland – became': 'article' }, nobody: ['a1'] },
    { text: '[source=a1 They] [cue=a1 now know] [content=a1 that Norland signed the treaty].', words: { 'Norland – signed': 'a1' }, nobody: ['a1'] }
  ],
  'inner-holder': [
    { text: '[content=a1 “Critics say that Norland lost the war,”] [source=a1 Lind] [cue=a1 said].', words: { 'Norland – lost': 'held: nobody' } },
    { text: '[content=a1 “[entity=person/jon-berg Jon Berg] says that Norland lost the war,”] [source=a1 Lind] [cue=a1 said].', words: { 'Norland – lost': 'person/jon-berg' } },
    { text: 'Lind [cue=a1 said] [content=a1 that the storm persuaded the fishermen that Norland had lost the war].', words: { 'Norland – had lost': 'held: nobody' } },
    { text: '[content=a1 “I believe that Norland lost the war,”] [source=a1 Lind] [cue=a1 said].', words: { 'Norland – lost': 'a1' } },
    { text: 'Lind [cue=a1 said] [content=a1 she believed that Norland lost the war].', words: { 'Norland – lost': 'a1' } }
  ],
  'inner-quotation': [{ text: '[content=a1 “My father told the whole town, ‘The king has left the island,’ and nobody laughed,”] [source=a1 Lind] [cue=a1 said].', words: { 'The king – has left': 'held: nobody' } }],
  speaker: [{ text: 'Lind [cue=a1 said] [content=a1 that Norland signed the treaty].', words: { 'Norland – signed': 'a1' } }],
  'loose-quotation': [
    { text: 'A note lay on the table. “Norland signed the treaty in May.” Lind left.', words: { 'Norland – signed': 'nobody', 'Lind – left': 'article' } },
    { text: '[entity=person/ada-lind Ada Lind] “said on Monday that Norland signed the treaty” in May.', words: { 'Norland – signed': 'person/ada-lind' } },
    { text: 'Lind stood at the window.\n\n“Norland signed the treaty in May. Suderland rejected it.', words: { 'Norland – signed': 'nobody', 'Suderland – rejected': 'nobody' } }
  ],
  'reporter-above': [
    { text: '[entity=person/ada-lind Ada Lind] said that Norland signed the treaty.', words: { 'Norland – signed': 'person/ada-lind' } },
    { text: 'While Norland signed the treaty, [entity=person/ada-lind Ada Lind] said that Suderland rejected the plan.', words: { 'Norland – signed': 'article', 'Suderland – rejected': 'person/ada-lind' } },
    { text: 'Norland and Suderland will share the islands for ten years, [entity=person/ada-lind Ada Lind] said on Tuesday.', words: { 'Norland and Suderland – will share': 'person/ada-lind' } },
    { text: '[source=a1 Lind] [cue=a1 said] [content=a1 that Norland would leave the forum] because Suderland occupied the islands.', words: { 'Norland – would leave': 'a1', 'Suderland – occupied': 'a1' } },
    { text: '[entity=person/ada-lind Ada Lind] advised [entity=person/jon-berg Jon Berg] to launch a campaign against the treaty in May.', words: { 'Jon Berg – to launch': 'person/ada-lind' } }
  ],
  'own-version': [{ text: "[entity=person/jon-berg Jon Berg]'s version is that Norland occupied the islands.", words: { 'Norland – occupied': 'person/jon-berg' } }],
  'opens-quoted': [{ text: 'Lind stood at the window. “Norland signed the treaty in May. Suderland rejected the treaty.', words: { 'Norland – signed': 'held: nobody', 'Suderland – rejected': 'article' } }],
  transcript: [{ text: '[entity=person/jon-berg Jon Berg]: Norland signed the treaty in May.', words: { 'Norland – signed': 'person/jon-berg' } }],
  'worth-noting': [{ text: 'It is worth noting that Norland signed the treaty.', words: { 'Norland – signed': 'article' } }],
  'beside-a-thing': [{ text: 'Lind [cue=a1 rejected] [content=a1 calls to punish the crew after they damaged the pier].', words: { 'they – damaged': 'article' } }],
  hearsay: [{ text: 'Norland reportedly signed the treaty.', words: { 'Norland – reportedly signed': 'nobody' } }]
}

describe('every rule of on whose word has its cases', () => {
  test.each(wordRules.map(({ name }) => [name]))('%s', async (name) => {
    const cases = decided[name] ?? []
    expect(cases.length).toBeGreaterThan(0)
    for (const one of cases) expect(await wordsOf(one)).toEqual(one.words)
  })
})

test('what only seems so is the article\'s word', async () => {
  const text = '[cue=a1 It seems] [content=a1 that Norland signed the treaty].'
  expect(await wordsOf({ text, words: { 'Norland – signed': '' }, nobody: ['a1'] })).toEqual({ 'Norland – signed': 'article' })
})

test('FIXME: who holds it by a noun and a verb of being is not seen', async () => {
  const text = '[content=a1 “The opinion of the voters is that Norland lost the war,”] [source=a1 Lind] [cue=a1 said].'
  expect(await wordsOf({ text, words: { 'Norland – lost': '' } })).toEqual({ 'Norland – lost': 'a1' })
})

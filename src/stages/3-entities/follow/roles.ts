import { descriptorOf, fits, type Descriptor } from '../../2-speakers/descriptors.js'
import type { Draft } from '../join/draft.js'
import { lower, sentenceAt, type Scene } from '../scene.js'
import type { Voices } from './voices.js'

/** "the Russian president", "the minister": a person of whom the article says so beside the name. One that fits is an answer, two are none. */
export function followRoles(scene: Scene, voices: Voices): void {
  const { tree, lexicon } = scene
  const nouns = lexicon.words('role-nouns')
  const bySource = new Map(voices.sources.filter(({ how }) => how === 'noun').map((source) => [source.from, source]))
  tree.tokens.forEach(({ tag, lemma, text }, index) => {
    if (!/^NNP?$/.test(tag) || !(nouns.has(lemma.toLowerCase()) || nouns.has(text.toLowerCase())) || voices.draftAt.has(index)) return
    // A title before a name is not a mention of its own.
    if (/^NNP/.test(tree.tokens[index + 1]?.tag ?? '') || voices.draftAt.get(index + 1)?.kind === 'person' || /^NN/.test(tree.tokens[index + 1]?.tag ?? '')) return
    const from = start(scene, index)
    if (from === null) return
    const to = end(scene, index)
    const decided = bySource.get(from)
    if (decided && decided.to <= to + 1 && index < decided.to) return add(decided.draft, from, index + 1, 'role, as the speakers layer says', 0.9)
    const asked = descriptorOf({ from, to }, tree, lexicon, index)
    const people = voices.scene.people.filter(({ descriptors }) => fits(asked, descriptors)).flatMap(({ index: number }) => voices.draftOf.get(number) ?? [])
    const distinct = [...new Set(people)]
    const [only] = distinct
    if (distinct.length === 1 && only) return add(only, from, index + 1, asked.words.size > 1 ? 'role-and-country' : 'role', asked.words.size > 1 ? 0.9 : 0.75)
    if (!distinct.length) {
      const sole = soleBearer(asked)
      if (sole) return add(sole, from, index + 1, 'role-only-one', 0.7)
      return add(withoutRole(asked, index), from, index + 1, 'role-of-the-one-without', 0.55)
    }
    const near = distinct.filter((draft) => isNear(draft, index))
    const [nearest] = near
    if (near.length === 1 && nearest) add(nearest, from, index + 1, 'role-of-the-one-named-near', 0.7)
  })

  function add(draft: Draft | null, from: number, to: number, rule: string, confidence: number): void {
    if (!draft || isSaidOf(draft, from, to) || draft.mentions.some((mention) => mention.from < to && from < mention.to)) return
    draft.mentions.push({ from, to, form: 'noun', rule, confidence })
  }

  /** "Lind, the mayor," and "Lind is the mayor" say what she is; "the mayor" in them is no further mention. */
  function isSaidOf(draft: Draft, from: number, to: number): boolean {
    const head = tree.tokens[to - 1]
    if (head?.relation === 'appos' || (tree.children[to - 1] ?? []).some((child) => tree.tokens[child]?.relation === 'cop')) return true
    return (tree.tokens[from - 1]?.text === ',' && voices.draftAt.get(from - 2) === draft) || (tree.tokens[to]?.text === ',' && voices.draftAt.get(to + 1) === draft)
  }

  /** "the Russian president": of those whom the article calls president without saying whose, the only one. */
  function soleBearer({ head, words }: Descriptor): Draft | null {
    if (!/^(?:president|premier|chancellor|king|queen|emperor|pope)$/.test(head) || [...words].some((word) => word !== head && !word.startsWith('@'))) return null
    const asked = [...words].filter((word) => word.startsWith('@'))
    const bearers = voices.scene.people.filter(({ descriptors }) => {
      const countries = descriptors.flatMap((one) => [...one.words].filter((word) => word.startsWith('@')))
      return descriptors.some((one) => one.head === head) && (!countries.length || countries.some((country) => asked.includes(country)))
    })
    const drafts = new Set(bearers.map(({ index: number }) => voices.draftOf.get(number)))
    const [sole] = drafts
    return drafts.size === 1 && sole ? sole : null
  }

  /** "The president" as subject, where the article calls nobody so: the only person near of whom it does not say what they are. */
  function withoutRole({ head, words }: Descriptor, index: number): Draft | null {
    if (words.size > 1 || !/^(?:president|premier|chancellor|king|queen|emperor|pope)$/.test(head) || !/^nsubj/.test(tree.tokens[index]?.relation ?? '') || voices.scene.people.some(({ descriptors }) => descriptors.some((one) => one.head === head))) return null
    const near = new Set(voices.scene.people.flatMap(({ index: number }) => {
      const draft = voices.draftOf.get(number)
      return draft && draft.name.includes(' ') && isNear(draft, index) ? [draft] : []
    }))
    const free = [...near].filter((draft) => voices.scene.people.every(({ index: number, descriptors }) => voices.draftOf.get(number) !== draft || !descriptors.length))
    const [sole] = free
    return free.length === 1 && sole ? sole : null
  }

  function isNear({ mentions }: Draft, index: number): boolean {
    const paragraph = tree.paragraphOf[index] ?? 0
    return mentions.some(({ from }) => from < index && paragraph - (tree.paragraphOf[from] ?? 0) <= 1)
  }
}

/** The article that opens the phrase: "the" up to four words before. An indefinite phrase is nobody known. */
function start(scene: Scene, noun: number): number | null {
  const sentence = sentenceAt(scene, noun)
  for (let index = noun - 1; sentence.from <= index && noun - 5 <= index; index--) {
    const word = lower(scene, index)
    if (/^(?:the|this|that)$/.test(word)) return index
    if (!/^(?:JJ|NN|VBN|HYPH)/.test(scene.tree.tokens[index]?.tag ?? '')) return null
  }
  return null
}

/** "of Russia" behind it says whose president. */
function end({ tree: { tokens } }: Scene, noun: number): number {
  if (tokens[noun + 1]?.text !== 'of') return noun + 1
  let to = noun + 2
  while (to < noun + 6 && /^(?:NNP|NNPS|DT)$/.test(tokens[to]?.tag ?? '')) to++
  return to > noun + 2 ? to : noun + 1
}


import { descriptorOf, fits, type Descriptor } from '../../2-speakers/descriptors.js'
import type { Draft } from '../join/draft.js'
import { isCapital, lower, sentenceAt, type Scene } from '../scene.js'
import type { Voices } from './voices.js'

/** A noun phrase for somebody by office or trade, and what is known of everybody. */
interface Asked extends Descriptor {
  readonly index: number
  /** Words beside the noun itself; countries as "@" and their code. */
  readonly more: readonly string[]
  /** Those of the words that are places or peoples. */
  readonly places: ReadonlySet<string>
  /** "Tokyo's governor": the possessor is a place, or "the islands", "the city". */
  readonly ofPlace: boolean
  readonly isSubject: boolean
}

interface RoleRule {
  readonly name: string
  readonly example: string
  readonly confidence: number
  /** Whom it may mean; one is an answer, and several, of whom only one was named in this paragraph or the one before. */
  answer(asked: Asked, known: Known): readonly Draft[]
}

/** What the article says of people beside their names, and by the nouns that were followed to them so far. */
interface Known {
  readonly descriptors: ReadonlyMap<Draft, readonly Descriptor[]>
  /** The noun touches one of their names: what the tree says may be wrong. */
  isBeside(draft: Draft, noun: string): boolean
  isNear(draft: Draft, index: number): boolean
}

/** What may stand for the place. */
const generic = /^(?:islands?|country|city|state|nation|province|town|region|republic)$/
const highest = /^(?:president|premier|chancellor|king|queen|emperor|pope)$/

const bearers = ({ descriptors }: Known, test: (own: readonly Descriptor[]) => boolean): Draft[] => [...descriptors].flatMap(([draft, own]) => (test(own) ? [draft] : []))
const countriesOf = (own: readonly Descriptor[]): string[] => own.flatMap(({ words }) => [...words].filter((word) => word.startsWith('@')))
const contradicts = (own: readonly Descriptor[], more: readonly string[]): boolean => {
  const countries = countriesOf(own)
  return countries.length > 0 && more.some((word) => word.startsWith('@') && !countries.includes(word))
}

/** A leader is whoever stands at the head of something. */
const suits = (asked: Descriptor, own: readonly Descriptor[]): boolean =>
  fits(asked, asked.head === 'leader' ? own.filter(({ head, words }) => highest.test(head) || /^(?:leader|chairman|chairwoman|chief|head|emir|sultan|boss)$/.test(head) || (head === 'minister' && words.has('prime'))) : own)

export const roleRules: readonly RoleRule[] = [
  {
    name: 'role',
    example: 'Ann Hale, the mayor, came. [ann-hale The mayor] spoke.',
    confidence: 0.8,
    answer: (asked, known) => bearers(known, (own) => suits(asked, own))
  },
  {
    name: 'role-only-one',
    example: 'Foreign Minister Ann Hale came to Oslo. [ann-hale The Norwegian foreign minister] spoke.',
    confidence: 0.7,
    // Everything but the country is said of one person, of whom no other country is. Envoys come in pairs.
    answer(asked, known) {
      const plain = { ...asked, words: new Set([...asked.words].filter((word) => !asked.places.has(word))) }
      return asked.places.size && !/^(?:ambassador|envoy|diplomat|official|negotiator|counterpart)$/.test(asked.head) ? bearers(known, (own) => !contradicts(own, asked.more) && suits(plain, own)) : []
    }
  },
  {
    name: 'role-of-the-place',
    example: 'Governor Ann Hale came. [ann-hale The islands’ governor] spoke.',
    confidence: 0.65,
    answer({ head, more, places, ofPlace }, known) {
      const plain = more.filter((word) => !places.has(word) && !generic.test(word))
      if (!ofPlace || more.some((word) => word.startsWith('@'))) return []
      return bearers(known, (own) => own.some((one) => one.head === head && !one.words.has('former') && plain.every((word) => one.words.has(word))))
    }
  },
  {
    name: 'role-of-the-one-without',
    example: 'Ann Hale landed on Monday. [ann-hale The president] waved.',
    confidence: 0.55,
    answer({ head, more, index, isSubject }, known) {
      if (more.length || !highest.test(head) || !isSubject || bearers(known, (own) => own.some((one) => one.head === head)).length) return []
      const near = [...known.descriptors].filter(([draft]) => draft.name.includes(' ') && known.isNear(draft, index))
      const free = near.flatMap(([draft, own]) => (own.length ? [] : [draft]))
      return near.length && free.length === 1 ? free : []
    }
  }
]

/** "the Russian president", "the minister", "Tokyo's governor", in a headline "minister": a person of whom the article says so. */
export function followRoles(scene: Scene, voices: Voices, drafts: readonly Draft[]): void {
  const { tree, lexicon } = scene
  const nouns = lexicon.words('role-nouns')
  const people = drafts.filter(({ kind }) => kind === 'person')
  const bySource = new Map(voices.sources.filter(({ how }) => how === 'noun').map((source) => [source.from, source]))
  const owners = new Map<string, Set<Draft>>()
  for (const draft of people) for (const word of draft.name.toLowerCase().split(' ')) owners.set(word, (owners.get(word) ?? new Set()).add(draft))
  const descriptors = new Map<Draft, Descriptor[]>(people.map((draft) => [draft, []]))
  for (const { index, descriptors: own } of voices.scene.people) {
    const draft = voices.draftOf.get(index)
    // "Xi Jinping, Putin": what holds somebody else's name is a slip of the tree.
    if (draft) descriptors.get(draft)?.push(...own.filter(({ words }) => ![...words].some((word) => owners.has(word) && !owners.get(word)?.has(draft))))
  }
  const lastNamed = new Map<Draft, number>()
  const byStart = new Map<number, Draft[]>()
  for (const draft of people) for (const { from } of draft.mentions) byStart.set(from, [...(byStart.get(from) ?? []), draft])
  const beside = nounsBeside(scene, people)
  const known: Known = { descriptors, isBeside: (draft, noun) => beside.get(draft)?.has(noun) ?? false, isNear: (draft, index) => (tree.paragraphOf[index] ?? 0) - (lastNamed.get(draft) ?? -9) <= 1 }

  tree.tokens.forEach(({ tag, lemma, text, relation }, index) => {
    for (const draft of byStart.get(index) ?? []) lastNamed.set(draft, tree.paragraphOf[index] ?? 0)
    if (!/^NNP?$/.test(tag) || !(nouns.has(lemma.toLowerCase()) || nouns.has(text.toLowerCase())) || voices.draftAt.get(index)?.kind === 'person') return
    // A title before a name is not a mention of its own.
    if (/^(?:NN|CD)/.test(tree.tokens[index + 1]?.tag ?? '') || voices.draftAt.get(index + 1)?.kind === 'person') return
    const from = start(scene, index)
    if (from === null) return
    const to = end(scene, index)
    const decided = bySource.get(from)
    if (decided?.draft && decided.to <= to + 1 && index < decided.to) return add(decided.draft, from, index, 'role, as the speakers layer says', 0.9, null)
    const descriptor = descriptorOf({ from, to }, tree, lexicon, index)
    const more = [...descriptor.words].filter((word) => word !== descriptor.head && word !== text.toLowerCase())
    const located = tree.tokens.slice(from, to).flatMap(({ text: each, name }) => (/-(?:Location|NORP)$/.test(name) ? [each.toLowerCase()] : []))
    const places = new Set([...more.filter((word) => word.startsWith('@')), ...located])
    const asked: Asked = { ...descriptor, index, more, places, ofPlace: isOfPlace(from, index), isSubject: /^nsubj/.test(relation) }
    // Without an article only as a headline has it.
    if (from === index && (!isHeadline(index) || more.length)) return
    for (const rule of roleRules) {
      const fit = rule.answer(asked, known)
      const touching = fit.length > 1 ? fit.filter((draft) => known.isBeside(draft, asked.head)) : fit
      const near = touching.length > 1 || (fit.length > 1 && !touching.length) ? fit.filter((draft) => known.isNear(draft, index)) : touching
      const [only] = near
      // Of whom the article does not say that country or place, nobody but a single one will do.
      if (near.length === 1 && only && (fit.length === 1 || rule.name === 'role')) return add(only, from, index, fit.length > 1 ? `${rule.name}, of the one named near` : rule.name, fit.length > 1 ? 0.7 : rule.confidence, descriptor)
      if (fit.length) return
    }
  })

  function add(draft: Draft, from: number, noun: number, rule: string, confidence: number, said: Descriptor | null): void {
    if (isSaidOf(draft, from, noun + 1) || draft.mentions.some((mention) => mention.from <= noun && from < mention.to)) return
    draft.mentions.push({ from, to: noun + 1, form: 'noun', rule, confidence })
    if (said) descriptors.get(draft)?.push(said)
    lastNamed.set(draft, tree.paragraphOf[noun] ?? 0)
  }

  /** "Lind, the mayor," and "Lind is the mayor" say what she is; "the mayor" in them is no further mention. */
  function isSaidOf(draft: Draft, from: number, to: number): boolean {
    const { relation, head } = tree.tokens[to - 1] ?? {}
    if (relation === 'appos' && typeof head === 'number' && voices.draftAt.get(head)?.kind === 'person') return true
    if ((tree.children[to - 1] ?? []).some((child) => tree.tokens[child]?.relation === 'cop')) return true
    return (tree.tokens[from - 1]?.text === ',' && voices.draftAt.get(from - 2) === draft) || (tree.tokens[to]?.text === ',' && voices.draftAt.get(to + 1) === draft)
  }

  function isOfPlace(from: number, noun: number): boolean {
    return tree.tokens.slice(from, noun).some(({ tag }, step) => {
      const before = from + step - 1
      return tag === 'POS' && (/^(?:island|country|place)$/.test(voices.draftAt.get(before)?.kind ?? '') || generic.test(lower(scene, before)))
    })
  }

  function isHeadline(index: number): boolean {
    const { from, to } = tree.paragraphs[0] ?? { from: 0, to: 0 }
    return from === index && index < to && /\p{L}|\p{N}|['’”"]/u.test(tree.tokens[to - 1]?.text ?? '') && /^nsubj/.test(tree.tokens[index]?.relation ?? '')
  }
}

/** Nouns right before a name, or before or behind it with a comma between: "the spokeswoman, Ann Hale", "Ann Hale, the spokeswoman". */
function nounsBeside(scene: Scene, people: readonly Draft[]): ReadonlyMap<Draft, ReadonlySet<string>> {
  const { tokens } = scene.tree
  return new Map(
    people.map((draft) => [
      draft,
      new Set(
        draft.mentions.flatMap(({ from, to, form }) => {
          if (form !== 'name') return []
          const before = tokens[from - 1]?.text === ',' ? from - 2 : from - 1
          let after = tokens[to]?.text === ',' ? to + 1 : -1
          while (0 < after && after < to + 6 && /^(?:DT|JJ|PRP\$|NNP?|POS|HYPH)$/.test(tokens[after]?.tag ?? '') && /^NN/.test(tokens[after + 1]?.tag ?? '')) after++
          while (0 < after && /^(?:DT|JJ|PRP\$)$/.test(tokens[after]?.tag ?? '')) after++
          return [before, after].map((index) => tokens[index]?.lemma.toLowerCase() ?? '')
        })
      )
    ])
  )
}

/** Where the phrase begins: at "the" up to five words before, at a name in the possessive, or at the noun itself if nothing stands before it in the sentence.
 *  An indefinite phrase is nobody known. */
function start(scene: Scene, noun: number): number | null {
  const { tokens } = scene.tree
  const sentence = sentenceAt(scene, noun)
  if (sentence.from === noun) return noun
  for (let index = noun - 1; sentence.from <= index && noun - 6 <= index; index--) {
    const { tag = '' } = tokens[index] ?? {}
    if (/^(?:the|this|that)$/.test(lower(scene, index))) return index
    if (!/^(?:JJ|NN|VBN|HYPH|POS)/.test(tag)) return tag !== 'POS' && tokens[index + 2]?.tag === 'POS' && isCapital(tokens[index + 1]) ? index + 1 : null
    if (index === sentence.from && isCapital(tokens[index]) && tokens[index + 1]?.tag === 'POS') return index
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

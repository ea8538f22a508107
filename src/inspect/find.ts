import { firstFrom } from '../first-from.js'
import type { Appearance } from '../stages/5-corpus/model.js'
import { grouped, once, type Shelf } from './catalogue.js'
import type { Digest } from './digest.js'
import { folded } from './fold.js'

/** Finds words in the texts by looking through them: 5,000 articles are some 20 MB, which takes 20 ms, less than an index of them would take to load.
 *  A word is found where a word begins with it: "kuril" finds "Kurils"; and where something is meant whose name begins with it: "the islands", "he". */
export interface Finder {
  /** What is asked for, ready to be tested. `all`: every word has to be there; any: one is enough, more are better. Null: nothing is asked for. */
  question(words: readonly string[], needed: 'all' | 'any'): Question | null
  /** The word stands in some text or title. */
  knows(word: string): boolean
}

/** Scores are the higher the oftener a word stands there and the rarer it is; 0: this is not what is asked for. */
export interface Question {
  /** False: nothing in this article can be what is asked for. */
  mayBeIn(digest: Digest): boolean
  inArticle(digest: Digest): number
  /** In stretches of an article (start and end of each, one after the other). A word may also be the speaker's name; who it is is asked only where it matters. */
  inside(digest: Digest, stretches: readonly number[], speaker: () => string | null): number
}

export interface Meaning {
  /** Where something is named that is called so. */
  meant(word: string): readonly Appearance[]
  /** Ids of those who speak and are called so. */
  called(word: string): ReadonlySet<string>
  /** Who is named in an article, by id. */
  idsIn(digest: Digest): readonly (string | null)[]
}

/** What of a question is in an article. */
interface Inside {
  readonly digest: Digest
  /** Of each word. */
  readonly places: readonly (readonly number[])[]
  /** Of each word: somebody of this name may speak here. */
  readonly voices: readonly boolean[]
}

export function finderOf({ digests }: Pick<Shelf, 'digests'>, { meant, called, idsIn }: Meaning): Finder {
  /** By word: its places in each article that has it. The words of the last few questions, since a question comes letter by letter. */
  const kept = new Map<string, ReadonlyMap<Digest, readonly number[]>>()

  const placesOf = (word: string): ReadonlyMap<Digest, readonly number[]> => {
    const known = kept.get(word)
    if (known) return known
    const mentions = grouped(meant(word), ({ article }) => [article])
    const places = new Map<Digest, readonly number[]>()
    for (const digest of digests) {
      const found = occurrences(digest.folded, word)
      const others = mentions.get(digest.article)
      const all = others ? [...new Set([...found, ...others.flatMap((appearance) => appearance.mentions.map(({ start }) => start))])].sort((a, b) => a - b) : found
      if (all.length > 0) places.set(digest, all)
    }
    kept.set(word, places)
    if (kept.size > 8) kept.delete(kept.keys().next().value as string)
    return places
  }

  const heads = once(() => new Map(digests.map((digest) => [digest, folded(`${digest.title} ${digest.outlet ?? ''} ${digest.article} ${digest.published ?? ''}`)])))

  return {
    knows: (word) => placesOf(word).size > 0 || [...heads().values()].some((head) => holds(head, word)),
    question(asked, needed) {
      if (asked.length === 0) return null
      // What is nobody's name first: where it is missing, it need not be asked who speaks.
      const words = [...asked].sort((a, b) => called(a).size - called(b).size)
      const found = words.map(placesOf)
      const rarity = found.map(({ size }) => Math.log(1 + digests.length / (size + 0.5)))
      const speakers = words.map(called)
      // Asked for every claim of an article, one after the other.
      let last: Inside | null = null
      const insideOf = (digest: Digest): Inside => {
        if (last?.digest === digest) return last
        const voices = speakers.map((ids) => ids.size > 0 && idsIn(digest).some((id) => id !== null && ids.has(id)))
        return (last = { digest, places: found.map((places) => places.get(digest) ?? NOWHERE), voices })
      }
      /** `count` says how often a word is there; one that is only the name beside it counts half. */
      const score = (count: (index: number) => number, voices: readonly boolean[], speaker: () => string | null): number => {
        let [sum, matched] = [0, 0]
        for (let index = 0; index < words.length; index++) {
          const times = count(index)
          const beside = times === 0 && voices[index] === true && speakers[index]?.has(speaker() ?? '') === true
          if (times > 0 || beside) matched++
          else if (needed === 'all') return 0
          sum += (rarity[index] ?? 0) * (beside ? 0.5 : times / (times + 0.5))
        }
        return matched === 0 ? 0 : sum * (matched / words.length) ** 2
      }
      let stretches: readonly number[] = []
      let inside: Inside | null = null
      const inStretches = (index: number): number => {
        const all = inside?.places[index] ?? NOWHERE
        let times = 0
        if (all.length > 0) for (let at = 0; at < stretches.length; at += 2) times += countBetween(all, stretches[at] ?? 0, stretches[at + 1] ?? 0)
        return times
      }
      return {
        mayBeIn: (digest) => {
          const { places, voices } = insideOf(digest)
          const may = (_: string, index: number) => (places[index]?.length ?? 0) > 0 || voices[index] === true
          return needed === 'all' ? words.every(may) : words.some(may)
        },
        inArticle: (digest) => {
          const { places } = insideOf(digest)
          const long = 1 + digest.words / 500
          const head = heads().get(digest) ?? ''
          return score((index) => (places[index]?.length ?? 0) / long + (holds(head, words[index] ?? '') ? 1 : 0), NOBODY, nobody)
        },
        inside: (digest, wanted, speaker) => {
          inside = insideOf(digest)
          stretches = wanted
          return score(inStretches, inside.voices, speaker)
        }
      }
    }
  }
}

const NOBODY: readonly boolean[] = []
const nobody = (): null => null

const NOWHERE: readonly number[] = []

function occurrences(text: string, word: string): readonly number[] {
  let found: number[] | null = null
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) if (stands(text, at, word)) (found ??= []).push(at)
  return found ?? NOWHERE
}

/** Of a word of two letters ("UN", "eu") all of it has to stand there: it begins too many others. */
const stands = (text: string, at: number, { length }: string): boolean =>
  (at === 0 || !isLetter(text.charCodeAt(at - 1))) && (length > SHORT || at + length === text.length || !isLetter(text.charCodeAt(at + length)))

const SHORT = 2

const isLetter = (code: number): boolean => (97 <= code && code <= 122) || (48 <= code && code <= 57) || (code > 127 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code)))

/** A name in which a word begins so. */
export function holds(names: string, word: string): boolean {
  for (let at = names.indexOf(word); at >= 0; at = names.indexOf(word, at + 1)) if (stands(names, at, word)) return true
  return false
}

/** How many of the places, which are in order, lie in a stretch. */
function countBetween(places: readonly number[], from: number, to: number): number {
  return firstFrom(places, to) - firstFrom(places, from)
}

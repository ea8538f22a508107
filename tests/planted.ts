import type { Quoted } from '../src/stages/5-corpus/quotes/quoted.js'

/** A corpus of quotations of which it is known which are one: invented ones, reprinted with the edits that papers make, among others that only look alike.
 *  All of it is fiction; the same seed gives the same corpus. */
export interface Planted extends Quoted {
  /** Which quotation this is a reprint of. */
  readonly truth: string
  /** What was done to it: "cut", "elided+marks". */
  readonly edits: string
}

export interface Original {
  readonly truth: string
  readonly text: string
  readonly speaker: string
  readonly day: number
}

/** A generator of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number
const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

const SPEAKERS = ['person/astrid-falk', 'person/teodor-brask', 'person/mira-solen', 'person/jon-vik', 'person/nils-aune', 'person/lena-orr', 'person/greta-holm', 'person/ida-lund', 'organization/harbour-board', 'country/merrowland']
const WHO = ['The fishermen of Port Halvard', 'Our neighbours across the strait', 'The keepers of the lighthouse', 'My late grandmother', 'Every ferryman on this coast', 'The board of the harbour', 'Two ministers and a seal', 'The people of Lund Bay', 'Those who sold the pier', 'Whoever signed that letter', 'The women of the cannery', 'Half of this parliament']
const DID = ['mended', 'counted', 'forgot', 'promised', 'painted', 'inherited', 'measured', 'auctioned', 'defended', 'abandoned', 'surveyed', 'borrowed', 'flooded', 'rebuilt', 'insured', 'photographed']
const KINDS = ['unpaid', 'northern', 'forgotten', 'brass', 'leaking', 'holy', 'second', 'Danish', 'wooden', 'so-called', 'smallest', 'haunted', 'official', 'blue', 'broken']
const OBJECTS = ['breakwater', 'bell', 'treaty', 'customs house', 'lamp', 'timetable', 'salt pan', 'map', 'licence', 'tower', 'paint shop', 'seal colony', 'cable', 'pump', 'chapel', 'archive']
const PLACES = ['of Greta Point', 'of Outer Skerry', 'behind the cannery', 'in Lund Bay', 'of our fathers', 'on Great Skerry', 'near the slipway', 'under the church', 'of the strait', 'beyond the buoys', 'of Port Halvard', 'at low tide']
const thing = (random: Random): string => `the ${pick(random, KINDS)} ${pick(random, OBJECTS)} ${pick(random, PLACES)}`
const WHEN = ['long before the war ended', 'while the council slept', 'in the year of the great storm', 'on the morning after the vote', 'without asking the islanders', 'for the price of a rowing boat', 'as if the sea belonged to them', 'under the eyes of the whole fleet', 'between two tides', 'with borrowed money']
const CONJUNCTIONS = ['and', 'but', 'so', 'because', 'though', 'until', 'while', 'yet', 'since']
const ACTORS = ['the tide', 'a deaf notary', 'the fog', 'our youngest pilot', 'the court in Merrow City', 'a drunken surveyor', 'the last keeper', 'some cousin of the minister', 'the ferry company', 'a flock of gulls', 'the night watchman', 'the widow of the admiral', 'that committee', 'the choir', 'an honest thief']
const ACTED = ['carried off', 'returned', 'laughed at', 'hid', 'signed', 'swallowed', 'sold', 'blessed', 'lost', 'confused', 'translated', 'buried', 'admired', 'refused', 'ironed']
const THINGS = ['every secret', 'the last barrel', 'our grandchildren', 'his own hat', 'the wrong invoice', 'half the cannery', 'a crate of oars', 'the minutes', 'their flags', 'two kilos of paint', 'the anchor chain', 'her best umbrella', 'all the herring', 'a second opinion', 'the piano']
const then = (random: Random): string => `${pick(random, CONJUNCTIONS)} ${pick(random, ACTORS)} ${pick(random, ACTED)} ${pick(random, THINGS)}`
const FIRST = ['I would rather', 'Nobody on this rock will', 'A decent ferryman should', 'Your ministers could', 'My brothers and I will', 'This parliament must']
const DOES = ['drown than', 'swim before they', 'dance if we', 'whistle until they', 'starve while you', 'sleep where we']
const DONE = ['sell a single net', 'moor a boat to a resolution', 'ask the gulls for permission', 'mistake fog for diplomacy', 'fray like old ropes', 'count the lamps again', 'paint over the border']
const more = (random: Random): string => `${pick(random, FIRST)} ${pick(random, DOES)} ${pick(random, DONE)} ${pick(random, ['in winter', 'on Sundays', 'for a laugh', 'at that price', 'without a lawyer', 'in broad daylight'])}.`
const STOCK = ['We are cooperating fully with the authorities.', 'Our thoughts and prayers are with the victims and their families.', 'We do not comment on an ongoing investigation.', 'I have nothing to add to that.', 'We will see what happens.', 'It is too early to tell.', 'No comment at this time.', 'We condemn this attack in the strongest possible terms.', 'That is what we want.', 'We look forward to working with our partners.', 'Thank you very much.', 'I am very happy with the result.', 'We will do everything in our power.', 'free and fair elections', 'as soon as possible', 'a step in the right direction']
const OPENINGS = ['We have always said in this parliament that', 'What I told the ambassador last night is that', 'Let me say once more to our friends in Merrow City that', 'It has been clear from the first day of these talks that']

function sentence(random: Random): string {
  return `${pick(random, WHO)} ${pick(random, DID)} ${thing(random)} ${pick(random, WHEN)}, ${then(random)}.`
}

/** Quotations that are all different: long and short, of one speaker or another; among them some that begin alike, that differ in one word, in a number, in a
 *  "not", and phrases that everybody says. */
export function originals(count: number, random: Random): Original[] {
  const found = new Map<string, Original>()
  const add = (text: string, speaker = pick(random, SPEAKERS), day = Math.floor(random() * 700)) => {
    if (![...found.keys()].some((other) => other.includes(text) || text.includes(other))) found.set(text, { truth: `q${found.size}`, text, speaker, day })
  }
  while (found.size < count) {
    const kind = random()
    const base = sentence(random)
    if (kind < 0.35) add(base)
    else if (kind < 0.6) add(`${base} ${more(random)} ${sentence(random)}`)
    else if (kind < 0.68) add(more(random))
    else if (kind < 0.78) {
      // Two or three of one speaker, days apart, that begin alike.
      const [opening, speaker, day] = [pick(random, OPENINGS), pick(random, SPEAKERS), Math.floor(random() * 700)]
      for (let index = 0; index < 3; index++) add(`${opening} ${base.replace(/^\S+ /, (word) => word.toLowerCase()).replace(/.*/, () => lower(sentence(random)))}`, speaker, day + index)
    } else if (kind < 0.84) {
      const [speaker, day] = [pick(random, SPEAKERS), Math.floor(random() * 700)]
      const [one, other] = [thing(random), thing(random)]
      if (one !== other) for (const what of [one, other]) add(`We shall never give up ${what}.`, speaker, day)
    } else if (kind < 0.89) {
      const [speaker, day, year] = [pick(random, SPEAKERS), Math.floor(random() * 700), 1900 + Math.floor(random() * 99)]
      for (const number of [year, year + 1]) add(`Merrowland took ${pick(random, ['the outer rocks', 'the lamp', 'our nets'])} in ${number} and never gave a receipt.`, speaker, day)
    } else if (kind < 0.94) {
      const [speaker, day, what] = [pick(random, SPEAKERS), Math.floor(random() * 700), thing(random)]
      add(`The islanders will sign the paper about ${what} before the winter comes.`, speaker, day)
      add(`The islanders will not sign the paper about ${what} before the winter comes.`, pick(random, SPEAKERS), day)
    }
  }
  return [...found.values()]
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

interface Edit {
  readonly name: string
  /** null: this text cannot be edited so. */
  edit(text: string, random: Random): string | null
}

const EDITS: readonly Edit[] = [
  { name: 'cut-end', edit: (text, random) => cut(text, random, (words, keep) => words.slice(0, keep)) },
  { name: 'cut-start', edit: (text, random) => cut(text, random, (words, keep) => words.slice(-keep)) },
  { name: 'cut-both', edit: (text, random) => cut(text, random, (words, keep) => words.slice(Math.floor((words.length - keep) / 2), Math.floor((words.length - keep) / 2) + keep)) },
  {
    name: 'elided',
    edit: (text, random) => {
      const words = text.split(' ')
      if (words.length < 12) return null
      const from = 4 + Math.floor(random() * (words.length - 10))
      const to = from + 2 + Math.floor(random() * Math.min(8, words.length - from - 5))
      return [...words.slice(0, from), pick(random, ['…', '...', '. . .', '[…]']), ...words.slice(to)].join(' ')
    }
  },
  { name: 'punctuation', edit: (text, random) => text.replace(/[,.]/g, (mark) => (random() < 0.5 ? mark : pick(random, [';', ' –', '!', '', ',']))) },
  { name: 'marks', edit: (text, random) => (random() < 0.5 ? text.replace(/'/g, '’') : text.toUpperCase() === text ? null : `${text.slice(0, -1)},`) },
  { name: 'inserted', edit: (text, random) => at(text, random, (word) => `${word} ${pick(random, ['[of the strait]', '[Merrowland]', '[sic]', '(laughs)', '[in May]'])}`) },
  { name: 'replaced', edit: (text, random) => (/\b(?:them|it|us|they|nobody)\b/.test(text) ? text.replace(/\b(?:them|it|us|they)\b/, pick(random, ['[the islanders]', '[the board]', '[Merrowland]'])) : null) },
  { name: 'first-letter', edit: (text) => (/^\p{L}{2}/u.test(text) ? `[${lower(text).charAt(0)}]${text.slice(1)}` : null) },
  { name: 'spelling', edit: (text) => (/colour|neighbour|harbour/.test(text) ? text.replace(/(col|neighb|harb)our/g, '$1or') : null) },
  { name: 'little-word', edit: (text, random) => at(text, random, (word) => (/^(?:the|that|a|and|so|very|of)$/.test(word) ? '' : null)) },
  { name: 'headline', edit: (text) => (text.split(' ').length < 14 ? text.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase()) : null) }
]

function cut(text: string, random: Random, keep: (words: string[], count: number) => string[]): string | null {
  const words = text.split(' ')
  const least = 7
  return words.length < least + 3 ? null : keep(words, least + Math.floor(random() * (words.length - least - 1))).join(' ').replace(/[,;]$/, '')
}

/** Changes one word in the middle, the first one from a random place on that can be. */
function at(text: string, random: Random, change: (word: string) => string | null): string | null {
  const words = text.split(' ')
  const start = 1 + Math.floor(random() * Math.max(1, words.length - 3))
  for (let index = start; index < words.length - 1; index++) {
    const changed = change(words[index] ?? '')
    if (changed !== null) return [...words.slice(0, index), ...(changed === '' ? [] : [changed]), ...words.slice(index + 1)].join(' ')
  }
  return null
}

const dayOf = (day: number): string => new Date(Date.UTC(2017, 0, 1 + day)).toISOString().slice(0, 10)

/** Each original in one to five articles, as it is and edited; sometimes by somebody who is not named, rarely given to another. What is left of a cut is never a
 *  part of another original as well, for then nobody could say which it is from; and a handful of words stays with its speaker and its days: printed years later
 *  and of nobody, they are no reprint of anything. */
export function reprinted(all: readonly Original[], random: Random): Planted[] {
  const planted: Planted[] = []
  const put = (truth: string, edits: string, text: string, speaker: string | null, published: string | null, original: Original) => {
    const article = `${String(planted.length).padStart(5, '0')}.txt`
    const pieces = edits.includes('broken') ? brokenOf(text) : [text]
    let start = 10
    const spans = pieces.map((piece) => {
      const span = { start, end: start + piece.length, text: piece }
      start += piece.length + 20
      return span
    })
    planted.push({ truth, edits, article, published, attribution: 'a1', type: original.text.length > 40 ? 'direct' : 'mixed', start: 10, end: spans.at(-1)?.end ?? 10, spans, speaker, as: null })
  }
  const texts = all.map(({ text }) => bare(text))
  for (const original of all) {
    const copies = random() < 0.4 ? 1 : 2 + Math.floor(random() * 4)
    for (let copy = 0; copy < copies; copy++) {
      // A third of the quotations is nowhere printed whole.
      const tried = copy === 0 && random() < 0.67 ? { text: original.text, names: 'as-it-is' } : edited(original.text, random)
      const edits = texts.some((other, place) => all[place] !== original && holds(other, tried.text)) ? { text: original.text, names: 'as-it-is' } : tried
      const few = bare(edits.text).split(' ').length < 8
      const late = few ? 1 : random()
      const published = late < 0.08 ? null : dayOf(original.day + (late < 0.15 ? 300 : Math.floor(random() * 15)))
      const long = edits.text.split(' ').length >= 16
      const speaker = copy > 0 && !few && random() < 0.12 ? null : copy > 0 && long && random() < 0.05 ? pick(random, SPEAKERS) : original.speaker
      put(original.truth, edits.names, edits.text, speaker, published, original)
    }
  }
  // What everybody says: by three speakers at three times each, and each time something else.
  for (const [index, text] of STOCK.entries())
    for (let copy = 0; copy < 3; copy++) put(`stock-${index}-${copy}`, 'stock', text, SPEAKERS[(index + copy * 3) % SPEAKERS.length] ?? null, dayOf(Math.floor(random() * 700)), { truth: '', text, speaker: '', day: 0 })
  return planted
}

/** Whether a text could be cut from this one, with what is left out and put in between. */
function holds(other: string, text: string): boolean {
  let at = 0
  for (const part of text.split(/…|\.\s?\.\s?\.|\[[^\]]{2,}\]|\([^)]*\)/).map(bare)) {
    const found = other.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return true
}

/** Words alone. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').replace(/ +/g, ' ').trim()

/** What a paper does to a text: one thing, or two. */
function edited(text: string, random: Random): { text: string; names: string } {
  const names: string[] = []
  let now = text
  for (let left = random() < 0.3 ? 0 : random() < 0.7 ? 1 : 2; left > 0; left--) {
    const { name, edit } = pick(random, EDITS)
    const next = edit(now, random)
    if (next !== null && next !== now) {
      now = next
      names.push(name)
    }
  }
  if (random() < 0.15 && now.includes(',')) names.push('broken')
  return { text: now, names: names.join('+') || 'as-it-is' }
}

/** `"This is a beginning," he said, "and …"` */
const brokenOf = (text: string): string[] => {
  const comma = text.indexOf(',')
  return comma < 0 || comma + 3 > text.length ? [text] : [text.slice(0, comma + 1), text.slice(comma + 2)]
}

import type { Speakers, Tokens } from '../../src/model.js'

/** An article with its attributions, as annotated or as found. Offsets are Unicode code points, as in PolNeAR. */
export interface Annotated {
  readonly id: string
  readonly text: string
  readonly attributions: readonly Found[]
}

type Piece = readonly [start: number, end: number]
type Role = 'source' | 'cue' | 'content'
type Pieces = Readonly<Record<Role, readonly Piece[]>>

/** `goesOn`: without a cue of its own it goes on with the speaker of the one before it. PolNeAR has such words as further pieces of that one. */
interface Found extends Pieces {
  readonly goesOn?: boolean
}

/** Per cent, and what they were counted from. */
export interface Figures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly right: number
  readonly predicted: number
  readonly gold: number
}

export interface AttributionScore {
  /** F1 over the set of distinct pieces of a role, without blanks at their ends; `content*` also without marks, commas and stops there. */
  readonly exact: Readonly<Record<Role | 'content*', Figures>>
  /** F1 over the characters (neither blanks nor double marks) that carry a role. */
  readonly characters: Readonly<Record<Role, Figures>>
  /** Whole attributions, matched one to one: contents overlap by intersection over union of at least 0.5 or 0.8, and the sources
   *  share a character or are both empty. `anySource`: without a look at the sources. */
  readonly whole: Readonly<Record<'0.5' | '0.8' | '0.5 anySource' | '0.8 anySource', Figures>>
  /** Gold contents that begin and end with a double mark; found: one predicted content overlaps by at least 0.8;
   *  speaker: of the found ones with a source, those where such a prediction's source shares a character with it; gathered: found, or else
   *  overlapped as much by a prediction together with those that go on with it. All in per cent. */
  readonly direct: { readonly gold: number; readonly found: number; readonly gathered: number; readonly speaker: number; readonly endToEnd: number }
}

const roles = ['source', 'cue', 'content'] as const
const marks = new Set('"\u201c\u201d\u201e\u201f\u00ab\u00bb')
const edges = new Set([...marks, ',', '.'])
const blank = /\s/u

/** Every count of an `AttributionScore`: predicted against gold. A gold article without a prediction counts as an empty one. */
export function scoreAttribution(gold: readonly Annotated[], predicted: readonly Annotated[]): AttributionScore {
  const predictions = new Map(predicted.map((article) => [article.id, article.attributions]))
  const tallies = new Map<string, Tally>()
  const tally = (name: string, right: number, predicted: number, gold: number) => {
    const sum = tallies.get(name) ?? { right: 0, predicted: 0, gold: 0 }
    tallies.set(name, { right: sum.right + right, predicted: sum.predicted + predicted, gold: sum.gold + gold })
  }
  const direct = { gold: 0, withSource: 0, found: 0, gathered: 0, foundWithSource: 0, right: 0 }
  for (const article of gold) {
    const text = [...article.text]
    const [golden, guessed] = [article.attributions, predictions.get(article.id) ?? []]
    for (const role of roles) {
      tallyPieces(role, new Set(), role)
      if (role === 'content') tallyPieces(role, edges, 'content*')
      const [a, b] = [unionOf(golden, role), unionOf(guessed, role)]
      tally(`characters ${role}`, shared(a, b), b.size, a.size)
    }
    const [goldContents, contents] = [golden, guessed].map((list) => list.map(({ content }) => counted(text, content))) as [Characters[], Characters[]]
    const [goldSources, sources] = [golden, guessed].map((list) => list.map(({ source }) => counted(text, source))) as [Characters[], Characters[]]
    const overlaps = goldContents.map((a) => contents.map((b) => overlap(a, b)))
    const sameSource = (a: Characters, b: Characters) => shared(a, b) > 0 || a.size + b.size === 0
    for (const threshold of [0.5, 0.8] as const)
      for (const anySource of [false, true]) {
        const eligible = goldSources.map((a, i) =>
          sources.flatMap((b, j) => ((overlaps[i]?.[j] ?? 0) >= threshold && (anySource || sameSource(a, b)) ? [j] : []))
        )
        tally(`whole ${threshold}${anySource ? ' anySource' : ''}`, matching(eligible), guessed.length, golden.length)
      }
    const runs = runsOf(guessed, contents)
    golden.forEach(({ content }, i) => {
      if (!isDirect(text, content)) return
      const source = goldSources[i] ?? new Set()
      const found = contents.flatMap((_, j) => ((overlaps[i]?.[j] ?? 0) >= 0.8 ? [j] : []))
      direct.gold++
      if (found.length || runs.some((run) => overlap(goldContents[i] ?? new Set(), run) >= 0.8)) direct.gathered++
      if (source.size) direct.withSource++
      if (!found.length) return
      direct.found++
      if (!source.size) return
      direct.foundWithSource++
      if (found.some((j) => shared(source, sources[j] ?? new Set()) > 0)) direct.right++
    })

    function tallyPieces(role: Role, edge: ReadonlySet<string>, name: string) {
      const keys = (list: readonly Pieces[]) => new Set(list.flatMap((attribution) => attribution[role].flatMap((piece) => trimmedKey(text, piece, edge))))
      const [a, b] = [keys(golden), keys(guessed)]
      tally(`exact ${name}`, shared(a, b), b.size, a.size)
    }
    function unionOf(list: readonly Pieces[], role: Role): Characters {
      return counted(text, list.flatMap((attribution) => attribution[role]))
    }
  }
  const figures = (name: string) => figuresOf(tallies.get(name) ?? { right: 0, predicted: 0, gold: 0 })
  return {
    exact: { source: figures('exact source'), cue: figures('exact cue'), content: figures('exact content'), 'content*': figures('exact content*') },
    characters: { source: figures('characters source'), cue: figures('characters cue'), content: figures('characters content') },
    whole: { '0.5': figures('whole 0.5'), '0.8': figures('whole 0.8'), '0.5 anySource': figures('whole 0.5 anySource'), '0.8 anySource': figures('whole 0.8 anySource') },
    direct: {
      gold: direct.gold,
      found: share(direct.found, direct.gold),
      gathered: share(direct.gathered, direct.gold),
      speaker: share(direct.right, direct.foundWithSource),
      endToEnd: share(direct.right, direct.withSource)
    }
  }
}

/** Runs stages 1 and 2 over the lines of an annotated file and scores them. What the stages are is the caller's choice. */
export async function scoreAttributionFile(
  jsonl: string,
  stages: { tokensOf(text: string, path: string): Promise<Tokens>; speakersOf(tokens: Tokens): Speakers }
): Promise<AttributionScore> {
  const gold = parseAnnotated(jsonl)
  const predicted: Annotated[] = []
  for (const { id, text } of gold) {
    const tokens = await stages.tokensOf(text, `${id}.txt`)
    predicted.push({ id, text, attributions: inCodePoints(text, stages.speakersOf(tokens)) })
  }
  return scoreAttribution(gold, predicted)
}

export function parseAnnotated(jsonl: string): Annotated[] {
  return jsonl.split('\n').flatMap((line) => (line.trim() ? [JSON.parse(line) as Annotated] : []))
}

/** Our offsets count UTF-16 code units, those of the corpus code points. */
export function inCodePoints(text: string, { attributions }: Pick<Speakers, 'attributions'>): Found[] {
  const points: number[] = []
  let point = 0
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) points.push(point)
    point++
  }
  points.push(point)
  const convert = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }): Piece => [points[start] ?? point, points[end] ?? point])
  return attributions.map(({ source, cue, content, speaker }) => ({ source: convert(source), cue: convert(cue), content: convert(content), ...(speaker.how === 'carried' ? { goesOn: true } : {}) }))
}

type Characters = ReadonlySet<number>

interface Tally {
  readonly right: number
  readonly predicted: number
  readonly gold: number
}

function figuresOf({ right, predicted, gold }: Tally): Figures {
  const [precision, recall] = [share(right, predicted), share(right, gold)]
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0, right, predicted, gold }
}

const share = (part: number, whole: number): number => (whole ? (100 * part) / whole : 0)

function trim(text: readonly string[], [start, end]: Piece, edge: ReadonlySet<string>): Piece {
  const loose = (index: number) => blank.test(text[index] ?? '') || edge.has(text[index] ?? '')
  while (start < end && loose(start)) start++
  while (start < end && loose(end - 1)) end--
  return [start, end]
}

function trimmedKey(text: readonly string[], piece: Piece, edge: ReadonlySet<string>): string[] {
  const [start, end] = trim(text, piece, edge)
  return start < end ? [`${start} ${end}`] : []
}

function counted(text: readonly string[], pieces: readonly Piece[]): Characters {
  const characters = new Set<number>()
  for (const [start, end] of pieces)
    for (let index = Math.max(0, start); index < Math.min(end, text.length); index++)
      if (!blank.test(text[index] ?? '') && !marks.has(text[index] ?? '')) characters.add(index)
  return characters
}

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0
  for (const item of a) if (b.has(item)) count++
  return count
}

function overlap(a: Characters, b: Characters): number {
  if (!a.size && !b.size) return 1
  const common = shared(a, b)
  return common / (a.size + b.size - common)
}

/** Size of a maximum matching, by augmenting paths; `eligible` lists the predictions for each gold item. */
function matching(eligible: readonly (readonly number[])[]): number {
  const owner = new Map<number, number>()
  const place = (gold: number, seen: Set<number>): boolean => {
    for (const prediction of eligible[gold] ?? []) {
      if (seen.has(prediction)) continue
      seen.add(prediction)
      const before = owner.get(prediction)
      if (before !== undefined && !place(before, seen)) continue
      owner.set(prediction, gold)
      return true
    }
    return false
  }
  return eligible.filter((_, gold) => place(gold, new Set())).length
}

/** The contents of an attribution together with those that go on with it: after each of them. What lies inside of them does not end the row. */
function runsOf(attributions: readonly Found[], contents: readonly Characters[]): Characters[] {
  const runs: Characters[] = []
  let run = new Set<number>()
  attributions.forEach(({ goesOn }, index) => {
    const own = contents[index] ?? new Set()
    if (goesOn) {
      run = new Set([...run, ...own])
      runs.push(run)
    } else if (!run.size || shared(run, own) < own.size) run = new Set(own)
  })
  return runs
}

function isDirect(text: readonly string[], content: readonly Piece[]): boolean {
  if (!content.length) return false
  const [start, end] = trim(text, [Math.min(...content.map(([from]) => from)), Math.max(...content.map(([, to]) => to))], new Set())
  return end - start >= 3 && marks.has(text[start] ?? '') && marks.has(text[end - 1] ?? '')
}

import { createHash } from 'node:crypto'
import type { Attribution, Claim, Entity, Facts, Layers, Span, Token } from '../src/model.js'
import { spanOf } from '../src/span.js'
import type { Pipeline } from '../src/workshop.js'

/** Names that an article may hold, by kind, with what is known of them. */
export interface Cast {
  readonly people: readonly string[]
  readonly islands?: Readonly<Record<string, Facts>>
  readonly summits?: Readonly<Record<string, Facts>>
  readonly countries?: readonly string[]
}

/** A pipeline that takes an article by its word, so that a test says what every layer holds. Each line is a sentence and a paragraph:
 *
 *      A title                         the first line
 *      2016-11-21 The Courier          the second: date and outlet
 *      Ann Lee: “The sea is grey.”     who says what
 *      He: “It is white.”              nobody knows who: one of the first two people of the article
 *      Bo Ray says: The sea is cold.   reported
 *      Bo Ray hopes: It will warm.     what he has in mind
 *      Bo Ray moves: The sea is calm.  found as a report, and none
 *      Bo Ray says?: The sea is deep.  doubtful; so is whatever has a question mark there
 *      Ann Lee met Bo Ray.             a claim of the article; one with "not" in it is negative
 *      (hm)                            a problem */
export function scripted({ people, islands = {}, summits = {}, countries = [] }: Cast): Pipeline {
  const cast = [
    ...people.map((name) => ({ kind: 'person' as const, name, facts: { roles: [{ text: `${name}'s office` }] } as Facts })),
    ...Object.entries(islands).map(([name, facts]) => ({ kind: 'island' as const, name, facts })),
    ...Object.entries(summits).map(([name, facts]) => ({ kind: 'summit' as const, name, facts })),
    ...countries.map((name) => ({ kind: 'country' as const, name, facts: null }))
  ]
  return {
    loadReader: async () => ({ sha256: 'scripted', read: async () => [] }),
    first: { version: 1, data: [], read: async ({ path, bytes }) => ({ outcome: 'read', layer: tokensOf(path, bytes), notes: [] }) },
    stages: [
      { writes: 'speakers', reads: ['tokens'], version: 1, data: [], run: ({ tokens }: Layers) => speakersOf(tokens, entitiesIn(tokens.text, cast)) },
      { writes: 'entities', reads: ['tokens', 'speakers'], version: 1, data: [], run: ({ tokens, speakers }: Layers) => ({ entities: entitiesIn(tokens.text, cast), speakers: voices(speakers, entitiesIn(tokens.text, cast)), dates: [] }) },
      { writes: 'claims', reads: ['tokens', 'speakers', 'entities'], version: 1, data: [], run: (layers: Layers) => ({ claims: claimsOf(layers), withheld: 0 }) }
    ] as unknown as Pipeline['stages']
  }
}

function tokensOf(path: string, bytes: Uint8Array): Layers['tokens'] {
  const text = new TextDecoder().decode(bytes)
  const lines = [...text.matchAll(/[^\n]+/g)].map((match) => spanOf(text, match.index, match.index + match[0].length))
  const [title = null, head] = lines
  const [, date = null, outlet = null] = /^(\d{4}-\d\d-\d\d) ?(.*)$/.exec(head?.text ?? '') ?? []
  const source = outlet ? spanOf(text, (head?.end ?? 0) - outlet.length, head?.end ?? 0) : null
  const tokens = lines.flatMap((line) =>
    [...line.text.matchAll(/\S+/g)].map((match, index, all): Token => ({
      ...spanOf(text, line.start + match.index, line.start + match.index + match[0].length),
      lemma: match[0].toLowerCase(),
      tag: 'NN',
      head: null,
      relation: all.length > 0 && index === 0 ? 'root' : 'dep',
      name: 'O',
      role: 'O',
      of: null,
      same: null,
      sure: { name: 1, role: 1, tie: 1 }
    }))
  )
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const article = { id: path, path, sha256, title, published: date, dateline: null, byline: null, source, language: 'en', encoding: 'utf-8', format: 'text' as const, boilerplate: [] }
  return { article, text, paragraphs: lines, sentences: lines, tokens }
}

type Member = { readonly kind: Entity['kind']; readonly name: string; readonly facts: Facts | null }

/** Longer names first: "Ray" inside "Bo Ray" is no mention of its own. */
function entitiesIn(text: string, cast: readonly Member[]): Entity[] {
  const taken: Span[] = []
  const mentionsOf = (name: string) => {
    const mentions = []
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) if (!taken.some(({ start, end }) => start <= at && at < end)) mentions.push({ ...spanOf(text, at, at + name.length), form: 'name' as const, rule: 'scripted' })
    taken.push(...mentions)
    return mentions
  }
  const found = [...cast].sort((a, b) => b.name.length - a.name.length).map((member) => ({ member, mentions: mentionsOf(member.name) }))
  return cast.flatMap((member): Entity[] => {
    const { mentions = [] } = found.find((each) => each.member === member) ?? {}
    const { kind, name, facts } = member
    return mentions.length === 0 ? [] : [{ id: `${kind}/${slug(name)}`, kind, name, aliases: [], mentions, facts, rule: 'scripted', confidence: 0.9 }]
  })
}

export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || createHash('sha256').update(name).digest('hex').slice(0, 8)

function speakersOf({ text, sentences }: Layers['tokens'], entities: readonly Entity[]): Layers['speakers'] {
  const body = sentences.slice(2)
  const attributions = body.flatMap((line, index): Attribution[] => {
    const [, name, says, doubt, content] = /^(.{1,20000}?)(?: (says|hopes|moves))?(\?)?: (.+)$/.exec(line.text) ?? []
    if (name === undefined || content === undefined) return []
    const source = spanOf(text, line.start, line.start + name.length)
    const undecided = name === 'He'
    const first = entities.filter(({ kind }) => kind === 'person').slice(0, 2).flatMap(({ mentions }) => mentions.slice(0, 1))
    return [
      {
        id: `a${index + 1}`,
        type: says ? 'indirect' : 'direct',
        kind: says === 'hopes' ? 'attitude' : says === 'moves' ? 'other' : 'statement',
        content: [spanOf(text, line.end - content.length, line.end)],
        cue: says ? [spanOf(text, source.end + 1, source.end + 1 + says.length)] : [],
        source: [source],
        speaker: undecided
          ? { span: null, how: 'pronoun', chain: [], candidates: first.map(({ start, end }) => ({ span: spanOf(text, start, end), score: 0.5 })), why: 'two are equally near' }
          : { span: source, how: 'name', chain: [], candidates: [], why: 'the source is a name' },
        polarity: 'affirmed',
        confidence: doubt ? 0 : 0.9,
        rule: 'scripted'
      }
    ]
  })
  return { marks: [], attributions, problems: body.filter(({ text: line }) => line === '(hm)').map((span) => ({ span, problem: 'this is odd', hint: 'look at it' })) }
}

const voices = ({ attributions }: Layers['speakers'], entities: readonly Entity[]): Layers['entities']['speakers'] =>
  attributions.map(({ id, source, speaker }) => ({ attribution: id, entity: entities.find(({ name }) => name === source[0]?.text)?.id ?? null, why: speaker.why }))

function claimsOf({ tokens: { text, sentences }, speakers, entities }: Layers): Claim[] {
  return sentences.slice(2).map((sentence, index): Claim => {
    const said = speakers.attributions.find(({ content }) => sentence.start <= (content[0]?.start ?? -1) && (content[0]?.end ?? Infinity) <= sentence.end)
    const body = said?.content[0] ?? sentence
    const inside = entities.entities.filter(({ mentions }) => mentions.some(({ start, end }) => body.start <= start && end <= body.end))
    const [subject, object] = inside
    const argument = (entity: Entity | undefined) => (entity ? { spans: [] as Span[], text: entity.name, entity: entity.id } : null)
    return {
      id: `c${index + 1}`,
      sentence,
      text: spanOf(text, body.start, body.end).text.slice(0, 20_000),
      subject: argument(subject),
      predicate: { spans: [], lemma: 'be', phrase: 'is' },
      object: argument(object),
      complements: [],
      polarity: / not /.test(body.text) ? 'negative' : 'positive',
      certainty: 'stated',
      time: { tense: 'past', value: null, span: null },
      place: null,
      on: said ? { entity: entities.speakers.find(({ attribution }) => attribution === said.id)?.entity ?? null, attribution: said.id } : 'article',
      about: inside.map(({ id }) => id).sort(),
      checkable: { score: object ? 0.8 : 0.4, why: object ? ['names others'] : [] },
      confidence: 0.7,
      rule: 'scripted'
    }
  })
}
